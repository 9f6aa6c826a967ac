"""Readers with their devices: each opens pages with an empty cache and no history."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, ViewportSize

from tests.browser.places import Place
from tests.browser.server import Hosted

DESKTOP: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 390, "height": 844}
SMALL: ViewportSize = {"width": 320, "height": 640}
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


@dataclass(repr=False)
class Readers:
    """`noise` is what their browsers complained of, `hosts` where they asked for something."""

    browser: Browser
    hosted: Mapping[str, Hosted]
    contexts: list[BrowserContext] = field(default_factory=list)
    noise: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)

    def new(self, **settings: Any) -> Page:
        """An empty page of a new reader; the settings are those of Playwright's contexts."""
        device = {"viewport": DESKTOP, "reduced_motion": "reduce", "color_scheme": "light"}
        context = self.browser.new_context(**{**device, **settings})
        self.contexts.append(context)
        context.set_default_timeout(PATIENCE)
        context.set_default_navigation_timeout(4 * PATIENCE)
        context.add_init_script(_WATCH)
        context.on("console", self._hear)
        context.on("weberror", lambda error: self.noise.append(str(error.error)))
        context.on("request", lambda request: self.hosts.add(urlsplit(request.url).netloc))
        return context.new_page()

    def open(self, place: Place, language: str, fragment: str = "", **settings: Any) -> Page:
        """A page in a language, loaded."""
        page = self.new(**settings)
        page.goto(self.address(place, language) + fragment)
        return page

    def address(self, place: Place, language: str) -> str:
        """The full address of a page on the test's own server."""
        return self.hosted[place.site].address + place.within(language)

    def path(self, page: Page) -> str:
        """Where a reader is, below the address of the site, with the fragment."""
        home = next(one.address for one in self.hosted.values() if page.url.startswith(one.address))
        return page.url.removeprefix(home)

    def _hear(self, message: ConsoleMessage) -> None:
        self.noise.append(f"{message.type}: {message.text} ({message.location['url']})")

    def close(self) -> None:
        """Everybody leaves."""
        for context in self.contexts:
            context.close()
