#!/bin/bash
# Every command of the README is run as it stands, in its order, in a fresh home and a copy of this tree. A block of `sh` runs
# here, in the folder that a comment before it names; one of `console` needs what a test has to make first (a board, an image), and
# names the tests that have it.
# timeout: 900
sysroot=bookworm-full
. "$(dirname "$0")/common.inc"
. "$e2e/cargo.inc"
source=$(cd "$e2e/../.." && pwd)

# A fresh home, whose sysroot is there; the tree as git has it.
export CARGO_HOME=${CARGO_HOME:-$HOME/.cargo} HOME=$scratch/home
unset AARCH64_JETSON_CONFIG
mkdir home && ln -s "$board" home/sysroot-jetson
git clone -q "$source" tree 2> /dev/null || { mkdir tree && (cd "$source" && tar -c --exclude=./build --exclude=./.git .) | tar -x -C tree; }
cp "$source/README.md" tree
# The only cargo with a standard library for aarch64; whoever follows the README has one by rustup.
mkdir bin
printf '%s\n' '#!/bin/sh' 'RUSTC=/usr/bin/rustc exec /usr/bin/cargo "$@"' > bin/cargo && chmod +x bin/cargo
PATH=$scratch/bin:/usr/local/bin:/usr/bin:/bin

# "FOLDER<tab>COMMAND" of each line in a block of sh; what is wrong with a block of console.
awk -v OFS='\t' '
    function here() { return folder == "" ? "." : folder } # an empty word would be lost
    /^<!-- in: / { folder = $3 }
    /^<!-- tried by: / { tried = $0; gsub(/^<!-- tried by: | -->$/, "", tried) }
    /^```sh$/ { block = "sh"; print here(), "# new block"; next }
    /^```console$/ { block = "console"; if (tried == "") print "no test is named for the block of console in line " NR > "/dev/stderr"; print tried > "tried"; next }
    /^```/ { block = ""; folder = tried = ""; next }
    block == "sh" { print here(), $0 }
' tree/README.md > commands 2> wrong
[ ! -s wrong ] || fail "$(cat wrong)"
[ "$(grep -vc '# new block' commands)" -ge 25 ] || fail "only $(wc -l < commands) commands were found"
for file in $(cat tried); do [ -e "$source/$file" ] || fail "the README names $file, which is not there"; done

# One shell for all, as a user has it; it stops at the first that fails.
{
    echo 'set -eo pipefail'
    while IFS=$'\t' read -r folder command; do
        case $command in
            '# new block') printf 'cd %q\n' "$scratch/tree/$folder" ;;
            *) printf 'echo %q\n%s\n' "\$ $command" "$command" ;;
        esac
    done < commands
} > script
bash script > output 2>&1 < /dev/null || fail "$(tail -n 40 output)"
# What the reader is promised to see.
grep -q '^\$ cargo run' output
[ -x "$HOME/.local/bin/aarch64-jetson-nano-clang" ]
grep -q '100% tests passed' output
[ -e "$HOME/build-meson/native" ] && [ "$(elf "$HOME/native" machine)" = AArch64 ]
[ -d "$HOME/sysroot-of-a-colleague/usr/include" ]
