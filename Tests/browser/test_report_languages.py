"""Numbers, dates and words of the demo's report as each language writes them."""

import re
import unittest

import demo
from support import LANGUAGES, BrowserTestCase

NARROW, WIDE = "\u202f", "\u00a0"
GROUPING = {"nl": ".", "fr": NARROW, "en": ","}


def grouped(value, language):
    """A whole number, halves away from zero, with thousands apart."""
    return f"{int(abs(value) + 0.5):,}".replace(",", GROUPING[language])


class LanguageTests(BrowserTestCase):
    def text(self, language):
        """All text of the page, with what is folded away and what only a reader of the screen gets; without
        the keys of scenario files, which are the same in every language."""
        return self.open(demo.report(language), offline=True).page.evaluate(
            """() => { document.querySelectorAll("td.code").forEach(cell => cell.remove());
                return document.body.textContent + [...document.querySelectorAll("[aria-label]")]
                .map(element => element.getAttribute("aria-label")).join("\\n"); }""")

    def test_figures_are_those_of_the_results(self):
        result = demo.results()
        effects, totals = result["impact"]["effects"], result["totals"]
        hours = next(i for i in result["uncertainty"]["intervals"] if i["name"] == "hours_saved")
        for language in LANGUAGES:
            with self.subTest(language):
                text = self.text(language)
                number = lambda value: grouped(value, language)
                spending = {
                    "nl": f"€{WIDE}{{}}", "fr": f"{{}}{WIDE}€", "en": "€{}",
                }[language].format(number(effects["spendingLeavingEuroPerYear"]))
                for expected in (
                        number(totals["people"]), number(totals["hoursSavedPerYear"]), spending,
                        f"{number(hours['value'])} ({number(hours['low'])} – {number(hours['high'])})",
                        number(effects["officeDaysLeavingPerYear"])):
                    self.assertIn(expected, text)

    def test_decimals_and_percents(self):
        site = demo.results()["totals"]["savedSecondsOneWay"] / 60
        for language, mark, percent in (("nl", ",", f"{WIDE}%"), ("fr", ",", f"{NARROW}%"), ("en", ".", "%")):
            with self.subTest(language):
                text = self.text(language)
                self.assertIn(f"{site:.1f}".replace(".", mark), text)
                percents = re.findall(r"\d(\s?)%", text)
                self.assertGreater(len(percents), 20)
                # Sources are quoted as the tables have them, in English with a space.
                quoted = {" %"} if language == "en" else set()
                self.assertEqual({f"{space}%" for space in percents} - quoted, {percent})

    def test_every_number_is_written_as_the_language_does(self):
        forms = {
            "nl": r"\d{1,3}(\.\d{3})*(,\d+)?", "fr": rf"\d{{1,3}}({NARROW}\d{{3}})*(,\d+)?",
            "en": r"\d{1,3}(,\d{3})*(\.\d+)?"}
        for language, form in forms.items():
            with self.subTest(language):
                drawn = self.open(demo.report(language), offline=True).page.eval_on_selector_all(
                    "svg text, svg title, td.number, .tiles b", "all => all.map(one => one.textContent)")
                numbers = [n for text in drawn for n in re.findall(rf"\d(?:[\d.,{NARROW}]*\d)?", text)]
                self.assertGreater(len(numbers), 2000)
                self.assertEqual([n for n in numbers if not re.fullmatch(form, n)], [])
                # The Gini index, whose form alone does not say what it is in Dutch.
                gini = f"{demo.results()['impact']['distribution']['baseGini']:.3f}"
                self.assertIn(gini if language == "en" else gini.replace(".", ","), numbers)

    def test_dates(self):
        dates = {"nl": "dinsdag 29 oktober 2019", "fr": "mardi 29 octobre 2019", "en": "Tuesday 29 October 2019"}
        firsts = {"nl": "1 januari 2019", "fr": "1er janvier 2019", "en": "1 January 2019"}
        for language in LANGUAGES:
            text = self.text(language).replace(WIDE, " ")
            self.assertIn(dates[language], text)
            self.assertIn(firsts[language], text)
            self.assertIsNone(re.search(r"\b20\d\d-\d\d-\d\d\b", text))

    def test_words_are_those_of_the_language(self):
        words = {
            "nl": ("aandeel van de mensen", "stapsnelheid", "openbaar vervoer", "tweede kroon"),
            "fr": ("part des personnes", "vitesse de marche", "transport public", "deuxième couronne")}
        english = ("assumption", "share of the people", "public transport", "minutes a change", "second ring",
                   "straight line", "walks:", "workspace", "free-flow", "people")
        for language, expected in words.items():
            with self.subTest(language):
                text = self.text(language)
                for word in expected:
                    self.assertIn(word, text)
                for word in english:
                    self.assertNotIn(word, text)

    def test_nothing_is_marked_as_foreign_in_the_demo(self):
        for language in LANGUAGES:
            tags = self.open(demo.report(language), offline=True).page.eval_on_selector_all(
                "[lang]", "all => [...new Set(all.map(one => one.lang))]")
            self.assertEqual(tags, [language])


if __name__ == "__main__":
    unittest.main()
