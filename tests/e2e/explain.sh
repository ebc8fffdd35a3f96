#!/bin/bash
# `explain`: the command that a call would become, an argument a line, with who put it there.
. "$(dirname "$0")/common.inc"
. "$e2e/emit.inc"

file=$HOME/.config/aarch64-jetson/aarch64-jetson.toml
sed -i '1i module = "orin"' "$file"
echo 'int x;' > x.cc
"$manager" explain -- clang++ -c x.cc -o x.o > told
grep -qF "settings: $file" told
grep -qE "^  --sysroot=$board +$file:2:11" told
grep -qE "^  -mcpu=cortex-a78ae +$file:1:10 \(module\)" told
grep -qE '^  -c +you$' told
grep -qE '^  --target=aarch64-linux-gnu +default' told
# The same words that the tool itself runs.
AARCH64_JETSON_DRY_RUN=1 "$tools/aarch64-jetson-clang++" -c x.cc -o x.o > words
sed -n 's/^  \([^ ]*\) .*/\1/p' told > explained
cmp words explained
[ ! -e x.o ]

prints "$(cat told)" "$manager" explain -- aarch64-jetson-clang++ -c x.cc -o x.o
"$manager" explain --json -- ld x.o | python3 -c 'import json, sys; assert json.load(sys.stdin)["arguments"]'
shows "^runs nothing and answers: $board$" "$manager" explain -- clang -print-sysroot

# Another board's settings, by --name or by the tool's own name.
printf '%s\n' "sysroot = '$board'" 'module = "nano"' > "$HOME/.config/aarch64-jetson/aarch64-jetson-nano.toml"
shows '^  -mcpu=cortex-a57 ' "$manager" explain --name aarch64-jetson-nano -- clang -c x.cc
shows '^  -mcpu=cortex-a57 ' "$manager" explain -- aarch64-jetson-nano-clang -c x.cc

exits 2 "$manager" explain -- clong -c x.cc 2> error
grep -q '`clong` is no tool of ours' error
exits 2 "$manager" explain 2> error
grep -q 'there is no command to explain' error
sed -i "s|^sysroot.*|sysroot = '$scratch/none'|" "$file"
exits 1 "$manager" explain -- clang -c x.cc 2> error
grep -q "sysroot does not exist: $scratch/none" error
