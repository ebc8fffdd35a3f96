#!/bin/bash
# `sysroot make --hardlink` shares the files of a directory and changes nothing there.
. "$(dirname "$0")/common.inc"

cp -a "$board" root
lib=usr/lib/aarch64-linux-gnu
ln -sfn "/$lib/libm.so.6" "root/$lib/libm.so"
ln -sfn /lib/aarch64-linux-gnu/libz.so.9.9 "root/$lib/libz.so"
ln root/usr/include/stdio.h root/usr/include/hard.h
echo set > root/usr/lib/setuid && chmod 4755 root/usr/lib/setuid
echo closed > root/usr/lib/closed && chmod 444 root/usr/lib/closed
facts() { (cd root && find . -printf '%p %y %m %T@ %l %s\n' | sort && find . -type f -print0 | sort -z | xargs -0 sha256sum); }
facts > before

aarch64-jetson sysroot make --hardlink root made > report
[ "$(sed -n 's/^  \([0-9]*\) files are those of the source, not copies$/\1/p' report)" -gt 1000 ] || fail "says: $(cat report)"
[ root/usr/include/stdio.h -ef made/usr/include/stdio.h ] && [ root/usr/include/stdio.h -ef made/usr/include/hard.h ]
# What must be otherwise there is not shared.
[ ! root/usr/lib/setuid -ef made/usr/lib/setuid ] && [ "$(stat -c %a made/usr/lib/setuid)" = 755 ]
[ ! root/usr/lib/closed -ef made/usr/lib/closed ] && [ "$(stat -c %a made/usr/lib/closed)" = 644 ]
[ "$(readlink "made/$lib/libm.so")" = libm.so.6 ]
quietly aarch64-jetson sysroot make -q root copied
prints '' diff -r --no-dereference copied made
quietly aarch64-jetson sysroot make -q --hardlink --replace root made
facts > after
prints '' diff before after
rm -r made
facts > after
prints '' diff before after

# On another file system they are copied, and it is told.
if mkdir small && mount -t tmpfs -o size=500M none small 2> mount-error; then
    aarch64-jetson sysroot make --hardlink root small/made > report || { umount small; exit 1; }
    diff -r --no-dereference copied small/made > difference || { umount small; exit 1; }
    umount small
    grep -q '^  0 files are those of the source' report
fi
tar -C root -cf root.tar usr
exits 2 aarch64-jetson sysroot make --hardlink root.tar made 2> error
grep -q 'only the files of a directory can be linked to, not those of root.tar' error
