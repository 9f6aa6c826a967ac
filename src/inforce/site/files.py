"""Files that are written as they are: frozen editions, the ledger, redirects, the moment."""

import json
from collections.abc import Iterator
from pathlib import Path

from markupsafe import escape

from inforce.address import BUILD, LEDGER, Address, edition_folder
from inforce.archive import EditionRecord
from inforce.site import addresses
from inforce.site.model import File
from inforce.site.publication import Publication
from inforce.site.security import secured
from inforce.site.wordings import wordings_files
from inforce.zones import in_zone

_REDIRECT = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta http-equiv="refresh" content="0; url={link}">
<link rel="canonical" href="{canonical}">
</head>
<body><p><a href="{link}">{title}</a></p></body>
</html>
"""


def files(publication: Publication, content: Path) -> Iterator[File]:
    """Every file beside the pages, read from the folder `content` one after another."""
    for standing in publication.policies.values():
        for one in standing.editions:
            yield from _frozen(one.record, content)
    if publication.archive.ledger.entries:
        yield File(addresses.ledger(), (content / LEDGER).read_bytes())
    yield from wordings_files(publication)
    yield from _redirects(publication)
    yield _built(publication)


def _built(publication: Publication) -> File:
    """What the site says of its own build: the moment whose state it shows."""
    moment = in_zone(publication.moment, publication.site.timezone).isoformat()
    told = {"format": "inforce-build-v1", "moment": moment}
    return File(Address(file=BUILD), f"{json.dumps(told)}\n".encode())


def _frozen(record: EditionRecord, content: Path) -> Iterator[File]:
    edition = record.edition
    folder = content / edition_folder(edition.policy, edition.id)
    for name in sorted(set(record.files) - set(record.redacted)):
        yield File(addresses.frozen(edition.policy, edition.id, name), (folder / name).read_bytes())


def _redirects(publication: Publication) -> Iterator[File]:
    """A page at each earlier address that leads to the policy's canonical page."""
    for policy, standing in publication.policies.items():
        paths = {alias for one in standing.editions for alias in one.record.edition.aliases}
        for language in publication.site.languages:
            for path in sorted(paths):
                yield _redirect(publication, language, path, policy)


def _redirect(publication: Publication, language: str, path: str, policy: str) -> File:
    start = addresses.alias(language, path)
    target = addresses.policy(language, policy)
    html = _REDIRECT.format(
        language=escape(language),
        title=escape(publication.title(policy, language)),
        link=escape(start.relative(target, publication.root)),
        canonical=escape(target.url(publication.site.url, publication.root)),
    )
    return File(start, secured(html).encode())
