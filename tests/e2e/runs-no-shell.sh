#!/bin/bash
# The only program that our tool starts is the one it becomes: no shell, no probe, no helper; and it reads no settings from the
# working directory. Seen by strace.
. "$(dirname "$0")/common.inc"
command -v strace > /dev/null || skip "no strace"

echo 'int main(void) { return 0; }' > main.c
echo 'sysroot = "/taken/from/the/project"' | tee aarch64-jetson.toml.d > .aarch64-jetson.toml
mkdir etc && cp .aarch64-jetson.toml etc/aarch64-jetson.toml
unset AARCH64_JETSON_CONFIG
export JETSON_SYSROOT=$board HOME=$scratch/home
for tool in clang clang++ ld ar pkg-config; do
    case $tool in
        clang | clang++) words=(-c main.c) ;;
        *) words=(--version) ;;
    esac
    cp .aarch64-jetson.toml aarch64-jetson.toml
    strace -f -e trace=execve,execveat,fork,vfork,clone,clone3,open,openat -o trace "aarch64-jetson-$tool" "${words[@]}" > /dev/null 2> message
    # Up to the second execve all is ours.
    awk '/ execve\(/ { n += / = 0$/ } n < 2' trace > ours
    [ "$(grep -c ' execve(' ours)" = 1 ] || fail "$tool starts: $(grep ' execve(' ours)"
    ! grep -E '(fork|clone3?)\(' ours || fail "$tool starts another process"
    ! grep -E "\"($PWD/|\./)?(\.?aarch64-jetson.toml|etc/)" ours || fail "$tool reads the working directory"
    grep -A1000000 -m2 ' execve(' trace | grep ' execve(' | sed -n 2p | grep -qE "/(clang(-[0-9]+)?|ld.lld(-[0-9]+)?|llvm-ar(-[0-9]+)?|pkgconf|pkg-config)\"" ||
        fail "$tool becomes: $(grep ' execve(' trace | sed -n 2p)"
done
