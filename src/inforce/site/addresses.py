"""Where the pages and files of policies stand."""

from dataclasses import dataclass
from urllib.parse import urljoin

from inforce.address import LEDGER, Address
from inforce.model import Edition

HISTORY = "history"
PARALLEL = "parallel"
CHANGES = "changes"
CLAUSES = "clauses"
CHANGELOG = "changelog"
DRAFT = "draft"


def home(language: str) -> Address:
    """The home page."""
    return Address(language)


def changelog(language: str) -> Address:
    """All changes of all policies."""
    return Address(language, view=CHANGELOG)


def policy(language: str, policy_id: str) -> Address:
    """The canonical page of a policy."""
    return Address(language, policy_id)


def edition(language: str, policy_id: str, edition_id: str) -> Address:
    """The page of one edition."""
    return Address(language, policy_id, edition_id)


def history(language: str, policy_id: str) -> Address:
    """The page of all editions of a policy."""
    return Address(language, policy_id, view=HISTORY)


def parallel(language: str, policy_id: str) -> Address:
    """The page of a policy's texts side by side."""
    return Address(language, policy_id, view=PARALLEL)


def clauses(language: str, policy_id: str) -> Address:
    """The lives of a policy's clauses."""
    return Address(language, policy_id, view=CLAUSES)


def changes(language: str, policy_id: str, edition_id: str) -> Address:
    """The redline of an edition against the one before it."""
    return Address(language, policy_id, edition_id, view=CHANGES)


def wordings(policy_id: str, language: str) -> Address:
    """All wordings of a policy in a language, from which editions are compared."""
    return Address("", policy_id, file=f"wordings.{language}.json")


def asset(name: str) -> Address:
    """A file of the theme, such as a style sheet."""
    return Address(view="assets", file=name)


def draft(language: str, policy_id: str) -> Address:
    """The preview of a working text."""
    return Address(language, policy_id, view=DRAFT)


def frozen(policy_id: str, edition_id: str, name: str) -> Address:
    """A frozen file."""
    return Address("", policy_id, edition_id, file=name)


def ledger() -> Address:
    """The ledger."""
    return Address(file=LEDGER)


def alias(language: str, path: str) -> Address:
    """An earlier address of a policy, such as `/policy/`, in a language."""
    return Address(language, path.strip("/"))


@dataclass(frozen=True, slots=True)
class To:
    """Makes the links of one page; each is relative to it."""

    page: Address
    root: str

    def address(self, address: Address) -> str:
        """The link to an address."""
        return self.page.relative(address, self.root)

    def whole(self, link: str, base: str) -> str:
        """The whole address that a link of the page leads to, on the site at `base`."""
        return urljoin(self.page.url(base, self.root), link)

    def home(self) -> str:
        """The link to the home page."""
        return self.address(home(self.page.language))

    def changelog(self) -> str:
        """The link to all changes."""
        return self.address(changelog(self.page.language))

    def policy(self, policy_id: str) -> str:
        """The link to a canonical page."""
        return self.address(policy(self.page.language, policy_id))

    def edition(self, of: Edition) -> str:
        """The link to the page of an edition."""
        return self.address(edition(self.page.language, of.policy, of.id))

    def history(self, policy_id: str) -> str:
        """The link to the editions of a policy."""
        return self.address(history(self.page.language, policy_id))

    def parallel(self, policy_id: str) -> str:
        """The link to a policy's texts side by side."""
        return self.address(parallel(self.page.language, policy_id))

    def clauses(self, policy_id: str) -> str:
        """The link to the lives of a policy's clauses."""
        return self.address(clauses(self.page.language, policy_id))

    def changes(self, of: Edition) -> str:
        """The link to the redline of an edition."""
        return self.address(changes(self.page.language, of.policy, of.id))

    def wordings(self, policy_id: str, language: str) -> str:
        """The link to all wordings of a policy in a language."""
        return self.address(wordings(policy_id, language))

    def asset(self, name: str) -> str:
        """The link to a file of the theme."""
        return self.address(asset(name))

    def draft(self, policy_id: str) -> str:
        """The link to a preview."""
        return self.address(draft(self.page.language, policy_id))

    def file(self, of: Edition, name: str) -> str:
        """The link to a frozen file."""
        return self.address(frozen(of.policy, of.id, name))

    def ledger(self) -> str:
        """The link to the ledger."""
        return self.address(ledger())

    def language(self, language: str) -> str:
        """The link to the same page in another language."""
        return self.address(self.page.within(language))
