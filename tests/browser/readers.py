"""Readers with their devices: new ones, with an empty cache and no history, and regular ones."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Error,
    Page,
    Request,
    ViewportSize,
)

from tests.browser.places import Place
from tests.browser.server import Hosted

DESKTOP: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 390, "height": 844}
SMALL: ViewportSize = {"width": 320, "height": 640}
# Each language and each size, but not all pairs of them: a browser takes its time.
EACH = pytest.mark.parametrize(
    ("language", "size"),
    [("ru", DESKTOP), ("kk", PHONE), ("en", PHONE)],
    ids=["ru-desktop", "kk-phone", "en-phone"],
)
PATIENCE = 5000  # milliseconds for what should be there at once

# Notes what shifts and what the security policy stops, from the very start of a page.
_WATCH = """
window.shifts = [];
new PerformanceObserver(list => {
  for (const entry of list.getEntries())
    shifts.push([entry.value, ...entry.sources.map(one => one.node?.parentNode?.outerHTML
      ?.slice(0, 200) ?? "")]);
}).observe({type: "layout-shift", buffered: true});
addEventListener("securitypolicyviolation", event =>
  console.error(`${event.violatedDirective} stopped ${event.blockedURI}`));
"""


@dataclass(eq=False)
class Regular:
    """A reader who comes back in other tests, and the tabs that they have left."""

    context: BrowserContext
    settings: Mapping[str, Any]
    tabs: list[Page] = field(default_factory=list)

    def tab(self) -> Page:
        """An empty tab: a new one takes longer to make than a page to show."""
        return self.tabs.pop() if self.tabs else self.context.new_page()

    def leave(self, tab: Page) -> None:
        """Forget what was chosen in a tab, and look at it as before."""
        if tab.is_closed():
            return
        if tab.url.startswith("http"):
            tab.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
        tab.goto("about:blank")
        tab.set_viewport_size(self.settings["viewport"])
        looks = {name: self.settings[name] for name in ("color_scheme", "reduced_motion")}
        tab.emulate_media(media="null", **looks)
        tab.mouse.move(0, 0)
        self.tabs.append(tab)


Regulars = dict[str, Regular]


@dataclass(repr=False)
class Readers:
    """`noise` is what their browsers complained of, `hosts` where they asked for something.

    `regulars` are those that come back in other tests, by their devices: a browser takes longer
    to start afresh than to show a page.
    """

    browser: Browser
    hosted: Mapping[str, Hosted]
    regulars: Regulars = field(default_factory=dict)
    contexts: list[BrowserContext] = field(default_factory=list)
    visits: list[tuple[Regular, Page]] = field(default_factory=list)
    noise: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)

    def new(self, **settings: Any) -> Page:
        """An empty page of a new reader; the settings are those of Playwright's contexts."""
        context = self._context(_device(settings))
        self.contexts.append(context)
        page = context.new_page()
        self._hear(page)
        return page

    def open(
        self, place: Place, language: str, fragment: str = "", *, new: bool = False, **settings: Any
    ) -> Page:
        """A page in a language, loaded: by a regular reader unless it has to be a new one."""
        page = self.new(**settings) if new else self._regular(**settings)
        page.goto(self.address(place, language) + fragment)
        return page

    def _context(self, device: Mapping[str, Any]) -> BrowserContext:
        context = self.browser.new_context(**device)
        context.set_default_timeout(PATIENCE)
        context.set_default_navigation_timeout(4 * PATIENCE)
        context.add_init_script(_WATCH)
        return context

    def _regular(self, **settings: Any) -> Page:
        device = _device(settings)
        name = repr(sorted(device.items()))
        if name not in self.regulars:
            self.regulars[name] = Regular(self._context(device), device)
        page = self.regulars[name].tab()
        self.visits.append((self.regulars[name], page))
        self._hear(page)
        return page

    def _hear(self, page: Page) -> None:
        page.on("console", self._said)
        page.on("pageerror", self._failed)
        page.on("request", self._asked)

    def _said(self, message: ConsoleMessage) -> None:
        self.noise.append(f"{message.type}: {message.text} ({message.location['url']})")

    def _failed(self, error: Error) -> None:
        self.noise.append(str(error))

    def _asked(self, request: Request) -> None:
        self.hosts.add(urlsplit(request.url).netloc)

    def address(self, place: Place, language: str) -> str:
        """The full address of a page on the test's own server."""
        return self.hosted[place.site].address + place.within(language)

    def path(self, page: Page) -> str:
        """Where a reader is, below the address of the site, with the fragment."""
        home = next(one.address for one in self.hosted.values() if page.url.startswith(one.address))
        return page.url.removeprefix(home)

    def close(self) -> None:
        """Everybody leaves; the regular ones forget what they chose."""
        for context in self.contexts:
            context.close()
        for regular, page in self.visits:
            page.remove_listener("console", self._said)
            page.remove_listener("pageerror", self._failed)
            page.remove_listener("request", self._asked)
            regular.leave(page)


def _device(settings: Mapping[str, Any]) -> dict[str, Any]:
    usual = {"viewport": DESKTOP, "reduced_motion": "reduce", "color_scheme": "light"}
    return {**usual, **settings}
