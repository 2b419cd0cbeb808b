"""`results.gpkg` of the demo read by GDAL, and held against the standard by GDAL's own checks."""

import math
import pathlib
import re
import shutil
import struct
import tempfile
import unittest
import xml.etree.ElementTree

import numpy
import pyogrio
import pyogrio.raw
from osgeo_utils.samples import validate_gpkg

from support import Case, Demo, armed

STYLES = "layer_styles"


def complaints(path):
    """What the checks of GDAL say, warnings too."""
    said = []
    errors = validate_gpkg.check(
        str(path), abort_at_first_error=False, warning_msg=True, extra_checks=True,
        myprint=said.append)
    return list(errors) + said


def read(path, layer):
    """Columns by name, and geometries as well-known binary."""
    meta, _, geometry, fields = pyogrio.raw.read(path, layer=layer)
    return dict(zip(meta["fields"], fields)), geometry, meta


class GeoPackageChecks:
    """What holds for every run; `example` is one."""

    areas = set()

    @classmethod
    def setUpClass(cls):
        cls.run_folder = cls.example.shared().run
        cls.path = cls.run_folder.geopackage

    def layers(self):
        return {name: kind for name, kind in pyogrio.list_layers(self.path)}

    def test_it_passes_the_checks_of_the_standard(self):
        self.assertEqual(complaints(self.path), [])

    def test_the_checks_find_what_is_broken(self):
        with tempfile.TemporaryDirectory() as folder:
            broken = pathlib.Path(folder) / "broken.gpkg"
            data = bytearray(self.path.read_bytes())
            data[68:72] = b"GQKG"
            broken.write_bytes(data)
            self.assertTrue(complaints(broken))

    def test_every_table_is_there_and_places_are_layers(self):
        layers = self.layers()
        self.assertEqual(set(layers), {*self.run_folder.tables(), STYLES})
        points = {name for name, kind in layers.items() if kind == "Point"}
        self.assertEqual(points, {"homes", "origins", "offices", "sites"})
        areas = {name for name, kind in layers.items() if kind == "MultiPolygon"}
        self.assertEqual(areas, self.areas)
        self.assertEqual({name for name, kind in layers.items() if kind is None}, set(layers) - points - areas)

    def test_rows_and_values_are_those_of_the_tables(self):
        for table, name in self.run_folder.tables().items():
            header, rows = self.run_folder.csv(name)
            columns, _, _ = read(self.path, table)
            self.assertEqual(list(columns), header, name)
            for position, column in enumerate(header):
                values = columns[column]
                self.assertEqual(len(values), len(rows), name)
                isText = values.dtype == object
                for row, value in zip(rows, values):
                    cell = row[position]
                    if cell == "":
                        self.assertTrue(value is None if isText else math.isnan(value), (name, column))
                    elif isText:
                        self.assertEqual(value, armed(cell), (name, column))
                    else:
                        # The same number to the last bit.
                        self.assertEqual(value, float(cell), (name, column))

    def test_points_are_where_the_tables_say(self):
        for layer, kind in self.layers().items():
            if kind != "Point":
                continue
            columns, geometry, meta = read(self.path, layer)
            self.assertEqual(meta["crs"], "EPSG:4326")
            places = [struct.unpack("<bIdd", bytes(blob)) for blob in geometry]
            for (_, _, x, y), longitude, latitude in zip(
                    places, columns["longitude"], columns["latitude"]):
                self.assertLess(abs(x - longitude), 0.51e-5)
                self.assertLess(abs(y - latitude), 0.51e-5)
            box = pyogrio.read_info(self.path, layer=layer, force_total_bounds=True)["total_bounds"]
            stored = self.run_folder.sql(
                f"SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name = '{layer}'")[0]
            self.assertEqual(tuple(box), stored)

    def test_the_index_finds_the_homes_in_a_box(self):
        columns, _, _ = read(self.path, "homes")
        west, south, east, north = 4.31, 50.7, 4.8, 50.95
        inside = (columns["longitude"] > west) & (columns["longitude"] < east) \
            & (columns["latitude"] > south) & (columns["latitude"] < north)
        self.assertTrue(0 < inside.sum() < len(inside))
        _, _, _, fields = pyogrio.raw.read(
            self.path, layer="homes", columns=["home_id"], bbox=(west, south, east, north))
        self.assertEqual(sorted(fields[0]), sorted(columns["home_id"][inside]))

    def test_gdal_can_add_to_a_layer_and_the_file_stays_right(self):
        with tempfile.TemporaryDirectory() as folder:
            path = shutil.copy(self.path, folder)
            before = pyogrio.read_info(path, layer="offices")["features"]
            pyogrio.raw.write(
                path, geometry=numpy.array([struct.pack("<bIdd", 1, 1, 4.5, 50.95)], dtype=object),
                field_data=[numpy.array(["new"], dtype=object)], fields=["office_id"], layer="offices",
                driver="GPKG", geometry_type="Point", crs="EPSG:4326", append=True)
            self.assertEqual(pyogrio.read_info(path, layer="offices")["features"], before + 1)
            _, _, _, fields = pyogrio.raw.read(
                path, layer="offices", columns=["office_id"], bbox=(4.49, 50.94, 4.51, 50.96))
            self.assertEqual(list(fields[0]), ["new"])
            self.assertEqual(complaints(path), [])

    def test_styles_are_xml_and_name_columns_that_are_there(self):
        styles = self.run_folder.sql(
            f"SELECT f_table_name, f_geometry_column, styleQML, useAsDefault FROM {STYLES}")
        layers = {name for name, kind in self.layers().items() if kind is not None}
        self.assertEqual({style[0] for style in styles}, layers)
        for layer, column, qml, isDefault in styles:
            self.assertEqual((column, isDefault), ("geom", 1))
            root = xml.etree.ElementTree.fromstring(qml)
            self.assertEqual(root.tag, "qgis")
            rules = {rule.get("symbol") for rule in root.iter("rule") if rule.get("symbol")}
            symbols = {symbol.get("name") for symbol in root.iter("symbol")}
            self.assertEqual(rules or {"0"}, symbols, layer)
            expressions = [rule.get("filter") or "" for rule in root.iter("rule")]
            expressions += [option.get("value") for option in root.iter("Option")
                            if option.get("name") == "expression"]
            names = set(re.findall(r'"(\w+)"', " ".join(expressions)))
            names |= {text.get("fieldName") for text in root.iter("text-style")}
            header, _ = self.run_folder.csv(self.run_folder.tables()[layer])
            self.assertLessEqual(names, set(header), layer)

    def test_rules_of_a_style_show_every_row_once(self):
        for layer, qml in self.run_folder.sql(f"SELECT f_table_name, styleQML FROM {STYLES}"):
            filters = [rule.get("filter") for rule in xml.etree.ElementTree.fromstring(qml).iter("rule")]
            if not filters:
                continue
            # QGIS's expressions as these are written are SQL too.
            shown = " + ".join(f"coalesce(({text}), 0)" for text in filters)
            counts = {count for (count,) in self.run_folder.sql(f"SELECT {shown} FROM {layer}")}
            self.assertEqual(counts, {1}, layer)


class DemoTests(GeoPackageChecks, unittest.TestCase):
    """The demo knows no areas: municipalities are a table, nothing is drawn for them."""

    example = Demo

    def test_there_is_something_in_the_tables(self):
        counts = {name: len(self.run_folder.csv(file)[1]) for name, file in self.run_folder.tables().items()}
        for name in ("homes", "origins", "offices", "sites", "municipalities", "notes", "site_use", "columns"):
            self.assertGreater(counts[name], 3, name)
        self.assertGreater(counts["origins"], counts["homes"])


class CaseTests(GeoPackageChecks, unittest.TestCase):
    example = Case
    areas = {"municipalities", "borders"}

    def test_areas_are_those_of_the_scenario(self):
        info = pyogrio.read_info(self.path, layer="municipalities", force_total_bounds=True)
        self.assertEqual(info["total_bounds"], (4.1, 50.7, 4.6, 50.9))
        columns, geometry, _ = read(self.path, "borders")
        self.assertEqual(list(columns["border_id"]), ["region"])
        # Order, kind, one polygon of one ring of five places.
        self.assertEqual(struct.unpack("<bIIbIII", bytes(geometry[0])[:22]), (1, 6, 1, 1, 3, 1, 5))

    def test_places_that_stand_for_a_postcode_are_labelled(self):
        columns, _, _ = read(self.path, "homes")
        self.assertEqual(sorted(set(columns["place_basis"])), ["given", "postcode"])
        self.assertLessEqual(set(columns["uses_straight_line"]), {"yes", "no"})
        unreached = columns["people_not_compared"] > 0
        self.assertTrue(unreached.any() and numpy.isnan(columns["saved_one_way_minutes"][unreached]).all())


if __name__ == "__main__":
    unittest.main()
