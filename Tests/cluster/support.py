"""The program, a case and the driver, for tests in real processes."""

import os
import pathlib
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
DRIVER = ROOT / "Cluster" / "antenne_dask.py"
PART_SCRIPT = ROOT / "Cluster" / "part.sh"
sys.path.insert(0, str(DRIVER.parent))
ANTENNE = os.path.abspath(os.environ["ANTENNE"])

CALLS = 12
HOMES, SIDE = 12, 8


def write(path, lines):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n")


def place(call, line):
    """Two lines that cross: one from south to north, one from west to east."""
    return (50.70 + 0.02 * call, 4.36) if line == 0 else (50.82, 4.20 + 0.03 * call)


def write_feed(folder):
    """Two lines, each with a vehicle every quarter both ways, two minutes between stops."""
    clock = lambda minute: f"{minute // 60:02}:{minute % 60:02}:00"
    stops, trips, times = [], [], []
    for line in (0, 1):
        for call in range(CALLS):
            lat, lon = place(call, line)
            stops.append(f"S{line}-{call},Stop {line} {call},{lat:.4f},{lon:.4f}")
        for direction in (0, 1):
            for start in range(6 * 60, 20 * 60, 15):
                trip = f"T{line}-{direction}-{start}"
                trips.append(f"R{line},W,{trip}")
                for call in range(CALLS):
                    stop = f"S{line}-{call if direction == 0 else CALLS - 1 - call}"
                    times.append(f"{trip},{clock(start + 2 * call)},{clock(start + 2 * call)},{stop},{call}")
    write(folder / "agency.txt", [
        "agency_id,agency_name,agency_url,agency_timezone", "A,Lines,https://example.org,Europe/Brussels"])
    write(folder / "stops.txt", ["stop_id,stop_name,stop_lat,stop_lon", *stops])
    write(folder / "routes.txt", [
        "route_id,agency_id,route_short_name,route_type", "R0,A,1,1", "R1,A,2,1"])
    write(folder / "calendar.txt", [
        "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date",
        "W,1,1,1,1,1,0,0,20260101,20261231"])
    write(folder / "trips.txt", ["route_id,service_id,trip_id", *trips])
    write(folder / "stop_times.txt", [
        "trip_id,arrival_time,departure_time,stop_id,stop_sequence", *times])


def write_case(folder):
    """A scenario that extends another, with files beside it, above it and in ANTENNE_DATA."""
    write_feed(folder / "feed")
    (folder / "data").mkdir()
    subprocess.run(
        [ANTENNE, "import", folder / "feed", "--into", folder / "data" / "network.sqlite"],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    write(folder / "people" / "staff.csv", ["id,lat,lon"] + [
        f"p{i},{place(i % CALLS, i % 2)[0] + 0.001 * (i % 3):.4f},{place(i % CALLS, i % 2)[1]:.4f}"
        for i in range(HOMES)])
    write(folder / "scenarios" / "base.yaml", [
        "name: two lines", "network: ${ANTENNE_DATA}/network.sqlite", "date: 2026-05-05",
        "demand: {employees: {file: ../people/staff.csv}}",
        "offices: [{name: Crossing, lat: 50.82, lon: 4.36}]", "sites: {file: ../spaces.csv}"])
    write(folder / "spaces.csv", ["id,lat,lon", "north,50.90,4.36"])
    write(folder / "scenarios" / "case.yaml", [
        "extends: base.yaml", "modes: [transit, car]", "sites: {file: ../fewer.csv}"])
    write(folder / "fewer.csv", ["id,lat,lon", "west,50.82,4.23"])
    write(folder / "candidates.csv", lattice(SIDE))


def lattice(side):
    return ["id,name,lat,lon"] + [
        f'c{i}-{j},"Row {i}, column {j}",{50.70 + 0.24 * i / side:.5f},{4.20 + 0.33 * j / side:.5f}'
        for i in range(side) for j in range(side)]


def environment(folder):
    return {**os.environ, "ANTENNE_DATA": str(folder / "data")}


def antenne(folder, *arguments, status=0):
    """Runs the program in the case's folder; what it says on stderr."""
    result = subprocess.run(
        [ANTENNE, *map(str, arguments)], cwd=folder, env=environment(folder), text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert result.returncode == status, f"{arguments}: {result.returncode}\n{result.stderr}"
    return result.stderr


def start_driver(folder, *arguments, program=ANTENNE):
    return subprocess.Popen(
        [sys.executable, str(DRIVER), *map(str, arguments), "--antenne", str(program)], cwd=folder,
        env=environment(folder), text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def wait_until(condition, what, seconds=120):
    """What the condition finds, which is asked again and again."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.005)
    raise AssertionError(f"waited {seconds} s in vain for {what}")
