#!/bin/bash
# A fault in the settings: what, where and how to mend it, exit code 1, and nothing was run.
# matrix: fault=sysroot,key,type,syntax,clang,lld,file
. "$(dirname "$0")/common.inc"

printf '%s\n' '#!/bin/sh' "echo run > '$scratch/run'" > clang
cp clang ld.lld
chmod +x clang ld.lld
write() {
    printf '%s\n' "$@" '[programs]' "clang = '$scratch/clang'" "lld = '$scratch/ld.lld'" > "$AARCH64_JETSON_CONFIG"
}
line=1
case ${fault:=sysroot} in
    sysroot) write "sysroot = '$scratch/none'" && what="sysroot does not exist: $scratch/none" ;;
    key) write "sysroots = '$board'" && what="sysroots" ;;
    type) write "sysroot = 5" && what="sysroot" ;;
    syntax) write "sysroot = " && what="" ;;
    clang) write "sysroot = '$board'" && sed -i "s|/clang'|/no-clang'|" "$AARCH64_JETSON_CONFIG" && what=no-clang line=3 ;;
    lld) write "sysroot = '$board'" && sed -i "s|/ld.lld'|/no-lld'|" "$AARCH64_JETSON_CONFIG" && what=no-lld line=4 ;;
    file) export AARCH64_JETSON_CONFIG=$scratch/none.toml && what="$scratch/none.toml" line= ;;
esac
echo 'int main(void) { return 0; }' > main.c
exits 1 aarch64-jetson-clang main.c -o main > stdout 2> stderr
cat stderr
[ ! -e run ] && [ ! -e main ] && [ ! -s stdout ]
[[ $(sed -n 1p stderr) = "aarch64-jetson-clang: error: "*"$what"* ]]
[ -z "$line" ] || grep -q "^  where: $AARCH64_JETSON_CONFIG:$line:" stderr
grep -q '^  fix:   .' stderr
# Words on which rustc would call the linker again without the flag it takes for the culprit.
exits 1 grep -Ei '(unknown|unrecognized) (command line )?(option|argument)' stderr
