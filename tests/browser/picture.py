"""Takes a picture of the privacy policy of the example, as a reader of English sees it."""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from inforce.moments import parse_moment
from tests.browser.chromium import launch
from tests.browser.places import POLICY
from tests.browser.readers import Readers
from tests.browser.server import hosting
from tests.built import MOMENTS, ROOT, ZONE, build_site

SIZE = {"width": 1280, "height": 860}


def take(picture: Path) -> None:
    """Build the example in a temporary folder and write its picture."""
    moment = parse_moment(MOMENTS["example"], ZONE)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        build_site(ROOT, site, "example")
        with hosting(site, moment) as hosted:
            browser = launch(playwright)
            readers = Readers(browser, {"example": hosted})
            page = readers.open(POLICY, "en", viewport=SIZE)
            page.goto(readers.address(POLICY, "en"))  # with the fonts of the first visit
            page.screenshot(path=picture, animations="disabled")
            browser.close()


if __name__ == "__main__":
    take(Path(sys.argv[1]))
