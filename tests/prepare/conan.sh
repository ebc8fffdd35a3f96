#!/bin/bash
# Conan 2, which Debian does not have, in a folder of its own.
set -euo pipefail

folder=${TESTS_BUILD:?the build folder of the tests}/conan
[ ! -x "$folder/bin/conan" ] || exit 0
/usr/bin/python3 -m venv "$folder"
"$folder/bin/pip" install --quiet 'conan>=2'
