"""An edition and its file `edition.json`."""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from inforce.address import POLICY_ID
from inforce.frozen.errors import FrozenError
from inforce.frozen.text import check_ids
from inforce.frozen.writing import file_bytes, kept
from inforce.model import Applies, Approval, Edition, LanguageStatus, Place, Status
from inforce.strict import (
    LANGUAGE,
    MalformedError,
    Object,
    Shape,
    day,
    decode,
    edition_id,
    fields,
    flag,
    instant,
    item,
    many,
    mapping,
    one_of,
    string,
    within,
    write_instant,
)

FORMAT = "inforce-edition-v1"
CHANGES = ("substantive", "correction")
ADDRESS = re.compile(r"https?://[^\s/?#]+/([^\s?#]*/)?")
ALIAS = re.compile(r"/([a-z0-9][a-z0-9-]*/)+")
MARKERS = ("decimal", "ordinal", "point", "letter", "roman", "bullet", "none")

EDITION = Shape.of(
    "format policy edition kind number effective change languages prevails fallback address",
    "adopted approved applies replaces imported aliases preamble clauses annexes",
)
LANGUAGE_STATUS = Shape.of("language status", "pending from reviewed")
APPROVAL = Shape.of("", "by act number date")
APPLIES = Shape.of("to from")
PLACE = Shape.of("id marker", "fixed repealed clauses")


def edition_bytes(edition: Edition) -> bytes:
    """The file of `edition`; raises FrozenError where it could not be read again as it is."""
    try:
        data = file_bytes(_write(edition))
    except MalformedError as fault:
        raise FrozenError(fault.message) from fault
    if read_edition(data) != edition:
        raise FrozenError("the edition would be read as another one")
    return data


def _write(edition: Edition) -> Object:
    return {
        "format": FORMAT,
        "policy": edition.policy,
        "edition": edition.id,
        **kept(
            kind=edition.kind,
            number=edition.number,
            effective=write_instant(edition.effective),
            adopted=_date(edition.adopted),
            approved=_approval(edition.approved),
            applies=[{"to": one.to, "from": _date(one.start)} for one in edition.applies],
            change=edition.change,
            replaces=edition.replaces,
            imported=edition.imported,
            languages=[_language(*item) for item in edition.languages.items()],
            prevails=edition.prevails,
            fallback=edition.fallback,
            address=edition.address,
            aliases=list(edition.aliases),
            preamble=_places(edition.preamble),
            clauses=_places(edition.clauses),
            annexes=_places(edition.annexes),
        ),
    }


def _date(value: date | None) -> str:
    return value.isoformat() if value else ""


def _approval(approval: Approval | None) -> Object | None:
    if approval is None:
        return None
    return kept(
        by=_by_language(approval.by),
        act=_by_language(approval.act),
        number=approval.number,
        date=_date(approval.dated),
    )


def _by_language(words: Mapping[str, str]) -> Object | None:
    return dict(sorted(words.items())) or None


def _language(language: str, status: LanguageStatus) -> Object:
    return kept(
        language=language,
        status=str(status.status),
        pending="true" if status.pending else "",
        from_=status.source,
        reviewed=_date(status.reviewed),
    )


def _places(places: Iterable[Place]) -> list[Object]:
    return [
        kept(
            id=place.id,
            marker=str(place.marker),
            fixed="true" if place.fixed else "",
            repealed="true" if place.repealed else "",
            clauses=_places(place.clauses),
        )
        for place in places
    ]


def read_edition(data: bytes) -> Edition:
    """The edition in the file `data`; raises FrozenError where it is not well formed."""
    try:
        return _edition(fields(decode(data), EDITION))
    except MalformedError as fault:
        raise FrozenError(fault.message, f"${fault.path}") from fault
    except RecursionError as error:
        raise FrozenError("the file is nested too deeply") from error


def _edition(values: Object) -> Edition:
    one_of(values, "format", (FORMAT,))
    languages = _once(many(values, "languages", _read_language))
    edition = Edition(
        policy=string(values, "policy", POLICY_ID),
        id=edition_id(values, "edition"),
        kind=string(values, "kind", POLICY_ID),
        number=string(values, "number"),
        effective=instant(values, "effective"),
        languages=languages,
        prevails=one_of(values, "prevails", (*languages, "equal", "unstated")),
        fallback=one_of(values, "fallback", languages),
        address=string(values, "address", ADDRESS),
        change=one_of(values, "change", CHANGES),
        adopted=day(values, "adopted"),
        approved=within(values, "approved", _read_approval),
        applies=many(values, "applies", _read_applies),
        replaces=edition_id(values, "replaces"),
        imported=string(values, "imported"),
        aliases=many(values, "aliases", _read_alias),
        preamble=many(values, "preamble", _read_place),
        clauses=many(values, "clauses", _read_place),
        annexes=many(values, "annexes", _read_place),
    )
    check_ids(place.id for place in edition.walk())
    return edition


def _once(pairs: Iterable[tuple[str, LanguageStatus]]) -> Mapping[str, LanguageStatus]:
    languages: dict[str, LanguageStatus] = {}
    for language, status in pairs:
        if language in languages:
            raise MalformedError(f"the language `{language}` stands twice", ".languages")
        languages[language] = status
    return languages


def _read_language(value: object) -> tuple[str, LanguageStatus]:
    values = fields(value, LANGUAGE_STATUS)
    return string(values, "language", LANGUAGE), LanguageStatus(
        status=Status(one_of(values, "status", tuple(Status))),
        pending=flag(values, "pending"),
        source=string(values, "from", LANGUAGE),
        reviewed=day(values, "reviewed"),
    )


def _read_approval(value: object) -> Approval:
    values = fields(value, APPROVAL)
    if not values:
        raise MalformedError("the approval says nothing: leave the key out")
    return Approval(
        by=within(values, "by", _read_by_language) or {},
        act=within(values, "act", _read_by_language) or {},
        number=string(values, "number"),
        dated=day(values, "date"),
    )


def _read_by_language(value: object) -> Mapping[str, str]:
    values = mapping(value)
    if not values:
        raise MalformedError("this is empty: leave the key out")
    for language in values:
        if not LANGUAGE.fullmatch(language):
            raise MalformedError(f"`{language}` is not a language code")
        string(values, language)
    return values


def _read_applies(value: object) -> Applies:
    values = fields(value, APPLIES)
    start = day(values, "from")
    if start is None:
        raise MalformedError("the key `from` is missing")
    return Applies(string(values, "to"), start)


def _read_alias(value: object) -> str:
    return item(value, ALIAS)


def _read_place(value: object) -> Place:
    values = fields(value, PLACE)
    return Place(
        id=string(values, "id", POLICY_ID),
        marker=one_of(values, "marker", MARKERS),
        fixed=flag(values, "fixed"),
        repealed=flag(values, "repealed"),
        clauses=many(values, "clauses", _read_place),
    )
