"""The report of the demo in Chromium, in its three languages."""

import unittest

from support import LANGUAGES, PHONE, BrowserTestCase, antenne


class ReportTests(BrowserTestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        antenne("demo", "--out", cls.folder / "demo")
        cls.reports = {}
        for language in LANGUAGES:
            cls.reports[language] = cls.folder / f"{language}.html"
            antenne(
                "report", cls.folder / "demo" / "run", "--language", language,
                "--out", cls.reports[language])

    def report(self, language, **options):
        """The report in a language, open without a network."""
        return self.open(self.reports[language], offline=True, **options)

    def test_nothing_asked_of_the_network_and_nothing_complained_of(self):
        for language in LANGUAGES:
            with self.subTest(language):
                watch = self.report(language)
                self.assertEqual(watch.requests, [self.reports[language].as_uri()])
                self.assertEqual(watch.errors, [])
                self.assertEqual(watch.page.get_attribute("html", "lang"), language)

    def test_axe_finds_nothing(self):
        for language in LANGUAGES:
            with self.subTest(language):
                self.assertEqual(self.report(language).violations(), [])

    def test_page_is_no_wider_than_a_phone(self):
        for language in LANGUAGES:
            with self.subTest(language):
                watch = self.report(language, size=PHONE)
                self.assertLessEqual(watch.overflow(), 0)
                self.picture(watch.page, f"report-phone-{language}", full_page=True)


if __name__ == "__main__":
    unittest.main()
