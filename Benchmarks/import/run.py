#!/usr/bin/env python3
"""Times `antenne import` beside SQLite's command line and DuckDB on the same feed.

    Benchmarks/import/run.py [FEED.zip] [--repeats 5] [--antenne PROGRAM]

One round runs each once, and the order moves on by one with every round. A Markdown report goes to
standard output, what is being done to standard error. A peer that is missing is left out, which the
report says.
"""

import argparse
import collections
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import contenders
from contenders import say

FEED = "bench/stib-2026-05-rebuilt.zip"
DATA = os.environ.get("ANTENNE_DATA", contenders.ROOT.parent / "shared" / "data")
MEGABYTE = 1_000_000

# A child counts the memory that its parent held when it started it: this Python's, or that of the
# small GNU time where there is one.
GNU_TIME = shutil.which("time")
if GNU_TIME and "GNU" not in subprocess.run([GNU_TIME, "--version"], capture_output=True,
                                            text=True).stdout:
    GNU_TIME = None

Measure = collections.namedtuple("Measure", "wall cpu memory size")


def measure(command, folder):
    """Seconds of the wall clock, seconds of CPUs, peak memory of the largest process and size of
    the database, in bytes."""
    program = ["/bin/sh", "-ec", command]
    if GNU_TIME:
        program = [GNU_TIME, "-f", "%M", "-o", "memory.txt"] + program
    with open(folder / "said.txt", "wb") as said:
        begin = time.monotonic()
        process = subprocess.Popen(program, cwd=folder, stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        text = (folder / "said.txt").read_text(errors="replace")[-2000:]
        sys.exit(f"this ended with {process.returncode}: {command}\n{text}")
    # Linux counts kibibytes, macOS bytes.
    memory = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    if GNU_TIME:
        memory = int((folder / "memory.txt").read_text()) * 1024
    size = sum(f.stat().st_size for f in folder.glob("database*"))
    return Measure(wall, usage.ru_utime + usage.ru_stime, memory, size)


def in_new_folder(parent, body):
    folder = parent / "run"
    folder.mkdir()
    try:
        return body(folder)
    finally:
        shutil.rmtree(folder)


def run_all(entries, repeats, parent):
    """Measures by name; stops where two databases hold different feeds."""
    measures, calls = collections.defaultdict(list), {}
    for turn in range(repeats):
        say(f"round {turn + 1} of {repeats}")
        first = turn % len(entries)
        for entry in entries[first:] + entries[:first]:
            def once(folder, entry=entry):
                result = measure(entry.command, folder)
                if entry.calls and entry.name not in calls:
                    calls[entry.name] = entry.calls(str(folder / "database"))
                return result
            measures[entry.name].append(in_new_folder(parent, once))
    if len(set(calls.values())) > 1:
        sys.exit(f"the databases hold different numbers of stop_times: {calls}")
    return measures, next(iter(calls.values()))


def report(feed, entries, measures, calls, missing, floor, load):
    versions = ", ".join(f"{e.name} {e.version}" for e in entries if e.version)
    rounds = len(measures[entries[0].name])
    print(f"`{feed.name}`, {calls:,} stop_times, {rounds} rounds, medians (fastest to slowest).\n"
          f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, load {load:.1f} at "
          f"the start; {versions}, Python {platform.python_version()}.\n")
    print("| | wall s | CPU s | peak memory MB | database MB | wall | CPU | memory | size |\n"
          "| --- | --: | --: | --: | --: | --: | --: | --: | --: |")
    medians = {name: Measure(*map(statistics.median, zip(*all_of))) for name, all_of in
               measures.items()}
    base = medians.get("sqlite3 .import")
    for name, value in medians.items():
        walls = sorted(m.wall for m in measures[name])
        # Less than what the parent held cannot be seen.
        memory = f"{value.memory / MEGABYTE:.0f}" if value.memory > 1.05 * floor else (
            f"< {floor / MEGABYTE:.0f}")
        ratios = [f"{mine / other:.2f} ×" if base and other and mine else "–"
                  for mine, other in zip(value, base or value)]
        size = f"{value.size / MEGABYTE:.1f}" if value.size else "–"
        wall = f"{value.wall:.2f} ({walls[0]:.2f} to {walls[-1]:.2f})"
        print("|", " | ".join([name, wall, f"{value.cpu:.2f}", memory, size, *ratios]), "|")
    print("\nThe last four columns are multiples of `sqlite3 .import`. Its time and DuckDB's hold "
          "that of `unzip`.")
    for name, reason in missing.items():
        print(f"Not measured: {name}, {reason}.")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("feed", nargs="?", type=pathlib.Path, default=pathlib.Path(DATA) / FEED)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--antenne", help="a built program; without it the release is built")
    arguments = parser.parse_args()
    feed = arguments.feed.resolve()
    if not feed.is_file():
        parser.error(f"{feed}: no such feed; name one, or the folder of the data in ANTENNE_DATA")
    if arguments.repeats < 1:
        parser.error("--repeats is at least 1")
    parent = pathlib.Path(tempfile.mkdtemp(prefix="antenne-bench-"))
    try:
        entries, missing = [contenders.antenne(feed, arguments.antenne)], {}
        for name, make in [("unzip alone", lambda: contenders.unzip(feed)),
                           ("sqlite3 .import", lambda: contenders.sqlite(feed, parent)),
                           ("DuckDB", lambda: contenders.duckdb(feed, parent))]:
            try:
                entries.append(make())
            except LookupError as error:
                missing[name] = str(error)
                say(f"{name} is left out: {error}")
        load = os.getloadavg()[0]
        measures, calls = run_all(entries, arguments.repeats, parent)
        floor = in_new_folder(parent, lambda folder: measure("true", folder)).memory
        report(feed, entries, {e.name: measures[e.name] for e in entries}, calls, missing, floor,
               load)
    finally:
        shutil.rmtree(parent)


if __name__ == "__main__":
    main()
