// Runs commands in turns and tells how long each took: what disturbs the machine then disturbs all of them alike.
//   interleave ROUNDS < LIST
// A line of LIST is the words of a command, parted by tabs; words NAME=VALUE before the first other one are its whole environment.
// "{round}" at the end of a word is replaced by a number that is new each time, for compilers that remember what they did.
// Prints for each line, in order: median and least wall time in microseconds ("0.0" where the command fails), peak memory in kB (not
// less than our own, which the kernel counts in: we are small and static).
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { kMostCommands = 64, kMostWords = 256 };

struct command {
  char* words[kMostWords];
  char* environment[kMostWords];
  double* times;
  long peak;
  int fails;
};

static struct command commands[kMostCommands];

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static void read_words(struct command* command, char* line) {
  int words = 0, variables = 0;
  for (char* word = strtok(line, "\t\n"); word != NULL && words < kMostWords - 1; word = strtok(NULL, "\t\n")) {
    if (words == 0 && strchr(word, '=') != NULL) command->environment[variables++] = word;
    else command->words[words++] = word;
  }
}

// The word with its "{round}" filled in; or the word itself.
static char* fill_in(char* word) {
  static int number = 0;
  const size_t length = strlen(word);
  if (length < 7 || strcmp(word + length - 7, "{round}") != 0) return word;
  char* filled = malloc(length + 32);
  sprintf(filled, "%.*s%ld%05d", (int)(length - 7), word, (long)getpid(), ++number);
  return filled;
}

static double run(struct command* command) {
  char* words[kMostWords] = {0};
  for (int i = 0; command->words[i] != NULL; ++i) words[i] = fill_in(command->words[i]);
  const double start = now();
  const pid_t child = vfork();
  if (child == 0) {
    execve(words[0], words, command->environment);
    _exit(127);
  }
  int status = 0;
  struct rusage usage;
  if (child < 0 || wait4(child, &status, 0, &usage) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    fprintf(stderr, "failed (status %d): %s\n", status, command->words[0]);
    return -1;
  }
  const double time = now() - start;
  if (usage.ru_maxrss > command->peak) command->peak = usage.ru_maxrss;
  return time;
}

static int by_size(const void* a, const void* b) {
  const double x = *(const double*)a, y = *(const double*)b;
  return (x > y) - (x < y);
}

// A new order for each round: a program started twice in a row finds its pages in the processor's caches, and always the same row would.
static void shuffle(int* order, int count) {
  for (int i = count - 1; i > 0; --i) {
    const int j = rand() % (i + 1), kept = order[i];
    order[i] = order[j];
    order[j] = kept;
  }
}

int main(int argc, char** argv) {
  const int rounds = argc == 2 ? atoi(argv[1]) : 0;
  if (rounds < 1) return 2;
  int count = 0;
  char* line = NULL;
  size_t size = 0;
  while (count < kMostCommands && getline(&line, &size, stdin) > 0) {
    read_words(&commands[count], strdup(line));
    commands[count].times = calloc((size_t)rounds, sizeof(double));
    if (commands[count].words[0] != NULL) ++count;
  }
  // What is on disk is then in memory; and a command that fails is not run again.
  for (int i = 0; i < count; ++i) commands[i].fails = run(&commands[i]) < 0;
  int order[kMostCommands];
  for (int i = 0; i < count; ++i) order[i] = i;
  for (int round = 0; round < rounds; ++round) {
    shuffle(order, count);
    for (int i = 0; i < count; ++i) {
      struct command* command = &commands[order[i]];
      if (!command->fails && (command->times[round] = run(command)) < 0) exit(1);
    }
  }
  for (int i = 0; i < count; ++i) {
    qsort(commands[i].times, (size_t)rounds, sizeof(double), by_size);
    printf("%.1f %.1f %ld\n", commands[i].times[rounds / 2], commands[i].times[0], commands[i].peak);
  }
  return 0;
}
