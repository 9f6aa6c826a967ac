"""The words of the pages: gettext catalogues, read as they stand in `locale/`.

English is the language of the sources; a language without a catalogue shows English words.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations

from inforce.render.dates import Case, language_name, words_of_date

LOCALE = Path(__file__).parent.parent / "locale"
DOMAIN = "inforce"


def message(text: str) -> str:
    """Mark a message for the catalogues that is translated later."""
    return text


# Languages are declined, so each form is a message of its own.
IN_LANGUAGE = {
    "ru": message("in Russian"),
    "kk": message("in Kazakh"),
    "en": message("in English"),
}
FROM_LANGUAGE = {
    "ru": message("from Russian"),
    "kk": message("from Kazakh"),
    "en": message("from English"),
}
IN_OTHER = message("in the language “%(name)s”")
FROM_OTHER = message("from the language “%(name)s”")


@dataclass(frozen=True, slots=True)
class Words:
    """The words, dates and names of languages in one language."""

    language: str
    catalogue: NullTranslations

    @classmethod
    def load(cls, language: str, folder: Path = LOCALE) -> "Words":
        """The words of `language`, read anew."""
        return cls(language, _read(folder / language / "LC_MESSAGES" / f"{DOMAIN}.po"))

    def __call__(self, message: str, **values: object) -> str:
        """The message in this language; `%(name)s` in it stands for a value."""
        return self.catalogue.ugettext(message) % values

    @property
    def date(self) -> Callable[..., str]:
        """The date in words: `date(day)` or `date(day, Case.SINCE)`."""
        return partial(_date, self.language)

    def inside(self, language: str) -> str:
        """Such as `in Russian`."""
        return self._form(language, IN_LANGUAGE, IN_OTHER)

    def out_of(self, language: str) -> str:
        """Such as `from Russian`."""
        return self._form(language, FROM_LANGUAGE, FROM_OTHER)

    def _form(self, language: str, known: dict[str, str], other: str) -> str:
        name = language_name(language, self.language)
        return self(known.get(language, other), name=name)


def _date(language: str, day: "object", case: Case = Case.PLAIN) -> str:
    return words_of_date(day, language, case)  # type: ignore[arg-type]


def _read(file: Path) -> NullTranslations:
    if not file.is_file():
        return NullTranslations()
    with file.open("rb") as stream:
        catalogue = read_po(stream, abort_invalid=True)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translations(compiled, DOMAIN)
