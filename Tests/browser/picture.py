"""A picture of the beginning of a page: `picture.py page.html picture.png`."""

import pathlib
import sys

from playwright.sync_api import sync_playwright
from support import launch

SIZE = {"width": 1000, "height": 1500}

page_file, picture_file = map(pathlib.Path, sys.argv[1:])
with sync_playwright() as playwright:
    chromium = launch(playwright)
    page = chromium.new_page(viewport=SIZE)
    page.goto(page_file.resolve().as_uri())
    page.screenshot(path=picture_file)
    chromium.close()
