#!/bin/bash
# `aarch64-jetson sysroot` beside what people do by hand, on the same tree in one run: a table of ratios and whether they are what the
# project promises. Needs the tests' build folder as tests/run.sh leaves it, rsync, debugfs and xz; takes a few minutes on an idle machine.
#   tests/bench/sysroot.sh              a Debian sysroot of the tests
#   tests/bench/sysroot.sh SYSROOT      another, such as the 1 GB of build/tests/sysroots/bookworm-full
# Environment: TESTS_BUILD as in tests/run.sh, ROUNDS how often what is quick is run (3), ENTRIES of the large archive (1000000),
# PARTS of the bench (make image pack memory), WORK the folder to work in (build/tests/bench).
set -euo pipefail
export LC_ALL=C.UTF-8

tests=$(cd "$(dirname "$0")/.." && pwd)
build=${TESTS_BUILD:-$(dirname "$tests")/build/tests}
sysroot=$(realpath "${1:-$build/sysroots/bookworm}")
rounds=${ROUNDS:-3} entries=${ENTRIES:-1000000} parts=${PARTS:-make image pack memory}
tool=$build/stage/bin/aarch64-jetson
for program in rsync debugfs mke2fs xz python3 "$tool"; do
    command -v "$program" > /dev/null || { echo "bench: $program is missing" >&2 && exit 1; }
done
mkdir -p "${WORK:=$build/bench}"
work=$(mktemp -d "$WORK/sysroot.XXXXXX")
trap 'rm -rf "$work"' EXIT
cd "$work"

# measure NAME COMMAND…: its seconds and the most memory of it and its children (kB), as a line "NAME seconds kB" in the file `times`.
cat > measure.py << 'PY'
import os, resource, subprocess, sys, time
name, command = sys.argv[1], sys.argv[2:]
begin = time.monotonic()
child = subprocess.run(command, stdout=subprocess.DEVNULL)
seconds = time.monotonic() - begin
if child.returncode: sys.exit(f"bench: exit code {child.returncode} of: {' '.join(command)}")
with open("times", "a") as out: out.write(f"{name} {seconds:.3f} {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss}\n")
PY
measure() {
    sync -f .
    python3 measure.py "$@"
}
median() { awk -v name="$1" '$1 == name { print $2 }' times | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
most_memory() { awk -v name="$1" '$1 == name && $3 > most { most = $3 } END { printf "%d", most / 1024 }' times; }

row() { printf '%-44s %12s %12s %8s   %-8s %s\n' "$@"; }
# compare WHAT THEIRS OURS RELATION TARGET: the ratio theirs/ours ("x") or ours/theirs ("of") against the target.
compare() {
    local what=$1 theirs=$2 ours=$3 relation=$4 target=$5 unit=${6:-}
    awk -v t="$theirs" -v o="$ours" -v r="$relation" -v goal="$target" -v u="$unit" -v what="$what" 'BEGIN {
        ratio = r == "x" ? t / o : o / t
        met = r == "x" ? ratio >= goal : ratio <= goal
        printf "%-44s %12s %12s %7.2fx   %s %-5s %s\n", what, t u, o u, ratio, r == "x" ? ">=" : "<=", goal, met ? "met" : "NOT MET"
    }'
}
below() { awk -v what="$1" -v o="$2" -v most="$3" 'BEGIN { printf "%-44s %12s %9d MB %8s   <= %-5s %s\n", what, "", o, "", most, o <= most ? "met" : "NOT MET" }'; }

# The shell way, as it stands in many a repository, kept fair: one rsync, one find.
cat > fix-links.sh << 'SH'
#!/bin/bash
# Absolute links of $1 become relative, those that lead nowhere are removed.
root=$(realpath "$1")
find "$root" -type l | while read -r link; do
    target=$(readlink "$link")
    case $target in
        /*)
            folder=$(dirname "$link")
            ln -sfn "$(realpath -m --relative-to="$folder" "$root$target")" "$link"
            ;;
    esac
done
find "$root" -xtype l -delete
SH
cat > by-shell.sh << 'SH'
#!/bin/bash
rsync -a "$1/" "$2/" && exec ./fix-links.sh "$2"
SH
chmod +x fix-links.sh by-shell.sh

echo "tree: $sysroot with 2000 absolute links more"
cp -a "$sysroot" root
mkdir root/usr/lib/bench-links
# awk reads all, where head would end sort and the bench with it; a tree with fewer headers has them twice.
(cd root && find usr/include -type f) | sort |
    awk '{ target[NR] = $0 } END { for (i = 0; i < 2000; ++i) printf "/%s%croot/usr/lib/bench-links/%d%c", target[i % NR + 1], 0, i + 1, 0 }' |
    xargs -0 -n 2 ln -s
du -sm root | awk '{ print $1 " MB, '"$(find root | wc -l)"' entries, '"$(nproc)"' cores, load " }' | tr -d '\n'
cut -d' ' -f1 /proc/loadavg
row '' 'by hand' ours ratio target ''

if [[ $parts = *make* ]]; then
    mkdir links && cp -a --attributes-only root/. links
    "$tool" sysroot make -q root kept
    for _ in $(seq "$rounds"); do
        rm -rf a b c d e f && cp -a links e
        measure shell ./by-shell.sh root a
        measure make "$tool" sysroot make -q root b
        measure cp cp -a kept c
        measure hardlink "$tool" sysroot make -q --hardlink root d
        measure shell-links ./fix-links.sh e
        measure make-links "$tool" sysroot make -q links f
    done
    compare 'make, all: rsync, links, find (s)' "$(median shell)" "$(median make)" x 5
    # Ours makes the files and folders, too, all empty: their links can be timed alone, ours cannot.
    compare 'make, links: loop, find (s)' "$(median shell-links)" "$(median make-links)" x 20
    compare 'make from a directory: cp -a (s)' "$(median cp)" "$(median make)" of 1.2
    compare 'make --hardlink: cp -a (s)' "$(median cp)" "$(median hardlink)" of 1.2
    rm -rf a b c d e f links
fi

if [[ $parts = *image* ]]; then
    [ -d kept ] || "$tool" sysroot make -q root kept
    mke2fs -q -t ext4 -d kept image.ext4 "$(($(du -sm kept | cut -f 1) * 5 / 4 + 64))M"
    for _ in $(seq "$rounds"); do
        rm -rf a b && mkdir a
        measure rdump debugfs -R 'rdump / a' image.ext4 2> /dev/null
        measure image "$tool" sysroot make -q image.ext4 b
    done
    compare 'make from an image: debugfs rdump (s)' "$(median rdump)" "$(median image)" of 1.2
    rm -rf a b image.ext4
fi

if [[ $parts = *pack* ]]; then
    [ -d kept ] || "$tool" sysroot make -q root kept
    for _ in $(seq "$rounds"); do
        measure pack "$tool" sysroot pack -q --replace kept ours.tar.zst
    done
    # xz takes long enough to be timed once.
    measure xz bash -c 'tar -C kept -cf - . | xz -T0 > theirs.tar.xz'
    measure pack "$tool" sysroot pack -q --replace kept ours.tar.zst
    compare 'pack: tar | xz -T0 (s)' "$(median xz)" "$(median pack)" x 15
    compare 'pack: tar | xz -T0 (bytes)' "$(stat -c %s theirs.tar.xz)" "$(stat -c %s ours.tar.zst)" of 1.3
    tar -C kept -cf - . | xz -T1 > theirs.tar.xz
    measure smallest "$tool" sysroot pack -q --smallest kept ours.tar.xz
    compare 'pack --smallest: tar | xz (bytes)' "$(stat -c %s theirs.tar.xz)" "$(stat -c %s ours.tar.xz)" of 1
    for _ in $(seq "$rounds"); do
        measure unpack "$tool" sysroot unpack -q --replace ours.tar.zst a
        rm -rf b && mkdir b
        measure untar tar --zstd -xf ours.tar.zst -C b 2> /dev/null
    done
    compare 'unpack, with sums: tar --zstd (s)' "$(median untar)" "$(median unpack)" of 2
    rm -rf a b ours.* theirs.*
fi

if [[ $parts = *memory* ]]; then
    python3 - "$entries" large.tar << 'PY'
import io, sys, tarfile
count, out = int(sys.argv[1]), sys.argv[2]
with tarfile.open(out, "w", format=tarfile.GNU_FORMAT) as tar:
    def add(name, kind=tarfile.REGTYPE, link="", data=b""):
        info = tarfile.TarInfo(name)
        info.type, info.linkname, info.size, info.mtime = kind, link, len(data), 1700000000
        info.mode = 0o755 if kind == tarfile.DIRTYPE else 0o644
        tar.addfile(info, io.BytesIO(data))
    for i in range(count // 3):
        if i % 300 == 0:
            folder = f"usr/lib/aarch64-linux-gnu/package-{i // 300}"
            add(folder, tarfile.DIRTYPE)
        add(f"{folder}/libsomething-{i}.so.1.2.3", data=b"x")
        add(f"{folder}/header-{i}.h", data=b"y")
        add(f"{folder}/libsomething-{i}.so.1", tarfile.SYMTYPE, f"/{folder}/libsomething-{i}.so.1.2.3")
PY
    measure large-make "$tool" sysroot make -q large.tar large
    rm large.tar
    if "$tool" sysroot check --help > /dev/null 2>&1; then
        # It finds what it must find: no C library. Its memory is what is asked.
        measure check bash -c '"$0" sysroot check large || true' "$tool"
        measure check bash -c '"$0" sysroot check "$1" || true' "$tool" "$sysroot"
    fi
    measure large-pack "$tool" sysroot pack -q large large.tar.zst
    rm -rf large
    measure large-unpack "$tool" sysroot unpack -q large.tar.zst large
    rm -rf large large.tar.zst
    for verb in make pack unpack; do echo "$verb: $(median large-$verb) s for $entries entries, a third of them links"; done
    below "memory of make, $entries entries" "$(most_memory large-make)" 200
    below "memory of pack, $entries entries" "$(most_memory large-pack)" 600
    below "memory of unpack, $entries entries" "$(most_memory large-unpack)" 200
fi
for name in make image unpack check:200 pack:600 smallest:600; do
    memory=$(most_memory "${name%:*}")
    [ "$memory" = 0 ] || below "memory of ${name%:*}" "$memory" "$([[ $name = *:* ]] && echo "${name#*:}" || echo 200)"
done
echo "load now $(cut -d' ' -f1 /proc/loadavg)"
