#!/bin/bash
# A clang on PATH that only others may run is passed over; one that the settings name is refused, in a sentence of ours.
. "$(dirname "$0")/common.inc"
[ "$(id -u)" = 0 ] || skip "only root can give files away and become another user"

# Where every user may go, whoever owns the folder of the tests.
open=$(mktemp -d)
trap 'rm -rf "$open"; on_exit' EXIT
chmod 777 "$open"
cd "$open"
mkdir first sysroot
cp "$TESTS_BUILD/stage/bin/aarch64-jetson-clang" .
printf '#!/bin/sh\nexit 9\n' > first/clang
chown 12345:12345 first/clang && chmod 0700 first/clang # root may run it, nobody may not
echo 'int main(void) { return 7; }' > main.c
as_nobody() {
    AARCH64_JETSON_CONFIG=$open/settings.toml setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
}
echo "sysroot = '$open/sysroot'" > settings.toml
PATH=$open/first:$PATH quietly as_nobody ./aarch64-jetson-clang -c main.c
[ "$(elf main.o machine)" = AArch64 ]
printf "[programs]\nclang = '%s'\n" "$open/first/clang" >> settings.toml
exits 1 as_nobody ./aarch64-jetson-clang -c main.c 2> message
grep -q "error: not executable: $open/first/clang" message
