"""The HTML of each page's body, and its table of contents."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path

from markupsafe import Markup

from inforce.model import Block, Edition, Text
from inforce.render import (
    Case,
    Heading,
    Labels,
    Renderer,
    Words,
    blocks_html,
    headings,
    text_html,
)
from inforce.site.addresses import To
from inforce.site.changes import changes
from inforce.site.citing import citing
from inforce.site.clauses import clauses
from inforce.site.coming import turns
from inforce.site.descriptions import description
from inforce.site.history import history
from inforce.site.missing import missing
from inforce.site.model import Draft, Kind, Page
from inforce.site.parallel import parallel
from inforce.site.publication import PolicyStanding, Publication, Shown, Standing
from inforce.site.redlines import redline
from inforce.site.references import References
from inforce.site.suggesting import NOWHERE, Sources
from inforce.timeline import State


class Bodies:
    """Fills in pages; `folders` hold a site's own templates, which come before the package's."""

    def __init__(
        self,
        publication: Publication,
        folders: Iterable[Path] = (),
        sources: Sources = NOWHERE,
    ) -> None:
        self.publication = publication
        self._sources = sources
        self._folders = tuple(folders)
        self._renderers: dict[str, Renderer] = {}
        self._references = References(publication)
        self._context: Mapping[Kind, Callable[[Page, Renderer], Mapping[str, object]]] = {
            Kind.HOME: self._home,
            Kind.POLICY: self._text,
            Kind.STATE: self._state,
            Kind.EDITION: self._text,
            Kind.HISTORY: self._history,
            Kind.CHANGES: partial(redline, publication, self._references),
            Kind.PARALLEL: partial(parallel, publication, self._references),
            Kind.CLAUSES: partial(clauses, publication, self._references),
            Kind.CHANGELOG: self._changelog,
            Kind.DRAFT: self._draft,
        }

    def html(self, page: Page) -> str:
        """The body of a page as HTML."""
        renderer = self._renderer(page.address.language)
        given = {
            "to": To(page.address, self.publication.root),
            "summary_of": partial(self._summary, page, renderer),
        }

        def fill(template: str, page: Page, later: Publication) -> Markup:
            policy = later.policies[page.address.policy]
            seen = {"policy": policy, "standing": policy.standing.get(page.edition), "turns": ()}
            html = renderer.render(template, page=page, publication=later, **given, **seen)
            return Markup(html)  # noqa: S704 - the renderer escapes

        context = self._context[page.kind](page, renderer)
        template = "text.html" if page.kind in (Kind.POLICY, Kind.EDITION) else f"{page.kind}.html"
        coming = turns(page, self.publication, fill)
        return renderer.render(
            template, page=page, publication=self.publication, turns=coming, **given, **context
        )

    def title(self, page: Page) -> str:
        """The title of a page in plain words; a home page has none."""
        words = self._renderer(page.address.language).words
        match page.kind:
            case Kind.CHANGELOG:
                return words("All changes")
            case Kind.HISTORY:
                return words("Editions: %(title)s", title=page.title)
            case Kind.PARALLEL:
                return words("Parallel texts: %(title)s", title=page.title)
            case Kind.CLAUSES:
                return words("History of clauses: %(title)s", title=page.title)
            case Kind.CHANGES:
                which = _edition(self._standing(page).record.edition, words)
                return words(
                    "What changed: %(title)s, %(edition)s", title=page.title, edition=which
                )
            case Kind.EDITION:
                return f"{page.title}, {_edition(self._standing(page).record.edition, words)}"
            case Kind.DRAFT:
                return words("Draft: %(title)s", title=page.title)
            case _:
                return page.title

    def on_paper(self, page: Page) -> str:
        """What stands on each sheet of a printed page: its title, and which edition it is."""
        if not page.edition or page.kind is Kind.CLAUSES:
            return self.title(page)
        record = self._standing(page).record
        edition = record.edition
        words = self._renderer(page.address.language).words
        since = words.date(edition.effective.date(), Case.SINCE)
        which = words("edition No. %(number)s (from %(since)s)", number=edition.number, since=since)
        end = f", {words('withdrawn before it took effect')}" if record.withdrawn else ""
        return f"{page.title}, {which}{end}"

    def description(self, page: Page) -> str:
        """What a page is about, in plain words for those who find it elsewhere."""
        return description(page, self.publication, self._renderer(page.address.language).words)

    def missing(self, base: str) -> str:
        """The body of the page for an address where there is nothing; `base` is the site's path."""
        languages = self.publication.site.languages
        return missing(self.publication, {one: self._renderer(one) for one in languages}, base)

    def headings(self, page: Page) -> tuple[Heading, ...]:
        """The table of contents of a page."""
        if page.kind is Kind.DRAFT:
            text = self._draft_of(page).texts.get(page.address.language)
            return headings(text) if text else ()
        if page.kind not in (Kind.POLICY, Kind.EDITION):
            return ()
        record = self._shown(page).record
        return headings(record.text) if record else ()

    def _renderer(self, language: str) -> Renderer:
        if language not in self._renderers:
            self._renderers[language] = Renderer(Words.load(language), self._folders)
        return self._renderers[language]

    def _policy(self, page: Page) -> PolicyStanding:
        return self.publication.policies[page.address.policy]

    def _standing(self, page: Page) -> Standing:
        return self._policy(page).standing[page.edition]

    def _shown(self, page: Page) -> Shown:
        return self.publication.shown(self._standing(page).record, page.address.language)

    def _draft_of(self, page: Page) -> Draft:
        return next(one for one in self.publication.drafts if one.policy == page.address.policy)

    def _fragment(self, page: Page, renderer: Renderer, text: Text, effective: datetime) -> Markup:
        link, anchors = self._references.link(page.address, effective), page.kind is Kind.EDITION
        html = text_html(text, link, Labels.of(renderer.words), anchors=anchors)
        return Markup(html)  # noqa: S704 - text_html escapes

    def _summary(self, page: Page, renderer: Renderer, standing: Standing) -> Markup:
        """What an edition changes, in the words of the text that readers of this page see."""
        shown = self.publication.shown(standing.record, page.address.language)
        blocks: tuple[Block, ...] = shown.record.text.summary if shown.record else ()
        link = self._references.link(page.address, standing.record.edition.effective)
        html = blocks_html(blocks, link, Labels.of(renderer.words), shown.language)
        return Markup(html)  # noqa: S704 - blocks_html escapes

    def _text(self, page: Page, renderer: Renderer) -> Mapping[str, object]:
        standing, shown = self._standing(page), self._shown(page)
        effective = standing.record.edition.effective
        record = shown.record
        # Only what is in force can be changed by the next edition.
        current = standing.state is State.IN_FORCE
        sources = self._sources if current else NOWHERE
        return {
            "policy": self._policy(page),
            "standing": standing,
            "shown": shown,
            "summary": self._summary(page, renderer, standing),
            "fragment": self._fragment(page, renderer, record.text, effective) if record else "",
            "citations": citing(self.publication, standing, record, sources) if record else "",
            "suggest": sources.edit(page.address.policy),
        }

    def _state(self, page: Page, renderer: Renderer) -> Mapping[str, object]:
        return {"policy": self._policy(page)}

    def _history(self, page: Page, renderer: Renderer) -> Mapping[str, object]:
        summary = partial(self._summary, page, renderer)
        return history(self.publication, page, renderer.words, summary)

    def _home(self, page: Page, renderer: Renderer) -> Mapping[str, object]:
        return {"policies": tuple(self.publication.policies.values())}

    def _changelog(self, page: Page, renderer: Renderer) -> Mapping[str, object]:
        return {"changes": changes(self.publication)}

    def _draft(self, page: Page, renderer: Renderer) -> Mapping[str, object]:
        draft = self._draft_of(page)
        text = draft.texts.get(page.address.language)
        moment = self.publication.moment
        return {
            "draft": draft,
            "suggest": self._sources.edit(draft.policy),
            "fragment": self._fragment(page, renderer, text, moment) if text else "",
        }


def _edition(edition: Edition, words: Words) -> str:
    """Which edition, in plain words; no two of a policy have one number."""
    since = words.date(edition.effective.date(), Case.SINCE)
    return words("edition %(number)s (from %(since)s)", number=edition.number, since=since)
