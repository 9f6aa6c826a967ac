"""`python -m tests.browser.picture URL FILE` takes the picture of a page for the README."""

import sys

from playwright.sync_api import sync_playwright

from tests.browser.chromium import launch

if __name__ == "__main__":
    url, file = sys.argv[1:]
    with sync_playwright() as playwright:
        page = launch(playwright).new_page(viewport={"width": 1280, "height": 900})
        page.goto(url, wait_until="networkidle")
        page.screenshot(path=file)
