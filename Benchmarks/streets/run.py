#!/usr/bin/env python3
"""Times Antenne's street hierarchy beside RoutingKit's and OSRM on the same streets.

    Benchmarks/streets/run.py [GRAPH …] [--rounds 5] [--work FOLDER] [--antenne PROGRAM]

A graph is `city`, `grid`, `porto-alegre`, `liechtenstein`, or a file .osm.pbf; without one, all
four. One round runs each contender once on a graph, and the order moves on by one with every
round. A Markdown report goes to standard output, what is being done to standard error. A peer that
is missing or too slow is left out, which the report says; different times end the run.
"""

import argparse
import collections
import json
import os
import pathlib
import shutil
import sys
import tempfile

import contenders
import report
from contenders import HERE, say
from measure import measure
from osrm_prepare import Preparations

DATA = pathlib.Path(os.environ.get("ANTENNE_DATA", HERE.parents[1].parent / "shared" / "data"))
# Crossings along a side, and nodes that only bend a street.
GENERATED = {"city": (150, 327_500), "grid": (592, 0)}
EXTRACTS = {"porto-alegre": "bench/poa.osm.pbf",
            "liechtenstein": "streets/liechtenstein-latest.osm.pbf"}

Graph = collections.namedtuple("Graph", "name folder osm is_generated")


def make_graph(name, environment, work):
    folder = work / f"graph-{pathlib.Path(name).name}"
    is_generated = name in GENERATED
    osm = folder / "city.osm.pbf" if is_generated else pathlib.Path(EXTRACTS.get(name, name))
    if not is_generated:
        osm = DATA / osm if name in EXTRACTS else osm
        if not osm.is_file():
            sys.exit(f"{osm}: no such extract; the folder of the data is named in ANTENNE_DATA")
    if not (folder / "graph.json").exists():
        say(f"making {name} …")
        what = (["grid", folder, *GENERATED[name]] if is_generated else ["extract", folder, osm])
        measure([environment.python, HERE / "graphs.py", *what], work, 3600)
    return Graph(pathlib.Path(name).name, folder, osm, is_generated)


def once(contender, graph, work, patience):
    """Medians of one run by work, with the peak memory, and the file of its matrices."""
    file = work / f"matrix-{graph.name}-{contender.name.replace(' ', '-')}"
    command = contender.command(graph)
    # Antenne's number of threads comes last.
    position = 2 if contender.name.startswith(contenders.ANTENNE) else len(command)
    done = measure(command[:position] + [file] + command[position:], work, patience)
    return report.Run(json.loads(done.said), done.memory), file


def run_all(entries, graph, rounds, work, patience):
    runs, files, missing = collections.defaultdict(list), {}, {}
    for turn in range(rounds):
        say(f"{graph.name}: round {turn + 1} of {rounds}")
        first = turn % len(entries)
        for entry in entries[first:] + entries[:first]:
            if entry.name in missing:
                continue
            try:
                run, files[entry.name] = once(entry, graph, work, patience)
                runs[entry.name].append(run)
            except LookupError as error:
                missing[entry.name] = str(error)
                runs.pop(entry.name, None)
                say(f"{entry.name} is left out on {graph.name}: {error}")
        exact = [files[e.name] for e in entries if e.exact and e.name in files]
        for other in exact[1:]:
            if other.read_bytes() != exact[0].read_bytes():
                sys.exit(f"{graph.name}: {exact[0]} and {other} hold different times")
    return runs, files, missing


def assemble(arguments, environment, work):
    """All contenders, those left out with the reason, and OSRM's preparations."""
    entries, missing, preparations = contenders.antenne(arguments.antenne), {}, None
    try:
        entries.append(contenders.routingkit(environment))
    except LookupError as error:
        missing[contenders.ROUTINGKIT] = str(error)
    try:
        if not environment.has_osrm_python:
            raise LookupError("its wheels need Python 3.12 or later, and none was found")
        preparations = Preparations(environment, work, arguments.osrm_patience)
        entries += [contenders.osrm(environment, algorithm, preparations)
                    for algorithm in ("CH", "MLD")]
    except LookupError as error:
        missing["OSRM"] = str(error)
    for name, reason in missing.items():
        say(f"{name} is left out: {reason}")
    return entries, missing, preparations


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("graphs", nargs="*", metavar="GRAPH")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--patience", type=float, default=900, metavar="SECONDS",
                        help="longer than this no run may take")
    parser.add_argument("--osrm-patience", type=float, default=300, metavar="SECONDS",
                        help="longer than this no program that prepares a graph for OSRM may take")
    parser.add_argument("--work", type=pathlib.Path,
                        help="keeps graphs and environment in this folder for the next time")
    parser.add_argument("--antenne", help="a built StreetsBenchmark; without it it is built")
    arguments = parser.parse_args()
    if arguments.rounds < 1:
        parser.error("--rounds is at least 1")
    work = (arguments.work or pathlib.Path(tempfile.mkdtemp(prefix="antenne-streets-"))).resolve()
    try:
        work.mkdir(parents=True, exist_ok=True)
        environment = contenders.Environment(work)
        entries, missing, preparations = assemble(arguments, environment, work)
        report.heading(environment, missing, arguments.rounds)
        for name in arguments.graphs or [*GENERATED, *EXTRACTS]:
            graph = make_graph(name, environment, work)
            load = os.getloadavg()[0]
            runs, files, slow = run_all(entries, graph, arguments.rounds, work, arguments.patience)
            report.table(graph, entries, runs, slow, preparations, load)
            report.agreement(graph, files)
    finally:
        if not arguments.work:
            shutil.rmtree(work)


if __name__ == "__main__":
    main()
