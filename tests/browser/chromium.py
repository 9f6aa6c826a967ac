"""The browser of these tests: the system's Chromium, else the one that Playwright installs.

`python -m tests.browser.chromium` tells whether one of them runs.
"""

import shutil
import sys
from collections.abc import Iterator

from playwright.sync_api import Browser, Error, Playwright, sync_playwright

# The shell is Chromium without a window of its own: a page opens in less than half the time.
_NAMES = ("chromium-headless-shell", "chromium", "google-chrome")
_ARGUMENTS = [
    # Nothing but the test's own server can be reached.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    # One process shows all pages: to start another takes longer than most tests.
    "--renderer-process-limit=1",
    "--disable-features=IsolateOrigins,site-per-process",
    "--in-process-gpu",
]


def _executables() -> Iterator[str | None]:
    """The system's browsers, and None for Playwright's own.

    A snap, such as that of Ubuntu, does not count: it cannot be steered from outside.
    """
    found = (shutil.which(name) for name in _NAMES)
    yield from (path for path in found if path and not path.startswith("/snap/"))
    yield None


def launch(playwright: Playwright) -> Browser:
    """The first browser that runs; raises playwright.sync_api.Error where there is none."""
    failed = []
    for path in _executables():
        try:
            return playwright.chromium.launch(executable_path=path, args=_ARGUMENTS)
        except Error as error:
            failed.append(error.message)
    raise Error("\n".join(failed))


if __name__ == "__main__":
    with sync_playwright() as playwright:
        try:
            launch(playwright).close()
        except Error as error:
            print(error, file=sys.stderr)
            sys.exit(1)
