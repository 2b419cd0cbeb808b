"""The analyst's page in Chromium: its main paths, with the mouse and with the keyboard."""

import re
import unittest

from playwright.sync_api import TimeoutError, expect
from server import Server, demo_folder, hostile_run, long_scenario
from support import LANGUAGES, PHONE, BrowserTestCase

HOSTILE = '<img src=x onerror="alert(1)"><script>alert(2)</script>'
RUN_SECONDS = 240


class PageTestCase(BrowserTestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.data = demo_folder(cls.folder / "demo")
        long_scenario(cls.data)
        cls.server = Server(cls.data, "--network", cls.data / "brussels-model.sqlite")
        cls.addClassCleanup(cls.server.stop)

    def page(self, hash="", **options):
        watch = self.open(self.server.address + hash, **options)
        watch.page.wait_for_selector("body[data-ready]")
        return watch

    def heading(self, page, text):
        expect(page.locator("#panel h2").first).to_have_text(text)

    def tooltip_of_a_site(self, page):
        """Pointed at until it is there: a map that is drawn anew meanwhile has new marks."""
        tooltip = page.locator(".leaflet-tooltip").first
        for _ in range(20):
            page.mouse.move(1, 1)
            page.locator(".site-mark").first.hover(force=True)
            try:
                tooltip.wait_for(timeout=1000)
                break
            except TimeoutError:
                continue
        return tooltip

    def assert_quiet(self, watch):
        self.assertEqual(watch.errors, [])
        self.assertEqual(watch.dialogs, [])
        foreign = [url for url in watch.requests
                   if not url.startswith((self.server.address, "data:"))]
        self.assertEqual(foreign, [])


class PageTests(PageTestCase):
    def test_a_run_opens_with_its_map_and_its_headline(self):
        for language in LANGUAGES:
            with self.subTest(language):
                watch = self.page("#run=run", locale=f"{language}-BE")
                self.assertEqual(watch.page.get_attribute("html", "lang"), language)
                self.heading(watch.page, "Brussels, model timetable")
                people = watch.page.locator(".figures dd").first.inner_text()
                self.assertEqual(re.sub(r"\D", "", people), "393790")
                self.assertEqual(watch.page.locator(".site-mark").count(), 12)
                self.assertNotIn("??", watch.page.inner_text("body"))
                self.picture(watch.page, f"page-{language}")
                self.assert_quiet(watch)

    def test_axe_finds_nothing_in_any_view(self):
        hashes = [
            "#run=run", "#run=run&tab=municipalities", "#run=run&tab=sites", "#run=run&tab=jobs",
            "#run=run&tab=details&kind=site&id=tribes-airport",
            "#run=run&tab=details&kind=home&id=11002", "#run=run&other=small"]
        for hash in hashes:
            with self.subTest(hash):
                self.assertEqual(self.page(hash).violations(), [])

    def test_a_municipality_of_the_table_shows_its_distribution_and_journeys(self):
        watch = self.page("#run=run")
        page = watch.page
        page.click("#tab-municipalities")
        page.fill("input[type=search]", "antwerp")
        page.click("#panel td button, #panel th[scope=row] button")
        self.heading(page, "Antwerpen")
        self.assertGreaterEqual(page.locator("svg.chart").count(), 3)
        page.locator("details", has_text="Antwerpen – ").first.locator("summary").click()
        expect(page.locator("ol.legs li.ride").first).to_contain_text("Antwerpen-Centraal")
        self.picture(page, "page-municipality")
        # Back goes to where one was.
        page.go_back()
        self.heading(page, "Municipalities")
        self.assert_quiet(watch)

    def test_a_click_on_the_map_opens_a_home(self):
        watch = self.page("#run=run")
        page = watch.page
        box = page.locator("#map").bounding_box()
        # Circles are drawn on a canvas: some place of a grid has one.
        for step in range(400):
            x, y = box["x"] + box["width"] * (0.1 + 0.04 * (step % 20)), \
                box["y"] + box["height"] * (0.1 + 0.04 * (step // 20))
            page.mouse.move(x, y)
            if page.locator(".leaflet-tooltip").count():
                name = page.locator(".leaflet-tooltip b").inner_text()
                page.mouse.click(x, y)
                break
        self.heading(page, name)
        self.assertEqual(page.get_attribute("#tab-details", "aria-selected"), "true")
        self.assert_quiet(watch)

    def test_a_journey_at_ones_own_time(self):
        watch = self.page("#run=run&tab=details&kind=home&id=11002")
        page = watch.page
        page.fill("input[type=time]", "09:00")
        page.get_by_role("button", name="Find").click()
        journey = page.locator(".answer ol.legs")
        expect(journey).to_contain_text("Antwerpen-Centraal", timeout=60_000)
        journey.scroll_into_view_if_needed()
        self.picture(page, "page-journey")
        self.assert_quiet(watch)

    def test_two_runs_side_by_side(self):
        watch = self.page("#run=run")
        page = watch.page
        page.select_option("#other", "small")
        self.heading(page, "Two runs side by side")
        expect(page.locator("#panel .caution")).to_contain_text("settings differ")
        row = page.locator("tr", has_text="hours saved a day").first
        self.assertRegex(row.inner_text(), r"[+−]")
        self.picture(page, "page-comparison")
        self.assert_quiet(watch)

    def test_everything_can_be_done_with_the_keyboard(self):
        watch = self.page("#run=run")
        page = watch.page
        page.keyboard.press("Tab")
        self.assertEqual(page.evaluate("document.activeElement.className"), "skip")
        page.focus("#tab-overview")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowRight")
        self.heading(page, "Sites")
        for _ in range(30):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.classList.contains('plain')"):
                break
        name = page.evaluate("document.activeElement.textContent")
        page.keyboard.press("Enter")
        self.heading(page, name)
        self.assertEqual(page.evaluate("document.activeElement.id"), "panel")
        self.assert_quiet(watch)

    def test_the_page_fits_a_phone(self):
        for hash in ("#run=run", "#run=run&tab=sites", "#run=run&other=small"):
            with self.subTest(hash):
                watch = self.page(hash, size=PHONE)
                self.assertLessEqual(watch.overflow(), 0)
                self.picture(watch.page, "page-phone-" + re.sub(r"\W+", "-", hash), full_page=True)

    def test_hostile_names_stay_text_everywhere(self):
        hostile_run(self.data, "hostile", HOSTILE)
        for hash in (
                "#run=hostile", "#run=hostile&tab=municipalities", "#run=hostile&tab=sites",
                "#run=hostile&tab=details&kind=site&id=tribes-airport",
                "#run=hostile&tab=details&kind=municipality&id=11002", "#run=run&other=hostile"):
            with self.subTest(hash):
                watch = self.page(hash)
                expect(self.tooltip_of_a_site(watch.page)).to_contain_text("<script>")
                self.assertEqual(watch.page.locator("img, #panel script").count(), 0)
                self.assert_quiet(watch)
        report = self.open(self.server.address + "api/v1/runs/hostile/report")
        self.assertEqual((report.errors, report.dialogs), ([], []))


class ChangeTests(PageTestCase):
    def test_a_site_is_moved_run_and_compared(self):
        watch = self.page("#run=small&tab=details&kind=site&id=tribes-airport")
        page = watch.page
        page.get_by_role("button", name="Move this site").click()
        latitude, longitude = page.locator("input[type=number]").all()
        before = latitude.input_value()
        mark = page.locator(".site-mark.moving").bounding_box()
        page.mouse.move(mark["x"] + 7, mark["y"] + 7)
        page.mouse.down()
        page.mouse.move(mark["x"] + 40, mark["y"] - 60, steps=6)
        page.mouse.up()
        self.assertGreater(float(latitude.input_value()), float(before))
        latitude.fill("50.8809")
        longitude.fill("4.7153")
        self.picture(page, "page-move")
        page.get_by_role("button", name="Run with the site here").click()
        expect(page.locator(".job").first).to_contain_text("small-1")
        expect(page.locator(".job progress")).to_be_visible()
        self.picture(page, "page-progress")
        self.heading_after_run(page, "Two runs side by side")
        self.assertEqual(page.input_value("#run"), "small")
        self.assertEqual(page.input_value("#other"), "runs/small-1")
        expect(page.locator("#panel")).to_contain_text("Tribes Airport")
        self.picture(page, "page-change")
        self.assert_quiet(watch)
        self.assertIn("tribes-airport", (self.data / "small-1.yaml").read_text())

    def heading_after_run(self, page, text):
        expect(page.locator("#panel h2").first).to_have_text(text, timeout=RUN_SECONDS * 1000)

    def test_a_run_is_started_watched_and_cancelled(self):
        watch = self.page("#run=run&tab=jobs")
        page = watch.page
        page.locator("#panel form select").select_option("long.yaml")
        page.get_by_label("Name of the run").fill("too-long")
        page.get_by_role("button", name="Start").click()
        job = page.locator(".job", has_text="runs/too-long")
        expect(job.locator("progress[value]")).to_be_visible(timeout=120_000)
        expect(job.locator(".step")).to_contain_text(" of ")
        # There is room for one.
        page.get_by_role("button", name="Start").click()
        expect(page.locator("#panel [role=alert]")).to_contain_text("of at most 1")
        job.get_by_role("button", name="Cancel").click()
        expect(job).to_contain_text("cancelled")
        self.picture(page, "page-cancelled")
        self.assertFalse((self.data / "runs" / "too-long").exists())
        self.assertEqual(watch.dialogs, [])


class WithoutMapTests(BrowserTestCase):
    def test_without_leaflet_the_page_says_so_and_goes_on(self):
        data, empty = self.folder / "data", self.folder / "empty"
        data.mkdir()
        empty.mkdir()
        server = Server(data, "--leaflet", empty)
        self.addCleanup(server.stop)
        watch = self.open(server.address)
        watch.page.wait_for_selector("body[data-ready]")
        expect(watch.page.locator("#map")).to_contain_text("libjs-leaflet")
        expect(watch.page.locator("#message")).to_contain_text("There is no run")
        server.stop()
        self.assertIn("libjs-leaflet", server.said[1])


if __name__ == "__main__":
    unittest.main()
