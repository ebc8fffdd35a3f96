// What a wrapper does before the program behind it starts, counted by stepping through it: `startup NAME WRAPPER WORD…` prints its
// instructions, how many of them are cpuid (a virtual machine's processor traps it, and the hypervisor answers), the calls of the
// kernel and the page faults. `startup` alone: how long one cpuid takes here, in nanoseconds.
#include <cpuid.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static long nanoseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000000000L + now.tv_nsec;
}

static long time_cpuid(void) {
    enum { kRounds = 2000 };
    unsigned a, b, c, d;
    const long start = nanoseconds();
    for (int i = 0; i < kRounds; ++i) __cpuid_count(4, 0, a, b, c, d);
    return (nanoseconds() - start) / kRounds;
}

// The tenth field of the kernel's line about a process.
static long minor_faults(pid_t process) {
    char path[64], line[1024] = "";
    snprintf(path, sizeof path, "/proc/%d/stat", process);
    FILE *file = fopen(path, "r");
    if (!file || !fgets(line, sizeof line, file)) return -1;
    fclose(file);
    const char *field = strrchr(line, ')');
    for (int i = 2; field && i < 10; ++i) field = strchr(field + 1, ' ');
    return field ? atol(field) : -1;
}

int main(int argc, char **argv) {
    if (argc < 3) return printf("%ld\n", time_cpuid()), 0;
    const pid_t child = fork();
    if (child == 0) {
        ptrace(PTRACE_TRACEME, 0, 0, 0);
        raise(SIGSTOP);
        execv(argv[2], argv + 2);
        _exit(126);
    }
    int status;
    waitpid(child, &status, 0);
    ptrace(PTRACE_SETOPTIONS, child, 0, PTRACE_O_TRACEEXEC | PTRACE_O_EXITKILL);
    ptrace(PTRACE_CONT, child, 0, 0);
    waitpid(child, &status, 0);  // in the wrapper, before its first instruction
    long instructions = 0, cpuids = 0, calls = 0, faults = minor_faults(child), last = faults;
    for (;;) {
        struct user_regs_struct registers;
        ptrace(PTRACE_GETREGS, child, 0, &registers);
        errno = 0;
        const long word = ptrace(PTRACE_PEEKTEXT, child, registers.rip, 0);
        if (errno == 0) {
            ++instructions;
            if ((word & 0xffff) == 0xa20f) ++cpuids;
            if ((word & 0xffff) == 0x050f) {
                ++calls;
                last = minor_faults(child);
            }
        }
        ptrace(PTRACE_SINGLESTEP, child, 0, 0);
        if (waitpid(child, &status, 0) != child || !WIFSTOPPED(status) || status >> 8 == (SIGTRAP | PTRACE_EVENT_EXEC << 8)) break;
    }
    printf("%s\t%ld\t%ld\t%ld\t%ld\n", argv[1], instructions, cpuids, calls, last - faults);
    return 0;
}
