#include <stdio.h>

int rust_sum(int n);

int main(void) {
    printf("sum %d, panic %d\n", rust_sum(8), rust_sum(-1));
    return 0;
}
