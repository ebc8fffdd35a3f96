#!/bin/bash
# Everything the project promises, tried: installs what the tests need, builds, runs the unit, golden and end-to-end
# tests. What it makes lies in build/tests and is used again the next time.
#   tests/run.sh              all
#   tests/run.sh cargo 14     those with all these words in their names
#   tests/run.sh --list       the names
# Environment: TESTS_BUILD another folder than build/tests, TESTS_JOBS end-to-end tests at a time (2), NO_COLOR;
# AARCH64_JETSON_TEST_WINDOWS_CLANG=1 tests with LLVM 20 for Windows, too (900 MB to fetch, by Maven).
set -euo pipefail

tests=$(cd "$(dirname "$0")" && pwd)
export TESTS_BUILD=${TESTS_BUILD:-$(dirname "$tests")/build/tests}
export TESTS_JOBS=${TESTS_JOBS:-2}
logs=$TESTS_BUILD/logs
results=$logs/results
words=()
list=no
for argument; do
    case $argument in
        --list) list=yes ;;
        -h | --help) sed -n '2,/^set/{s/^# \{0,1\}//p}' "$0" && exit ;;
        -*) echo "tests/run.sh: '$argument' is none of --list, --help" >&2 && exit 2 ;;
        *) words+=("$argument") ;;
    esac
done

red='' green='' yellow='' plain=''
if [ -t 1 ] && [ -z "${NO_COLOR:-}" ]; then
    red=$'\e[31m' green=$'\e[32m' yellow=$'\e[33m' plain=$'\e[m'
fi

wanted() {
    local word
    for word in "${words[@]}"; do [[ $1 = *"$word"* ]] || return 1; done
}

now() { echo "${EPOCHREALTIME//[!0-9]/}"; }

# seconds START: since then, with one decimal.
seconds() {
    local tenths=$((($(now) - $1) / 100000))
    echo "$((tenths / 10)).$((tenths % 10))"
}

# report NAME OUTCOME SECONDS [REASON]: the one line of a test, and its place in the count.
report() {
    local colour=$green
    case $2 in FAILED) colour=$red ;; skipped) colour=$yellow ;; esac
    printf '%-60s %s%-7s%s %6s s%s\n' "$1" "$colour" "$2" "$plain" "$3" "${4:+  $4}"
    echo "$2 $1" >> "$results"
}

show_log() {
    tail -n 30 "$1" | cut -c 1-1000 | sed 's/^/    | /'
}

# step NAME COMMAND…: part of the preparation; told, and counted only if it fails. While the archive is out of reach,
# the tests that lack something say so themselves.
archive=yes
step() {
    local name=$1 log=$logs/$1.log start
    start=$(now)
    shift
    if "$@" < /dev/null > "$log" 2>&1; then
        printf '%-60s %-7s %6s s\n' "$name" "ready" "$(seconds "$start")"
    elif [ $archive = yes ]; then
        report "$name" FAILED "$(seconds "$start")"
        show_log "$log"
        return 1
    else
        printf '%-60s %slacking%s %6s s  %s\n' "$name" "$yellow" "$plain" "$(seconds "$start")" "$(tail -n 1 "$log")"
        return 1
    fi
}

# fetch_sysroot NAME PRESET [OPTION…]: the user's own settings are not asked.
fetch_sysroot() {
    local name=$1
    shift
    [ -d "$TESTS_BUILD/sysroots/$name" ] ||
        step "sysroot-$name" env -u AARCH64_JETSON_CONFIG -u XDG_CONFIG_HOME "HOME=$TESTS_BUILD/home" \
            "$TESTS_BUILD/stage/bin/aarch64-jetson" sysroot fetch "$@" "$TESTS_BUILD/sysroots/$name" || true
}

# What is fetched, and unpacked by one process at a time.
prepare_files() {
    local suite version source
    for suite in bullseye bookworm trixie; do fetch_sysroot "$suite" "debian-$suite"; done
    fetch_sysroot bookworm-full debian-bookworm --with opencv,openssl
    for version in 14 19; do
        step "runtime-$version" "$tests/prepare/debian.sh" "$TESTS_BUILD/runtime-$version" \
            package "libclang-rt-$version-dev:arm64" || true
    done
    for source in zlib lua5.4 hello libdrm musl re2 bzip2 dash dav1d double-conversion expat libffi libjsoncpp libpng1.6 \
        libzstd lz4 tinyxml2 x264 xz-utils; do
        step "source-$source" "$tests/prepare/debian.sh" "$TESTS_BUILD/sources/$source" source "$source" || true
    done
    step cuda "$tests/prepare/cuda.sh" || true
    step conan "$tests/prepare/conan.sh" || true
    step aarch64-host "$tests/prepare/aarch64-host.sh" || true
}

# What is compiled.
prepare_builds() {
    local host
    step catch2 "$tests/prepare/build.sh" catch2 || report unit skipped 0 "no Catch2 3"
    for host in x86_64-linux-musl aarch64-linux-musl aarch64-macos.11.0; do step "host-$host" "$tests/prepare/hosts.sh" "$host" || true; done
    step windows "$tests/prepare/windows.sh" || true
    step packages-of-hosts "$tests/prepare/build.sh" packages || true
    archive=yes
    step build-sanitized "$tests/prepare/build.sh" sanitized || true
}

prepare() {
    archive=no
    step packages "$tests/prepare/packages.sh" || true
    archive=yes
    step build-release "$tests/prepare/build.sh" release || finish # it fetches the sysroots
    archive=no
    if step archive "$tests/prepare/debian.sh"; then archive=yes; fi
    # Side by side: the one waits for others and for single processes, the other uses every core.
    prepare_files &
    prepare_builds &
    wait
}

# run_unit_tests PROGRAM. Catch2 writes a line for the start of each test case and one for its result.
run_unit_tests() {
    local program=$TESTS_BUILD/sanitized/$1 log=$logs/$1 outcome seconds name code=0
    [ -x "$program" ] || return 0
    "$program" --durations yes --reporter "xml::out=$log.xml" --reporter "console::out=$log.log" \
        < /dev/null > "$log.out" 2>&1 || code=$?
    while IFS=$'\t' read -r outcome seconds name; do
        ! wanted "unit/$name" || report "unit/$name" "$outcome" "$seconds"
    done < <(awk -F'"' -v OFS='\t' '
        /<TestCase / { name = $2; gsub(/&lt;/, "<", name); gsub(/&gt;/, ">", name); gsub(/&quot;/, "\"", name); gsub(/&amp;/, "\\&", name) }
        /<OverallResult / { print ($2 != "true" ? "FAILED" : $4 > 0 ? "skipped" : "ok"), sprintf("%.1f", $6), name }
    ' "$log.xml")
    [ $code = 0 ] || show_log "$log.log"
    if [ $code != 0 ] && ! grep -q '^FAILED unit/' "$results"; then
        report "unit/$1" FAILED 0 "exit code $code"
        show_log "$log.out"
    fi
}

# expand_matrix FILE: a row for each combination of the values in "# matrix: clang=14,19 sysroot=bookworm", such as
# "clang=14 sysroot=bookworm"; for those of every such line where there are more.
expand_matrix() {
    local line axes axis row rows more value values
    while read -r line; do
        read -ra axes <<< "$line"
        rows=('')
        for axis in "${axes[@]}"; do
            IFS=, read -ra values <<< "${axis#*=}"
            more=()
            for row in "${rows[@]}"; do
                for value in "${values[@]}"; do more+=("$row${row:+ }${axis%%=*}=$value"); done
            done
            rows=("${more[@]}")
        done
        printf '%s\n' "${rows[@]}"
    done < <(grep '^# matrix: ' "$1" | cut -c 11- || echo)
}

# is_asked_for FILE: what costs much says by which variable: "# asked for by: AARCH64_JETSON_TEST_…".
is_asked_for() {
    local variable
    variable=$(sed -n 's/^# asked for by: //p' "$1")
    [ -z "$variable" ] || [ -n "${!variable:-}" ]
}

# list_tests: "NAME FILE ROW" of each end-to-end test, whose name is e2e/FILE/VALUE/VALUE…, and of each fuzzer for a short while.
list_tests() {
    local file row word name target
    for target in "$tests"/fuzz/*_fuzz.cc; do
        target=$(basename "$target" _fuzz.cc)
        ! wanted "fuzz/$target" || echo "fuzz/$target $tests/fuzz/run.sh target=$target seconds=5"
    done
    for file in "$tests"/e2e/*.sh; do
        is_asked_for "$file" || continue
        while read -r row; do
            name=e2e/$(basename "$file" .sh)
            for word in $row; do name+=/${word#*=}; done
            ! wanted "$name" || echo "$name $file $row"
        done < <(expand_matrix "$file")
    done
}

# The tests see none of the caller's settings but those that the network needs.
environment=("HOME=$TESTS_BUILD/home" "CARGO_HOME=${CARGO_HOME:-$HOME/.cargo}" PATH=/usr/local/bin:/usr/bin:/bin
    LC_ALL=C.UTF-8 "TESTS_BUILD=$TESTS_BUILD")
for variable in $(compgen -e); do
    case $variable in
        *_proxy | *_PROXY | SSL_CERT_* | CARGO_HTTP_* | CARGO_NET_* | CARGO_SOURCE_* | CARGO_REGISTRIES_*)
            environment+=("$variable=${!variable}")
            ;;
    esac
done

# run_test NAME FILE [VARIABLE=VALUE…]. A file that needs more than 300 s says how many: "# timeout: 900".
run_test() {
    local name=$1 file=$2 start code=0 output limit
    shift 2
    limit=$(sed -n 's/^# timeout: //p' "$file")
    limit=${limit:-300}
    local log=$logs/${name//\//-}.log
    start=$(now)
    env -i "${environment[@]}" "$@" timeout -k 5 "$limit" bash "$file" < /dev/null > "$log" 2>&1 || code=$?
    [ $code != 124 ] || echo "stopped: it took more than $limit s" >> "$log"
    case $code in
        0) output=$(report "$name" ok "$(seconds "$start")") ;;
        77) output=$(report "$name" skipped "$(seconds "$start")" "$(tail -n 1 "$log")") ;;
        *) output=$(report "$name" FAILED "$(seconds "$start")" && show_log "$log") ;;
    esac
    printf '%s\n' "$output"
}

run_tests() {
    local name file row running=0
    mkdir -p "$TESTS_BUILD/home"
    while read -r name file row; do
        [ $running -lt "$TESTS_JOBS" ] || { wait -n && running=$((running - 1)); }
        # shellcheck disable=SC2086 # a row is words
        run_test "$name" "$file" $row &
        running=$((running + 1))
    done < <(list_tests)
    wait
}

finish() {
    local failed
    failed=$(grep -c '^FAILED' "$results" || true)
    echo "$(grep -c '^ok' "$results" || true) passed, $failed failed, $(grep -c '^skipped' "$results" || true) skipped"
    [ "$failed" = 0 ]
    exit
}

if [ $list = yes ]; then
    list_tests | cut -d' ' -f1
    exit
fi

rm -rf "$logs" "$TESTS_BUILD/scratch"
mkdir -p "$logs"
: > "$results"
trap 'trap - INT TERM; kill $(jobs -p) 2> /dev/null; exit 130' INT TERM
prepare
run_unit_tests unit_tests
run_unit_tests windows_tests
run_tests
finish
