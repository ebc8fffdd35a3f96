#!/bin/bash
# Writes what --help of every verb says into the folder named, or renews the texts that are held here:
#   tests/golden/help/renew.sh [FOLDER]
# Environment: TESTS_BUILD another folder than build/tests.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
program=${TESTS_BUILD:-$here/../../../build/tests}/stage/bin/aarch64-jetson
folder=${1:-$here}
[ "$folder" != "$here" ] || rm -f "$here"/*.txt
"$program" verbs | while read -ra words; do
    name=$(IFS=- && echo "${words[*]:-aarch64-jetson}")
    "$program" "${words[@]}" --help > "$folder/$name.txt"
done
