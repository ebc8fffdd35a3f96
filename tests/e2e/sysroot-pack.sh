#!/bin/bash
# A sysroot goes into one file and comes out of it as it was. The same tree gives the same bytes, tar and xz can read them, and what comes
# out builds and runs C.
. "$(dirname "$0")/common.inc"

cp -a "$board" tree
find tree -name 'lib*san*' -delete # large, and nothing new
ln tree/usr/include/stdio.h tree/usr/include/hard.h
truncate -s 64M tree/usr/lib/sparse
printf end >> tree/usr/lib/sparse
echo name > tree/usr/lib/$'F\xc5\x91 \xff'
ln -s $'F\xc5\x91 \xff' tree/usr/lib/'a link'
: > tree/usr/lib/empty
deep=tree/usr/lib/$(printf 'd%.0s' {1..120})/$(printf 'e%.0s' {1..120})
mkdir -p "$deep"
echo long > "$deep/$(printf 'f%.0s' {1..200})"
chmod 2775 "$deep"
chmod 4711 tree/usr/lib/empty
touch -d '2001-02-03 04:05:06.789 UTC' tree/usr/include/stdio.h
touch -h -d '1999-01-01 UTC' tree/usr/lib/'a link'
mkfifo tree/usr/lib/pipe
echo '# R36 (release), REVISION: 4.3, GCID: 38968081, BOARD: generic' > tree/etc/nv_tegra_release

# facts FOLDER: what must come back: kind, mode but for setuid and its kin, time to the nanosecond, links, size and text.
facts() {
    (cd "$1" && find . -mindepth 1 ! -type p -printf '%p\t%y\t%m\t%T@\t%n\t%l\t%s\n' | sort | sed -E 's/\t[2467]([0-7]{3}\t)/\t\1/')
}

differences() { diff -rq --no-dereference "$@" || true; }

packed() {
    local file=$1
    aarch64-jetson sysroot pack tree "$file" > report 2> progress
    grep -q "^packed $file: [1-9][0-9]* files, " report || fail "says: $(cat report)"
    grep -q 'passed over 1 devices, sockets and FIFOs' report
    grep -q "^packing $file: " progress
    rm -rf back
    aarch64-jetson sysroot unpack "$file" back > report
    grep -q '^unpacked back: ' report
    # File names may hold bytes that no sorted table likes but byte by byte.
    LC_ALL=C facts tree > wanted
    LC_ALL=C facts back > got
    # A folder's size is the file system's own.
    prints '' diff <(sed -E 's/^(.*\td\t.*)\t[0-9]+$/\1/' wanted) <(sed -E 's/^(.*\td\t.*)\t[0-9]+$/\1/' got)
    prints 'Only in tree/usr/lib: pipe' differences tree back
    [ back/usr/include/hard.h -ef back/usr/include/stdio.h ]
    [ "$(stat -c %b back/usr/lib/sparse)" -lt 1024 ] || fail "the sparse file takes $(stat -c %b back/usr/lib/sparse) blocks"
    [ -z "$(ls -A | grep partial)" ]
}

packed a.tar.zst
[ "$(stat -c %s a.tar.zst)" -lt $(($(du -s --block-size=1 tree | cut -f 1) / 2)) ]

# The same bytes: again, with one core, from elsewhere, as somebody else's files.
cp -a tree elsewhere
chown -R 1234:1234 elsewhere
quietly aarch64-jetson sysroot pack -q elsewhere/ b.tar.zst
quietly taskset -c 0 aarch64-jetson sysroot pack -q back c.tar.zst
cmp a.tar.zst b.tar.zst
cmp a.tar.zst c.tar.zst
rm tree/usr/lib/pipe

# tar reads it, and the manifest it then finds tells the truth.
mkdir plain
tar --zstd -xf a.tar.zst -C plain 2> /dev/null
prints 'Only in plain: .aarch64-jetson-manifest.json' differences tree plain
python3 - plain <<'PY'
import hashlib, json, os, sys
os.chdir(sys.argv[1])
manifest = json.load(open(".aarch64-jetson-manifest.json"))
assert manifest["format"] == "aarch64-jetson sysroot 1"
assert manifest["release"]["nv_tegra_release"].startswith("# R36 (release)"), manifest["release"]
assert 'NAME="Debian' in manifest["release"]["os-release"]
name = lambda text: os.fsencode(text)
listed = {name(entry["path"]): entry for entry in manifest["entries"]}
assert len(listed) == len(manifest["entries"]) and list(listed) != []
there = set()
for folder, folders, files in os.walk(b"."):
    there |= {os.path.join(folder, entry)[2:] for entry in folders + files}
assert there - set(listed) == {b".aarch64-jetson-manifest.json"} and not set(listed) - there
for path, entry in listed.items():
    if entry["kind"] == "file":
        data = open(path, "rb").read()
        assert len(data) == entry["size"] and hashlib.sha256(data).hexdigest() == entry["sha256"], path
    elif entry["kind"] == "link":
        assert os.readlink(path) == name(entry["target"]), path
    elif entry["kind"] == "hard link":
        assert os.path.samefile(path, name(entry["target"])), path
    else:
        assert entry["kind"] == "directory" and os.path.isdir(path), path
PY
# What tar took out, manifest and all, is the same tree, and a source for `make`.
quietly aarch64-jetson sysroot pack -q plain d.tar.zst
cmp a.tar.zst d.tar.zst
quietly aarch64-jetson sysroot make -q a.tar.zst made
[ -e made/usr/include/stdio.h ] && [ ! -e made/.aarch64-jetson-manifest.json ]

# .tar.xz: no larger than xz makes it. A smaller tree will do.
rm -rf back plain made elsewhere
mv tree whole && mkdir -p tree/usr/lib tree/usr/include tree/etc
cp -a whole/usr/lib/{sparse,$'F\xc5\x91 \xff','a link',empty} tree/usr/lib
cp -a whole/usr/include/{stdio,hard}.h tree/usr/include
cp -aL whole/usr/lib/aarch64-linux-gnu/{libc,libm,libstdc++}.so.6 tree/usr/lib
mkfifo tree/usr/lib/pipe
packed a.tar.xz
quietly aarch64-jetson sysroot pack -q --smallest back b.tar.xz
cmp a.tar.xz b.tar.xz
rm tree/usr/lib/{pipe,sparse} back/usr/lib/sparse
quietly aarch64-jetson sysroot pack -q --smallest back c.tar.xz
tar -C tree -cf - . | xz > by-hand.tar.xz
[ "$(stat -c %s c.tar.xz)" -le "$(stat -c %s by-hand.tar.xz)" ] ||
    fail "$(stat -c %s c.tar.xz) bytes, and plain xz $(stat -c %s by-hand.tar.xz)"
xz -dc c.tar.xz | tar -tf - > list 2> /dev/null
grep -qx 'usr/include/stdio.h' list
exits 2 aarch64-jetson sysroot pack -q --smallest tree d.tar.zst 2> error
grep -q 'name a file that ends in .tar.xz' error

# Where the settings look is where it goes to when no folder is named; there it builds and runs.
cat > main.c <<'C'
#include <math.h>
#include <stdio.h>
int main(int argc, char **argv) { (void)argv; printf("%g\n", sqrt(16.0 * argc)); return 0; }
C
printf 'sysroot = "there"\n[programs]\nclang = "clang-%s"\n' "$clang" > aarch64-jetson.toml
quietly aarch64-jetson sysroot pack -q whole whole.tar.zst
quietly aarch64-jetson sysroot unpack -q whole.tar.zst
quietly aarch64-jetson-clang main.c -lm -o main
prints 4 qemu-aarch64-static -L there ./main
JETSON_SYSROOT=$PWD/other quietly aarch64-jetson sysroot unpack -q whole.tar.zst
prints '' diff -r --no-dereference there other
