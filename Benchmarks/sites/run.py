#!/usr/bin/env python3
"""How `antenne sites` grows with candidates and with homes, on the real scenario of Brussels.

    Benchmarks/sites/run.py                                 # 125, 250, … 8,000 candidates
    Benchmarks/sites/run.py --counts 125,250,500 --threads 1 --antenne PROGRAM
    Benchmarks/sites/run.py --homes 581,2000,5000 --counts 125

Makes the network and the streets from the folder ANTENNE_DATA as the scenario's head says (--work keeps
them), and candidates as a quasi-random lattice over Brabant: the first 125 are among the first 250. With
--homes, employees on such a lattice too in place of the census. Every size is a process of its own.
"""

import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SCENARIO = "brussels-2019-sites-benchmark.yaml"
SOUTH, NORTH, WEST, EAST = 50.65, 51.05, 4.05, 4.75
# Halton's sequences on two pairs of primes, so that homes and candidates do not coincide.
BASES = {"candidates": (2, 3), "homes": (5, 7)}


def halton(index, base):
    value, step = 0.0, 1.0
    while index:
        step /= base
        index, digit = divmod(index, base)
        value += step * digit
    return value


def lattice(path, kind, count):
    first, second = BASES[kind]
    rows = (f"{kind[0]}{i},{SOUTH + (NORTH - SOUTH) * halton(i, first):.5f},"
            f"{WEST + (EAST - WEST) * halton(i, second):.5f}\n" for i in range(1, count + 1))
    path.write_text("id,lat,lon\n" + "".join(rows))


def prepare(antenne, work):
    """The scenario and what it names; made once in a folder."""
    data, scenarios = pathlib.Path(os.environ["ANTENNE_DATA"]), work / "GTFS" / "scenarios"
    for name in ("GTFS/scenarios", "Sites"):
        shutil.copytree(
            ROOT / name, work / name, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.sqlite*", "*.streets"))
    (scenarios / SCENARIO).write_text(
        "extends: brussels-2019-one-day.yaml\nname: growth of sites\nmodes: [transit, car]\n")
    if not (scenarios / "brussels-2019.sqlite").exists():
        subprocess.run([
            antenne, "import", "--prefix", f"sncb={data}/brussels/sncb-2019-10-13.zip", "--prefix",
            f"stib={data}/brussels/stib-2019-10-28.zip", "--into", scenarios / "brussels-2019.sqlite",
        ], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if not (scenarios / "brussels-2019.streets").exists():
        subprocess.run([
            antenne, "streets", data / "brussels" / "streets-named-2021-04-12.osm.pbf",
            "--into", scenarios / "brussels-2019.streets",
        ], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return scenarios


def homes_scenario(scenarios, count):
    lattice(scenarios / f"homes-{count}.csv", "homes", count)
    path = scenarios / f"homes-{count}.yaml"
    path.write_text(
        f"extends: {SCENARIO}\nname: growth with homes\n"
        f"demand: {{commuters: ~, employees: {{file: homes-{count}.csv}}}}\n")
    return path


def measure(antenne, scenario, candidates, threads, out):
    """Seconds, CPU seconds and megabytes of one process."""
    begin = time.monotonic()
    process = subprocess.Popen(
        [antenne, "sites", scenario, "--candidates", candidates, "--threads", str(threads), "--out", out],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"antenne ended with {process.returncode} on {candidates}")
    scale = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return time.monotonic() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / scale


def line(sizes, values):
    """Slope and intercept of least squares."""
    mean_x, mean_y = sum(sizes) / len(sizes), sum(values) / len(values)
    spread = sum((x - mean_x) ** 2 for x in sizes)
    slope = sum((x - mean_x) * (y - mean_y) for x, y in zip(sizes, values)) / spread
    return slope, mean_y - slope * mean_x


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--counts", default="125,250,500,1000,2000,4000,8000")
    parser.add_argument("--homes", help="numbers of homes, in place of the census")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--antenne", default=str(ROOT / ".build" / "release" / "antenne"))
    parser.add_argument("--work", help="a folder to keep")
    arguments = parser.parse_args()
    if "ANTENNE_DATA" not in os.environ:
        sys.exit("set ANTENNE_DATA to the folder of the real feeds")
    numbers = lambda text: [int(n) for n in text.split(",")]
    with tempfile.TemporaryDirectory() as temporary:
        work = pathlib.Path(arguments.work or temporary)
        scenarios = prepare(arguments.antenne, work)
        print(f"{arguments.threads} threads of {os.cpu_count()}; load before {os.getloadavg()[0]:.1f}\n")
        print("| homes | candidates | wall s | CPU s | peak MB |\n| --: | --: | --: | --: | --: |")
        for homes in numbers(arguments.homes) if arguments.homes else [None]:
            scenario = homes_scenario(scenarios, homes) if homes else scenarios / SCENARIO
            sizes, cpu = numbers(arguments.counts), []
            for count in sizes:
                candidates = work / f"candidates-{count}.csv"
                lattice(candidates, "candidates", count)
                wall, seconds, memory = measure(
                    arguments.antenne, scenario, candidates, arguments.threads, work / "ranking.csv")
                cpu.append(seconds)
                print(f"| {homes or 'census'} | {count} | {wall:.1f} | {seconds:.1f} | {memory:.0f} |", flush=True)
            if len(sizes) > 1:
                slope, start = line(sizes, cpu)
                print(f"\nCPU: {start:.1f} s and {1000 * slope:.1f} ms a candidate\n", flush=True)


if __name__ == "__main__":
    main()
