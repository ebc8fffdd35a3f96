#!/bin/bash
# make's jobserver descriptors come through to clang: it can take a token and give it back.
. "$(dirname "$0")/common.inc"

cat > clang <<'SH'
#!/bin/bash
[[ $MAKEFLAGS =~ --jobserver-auth=(fifo:[^ ]*|[0-9]+,[0-9]+) ]] || { echo "no jobserver in '$MAKEFLAGS'" >&2; exit 1; }
auth=${BASH_REMATCH[1]}
case $auth in
    fifo:*) exec {in}<> "${auth#fifo:}" && out=$in ;;
    *) in=${auth%,*} out=${auth#*,} ;;
esac
read -r -t 20 -N 1 -u "$in" token || { echo "no token" >&2; exit 1; }
printf %s "$token" >&"$out"
echo "token taken" >> log
SH
chmod +x clang
printf '%s\n' "sysroot = '$board'" '[programs]' "clang = '$scratch/clang'" "lld = '$(command -v "ld.lld-$clang")'" \
    > "$AARCH64_JETSON_CONFIG"
# The `+` marks a command that make shares its jobserver with; each job has a token of its own, and -j9 leaves some free.
printf 'all: 1 2 3 4\n1 2 3 4:\n\t+aarch64-jetson-clang -c $@.c\n' > Makefile
make -j9
[ "$(grep -c 'token taken' log)" = 4 ]
