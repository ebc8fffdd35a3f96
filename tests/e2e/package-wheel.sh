#!/bin/bash
# pip installs the wheel into a fresh environment, its tools work, also through a link from elsewhere as pipx makes them, and pip
# removes all of it.
. "$(dirname "$0")/common.inc"
. "$e2e/package.inc"

/usr/bin/python3 -m venv "$scratch/environment"
pip() { "$scratch/environment/bin/pip" --disable-pip-version-check "$@"; }
find environment -path '*aarch64*' > before
pip install --quiet --no-index "$packages"/aarch64_jetson-"$version"-*manylinux*x86_64*.whl
works "$scratch/environment/bin"
shows "^Version: $version" pip show aarch64-jetson

# The names are not the forwarder fifty times over.
sizes=$(stat -c %s "$packages"/aarch64_jetson-"$version"-*manylinux*x86_64*.whl "$packages/aarch64-jetson-$version-linux-x86_64.tar.gz" | xargs)
[ $((${sizes% *} * 10)) -lt $((${sizes#* } * 15)) ] || fail "the wheel and the archive have $sizes bytes"
export JETSON_SYSROOT=$board
ln -s environment/bin/aarch64-jetson-g++ .
"$scratch/environment/bin/aarch64-jetson" init --sysroot "$board" --name aarch64-jetson-nano
shows 'hello\.cc$' env AARCH64_JETSON_DRY_RUN=1 ./aarch64-jetson-g++ -c hello.cc
shows '^--driver-mode=g++$' env AARCH64_JETSON_DRY_RUN=1 ./aarch64-jetson-g++ -c hello.cc
quietly environment/bin/aarch64-jetson-nano-clang++ hello.cc -o hello
mv environment/bin/aarch64-jetson-clang away
exits 255 ./aarch64-jetson-g++ --version 2> error
grep -q 'cannot run .*/environment/bin/aarch64-jetson-clang$' error && grep -q 'install the package again' error
mv away environment/bin/aarch64-jetson-clang

rm environment/bin/aarch64-jetson-nano-*
pip uninstall --quiet --yes aarch64-jetson
find environment -path '*aarch64*' > after
diff before after || fail "pip left files behind"
