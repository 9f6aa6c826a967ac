"""The templates of the pages: those of the package, which a site may replace."""

from collections.abc import Iterable
from pathlib import Path

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)
from markupsafe import Markup

from inforce.problems import InforceError
from inforce.render.compiled import Compiled
from inforce.render.dates import Case, language_name
from inforce.render.words import Words

# Templates, style sheets and the partials that Material lacks, as a MkDocs theme folder.
THEME = Path(__file__).parent.parent / "theme"

_COMPILED = Compiled()


class RenderError(InforceError):
    """A template that cannot be filled in."""


class Renderer:
    """Fills in templates with the words of one language; everything is escaped."""

    def __init__(self, words: Words, folders: Iterable[Path] = ()) -> None:
        self.words = words
        self._environment = Environment(
            loader=FileSystemLoader([*folders, THEME]),
            autoescape=True,
            undefined=StrictUndefined,
            lstrip_blocks=True,
            extensions=["jinja2.ext.i18n"],
            bytecode_cache=_COMPILED,
        )
        self._environment.globals |= {
            "_": self._message,
            "words": words,
            "date": words.date,
            "since": lambda day: words.date(day, Case.SINCE),
            "until": lambda day: words.date(day, Case.UNTIL),
            "on": lambda day: words.date(day, Case.ON),
            "of": lambda day: words.date(day, Case.OF),
            "language_name": language_name,
        }

    def _message(self, message: str, **values: object) -> Markup:
        """A message of the catalogue; values that are not markup are escaped in it."""
        return Markup(self.words.catalogue.ugettext(message)) % values  # noqa: S704 - our own words

    def render(self, template: str, **context: object) -> str:
        """The template `inforce/<template>` filled in; raises RenderError."""
        try:
            return self._environment.get_template(f"inforce/{template}").render(context)
        except TemplateError as error:
            place = getattr(error, "filename", None) or f"inforce/{template}"
            line = f":{error.lineno}" if isinstance(error, TemplateSyntaxError) else ""
            raise RenderError(f"{place}{line}: {error}") from error
