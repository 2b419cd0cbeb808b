"""The other files of a run's folder: dictionary, GeoJSON, manifest, and what hostile names become."""

import hashlib
import json
import pathlib
import shlex
import shutil
import tempfile
import unittest

import pyogrio

from support import HOSTILE, Case, Demo, Run, antenne, armed


def sha256(path):
    return hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()


def written_columns(run):
    return {(name, column) for name in run.files() if name.endswith(".csv") for column in run.csv(name)[0]}


class RunFolderChecks:
    """What holds for every run; `example` is one."""

    maps = ["homes", "sites"]

    @classmethod
    def setUpClass(cls):
        cls.whole = cls.example.shared()
        cls.run_folder = cls.whole.run

    def test_every_column_is_described_and_every_description_has_a_column(self):
        run = self.run_folder
        written = written_columns(run)
        extra = {
            ("results.gpkg", column[1]) for table in run.tables()
            for column in run.sql(f"PRAGMA table_info('{table}')")
            if column[1] not in run.csv(run.tables()[table])[0]}
        _, rows = run.csv("columns.csv")
        self.assertEqual({(row[0], row[1]) for row in rows}, written | extra)
        self.assertEqual(len(rows), len(written | extra))
        for file, column, unit, meaning in rows:
            self.assertTrue(meaning, (file, column))
        # What holds numbers in the GeoPackage has a unit.
        units = {(row[0], row[1]): row[2] for row in rows}
        for table, name in run.tables().items():
            for _, column, kind, *_ in run.sql(f"PRAGMA table_info('{table}')"):
                if kind in ("REAL", "INTEGER") and (name, column) in units:
                    self.assertTrue(units[name, column], (name, column))

    def test_the_geopackage_describes_its_columns_as_the_dictionary_does(self):
        run = self.run_folder
        meanings = {(row[0], row[1]): row[3] for row in run.csv("columns.csv")[1]}
        described = run.sql("SELECT table_name, column_name, description FROM gpkg_data_columns")
        self.assertEqual(
            {(run.tables()[table], column): meaning for table, column, meaning in described},
            {key: meaning for key, meaning in meanings.items() if key[0] != "results.gpkg"})

    def test_geojson_is_the_layer_of_the_same_name(self):
        for name in self.maps:
            path = self.run_folder.folder / f"{name}.geojson"
            text = json.loads(path.read_text(encoding="utf-8"))
            header, rows = self.run_folder.csv(f"{name}.csv")
            self.assertEqual(len(text["features"]), len(rows))
            for feature, row in zip(text["features"], rows):
                self.assertEqual(list(feature["properties"]), header)
                for value, cell in zip(feature["properties"].values(), row):
                    if cell == "":
                        self.assertIsNone(value)
                    elif isinstance(value, str):
                        self.assertEqual(value, armed(cell))
                    else:
                        self.assertEqual(value, float(cell))
            info = pyogrio.read_info(path, force_total_bounds=True)
            layer = pyogrio.read_info(self.run_folder.geopackage, layer=name, force_total_bounds=True)
            self.assertEqual(list(info["total_bounds"]), list(layer["total_bounds"]))
            self.assertEqual(text["bbox"], list(layer["total_bounds"]))
            self.assertEqual(info["crs"], "EPSG:4326")
        self.assertEqual(
            [name for name in self.run_folder.files() if name.endswith(".geojson")],
            [f"{name}.geojson" for name in self.maps])

    def test_the_manifest_has_the_hash_of_every_file(self):
        manifest = json.loads((self.run_folder.folder / "manifest.json").read_text())
        self.assertEqual(
            [output["name"] for output in manifest["outputs"]],
            [name for name in self.run_folder.files() if name != "manifest.json"])
        for folder, part in ((self.run_folder.folder, "outputs"), (self.whole.folder, "inputs")):
            for file in manifest[part]:
                path = folder / file["name"]
                self.assertEqual((path.stat().st_size, sha256(path)), (file["bytes"], file["sha256"]))
        self.assertEqual(
            {file["name"] for file in manifest["inputs"]},
            {path.name for path in self.whole.folder.iterdir() if path.is_file()})
        self.assertEqual(manifest["antenneVersion"], antenne("--version").strip())
        self.assertIn("uncertainty.seed", manifest["draws"])


class DemoTests(RunFolderChecks, unittest.TestCase):
    example = Demo


class CaseTests(RunFolderChecks, unittest.TestCase):
    example = Case
    maps = ["homes", "municipalities", "sites"]

    def test_the_command_of_the_manifest_gives_the_same_bytes_elsewhere(self):
        with tempfile.TemporaryDirectory() as folder:
            copy = pathlib.Path(folder) / "copy"
            shutil.copytree(self.whole.folder, copy, ignore=shutil.ignore_patterns("run"))
            manifest = json.loads((self.run_folder.folder / "manifest.json").read_text())
            command = shlex.split(manifest["command"])
            self.assertEqual((command[0], command[-1]), ("antenne", "DIR"))
            antenne(*command[1:-1], "again", "--threads", "1", folder=copy)
            again = Run(copy / "again")
            self.assertEqual(again.files(), self.run_folder.files())
            for name in again.files():
                self.assertEqual(
                    sha256(again.folder / name), sha256(self.run_folder.folder / name), name)

    def test_the_tables_of_a_comparison_have_a_dictionary_too(self):
        with tempfile.TemporaryDirectory() as folder:
            out = pathlib.Path(folder) / "difference"
            antenne("compare", self.run_folder.folder, self.run_folder.folder, "--out", out)
            difference = Run(out)
            _, rows = difference.csv("columns.csv")
            self.assertEqual({(row[0], row[1]) for row in rows}, written_columns(difference))
            self.assertGreaterEqual(len(difference.tables()), 4)

    def test_hostile_names_do_no_harm(self):
        run = self.run_folder
        self.assertEqual({name for (name,) in run.sql("SELECT name FROM sites")}, set(HOSTILE))
        header, rows = run.csv("sites.csv")
        cells = [row[header.index("name")] for row in rows]
        self.assertEqual({armed(cell) for cell in cells}, set(HOSTILE))
        for cell in cells:
            self.assertNotIn(cell[:1], "=+-@")
        text = (run.folder / "sites.geojson").read_text()
        self.assertNotIn("<script", text)
        self.assertEqual({f["properties"]["name"] for f in json.loads(text)["features"]}, set(HOSTILE))
        # Numbers stay numbers, negative ones too.
        header, rows = run.csv("origins.csv")
        saved = [row[header.index("saved_one_way_minutes")] for row in rows]
        self.assertLess(min(float(cell) for cell in saved if cell), 0)


if __name__ == "__main__":
    unittest.main()
