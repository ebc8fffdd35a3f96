#!/bin/bash
# `init --name`: the tools under a second prefix with settings of their own, beside those there are: two boards side by side.
. "$(dirname "$0")/common.inc"
. "$e2e/emit.inc"

# An installation of one's own: the links are made in it.
mkdir -p opt/bin
cp -a "$tools"/. opt/bin/
manager=$PWD/opt/bin/aarch64-jetson tools=$PWD/opt/bin
rm "$HOME/.config/aarch64-jetson/aarch64-jetson.toml"
"$manager" init --module orin --sysroot "$board"
"$manager" init --module nano --sysroot "$board" --name aarch64-jetson-nano
printf '%s\n' '#include <cstdio>' 'int main() { std::puts("hello"); }' > main.cc
for prefix in aarch64-jetson aarch64-jetson-nano aarch64-jetson-nano-linux-gnu; do
    "$tools/$prefix-clang++" main.cc -o main
    prints hello run_on_board ./main
done
dry() { AARCH64_JETSON_DRY_RUN=1 "$tools/$1" -c main.cc; }
shows '^-mcpu=cortex-a78ae$' dry aarch64-jetson-clang++
shows '^-mcpu=cortex-a57$' dry aarch64-jetson-nano-clang++
shows '^-mcpu=cortex-a57$' dry aarch64-jetson-nano-linux-gnu-g++
shows 'set(CMAKE_C_COMPILER "'"$tools"'/aarch64-jetson-nano-clang")' "$manager" emit cmake --name aarch64-jetson-nano
for tool in "$tools"/aarch64-jetson-linux-gnu-*; do [ -x "${tool/jetson-/jetson-nano-}" ] || fail "no link for $tool"; done

# Again is no error; a name that is taken, or that cannot be one, is, and nothing is made.
"$manager" init --module nano --sysroot "$board" --name aarch64-jetson-nano --force
echo mine > opt/bin/aarch64-jetson-two-strip
exits 1 "$manager" init --sysroot "$board" --name aarch64-jetson-two 2> error
grep -q 'aarch64-jetson-two-strip is there, and none of our tools' error
[ ! -e opt/bin/aarch64-jetson-two-clang ]
[ ! -e "$HOME/.config/aarch64-jetson/aarch64-jetson-two.toml" ]
exits 2 "$manager" init --sysroot "$board" --name ../x 2> error
grep -q '`../x` cannot be the prefix of tools' error
HOME='' exits 1 "$manager" init --sysroot "$board" 2> error
grep -q 'HOME is not set' error
