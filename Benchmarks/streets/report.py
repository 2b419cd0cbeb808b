"""The Markdown of the report."""

import array
import collections
import json
import os
import platform
import statistics

from contenders import ANTENNE, ROUTINGKIT

MEGABYTE = 1_000_000
# Work, its unit and how many of it are in a second.
WORKS = [("build", "s", 1), ("reweight", "ms", 1000), ("row", "ms", 1000), ("matrix", "ms", 1000)]
TITLES = ["build s", "re-weight ms", "1 × 1,000 ms", "1,000 × 1,000 ms"]
# OSRM's times differ by the rounding of its tenths.
NEAR_MILLISECONDS = 1000

# Seconds by work, as often as it was done in one run, and bytes.
Run = collections.namedtuple("Run", "times memory")


def heading(environment, missing, rounds):
    packages = {"pyroutingkit": ROUTINGKIT, "osrm-bindings": "OSRM"}
    versions = [f"{package} {environment.version(package)}"
                for package, name in packages.items() if name not in missing]
    print(f"{rounds} rounds, medians (fastest to slowest round). {os.cpu_count()} cores, "
          f"{platform.system()} {platform.machine()}; {', '.join(versions)}.")
    for name, reason in missing.items():
        print(f"Not measured: {name}, {reason}.")


def figures(runs, work):
    """Per round the median of what one run did several times, in seconds."""
    return [statistics.median(run.times[work]) for run in runs if work in run.times]


def columns(entry, runs, prepared):
    """Per work its figures over the rounds, and the largest memory."""
    found = {work: figures(runs, work) for work, *_ in WORKS}
    memory = statistics.median(run.memory for run in runs)
    if prepared:
        found["build"] = [prepared.build]
        found["reweight"] = [prepared.reweight] if prepared.reweight else []
        memory = max(memory, prepared.memory)
    return found, memory


def cell(values, factor):
    if not values:
        return "–"
    shown = [f"{v * factor:.3g}" if v * factor < 100 else f"{v * factor:,.0f}"
             for v in (statistics.median(values), min(values), max(values))]
    return shown[0] if len(values) == 1 else f"{shown[0]} ({shown[1]} to {shown[2]})"


def table(graph, entries, runs, slow, preparations, load):
    facts = json.loads((graph.folder / "graph.json").read_text())
    print(f"\n### {graph.name}: {facts['nodes']:,} nodes, {facts['arcs']:,} arcs\n")
    print("| |", " | ".join(TITLES), "| peak memory MB | build | re-weight | row | matrix |")
    print("| --- |" + " --: |" * 9)
    rows = {}
    for entry in entries:
        if entry.name in runs:
            algorithm = entry.name.removeprefix("OSRM ")
            prepared = preparations(graph, algorithm) if algorithm != entry.name else None
            rows[entry.name] = columns(entry, runs[entry.name], prepared)
    base = rows.get(ROUTINGKIT, ({}, 0))[0]
    for name, (found, memory) in rows.items():
        cells = [cell(found[work], factor) for work, _, factor in WORKS]
        ratios = [f"{statistics.median(found[work]) / statistics.median(base[work]):.2f} ×"
                  if found[work] and base.get(work) else "–" for work, *_ in WORKS]
        print("|", " | ".join([name, *cells, f"{memory / MEGABYTE:.0f}", *ratios]), "|")
    print(f"\nLoad {load:.1f} at the start.")
    for name, reason in slow.items():
        print(f"Not measured: {name}, {reason}.")


def agreement(graph, files):
    """What the other times are, where they are told of the same streets."""
    if ANTENNE not in files:
        return
    ours = array.array("I", files[ANTENNE].read_bytes())
    if ROUTINGKIT in files:
        print(f"All {len(ours):,} times of {ANTENNE} and {ROUTINGKIT} are equal.")
    for name, file in files.items():
        if graph.is_generated and name.startswith("OSRM"):
            theirs = array.array("I", file.read_bytes())
            near = sum(abs(a - b) <= NEAR_MILLISECONDS for a, b in zip(ours, theirs))
            print(f"{name} is within a second of them in {near / len(theirs):.2%} of the cells.")
