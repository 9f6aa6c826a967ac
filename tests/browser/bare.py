"""Pages without the host's theme around them, written at once for any moment a test wants."""

from datetime import datetime
from pathlib import Path

from markupsafe import escape

from inforce.project import load_project
from inforce.render import THEME, Heading
from inforce.site import Bodies, Publication, pages, printed, secured
from tests.factory import Factory

_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/inforce.css">
<style>{printed}</style>
</head>
<body>
<nav class="md-nav--secondary">{contents}</nav>
<main class="md-typeset">
{body}
</main>
</body>
</html>
"""


def write(factory: Factory, moment: datetime, folder: Path) -> Path:
    """Every page of what the factory published, as of a moment, each with its security policy."""
    project = load_project(factory.root)
    publication = Publication(project.archive, project.site, moment)
    bodies = Bodies(publication)
    for page in pages(publication):
        html = _PAGE.format(
            language=page.address.language,
            title=escape(bodies.title(page)),
            printed=printed(bodies.on_paper(page), page.address.path("ru")),
            contents="".join(map(_link, bodies.headings(page))),
            body=bodies.html(page),
        )
        file = folder / page.address.output("ru")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(secured(html), "utf-8")
    assets = folder / "assets"
    if not assets.exists():
        assets.symlink_to(THEME / "assets")
    return folder


def _link(heading: Heading) -> str:
    return f'<a href="#{escape(heading.id)}">{escape(heading.words)}</a>'
