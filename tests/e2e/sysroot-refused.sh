#!/bin/bash
# What `sysroot make` cannot use, and what goes wrong on the way: one clear sentence, nothing left behind, the former
# sysroot as it was. Archives made to write outside write nothing there.
. "$(dirname "$0")/common.inc"

# refused PATTERN ARGUMENT…
refused() {
    local pattern=$1
    shift
    exits 1 aarch64-jetson sysroot make -q "$@" 2> error
    grep -q "aarch64-jetson: error: .*$pattern" error || fail "no '$pattern' but: $(cat error)"
    grep -q '^  fix: ' error || fail "no advice: $(cat error)"
    [ "$(find . -name '*.partial')" = '' ] || fail "left behind: $(find . -name '*.partial')"
}

mkdir -p root/usr/lib root/usr/include root/etc former
echo int > root/usr/include/a.h
head -c 3000000 /dev/urandom > root/usr/lib/libbig.so
echo mine > former/mine

refused 'cannot read nothing' nothing made
refused 'cannot read' '' made
refused 'no root filesystem' root/etc made
refused 'lie in each other' root root/made
refused 'lie in each other' root/usr root
refused 'former exists already' root former
echo text > text
refused 'neither a directory, a tar archive nor a disk image: text' text made
: > empty
refused 'empty' empty made
printf '\x3a\xff\x26\xed\x01\x00' > sparse.img
refused 'sparse Android image' sparse.img made
grep -q 'simg2img sparse.img' error
truncate -s 1M disk.img
printf 'EFI PART' | dd of=disk.img bs=1 seek=512 conv=notrunc status=none
refused 'damaged' disk.img made
refused 'cannot connect to me@nowhere.invalid' ssh://me@nowhere.invalid/ made
exits 2 aarch64-jetson sysroot make root 2> error
exits 2 aarch64-jetson sysroot mkae root made 2> error
echo 'contents = 3' > wrong.toml
AARCH64_JETSON_CONFIG=$PWD/wrong.toml refused 'contents' root made

mkdir -p docker/0123 oci/blobs/sha256
echo '[]' | tee docker/manifest.json > oci/index.json
echo '{"imageLayoutVersion": "1.0.0"}' > oci/oci-layout
tar -C root -cf docker/0123/layer.tar usr
cp docker/0123/layer.tar oci/blobs/sha256/4567
for image in docker oci; do
    tar -C $image -cf $image.tar .
    refused 'an image by docker save' $image.tar made
    grep -q 'docker export' error
done

for kind in tar tar.gz tar.xz tar.zst; do
    tar -C root -caf "whole.$kind" usr
    for percent in 1 50 99; do
        head -c $(($(stat -c %s "whole.$kind") * percent / 100)) "whole.$kind" > cut
        [ $percent = 99 ] && [ $kind = tar ] && continue # only the zeros at the end are missing
        refused 'cut off\|neither' cut made
        refused 'cut off\|neither' --replace cut former
    done
done
[ "$(cat former/mine)" = mine ]

# Killed at any moment: no half sysroot under its name, and the next run needs no help.
for delay in 0.002 0.005 0.01 0.02 0.04 0.08; do
    rm -rf made
    aarch64-jetson sysroot make -q "$board" made &
    sleep $delay
    kill -9 $! 2> /dev/null || true
    wait $! || true
    [ ! -e made ] || [ -e made/usr/lib/os-release ]
done
rm -rf made
quietly aarch64-jetson sysroot make -q "$board" made
[ "$(find . -maxdepth 1 -name '*.partial')" = '' ]

# Interrupted: cleaned up, the former as it was. How soon it is done depends on the machine, so earlier and earlier.
code=0
for delay in 0.2 0.1 0.05 0.02 0.01 0.005; do
    code=0
    timeout --preserve-status -s INT $delay aarch64-jetson sysroot make -q --replace "$board" former 2> error || code=$?
    [ "$(find . -maxdepth 1 -name '*.partial')" = '' ]
    [ $code != 130 ] || break
    rm -rf former && mkdir former && echo mine > former/mine
done
[ $code = 130 ] || fail "never interrupted: exit code $code"
grep -q 'interrupted by signal 2' error
[ "$(cat former/mine)" = mine ]

# A full disk.
if mkdir small && mount -t tmpfs -o size=1M none small 2> mount-error; then
    refused 'No space left' root small/made || { umount small; exit 1; }
    [ -z "$(ls -A small)" ] || { umount small; fail "left on the full disk"; }
    umount small
fi

cat > hostile.py <<'PY'
import io, sys, tarfile
out, outside = sys.argv[1:]
tar = tarfile.open(out, "w", format=tarfile.GNU_FORMAT)
def add(name, kind=tarfile.REGTYPE, link="", data=b"evil"):
    info = tarfile.TarInfo(name)
    info.type, info.linkname, info.mode = kind, link, 0o6777
    info.size = len(data) if kind == tarfile.REGTYPE else 0
    tar.addfile(info, io.BytesIO(data))
add("usr/lib/good")
add("../escaped"); add(outside + "/escaped"); add("usr/../../escaped"); add("usr/lib/../../../escaped")
add("usr/lib/up", tarfile.SYMTYPE, outside); add("usr/lib/up/escaped")
add("usr/lib/over", tarfile.SYMTYPE, "../../../.."); add("usr/lib/over/escaped")
add("usr/lib/file", tarfile.SYMTYPE, outside + "/victim"); add("usr/lib/file")
add("usr/lib/hard", tarfile.LNKTYPE, outside + "/victim"); add("usr/lib/hard2", tarfile.LNKTYPE, "../../victim")
add("usr/lib/null", tarfile.CHRTYPE); add("usr/lib/block", tarfile.BLKTYPE); add("usr/lib/pipe", tarfile.FIFOTYPE)
add("usr/lib/twice", data=b"1"); add("usr/lib/twice", data=b"2")
add("usr/lib/\udcff\udcfe")
add("usr/lib/" + "d/" * 1500 + "deep")
tar.close()
PY
mkdir outside && echo victim > outside/victim
python3 hostile.py hostile.tar "$PWD/outside"
rm -rf made
aarch64-jetson sysroot make hostile.tar made > report 2> progress
[ "$(ls -A outside)" = victim ] && [ "$(cat outside/victim)" = victim ]
[ -z "$(find . -name escaped -not -path './made/*')" ] || fail "written outside: $(find . -name escaped)"
[ -z "$(find made -type b -o -type c -o -type p -o -perm /6000)" ]
[ "$(cat made/usr/lib/twice)" = 2 ]
[ -f made/usr/lib/$'\xff\xfe' ]
grep -q 'names that lead outside' report
