#!/bin/bash
# What `sysroot unpack` and `sysroot pack` cannot use, and what goes wrong on the way: one clear sentence, nothing left behind, what was
# there as it was. Nothing is ever written outside.
. "$(dirname "$0")/common.inc"

# refused VERB PATTERN ARGUMENT…
refused() {
    local verb=$1 pattern=$2
    shift 2
    exits 1 aarch64-jetson sysroot "$verb" -q "$@" 2> error
    grep -q "aarch64-jetson: error: .*$pattern" error || fail "no '$pattern' but: $(cat error)"
    grep -q '^  fix: ' error || fail "no advice: $(cat error)"
    nothing_left
}
nothing_left() {
    [ -z "$(find . -name '*.partial' -o -name '*manifest.??????')" ] || fail "left behind: $(find . -name '*.partial')"
    [ ! -e made ] || fail "made after all"
    [ -z "$(find . -name escaped -not -path './made/*')" ] || fail "written outside: $(find . -name escaped)"
}

mkdir -p tree/usr/{lib,include} tree/etc
echo int > tree/usr/include/a.h
echo two > tree/usr/include/b.h
ln tree/usr/include/a.h tree/usr/include/hard.h
ln -s a.h tree/usr/include/link.h
head -c 3000000 /dev/urandom > tree/usr/lib/libbig.so
touch -d '2001-02-03 UTC' tree/usr/include/*
for kind in zst xz; do quietly aarch64-jetson sysroot pack -q tree whole.tar.$kind; done
mkdir former && echo mine > former/mine

# pack
refused pack 'no sysroot.*: nothing' nothing x.tar.zst
refused pack 'no sysroot.*: tree/etc' tree/etc x.tar.zst
refused pack 'whole.tar.zst exists already' tree whole.tar.zst
refused pack 'lie in the sysroot' tree tree/x.tar.zst
refused pack 'cannot write in nowhere' tree nowhere/x.tar.zst
exits 2 aarch64-jetson sysroot pack -q tree x.zip 2> error
grep -q 'ends in .tar.zst or .tar.xz' error
mkdir folder.tar.zst
refused pack 'folder.tar.zst is no regular file' --replace tree folder.tar.zst
if [ "$EUID" = 0 ]; then
    # Where every user may go, whoever owns the folder of the tests.
    open=$(mktemp -d)
    trap 'rm -rf "$open"; on_exit' EXIT
    chmod 755 "$open"
    cp "$TESTS_BUILD/stage/bin/aarch64-jetson" "$open"
    cp -a tree "$open/tree"
    chmod -R a+rX "$open/tree" && chmod 000 "$open/tree/usr/include/b.h"
    mkdir "$open/theirs" && chown 65534:65534 "$open/theirs"
    exits 1 env -u AARCH64_JETSON_CONFIG HOME="$open" setpriv --reuid 65534 --regid 65534 --clear-groups \
        "$open/aarch64-jetson" sysroot pack -q "$open/tree" "$open/theirs/x.tar.zst" 2> error
    grep -q 'error: cannot read .*usr/include/b.h (Permission denied)' error || fail "$(cat error)"
    [ -z "$(ls -A "$open/theirs")" ]
fi

# unpack: what is no archive of ours
refused unpack 'cannot read nothing' nothing made
refused unpack 'not a file: tree' tree made
echo text > text
refused unpack 'text' text made
tar -C tree -caf other.tar.zst .
refused unpack 'no manifest leads other.tar.zst' other.tar.zst made
grep -q 'aarch64-jetson sysroot make other.tar.zst' error
tar -cf nothing.tar -T /dev/null
refused unpack 'nothing.tar' nothing.tar made
refused unpack 'former exists already' whole.tar.zst former

# Damaged on the way: cut off, and a byte changed anywhere.
for kind in zst xz; do
    size=$(stat -c %s whole.tar.$kind)
    for percent in 1 30 60 99; do
        head -c $((size * percent / 100)) whole.tar.$kind > bad
        refused unpack '' bad made
        refused unpack '' --replace bad former
    done
    for percent in 2 21 40 59 78 97; do
        cp whole.tar.$kind bad
        at=$((size * percent / 100))
        byte=$(od -An -tu1 -j $at -N 1 bad)
        # shellcheck disable=SC2059
        printf "\\x$(printf %x $((byte ^ 64)))" | dd of=bad bs=1 seek=$at conv=notrunc status=none
        refused unpack '' bad made
    done
done
[ "$(cat former/mine)" = mine ]

# An archive that is whole, but is not what its manifest says; and names that lead out.
cat > forge.py <<'PY'
import io, sys, tarfile
source, how, out = sys.argv[1:]
entries = []
with tarfile.open(source) as tar:
    for info in tar:
        entries.append((info, tar.extractfile(info).read() if info.isreg() else None))
def find(path):
    return next(i for i, (info, _) in enumerate(entries) if info.name == path)
def change(path, **fields):
    for name, value in fields.items(): setattr(entries[find(path)][0], name, value)
def swap(path, data):
    i = find(path)
    entries[i][0].size = len(data)
    entries[i] = (entries[i][0], data)
def add(at, name, kind=tarfile.REGTYPE, link="", data=b"evil"):
    info = tarfile.TarInfo(name)
    info.type, info.linkname, info.mode = kind, link, 0o6777
    info.size = len(data) if kind == tarfile.REGTYPE else 0
    entries.insert(at, (info, data if kind == tarfile.REGTYPE else None))
manifest = ".aarch64-jetson-manifest.json"
text = entries[0][1]
header = "usr/include/b.h"
line = next(l for l in text.splitlines(True) if header.encode() in l)
if how == "other content": swap(header, b"owt\n")
elif how == "longer": swap(header, b"two\ntwo\n")
elif how == "missing": del entries[find(header)]
elif how == "last missing": entries.pop()
elif how == "extra": add(find(header), "usr/include/extra.h")
elif how == "extra at end": add(len(entries), "usr/lib/extra")
elif how == "twice": add(find(header) + 1, header)
elif how == "other order": entries[find(header)], entries[find("usr/include/a.h")] = entries[find("usr/include/a.h")], entries[find(header)]
elif how == "other link": change("usr/include/link.h", linkname="b.h")
elif how == "other hard link": change("usr/include/hard.h", linkname=header)
elif how == "file for link": change("usr/include/link.h", type=tarfile.REGTYPE, linkname="")
elif how == "renamed": change(header, name="usr/include/c.h")
elif how == "device": add(len(entries), "usr/lib/null", tarfile.CHRTYPE)
elif how == "leads out": add(len(entries), "../escaped")
elif how == "absolute": add(len(entries), sys.path[0] + "/outside/escaped")
elif how == "sum changed": swap(manifest, text.replace(line, line.replace(line[-70:-66], b"0000")))
elif how == "line gone": swap(manifest, text.replace(line, b""))
elif how == "line twice": swap(manifest, text.replace(line, line + line))
elif how == "manifest cut": swap(manifest, text[:-3])
elif how == "manifest longer": swap(manifest, text + b"more")
elif how == "manifest empty": swap(manifest, b"")
elif how == "other format": swap(manifest, text.replace(b"sysroot 1", b"sysroot 2"))
elif how == "manifest second": entries[0], entries[1] = entries[1], entries[0]
elif how == "link out":
    # The manifest agrees: only the tree stands between this and the disk.
    add(len(entries), "usr/up", tarfile.SYMTYPE, "../../../outside")
    add(len(entries), "usr/up/victim")
    add(len(entries), "usr/file", tarfile.SYMTYPE, sys.path[0] + "/outside/victim")
    add(len(entries), "usr/file")
    add(len(entries), "usr/hard", tarfile.LNKTYPE, "../../outside/victim")
    import hashlib
    sum = hashlib.sha256(b"evil").hexdigest().encode()
    file = b', "kind": "file", "size": 4, "sha256": "' + sum + b'"}'
    swap(manifest, text.replace(b"\n]}\n", b''.join([
        b',\n{"path": "usr/up", "kind": "link", "target": "../../../outside"}',
        b',\n{"path": "usr/up/victim"' + file,
        b',\n{"path": "usr/file", "kind": "link", "target": "' + sys.path[0].encode() + b'/outside/victim"}',
        b',\n{"path": "usr/file"' + file, b"\n]}\n"])))
elif how != "nothing": sys.exit("how?")
with tarfile.open(out, "w", format=tarfile.PAX_FORMAT) as tar:
    for info, data in entries: tar.addfile(info, None if data is None else io.BytesIO(data))
PY
xz -dc whole.tar.xz > whole.tar
forged() {
    python3 forge.py whole.tar "$1" forged.tar
    refused unpack "$2" forged.tar made
    refused unpack "$2" --replace forged.tar former
    [ "$(cat former/mine)" = mine ]
}
mkdir outside && echo victim > outside/victim
forged 'other content' '/usr/include/b.h is not what the manifest says'
forged longer '/usr/include/b.h is not what the manifest says'
forged missing 'the manifest lists another file where'
forged 'last missing' 'the manifest lists files that the archive lacks'
forged extra 'lists another file where the archive has /usr/include/extra.h'
forged 'extra at end' 'lists another file where the archive has /usr/lib/extra'
forged twice 'lists another file where the archive has /usr/include/b.h'
forged 'other order' 'the manifest lists another file'
forged 'other link' '/usr/include/link.h is not what the manifest says'
forged 'other hard link' '/usr/include/hard.h is not what the manifest says'
forged 'file for link' '/usr/include/link.h is not what the manifest says'
forged renamed 'another file where the archive has /usr/include/c.h'
forged device 'another file where the archive has /usr/lib/null'
forged 'leads out' 'names that lead outside'
forged absolute 'names that lead outside'
forged 'sum changed' '/usr/include/b.h is not what the manifest says'
forged 'line gone' 'another file where the archive has /usr/include/b.h'
forged 'line twice' 'the manifest lists another file'
forged 'manifest cut' 'the manifest'
forged 'manifest longer' 'the manifest lists files that the archive lacks'
forged 'manifest empty' 'the manifest of forged.tar is damaged'
forged 'other format' 'of a newer form than this program reads'
forged 'manifest second' 'no manifest leads forged.tar'
forged 'link out' 'names that lead outside'
[ "$(ls -A outside)" = victim ] && [ "$(cat outside/victim)" = victim ]
# The forger's own work is no cause of refusal.
python3 forge.py whole.tar nothing forged.tar
quietly aarch64-jetson sysroot unpack -q forged.tar made
rm -r made

# Full disks.
if mkdir small && mount -t tmpfs -o size=1M none small 2> mount-error; then
    (
        refused unpack 'No space left' whole.tar.zst small/made
        refused pack 'No space left' tree small/x.tar.zst
        refused pack 'No space left' tree small/x.tar.xz
        [ -z "$(ls -A small)" ] || fail "left on the full disk: $(ls -A small)"
    ) || { umount small; exit 1; }
    umount small
fi

# Killed at any moment: nothing under the name, and the next run needs no help.
cp -a "$board" large
find large -name 'lib*san*' -delete
quietly aarch64-jetson sysroot pack -q large large.tar.zst
for delay in 0.01 0.05 0.1 0.3 0.6; do
    aarch64-jetson sysroot unpack -q large.tar.zst made &
    sleep $delay
    kill -9 $! 2> /dev/null || true
    wait $! || true
    [ ! -e made ] || [ -z "$(diff -rq --no-dereference large made)" ] || fail "half a sysroot after $delay s"
    rm -rf made
    aarch64-jetson sysroot pack -q large again.tar.zst &
    sleep $delay
    kill -9 $! 2> /dev/null || true
    wait $! || true
    [ ! -e again.tar.zst ] || cmp large.tar.zst again.tar.zst
    rm -f again.tar.zst
done
quietly aarch64-jetson sysroot unpack -q large.tar.zst made
quietly aarch64-jetson sysroot pack -q made again.tar.zst
cmp large.tar.zst again.tar.zst
rm -r made
nothing_left

# Interrupted: cleaned up at once, the former as it was.
for run in 'unpack -q --replace large.tar.zst former' 'pack -q --replace large again.tar.zst'; do
    code=0
    for delay in 0.2 0.1 0.05 0.02 0.01; do
        code=0
        # shellcheck disable=SC2086
        timeout --preserve-status -s INT $delay aarch64-jetson sysroot $run 2> error || code=$?
        [ $code != 130 ] || break
        rm -rf former && mkdir former && echo mine > former/mine
    done
    [ $code = 130 ] || fail "never interrupted: exit code $code"
    grep -q 'interrupted by signal 2' error
    nothing_left
done
[ "$(cat former/mine)" = mine ]
cmp large.tar.zst again.tar.zst

# What a sysroot is replaced by is the new one whole.
touch former/mine
quietly aarch64-jetson sysroot unpack -q --replace large.tar.zst former
prints '' diff -rq --no-dereference large former
nothing_left
