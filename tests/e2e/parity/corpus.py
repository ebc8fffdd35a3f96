"""Compiles real source files through our tool and by the command that it prints, and compares every byte.

usage: corpus.py CORPUS SETS PASSES       in a scratch folder; our tools are first on PATH
CORPUS: lines "LANGUAGE SOURCE FLAG…"; SETS: lines "NAME LANGUAGES FLAG…", LANGUAGES a comma list. Each source meets PASSES of
the sets for its language, one after the other, so that all sets meet about as many sources. A set with "-o" names its own output.
Prints what differs and, last, "SOURCES sources, PAIRS pairs, COMPILED compiled"; exit code 1 if anything differed.
"""
import concurrent.futures
import json
import os
import shlex
import subprocess
import sys

DRIVERS = {"c": "aarch64-jetson-clang", "c++": "aarch64-jetson-clang++", "asm": "aarch64-jetson-clang"}


def run(command, environment=None):
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, env=environment)


def take(path):
    """The bytes of a file, which is then gone; None where there is none."""
    try:
        with open(path, "rb") as file:
            data = file.read()
        os.remove(path)
        return data
    except FileNotFoundError:
        return None


def compare(number, language, source, source_flags, name, set_flags):
    output = f"out.{number}"
    dependencies = f"deps.{number}"
    flags = [flag.replace("DEPS", dependencies) for flag in set_flags]
    call = [DRIVERS[language], *source_flags, *flags, source, "-o", output]
    ours = run(call)
    made = take(output), take(dependencies)
    printed = json.loads(run(call, {**os.environ, "AARCH64_JETSON_DRY_RUN": "json"}).stdout)
    command = [argument["text"] for argument in printed["arguments"]]
    by_hand = run([printed["program"], *command[1:]])
    made_by_hand = take(output), take(dependencies)
    differ = [what for what, one, other in [("exit code", ours.returncode, by_hand.returncode), ("output", made, made_by_hand),
                                            ("stdout", ours.stdout, by_hand.stdout), ("stderr", ours.stderr, by_hand.stderr)] if one != other]
    if differ:
        print(f"{name}: {', '.join(differ)} differ: {shlex.join(call)}\n  by hand: {shlex.join(command)}")
    return not differ, ours.returncode == 0 and made[0] is not None


def main():
    corpus, sets, passes = sys.argv[1], sys.argv[2], int(sys.argv[3])
    with open(corpus, encoding="utf-8") as file:
        sources = [line.split() for line in file]
    with open(sets, encoding="utf-8") as file:
        rows = [shlex.split(line) for line in file if line.strip() and not line.startswith("#")]
    jobs = []
    turn = {}
    for language, source, *source_flags in sources:
        fitting = [row for row in rows if language in row[1].split(",")]
        for _ in range(passes):
            at = turn.get(language, 0)
            turn[language] = at + 1
            row = fitting[at % len(fitting)]
            jobs.append((len(jobs), language, source, source_flags, row[0], row[2:]))
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(lambda job: compare(*job), jobs))
    used = {job[4] for job in jobs}
    unused = [row[0] for row in rows if row[0] not in used and turn.keys() & set(row[1].split(","))]
    if unused:
        print("sets that met no source:", *unused)
    print(f"{len(sources)} sources, {len(jobs)} pairs, {sum(compiled for _, compiled in results)} compiled")
    return 0 if all(same for same, _ in results) and not unused else 1


sys.exit(main())
