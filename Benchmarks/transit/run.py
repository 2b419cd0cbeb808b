#!/usr/bin/env python3
"""Times Antenne's window engine beside nigiri and ferrobus, after comparing their answers.

    Benchmarks/transit/run.py [--rounds 5] [--matrix-rounds 3] [--work FOLDER]
                              [--antenne PROGRAM] [--skip poa|brussels|peers …]

A Markdown report goes to standard output, what is being done to standard error. A peer that is
missing is left out and named; an answer that differs from the oracle's ends the run.
"""

import argparse
import collections
import json
import os
import pathlib
import random
import shutil
import statistics
import subprocess
import sys
import tempfile

import agreement
import interpolate
import places

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.append(str(ROOT / "Benchmarks" / "streets"))
from measure import measure  # noqa: E402

DATA = pathlib.Path(os.environ.get("ANTENNE_DATA", ROOT.parent / "shared" / "data"))
ORACLE = DATA / "oracle"
PATIENCE = 1800
# Seconds that the peers took in a run of this script while nobody else used the machine's two cores.
QUIET = {("Porto Alegre: matrix, one departure", "ferrobus, 2 threads"): 0.539,
         ("one departure, one pair of stops", "nigiri"): 0.00143}
MATRICES = {
    "poa": ("Porto Alegre, 1,227 × 1,227, departures 14:00 to 15:59",
            ["2019-05-14", "14:00", 120, "depart"], "hexagons", "hexagons", 3000),
    "arrive": ("Brussels, 581 municipalities × 1,000 points, arrivals 08:00 to 09:29",
               ["2019-10-29", "08:00", 90, "arrive"], "municipalities", "region", 5000),
    "depart": ("Brussels, the same, departures 07:00 to 08:59",
               ["2019-10-29", "07:00", 120, "depart"], "municipalities", "region", 5000),
}


def say(text):
    print(text, file=sys.stderr, flush=True)


def build(package, product):
    say(f"building {product} …")
    command = ["swift", "build", "-c", "release", "--package-path", package]
    subprocess.run([*command, "--product", product], check=True, stdout=sys.stderr)
    return pathlib.Path(subprocess.run([*command, "--show-bin-path"], check=True, text=True,
                                       capture_output=True).stdout.strip()) / product


def prepare(antenne, work):
    """Databases and street files, made once in `work`."""
    bench, brussels = DATA / "bench", DATA / "brussels"
    wanted = {
        "oracle.sqlite": ["import", bench / "stib-2026-05-rebuilt.zip"],
        "poa.sqlite": ["import", bench / "poa_eptc.zip", bench / "poa_trensurb.zip"],
        "brussels.sqlite": ["import", brussels / "sncb-2019-10-13.zip",
                            brussels / "stib-2019-10-28.zip"],
        "poa.streets": ["streets", bench / "poa.osm.pbf"],
        "brussels.streets": ["streets", brussels / "streets-named-2021-04-12.osm.pbf"],
    }
    missing = [str(path) for words in wanted.values() for path in words[1:] if not path.is_file()]
    if not ORACLE.is_dir():
        missing.append(str(ORACLE))
    if missing:
        sys.exit("the data is missing; ANTENNE_DATA names its folder:\n" + "\n".join(missing))
    for name, words in wanted.items():
        if not (work / name).exists():
            say(f"making {name} …")
            measure([antenne, *words, "--into", work / name], work, PATIENCE)


def peers(work):
    """The Python that has the peers, or None."""
    python = work / "venv" / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", work / "venv"], check=True)
    done = subprocess.run([python, "-m", "pip", "install", "--quiet", "--only-binary", ":all:",
                           "-r", HERE / "requirements.txt"], capture_output=True, text=True)
    if done.returncode:
        say(f"the peers are left out: {done.stderr.strip().splitlines()[-1]}")
        return None
    return python


def figure(milliseconds):
    return f"{milliseconds:.3g}" if milliseconds < 999.5 else f"{milliseconds:,.0f}"


def milliseconds(values):
    shown = [figure(1000 * v)
             for v in (statistics.median(values), min(values), max(values))]
    return shown[0] if len(values) == 1 else f"{shown[0]} ({shown[1]} to {shown[2]})"


class Report:
    def __init__(self):
        self.lines = ["| work | who | ms, median (fastest to slowest) | reach | peak memory MB |",
                      "| --- | --- | --: | --: | --: |"]
        # Of work and who the median, and of some of them the reach, in milliseconds.
        self.medians, self.reaches = {}, {}

    def add(self, work, who, values, reach=None, memory=None):
        shown = f"{memory / 1e6:.0f}" if memory else ""
        wanted = f"{reach:,g}" if reach else ""
        self.lines.append(f"| {work} | {who} | {milliseconds(values)} | {wanted} | {shown} |")
        self.medians[work, who] = 1000 * statistics.median(values)
        if reach:
            self.reaches[work, who] = reach

    def at_pace(self):
        """What has a reach, divided by how much slower than on a quiet day each peer was."""
        paces = {who.split(",")[0]: self.medians[work, who] / 1000 / quiet
                 for (work, who), quiet in QUIET.items() if (work, who) in self.medians}
        if not paces:
            return []
        slower = " and ".join(f"{peer} {pace:.2f}" for peer, pace in paces.items())
        return ["", f"Times as long as on a quiet day: {slower}. Divided by that:", "",
                f"| work | who | reach, ms | this run | {' | '.join(paces)} |",
                f"| --- | --- | --: | --: |{' --: |' * len(paces)}"] + [
                f"| {work} | {who} | {reach:,g} | " + " | ".join(
                    figure(self.medians[work, who] / pace) for pace in (1, *paces.values())) + " |"
                for (work, who), reach in self.reaches.items()]


def stops(driver, work, python, rounds, report):
    """One origin to all stops: the ten origins of the oracle and a hundred others."""
    table = list(places.rows(ORACLE / "one-to-all-0800-ultra.csv"))
    named = list(dict.fromkeys(row["from_stop"] for row in table))
    others = sorted({row["to_stop"] for row in table if row["arrival_s"]} - set(named))
    origins = work / "origins.txt"
    origins.write_text("\n".join(named + random.Random(1).sample(others, 100)) + "\n")
    database = work / "oracle.sqlite"
    found, memory = collections.defaultdict(list), collections.defaultdict(int)
    feed, queries = DATA / "bench/stib-2026-05-rebuilt.zip", ORACLE / "earliest-arrival-nigiri.csv"
    for turn in range(rounds):
        say(f"stops: round {turn + 1} of {rounds}")
        tasks = [("window", ["stops", database, agreement.DATE, "07:00", 120, origins]),
                 ("one", ["stops", database, agreement.DATE, "08:00", 1, origins]),
                 ("load", ["load", database, agreement.DATE]), ("nigiri", None)]
        for name, words in tasks[turn % 4:] + tasks[:turn % 4]:
            if words is None and not python:
                continue
            done = driver(*words) if words else measure(
                [python, HERE / "peers.py", "nigiri", feed, queries], work, PATIENCE)
            memory[name] = max(memory[name], done.memory)
            # Before the line with the figures nigiri says what it loads.
            for part, values in json.loads(done.said.strip().splitlines()[-1]).items():
                found[name, part] += values if part != "answers" else []
                if part == "answers":
                    live = values
    for name, title, reach in (("window", "120 departures, one to all stops", 2),
                               ("one", "one departure, one to all stops", 0.3)):
        for part in ("scan", "table", "all stops"):
            report.add(f"{title}: {part}", "Antenne", found[name, part],
                       reach if part == "scan" else None, memory[name])
    report.add("timetable from SQLite", "Antenne", found["load", "timetable"], "", memory["load"])
    report.add("and ready for routing", "Antenne",
               [a + b for a, b in zip(found["load", "timetable"], found["load", "network"])], 300)
    if python:
        report.add("one departure, one pair of stops", "nigiri", found["nigiri", "pair"], None,
                   memory["nigiri"])
        report.add("timetable from the zip", "nigiri", found["nigiri", "load"])
    return list(agreement.nigiri(driver, database, queries, work, live if python else None))


def matrix(driver, work, name, rounds, report):
    """The same matrix on one thread and two, and once on eight."""
    title, words, origins, destinations, reach = MATRICES[name]
    place = "poa" if name == "poa" else "brussels"
    found, memory, kept = collections.defaultdict(list), {}, None
    for turn in range(rounds):
        threads = [1, 2] if turn % 2 == 0 else [2, 1]
        for count in threads + ([8] if turn == 0 else []):
            say(f"{title}: round {turn + 1} of {rounds}, {count} threads")
            file = work / f"{name}.cells"
            done = driver("matrix", work / f"{place}.sqlite", *words, work / f"{place}.streets",
                          work / f"{origins}.txt", work / f"{destinations}.txt", count, file)
            cells = file.read_bytes()
            kept = kept or cells
            if cells != kept:
                sys.exit(f"{title}: other times on {count} threads")
            parts = {part: values[0] for part, values in json.loads(done.said).items()}
            for part, value in (*parts.items(), ("whole", sum(parts.values()))):
                found[count, part].append(value)
            memory[count] = done.memory
    for count in (1, 2):
        for part in ("timetable", "streets", "network", "doors", "matrix", "whole"):
            report.add(f"{title}: {part}", f"Antenne, {count} thread{'s'[:count - 1]}",
                       found[count, part],
                       reach if part == "whole" and count == 2 else None,
                       memory[count] if part == "whole" else None)
    speed = statistics.median(found[1, "matrix"]) / statistics.median(found[2, "matrix"])
    return f"{title}: 1, 2 and 8 threads give equal bytes; two are {speed:.2f} times as fast as one"


def ferrobus(driver, work, python, report):
    folders = []
    for feed in ("poa_eptc", "poa_trensurb"):
        folders.append(work / feed)
        interpolate.unpack(DATA / f"bench/{feed}.zip", folders[-1])
    points, theirs, mine = work / "hexagons.txt", work / "ferrobus.cells", work / "one.cells"
    done = measure([python, HERE / "peers.py", "ferrobus", DATA / "bench/poa.osm.pbf", points,
                    theirs, *folders], work, PATIENCE)
    found = json.loads(done.said)
    missing = found.pop("missing")
    for part, values in found.items():
        report.add(f"Porto Alegre: {part}", "ferrobus, 2 threads", values, None,
                   done.memory if "matrix" in part else None)
    whole = 120 * statistics.median(found["matrix, one departure"])
    report.add("Porto Alegre: 120 times the matrix of one departure", "ferrobus, calculated",
               [whole])
    date, *_ = MATRICES["poa"][1]
    one = driver("matrix", work / "poa.sqlite", date, "14:00", 1, "depart", work / "poa.streets",
                 points, points, 2, mine)
    report.add("Porto Alegre: matrix, one departure", "Antenne, 2 threads",
               json.loads(one.said)["matrix"])
    size = len(points.read_text().splitlines())
    said = agreement.ferrobus(mine, theirs, size, missing)
    return f"{said}; {len(missing)} points it cannot place"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--matrix-rounds", type=int, default=3)
    parser.add_argument("--work", type=pathlib.Path, help="keeps what is made for the next time")
    parser.add_argument("--antenne", help="a built antenne; without it it is built")
    parser.add_argument("--skip", nargs="*", default=[], choices=["poa", "brussels", "peers"])
    arguments = parser.parse_args()
    if min(arguments.rounds, arguments.matrix_rounds) < 1:
        parser.error("--rounds and --matrix-rounds are at least 1")
    work = (arguments.work or pathlib.Path(tempfile.mkdtemp(prefix="antenne-transit-"))).resolve()
    work.mkdir(parents=True, exist_ok=True)
    try:
        prepare(pathlib.Path(arguments.antenne or build(ROOT, "antenne")).resolve(), work)
        program = build(HERE, "TransitBenchmark")
        python = None if "peers" in arguments.skip else peers(work)

        def driver(*words):
            return measure([program, *words], work, PATIENCE)
        for make in (places.hexagons, places.municipalities, places.region):
            make(DATA, work)
        say("comparing answers …")
        sentences = list(agreement.oracle(driver, work / "oracle.sqlite", ORACLE, work))
        report, load = Report(), os.getloadavg()[0]
        sentences += stops(driver, work, python, arguments.rounds, report)
        if "poa" not in arguments.skip:
            sentences.append(matrix(driver, work, "poa", arguments.matrix_rounds, report))
            if python:
                sentences.append(ferrobus(driver, work, python, report))
        if "brussels" not in arguments.skip:
            for name in ("arrive", "depart"):
                sentences.append(matrix(driver, work, name, arguments.matrix_rounds, report))
        print(f"{arguments.rounds} rounds, of matrices {arguments.matrix_rounds}; {os.cpu_count()} "
              f"cores, load {load:.1f} at the start.\n")
        print("\n".join(report.lines) + "\n")
        print("\n".join(f"- {sentence}." for sentence in sentences))
        print("\n".join(report.at_pace()))
    finally:
        if not arguments.work:
            shutil.rmtree(work)


if __name__ == "__main__":
    main()
