"""A small site with every kind of page, written without MkDocs, so that a test has it at once."""

from collections.abc import Mapping
from dataclasses import replace
from html import escape
from pathlib import Path

from inforce.archive import Archive, load
from inforce.model import Break, Clause, Emphasis, Link, Part, Strong, Table, Text, Words
from inforce.render import THEME
from inforce.site import Bodies, Page, Publication, files, pages
from inforce.source import load_site
from inforce.verify import FolderReader, Report, Stand, verify
from tests.factory import BASE, STATUSES, Factory, clause, day, paragraph

LANGUAGES = ("ru", "kk", "en")
NOW = day("2026-11-21")

_PAGE = """<!doctype html>
<html lang="{language}" class="no-js">
<head>
<meta charset="utf-8">
<title>{title}</title>
<link rel="canonical" href="{canonical}">
{alternates}{robots}<style>:root{{--md-text-font:"Roboto"}}</style>
</head>
<body dir="ltr">
<div class="md-container" data-md-component="container">
<main class="md-main"><article class="md-content__inner md-typeset">
{body}
</article></main>
<footer>Made by hand</footer>
</div>
</body>
</html>
"""


def words(language: str, text: str) -> str:
    return f"{text} [{language}]"


def privacy(language: str, extra: str = "") -> Text:
    """A text with everything that a text can have."""
    data = Table(
        ("left", ""),
        ((Words(words(language, "Data")),), (Words("Term"),)),
        (((Words("e-mail"),), (Strong((Words("3 years"),)),)), ((Words("phone"),), (Words("1"),))),
    )
    points = (
        clause("buying", "1)", "buying, paying and delivery;"),
        clause("answers", "2)", f"answers to questions.{extra}"),
    )
    goals = replace(
        clause("goals", "1.2.", words(language, "We use data for:")),
        clauses=points,
        closing=(paragraph("These are all the goals."),),
    )
    scope = clause(
        "scope",
        "1.1.",
        paragraph(
            "This ", Strong((Words("applies"),)), " to ", Emphasis((Words("the site"),)), " of ",
            Link((Words("the shop"),), href="https://shop.example/?a=1&b=2"), " and ",
            Link((Words("privacy@shop.example"),), href="mailto:privacy@shop.example"), ".",
        ),
        paragraph("See clause ", Link((Words("1.2"),), clause="goals"), " and the ",
                  Link((Words("terms"),), policy="terms", clause="law"), Break(), "both."),
    )  # fmt: skip
    law = "Personal data is processed by the law of the Republic of Kazakhstan."
    form = replace(clause("form", "", title="Form"), anchor="a1")
    return Text(
        "privacy", "", language, words(language, "Privacy Policy"),
        summary=(paragraph("Summary"),),
        preface=(Part("place-date", (paragraph("Astana, 1 September"),)),),
        preamble=(Clause("preamble", blocks=(paragraph(law),)),),
        clauses=(
            replace(clause("general", "1.", title="General"), clauses=(scope, goals)),
            clause("list", "2.", paragraph("What we hold:"), data, title="Data"),
            replace(clause("gone", "3.", "Repealed."), repealed=True),
        ),
        conclusions=(Part("signature", (paragraph("Director"),)),),
        annexes=(replace(form, clauses=(replace(clause("consent", "1.", "I agree."),
                                                anchor="a1-1"),)),),
    )  # fmt: skip


def terms(language: str) -> Text:
    """A short text that others refer to."""
    inner = (clause("law", "1.1.", words(language, "The law of Kazakhstan applies.")),)
    rules = replace(clause("rules", "1.", title="Rules"), clauses=inner)
    return Text("terms", "", language, words(language, "Terms of Use"), clauses=(rules,))


def project(root: Path) -> Factory:
    """Editions in every state: superseded, withdrawn, in force, scheduled; a policy repealed."""
    factory = Factory(root)
    factory.publish("2026-02-01", [terms(language) for language in LANGUAGES])
    factory.publish(
        "2026-03-01", [privacy("ru"), privacy("kk"), privacy("en")], aliases=("/policy/",)
    )
    pending = STATUSES | {"en": replace(STATUSES["en"], pending=True)}
    factory.publish(
        "2026-09-01", [privacy("ru", " New."), privacy("kk", " New.")],
        recorded="2026-08-01", languages=pending,
    )  # fmt: skip
    factory.publish("2027-01-01", [privacy(one, " Far.") for one in LANGUAGES],
                    recorded="2026-08-02")  # fmt: skip
    taken = factory.publish("2027-02-01", [privacy(one, " No.") for one in LANGUAGES],
                            recorded="2026-08-03")  # fmt: skip
    factory.withdraw(taken, "2026-08-04")
    return factory


def write(factory: Factory, out: Path) -> Path:
    """The site of a project, written to the folder `out`."""
    site, problems = load_site(factory.content)
    assert site is not None
    assert not problems
    publication = Publication(archive_of(factory), site, NOW)
    bodies = Bodies(publication)
    for page in pages(publication):
        target = out / page.address.output(publication.root)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_html(page, bodies.html(page), publication.root), "utf-8")
    for asset in (*(THEME / "assets").glob("*.css"), *(THEME / "assets").glob("*.js")):
        (out / "assets").mkdir(exist_ok=True)
        (out / "assets" / asset.name).write_bytes(asset.read_bytes())
    for file in files(publication, factory.content):
        target = out / file.address.output(publication.root)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content)
    return out


def _html(page: Page, body: str, root: str) -> str:
    links = {code: page.address.within(code).url(BASE, root) for code in LANGUAGES}
    return _PAGE.format(
        language=page.address.language,
        title=escape(page.title),
        canonical=page.canonical.url(BASE, root),
        alternates="".join(
            f'<link rel="alternate" hreflang="{code}" href="{href}">\n'
            for code, href in links.items()
        ),
        robots="" if page.indexed else '<meta name="robots" content="noindex">\n',
        body=body,
    )


def proved(factory: Factory, out: Path) -> Report:
    """The report on a site, with the project's content as the truth."""
    return verify(FolderReader(out), Stand(archive_of(factory), BASE, LANGUAGES, NOW))


def is_found(
    factory: Factory, site: Path, path: str, check: str, clause: str, message: str
) -> None:
    """Fails where no problem of a page is of that check and clause, or none says these words."""
    found = [one for one in proved(factory, site).problems if one.location.file == path]
    assert (check, clause) in [(one.check, one.location.clause) for one in found], found
    assert any(message in one.message for one in found), found


def archive_of(factory: Factory) -> Archive:
    """What a project has recorded."""
    archive, damage = load(factory.content)
    assert not damage
    return archive


def tampered(out: Path, path: str, changes: Mapping[str, str]) -> None:
    """Replace strings in a page; each has to be there once."""
    html = (out / path).read_text("utf-8")
    for old, new in changes.items():
        assert html.count(old) == 1, f"{old!r} stands {html.count(old)} times in {path}"
        html = html.replace(old, new)
    (out / path).write_text(html, "utf-8")
