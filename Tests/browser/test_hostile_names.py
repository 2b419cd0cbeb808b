"""Names in feeds and tables that would run as scripts, from an import to the report and the tables."""

import csv
import unittest

from support import LANGUAGES, BrowserTestCase, antenne

SCRIPT = "<script>alert(1)</script>"
IMAGE = '"><img src=x onerror=alert(1)>'
STYLE = "</style></svg><script>alert(2)</script>"
FORMULA = "=1+1"
CALLS = 8


def write_csv(path, header, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *rows])


def write_feed(folder):
    """One line from south to north, a vehicle each quarter both ways, three minutes between stops."""
    clock = lambda minute: f"{minute // 60:02}:{minute % 60:02}:00"
    names = [SCRIPT, IMAGE, STYLE, FORMULA] + [f"Stop {SCRIPT} {i}" for i in range(4, CALLS)]
    write_csv(folder / "agency.txt", ["agency_id", "agency_name", "agency_url", "agency_timezone"],
              [["A", f"Lines {IMAGE}", "https://example.org", "Europe/Brussels"]])
    write_csv(folder / "stops.txt", ["stop_id", "stop_name", "stop_lat", "stop_lon"],
              [[f"S{i}", name, f"{50.70 + 0.02 * i:.4f}", "4.36"] for i, name in enumerate(names)])
    write_csv(folder / "routes.txt", ["route_id", "agency_id", "route_short_name", "route_type"],
              [["R", "A", SCRIPT, "1"]])
    write_csv(folder / "calendar.txt",
              ["service_id", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
               "start_date", "end_date"], [["W", 1, 1, 1, 1, 1, 0, 0, 20260101, 20261231]])
    runs = [(way, start) for way in (0, 1) for start in range(6 * 60, 20 * 60, 15)]
    write_csv(folder / "trips.txt", ["route_id", "service_id", "trip_id", "trip_headsign"],
              [["R", "W", f"T{way}-{start}{IMAGE}", STYLE] for way, start in runs])
    write_csv(folder / "stop_times.txt",
              ["trip_id", "arrival_time", "departure_time", "stop_id", "stop_sequence"],
              [[f"T{way}-{start}{IMAGE}", clock(start + 3 * call), clock(start + 3 * call),
                f"S{call if way == 0 else CALLS - 1 - call}", call] for way, start in runs for call in range(CALLS)])


def write_scenario(folder):
    homes = [(f"1000{i}", name, 50.70 + 0.02 * i) for i, name in enumerate([SCRIPT, IMAGE, STYLE, FORMULA])]
    write_csv(folder / "commuters.csv", ["NIS", "21000"], [["10000", 400]])
    write_csv(folder / "municipalities.csv",
              ["NIS_code", "municipality_NL", "municipality_FR", "inhabitants", "zip", "lon", "lat"],
              [[nis, name, name, 100, 1000, 4.361, f"{lat:.4f}"] for nis, name, lat in homes])
    write_csv(folder / "sites.csv",
              ["site_id", "name", "operator", "status", "zone", "quarter", "municipality", "lat", "lon"],
              [["a", SCRIPT, IMAGE, "existing", STYLE, FORMULA, SCRIPT, 50.72, 4.36],
               ["b", IMAGE, SCRIPT, "candidate", SCRIPT, IMAGE, STYLE, 50.74, 4.36],
               ["c", FORMULA, FORMULA, "candidate", FORMULA, STYLE, FORMULA, 50.76, 4.36]])
    (folder / "scenario.yaml").write_text(f"""
name: '{SCRIPT}'
description: '{STYLE}'
network: network.sqlite
date: 2026-05-05
demand: {{commuters: {{matrix: commuters.csv, work_zone: 21000, municipalities: municipalities.csv, source: '{IMAGE}'}}}}
offices: [{{name: '{IMAGE}', lat: 50.84, lon: 4.36}}]
sites: {{file: sites.csv}}
uncertainty: {{draws: 20}}
""")


class HostileNamesTests(BrowserTestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        write_feed(cls.folder / "feed")
        write_scenario(cls.folder)
        antenne("import", cls.folder / "feed", "--into", cls.folder / "network.sqlite")
        antenne("run", cls.folder / "scenario.yaml", "--out", cls.folder / "run")

    def test_names_are_shown_and_do_nothing(self):
        for language in LANGUAGES:
            with self.subTest(language):
                file = self.folder / f"{language}.html"
                antenne("report", self.folder / "run", "--language", language, "--out", file)
                watch = self.open(file, offline=True)
                page = watch.page
                page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
                page.mouse.move(300, 300)
                self.assertEqual((watch.dialogs, watch.errors), ([], []))
                self.assertEqual(watch.requests, [file.as_uri()])
                self.assertEqual(page.locator("script, img, iframe, object, link").count(), 0)
                self.assertEqual(page.locator("style").count(), 1)
                self.assertEqual(page.evaluate(
                    """[...document.querySelectorAll("*")].flatMap(one => [...one.attributes])
                       .filter(one => one.name.startsWith("on") || ["src", "href"].includes(one.name)).length"""), 0)
                text = page.evaluate("document.body.textContent")
                for name in (SCRIPT, IMAGE, STYLE, FORMULA):
                    self.assertIn(name, text)
                self.assertEqual(page.inner_text("h1"), SCRIPT)
                # A stop of a journey, the name of a site, that of a municipality.
                self.assertGreater(page.locator(".itinerary td", has_text=SCRIPT).count(), 0)
                self.assertGreater(page.get_by_role("rowheader", name=IMAGE).count(), 0)
                self.assertEqual(watch.violations(), [])

    def test_formulas_in_tables_are_text(self):
        """A leading apostrophe keeps spreadsheets from computing what a cell says."""
        tables = list((self.folder / "run").glob("*.csv"))
        self.assertGreater(len(tables), 15)
        found = 0
        for table in tables:
            with table.open(newline="") as file:
                for cell in (cell for row in csv.reader(file) for cell in row):
                    found += cell == "'=1+1"
                    self.assertNotEqual(cell, FORMULA, table)
        self.assertGreater(found, 3)


if __name__ == "__main__":
    unittest.main()
