#!/bin/bash
# How much of our own code the unit and golden tests run: lines by file, least first, and the functions that none of them calls.
# What the end-to-end tests run besides is not counted: a forwarder becomes clang, and a process that becomes another writes no
# profile.
#   tests/coverage.sh            builds in build/tests/coverage (TESTS_BUILD: another folder than build/tests)
set -euo pipefail

source=$(cd "$(dirname "$0")/.." && pwd)
tests_build=${TESTS_BUILD:-$source/build/tests}
build=$tests_build/coverage
release=${CLANG_RELEASE:-19}
for program in clang++ llvm-profdata llvm-cov; do
    command -v "$program-$release" > /dev/null || { echo "coverage.sh: no $program-$release" >&2 && exit 1; }
done
flags="-fprofile-instr-generate -fcoverage-mapping"
cmake -S "$source" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Debug "-DCMAKE_CXX_COMPILER=clang++-$release" "-DCMAKE_CXX_FLAGS=$flags" \
    -DAARCH64_JETSON_TESTS=ON "-DCMAKE_PREFIX_PATH=$tests_build/catch2/usr" > "$build.log"
cmake --build "$build" --target unit_tests -j "${TESTS_JOBS:-2}" >> "$build.log"
LLVM_PROFILE_FILE=$build/unit.profraw "$build/unit_tests" > "$build/unit.out"
"llvm-profdata-$release" merge -sparse "$build/unit.profraw" -o "$build/unit.profdata"
"llvm-cov-$release" export -summary-only -instr-profile "$build/unit.profdata" "$build/unit_tests" "$source/shims" > "$build/summary.json"
"llvm-cov-$release" report -show-functions -instr-profile "$build/unit.profdata" "$build/unit_tests" "$source/shims" > "$build/functions"
python3 - "$build/summary.json" "$source/" <<'PY'
import json, sys
data = json.load(open(sys.argv[1]))["data"][0]
rows = sorted((file["summary"]["lines"]["percent"], file["summary"]["lines"]["count"], file["filename"].removeprefix(sys.argv[2])) for file in data["files"])
for percent, count, name in rows:
    print(f"{percent:5.1f} %  {count:5d} lines  {name}")
lines = data["totals"]["lines"]
print(f"{lines['percent']:5.1f} %  {lines['count']:5d} lines  in all")
PY
echo "functions that no unit or golden test calls: $(awk '$4 == "0.00%" && $3 == $2 { n++ } END { print n + 0 }' "$build/functions"), listed in $build/functions"
