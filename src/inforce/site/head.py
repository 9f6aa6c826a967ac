"""What the head of a page says to machines: where the page stands among languages and editions.

`canonical` is RFC 6596, `alternate` with `hreflang` that of HTML, and `x-default` Google's name
for the page of readers whose language there is none of. The relations between editions are those
of RFC 5829.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import escape

from inforce.address import Address
from inforce.archive import EditionRecord
from inforce.site import addresses
from inforce.site.model import Kind, Page
from inforce.site.publication import Publication, Standing

DEFAULT = "x-default"


@dataclass(frozen=True, slots=True)
class Head:
    """`title` and `description` are plain words. All addresses are absolute: the one that search
    engines should keep, those of the page in each language (itself among them) with `x-default`,
    and those of the relations, as pairs of `rel` and address. `printed` is a rule of CSS with what
    stands on each sheet of paper.
    """

    title: str
    description: str
    canonical: str
    alternates: Mapping[str, str]
    relations: tuple[tuple[str, str], ...] = ()
    indexed: bool = True
    printed: str = ""

    @property
    def is_main(self) -> bool:
        """Whether the page is at its canonical address, and no copy of the page there."""
        return self.canonical in self.alternates.values()


def head(page: Page, publication: Publication, base: str, title: str, description: str) -> Head:
    """The head of a page of the site at the address `base`."""
    root = publication.root
    return Head(
        title,
        description,
        page.canonical.url(base, root),
        with_default(
            {
                language: page.address.within(language).url(base, root)
                for language in publication.site.languages
            },
            root,
        ),
        tuple((rel, to.url(base, root)) for rel, to in _relations(page, publication)),
        page.indexed,
    )


def with_default(alternates: Mapping[str, str], root: str) -> dict[str, str]:
    """The page in each of its languages, and in the root language for everybody else."""
    default = {DEFAULT: alternates[root]} if root in alternates else {}
    return {**alternates, **default}


def _relations(page: Page, publication: Publication) -> Iterator[tuple[str, Address]]:
    """The editions around the one on the page, by when they take effect.

    So two neighbours always name each other. One that was withdrawn has no neighbours and is
    nobody's.
    """
    if page.kind not in (Kind.POLICY, Kind.STATE, Kind.EDITION):
        return
    language, policy = page.address.language, page.address.policy
    yield "latest-version", addresses.policy(language, policy)
    yield "version-history", addresses.history(language, policy)
    for rel, record in _neighbours(publication.policies[policy].standing.get(page.edition)):
        if record is not None:
            yield rel, addresses.edition(language, policy, record.edition.id)


def _neighbours(standing: Standing | None) -> Iterator[tuple[str, EditionRecord | None]]:
    if standing is not None:
        yield "predecessor-version", standing.before
        yield "successor-version", standing.after


def sitemap(heads: Iterable[Head]) -> str:
    """The pages that search engines should keep, as sitemaps.org and Google describe it."""
    found = {one.canonical: one.alternates for one in heads if one.indexed and one.is_main}
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
        + "".join(_entry(address, found[address]) for address in sorted(found))
        + "</urlset>\n"
    )


def _entry(address: str, alternates: Mapping[str, str]) -> str:
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{escape(language)}" href="{escape(other)}"/>\n'
        for language, other in alternates.items()
    )
    return f"<url>\n<loc>{escape(address)}</loc>\n{links}</url>\n"
