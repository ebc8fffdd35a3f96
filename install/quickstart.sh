#!/bin/bash
# From a fresh Debian 12 to a program of Rust, C and C++ that was built for a Jetson and has run, in one command.
set -euo pipefail

usage="usage: quickstart.sh [--prefix DIR] [--sysroot DIR]     (default: ~/.local and ~/sysroot-jetson)"
tree=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
target=aarch64-unknown-linux-gnu
program=$tree/build/hello/$target/debug/hello
log=$tree/build/quickstart.log
prefix='' sysroot=''
# shellcheck source-path=SCRIPTDIR source=packages.sh
. "$tree/install/packages.sh"

# What a step prints goes to the log, what the user is to see goes here.
exec 3>&1 4>&2

# --- progress: on a terminal a line with a running clock, elsewhere one line when a step is done

number=0 step='' fix='' said='' began=0 clock='' bold='' plain=''
[[ ! -t 3 || ${NO_COLOR-} || ${TERM-dumb} == dumb ]] || bold=$'\e[1m' plain=$'\e[0m'

show_step() {
    printf '%s[%d/6]%s %s: %s (%d s)' "$bold" "$number" "$plain" "$step" "${said:-...}" "$((SECONDS - began))" >&3
}

# stop_clock END: END is what comes between the line of the clock and the next output.
stop_clock() {
    [[ $clock ]] || return 0
    kill -KILL "$clock" || true # a TERM that comes early would run our own traps in it
    wait "$clock" 2>/dev/null || true
    clock=''
    printf '%s' "$1" >&3
}

# run_step NAME FIX COMMAND: the command sets `said`, the news; FIX is the advice if it fails and gave none itself.
run_step() {
    step=$1 fix=$2 said='' began=$SECONDS number=$((number + 1))
    printf '\n=== %s\n' "$step" >>"$log"
    if [[ -t 3 ]]; then
        (while show_step; do sleep 1; printf '\r' >&3; done) 2>/dev/null &
        clock=$!
    fi
    "$3" >>"$log" 2>&1 </dev/null
    stop_clock $'\r'
    show_step
    printf '\n' >&3
}

fail() {
    trap - EXIT
    stop_clock $'\n'
    printf 'quickstart.sh: error: %s\n  fix:   %s\n' "$1" "$2" >&4
    [[ ! $step ]] || printf '  log:   %s\n' "$log" >&4
    exit 1
}

# last_in_log START: what follows START in the last line of this step that begins so.
last_in_log() {
    awk -v start="^$1" '/^=== / { found = "" } sub(start, "") { found = $0 } END { print found }' "$log"
}

# Any command that fails in a step ends here; what apt-get, cargo, our tools and scripts call an error is the reason.
ended() {
    local status=$? reason advice
    ((status != 0)) || return 0
    ((status != 130)) || fail "interrupted" "run it again: what is done is not done twice"
    reason=$(last_in_log '([a-z0-9-]+(\.sh)?: error|error|E): ')
    advice=$(last_in_log '  fix:   ')
    fail "$step failed${reason:+: $reason}" "${advice:-$fix}"
}

# --- the steps

# Asks for the password before a clock runs over the question.
need_root_for() {
    command -v apt-get >/dev/null || fail "this is no Debian, and these are missing: $*" "install what corresponds to them"
    ((EUID != 0)) || return 0
    command -v sudo >/dev/null || fail "neither root nor sudo, and these are missing: $*" "as root: apt-get install $*"
    stop_clock $'\n'
    echo "installing with sudo: $*" >&3
    sudo true || fail "sudo was refused, and these are missing: $*" "as root: apt-get install $*"
}

find_missing() {
    mapfile -t missing < <(missing_packages "${base_packages[@]}" && missing_clang_packages)
}

install_base() {
    said="nothing was missing"
    ((${#missing[@]})) || return 0
    update_package_lists
    find_missing # which clang there is to have is known now
    install_packages "${missing[@]}"
    said="${#missing[@]} installed"
}

install_tools() {
    "$tree/install/install.sh" --prefix "$prefix"
    said="in $prefix/bin"
}

make_sysroot() {
    said="$sysroot was there"
    if [[ ! -e $sysroot && ! -L $sysroot ]]; then
        "$prefix/bin/aarch64-jetson" sysroot fetch debian-bookworm "$sysroot" --with opencv,openssl
        said="$sysroot made of Debian bookworm"
    elif [[ ! -d $sysroot/usr/lib ]]; then
        fail "$sysroot is there, but is no sysroot: it has no usr/lib" "remove it, or name another: --sysroot DIR"
    fi
}

has_target() {
    local libraries
    libraries=$("$1" --print target-libdir --target "$target") && compgen -G "$libraries/libstd-*.rlib"
}

# Sets `rust`, the command that stands for cargo.
choose_rust() {
    if command -v cargo && has_target "${RUSTC:-rustc}"; then
        rust=(cargo) said="yours, $("${RUSTC:-rustc}" --version)"
    elif command -v cargo rustup && timeout 300 rustup target add "$target" && has_target "${RUSTC:-rustc}"; then
        rust=(cargo) said="yours, $("${RUSTC:-rustc}" --version), with $target added by rustup"
    else
        { has_target /usr/bin/rustc && test -x /usr/bin/cargo; } || install_rust
        has_target /usr/bin/rustc
        rust=(env RUSTC=/usr/bin/rustc /usr/bin/cargo) said="Debian's, $(/usr/bin/rustc --version)"
    fi
}

install_rust() {
    need_root_for "${rust_packages[@]}"
    as_root dpkg --add-architecture arm64
    update_package_lists
    install_packages "${rust_packages[@]}"
}

build_hello() {
    cd -- "$tree/tests/examples/hello"
    PATH=$prefix/bin:$PATH JETSON_SYSROOT=$sysroot CARGO_TARGET_DIR=$tree/build/hello \
        "${rust[@]}" build --locked --target "$target"
    said="$(readelf -hW "$program" | sed -n 's/^ *Machine: *//p') program $program"
}

run_hello() {
    qemu-aarch64-static -L "$sysroot" "$program" >"$tree/build/hello.out"
    said="it runs, and says"
}

# --- the whole

while (($#)); do
    case $1 in
        --prefix | --sysroot)
            [[ ${2-} ]] || { echo "$usage" >&2; exit 2; }
            declare "${1#--}=$2"
            shift
            ;;
        --prefix=?*) prefix=${1#*=} ;;
        --sysroot=?*) sysroot=${1#*=} ;;
        -h | --help) echo "$usage"; exit ;;
        *) echo "$usage" >&2; exit 2 ;;
    esac
    shift
done
[[ ${HOME-} || ($prefix && $sysroot) ]] ||
    fail "HOME is not set, so there is no ~" "name the places: --prefix DIR --sysroot DIR"
prefix=${prefix:-$HOME/.local}
default_sysroot=${JETSON_SYSROOT:-${HOME-}/sysroot-jetson}
sysroot=${sysroot:-$default_sysroot}
[[ $prefix == /* ]] || prefix=$PWD/$prefix
[[ $sysroot == /* ]] || sysroot=$PWD/$sysroot
{ mkdir -p "$tree/build" && : >"$log"; } 2>/dev/null || fail "cannot write in $tree/build" "make $tree writable for you"

trap ended EXIT
trap 'exit 130' INT TERM HUP
find_missing
((${#missing[@]} == 0)) || need_root_for "${missing[@]}"
run_step "Debian packages" "read in the log what apt-get says" install_base
run_step "the tools" "read in the log what the build says" install_tools
run_step "sysroot" "read in the log what mmdebstrap says" make_sysroot
run_step "Rust" "install Rust by rustup, and \`rustup target add $target\`" choose_rust
run_step "cargo build" "read in the log what cargo says; the first time, it needs the network" build_hello
run_step "qemu" "read in the log what qemu says; a program needs the sysroot that it was built for, or a newer one" run_hello
sed 's/^/      /' "$tree/build/hello.out"

# --- what remains to be done by the user

echo "Done in $SECONDS s. All that a project of yours needs is in tests/examples/hello/.cargo/config.toml."
[[ :$PATH: == *":$prefix/bin:"* ]] || echo "To have the tools on PATH:  export PATH=\"$prefix/bin:\$PATH\""
[[ $sysroot == "$default_sysroot" ]] || echo "To use this sysroot:        export JETSON_SYSROOT=\"$sysroot\""
[[ ${rust[0]} == cargo ]] || echo "To build with this Rust:    ${rust[*]} build --target $target"
