#!/bin/bash
# Settings that change between two builds count for the second, also within the same second and with the same size.
. "$(dirname "$0")/common.inc"

echo 'int main(void) { return X; }' > main.c
for value in 3 4 5; do
    settings
    printf '[flags]\ncompile = ["-DX=%s"]\n' $value >> "$AARCH64_JETSON_CONFIG"
    touch -d '2026-01-01 00:00:00' "$AARCH64_JETSON_CONFIG"
    quietly aarch64-jetson-clang main.c -o main
    exits $value run_on_board ./main
done
