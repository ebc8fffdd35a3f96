#!/bin/bash
# libdrm by meson with a cross file, with the Tegra part; meson runs its tests by qemu.
# matrix: clang=14 sysroot=bullseye,trixie
# matrix: clang=19 sysroot=bookworm
. "$(dirname "$0")/common.inc"
by_hand_too

cat > cross.ini <<INI
[binaries]
c = 'aarch64-jetson-clang'
ar = 'aarch64-jetson-ar'
strip = 'aarch64-jetson-strip'
nm = 'aarch64-jetson-nm'
pkgconfig = 'aarch64-jetson-pkg-config'
exe_wrapper = ['qemu-aarch64-static', '-L', '$board']

[host_machine]
system = 'linux'
cpu_family = 'aarch64'
cpu = 'aarch64'
endian = 'little'
INI
cp -a "$(source_of libdrm)" libdrm
meson setup --cross-file cross.ini -Dtegra=enabled -Dtests=true -Dman-pages=disabled -Dvalgrind=disabled build libdrm
ninja -C build -j2
[ "$(elf build/libdrm.so.2 type machine)" = "DYN AArch64" ]
[[ " $(elf build/tegra/libdrm_tegra.so.0 needed) " = *" libdrm.so.2 "* ]]
# Its symbol checks read nm's output in a way that only GNU's satisfies (llvm-nm prints zeros for what is undefined).
meson test -C build --no-rebuild hash drmsl
same_as_by_hand 60
