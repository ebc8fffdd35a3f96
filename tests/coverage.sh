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
cov() { "llvm-cov-$release" "$1" -instr-profile "$counts/all.profdata" "${programs[@]}" "${@:2}" 2> "$TESTS_BUILD/complaints"; }
cov export -summary-only > "$TESTS_BUILD/summary.json"
# Our files are named as if they lay in the folder of each build (-ffile-prefix-map): the counts are those of all builds.
python3 - "$TESTS_BUILD/summary.json" "$TESTS_BUILD/files" <<'PY'
import json, sys
found = {}
for file in json.load(open(sys.argv[1]))["data"][0]["files"]:
    folder, shims, name = file["filename"].rpartition("/shims/")
    if shims and file["summary"]["lines"]["covered"] >= found.get(name, (-1,))[0]:
        found[name] = (file["summary"]["lines"]["covered"], file["summary"]["lines"]["count"], file["filename"])
for name, (covered, count, _) in sorted(found.items(), key=lambda item: item[1][0] / max(item[1][1], 1)):
    print(f"{100 * covered / max(count, 1):5.1f} %  {count:5d} lines  shims/{name}")
covered, count = (sum(row[i] for row in found.values()) for i in (0, 1))
print(f"{100 * covered / count:5.1f} %  {count:5d} lines  in all")
open(sys.argv[2], "w").writelines(path + "\n" for _, _, path in found.values())
PY
mapfile -t files < "$TESTS_BUILD/files"
cov report -show-functions "${files[@]}" > "$TESTS_BUILD/functions"
cov show -path-equivalence="$TESTS_BUILD/release,$source" -path-equivalence="$TESTS_BUILD/sanitized,$source" "${files[@]}" > "$TESTS_BUILD/lines" || true
echo "functions that no test calls: $(awk '$4 == "0.00%" && $3 == $2 { n++ } END { print n + 0 }' "$TESTS_BUILD/functions"); they and the lines are in $TESTS_BUILD/{functions,lines}"
