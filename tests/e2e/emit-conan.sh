#!/bin/bash
# Conan 2 with the emitted host profile: a project that needs zlib of the sysroot, built by its CMakeToolchain.
. "$(dirname "$0")/common.inc"
. "$e2e/emit.inc"
conan=$TESTS_BUILD/conan/bin/conan
[ -x "$conan" ] || skip "no conan"

export CONAN_HOME=$scratch/conan
"$conan" profile detect > log 2>&1
shows '^use: conan install . -pr:h aarch64-jetson -pr:b default$' "$manager" emit conan --write
cp -r "$e2e/data/cmake" project
cat > project/conanfile.py << 'PYTHON'
from conan import ConanFile
from conan.tools.cmake import CMake, cmake_layout

class Packing(ConanFile):
    name, version = "packing", "1"
    settings = "os", "arch", "compiler", "build_type"
    generators = "CMakeToolchain"

    def layout(self):
        cmake_layout(self)

    def build(self):
        cmake = CMake(self)
        cmake.configure()
        cmake.build()
        cmake.ctest()
PYTHON
"$conan" build project -pr:h aarch64-jetson -pr:b default > log 2>&1 || fail "$(tail -n 20 log)"
[ "$(elf project/build/Release/main type machine)" = "DYN AArch64" ]
grep -q '100% tests passed' log
