#!/bin/bash
# A Makefile in the manner of kernels and firmware: every tool is $(CROSS_COMPILE) and a name.
# matrix: clang=14,19 sysroot=bullseye,bookworm,trixie
. "$(dirname "$0")/common.inc"
by_hand_too

echo 'int twice(int n) { return 2 * n; }' > twice.c
echo 'int twice(int n); int thrice(int n) { return twice(n) + n; }' > thrice.c
printf '%s\n' '#include <iostream>' 'extern "C" int thrice(int);' 'int main() { std::cout << thrice(14) << std::endl; }' > main.cc
cat > Makefile <<'MAKE'
CC := $(CROSS_COMPILE)gcc
CXX := $(CROSS_COMPILE)g++
CPP := $(CROSS_COMPILE)cpp
LD := $(CROSS_COMPILE)ld
AR := $(CROSS_COMPILE)ar
CFLAGS := -O2 -Wall -Werror

all: program program.stripped program.bin symbols preprocessed libarith.a(both.o)
both.o: twice.o thrice.o
	$(LD) -r -o $@ $^
libarith.a: both.o
	$(AR) rcs $@ $^
	$(CROSS_COMPILE)ranlib $@
program: main.o libarith.a
	$(CXX) -o $@ $^
program.stripped: program
	$(CROSS_COMPILE)strip -o $@ $<
program.bin: program
	$(CROSS_COMPILE)objcopy -O binary -j .text $< $@
symbols: program
	$(CROSS_COMPILE)nm $< > $@
	$(CROSS_COMPILE)readelf -h $< >> $@
	$(CROSS_COMPILE)size $< >> $@
	$(CROSS_COMPILE)objdump -d $< >> $@
	$(CROSS_COMPILE)strings $< >> $@
	$(CROSS_COMPILE)addr2line -e $< 0 >> $@
preprocessed: twice.c
	$(CPP) -P $< > $@
MAKE
make -j2 CROSS_COMPILE=aarch64-jetson-
[ "$(cat preprocessed)" = "$(cat twice.c)" ]
grep -q ' T thrice$' symbols
grep -q 'Machine: *AArch64' symbols
[ "$(stat -c %s program)" -gt "$(stat -c %s program.stripped)" ] && [ -s program.bin ]
prints 42 run_on_board ./program
prints 42 run_on_board ./program.stripped
same_as_by_hand 4
