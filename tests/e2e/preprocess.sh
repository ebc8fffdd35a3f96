#!/bin/bash
# -E and its kin print what clang prints, byte for byte, and nothing else; from stdin as well.
# matrix: clang=14,19 sysroot=bullseye,bookworm,trixie
. "$(dirname "$0")/common.inc"
by_hand_too

echo '#include <vector>
#if __has_include(<zlib.h>)
std::vector<int> found;
#endif' > a.cc
mode=(--target=aarch64-linux-gnu "--sysroot=$board")
aarch64-jetson-clang++ -E a.cc > ours 2> stderr
"clang-$clang" --driver-mode=g++ "${mode[@]}" -E a.cc > hand
cmp ours hand
[ -s ours ] && [ ! -s stderr ]
grep -q 'vector<int> found' ours

aarch64-jetson-clang -dM -E - < /dev/null > ours 2> stderr
"clang-$clang" "${mode[@]}" -dM -E - < /dev/null > hand
cmp ours hand
grep -q '__aarch64__ 1' ours && [ ! -s stderr ]

aarch64-jetson-cpp -P -DX=42 > ours <<< X
grep -qx 42 ours
aarch64-jetson-clang -M a.cc > ours
grep -q "$board/usr/include/zlib.h" ours
same_as_by_hand 0
