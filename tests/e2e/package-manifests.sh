#!/bin/bash
# The formula, the manifests of scoop and winget, and the wheels of hosts that cannot be run here: read by a Ruby, by parsers of JSON and
# YAML and by pip; their sums are those of the archives, their folders and programs are in them.
. "$(dirname "$0")/common.inc"
. "$e2e/package.inc"
sum_of() { sha256sum "$packages/aarch64-jetson-$version-$1" | cut -d ' ' -f 1; }
url=https://packages.invalid/$version/aarch64-jetson-$version

/usr/bin/python3 -B "$e2e/data/check_wheel.py" "$packages"/*.whl > wheels
cat wheels
[ "$(wc -l < wheels)" = "$(ls "$packages"/*.whl | wc -l)" ]
# pip of such a host takes it; a newer macOS takes what was made for an older one.
for platform in manylinux_2_17_aarch64 musllinux_1_1_aarch64 macosx_14_0_arm64 macosx_11_0_x86_64 win_amd64; do
    compgen -G "$packages/*${platform/macosx_14/macosx_11}*.whl" > /dev/null || continue
    /usr/bin/python3 -m pip --disable-pip-version-check install --quiet --dry-run --no-index --no-deps --only-binary :all: \
        --platform $platform --target none --find-links "$packages" aarch64-jetson
done

# Homebrew's Formula as far as ours uses it, run for each machine.
cat > formula.rb << 'RUBY'
class Formula
  class << self
    def method_missing(name, *words)
      puts "#{name} #{words.join(' ')}"
    end
    def on_macos
      yield if SYSTEM == "macos"
    end
    def on_linux
      yield if SYSTEM == "linux"
    end
    def on_arm
      yield if CPU == "arm"
    end
    def on_intel
      yield if CPU == "intel"
    end
    def test; end
  end
end
RUBY
grep -qx '  license all_of: \["MIT", "GPL-2.0-only"\]' "$packages/aarch64-jetson.rb"
formula_for() {
    { printf 'SYSTEM = "%s"\nCPU = "%s"\n' "$1" "$2" && cat formula.rb "$packages/aarch64-jetson.rb"; } > whole.rb
    mruby whole.rb
}
for machine in linux:intel:linux-x86_64 linux:arm:linux-aarch64 macos:intel:macos-x86_64 macos:arm:macos-arm64; do
    IFS=: read -r system cpu archive <<< "$machine"
    [ -e "$packages/aarch64-jetson-$version-$archive.tar.gz" ] || continue
    got=$(formula_for "$system" "$cpu" | grep -E '^(url|sha256|version|depends_on)')
    wanted=$(printf '%s\n' "version $version" "url $url-$archive.tar.gz" "sha256 $(sum_of "$archive.tar.gz")" "depends_on lld" "depends_on llvm")
    [ "$got" = "$wanted" ] || fail "the formula says for $system $cpu: $got"
done

[ -e "$packages/aarch64-jetson-$version-macos-arm64.tar.gz" ] || skip "no build for macOS: its archive and wheel were not looked at"
# As it was signed, and with its names.
tar -xf "$packages/aarch64-jetson-$version-macos-arm64.tar.gz"
bin=aarch64-jetson-$version-macos-arm64/bin
for program in aarch64-jetson aarch64-jetson-clang; do
    [ -x $bin/$program ] && /usr/bin/python3 -B "$e2e/data/check_signature.py" $bin/$program
done
[ "$(ls $bin)" = "$(ls "$built")" ] && [ "$(readlink $bin/aarch64-jetson-ld)" = aarch64-jetson-clang ]

[ -e "$packages/aarch64-jetson-$version-windows-x86_64.zip" ] || skip "no build for Windows: its archive, scoop and winget were not looked at"
/usr/bin/python3 -B - "$packages" "$version" "$url-windows-x86_64.zip" "$(sum_of windows-x86_64.zip)" << 'PYTHON'
import glob, json, sys, zipfile
import yaml
packages, version, url, digest = sys.argv[1:]
names = zipfile.ZipFile(f"{packages}/aarch64-jetson-{version}-windows-x86_64.zip").namelist()
scoop = json.load(open(f"{packages}/aarch64-jetson.json"))
machine = scoop["architecture"]["64bit"]
assert (scoop["version"], machine["url"], machine["hash"]) == (version, url, digest)
assert scoop["license"] == "MIT,GPL-2.0-only"
assert f"{machine['extract_dir']}/{scoop['env_add_path']}/aarch64-jetson.exe" in names
winget = {}
for path in glob.glob(f"{packages}/winget/*.yaml"):
    one = yaml.safe_load(open(path))
    assert (one["PackageIdentifier"], one["PackageVersion"]) == ("aarch64-jetson.aarch64-jetson", version)
    winget[one["ManifestType"]] = one
assert winget["defaultLocale"]["License"] == "MIT AND GPL-2.0-only"
assert sorted(winget) == ["defaultLocale", "installer", "version"]
installer, = winget["installer"]["Installers"]
assert (installer["InstallerUrl"], installer["InstallerSha256"].lower()) == (url, digest)
files = winget["installer"]["NestedInstallerFiles"]
assert {file["RelativeFilePath"].replace("\\", "/") for file in files} == {name for name in names if name.endswith(".exe")}
assert {"aarch64-jetson", "aarch64-jetson-clang++"} <= {file["PortableCommandAlias"] for file in files}
PYTHON
