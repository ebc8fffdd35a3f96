#!/bin/bash
# On Windows every word arrives as it was sent, through the one string that a program gets there; no shell's pattern is opened.
. "$(dirname "$0")/common.inc"
. "$e2e/windows.inc"
stand_in_settings

prints "15000 lists came back as they went, in 37 processes"$'\r' wine64 parent.exe --lists aarch64-jetson-nm.exe 15000
touch one.c two.c
# tell's words are in UTF-16, each told twice.
prints '*.c|*.c|' bash -c "wine64 aarch64-jetson-nm.exe tell '*.c' | tr -d '\0' | sed 's/c/c|/g'"
