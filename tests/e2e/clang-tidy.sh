#!/bin/bash
# clang-tidy has nothing to say of our code (.clang-tidy says what it is asked).
. "$(dirname "$0")/common.inc"
command -v clang-tidy-19 > /dev/null || skip "no clang-tidy-19"

source=$(cd "$e2e/../.." && pwd)
build=$TESTS_BUILD/release
# What is compiled: files, and those that CMake makes of whole layers.
grep -Po '^ *"file": "\K[^"]*' "$build/compile_commands.json" | sort -u > sources
[ "$(grep -c '/shims/' sources)" -ge 20 ] && [ "$(grep -c '/Unity/' sources)" -ge 6 ]
xargs -P 2 -n 6 clang-tidy-19 --quiet "--config-file=$source/.clang-tidy" -p "$build" < sources > report 2> progress ||
    fail "$(grep -E -A 3 '(error|warning):' report | head -n 60)"
# It is able to find something.
echo 'int f(int *p) { if (p == 0) return *p; return 0; }' > wrong.cc
exits 1 clang-tidy-19 --quiet "--config-file=$source/.clang-tidy" wrong.cc -- -std=c++20 > report 2> progress
