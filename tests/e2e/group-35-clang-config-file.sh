#!/bin/bash
# A clang configuration file of the user's for the target lies beside clang: clang reads it as it does without us, and our
# flags stand behind it, as flags on the command line do.
# matrix: clang=14,19
. "$(dirname "$0")/common.inc"

real=$(readlink -f "$(command -v "clang-$clang")")
mkdir bin
cp "$real" bin/clang # where it lies decides which file it reads, and a link would be followed
ln -s "$(dirname "$(dirname "$real")")/lib" lib
echo '-DFROM_CONFIG=1 --sysroot=/nowhere' | tee bin/aarch64-unknown-linux-gnu.cfg > bin/aarch64-linux-gnu.cfg
sed -i "s|^clang = .*|clang = '$PWD/bin/clang'|" "$AARCH64_JETSON_CONFIG"

if [ "$clang" = 14 ]; then # it looks for one by its own name only
    shows '#define __aarch64__ 1' aarch64-jetson-clang -dM -E -x c /dev/null
else
    shows '#define FROM_CONFIG 1' aarch64-jetson-clang -dM -E -x c /dev/null
fi
shows '#define _STDIO_H 1' aarch64-jetson-clang -dM -E -include stdio.h -x c /dev/null
# It can be told not to, and nothing of ours is lost with it.
[ "$clang" != 14 ] || exit 0 # which does not know that flag
printf '[flags]\ncompile = ["--no-default-config"]\n' >> "$AARCH64_JETSON_CONFIG"
! aarch64-jetson-clang -dM -E -x c /dev/null | grep FROM_CONFIG || fail "the configuration file is read"
shows '#define _STDIO_H 1' aarch64-jetson-clang -dM -E -include stdio.h -x c /dev/null
