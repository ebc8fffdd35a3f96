#!/bin/bash
# What is asked wrongly of `emit`, and places that cannot be written: one sentence, exit code, nothing changed.
. "$(dirname "$0")/common.inc"
. "$e2e/emit.inc"

refused() {
    local code=$1 what=$2
    shift 2
    exits "$code" "$manager" emit "$@" > stdout 2> error
    grep -q "^aarch64-jetson: error: .*$what" error || fail "no '$what' in: $(cat error)"
    grep -q "^  fix:   ." error
    exits 1 grep -Ei '(unknown|unrecognized) (command line )?(option|argument)' error
}
refused 2 'no settings can be written for `cmke`' cmke
grep -q 'did you mean `cmake`?' error
refused 1 'there is no Cargo.toml in this folder' cargo --write
[ ! -e .cargo ]
touch Cargo.toml
refused 2 'nothing is known of the crate `opencvv`' cargo --with opencvv
refused 1 'the sysroot has no OpenCV' cargo --with opencv=0.86.1
refused 1 'there is no .*/aarch64-jetson-nano-clang' cmake --name aarch64-jetson-nano

# A folder in the file's place, a file in the folder's.
mkdir -p .cargo/config.toml
refused 1 '.cargo/config.toml' cargo --write
rm -r .cargo
touch .cargo
refused 1 'cannot write .cargo/config.toml' cargo --write
[ -f .cargo ]
[ ! -s .cargo ]
rm "$HOME/.config/aarch64-jetson/aarch64-jetson.cmake"
mkdir "$HOME/.config/aarch64-jetson/aarch64-jetson.cmake"
refused 1 'cannot write .*/aarch64-jetson.cmake (Is a directory)' cmake --write
# Someone else's file stays, and the lines are printed.
echo 'CompileFlags: {}' > .clangd
refused 1 '.clangd is there, and not written by us' clangd --write
grep -q '^CompileFlags:$' stdout
prints 'CompileFlags: {}' cat .clangd

JETSON_SYSROOT=$scratch/none refused 1 "sysroot does not exist: $scratch/none" cmake
