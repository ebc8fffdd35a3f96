#!/bin/bash
# A Debian package: deb.sh FILE.deb ARCHITECTURE VERSION INSTALLED, where INSTALLED is an installation with bin and share.
# Environment: SOURCE_DATE_EPOCH; DEBFULLNAME and DEBEMAIL, the maintainer, as Debian's own tools take them.
set -euo pipefail

file=$1 architecture=$2 version=$3 installed=$4
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
umask 022
maintainer="${DEBFULLNAME:-the aarch64-jetson authors} <${DEBEMAIL:-aarch64-jetson@packages.invalid}>"

mkdir -p "$root/usr" "$root/DEBIAN"
cp -a "$installed/." "$root/usr/"
cd "$root/usr/share"

# Debian's own places and forms.
mkdir -p zsh/vendor-completions lintian/overrides
mv zsh/site-functions/* zsh/vendor-completions/
rmdir zsh/site-functions
gzip -9n man/man1/*.1
rm doc/aarch64-jetson/LICENSE # its text begins `copyright`
{
    printf 'aarch64-jetson (%s) unstable; urgency=medium\n\n  * What changed: CHANGELOG.md in this folder.\n\n' "$version"
    printf ' -- %s  %s\n' "$maintainer" "$(LC_ALL=C date -u -R -d "@$SOURCE_DATE_EPOCH")"
} | gzip -9n > doc/aarch64-jetson/changelog.gz
for program in "$root"/usr/bin/aarch64-jetson-*; do ln -s aarch64-jetson.1.gz "man/man1/${program##*/}.1.gz"; done
sed 's/^[^#]/aarch64-jetson: &/' > lintian/overrides/aarch64-jetson << 'OVERRIDES'
# One file for every Debian and Ubuntu, which starts before a dynamic linker would have found its libraries.
statically-linked-binary [usr/bin/*]
embedded-library bzip2 [usr/bin/aarch64-jetson]
# What is read is the sysroot's.
uses-dpkg-database-directly [usr/bin/*]
# The same file is in the packages for other systems, where nobody has these texts; and Apache's is one with LLVM's exceptions.
copyright-file-contains-full-apache-2-license
copyright-file-contains-full-gpl-license
OVERRIDES

cd "$root"
find usr -type f -printf '%P\0' | LC_ALL=C sort -z | (cd usr && xargs -0 md5sum) | sed 's|  |  usr/|' > DEBIAN/md5sums
cat > DEBIAN/control << CONTROL
Package: aarch64-jetson
Version: $version
Architecture: $architecture
Maintainer: $maintainer
Installed-Size: $(find usr -printf '%y %s\n' | awk '{ kB += $1 == "f" ? int(($2 + 1023) / 1024) : 1 } END { print kB }')
Recommends: clang, lld, llvm
Suggests: libclang-dev, mmdebstrap, pkgconf, qemu-user-static
Section: devel
Priority: optional
Multi-Arch: foreign
Description: build for NVIDIA Jetson with the clang and lld of this machine
 Small static programs stand in front of clang, lld and LLVM's tools. They read
 one TOML file and add what a build of C, C++, Rust or CUDA for the board needs:
 target, sysroot, CPU, the Jetson's library directories.
 .
 aarch64-jetson, the program around them, makes the sysroot from a board, an
 image or packages, says what is wrong and how to mend it, and writes the
 settings of cargo, CMake, Meson and others.
CONTROL
find . -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
dpkg-deb --root-owner-group --threads-max=1 -Zxz --build . "$file" > /dev/null
