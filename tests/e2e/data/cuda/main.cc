#include "add.h"
int main() { return run_add(); }
