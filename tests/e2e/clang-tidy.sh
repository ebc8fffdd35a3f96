#!/bin/bash
# clang-tidy has nothing to say of what runs in every compile (.clang-tidy says what it is asked).
. "$(dirname "$0")/common.inc"
command -v clang-tidy-19 > /dev/null || skip "no clang-tidy-19"

source=$(cd "$e2e/../.." && pwd)
[ -e "$TESTS_BUILD/release/compile_commands.json" ]
printf '%s\0' "$source"/shims/{base,settings,forward,forward/flags}/*.cc "$source"/shims/shim.cc |
    xargs -0 -P 2 -n 6 clang-tidy-19 --quiet -p "$TESTS_BUILD/release" > report 2> progress ||
    fail "$(grep -E -A 3 '(error|warning):' report | head -n 60)"
# It is able to find something.
echo 'int f(int *p) { if (p == 0) return *p; return 0; }' > wrong.cc
exits 1 clang-tidy-19 --quiet "--config-file=$source/.clang-tidy" wrong.cc -- -std=c++20 > report 2> progress
