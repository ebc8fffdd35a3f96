#!/bin/bash
# Killed, without room, and without permission, for each kind of source: DEST as it was, and the next run needs no help.
. "$(dirname "$0")/common.inc"
PATH=$PATH:/usr/sbin:/sbin

mkdir -p root/usr/lib former
for number in {1..40}; do head -c 1M /dev/urandom > "root/usr/lib/lib$number.so"; done
echo mine > former/mine
tar -C root --zstd -cf root.tar.zst .
mke2fs -q -t ext4 -d root root.img 80M 2> mke2fs.log
zstd -q -1 root.img
sources=(root root.tar.zst root.img root.img.zst)

for source in "${sources[@]}"; do
    for delay in 0.002 0.01 0.02 0.04 0.08 0.15; do
        aarch64-jetson sysroot make -q --replace "$source" former 2> error &
        sleep $delay
        kill -9 $! 2> /dev/null || true
        wait $! 2> /dev/null || true
        [ "$(ls -A former)" != mine ] || continue
        # Done before it was killed: then it is whole.
        [ "$(ls former/usr/lib | wc -l)" = 40 ] || fail "half a sysroot of $source"
        rm -rf former && mkdir former && echo mine > former/mine
    done
    quietly aarch64-jetson sysroot make -q --replace "$source" former
    prints '' diff -r root former
    [ -z "$(find . -maxdepth 1 -name '.*' -not -name .)" ] || fail "left behind: $(ls -A)"
    rm -rf former && mkdir former && echo mine > former/mine
done

mkdir small
mount -t tmpfs -o size=10M none small || skip "needs root for a small disk"
# shellcheck disable=SC2154 # set by the trap itself
trap 'code=$?; set +eE; umount small; (exit $code); on_exit' EXIT
for source in "${sources[@]}"; do
    exits 1 aarch64-jetson sysroot make -q "$source" small/made 2> error
    grep -q 'error: .*\(No space left\|no room\)' error && grep -q 'fix: .*make room' error || fail "$source: $(cat error)"
    [ -z "$(ls -A small)" ] || fail "$source left $(ls -A small)"
done

# As a user who may read only a part. /srv, in mounts of its own: the folders above this one may be closed to others.
chmod 600 root/usr/lib/lib7.so root.tar.zst root.img root.img.zst
chmod 755 .
mkdir -m 777 open
cp "$tools/aarch64-jetson" "$AARCH64_JETSON_CONFIG" open
as_nobody() { # COMMAND…, in this folder
    # shellcheck disable=SC2016 # the inner shell expands
    unshare --mount bash -c 'mount --bind . /srv && cd /srv && exec setpriv --reuid=65534 --regid=65534 --clear-groups "$@"' bash "$@"
}
export AARCH64_JETSON_CONFIG=/srv/open/aarch64-jetson.toml
for source in "${sources[@]}"; do
    exits 1 as_nobody open/aarch64-jetson sysroot make -q "$source" open/made 2> error
    grep -q 'error: cannot read .*Permission denied' error && grep -q 'fix: .*readable for you' error || fail "$source: $(cat error)"
    [ ! -e open/made ] && [ -z "$(find open -name '.*')" ] || fail "left behind: $(ls -A open)"
done
chmod 644 root/usr/lib/lib7.so root.tar.zst root.img root.img.zst
for source in "${sources[@]}"; do
    rm -rf open/made
    quietly as_nobody open/aarch64-jetson sysroot make -q "$source" open/made
    prints '' diff -r root open/made
done
exits 1 as_nobody open/aarch64-jetson sysroot make -q root made 2> error
grep -q 'cannot write in' error || fail "$(cat error)"
