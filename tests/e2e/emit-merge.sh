#!/bin/bash
# `emit cargo --write` into a configuration that is there: comments, order and other keys stay; twice changes nothing; what
# cannot be merged is refused with the lines to paste, and the file is as it was.
. "$(dirname "$0")/common.inc"
. "$e2e/emit.inc"

mkdir -p p/.cargo
cd p
touch Cargo.toml
config=.cargo/config.toml
printf '%s\n' '# mine' '[net] # n' 'offline = false' '' '[env]' '# about FOO' 'FOO = "ü" # foo' '' \
    '# the board' '[target.aarch64-unknown-linux-gnu]' '# no key yet' '[alias]' > $config
printf 'x = "check"' >> $config # and no end of line
chmod 600 $config
cp -p $config before

"$manager" emit cargo --write --paste > told
grep -q "^changed $config$" told
# Nothing of the old text is gone, and cargo reads what came.
[ -z "$(diff before $config | grep '^<' | grep -v 'x = "check"')" ]
[ "$(stat -c %a $config)" = 600 ]
[ "$(sed -n '/^FOO/,/^$/p' $config | grep -c ^CC_aarch64)" = 1 ]
[ "$(sed -n '/^\[target/,/^\[alias/p' $config | grep -c ^linker)" = 1 ]
python3 - << 'PYTHON' || fail "not what was meant"
import sys
try: import tomllib
except ImportError: sys.exit(0)
all = tomllib.load(open(".cargo/config.toml", "rb"))
assert all["env"]["FOO"] == "ü" and all["alias"] == {"x": "check"} and all["net"] == {"offline": False}
assert all["target"]["aarch64-unknown-linux-gnu"]["linker"].endswith("/aarch64-jetson-clang")
PYTHON
cp -p $config once
"$manager" emit cargo --write --paste | grep -q "^as it was: $config$"
cmp once $config

# include is added to a list that is there.
printf '%s\n' 'include = [' '  "other.toml",  # theirs' ']' > $config
"$manager" emit cargo --write
"$manager" emit cargo --write | grep -q "^as it was: $config$"
grep -q '"other.toml", "/.*/cargo/aarch64-jetson.toml",  # theirs' $config

# The file without an ending is the one cargo reads.
mv $config .cargo/config
"$manager" emit cargo --write --paste
[ ! -e $config ]
grep -q ^linker .cargo/config
mv .cargo/config $config

refused() {
    cp $config before
    exits "$1" "$manager" emit cargo --write "${@:3}" > lines 2> error
    grep -q "$2" error || fail "no '$2' in: $(cat error)"
    grep -q '^  fix:   .' error
    cmp -s before $config || fail "the file has changed"
    [ -z "$(find . -name '*.toml.*')" ]
}
printf '%s\n' '[target.aarch64-unknown-linux-gnu]' 'linker = "other"' > $config
refused 1 '`linker` is set to something else here' --paste
grep -q "^  where: $config:2:10 (target.aarch64-unknown-linux-gnu.linker)" error
grep -q '^linker = "/.*/aarch64-jetson-clang"$' lines
printf '%s\n' 'target = { aarch64-unknown-linux-gnu = { rustflags = [] } }' > $config
refused 1 'written in a way we do not edit' --paste
printf '%s\n' '[env' > $config
refused 1 'not valid TOML: '
grep -q "^  where: $config:1:" error
printf '%s\n' 'include = "other.toml"' > $config
refused 1 '`include` is no list'

printf '%s\n' '# mine' '[target.aarch64-unknown-linux-gnu]' 'linker = "other" # theirs' > $config
"$manager" emit cargo --write --paste --replace
grep -q '^linker = "/.*/aarch64-jetson-clang" # theirs$' $config
grep -q '^# mine' $config
