#!/bin/bash
# The table of options with separate values (shims/forward/clang_options.cc) against clang's own word: "argument to
# '-o' is missing (expected 1 value)". Each row holds in one of the two clangs; of 19 no option is left out.
# matrix: clang=14,19
. "$(dirname "$0")/common.inc"

ask() {
    { "clang-$1" -### "$2" 2>&1 || true; } | sed -n "s/.*argument to '.*' is missing (expected \([0-9]\) value.*/\1/p"
}
export -f ask

table=$(grep -oE '\{"-[^"]*", [0-9]\}' "$e2e/../../shims/forward/clang_options.cc" | sed 's/[{}",]//g')
[ "$(wc -l <<< "$table")" -gt 100 ]
holds=0
while read -r option values; do
    said=$(ask "$clang" "$option")
    other=$([ -n "$said" ] || ask $((33 - clang)) "$option")
    [ "${said:-$other}" = "$values" ] || fail "clang-$clang wants '$said' values for $option, the table says $values"
    [ -z "$said" ] || holds=$((holds + 1))
done <<< "$table"
[ $holds -gt 100 ]

# Options with "=" at their end are asked joined; -W, -f and -m options of that kind are thousands, and none takes a
# separate value but those in the table.
if [ "$clang" = 19 ]; then
    clang-19 --autocomplete=- | cut -f1 | grep -vE '=|^-(W|fno-|mno-|fsanitize|R)' | sort -u > all
    [ "$(wc -l < all)" -gt 1000 ]
    # shellcheck disable=SC2016 # for the inner shell
    xargs -P 2 -d '\n' -I{} bash -c 'v=$(ask 19 "$1"); [ -z "$v" ] || echo "$1 $v"' _ {} < all > takes
    cut -d' ' -f1 takes | sort > found
    cut -d' ' -f1 <<< "$table" | sort > known
    missing=$(comm -23 found known | grep -vE '^-(Xarch_|Xopenmp-target)' || true)
    [ -z "$missing" ] || fail "not in the table: $missing"
fi

# What clang counts as an input of a link, and what not.
for option in -Wl,-x '-Xlinker -x' -lfoo '-z now' '-rpath x' '-e x' '-L.' -shared '-u x' -v; do
    # shellcheck disable=SC2086 # options with their values
    theirs=$("clang-$clang" --target=aarch64-linux-gnu -fuse-ld=lld -### $option 2>&1 | grep -c '"-o" "a.out"' || true)
    # shellcheck disable=SC2086
    ours=$(AARCH64_JETSON_DRY_RUN=1 aarch64-jetson-clang $option | grep -c -- -fuse-ld=lld || true)
    [ "$theirs" = "$ours" ] || fail "$option: clang links $theirs times, we think $ours"
done
