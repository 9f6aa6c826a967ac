"""A clause that sends readers elsewhere for the edition in force.

What such a clause promises is the address at which the edition in force always stands. A wrong one
would be frozen with the edition. The clause is found by `covers: [current-edition]`, or by words
such as «действующая редакция … по адресу», «қолданыстағы редакция … мекенжайында», “the current
version … at”. Right is the policy's own address in the language of the text or in the first
language of the site, or an alias of it. Where the words were found and mean another document, make
an exception.

Fails:

    ru: Действующая редакция постоянно доступна по адресу <https://policies.example/pdf/privacy.pdf>.

Passes:

    ru: Действующая редакция постоянно доступна по адресу <https://policies.example/privacy/>.
"""

import re
from collections.abc import Iterator

from inforce.address import Address
from inforce.checks.context import Context
from inforce.checks.shown import shown, shown_alone
from inforce.model import Clause, Location, WorkingClause
from inforce.problems import Problem

ID = "current-address"
SEVERITY = "error"

TAG = "current-edition"
SAYS = {
    "ru": re.compile(
        r"(?<!\bв )(?:действующ|актуальн|текущ)\w{0,20}\s{1,4}(?:(?:редакци|верси)\w{0,20}"
        r"|(?:политик|соглашени|правил|услови|оферт|согласи|документ|текст)\w{0,20}[^\n]{0,100}?"
        r"\b(?:размещ|опубликова|доступ|наход)\w{0,20})[^\n]{0,200}?\bадрес\w{0,20}",
        re.IGNORECASE,
    ),
    "kk": re.compile(
        r"(?:қолданыстағы|өзекті|ағымдағы)\s{1,4}(?:[\w-]{1,30}\s{1,4})?"
        r"(?:редакция|нұсқа|саясат|келісім|ереже|шарт|оферта|құжат|мәтін)\w{0,20}"
        r"[^\n]{0,200}?мекенжай\w{0,20}",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:(?:current|latest)\s{1,4}(?:[\w-]{1,30}\s{1,4}){0,3}"
        r"(?:version|edition|policy|agreement|terms|rules|offer|notice)"
        r"|(?:version|edition)\b[^\n.]{0,80}?\b(?:in force|in effect))[^\n]{0,160}?"
        r"\b(?:available|published|posted|found|placed|located|accessible)\b[^\n]{0,60}?\bat\b"
        r"(?! (?:any|the time|all|least)\b)",
        re.IGNORECASE,
    ),
}
# An e-mail address is where somebody is asked, not where a document stands.
EMAIL_ALONE = re.compile(r"[\s:]*(?:электронной почты[\s:]*)?<?[\w.+-]{1,64}@[\w.-]")
ADDRESS = re.compile(r"https?://|\b(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,20}/")


def check(context: Context) -> Iterator[Problem]:
    """A problem for each such clause: an error where it is tagged, else a warning."""
    clauses = {one.id: one for one in context.policy.walk()}
    tagged = {one.id for one in clauses.values() if TAG in {name.text for name in one.covers}}
    for code, text in context.texts.items():
        right = _right(context, code)
        for clause in text.walk():
            known = clause.id in tagged
            words = shown(clause) if known else shown_alone(clause)
            if (known or _says(clause, code)) and not clause.repealed and not right.search(words):
                place = _place(clauses.get(clause.id), code) or context.policy.location
                yield _problem(context, code, place, tagged=known)


def _says(clause: Clause, language: str) -> bool:
    """Whether a clause tells where the edition in force is."""
    words = shown_alone(clause)
    found = SAYS[language].search(words) if language in SAYS else None
    return found is not None and not EMAIL_ALONE.match(words, found.end())


def _problem(context: Context, code: str, place: Location, *, tagged: bool) -> Problem:
    message = f"this is where the edition in force is found, but not at its address [{code}]"
    hint = f"Write `<{_urls(context, code)[0]}>`."
    if not tagged:
        hint += f" If it is about another document, except it: `- {{check: {ID}, reason: …}}`."
    return Problem(place, ID, message, hint, SEVERITY if tagged else "warning")


def _urls(context: Context, language: str) -> list[str]:
    """The addresses at which the edition in force is found, the first one in its language."""
    site, policy = context.site, context.policy
    root = site.languages[0]
    records = context.record.editions if context.record else ()
    aliases = dict.fromkeys([*policy.aliases, *(a for one in records for a in one.edition.aliases)])
    names = [policy.policy, *(alias.strip("/") for alias in aliases)]
    return [Address(code, name).url(site.url, root) for name in names for code in (language, root)]


def _right(context: Context, language: str) -> re.Pattern[str]:
    """Any of the addresses, as people write them: without the scheme or the last slash too."""
    found = []
    for url in dict.fromkeys(_urls(context, language)):
        scheme, _, rest = url.rstrip("/").partition("://")
        found.append(rf"(?:{scheme}://)?{re.escape(rest)}")
    return re.compile(
        rf"(?<![\w./:@=&?%-])(?:{'|'.join(found)})/?(?:index\.html)?(?![\w/-]|\.\w)", re.IGNORECASE
    )


def _place(clause: WorkingClause | None, language: str) -> Location | None:
    """Where the address stands in the source of a clause, else its text, else the clause."""
    source = clause.text.get(language) if clause else None
    if source is None:
        return clause.location if clause else None
    written = ADDRESS.search(source.text)
    return source.at(written.start()) if written else source.location
