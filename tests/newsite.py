"""The site that `inforce new` makes, with a company in it."""

from importlib import resources
from pathlib import Path

STARTER = Path(str(resources.files("inforce"))) / "starter" / "content" / "site.yml"
FACTS = {
    "company.example": "romashka.example",
    "ТОО «Название»": "ТОО «Ромашка»",
    "«Атауы» ЖШС": "«Түймедақ» ЖШС",
    "Name LLP": "Daisy LLP",
    "000000000000": "001240000123",
}


def fill_in(site: str) -> str:
    """The text of `site.yml` with another company."""
    for old, new in FACTS.items():
        site = site.replace(old, new)
    return site


def settle(root: Path) -> None:
    """Put a company into the new site in the folder `root`."""
    path = root / "content" / "site.yml"
    path.write_text(fill_in(path.read_text("utf-8")), "utf-8")
