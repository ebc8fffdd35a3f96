#!/bin/bash
# Progress: a line written over on a terminal, plain lines in a log, nothing by --quiet.
. "$(dirname "$0")/common.inc"
PATH=$PATH:/usr/sbin:/sbin

mkdir -p root/usr/lib
head -c 30M /dev/urandom > root/usr/lib/libbig.so
tar -C root -cf root.tar .
mke2fs -q -t ext4 -d root root.img 60M 2> mke2fs.log

# on_terminal COMMAND…: what it shows there, into "shown".
on_terminal() {
    rm -rf made
    script -qec "stty cols ${columns:-100}; $*" /dev/null < /dev/null > shown
}
export TERM=xterm NO_COLOR=1
for source in root.tar root.img; do # whose sizes are known
    on_terminal "aarch64-jetson sysroot make $source made"
    grep -qP "\rreading $source: \[[# ]{20}\] [0-9]+ MB, [0-9.]+ s, [0-9]+ MB/s" shown || fail "$(cat -v shown)"
    grep -q 'made made: ' shown
done
! grep -q $'\e' shown || fail "$(cat -v shown)"
on_terminal "aarch64-jetson sysroot make root made"
grep -qP '\rreading root: [0-9]+ MB' shown && ! grep -q '\[' shown || fail "$(cat -v shown)"
long=$(printf '%0120d' 1)
mv root "$long"
columns=60 on_terminal "aarch64-jetson sysroot make $long made"
tr '\r' '\n' < shown | grep -q '^\.\.\.0*1: .* MB/s *$' || fail "$(cat -v shown)"
mv "$long" root
on_terminal "aarch64-jetson sysroot make --quiet root.tar made"
[ ! -s shown ] || fail "$(cat -v shown)"
TERM=dumb on_terminal "aarch64-jetson sysroot make root.tar made"
! grep -qP '\r[^\n\r]' shown || fail "$(cat -v shown)"
rm -rf made
aarch64-jetson sysroot make root.tar made 2> log > report
[ "$(sed 's/ [0-9.]* \(MB\|s\|MB\/s\)/ N \1/g' log)" = $'reading root.tar\nreading root.tar: N MB, N s, N MB/s' ] || fail "$(cat -v log)"
rm -rf made
quietly aarch64-jetson sysroot make -q root.tar made
