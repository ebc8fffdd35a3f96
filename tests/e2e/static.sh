#!/bin/bash
# A static C++ program carries all it needs: no loader, no libraries; it throws, catches and runs a thread.
# matrix: clang=14,19 sysroot=bullseye,bookworm,trixie mode=static,static-pie
# matrix: host=x86_64-linux-musl,aarch64-linux-musl
. "$(dirname "$0")/common.inc"
by_hand_too

# Debian 11's glibc has libpthread apart: the whole archive, or std::thread's weak references stay empty.
threads=("-Wl,--whole-archive" -lpthread "-Wl,--no-whole-archive")
for program in exceptions threads; do
    quietly aarch64-jetson-clang++ -std=c++17 "-${mode:=static}" "$e2e/data/$program.cc" "${threads[@]}" -o "$program"
    [ -z "$(elf "$program" interpreter needed)" ]
    # Debian 11's glibc asks the first GOT entry where it was loaded, and lld leaves that empty, ours or not.
    [ "$sysroot $mode" = "bullseye static-pie" ] || prints "$(sed -n 's|^// prints: ||p' "$e2e/data/$program.cc")" qemu-aarch64-static "./$program"
done
case $mode in
    static) [ "$(elf threads type)" = EXEC ] ;;
    static-pie) [ "$(elf threads type)" = DYN ] ;;
esac
same_as_by_hand 2
