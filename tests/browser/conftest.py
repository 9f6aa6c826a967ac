from collections.abc import Iterator, Mapping
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, sync_playwright

from inforce.moments import parse_moment
from tests import built
from tests.browser.chromium import launch
from tests.browser.readers import Readers, Regulars
from tests.browser.server import Hosted, hosting
from tests.built import MOMENTS, SITES, ZONE


@pytest.fixture(scope="session")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, Hosted]]:
    """Both sites, each on a server of its own, whose clock stands at the site's moment."""
    with ExitStack() as stack:
        yield {
            name: stack.enter_context(
                hosting(
                    built.site(name, tmp_path_factory).folder, parse_moment(MOMENTS[name], ZONE)
                )
            )
            for name in SITES
        }


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def regulars() -> Regulars:
    return {}


@pytest.fixture
def readers(
    browser: Browser, hosted: Mapping[str, Hosted], regulars: Regulars
) -> Iterator[Readers]:
    readers = Readers(browser, hosted, regulars)
    yield readers
    readers.close()
