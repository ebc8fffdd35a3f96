#!/bin/bash
# Ctrl-C while aarch64-jetson.exe unpacks or makes a sysroot: nothing half done is left, and what was there stays. Of a run that was killed
# the next clears away what it left.
. "$(dirname "$0")/common.inc"
"$tools/aarch64-jetson" sysroot pack -q "$board" packed.tar.zst
. "$e2e/windows.inc"
tar -C "$board" -cf board.tar ./usr ./lib ./etc ./var
mkdir made
echo mine > made/mine

# interrupt COMMAND…: Ctrl-C once the first headers are there; what was written, and the exit code.
interrupt() {
    python3 - .made.partial/usr/include "$@" << 'PYTHON'
import os, pty, sys, time
pid, terminal = pty.fork()
if pid == 0:
    os.execvp(sys.argv[2], sys.argv[2:])
for _ in range(3000):
    if os.path.exists(sys.argv[1]):
        break
    time.sleep(0.01)
os.write(terminal, b"\x03")
try:
    while data := os.read(terminal, 4096):
        os.write(1, data)
except OSError: # the other side is closed
    pass
print("exit code", os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
PYTHON
}

# as_it_was: the former tree is whole, and nothing lies beside it.
as_it_was() {
    [ "$(cat made/mine)" = mine ] && [ "$(ls -A made)" = mine ] || fail "$(ls -A made)"
    [ -z "$(find . -maxdepth 1 -name '.*' ! -name .)" ] || fail "$(ls -A)"
}

interrupt wine64 aarch64-jetson.exe sysroot unpack --replace packed.tar.zst made > told
grep -q 'exit code 130$' told && grep -q 'interrupted' told || fail "$(cat told)"
as_it_was
interrupt wine64 aarch64-jetson.exe sysroot make --replace board.tar made > told
grep -q 'exit code 130$' told && grep -q 'interrupted' told || fail "$(cat told)"
as_it_was

wine64 aarch64-jetson.exe sysroot unpack --replace packed.tar.zst made > told 2>&1 < /dev/null &
for _ in {1..3000}; do [ ! -e .made.partial/usr/include ] || break; sleep 0.01; done
kill -9 $!
wait $! 2> /dev/null || true
[ -d .made.partial ] && [ "$(cat made/mine)" = mine ]
# Wine's server lets go of the lock a moment later.
for _ in {1..50}; do
    ! wine64 aarch64-jetson.exe sysroot unpack --replace packed.tar.zst made > told 2>&1 || break
    grep -q 'another run' told || fail "$(tail -n 5 told)"
    sleep 0.1
done
[ -f made/usr/include/stdio.h ] && [ ! -e made/mine ]
[ -z "$(find . -maxdepth 1 -name '.*' ! -name .)" ] || fail "$(ls -A)"
