#!/bin/bash
# What `init` reads from the sysroot: release and module, CUDA, driver and OpenCV directories, the GCC that has a C++ library,
# and whether libgcc has the helpers of outline atomics.
. "$(dirname "$0")/common.inc"
. "$e2e/emit.inc"
file=$HOME/.config/aarch64-jetson/aarch64-jetson.toml
rm "$file"

lib=usr/lib/aarch64-linux-gnu
mkdir -p r/etc/apt/sources.list.d r/usr/lib/gcc/aarch64-linux-gnu r/$lib/nvidia r/$lib/pkgconfig r/opt/opencv-4.13/{lib,include/opencv4} \
    r/usr/local/cuda-12.6/targets/aarch64-linux/{include,lib/stubs}
ln -s nvidia r/$lib/tegra
ln -s /etc/alternatives/cuda r/usr/local/cuda
mkdir r/etc/alternatives
ln -s /usr/local/cuda-12.6 r/etc/alternatives/cuda
cp -a "$board/usr/lib/gcc/aarch64-linux-gnu/12" r/usr/lib/gcc/aarch64-linux-gnu/12
mkdir r/usr/lib/gcc/aarch64-linux-gnu/13
cp r/usr/lib/gcc/aarch64-linux-gnu/12/crtbegin.o r/usr/lib/gcc/aarch64-linux-gnu/13/
ln -sf libstdc++.a r/usr/lib/gcc/aarch64-linux-gnu/12/libstdc++.so

release() { echo "# R$1 (release), REVISION: $2, GCID: 38968081, BOARD: generic, EABI: aarch64, DATE: Wed Jan  8 01:49:37 UTC 2025" > r/etc/nv_tegra_release; }
source_of_soc() { echo "deb https://repo.example/jetson/$1 r$2 main" > r/etc/apt/sources.list.d/nvidia-l4t-apt-source.list; }

# JetPack 6 is for Orin alone.
release 36 4.3
"$manager" init --sysroot r --print < /dev/null > printed 2> told
grep -q '^module = "orin"$' printed
grep -q '^release: Jetson Linux 36.4.3 (JetPack 6.2), for orin$' told
grep -q "^sysroot = \"$scratch/r\"$" printed
grep -q '^gcc_directory = "/usr/lib/gcc/aarch64-linux-gnu/12"$' printed
grep -qF 'library = ["/usr/local/cuda-12.6/targets/aarch64-linux/lib", "/opt/opencv-4.13/lib"]' printed
grep -qF "library_last = [\"/$lib/nvidia\", \"/usr/local/cuda-12.6/targets/aarch64-linux/lib/stubs\"]" printed
grep -qF 'include = ["/usr/local/cuda-12.6/targets/aarch64-linux/include", "/opt/opencv-4.13/include/opencv4"]' printed
grep -qF "pkg_config = [\"/$lib/pkgconfig\"]" printed
[ "$(wc -c < printed)" -lt 2000 ]

# What is found is what the built-in search finds.
JETSON_SYSROOT=$PWD/r AARCH64_JETSON_DRY_RUN=1 "$tools/aarch64-jetson-clang" x.o -lcuda | grep -e ^-L > by-search
"$manager" init --sysroot r > /dev/null
AARCH64_JETSON_DRY_RUN=1 "$tools/aarch64-jetson-clang" x.o -lcuda | grep -e ^-L > by-settings
diff <(grep -v gcc by-search) <(grep -v gcc by-settings)
[ -s by-search ]

# Two modules: it says so and leaves it out; the package source may tell; on a terminal it asks.
release 35 3.1
"$manager" init --sysroot r --print < /dev/null > printed 2> told
exits 1 grep -e '^module' -e '^cpu' printed
grep -q 'runs on xavier, orin, and does not tell which' told
source_of_soc t194 35.3
"$manager" init --sysroot r --print < /dev/null 2> /dev/null > printed
grep -q '^module = "xavier"$' printed
rm r/etc/apt/sources.list.d/nvidia-l4t-apt-source.list
release 39 2.0
echo thor | script -qec "$manager init --sysroot r --print" /dev/null > printed
grep -q 'Which module is it for? orin, thor' printed
grep -q '^module = "thor"' printed
release 32 7.1
source_of_soc t210 32.7 # Nano and TX1, one to a compiler
"$manager" init --sysroot r --print < /dev/null 2> /dev/null | grep -q '^cpu = "cortex-a57"$'
"$manager" init --sysroot r --print --module thor < /dev/null 2>&1 > /dev/null | grep -q '^note: Jetson Linux 32.7.1 .*is not for thor$'

# No helpers: code that would call them could not be linked.
exits 1 grep outline printed
gcc=r/usr/lib/gcc/aarch64-linux-gnu/12
chmod u+w $gcc/libgcc.a
mapfile -t helpers < <("$tools/aarch64-jetson-ar" t $gcc/libgcc.a | grep -E '^(ldadd|cas|swp|ldclr|ldeor|ldset)_')
[ ${#helpers[@]} -gt 10 ]
cp $gcc/libgcc.a whole.a && mv whole.a $gcc/libgcc.a
"$tools/aarch64-jetson-ar" d $gcc/libgcc.a "${helpers[@]}"
"$manager" init --sysroot r --print < /dev/null 2> /dev/null > printed
grep -q '^compile = \["-mno-outline-atomics"\]' printed

# Bad input.
exits 2 "$manager" init --print --sysroot r --module orn 2> error
grep -q 'did you mean "orin"?' error
exits 1 "$manager" init --force --sysroot none 2> error
grep -q "sysroot does not exist: $scratch/none" error
mkdir empty
exits 1 "$manager" init --force --sysroot empty 2> error
grep -q 'this is no sysroot, it has no folder usr' error
PATH=/nowhere exits 1 "$manager" init --force --sysroot r 2> error
grep -q 'clang is not on PATH' error
