#include <math.h>

/* libm is a shared library of the sysroot, so a link to the wrong one shows here. */
int answer(double x) { return (int)lround(sqrt(x)); }
