#!/bin/bash
# Ctrl-C at a Windows console is for the compiler: our tool waits for what it makes of it, and both are gone.
. "$(dirname "$0")/common.inc"
. "$e2e/windows.inc"
stand_in_settings

# at_terminal FILE COMMAND…: once FILE is there, Ctrl-C; then the exit code.
at_terminal() {
    python3 - "$@" << 'PYTHON'
import os, pty, sys, time
pid, terminal = pty.fork()
if pid == 0:
    os.execvp(sys.argv[2], sys.argv[2:])
for _ in range(300):
    if os.path.exists(sys.argv[1]):
        break
    time.sleep(0.1)
os.write(terminal, b"\x03")
try:
    while os.read(terminal, 4096):
        pass
except OSError: # the other side is closed
    pass
print("exit code", os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
PYTHON
}

prints 'exit code 7' at_terminal tidied.ready wine64 aarch64-jetson-ar.exe tidy tidied
[ -e tidied ]
at_terminal beat wine64 aarch64-jetson-ar.exe beat beat > /dev/null
size=$(stat -c %s beat)
sleep 1
[ "$(stat -c %s beat)" = "$size" ]
