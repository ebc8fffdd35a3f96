#!/bin/bash
# The settings file is no file, cannot be read, is far too large, or changes while it is read: a sentence, exit code 1, never a wait.
. "$(dirname "$0")/common.inc"

echo 'int main(void) { return 0; }' > main.c
export HOME=$scratch/home
mkdir -p home/.config/aarch64-jetson
file=$HOME/.config/aarch64-jetson/aarch64-jetson.toml
# refused PATTERN: both when it is found by search and when it is named.
refused() {
    local pattern=$1 name
    for name in "" "$file"; do
        exits 1 timeout 20 env -u AARCH64_JETSON_CONFIG ${name:+"AARCH64_JETSON_CONFIG=$name"} aarch64-jetson-clang -c main.c 2> message
        grep -q "^aarch64-jetson-clang: error: .*$pattern" message || fail "no '$pattern' but: $(cut -c 1-300 message)"
        grep -q '^  fix:   ' message
    done
}
mkdir "$file"
refused "the settings file is a directory, not a file: $file"
rmdir "$file"
mkfifo "$file"
refused "the settings file is no regular file: $file"
rm "$file"
truncate -s 100M "$file"
refused 'the settings file is larger than'
rm "$file"
ln -s "$file" "$file" # a link to itself
refused 'the settings file cannot be read (Too many levels of symbolic links)'
ln -sfn /no/such/file "$file" # whoever made it wants other settings than the defaults
refused 'the settings file cannot be read (No such file or directory)'
rm "$file"
head -c 50000 /dev/urandom > "$file"
refused 'the settings are not valid TOML'
printf 'sysroot = "%s"\n' "$(printf '\xff\xfe')" > "$file"
refused 'the settings are not valid TOML'

# Unreadable, for someone who is not root; and not theirs.
if [ "$(id -u)" = 0 ]; then
    open=$(mktemp -d)
    trap 'rm -rf "$open"; on_exit' EXIT
    chmod 755 "$open"
    mkdir -p "$open/home/.config/aarch64-jetson"
    cp "$TESTS_BUILD/stage/bin/aarch64-jetson-clang" "$open"
    file=$open/home/.config/aarch64-jetson/aarch64-jetson.toml
    echo "sysroot = '/'" > "$file"
    as_nobody() { env -u AARCH64_JETSON_CONFIG HOME="$open/home" setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; }
    as_nobody "$open/aarch64-jetson-clang" --version > /dev/null # root's are taken
    chmod 000 "$file"
    exits 1 as_nobody "$open/aarch64-jetson-clang" --version 2> message
    grep -q "error: the settings file cannot be read (Permission denied): $file" message
    chmod 644 "$file" && chown 12345 "$file"
    exits 1 as_nobody "$open/aarch64-jetson-clang" --version 2> message
    grep -q "error: the settings file may be written by others: $file" message
    grep -q '^  fix:   .*chown.*AARCH64_JETSON_CONFIG' message
    AARCH64_JETSON_CONFIG=$file setpriv --reuid=65534 --regid=65534 --clear-groups "$open/aarch64-jetson-clang" --version > /dev/null
    chown 65534 "$file" && chmod 666 "$file"
    exits 1 as_nobody "$open/aarch64-jetson-clang" --version 2> message
    grep -q "error: the settings file may be written by others: $file" message
fi

# Replaced by renaming while it is read, a thousand times: each call sees one of the two, whole.
file=$scratch/changing.toml
for name in a b; do
    { printf 'sysroot = "%s"\n[flags]\ncompile = ["-DWHO=%s"]\n' "$board" "$name" && printf '# %0500d\n' {1..100}; } > "$name.toml"
done
cp a.toml "$file"
(while [ ! -e stop ]; do for name in a b; do cp $name.toml next && mv next "$file"; done; done) &
changer=$!
for _ in {1..150}; do
    answer=$(AARCH64_JETSON_CONFIG=$file aarch64-jetson-clang -E -P -x c - <<< WHO)
    [[ $answer = [ab] ]] || fail "neither the one nor the other: $answer"
done
touch stop && wait $changer
