#!/bin/bash
# A sysroot for JetPack 6.2 without board or image, by the shipped preset: repositories of Debian format stand in for NVIDIA's, packages
# with the names and files of NVIDIA's hold real shared objects, and Debian stands in for Ubuntu. What was fetched builds, and runs.
. "$(dirname "$0")/common.inc"

cuda=usr/local/cuda-12.6/targets/aarch64-linux/lib lib=usr/lib/aarch64-linux-gnu

# library FILE SONAME FUNCTION
library() {
    mkdir -p "$(dirname "$1")"
    echo "int $3(void) { return 7; }" | aarch64-jetson-clang -shared -fPIC -Wl,-soname,"$2" -x c - -o "$1"
}

# package REPOSITORY NAME [DEPENDS]: of what lies in the folder NAME.
package() {
    mkdir -p "$2/DEBIAN" "$1"
    printf '%s\n' "Package: $2" 'Version: 1.0' 'Architecture: arm64' 'Maintainer: Nobody <nobody@example.org>' \
        'Description: stands in' ${3:+"Depends: $3"} > "$2/DEBIAN/control"
    # What would run if maintainer scripts were run.
    printf '#!/bin/sh\necho ran > %s/script-ran\n' "$scratch" > "$2/DEBIAN/preinst"
    chmod 755 "$2/DEBIAN/preinst"
    dpkg-deb --root-owner-group -Zxz -b "$2" "$1/$2.deb" > /dev/null
}

# repository FOLDER SUITE: its lists, signed.
repository() (
    cd "$1"
    mkdir -p "dists/$2/main/binary-arm64"
    dpkg-scanpackages --multiversion . > "dists/$2/main/binary-arm64/Packages" 2> /dev/null
    cd "dists/$2"
    {
        printf '%s\n' "Suite: $2" "Codename: $2" 'Components: main' 'Architectures: arm64' "Date: $(date -uR)" 'SHA256:'
        echo " $(sha256sum main/binary-arm64/Packages | cut -d ' ' -f 1) $(stat -c %s main/binary-arm64/Packages) main/binary-arm64/Packages"
    } > Release
    gpg --batch --quiet --clearsign -o InRelease Release
)

export GNUPGHOME=$scratch/gnupg
mkdir -m 700 gnupg
gpg --batch --quiet --passphrase '' --quick-gen-key 'Test <test@example.org>' ed25519 sign never 2> /dev/null
gpg --export > nvidia.gpg
gpg --armor --export > jetson-ota-public.asc

library "nvidia-l4t-cuda/$lib/nvidia/libcuda.so" libcuda.so.1 cuInit
ln -s libcuda.so "nvidia-l4t-cuda/$lib/nvidia/libcuda.so.1"
library "cuda-cudart-12-6/$cuda/libcudart.so.12.6.68" libcudart.so.12 cudaInit
ln -s libcudart.so.12.6.68 "cuda-cudart-12-6/$cuda/libcudart.so.12"
mkdir -p "cuda-cudart-dev-12-6/$cuda" cuda-cudart-dev-12-6/usr/local/cuda-12.6/targets/aarch64-linux/include nvidia-l4t-core/etc nvidia-l4t-core/lib
ln -s libcudart.so.12 "cuda-cudart-dev-12-6/$cuda/libcudart.so"
echo 'int cudaInit(void);' > cuda-cudart-dev-12-6/usr/local/cuda-12.6/targets/aarch64-linux/include/cuda_runtime.h
echo '# R36 (release), REVISION: 4.3, GCID: 1, BOARD: generic, EABI: aarch64' > nvidia-l4t-core/etc/nv_tegra_release
echo old > nvidia-l4t-core/lib/in-the-old-lib # as packages have it that were built before /lib became a link
package soc nvidia-l4t-core
package soc nvidia-l4t-cuda nvidia-l4t-core
package common cuda-cudart-12-6
package common cuda-cudart-dev-12-6 cuda-cudart-12-6
repository soc r36.4
repository common r36.4

# A preset of the user's changes what is at hand here: where things are, and fewer packages.
export XDG_CONFIG_HOME=$scratch/config HOME=$scratch
presets=$XDG_CONFIG_HOME/aarch64-jetson/presets
mkdir -p "$presets"
cat > "$presets/company.toml" << TOML
extends = "jetpack-6.2"
[repositories.ubuntu]
mirror = "http://debian.example/debian" # not used: apt here has one
apt_origin = "Debian"
suites = "bookworm"
components = "main"
keyring = "/usr/share/keyrings/debian-archive-keyring.gpg"
[repositories.jetson-common]
mirror = "file://$scratch/common"
[packages]
base = ["base-files", "libc6-dev", "libgcc-12-dev", "nvidia-l4t-core"]
cuda = ["nvidia-l4t-cuda", "cuda-cudart-dev-12-6"]
TOML

# --list and --dry-run need neither network nor keys.
aarch64-jetson sysroot fetch --list > list
grep -q '^company: JetPack 6.2' list
[ "$(grep -c '^jetpack-' list)" = 11 ]
shows 'multimedia: nvidia-l4t-3d-core ' aarch64-jetson sysroot fetch --list jetpack-7.2
aarch64-jetson sysroot fetch jetpack-7.2 board --dry-run --with cuda > dry
key=$scratch/.config/aarch64-jetson/jetson-ota-public.asc ubuntu=/usr/share/keyrings/ubuntu-archive-keyring.gpg
prints "deb [arch=arm64 signed-by=$key] https://repo.download.nvidia.com/jetson/common r39.2 main
deb [arch=arm64 signed-by=$key] https://repo.download.nvidia.com/jetson/som r39.2 main
deb [arch=arm64 signed-by=$ubuntu] http://ports.ubuntu.com/ubuntu-ports noble main universe
deb [arch=arm64 signed-by=$ubuntu] http://ports.ubuntu.com/ubuntu-ports noble-updates main universe
deb [arch=arm64 signed-by=$ubuntu] http://ports.ubuntu.com/ubuntu-ports noble-security main universe" sed '/^$/,$d' dry
tail -n 1 dry | grep -q "^mmdebstrap .*--architectures=arm64 .*--include=base-files,.*,cuda-cudart-dev-13-2,.* '' board 'deb "
[ ! -e board ]

# Every key that is not there is told, and where to get it, before anything is fetched.
exits 1 aarch64-jetson sysroot fetch company board 2> error
[ "$(grep -c 'error: the keyring for ' error)" = 2 ]
grep -q "not there: $key" error
grep -q 'jetpack-6.2.toml:[0-9]*:[0-9]* (repositories.jetson-soc.keyring)' error
grep -q 'fix: .*jetson-ota-public.asc of a board there, .*--keyring jetson-soc=FILE' error

fetch() { aarch64-jetson sysroot fetch company board --mirror "jetson-soc=file://$scratch/soc" --keyring "$scratch/nvidia.gpg" "$@"; }
fetch > report 2> progress
grep -q '^made board: ' report
grep -q '/usr/local/cuda was missing' report
for step in 'reading the lists of packages' 'downloading packages' 'unpacking packages' 'writing board'; do grep -q "^$step: " progress; done
grep -q 'R36 (release)' board/etc/nv_tegra_release
[ "$(readlink board/lib)" = usr/lib ] && [ -e board/usr/lib/in-the-old-lib ]
[ ! -e script-ran ] || fail "a script of a package was run"
[ ! -e board/usr/bin ] && [ ! -e board/var/cache ]
grep -A 9 '^Package: nvidia-l4t-core$' board/var/lib/dpkg/status | grep -q '^Status: install ok installed$'
[ -z "$(find board -xtype l -o -lname '/*')" ] || fail "bad links: $(find board -xtype l -o -lname '/*')"

cat > main.c << 'C'
#include <cuda_runtime.h>
#include <stdio.h>
int cuInit(void);
int main(void) { printf("%d %d\n", cudaInit(), cuInit()); return 0; }
C
JETSON_SYSROOT=$PWD/board aarch64-jetson-clang main.c -lcudart -lcuda -o main
[[ $(elf main needed) = *libcuda.so.1*libcudart.so.12* ]] || fail "needs $(elf main needed)"
prints '7 7' qemu-aarch64-static -L board -E LD_LIBRARY_PATH=/usr/local/cuda/lib64:/$lib/nvidia ./main

# What is there is not touched, and a failure leaves nothing behind.
exits 1 fetch 2> error
grep -q 'board exists already' error
exits 1 fetch --replace --add nonesuch 2> error
grep -q 'error: the repositories have no package nonesuch$' error
gpg --batch --quiet --passphrase '' --quick-gen-key 'Other <other@example.org>' ed25519 sign never 2> /dev/null
gpg --export other@example.org > other.gpg
exits 1 fetch --replace --keyring "jetson-common=$scratch/other.gpg" 2> error
grep -q "error: apt refuses a repository: copy:.*/common r36.4 InRelease: .*NO_PUBKEY" error
[ -e board/etc/nv_tegra_release ]
[ -z "$(find . -maxdepth 1 -name '*.partial')" ]
