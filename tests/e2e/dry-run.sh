#!/bin/bash
# AARCH64_JETSON_DRY_RUN prints the command and runs nothing; the words printed are what would have been run.
# matrix: clang=14,19
. "$(dirname "$0")/common.inc"

printf '%s\n' '#include <stdio.h>' 'int main(void) { return puts(TEXT) < 0; }' > main.c
call=(aarch64-jetson-clang "-DTEXT=\"two words\"" main.c -o)
AARCH64_JETSON_DRY_RUN=1 "${call[@]}" main > words
[ ! -e main ]
mapfile -t words < words
"${words[@]}"
"${call[@]}" again
cmp main again

AARCH64_JETSON_DRY_RUN=json "${call[@]}" main > words.json
python3 -c '
import json, sys
words = open("words").read().split("\n")[:-1]
said = json.dumps(json.load(open("words.json")))
sys.exit(not all(json.dumps(word) in said for word in words))'

for level in 1 2; do
    AARCH64_JETSON_TRACE=$level "${call[@]}" traced > stdout 2> stderr
    cmp main traced
    [ ! -s stdout ] && grep -q -- '--target=' stderr
done
