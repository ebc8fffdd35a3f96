#!/bin/bash
# A sysroot of a running board: what comes over ssh is what comes out of the directory, and no more than that crosses.
. "$(dirname "$0")/common.inc"
. "$e2e/sshd.inc"

mkdir -p root/usr/lib/aarch64-linux-gnu root/usr/include
cp -a "$board"/usr/lib/os-release root/usr/lib
cp -a "$board"/usr/lib/aarch64-linux-gnu/{crt*,libc.*,libm.*} root/usr/lib/aarch64-linux-gnu
cp -a "$board"/usr/include/{stdio.h,aarch64-linux-gnu,net} root/usr/include
mkdir -p root/{usr/bin,usr/lib/firmware,usr/share/{doc,x/cmake,y},home/me,var/log,usr/local/cuda-12.6/{bin,targets}}
for left in usr/bin/tool usr/lib/firmware/blob home/me/notes var/log/syslog usr/share/doc/text usr/local/cuda-12.6/bin/nvcc; do
    head -c 4M /dev/urandom > "root/$left"
done
echo kept > root/usr/share/x/cmake/x.cmake
echo kept > "root/usr/share/y/it's.cmake"
ln root/usr/bin/tool root/usr/lib/other-name
ln root/usr/bin/tool root/usr/lib/third-name
truncate -s 60M root/usr/lib/sparse
ln -s /usr/lib/sparse root/usr/lib/absolute
mkfifo root/usr/lib/pipe
touch -d '2001-02-03 04:05:06 UTC' root/usr/share/x/cmake/x.cmake
quietly aarch64-jetson sysroot make -q root wanted

# gives URL: the sysroot made of it is the one made of the directory.
gives() {
    rm -rf made
    quietly aarch64-jetson sysroot make -q "$1" made
    prints '' diff -r --no-dereference wanted made
    [ made/usr/lib/other-name -ef made/usr/lib/third-name ]
    [ "$(stat -c %s made/usr/lib/sparse)" = $((60 << 20)) ] && [ "$(stat -c %b made/usr/lib/sparse)" -lt 2048 ]
    [ "$(stat -c %Y made/usr/share/x/cmake/x.cmake)" = "$(date -d '2001-02-03 04:05:06 UTC' +%s)" ]
}
gives "ssh://root@127.0.0.1:$port$scratch/root"
# Once: the hard links, whose first name stays behind, need no second transfer.
[ "$(grep -c 'Accepted publickey' sshd.log)" = 1 ] || fail "$(cat sshd.log)"
rm -rf made
aarch64-jetson sysroot make "ssh://board$scratch/root" made > report 2> progress
kept=$(du -sm made | cut -f1) sent=$(sed -n 's/^reading from board: \([0-9]*\) MB.*/\1/p' progress)
[ "$sent" -le $((kept * 5 / 4)) ] && [ "$sent" -ge 4 ] || fail "$sent MB sent for a sysroot of $kept MB"
gives "ssh://far$scratch/root"  # ProxyJump
gives "ssh://busy@board$scratch/root" # busybox's tar
mv root "it's a \$(touch pwned) \"root\" *"
gives "ssh://board$scratch/it's a \$(touch pwned) \"root\" *"
mv "it's a \$(touch pwned) \"root\" *" root

# Patterns are never read by a shell, and a kept folder below a left-out one comes.
odd='$(touch pwned);`touch pwned` '"'"'x'
mkdir -p "root/usr/lib/$odd" root/usr/lib/firmware/nvidia
echo kept | tee "root/usr/lib/$odd/file" > root/usr/lib/firmware/nvidia/file
settings
{
    echo '[contents]'
    echo "keep = ['''/usr/lib/$odd''', '''/usr/*[ab]?/x''', '/usr/lib/os-release', '/usr/lib/firmware/nvidia']"
    echo "leave_out = ['/usr/lib', '''/\$(touch pwned)/x''']"
} >> "$AARCH64_JETSON_CONFIG"
rm -rf made
quietly aarch64-jetson sysroot make -q "ssh://board$scratch/root" made
prints 'usr/lib/$(touch pwned);`touch pwned` '"'"'x/file
usr/lib/firmware/nvidia/file
usr/lib/os-release' bash -c "cd made && find * -type f | sort"
[ -z "$(find . -name pwned)" ]
settings

# Files that the user there may not read are told, not fatal.
chmod 700 root/usr/lib/aarch64-linux-gnu/libm.so.6 root/usr/include/net
rm -rf made
aarch64-jetson sysroot make "ssh://rover@board/srv/root" made > report 2> progress
grep -q '2 files or folders on rover@board are not readable for the user there and were passed over, the first: .*Permission denied' report || fail "$(cat report)"
[ -f made/usr/include/stdio.h ] && [ ! -e made/usr/lib/aarch64-linux-gnu/libm.so.6 ]

# A password, asked for by ssh itself on the terminal.
cat > type_password.py << 'PY'
import os, pty, sys
seen = b""
process, terminal = pty.fork()
if process == 0:
    os.execvp("aarch64-jetson", ["aarch64-jetson", "sysroot", "make", "-q"] + sys.argv[1:])
while True:
    try:
        piece = os.read(terminal, 1000)
    except OSError:
        break
    if not piece:
        break
    seen += piece
    if seen.endswith(b"password: "):
        os.write(terminal, b"secret\n")
sys.stdout.write(seen.decode())
sys.exit(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]))
PY
echo 'PubkeyAuthentication no' > config && cat home/.ssh/config >> config && cp config home/.ssh/config
rm -rf made
shows "rover@127.0.0.1's password: " python3 type_password.py "ssh://rover@board/srv/root" made
[ -f made/usr/include/stdio.h ]
