#!/bin/bash
# Installs the Debian packages that the tests need and that are missing here.
set -euo pipefail

# shellcheck source-path=SCRIPTDIR source=../../install/packages.sh
. "$(dirname "$0")/../../install/packages.sh"

packages=("${base_packages[@]}" "${rust_packages[@]}"
    # the tools behind ours: the oldest and the newest that Debian 12 has
    clang-14 clang-19 lld-14 lld-19 llvm-14 llvm-19
    clang-16 clang-22 # host compiler of nvcc, and CUDA compiler
    lld-22 # of the newest clang there is, which init and the quickstart choose
    # what reads our settings
    clang-tidy-19
    clangd-19
    fish
    man-db
    zsh
    # the tools for Windows, and where they are tried
    g++-mingw-w64-x86-64-posix
    wine
    wine64
    # what the end-to-end tests build with
    android-sdk-libsparse-utils
    busybox-static
    bzip2
    ccache
    dpkg-dev
    e2fsprogs
    exfat-fuse exfatprogs # a file system without links
    fdisk
    gnupg
    libclang-14-dev
    libclang-19-dev
    libclang-rt-19-dev
    lintian
    make
    meson
    mruby
    ntfs-3g
    openssh-client
    openssh-server
    openssl
    procps
    proot
    python3
    python3-pip
    python3-venv
    python3-yaml
    strace
    time
    unzip
    valgrind
    xz-utils
    zip
    zstd
)

mapfile -t missing < <(missing_packages "${packages[@]}")
[ ${#missing[@]} -gt 0 ] || exit 0

echo "installing ${missing[*]}"
[[ " $(dpkg --print-architecture) $(dpkg --print-foreign-architectures | xargs) " = *" arm64 "* ]] ||
    as_root dpkg --add-architecture arm64
update_package_lists
# One package that a newer Debian no longer has must not keep the others away: its tests say what they lack.
install_packages "${missing[@]}" || {
    for package in "${missing[@]}"; do install_packages "$package" || true; done
    echo "not installed: $(missing_packages "${packages[@]}" | xargs)"
    exit 1
}
