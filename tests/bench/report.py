#!/usr/bin/python3
"""Turns what tests/bench/run.sh measured into a page and a chart.
report.py RESULTS.TSV OUT NOTE…: writes OUT.md and OUT.svg, and the tables into the README. A line of RESULTS.TSV: group, row, median and least microseconds, peak
memory in kB, instructions; the first row of a group is what the others are compared with."""
import html
import os
import subprocess
import sys
from pathlib import Path


def machine():
    """Its kind, and nothing that names it."""
    model = next((l.split(":")[1].strip() for l in open("/proc/cpuinfo") if l.startswith("model name")), "unknown CPU")
    kind = subprocess.run(["systemd-detect-virt"], capture_output=True, text=True).stdout.strip() if Path("/usr/bin/systemd-detect-virt").exists() else ""
    virtual = kind not in ("", "none") or " hypervisor" in Path("/proc/cpuinfo").read_text()
    return f"{os.cpu_count()} cores of {model}, {'a virtual machine' if virtual else 'no virtual machine'}"


def read(path):
    groups = {}
    for line in open(path):
        group, row, median, least, peak, instructions = line.rstrip("\n").split("\t")
        groups.setdefault(group, []).append((row, float(median), float(least), peak, instructions))
    return groups


def table_alone(rows):
    """The wrapper's own cost: what it takes longer than the program behind it takes by itself."""
    _, bare, bare_least, _, _ = rows[0]
    c_glibc = next((r[1] - bare for r in rows if "compiled in, glibc" in r[0]), None)
    c_least = next((r[2] - bare_least for r in rows if "compiled in, glibc" in r[0]), None)
    yield "| wrapper in front of a program that does nothing | cost, median ms | of C glibc | cost, least ms | of C glibc | instructions | peak kB |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    for row, median, least, peak, instructions in rows[1:]:
        cost, cost_least = median - bare, least - bare_least
        ratio = f"{cost / c_glibc:.2f}" if c_glibc else ""
        ratio_least = f"{cost_least / c_least:.2f}" if c_least else ""
        count = f"{int(instructions):,}" if instructions else ""
        yield f"| {row} | {cost / 1000:.3f} | {ratio} | {cost_least / 1000:.3f} | {ratio_least} | {count} | {peak} |"


def table_startup(lines):
    """What happens before the program behind a wrapper starts; the time of the cpuids is their number times the time of one."""
    one = int(lines[0])
    yield "| up to the start of the program behind | instructions | cpuid | which take, ms | kernel calls | page faults |"
    yield "|---|---:|---:|---:|---:|---:|"
    for line in lines[1:]:
        row, instructions, cpuids, calls, faults = line.split("\t")
        yield f"| {row} | {int(instructions):,} | {cpuids} | {int(cpuids) * one / 1e6:.2f} | {calls} | {faults} |"
    asked = next((line.split("\t")[2] for line in lines[1:] if "compiled in, glibc" in line), "0")
    yield ""
    yield f"A cpuid takes {one / 1000:.1f} µs here, where the processor traps it; the start-up of glibc alone asks {asked} times, that of musl never."


def table_compared(group, rows):
    _, first, first_least, _, _ = rows[0]
    yield f"| {group} | median ms | ratio | least ms | ratio |"
    yield "|---|---:|---:|---:|---:|"
    for row, median, least, _, _ in rows:
        yield f"| {row} | {median / 1000:.2f} | {median / first:.3f} | {least / 1000:.2f} | {least / first_least:.3f} |"


def chart(rows, where):
    """Bars of the wrapper's own cost; ours in another colour. Least times: they are what the machine can do."""
    bare = rows[0][2]
    bars = [(row, max(least - bare, 0) / 1000) for row, _, least, _, _ in rows[1:]]
    widest = max(cost for _, cost in bars if cost) or 1
    limit = sorted(cost for _, cost in bars)[-2] * 1.15 if len(bars) > 2 else widest
    lines = [f'<svg xmlns="http://www.w3.org/2000/svg" width="760" height="{len(bars) * 26 + 64}" font-family="sans-serif" font-size="13">',
             '<rect width="100%" height="100%" fill="white"/>',
             '<text x="12" y="22" font-size="15">What a wrapper adds to each call, in milliseconds</text>']
    for n, (row, cost) in enumerate(bars):
        y = 36 + n * 26
        width = min(cost, limit) / limit * 330
        colour = "#76b900" if row.startswith("ours") else "#9aa0a6"
        lines.append(f'<text x="300" y="{y + 15}" text-anchor="end">{html.escape(row)}</text>')
        lines.append(f'<rect x="308" y="{y + 2}" width="{width:.1f}" height="18" fill="{colour}"/>')
        lines.append(f'<text x="{316 + width:.1f}" y="{y + 15}">{cost:.2f}{" (cut)" if cost > limit else ""}</text>')
    lines.append(f'<text x="12" y="{len(bars) * 26 + 54}" fill="#5f6368" font-size="11">least of many runs, in turns; {html.escape(where)}</text>')
    return "\n".join(lines + ["</svg>", ""])


def put_in_readme(readme, text):
    """Between its marks, with the chart; the rest of the page is as it was."""
    begin, end = "<!-- bench: begin -->\n", "<!-- bench: end -->"
    before, _, rest = readme.read_text().partition(begin)
    _, _, behind = rest.partition(end)
    picture = "![What a wrapper adds to each call](tests/bench/results.svg)\n"
    readme.write_text(before + begin + "\n" + text.rstrip() + "\n\n" + picture + "\n" + end + behind)


def main():
    source, out, *notes = sys.argv[1:]
    groups, where = read(source), machine()
    lines = ["# What the tools cost", "",
             f"Measured by tests/bench/run.sh on {where}, all commands of a table in turns; {'; '.join(notes)}.",
             "Instructions are user-mode ones up to the start of the program behind, counted by callgrind; peak memory is at least that of the",
             "program behind.", ""]
    for group, rows in groups.items():
        lines += [*(table_alone(rows) if group == "alone" else table_compared(group, rows)), ""]
    startup = Path(source).with_name("startup.tsv")
    if startup.exists():
        lines += [*table_startup(startup.read_text().splitlines()), ""]
    Path(out + ".md").write_text("\n".join(lines))
    if "alone" in groups:
        Path(out + ".svg").write_text(chart(groups["alone"], where))
    put_in_readme(Path(__file__).parents[2] / "README.md", "\n".join(lines[2:]))


main()
