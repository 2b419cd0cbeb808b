"""The demo's report in Chromium, in its three languages: on a screen, on a phone and on paper."""

import re
import unittest

import demo
from support import LANGUAGES, PHONE, ROOT, BrowserTestCase

# An A4 page less the margins of the style sheet, 16 and 14 mm, in CSS pixels of 96 to the inch.
PAPER = (int((210 - 2 * 14) / 25.4 * 96), int((297 - 2 * 16) / 25.4 * 96))


class ReportTests(BrowserTestCase):
    def report(self, language, **options):
        """The report in a language, open without a network."""
        return self.open(demo.report(language), offline=True, **options)

    def test_nothing_asked_of_the_network_and_nothing_complained_of(self):
        for language in LANGUAGES:
            with self.subTest(language):
                watch = self.report(language)
                self.assertEqual(watch.requests, [demo.report(language).as_uri()])
                self.assertEqual(watch.errors, [])
                self.assertEqual(watch.page.get_attribute("html", "lang"), language)
                self.picture(watch.page, f"report-{language}", full_page=True)

    def test_scripts_and_requests_are_forbidden(self):
        watch = self.report("en")
        watch.page.evaluate(
            """() => {
              const script = document.createElement("script");
              script.textContent = "window.ran = true";
              document.body.append(script);
              document.body.insertAdjacentHTML("beforeend", "<img src='https://example.org/x.png'>");
            }""")
        watch.page.wait_for_timeout(200)
        self.assertIsNone(watch.page.evaluate("window.ran ?? null"))
        # What is asked for all the same is not let out.
        self.assertEqual(watch.requests[1:], watch.failed)
        self.assertTrue(any("Content Security Policy" in error for error in watch.errors), watch.errors)

    def test_axe_finds_nothing(self):
        for language in LANGUAGES:
            with self.subTest(language):
                watch = self.report(language)
                watch.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
                self.assertEqual(watch.violations(), [])

    def test_headings_descend_step_by_step(self):
        for language in LANGUAGES:
            levels = self.report(language).page.eval_on_selector_all(
                "h1,h2,h3,h4,h5,h6", "all => all.map(h => Number(h.tagName[1]))")
            self.assertEqual(levels[0], 1)
            self.assertEqual(levels.count(1), 1)
            self.assertTrue(all(b <= a + 1 for a, b in zip(levels, levels[1:])), levels)

    def test_every_chart_has_a_name_and_a_table_or_text(self):
        for language in LANGUAGES:
            page = self.report(language).page
            charts = page.eval_on_selector_all(
                "svg", """all => all.map(svg => ({
                  role: svg.getAttribute("role"), name: svg.getAttribute("aria-label"),
                  title: svg.querySelector(":scope > title")?.textContent,
                  text: svg.querySelector(":scope > desc")?.textContent,
                  tables: svg.closest("section").querySelectorAll("table").length}))""")
            # Trade-off, week, tornado, modes, two maps, histogram, sites, ranges.
            self.assertEqual(len(charts), 9)
            self.assertEqual(len({chart["name"] for chart in charts}), len(charts))
            for chart in charts:
                self.assertEqual(chart["role"], "img")
                self.assertTrue(chart["name"] and chart["title"] == chart["name"] and chart["text"], chart)
            self.assertEqual(page.locator("figure + details table").count(), 5)

    def test_charts_need_no_colour(self):
        """What fills of one chart differ in, besides colour: lightness, or a pattern."""
        page = self.report("en").page
        for fills in page.eval_on_selector_all(
                "svg", """all => all.map(svg => [...new Set([...svg.querySelectorAll(
                  "rect,path,circle")].filter(mark => !mark.closest("defs")).map(mark => mark.getAttribute("fill")))])"""):
            greys = sorted(grey(fill) for fill in fills if re.fullmatch("#[0-9a-f]{6}", fill or ""))
            close = [pair for pair in zip(greys, greys[1:]) if pair[1] - pair[0] < 0.05]
            # Light fills on maps, which outlines and shapes tell apart: land, the lightest class, sites.
            self.assertTrue(all(pair[0] > 0.6 for pair in close), (fills, close))

    def test_page_is_no_wider_than_a_phone(self):
        for language in LANGUAGES:
            with self.subTest(language):
                watch = self.report(language, size=PHONE)
                watch.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
                self.assertLessEqual(watch.overflow(), 0)
                self.picture(watch.page, f"report-phone-{language}", full_page=True)

    def test_wide_tables_scroll_in_a_box_that_keys_reach(self):
        page = self.report("nl", size=PHONE).page
        boxes = page.eval_on_selector_all(
            ".scroll", """all => all.filter(box => box.scrollWidth > box.clientWidth).map(box => ({
              focus: box.tabIndex, role: box.getAttribute("role"), label: box.getAttribute("aria-label")}))""")
        self.assertGreater(len(boxes), 3)
        for box in boxes:
            self.assertEqual((box["focus"], box["role"]), (0, "group"))
            self.assertTrue(box["label"])

    def test_paper_cuts_no_chart_and_no_table(self):
        for language in LANGUAGES:
            with self.subTest(language):
                page = self.report(language, size=PAPER).page
                page.emulate_media(media="print")
                charts = page.eval_on_selector_all(
                    "figure", """all => all.map(figure => [getComputedStyle(figure).breakInside,
                      figure.getBoundingClientRect().height, figure.getBoundingClientRect().right])""")
                self.assertEqual(len(charts), 9)
                for break_inside, height, right in charts:
                    self.assertEqual(break_inside, "avoid")
                    self.assertLess(height, PAPER[1])
                    self.assertLessEqual(right, PAPER[0])
                wide = page.eval_on_selector_all(
                    "table", """(all, width) => all.filter(table => table.getBoundingClientRect().right
                      > width).map(table => table.caption.textContent)""", PAPER[0])
                self.assertEqual(wide, [])
                pdf = page.pdf(format="A4", prefer_css_page_size=True)
                pages = len(re.findall(rb"/Type\s*/Page\b", pdf))
                self.assertTrue(8 <= pages <= 40, f"{pages} pages")

    def test_committed_sample_is_what_the_demo_makes(self):
        made = (demo.folder() / "run" / "report.html").read_text()
        committed = (ROOT / "Reports" / "sample-report.html").read_text()
        if made != committed:
            line = next(i for i, (a, b) in enumerate(zip(made.split("\n"), committed.split("\n"))) if a != b)
            self.fail(f"`make sample-report` would change line {line + 1} of Reports/sample-report.html")

    def test_report_names_no_folder_of_the_machine(self):
        for language in LANGUAGES:
            self.assertNotIn(str(demo.folder().parent), demo.report(language).read_text())


def grey(colour):
    """Lightness of `#rrggbb`, 0 to 1, as a printer in black and white takes it (ITU-R BT.601)."""
    red, green, blue = (int(colour[i:i + 2], 16) for i in (1, 3, 5))
    return (0.299 * red + 0.587 * green + 0.114 * blue) / 255


if __name__ == "__main__":
    unittest.main()
