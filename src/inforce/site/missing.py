"""The page for an address where there is nothing.

One page answers for every language and at any depth: nobody knows what the reader speaks, and its
links are absolute. A script shows the document whose address is nearest to what was asked for;
without it there is the list of those in force.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from inforce.address import Address
from inforce.render import Renderer
from inforce.site.addresses import To, home
from inforce.site.publication import PolicyStanding, Publication


@dataclass(frozen=True, slots=True)
class _Absolute(To):
    """Makes links that hold at any depth; `base` is the path of the site, such as `/legal/`."""

    base: str

    def address(self, address: Address) -> str:
        """The link to an address."""
        return address.url(self.base, self.root)


def missing(publication: Publication, renderers: Mapping[str, Renderer], base: str) -> str:
    """The body of the page as HTML; `renderers` are those of all languages, the root's first."""
    policies = publication.policies.values()
    names = {policy.record.policy: _names(policy) for policy in policies}
    parts = {}
    for language, renderer in renderers.items():
        to = _Absolute(home(language), publication.root, base)
        context = {"language": language, "publication": publication, "to": to, "names": names}
        parts[language] = {
            "title": renderer.words("Page not found"),
            "nearest": Markup(renderer.render("missing-nearest.html", **context)),  # noqa: S704
            "documents": Markup(renderer.render("missing-documents.html", **context)),  # noqa: S704
        }
    return renderers[publication.root].render("missing.html", parts=parts, base=base)


def _names(policy: PolicyStanding) -> str:
    """What the address of a policy is or was called."""
    aliases = {alias for one in policy.editions for alias in one.record.edition.aliases}
    return " ".join([policy.record.policy, *sorted(alias.strip("/") for alias in aliases)])
