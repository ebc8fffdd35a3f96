#!/bin/bash
# Every kind of damage, made on purpose, is found, with what to do about it; exit code 1 where a build would fail.
. "$(dirname "$0")/common.inc"
. "$e2e/findings.inc"
lib=usr/lib/aarch64-linux-gnu

# What builds and the dynamic loader would suffer from, but links do not: exit code 0.
cp -al "$board" warned
aarch64-jetson-clang -shared -fPIC -Wl,-soname,libgone.so.7 -x c /dev/null -o libgone.so
mkdir -p warned/opt/x/lib warned/opt/y warned/etc/alternatives "warned/usr/lib/gcc/aarch64-linux-gnu/99"
cp libgone.so warned/opt/y/libaside.so.7
aarch64-jetson-clang -shared -fPIC -Wl,-soname,libaside.so.7 -x c /dev/null -o libaside.so
aarch64-jetson-clang -shared -fPIC -Wl,--no-as-needed -x c /dev/null -x none libgone.so libaside.so -o "warned/$lib/libneeds.so"
aarch64-jetson-clang -shared -fPIC -Wl,--no-as-needed,-rpath,'$ORIGIN/../../../opt/x/lib' -x c /dev/null -x none libgone.so -o "warned/$lib/libfinds.so.1"
cp warned/usr/lib/gcc/aarch64-linux-gnu/12/{crt*.o,libgcc*} warned/usr/lib/gcc/aarch64-linux-gnu/99
ln -s /usr/bin/gcc warned/etc/alternatives/cc
ln -s nowhere warned/etc/alternatives/nothing
ln -s ../.. "warned/$lib/up" # leads to a folder of the sysroot, and nothing is said of it
clang-19 --target=x86_64-linux-gnu -shared -nostdlib -fuse-ld=lld -x c /dev/null -o warned/opt/x/lib/libhost.so
check 0 warned
finds warning needed 'libgone.so.7 is needed by libfinds.so.1, libneeds.so, and nothing' 'install its package'
finds warning needed 'libaside.so.7 is needed by libneeds.so, and lies where the board' 'rpath = ["/opt/y"]'
finds warning gcc 'GCC 99 has no libstdc++' 'install libstdc++-99-dev'
finds warning escaping-link '1 link that is no library, header or .pc file leads out of the sysroot' 'sysroot make'
finds warning dangling-link '1 link that is no library, header or .pc file leads nowhere' 'sysroot make'
finds warning wrong-architecture 'libhost.so is for x86_64' 'arm64'
cp libgone.so warned/opt/x/lib/libgone.so.7
check 0 warned
finds warning needed 'libgone.so.7 is needed by libneeds.so, and lies' 'rpath = ["/opt/x/lib"]'
echo /opt/x/lib > warned/etc/ld.so.conf.d/x.conf
check 0 warned
! grep -q 'libgone.so.7 is needed' report.json || fail "$(cat report.json)"

# A folder that is closed for who checks: also for root, whose power over files is taken away for that.
mkdir -m 000 "warned/$lib/closed"
as_others=()
[ "$(id -u)" != 0 ] || as_others=(setpriv --bounding-set=-dac_override,-dac_read_search)
exits 0 "${as_others[@]}" aarch64-jetson sysroot check --json warned > report.json
finds warning unreadable closed 'make it readable for you'
chmod 755 "warned/$lib/closed"

# What lets builds fail, or makes something else of them than it should.
cp -al "$board" broken
rm "broken/$lib/crt1.o" "broken/usr/lib/gcc/aarch64-linux-gnu/12/crtbeginT.o"
rm "broken/$lib/libm.so" && ln -s /lib/aarch64-linux-gnu/libm.so.6.none "broken/$lib/libm.so"
ln -sfn "libz.so.9" "broken/$lib/libz.so"
ln -s libnone.so.1 "broken/$lib/libnone.so"
ln -sfn /lib/aarch64-linux-gnu/libcrypt.so.1 "broken/$lib/libcrypt.so.9"
ln -s ../../../../../../etc/passwd "broken/usr/include/out.h"
cp warned/opt/x/lib/libhost.so "broken/$lib/libhost.so.1"
: > "broken/$lib/libempty.so"
printf libnsl.so.2 > "broken/$lib/libtext.so"
printf '!<symlink>libnsl.so.2\0' > "broken/$lib/libcygwin.so.1"
head -c 2000 "broken/$lib/libresolv.so.2" > "broken/$lib/libhalf.so"
echo '<html>404</html>' > "broken/$lib/libpage.so"
echo 'GROUP ( /lib/aarch64-linux-gnu/libc.so.6 /usr/lib/libnot.a -lnot )' > "broken/$lib/libscript.so"
echo 'int f(void) { return 1; }' | clang-19 --target=x86_64-linux-gnu -c -x c - -o host.o && llvm-ar-19 rc "broken/$lib/libhost.a" host.o
check 1 broken
finds problem start-files 'crt1.o is missing' 'libc6-dev'
finds problem start-files 'crtbeginT.o is missing' 'libgcc-12-dev'
finds problem static-trap 'libm.so leads nowhere (/lib/aarch64-linux-gnu/libm.so.6.none), and beside it is libm.a' 'make the sysroot again'
finds problem static-trap 'libz.so leads nowhere (libz.so.9)' 'make the sysroot again'
finds problem build 'C with -lm does not build: the result does not load libm.so' 'mend libm.so'
finds problem dangling-link 'libnone.so leads nowhere (libnone.so.1)' 'remove the link'
finds problem escaping-link 'libcrypt.so.9 leads out of the sysroot' 'ln -sfnr'
finds problem escaping-link 'out.h leads out of the sysroot (../../../../../../etc/passwd)' 'remove it'
finds problem wrong-architecture 'libhost.so.1 is for x86_64' 'arm64'
finds problem wrong-architecture 'libhost.a holds objects for another machine' 'arm64'
finds problem empty-library 'libempty.so is empty' 'fetch it again'
finds problem link-text 'libtext.so is a file that holds the text of a link (libnsl.so.2)' 'sysroot make'
finds problem link-text 'libcygwin.so.1' 'sysroot make'
finds problem damaged-library 'libhalf.so is damaged' 'fetch it again'
finds problem not-a-library 'libpage.so' 'fetch it again'
finds problem linker-script 'names /usr/lib/libnot.a' 'libnot.a'
finds problem linker-script 'names -lnot' 'again'

# The fix that is told for a link that leads out is right.
sh -c "$(python3 -c 'import json
print(*[f["fix"].split(", or ")[1] for f in json.load(open("report.json"))["findings"] if "libcrypt.so.9" in f["where"]])')"
[ "$(readlink "broken/$lib/libcrypt.so.9")" = libcrypt.so.1 ] || [[ $(readlink "broken/$lib/libcrypt.so.9") = libcrypt.so.1* ]]

# Without the compiler's own parts.
cp -al "$board" bare
rm -r bare/usr/include/c++ bare/usr/include/features.h
rm bare/usr/lib/gcc/aarch64-linux-gnu/12/libstdc++.*
check 1 bare
finds problem glibc 'headers of the C library are missing' 'libc6-dev'
finds problem libstdc++ 'GCC 12 has no libstdc++' 'libstdc++-12-dev'
finds problem build 'C does not build: ' 'mend'

# `sysroot make` puts in place what it was asked for, and tells all the same; with --quiet it says nothing.
aarch64-jetson sysroot make bare made > made-report 2> progress
grep -q '^problem  glibc  *the headers of the C library are missing' made-report
grep -q '^ *fix: install libc6-dev' made-report
! grep -q '^ok ' made-report || fail "$(cat made-report)"
quietly aarch64-jetson sysroot make --quiet --replace bare made
aarch64-jetson sysroot make --help > help
grep -q 'Exit code: 0 once DEST is in place' help

rm -r bare/usr/lib/gcc/aarch64-linux-gnu/12
exits 1 aarch64-jetson sysroot check bare > table
grep -q '^problem  gcc  *there is no GCC directory' table
grep -q '^ *fix: install build-essential' table
grep -q '^[1-9][0-9]* problems, [0-9]* warnings\?$' table
