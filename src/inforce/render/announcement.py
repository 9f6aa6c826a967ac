"""What an operator writes to readers about a new edition, as plain text for an e-mail."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from inforce.model import Applies, Block, Paragraph, plain
from inforce.render.citation import kazakh_titles, russian_titles
from inforce.render.citation.standing import quoted
from inforce.render.dates import Case
from inforce.render.words import Words, message

# Sentences by the group that an edition binds later.
GROUPS: Mapping[str, str] = {
    "existing-users": message("For existing users it applies from %(since)s."),
    "new-users": message("For new users it applies from %(since)s."),
}


@dataclass(frozen=True, slots=True)
class Announcement:
    """What readers are told of an edition in one language.

    `since` is None where it takes effect when it is posted; `compare` is the address of what it
    changes, empty for a first edition; `between` is when the edition before it takes effect, where
    that is still to come; `prevails` is the language of the text that decides, empty where this
    one does or where nothing is said.
    """

    title: str
    since: datetime | None
    read: str
    compare: str = ""
    between: datetime | None = None
    summary: tuple[Block, ...] = ()
    applies: tuple[Applies, ...] = ()
    prevails: str = ""


def announcement(words: Words, told: Announcement) -> str:
    """The subject and the body of the e-mail, in the language of `words`."""
    subject = words("Subject: %(subject)s", subject=_subject(words, told))
    paragraphs = [_first(words, told), *_later(words, told)]
    if told.summary and told.compare:
        paragraphs.append(words("What changes: %(summary)s", summary=_plain(told.summary)))
    paragraphs.append("\n".join(_links(words, told)))
    if told.prevails:
        text = words.inside(told.prevails)
        paragraphs.append(
            words("Where the texts differ, the text %(in_language)s prevails.", in_language=text)
        )
    return "\n\n".join([subject, *paragraphs]) + "\n"


def _subject(words: Words, told: Announcement) -> str:
    if not told.compare:
        return told.title
    title = _of(words.language, told.title)
    if told.since is None:
        return words("New edition of the %(title)s", title=title)
    since = words.date(told.since, Case.SINCE)
    return words("New edition of the %(title)s from %(since)s", title=title, since=since)


def _first(words: Words, told: Announcement) -> str:
    title = _of(words.language, told.title)
    if told.since is None:
        if told.compare:
            return words("A new edition of the %(title)s is in force.", title=title)
        return words("A new document is in force: %(title)s.", title=_named(words, told.title))
    since = words.date(told.since, Case.SINCE)
    if not told.compare:
        return words("From %(since)s a new document applies: %(title)s.",
                     since=since, title=_named(words, told.title))  # fmt: skip
    new = words("From %(since)s a new edition of the %(title)s applies.", since=since, title=title)
    return f"{new} {_until_then(words, told)}"


def _until_then(words: Words, told: Announcement) -> str:
    if told.between is None:
        return words("Until then the present edition stays in force.")
    since = words.date(told.between, Case.SINCE)
    return words("From %(since)s until then the edition published before it applies.", since=since)


def _later(words: Words, told: Announcement) -> Iterator[str]:
    for one in told.applies:
        since = words.date(one.start, Case.SINCE)
        sentence = GROUPS.get(one.to)
        if sentence:
            yield words(sentence, since=since)
        else:
            yield words("Applies to: %(group)s", group=f"{one.to} ({_from(words, one.start)})")


def _from(words: Words, day: date) -> str:
    return words("from %(since)s", since=words.date(day, Case.SINCE))


def _links(words: Words, told: Announcement) -> Iterator[str]:
    if not told.compare:
        yield words("Read the document: %(address)s", address=told.read)
        return
    yield words("Read the new edition: %(address)s", address=told.read)
    yield words("Compare it with the edition before it: %(address)s", address=told.compare)


def _of(language: str, title: str) -> str:
    """The title in the genitive, where the language has one."""
    if language == "ru":
        return russian_titles.declined(title)
    if language == "kk":
        return kazakh_titles.declined(title, dative=False, possessed=False)
    return title


def _named(words: Words, title: str) -> str:
    """The title as a name, in quotation marks where the language puts it in some."""
    return title if words.language == "en" else quoted(title)


def _plain(blocks: tuple[Block, ...]) -> str:
    return "\n".join(plain(one.runs) for one in blocks if isinstance(one, Paragraph))
