#!/bin/bash
# How much of our own code the tests run: lines by file, least first, and the functions that none of them calls. The tools are built
# with clang's counters, kept in files that are counted on while a program runs: a forwarder becomes clang, and a process that becomes
# another writes nothing at its end. Tests of speed, size and instructions fail with such tools; what they ran is counted all the same.
#   tests/coverage.sh            after all tests
#   tests/coverage.sh sysroot    after those with all these words in their names, and what earlier calls have counted
# Environment: TESTS_BUILD another folder than build/tests, in which coverage/ is made; CLANG_RELEASE another clang than 19.
set -euo pipefail

source=$(cd "$(dirname "$0")/.." && pwd)
downloads=${TESTS_BUILD:-$source/build/tests}
export TESTS_BUILD=$downloads/coverage
counts=$TESTS_BUILD/counts
release=${CLANG_RELEASE:-19}
for program in clang++ llvm-profdata llvm-cov; do
    command -v "$program-$release" > /dev/null || { echo "coverage.sh: no $program-$release" >&2 && exit 1; }
done

mkdir -p "$counts"
for folder in apt catch2 conan cuda runtime-14 runtime-19 sources sysroots; do
    [ ! -d "$downloads/$folder" ] || [ -d "$TESTS_BUILD/$folder" ] || cp -al "$downloads/$folder" "$TESTS_BUILD/"
done
export CXX=clang++-$release
export CXXFLAGS="-fprofile-instr-generate=$counts/%m%c.profraw -fcoverage-mapping -mllvm -runtime-counter-relocation"
"$source/tests/run.sh" "$@" > "$TESTS_BUILD/run.log" || true
tail -n 1 "$TESTS_BUILD/run.log"

programs=("$TESTS_BUILD/stage/bin/aarch64-jetson")
for program in stage/bin/aarch64-jetson-clang sanitized/{unit_tests,aarch64-jetson,aarch64-jetson-clang}; do
    [ ! -x "$TESTS_BUILD/$program" ] || programs+=(-object "$TESTS_BUILD/$program")
done
"llvm-profdata-$release" merge -sparse "$counts"/*.profraw -o "$counts/all.profdata"
"llvm-cov-$release" export -summary-only -instr-profile "$counts/all.profdata" "${programs[@]}" "$source/shims" > "$TESTS_BUILD/summary.json"
"llvm-cov-$release" report -show-functions -instr-profile "$counts/all.profdata" "${programs[@]}" "$source/shims" > "$TESTS_BUILD/functions"
"llvm-cov-$release" show -instr-profile "$counts/all.profdata" "${programs[@]}" "$source/shims" > "$TESTS_BUILD/lines"
python3 - "$TESTS_BUILD/summary.json" "$source/" <<'PY'
import json, sys
data = json.load(open(sys.argv[1]))["data"][0]
rows = sorted((file["summary"]["lines"]["percent"], file["summary"]["lines"]["count"], file["filename"].removeprefix(sys.argv[2])) for file in data["files"])
for percent, count, name in rows:
    print(f"{percent:5.1f} %  {count:5d} lines  {name}")
lines = data["totals"]["lines"]
print(f"{lines['percent']:5.1f} %  {lines['count']:5d} lines  in all")
PY
echo "functions that no test calls: $(awk '$4 == "0.00%" && $3 == $2 { n++ } END { print n + 0 }' "$TESTS_BUILD/functions"); they and the lines are in $TESTS_BUILD/{functions,lines}"
