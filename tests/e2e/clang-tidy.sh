#!/bin/bash
# clang-tidy has nothing to say of our code (.clang-tidy says what it is asked).
. "$(dirname "$0")/common.inc"
command -v clang-tidy-19 > /dev/null || skip "no clang-tidy-19"

source=$(cd "$e2e/../.." && pwd)
build=$TESTS_BUILD/release
# What is compiled: files, and those that CMake makes of whole layers.
grep -Po '^ *"file": "\K[^"]*' "$build/compile_commands.json" | sort -u > sources
[ "$(grep -c '/shims/' sources)" -ge 20 ] && [ "$(grep -c '/Unity/' sources)" -ge 6 ]
# One at a time: those of whole layers, which come first and take longest, would else be one process's.
xargs -P 2 -n 1 clang-tidy-19 --quiet "--config-file=$source/.clang-tidy" -p "$build" < sources > report 2> progress ||
    fail "$(grep -E -A 3 '(error|warning):' report | head -n 60)"
# It is able to find something.
echo 'int f(int *p) { if (p == 0) return *p; return 0; }' > wrong.cc
exits 1 clang-tidy-19 --quiet "--config-file=$source/.clang-tidy" wrong.cc -- -std=c++20 > report 2> progress
# What is compiled for Windows alone: two files that include it, since windows.h takes longer than all of ours.
libraries=$TESTS_BUILD/hosts/libraries/x86_64-w64-mingw32
[ -d "$libraries" ] || skip "no build for Windows"
gcc=$(dirname "$(x86_64-w64-mingw32-g++-posix -print-libgcc-file-name)")
printf '#include "%s"\n' "$source"/shims/{base,cli,cuda}/*_win32.cc > one.cc
printf '#include "%s"\n' "$source"/shims/sysroot/*_win32.cc > two.cc
printf '%s\n' one.cc two.cc | xargs -P 2 -n 1 sh -c 'clang-tidy-19 --quiet "$@"' tidy "--config-file=$source/.clang-tidy" \
    --extra-arg={--target=x86_64-w64-windows-gnu,-std=c++20,-isystem"$libraries/include",-isystem"$gcc/include/c++"} \
    --extra-arg={-isystem"$gcc/include/c++/x86_64-w64-mingw32",-I"$source/shims"} > report 2> progress ||
    fail "$(grep -E -A 3 '(error|warning):' report | head -n 60)"
