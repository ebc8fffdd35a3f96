#!/bin/bash
# dpkg installs the Debian package, its tools work, and dpkg removes all of it. In a root of its own, since tests run at the same time
# that must not find our tools in /usr/bin.
. "$(dirname "$0")/common.inc"
. "$e2e/package.inc"

mkdir -p root/var/lib/dpkg/{info,updates,triggers}
touch root/var/lib/dpkg/status
in_root() { PATH=$PATH:/usr/sbin:/sbin dpkg --root="$scratch/root" --force-not-root --force-script-chrootless --log="$scratch/dpkg.log" "$@"; }
find root | sort > before
in_root --install "$packages/aarch64-jetson_${version}_amd64.deb"
works "$scratch/root/usr/bin"
[ "$(cd root && stat -c %U:%G:%a usr/bin/aarch64-jetson usr/share/doc/aarch64-jetson/copyright | xargs)" = "root:root:755 root:root:644" ]
dpkg --root="$scratch/root" --verify aarch64-jetson > changed
[ ! -s changed ] || fail "not what the package's sums say: $(cat changed)"
in_root --remove aarch64-jetson
find root | sort | grep -v '/var/lib/dpkg' > after || true
[ -z "$(grep aarch64-jetson after)" ] || fail "left behind: $(cat after)"

# What Debian demands of a package. The one for aarch64 is made by the same lines.
prints '' lintian --allow-root --profile debian --fail-on none "$packages/aarch64-jetson_${version}_amd64.deb"

# What apt is told.
field() { dpkg-deb --field "$packages/aarch64-jetson_${version}_$1.deb" "$2"; }
for machine in amd64 arm64; do
    [ -e "$packages/aarch64-jetson_${version}_$machine.deb" ] || continue
    [ "$(field $machine Version) $(field $machine Architecture)" = "$version $machine" ]
    [ "$(field $machine Recommends)" = "clang, lld, llvm" ]
done
