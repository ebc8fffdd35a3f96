#!/bin/bash
# Who kills our tool on Windows kills the compiler and what it has started; what stays behind an end of its own is left alone.
. "$(dirname "$0")/common.inc"
. "$e2e/windows.inc"
stand_in_settings

# beats FILE: whether something still writes to it.
beats() {
    local size
    sleep 0.5 # what was killed may be at its last write
    size=$(stat -c %s "$1")
    sleep 1
    [ "$(stat -c %s "$1")" != "$size" ]
}

# kill_when_beating FILE COMMAND…
kill_when_beating() {
    local file=$1 tries
    shift
    "$@" < /dev/null > /dev/null 2>&1 &
    for tries in {1..300}; do [ ! -s "$file" ] || break; sleep 0.1; done
    [ -s "$file" ] || fail "nothing was started in $tries tries: $*"
    kill -9 $!
    wait $! 2> /dev/null || true
}

kill_when_beating child wine64 aarch64-jetson-ar.exe beat child
! beats child || fail "the compiler outlived our tool"
kill_when_beating grandchild wine64 aarch64-jetson-ar.exe start beat grandchild
! beats grandchild || fail "what the compiler had started outlived our tool"
# Without us it would have.
kill_when_beating orphan wine64 parent.exe stand_in.exe beat orphan
beats orphan || fail "a child dies with any parent: this test shows nothing"

# The server of a compiler cache, say.
wine64 aarch64-jetson-ar.exe leave beat server < /dev/null > /dev/null 2>&1
beats server || fail "what the compiler left running was killed"
