#!/bin/bash
# What goes wrong with a board: one sentence with ssh's own words, nothing left behind, the former sysroot as it was.
. "$(dirname "$0")/common.inc"
. "$e2e/sshd.inc"
PATH=$PATH:/usr/sbin:/sbin

mkdir -p root/usr/lib/aarch64-linux-gnu root/usr/include
cp -a "$board"/usr/lib/os-release root/usr/lib
cp -a "$board"/usr/lib/aarch64-linux-gnu/{crt*,libc.*,libm.*} root/usr/lib/aarch64-linux-gnu
cp -a "$board"/usr/include/{stdio.h,aarch64-linux-gnu,net} root/usr/include
mkdir former && echo mine > former/mine

# refused PATTERN URL
refused() {
    exits 1 aarch64-jetson sysroot make -q --replace "$2" former 2> error
    grep -q "aarch64-jetson: error: .*$1" error || fail "no '$1' but: $(cat error)"
    grep -q '^  fix: ' error || fail "no advice: $(cat error)"
    [ "$(grep -c error: error)" = 1 ] || fail "several: $(cat error)"
    [ "$(ls -A former)" = mine ] && [ -z "$(find . -maxdepth 1 -name '*.partial')" ] || fail "left behind"
}
refused 'not an address' ssh://
refused 'not an address' ssh://board:x/
refused 'not an address' ssh://board:70000/
refused 'not an address' ssh://-oProxyCommand=touch/
refused 'not an address' ssh://me@-oProxyCommand=touch/
refused 'cannot connect to 127.0.0.1 (ssh: connect to host 127.0.0.1 port 1: Connection refused)' ssh://127.0.0.1:1/
refused 'cannot connect to nowhere.invalid (ssh: Could not resolve hostname' ssh://nowhere.invalid/
refused 'cannot connect to stranger@board (.*Permission denied (publickey' ssh://stranger@board/
grep -q 'ssh-copy-id' error
refused 'no folder /nowhere on board' ssh://board/nowhere
mkdir empty
refused "no root filesystem at $scratch/empty on board" "ssh://board$scratch/empty"
refused 'no tar on bare@board' "ssh://bare@board$scratch/root"
grep -q 'apt-get install tar' error
refused 'chatty@board sends is no tar archive' "ssh://chatty@board$scratch/root"
grep -q 'bashrc' error

# What the board's disk cannot give must not become a file of zeros. The disk: an image whose end goes away.
mkdir -p disk/usr/lib
head -c 10M /dev/urandom > disk/usr/lib/libbad.so
mke2fs -q -t ext4 -d disk disk.img 20M
mount -o loop,ro disk.img disk
truncate -s 4M disk.img
refused 'could not read everything (tar: usr/lib/libbad.so: .*)' "ssh://board$scratch/disk"
umount disk

chmod 700 root/usr
refused 'rover@board' "ssh://rover@board/srv/root"
chmod 755 root/usr

ssh-keygen -q -t ed25519 -N '' -f other_key
cp home/.ssh/known_hosts good_hosts
echo "[127.0.0.1]:$port $(cut -d' ' -f1,2 other_key.pub)" > home/.ssh/known_hosts
refused 'cannot connect to board (Host key verification failed.)' ssh://board/
grep -q 'ssh-keygen -R' error
: > home/.ssh/known_hosts
refused 'cannot connect to board (Host key verification failed.)' ssh://board/
cp good_hosts home/.ssh/known_hosts

# Lost in the middle: the board's side of the connection is killed when part of it has come.
head -c 200M /dev/urandom > root/usr/lib/libbig.so
# arrived: waits for a part of it.
arrived() {
    local size
    for _ in {1..500}; do
        size=$(du -sm .former.partial 2> /dev/null | cut -f1) || true # it changes meanwhile
        [ "${size:-0}" -lt 20 ] || return 0
        sleep 0.02
    done
    fail "nothing arrives"
}
for whom in sshd tar; do
    (refused 'the connection to board was lost\|tar on board failed\|could not read' "ssh://board$scratch/root") &
    run=$!
    arrived
    case $whom in
        sshd) pkill -9 -P "$sshd" ;;
        tar) kill -9 "$(pgrep -f -- "--create --file=- --sparse .* usr/lib" | head -n 1)" ;;
    esac
    wait $run || fail "killed $whom: $(cat error)"
done
grep -q error: error

# We ourselves: killed, then interrupted. The next run needs no help.
aarch64-jetson sysroot make -q --replace "ssh://board$scratch/root" former 2> /dev/null &
run=$!
arrived
kill -9 $run
wait $run 2> /dev/null || true
[ "$(ls -A former)" = mine ] && [ -d .former.partial ]
setsid aarch64-jetson sysroot make -q --replace "ssh://board$scratch/root" former 2> error &
run=$!
until pgrep -P $run ssh > pids; do sleep 0.02; done
arrived
kill -INT $run
code=0
wait $run || code=$?
[ $code = 130 ] || fail "exit code $code: $(cat error)"
grep -q 'interrupted by signal 2' error
[ "$(ls -A former)" = mine ] && [ ! -e .former.partial ]
[ -z "$(pgrep -P $run)" ]

mkdir small
mount -t tmpfs -o size=20M none small
exits 1 aarch64-jetson sysroot make -q "ssh://board$scratch/root" small/made 2> error
grep -q 'No space left' error || fail "$(cat error)"
[ -z "$(ls -A small)" ] || fail "left on the full disk"
umount small
