#!/bin/bash
# Completion of verbs, their verbs and their options, in each shell itself, from the files that are installed; and the manual
# page, which man formats without a complaint.
# matrix: shell=bash,zsh,fish,man
. "$(dirname "$0")/common.inc"

share=$tools/../share
command -v "${shell:=bash}" > /dev/null || skip "no $shell"
case $shell in
    bash)
        complete_words() {
            bash --norc -c '. "$1"; COMP_WORDS=("${@:2}"); COMP_CWORD=$(($# - 2)); _aarch64_jetson; printf "%s\n" "${COMPREPLY[@]}"' \
                bash "$share/bash-completion/completions/aarch64-jetson" "$@"
        }
        ;;
    zsh) # its completion needs a terminal: the file is read, and what it would offer is printed
        complete_words() {
            zsh -f -c '_describe() { print -l -- ${(P)2} | sed "s/:.*//"; }; compdef() { :; }; words=("${@:2}"); CURRENT=$#words; . $1 ' \
                zsh "$share/zsh/site-functions/_aarch64-jetson" "$@" | grep "^${*: -1}"
        }
        ;;
    fish)
        complete_words() {
            fish --no-config -c "source $share/fish/vendor_completions.d/aarch64-jetson.fish; complete -C '$*'" | cut -f1
        }
        ;;
    man)
        man --warnings -E ascii -P cat -l "$share/man/man1/aarch64-jetson.1" > page 2> complaints
        [ ! -s complaints ] || fail "$(cat complaints)"
        grep -q 'sysroot make SOURCE DEST' page
        grep -q -- '--replace' page
        "$tools/aarch64-jetson" verbs | grep . | while read -r verb; do grep -q "$verb" page || fail "no $verb"; done
        exit 0
        ;;
esac
[[ $(complete_words aarch64-jetson em) = emit ]]
[[ $(complete_words aarch64-jetson sysroot m) = make ]]
[[ $(complete_words aarch64-jetson sysroot make --rep) = --replace ]]
[[ $(complete_words aarch64-jetson emit cargo --wr) = --write ]]
