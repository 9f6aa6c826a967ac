"""The browser of these tests: the system's Chromium, else the one that Playwright installs.

`python -m tests.browser.chromium` tells whether one of them runs.
"""

import shutil
import sys

from playwright.sync_api import Browser, Error, Playwright, sync_playwright

# Nothing but the test's own server can be reached.
_ARGUMENTS = ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]


def executable() -> str | None:
    """The system's Chromium; None where Playwright has to look for its own.

    The snap of Ubuntu does not count: it cannot be steered from outside.
    """
    found = (shutil.which(name) for name in ("chromium", "google-chrome"))
    return next((path for path in found if path and not path.startswith("/snap/")), None)


def launch(playwright: Playwright) -> Browser:
    """A running browser; raises playwright.sync_api.Error where there is none."""
    return playwright.chromium.launch(executable_path=executable(), args=_ARGUMENTS)


if __name__ == "__main__":
    with sync_playwright() as playwright:
        try:
            launch(playwright).close()
        except Error as error:
            print(error, file=sys.stderr)
            sys.exit(1)
