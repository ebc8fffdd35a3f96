#!/bin/bash
# What stops a fetch: a machine without mmdebstrap, a signal, a kill, a mirror that does not answer. Nothing is left behind.
. "$(dirname "$0")/common.inc"

export HOME=$scratch
cat > small.toml << 'TOML'
extends = "debian-bookworm"
[packages]
base = ["base-files", "zlib1g-dev"]
TOML

# A machine that is no Debian, and one that is.
mkdir -p none some
exits 1 env PATH="$scratch/none" "$tools/aarch64-jetson" sysroot fetch ./small.toml made 2> error
grep -q 'needs a Debian or Ubuntu, and this machine lacks: mmdebstrap, apt-get, dpkg-deb$' error
grep -q 'fix: .*container.*aarch64-jetson sysroot make' error
ln -s "$(command -v apt-get)" "$(command -v dpkg-deb)" some
exits 1 env PATH="$scratch/some" "$tools/aarch64-jetson" sysroot fetch ./small.toml made 2> error
grep -q 'not installed: mmdebstrap$' error
grep -q 'fix:   apt-get install mmdebstrap$' error

# Words that are wrong: the nearest right one is told.
exits 2 aarch64-jetson sysroot fetch ./small.toml 2> error
grep -q 'a preset and a destination are needed' error
exits 1 aarch64-jetson sysroot fetch debian-bokworm made 2> error
grep -q 'did you mean `debian-bookworm`' error
exits 1 aarch64-jetson sysroot fetch ./small.toml made --with opencw 2> error
grep -q 'did you mean `opencv`' error
exits 2 aarch64-jetson sysroot fetch ./small.toml made --mirror debain=http://m 2> error
grep -q 'did you mean `debian`' error
[ ! -e made ]

# starts: a fetch in the background that has begun to load packages.
starts() {
    rm -f progress # what the run before said
    aarch64-jetson sysroot fetch ./small.toml made > out 2> progress &
    fetch=$!
    for _ in {1..600}; do
        ! grep -qs 'reading the lists of packages: ' progress || return 0
        sleep 0.1
    done
    fail "nothing began: $(cat progress)"
}
nothing_left() { [ -z "$(find . -maxdepth 1 -name '*made*')" ] || fail "left: $(find . -maxdepth 1 -name '*made*')"; }

for signal in TERM INT; do
    # A shell starts what is in the background with SIGINT ignored; the tool catches it all the same.
    starts
    kill -$signal $fetch
    code=0
    wait $fetch || code=$?
    [ $code = $((128 + $(kill -l $signal))) ] || fail "exit code $code"
    grep -q 'error: interrupted by signal' progress
    nothing_left
done
starts
kill -KILL $fetch
wait $fetch || true
[ -e .made.packages.partial ]
[ ! -e made ]

# The next one takes that away. This machine's mirror does not answer here, so the preset's own is asked.
mkdir mirror
cat > mirror/apt-get << SH
#!/bin/sh
[ "\$1" != indextargets ] || { echo http://127.0.0.1:9/debian; exit; }
exec $(command -v apt-get) "\$@"
SH
chmod +x mirror/apt-get
PATH=$scratch/mirror:$PATH aarch64-jetson sysroot fetch ./small.toml made --dry-run > dry
grep -q '^deb .* http://127.0.0.1:9/debian bookworm main$' dry
PATH=$scratch/mirror:$PATH quietly aarch64-jetson sysroot fetch ./small.toml made -q
[ -e made/usr/include/zlib.h ] && [ -e made/etc/os-release ]
[ "$(find . -maxdepth 1 -name '*made*')" = ./made ]
