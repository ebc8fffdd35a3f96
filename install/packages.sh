# shellcheck shell=bash
# The Debian packages that the quickstart and the tests need: this list is the only one. To be sourced.

# shellcheck disable=SC2034 # these are for the scripts that source this
base_packages=(
    binutils
    ca-certificates
    cmake
    debian-archive-keyring
    g++
    libarchive-dev
    libcli11-dev
    libelf-dev
    libext2fs-dev
    liblzma-dev
    libtomlplusplus-dev
    libzstd-dev
    mmdebstrap
    nettle-dev
    ninja-build
    nlohmann-json3-dev
    pkgconf
    qemu-user-static
    zlib1g-dev
)
# shellcheck disable=SC2034
rust_packages=(rustc-web cargo-web libstd-rust-web-dev:arm64)

# Prints those of the packages named that are not installed.
missing_packages() {
    local package
    for package; do
        [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || echo "$package"
    done
}

# Prints what is missing of clang, lld and LLVM's tools, looked for as the forwarders do: `clang`, else the highest
# clang-N; the others beside it or on PATH. Nothing where the machine has them, whatever they came from.
missing_clang_packages() {
    local name clang='' release='' tool
    for name in clang clang-{40..14}; do
        clang=$(command -v "$name") && break
    done
    if [[ $clang ]]; then
        release=-$("$clang" -dumpversion | cut -d . -f 1)
        clang=$(readlink -f "$clang")
    else
        # With 19 the tools are tested; a Debian that lacks it has one number of its own.
        [[ $(apt-cache policy clang-19 lld-19 2>/dev/null) != *Candidate:\ [0-9]*Candidate:\ [0-9]* ]] || release=-19
        echo "clang$release"
    fi
    for tool in ld.lld:lld llvm-ar:llvm; do
        name=${tool%:*}
        [[ $clang && -x ${clang%/*}/$name ]] || command -v "$name$release" "$name" >/dev/null || echo "${tool#*:}$release"
    done
}

as_root() {
    if ((EUID == 0)); then "$@"; else sudo "$@"; fi
}

# A list that cannot be fetched (somebody's own package source that is down) is no reason to stop: what is asked for
# may be in the others.
update_package_lists() {
    as_root apt-get update || echo "apt-get update failed; going on with the lists that are there"
}

# --no-remove: nothing of the user's may go for it (rustc-web and rustc, say, exclude each other). The lock: a fresh
# machine often runs an apt of its own.
install_packages() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120 install \
        --yes --no-remove --no-install-recommends "$@"
}
