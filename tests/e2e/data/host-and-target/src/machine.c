#ifdef __aarch64__
#define MACHINE "aarch64"
#else
#define MACHINE "x86_64"
#endif

#ifdef GENERATOR
#include <stdio.h>
int main(void) { return puts("#define GENERATED_ON \"" MACHINE "\"") < 0; }
#else
#include "generated.h"
const char *generated_on(void) { return GENERATED_ON; }
const char *runs_on(void) { return MACHINE; }
#endif
