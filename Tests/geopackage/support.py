"""The program and the folder of a run, for tests that read it as other programs do."""

import csv
import json
import os
import pathlib
import sqlite3
import subprocess
import tempfile

ANTENNE = os.path.abspath(os.environ["ANTENNE"])


def antenne(*arguments, folder=None):
    result = subprocess.run(
        [ANTENNE, *map(str, arguments)], cwd=folder, text=True, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE)
    assert result.returncode == 0, f"{arguments}: {result.returncode}\n{result.stderr}"
    return result.stdout


class Demo:
    """What `antenne demo` leaves; one for all tests, which only read it."""

    _shared = None

    @classmethod
    def shared(cls):
        if cls._shared is None:
            cls._shared = cls()
        return cls._shared

    def __init__(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.temporary.name) / "demo"
        antenne("demo", "--out", self.folder)
        self.run = Run(self.folder / "run")


HOSTILE = ["=1+1", "<script>alert(1)</script>", "O'Hara \"; DROP TABLE sites; --", "@SUM(1+1)|x"]


def write(path, header, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *rows])


class Case:
    """A line from west to east and homes along it, some by postcode, in municipalities with areas; the
    sites have hostile names."""

    _shared = None

    @classmethod
    def shared(cls):
        if cls._shared is None:
            cls._shared = cls()
        return cls._shared

    def __init__(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.temporary.name) / "case"
        self.folder.mkdir()
        self.write_network()
        self.write_scenario()
        antenne("run", self.folder / "scenario.yaml", "--out", self.folder / "run")
        self.run = Run(self.folder / "run")

    def write_network(self):
        feed = self.folder.parent / "feed"
        feed.mkdir()
        clock = lambda minute: f"{minute // 60:02}:{minute % 60:02}:00"
        starts = [(direction, start) for direction in (0, 1) for start in range(360, 1200, 15)]
        write(feed / "agency.txt", ["agency_id", "agency_name", "agency_url", "agency_timezone"],
              [["A", "Lines", "https://example.org", "Europe/Brussels"]])
        write(feed / "stops.txt", ["stop_id", "stop_name", "stop_lat", "stop_lon"],
              [[f"S{call}", f"Stop {call}", "50.82", f"{4.2 + call * 0.04:.2f}"] for call in range(8)])
        write(feed / "routes.txt", ["route_id", "agency_id", "route_short_name", "route_type"],
              [["R", "A", "1", "2"]])
        write(feed / "calendar.txt",
              "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date".split(","),
              [["W", 1, 1, 1, 1, 1, 0, 0, "20260101", "20261231"]])
        write(feed / "trips.txt", ["route_id", "service_id", "trip_id"],
              [["R", "W", f"T{direction}-{start}"] for direction, start in starts])
        write(feed / "stop_times.txt",
              ["trip_id", "arrival_time", "departure_time", "stop_id", "stop_sequence"],
              [[f"T{direction}-{start}", clock(start + 3 * call), clock(start + 3 * call),
                f"S{call if direction == 0 else 7 - call}", call]
               for direction, start in starts for call in range(8)])
        antenne("import", feed, "--into", self.folder / "network.sqlite")

    def write_scenario(self):
        homes = [[f"p{i}", f"{50.82 + 0.001 * (i % 3):.4f}", f"{4.2 + 0.02 * i:.3f}", ""] for i in range(12)]
        write(self.folder / "staff.csv", ["id", "lat", "lon", "postcode"],
              homes + [["q1", "", "", "1000"], ["q2", "", "", "1000"], ["far", "49.6", "5.8", ""]])
        write(self.folder / "postcodes.csv", ["postcode", "name", "lon", "lat"], [["1000", "West", 4.24, 50.821]])
        write(self.folder / "municipalities.csv", ["NIS_code", "municipality_NL", "inhabitants", "lon", "lat"],
              [["1", "West", 100, 4.22, 50.82], ["2", "East", 100, 4.46, 50.82]])
        write(self.folder / "spaces.csv", ["id", "name", "lat", "lon", "status"],
              [[f"s{i}", name, "50.8205", f"{4.2 + 0.08 * i:.2f}", "existing" if i % 2 else "in preparation"]
               for i, name in enumerate(HOSTILE)])
        square = lambda west, east: [[[west, 50.7], [west, 50.9], [east, 50.9], [east, 50.7], [west, 50.7]]]
        area = lambda nis, west, east: {
            "type": "Feature", "properties": {"nis": nis},
            "geometry": {"type": "Polygon", "coordinates": square(west, east)}}
        for name, features in (("areas", [area("1", 4.1, 4.34), area("2", 4.34, 4.6)]),
                               ("region", [area("r", 4.3, 4.4)])):
            (self.folder / f"{name}.geojson").write_text(
                json.dumps({"type": "FeatureCollection", "features": features}))
        (self.folder / "scenario.yaml").write_text("""\
name: One line
network: network.sqlite
date: 2026-05-05
demand: {employees: {file: staff.csv, postcodes: postcodes.csv, municipalities: municipalities.csv}}
offices: [{name: Crossing, lat: 50.82, lon: 4.36}, {name: "=East", lat: 50.821, lon: 4.48}]
sites: {file: spaces.csv}
areas: {municipalities: areas.geojson, nis_property: nis, region: region.geojson}
modes: [transit, car]
""")


class Run:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.geopackage = self.folder / "results.gpkg"

    def files(self):
        return sorted(path.name for path in self.folder.iterdir())

    def tables(self):
        """The CSV files by the names that their tables have in the GeoPackage."""
        return {
            name[:-len(".csv")].replace("-", "_"): name
            for name in self.files() if name.endswith(".csv")}

    def csv(self, name):
        with open(self.folder / name, newline="", encoding="utf-8") as file:
            header, *rows = csv.reader(file)
        return header, rows

    def sql(self, statement):
        connection = sqlite3.connect(f"file:{self.geopackage}?mode=ro", uri=True)
        try:
            return connection.execute(statement).fetchall()
        finally:
            connection.close()


def armed(cell):
    """A cell as it was before the program disarmed what a spreadsheet would run."""
    return cell[1:] if len(cell) > 1 and cell[0] == "'" and cell[1] in "=+-@\t\r\n" else cell
