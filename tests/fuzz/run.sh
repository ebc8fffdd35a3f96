#!/bin/bash
# Runs the fuzzers: first on what they found before (cases/), then on new input, for 20 s each.
#   tests/fuzz/run.sh                   all
#   tests/fuzz/run.sh 3600 command      one of them, for an hour
# What it makes lies in build/tests/fuzz (or $TESTS_BUILD/fuzz): the fuzzers, and a corpus that grows from run to run.
# Input that breaks a promise is kept there and named; exit code 1. Exit code 77: this clang has no libFuzzer.
# Environment: target and seconds, in place of the arguments.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
tests=$(dirname "$here")
build=${TESTS_BUILD:-$(dirname "$tests")/build/tests}/fuzz
seconds=${seconds:-20}
if [[ ${1:-} =~ ^[0-9]+$ ]]; then
    seconds=$1
    shift
fi
all=("$here"/*_fuzz.cc)
all=("${all[@]##*/}")
all=("${all[@]%_fuzz.cc}")
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(${target:-"${all[@]}"})
for target in "${targets[@]}"; do
    [ -e "$here/${target}_fuzz.cc" ] && continue
    echo "tests/fuzz/run.sh: there is no fuzzer '$target'" >&2
    exit 2
done

compiler=
for name in clang++-19 clang++ clang++-{40..14}; do
    compiler=$(command -v "$name") && break
done
mkdir -p "$build/found"
if [ -z "$compiler" ] || ! "$compiler" -fsanitize=fuzzer,address -x c++ - -o "$build/probe" 2> "$build/probe.log" <<< \
    'extern "C" int LLVMFuzzerTestOneInput(const unsigned char*, unsigned long) { return 0; }'; then
    echo "no clang with libFuzzer (Debian: apt install clang-19 libclang-rt-19-dev)"
    exit 77
fi

# logged NAME COMMAND…: its output goes to a file, and is shown if it fails.
logged() {
    local log=$build/$1.log
    shift
    "$@" < /dev/null > "$log" 2>&1 && return
    echo "failed: $*"
    tail -n 40 "$log" | sed 's/^/    | /'
    return 1
}

# Several may be started at once.
exec {lock}> "$build/lock"
flock "$lock"
logged configure cmake -S "$(dirname "$tests")" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Debug \
    "-DCMAKE_CXX_COMPILER=$compiler" -DAARCH64_JETSON_SANITIZE=ON -DAARCH64_JETSON_FUZZ=ON
logged build cmake --build "$build" -j "${TESTS_JOBS:-2}" --target "${targets[@]/%/_fuzz}"
flock -u "$lock"

# Every golden case is a seed of the command fuzzer, the reference one of the settings'.
for target in "${targets[@]}"; do mkdir -p "$build"/{seeds,corpus}/"$target"; done
mkdir -p "$build"/seeds/{settings,command}
awk -v folder="$build/seeds/command" '/^## / { close(file); file = folder "/" ++n } file { print > file }' "$tests"/golden/*.golden
cp "$(dirname "$tests")"/config/*.toml "$build/seeds/settings"

# statistic NAME FILE
statistic() {
    sed -n "s/^stat::$1: *//p" "$2"
}

failed=0
for target in "${targets[@]}"; do
    fuzzer=$build/tests/fuzz/${target}_fuzz
    options=(-timeout=10 "-artifact_prefix=$build/found/$target-")
    dictionary=()
    [ ! -e "$here/$target.dict" ] || dictionary=("-dict=$here/$target.dict")
    cases=("$here/cases/$target"/*)
    if [ -e "${cases[0]}" ]; then
        logged "$target-cases" "$fuzzer" "${options[@]}" "${cases[@]}" || { failed=1 && continue; }
    else
        cases=()
    fi
    if logged "$target" "$fuzzer" "${options[@]}" "-max_total_time=$seconds" -max_len=4096 -print_final_stats=1 \
        "${dictionary[@]}" "$build/corpus/$target" "$here/seeds/$target" "$build/seeds/$target"; then
        log=$build/$target.log
        edges=$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$log" | tail -n 1)
        printf '%-14s ok  %d cases, %d runs in %d s (%d a second), %d edges\n' "$target" ${#cases[@]} \
            "$(statistic number_of_executed_units "$log")" "$seconds" "$(statistic average_exec_per_sec "$log")" "$edges"
    else
        failed=1
        echo "When it is mended, keep the input, made small (${fuzzer##*/} -minimize_crash=1), in tests/fuzz/cases/$target."
    fi
done
exit $failed
