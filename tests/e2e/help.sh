#!/bin/bash
# --help of every verb there is says what tests/golden/help holds. After a change that is meant: tests/golden/help/renew.sh
# matrix: clang=19
# matrix: host=x86_64-linux-musl,aarch64-linux-musl
. "$(dirname "$0")/common.inc"

mkdir now
"$e2e/../golden/help/renew.sh" now
[ "$(ls now | wc -l)" -ge 8 ]
diff -r -x renew.sh "$e2e/../golden/help" now || fail "--help has changed; if that is meant: tests/golden/help/renew.sh"
