"""Every address on the site and every file name in `content/` is made here.

Pages stand under each language, the root language at the top; files for machines stand once,
at the root (design, section 5).
"""

import re
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from urllib.parse import quote, urlsplit

LEDGER = "ledger.jsonl"
EDITION = "edition.json"
BUILD = "build.json"

POLICY_ID = re.compile(r"[a-z][a-z0-9-]*")

# Names that the site, its theme or its host use at the top level, so that no policy may.
RESERVED = frozenset(
    {
        "404", "assets", "changelog", "changes", "feed", "index", "javascripts", "ledger",
        "search", "sitemap", "static", "stylesheets", "tags",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Address:
    """The place of one page or file.

    `language` is empty for a file for machines. `view` is the page below a policy or an edition
    (`history`, `changes`, `parallel`) or, without a policy, below the site (`changelog`).
    `file` is a file name beside the page.
    """

    language: str = ""
    policy: str = ""
    edition: str = ""
    view: str = ""
    file: str = ""
    fragment: str = ""

    def path(self, root: str) -> str:
        """The path below the base address, without a leading slash; `root` is the language there.

        A page's path ends with a slash and is empty for the home page of the root language.
        """
        language = "" if self.language == root else self.language
        folder = "".join(
            f"{part}/" for part in (language, self.policy, self.edition, self.view) if part
        )
        return folder + self.file

    def url(self, base: str, root: str) -> str:
        """The absolute address, percent-encoded, with its fragment."""
        fragment = f"#{quote(self.fragment, safe='')}" if self.fragment else ""
        return base + quote(self.path(root)) + fragment

    def output(self, root: str) -> str:
        """The file, relative to the site folder, that is served at this address."""
        return self.path(root) if self.file else self.path(root) + "index.html"

    def relative(self, other: "Address", root: str) -> str:
        """The link that leads from this page to `other`."""
        depth = self.path(root).count("/")
        fragment = f"#{quote(other.fragment, safe='')}" if other.fragment else ""
        return (("../" * depth + quote(other.path(root))) or "./") + fragment

    def at(self, fragment: str) -> "Address":
        """The same page at a fragment."""
        return replace(self, fragment=fragment)

    def within(self, language: str) -> "Address":
        """The same page in another language."""
        return replace(self, language=language)


def text_files(language: str, revision: int = 1) -> tuple[str, str]:
    """The names of a text's two files: `ru.json` and `ru.txt`, or `ru-2.json` and `ru-2.txt`."""
    stem = language if revision == 1 else f"{language}-{revision}"
    return f"{stem}.json", f"{stem}.txt"


def edition_folder(policy: str, edition: str) -> PurePosixPath:
    """Where a frozen edition stands, relative to `content/`."""
    return PurePosixPath(policy, "editions", edition)


def base_path(url: str) -> str:
    """The path of a base address, from its first to its last slash: `/` or `/legal/`."""
    return urlsplit(url).path or "/"
