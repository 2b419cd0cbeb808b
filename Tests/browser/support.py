"""Chromium, driven by Playwright, and what a page does in it: errors, requests, dialogs, violations."""

import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import sync_playwright

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
ANTENNE = os.path.abspath(os.environ.get("ANTENNE", ROOT / ".build" / "release" / "antenne"))
LANGUAGES = ("nl", "fr", "en")
AXE_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice")
DESKTOP, PHONE = (1280, 900), (390, 844)


def chromium_path():
    """Where Chromium is: $CHROMIUM, or the one on the PATH."""
    for name in (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome"):
        if name and shutil.which(name):
            return shutil.which(name)
    raise FileNotFoundError("there is no chromium; `make chromium` installs it, or set CHROMIUM")


def launch(playwright):
    """The system's Chromium; root has no sandbox in it."""
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return playwright.chromium.launch(
        executable_path=chromium_path(), args=["--no-sandbox"] if as_root else [])


def antenne(*arguments, status=0, cwd=None):
    """Runs the program; what it says on stdout and stderr."""
    result = subprocess.run(
        [ANTENNE, *map(str, arguments)], cwd=cwd, text=True, capture_output=True, timeout=300)
    assert result.returncode == status, f"{arguments}: {result.returncode}\n{result.stderr}"
    return result.stdout, result.stderr


class Watch:
    """A page with everything that it asked for and complained of since it was opened."""

    def __init__(self, page):
        self.page = page
        self.errors, self.requests, self.failed, self.dialogs = [], [], [], []
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("requestfailed", lambda request: self.failed.append(request.url))
        page.on("dialog", self._asked)

    def _heard(self, message):
        if message.type in ("error", "warning"):
            self.errors.append(f"{message.type}: {message.text}")

    def _asked(self, dialog):
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def violations(self, disable=()):
        """What axe finds, a line for each element; scripts run in the page past its policy."""
        self.page.evaluate(AXE_SCRIPT)
        options = {
            "runOnly": {"type": "tag", "values": AXE_TAGS}, "resultTypes": ["violations"],
            "rules": {rule: {"enabled": False} for rule in disable}}
        found = self.page.evaluate(f"axe.run(document, {json.dumps(options)})")
        return [
            f"{violation['id']}: {node['html'][:200]}: {node['failureSummary']}"
            for violation in found["violations"] for node in violation["nodes"]]

    def overflow(self):
        """Pixels by which the page is wider than the window."""
        return self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth")


class BrowserTestCase(unittest.TestCase):
    """Tests with a Chromium of their own and a folder that goes away with them.

    `$ANTENNE_PICTURES` names a folder in which `picture` leaves its pictures, to look at.
    """

    @classmethod
    def setUpClass(cls):
        temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(temporary.cleanup)
        cls.folder = pathlib.Path(temporary.name)
        playwright = sync_playwright().start()
        cls.addClassCleanup(playwright.stop)
        cls.chromium = launch(playwright)
        cls.addClassCleanup(cls.chromium.close)

    def open(self, where, size=DESKTOP, **context):
        """The page of a file or an address, watched; `context` is Playwright's, as `offline=True`."""
        options = {"viewport": {"width": size[0], "height": size[1]}, "locale": "en-GB", **context}
        opened = self.chromium.new_context(**options)
        self.addCleanup(opened.close)
        watch = Watch(opened.new_page())
        watch.page.goto(where.as_uri() if isinstance(where, pathlib.Path) else where)
        return watch

    @staticmethod
    def picture(page, name, **options):
        """A picture of the page in `$ANTENNE_PICTURES`; none where that is not set."""
        folder = os.environ.get("ANTENNE_PICTURES")
        if folder:
            page.screenshot(path=pathlib.Path(folder) / f"{name}.png", **options)
