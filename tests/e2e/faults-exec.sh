#!/bin/bash
# The program behind our tool cannot be run: the reason in one sentence, the place in the settings, what to do; exit code 1.
# (ENOENT of a script's interpreter, EACCES, ENOEXEC, ETXTBSY, E2BIG, and a program that is killed or gone.)
# matrix: clang=19
# matrix: host=x86_64-linux-musl,aarch64-linux-musl
. "$(dirname "$0")/common.inc"

echo 'int main(void) { return 0; }' > main.c
use() { # PROGRAM
    printf '%s\n' "sysroot = '$board'" '[programs]' "clang = '$1'" "lld = '$(command -v "ld.lld-$clang")'" > "$AARCH64_JETSON_CONFIG"
}
# fault WHAT FIX: the sentence, the settings' line and the advice.
fault() {
    exits 1 aarch64-jetson-clang -c main.c > stdout 2> message
    [ ! -s stdout ]
    grep -q "^aarch64-jetson-clang: error: $1" message || fail "no '$1' but: $(cut -c 1-300 message)"
    grep -q "^  where: $AARCH64_JETSON_CONFIG:3:" message || fail "no place: $(cut -c 1-300 message)"
    grep -q "^  fix:   .*$2" message || fail "no '$2' but: $(cut -c 1-300 message)"
}

use "$scratch/gone"
fault "there is no program $scratch/gone" 'correct its path'
mkdir folder && use "$scratch/folder"
fault "there is no program $scratch/folder" 'correct its path'
printf '#!/no/such/interpreter\n' > script && chmod +x script && use "$scratch/script"
fault "cannot run (No such file or directory): $scratch/script" 'interpreter'
echo 'no program' > text && chmod 644 text && use "$scratch/text"
fault "not executable: $scratch/text" 'chmod +x'
printf '\177ELF not for this machine' > strange && chmod +x strange && use "$scratch/strange"
fault "cannot run (Exec format error): $scratch/strange" 'no program for this machine'
cp /bin/true busy && use "$scratch/busy"
exec {writer}>> busy
fault "cannot run (Text file busy): $scratch/busy" 'until its installation is finished'
exec {writer}>&-

# Too long for the system by what we add, where no response file can help: clang takes -cc1 only on the command line itself.
deep=$scratch
for _ in {1..15}; do deep=$deep/$(printf 'd%.0s' {1..200}); done
mkdir -p "$deep" && ln -s "$(command -v "clang-$clang")" "$deep/clang" && use "$deep/clang"
cat > longest.py <<'PY'
import errno, os, resource, subprocess, sys
resource.setrlimit(resource.RLIMIT_STACK, (512 << 10, resource.RLIM_INFINITY))
for size in range(128 << 10, 120 << 10, -500):  # the longest line that the tool itself can be called with
    try:
        end = subprocess.run([sys.argv[1], "-cc1", *["-DXXXXX"] * (size // 16)], capture_output=True, text=True,
                             env={"AARCH64_JETSON_CONFIG": os.environ["AARCH64_JETSON_CONFIG"]})
    except OSError as error:
        assert error.errno == errno.E2BIG
        continue
    print(end.stderr, end="")
    sys.exit(end.returncode)
PY
exits 1 python3 longest.py "$(command -v aarch64-jetson-clang)" > message
grep -q '^aarch64-jetson-clang: error: cannot run (Argument list too long): ' message || fail "$(cut -c 1-300 message)"
grep -q '^  fix:   .*response file' message

# Removed between two compiles: the sysroot, then clang itself.
cp -al "$board" sysroot
printf '%s\n' "sysroot = '$scratch/sysroot'" '[programs]' "clang = '$(command -v "clang-$clang")'" > "$AARCH64_JETSON_CONFIG"
quietly aarch64-jetson-clang -c main.c
mv sysroot elsewhere
exits 1 aarch64-jetson-clang -c main.c 2> message
grep -q "error: sysroot does not exist: $scratch/sysroot" message
grep -q "^  where: $AARCH64_JETSON_CONFIG:1:" message
