#!/bin/bash
# Downloads from the Debian archive into the build folder, by an apt that lives there alone: the machine's package
# sources and lists stay as they are; of its settings only the mirror, proxy and clock ones are taken over.
#   tests/prepare/debian.sh                                       only sets that apt up
#   tests/prepare/debian.sh FOLDER package NAME[:ARCH][/SUITE]    unpacks a binary package into FOLDER
#   tests/prepare/debian.sh FOLDER source NAME                    unpacks the upstream source into FOLDER
#   tests/prepare/debian.sh FOLDER patched NAME                   the same with Debian's patches
set -euo pipefail

folder=${1:-} kind=${2:-} name=${3:-}
apt=${TESTS_BUILD:?the build folder of the tests}/apt
keyring=/usr/share/keyrings/debian-archive-keyring.gpg

write_settings() {
    local codename mirror entry="[signed-by=$keyring]"
    # shellcheck source=/dev/null
    codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
    # shellcheck disable=SC2016 # apt's own variables
    mirror=$(apt-get indextargets --format '$(RELEASE) $(REPO_URI)' 'Created-By: Packages' |
        sed -n "/^$codename /{s///p;q}")
    [ -n "$mirror" ] || { echo "apt knows no mirror for Debian '$codename'; run apt-get update"; exit 1; }
    rm -rf "$apt"
    mkdir -p "$apt/lists/partial" "$apt/archives/partial"
    # non-free: NVIDIA's CUDA 11.8, and 12.4 of the next release (tests/prepare/cuda.sh).
    printf '%s\n' "deb $entry $mirror $codename main non-free" "deb $entry $mirror $codename-backports main" \
        "deb-src $entry $mirror $codename main" "deb $entry $mirror trixie non-free" > "$apt/sources.list"
    cat > "$apt/apt.conf.new" << CONF
$(apt-config dump | grep -E '^Acquire::(http|https|Retries|Check-)')
Dir::Etc::main "/dev/null";
Dir::Etc::parts "/dev/null";
Dir::Etc::sourcelist "$apt/sources.list";
Dir::Etc::sourceparts "/dev/null";
Dir::State "$apt";
Dir::State::lists "$apt/lists";
Dir::State::status "/dev/null";
Dir::Cache "$apt";
Dir::Cache::archives "$apt/archives";
APT::Architectures { "$(dpkg --print-architecture)"; "arm64"; };
APT::Sandbox::User "$(id -un)";
Acquire::Languages "none";
CONF
    APT_CONFIG=$apt/apt.conf.new apt-get -q --error-on=any update
    mv "$apt/apt.conf.new" "$apt/apt.conf"
}

# Several may be started at once.
get() { flock "$apt/apt.conf" apt-get -q "$@"; }

[ -e "$apt/apt.conf" ] && grep -q ' trixie non-free$' "$apt/sources.list" || write_settings
[ -n "$folder" ] && [ ! -e "$folder" ] || exit 0

export APT_CONFIG=$apt/apt.conf
rm -rf "$folder.part"
mkdir -p "$folder.part/download"
cd "$folder.part/download"
case $kind in
    package)
        get download "$name"
        dpkg-deb -x ./*.deb ..
        ;;
    source)
        get source --download-only "$name"
        rm -f ./*.asc
        tar -xf ./*.orig.tar.* -C .. --strip-components=1
        ;;
    patched)
        get source --download-only "$name"
        dpkg-source --no-check --no-copy --extract ./*.dsc "$folder.part/unpacked"
        mv "$folder.part/unpacked"/* ..
        rm -r "$folder.part/unpacked" # with what dpkg-source keeps of the patches
        ;;
esac
rm -r "$folder.part/download"
mv "$folder.part" "$folder"
