#!/bin/bash
# What package managers fetch our archives by, each with the archive's SHA-256: manifests.sh FOLDER VERSION URL writes, for the archives
# in FOLDER, which are to be had below URL: a Homebrew formula, a scoop manifest and the three files of a winget manifest.
set -euo pipefail

cd "$1"
version=$2 url=${3%/}
# Ours, and, for what is linked into aarch64-jetson, that of the whole: see copyright.sh.
own_licence=MIT whole_licence=GPL-2.0-only
about="Build Rust, C, C++ and CUDA for NVIDIA Jetson from your desktop"
archive() { echo "aarch64-jetson-$version-$1"; }
hash() { sha256sum "$1" | cut -d ' ' -f 1; }

# source_for SYSTEM CPU ARCHIVE: where the formula finds the archive of one kind of machine.
source_for() {
    [ -e "$3" ] || return 0
    printf '  on_%s do\n    on_%s do\n      url "%s/%s"\n      sha256 "%s"\n    end\n  end\n\n' "$1" "$2" "$url" "$3" "$(hash "$3")"
}
if compgen -G '*.tar.gz' > /dev/null; then
    cat > aarch64-jetson.rb << FORMULA
class Aarch64Jetson < Formula
  desc "$about"
  homepage "$url"
  version "$version"
  license all_of: ["$own_licence", "$whole_licence"]

$(
        source_for macos arm "$(archive macos-arm64.tar.gz)"
        source_for macos intel "$(archive macos-x86_64.tar.gz)"
        source_for linux arm "$(archive linux-aarch64.tar.gz)"
        source_for linux intel "$(archive linux-x86_64.tar.gz)"
    )

  depends_on "lld"
  depends_on "llvm"

  def install
    prefix.install Dir["*"]
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/aarch64-jetson --version")
  end
end
FORMULA
fi

zip=$(archive windows-x86_64.zip)
[ -e "$zip" ] || exit 0
# The folder itself goes on PATH: scoop's shims would be one more program in every call, and would hide the name we were called by.
cat > aarch64-jetson.json << SCOOP
{
    "version": "$version",
    "description": "$about",
    "homepage": "$url",
    "license": "$own_licence,$whole_licence",
    "suggest": { "clang and lld": "main/llvm" },
    "architecture": {
        "64bit": {
            "url": "$url/$zip",
            "hash": "$(hash "$zip")",
            "extract_dir": "$(archive windows-x86_64)"
        }
    },
    "env_add_path": "bin"
}
SCOOP

mkdir -p winget
package=aarch64-jetson.aarch64-jetson
write_manifest() {
    {
        printf 'PackageIdentifier: %s\nPackageVersion: %s\n' "$package" "$version"
        cat
        printf 'ManifestType: %s\nManifestVersion: 1.6.0\n' "$1"
    } > "winget/$package${2:-}.yaml"
}
write_manifest version << VERSION
DefaultLocale: en-US
VERSION
write_manifest defaultLocale .locale.en-US << LOCALE
PackageLocale: en-US
Publisher: the aarch64-jetson authors
PackageName: aarch64-jetson
License: $own_licence AND $whole_licence
ShortDescription: $about
LOCALE
write_manifest installer .installer << INSTALLER
InstallerType: zip
NestedInstallerType: portable
NestedInstallerFiles:
$(unzip -Z1 "$zip" '*/bin/*.exe' | while read -r file; do
    name=${file##*/}
    printf -- '- RelativeFilePath: %s\n  PortableCommandAlias: %s\n' "${file//\//\\}" "${name%.exe}"
done)
Installers:
- Architecture: x64
  InstallerUrl: $url/$zip
  InstallerSha256: $(hash "$zip" | tr a-f A-F)
INSTALLER
