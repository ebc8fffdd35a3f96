#include <stddef.h>

#ifndef FLAG_WAS_TAKEN
#error "flag_if_supported was not taken"
#endif
#ifndef __aarch64__
#error "compiled for another machine"
#endif

int sum(const int *numbers, size_t count) {
    int total = 0;
    for (size_t i = 0; i < count; ++i) total += numbers[i];
    return total;
}
