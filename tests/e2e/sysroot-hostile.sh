#!/bin/bash
# Hostile and hard input: nothing is written outside DEST, nothing crashes (the program here is the one with ASan and
# UBSan), and what is refused leaves nothing behind. ENTRIES=1000000 for a long run.
. "$(dirname "$0")/common.inc"
PATH=$PATH:/usr/sbin:/sbin
ours=$TESTS_BUILD/sanitized/aarch64-jetson
[ -x "$ours" ] || skip "no build with sanitizers"

mkdir -p canary/outside corpus work
echo victim > canary/outside/victim
ln -s victim canary/outside/link
mkfifo canary/outside/pipe
# state: of all there is outside DEST, contents, kinds and times.
state() { (cd canary && find . -printf '%p %y %l %m %n %s %T@\n' | sort && cat outside/victim); }
before=$(state)
python3 "$e2e/data/hostile_archives.py" corpus "$scratch/canary/outside" "${ENTRIES:-100000}"

# tries FILE: DEST is whole or not there, no sanitizer complains, nothing else has changed.
code=0
tries() {
    code=0
    rm -rf work && mkdir work
    "$ours" sysroot make "$1" work/made > report 2> error || code=$?
    [ $code = 0 ] || [ $code = 1 ] || fail "exit code $code for $1: $(tail -n 30 error)"
    ! grep -q 'Sanitizer\|runtime error' error || fail "$1: $(cat error)"
    [ "$(ls -A work)" = "$([ $code != 0 ] || echo made)" ] || fail "$1, exit code $code, leaves $(ls -A work)"
    [ $code = 0 ] || [ "$(grep -c ': error: ' error)" = 1 ] || fail "$1: $(cat error)"
    [ "$(state)" = "$before" ] || fail "$1 changed what lies outside: $(state)"
    ! grep -qP '[\x00-\x08\x0b-\x1f]' report error || fail "control characters in the report of $1: $(cat -v report error)"
}
for archive in corpus/*.tar; do
    tries "$archive"
    case $code:$(basename "$archive" .tar) in
        1:through-a-file | 1:folder-then-file | 1:deep | 1:size-* | 1:hole | 1:times) ;;
        0:*)
            [ "$(cat work/made/usr/lib/good)" = good ]
            [ -z "$(find work/made -name escaped -not -path 'work/made/*')" ]
            [ -z "$(find work/made -type b -o -type c -o -type p -o -perm /6000)" ] || fail "$archive: devices, pipes, setuid"
            [ -z "$(find work/made -type l -lname '/*')" ] || fail "$archive: absolute links"
            ;;
        *) fail "$archive: exit code $code: $(cat error)" ;;
    esac
    case $(basename "$archive" .tar) in
        names)
            [ -f work/made/usr/lib/$'\xff\xfe' ] && [ -f work/made/usr/lib/$'line\nbreak' ]
            grep -q 'names that lead outside' report
            ;;
        pax-names) [ "$(cat work/made/usr/lib/größe)" = pax ] ;;
        file-then-folder) [ "$(cat work/made/usr/lib/a/in)" = in ] ;;
        many) [ "$(find work/made -type f | wc -l)" = $((${ENTRIES:-100000} + 1)) ] ;;
        hole) [ "$(stat -c %s work/made/usr/lib/hole)" = $((1 << 40)) ] && [ "$(du -m work/made/usr/lib/hole | cut -f1)" -lt 2 ] ;;
    esac
done

# A folder deeper than any path that the kernel takes.
python3 -c '
import os
os.makedirs("deep/usr/lib")
os.chdir("deep/usr/lib")
for _ in range(2000): os.mkdir("d" * 10); os.chdir("d" * 10)'
tries deep
[ $code = 0 ] || grep -q 'File name too long\|deep' error || fail "$(cat error)"
rm -rf deep

# An image with a folder in itself, then images with bytes changed at places that are the same in every run.
mkdir -p root/usr/lib/sub/sub2 root/usr/include
cp -a "$board"/usr/include/{stdio.h,net,arpa} root/usr/include
ln root/usr/include/stdio.h root/usr/lib/hard
ln -s "$(printf '%0200d' 1)" root/usr/lib/long
mke2fs -q -t ext4 -O ^metadata_csum -d root good.img 8M 2> mke2fs.log
cp good.img loop.img
debugfs -w -R 'link /usr/lib /usr/lib/sub/again' loop.img 2> debugfs.log
tries loop.img
[ $code = 0 ] || fail "$(cat error)"
truncate -s 10M disk.img
printf 'label: gpt\nstart=2048, size=16384, name="APP"\n' | sfdisk -q disk.img
dd if=good.img of=disk.img bs=1M seek=1 conv=notrunc,sparse status=none
tar -C root -cf good.tar .
zstd -q good.tar
python3 - << 'PY'
import os, random
chance = random.Random(4)
os.mkdir("flipped")
for name, count in ("good.img", 90), ("disk.img", 60), ("good.tar", 30), ("good.tar.zst", 20):
    data = open(name, "rb").read()
    # Where something is, not in the zeros between.
    used = [i for i in range(0, len(data), 64) if any(data[i:i + 64])]
    for number in range(count):
        changed = bytearray(data)
        for _ in range(chance.choice((1, 8, 64))):
            changed[min(chance.choice(used) + chance.randrange(64), len(data) - 1)] ^= 1 << chance.randrange(8)
        open(f"flipped/{number}-{name}", "wb").write(changed)
PY
good=0
for file in flipped/*; do
    tries "$file"
    [ $code != 0 ] || good=$((good + 1))
done
[ $good -gt 20 ] && [ $good -lt 200 ] || fail "$good of 200 were taken"
