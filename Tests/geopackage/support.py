"""The program and the folder of a run, for tests that read it as other programs do."""

import csv
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
