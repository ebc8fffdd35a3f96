#!/bin/bash
# Over 300 real source files of C, C++ and assembler and 40 flag sets: what our tool makes is, byte for byte, what clang
# makes by the command that the tool prints (issue 6). `PASSES=45` lets every source meet every set.
. "$(dirname "$0")/common.inc"
settings 'module = "orin"'

musl=$(source_of musl) lua=$(source_of lua5.4) zlib=$(source_of zlib) re2=$(source_of re2)
# musl's own build makes this header so.
mkdir -p generated/bits
sed -f "$musl/tools/mkalltypes.sed" "$musl/arch/aarch64/bits/alltypes.h.in" "$musl/include/alltypes.h.in" > generated/bits/alltypes.h
{ cat "$musl/arch/aarch64/bits/syscall.h.in" && sed -n 's/__NR_/SYS_/p' "$musl/arch/aarch64/bits/syscall.h.in"; } > generated/bits/syscall.h
musl_flags="-nostdinc -ffreestanding -D_XOPEN_SOURCE=700 -I$musl/arch/aarch64 -I$musl/arch/generic -I$musl/src/include
    -I$musl/src/internal -Igenerated -I$musl/include"

# corpus LANGUAGE FLAGS SOURCE…
corpus() {
    local language=$1 flags=$2 source
    shift 2
    # shellcheck disable=SC2086
    for source; do echo "$language $source" $flags; done >> corpus
}
# Nearly all must compile: errors would be equal as well.
compare() {
    local sources pairs compiled
    python3 "$e2e/parity/corpus.py" "$1" "$e2e/parity/sets" "${PASSES:-$2}" > differences || fail "$(head -c 4000 differences)"
    read -r sources _ pairs _ compiled _ < <(tail -n 1 differences)
    [ "$compiled" -ge $((pairs * 95 / 100)) ] || fail "only $compiled of $pairs pairs of $sources sources compile"
    tail -n 1 differences
}
corpus c "$musl_flags" "$musl"/src/{math,string,stdio,prng,search,locale,regex}/*.c "$musl"/src/math/aarch64/*.c
corpus asm "$musl_flags" "$musl"/src/{string,signal,setjmp,fenv,thread,ldso}/aarch64/*.[sS] "$musl"/crt/aarch64/*.s
corpus c "-DLUA_USE_POSIX" "$lua"/src/*.c
corpus c "-I$zlib" "$zlib"/*.c "$zlib"/test/example.c "$zlib"/test/minigzip.c
corpus c++ "-I$re2" "$re2"/util/{rune,strutil}.cc "$re2"/re2/{bitstate,onepass,parse,prefilter,simplify,stringpiece,tostring}.cc

[ "$(cut -d' ' -f2 corpus | sort -u | wc -l)" -ge 300 ] || fail "the corpus has only $(wc -l < corpus) sources"
[ "$(grep -c '^[^#]' "$e2e/parity/sets")" -ge 40 ]
grep -v '^c++ ' corpus > c-and-assembler
grep '^c++ ' corpus > cxx
compare c-and-assembler 1
compare cxx 5 # nine sources, over forty sets
