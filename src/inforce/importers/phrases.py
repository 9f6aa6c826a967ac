"""What documents in Russian, Kazakh and English say at their beginning and at their end."""

import re

MONTHS = (
    "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
    "|қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан"
    "|january|february|march|april|may|june|july|august|september|october|november|december"
)
YEAR = r"(?:(?:19|20)\d\d|20_{2,}|_{4,})"
DAY = r"[«“\"]?\s?(?:\d{1,2}|_{1,4})\s?[»”\"]?"
DATE = (
    rf"(?:{DAY}\s*(?:{MONTHS}|_{{3,}})\s*,?\s*{YEAR}\s*(?:года|год|г\.|г|ж\.)?"
    rf"|{YEAR}\s*(?:жылғы|жылдың|ж\.)\s*{DAY}\s*(?:{MONTHS}|_{{3,}})\w{{0,4}}"
    rf"|(?:{MONTHS})\s+\d{{1,2}},?\s+{YEAR}"
    rf"|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}\s*(?:года|г\.)?|\d{{4}}-\d\d-\d\d)"
)
NAME = r"[А-ЯЁӘҒҚҢӨҰҮҺІA-Z][\w’'-]{1,30}(?:[ -][А-ЯЁӘҒҚҢӨҰҮҺІA-Z][\w’'-]{1,30})?"
PLACE = (
    rf"(?:(?:г\.|гор\.|город|пос\.|с\.|(?:the )?city of)\s*{NAME}"
    rf"|{NAME}\s+(?:қ\.|қаласы|city)(?:,\s*{NAME}(?:\s+{NAME})?)?)"
)
# What stands before a date: `Редакция от …`, `Last updated: …`.
DATE_WORDS = (
    r"(?:[(]?(?:в\s+)?(?:дата|редакци\w+|верси\w+|действу\w+|вступ\w+|обновл\w+|последн\w+"
    r"|опубликов\w+|утвержд\w+|размещен\w*|effective|last|date|version|updated|revised"
    r"|жарияланған|жаңартылған|күшіне|редакция\w*|нұсқа\w*)\b[^.;\d]{0,60}?)?"
)
PLACE_DATE = re.compile(
    rf"(?:(?i:{DATE_WORDS}\s*(?:{DATE})\s*[).]?)"
    rf"|{PLACE}[,.;\s]*(?i:{DATE})?[.]?|(?i:{DATE})[,;\s]+{PLACE}\.?|{NAME},\s+(?i:{DATE})\.?)"
)
MAX_PLACE_DATE = 120

APPROVAL = re.compile(
    r"(?:утвержд|согласован|принят[аоы]?\b|введен[аоы]?\b|приказ|решени|протокол|бекітілді|бекітемін"
    r"|бұйры|approved|adopted|order of|by order|resolution)",
    re.IGNORECASE,
)
# Kinds of documents by the words of their titles.
KINDS = (
    ("cookie-notice", r"cookie|куки"),
    ("consent", r"соглас(?:ие|ия)\b|consent|келісім(?:і)?\s*(?:беру|бер)|келісу"),
    ("privacy-policy", r"конфиденциальн|персональн|privacy|personal data|құпиялы|дербес дерек"),
    ("offer", r"оферт|\boffer"),
    (
        "terms-of-use",
        r"соглашени|правила|услови|terms|conditions|rules|келісім|ереже|қағида|шарттар",
    ),
)
DOCUMENT = re.compile(
    r"политик|соглашени|соглас(?:ие|ия)\b|оферт|правил|договор|услови|положение\b|регламент|порядок"
    r"|уведомлени|cookie|куки|policy|agreement|terms|conditions|consent|contract|rules|notice"
    r"|statement|offer|саясат|келісім|шарт|ереже|қағида|хабарлама",
    re.IGNORECASE,
)
ANNEX = re.compile(
    r"(?:(?:приложение|annex|appendix|schedule|қосымша)"
    r"(?:\s*(?:№|no\.?)?\s*(?P<after>\d{1,2}|[A-Z])\b|(?=\s*(?:$|[.:]|(?:к|to)\s)))|(?P<before>\d{1,2})\s?-\s?қосымша\b)"
    r"(?:[.:]|\s+[–—-](?=\s))?",
    re.IGNORECASE,
)
# What stands in the lines of requisites and signatures at the end of a document.
REQUISITES = re.compile(
    r"(?i:\b(?:руководител\w*|директор\w*|президент\w*|председател\w*|подпис\w*|реквизит\w*"
    r"|адрес\w*|тел(?:ефон\w*)?|факс|почта|e-?mail|банк\w*|контакт\w*|сайт|подготовил\w*"
    r"|director|ceo|chair\w*|president|signature|signed|address|phone|tel|bank|contact\w*"
    r"|басшы\w*|төраға\w*|қолы|мекенжай\w*|мекен-жай\w*|пошта\w*|деректемелер\w*|website)\b)"
    r"|\b(?:ТОО|АО|ИП|ООО|ЖШС|АҚ|ЖК|LLP|LLC|JSC|БИН|ИИН|БСН|ЖСН|ИИК|ЖСК|БИК|БСК|КБЕ|КБе|IBAN"
    r"|BIN|IIN|BIC|SWIFT|ИНН|ОГРН|КПП)\b|М\.\s?П\.|М\.\s?О\.|_{4,}|\bKZ\d{2}[0-9A-Z]{16}\b|@"
)
# What only a signature or the requisites of an account have.
SIGNATURE = re.compile(
    r"(?i:\b(?:руководител|директор|председател|подпис|director|ceo\b|signature|signed|басшы"
    r"|төраға|қолы\b)\w*)|\b(?:БИН|ИИН|БСН|ЖСН|ИИК|ЖСК|БИК|БСК|IBAN|BIN|IIN|SWIFT)\b"
    r"|М\.\s?[ПО]\.|_{4,}|\bKZ\d{2}[0-9A-Z]{16}\b"
)
REQUISITES_HEADING = re.compile(
    r"(?:банковские\s+|юридические\s+|legal\s+|bank\s+|адреса\s*,?\s*(?:и\s+)?)*"
    r"(?:реквизиты|подпис[иь]|signatures?|requisites|details|деректемелер\w*|қолдар\w*)"
    r"(?:\s+[^.;:]{0,60})?:?",
    re.IGNORECASE,
)
MAX_REQUISITE = 160


def is_place_date(text: str) -> bool:
    """Whether a line gives only a place, a date, or both."""
    bare = text.strip().strip("*_")
    return len(bare) <= MAX_PLACE_DATE and PLACE_DATE.fullmatch(bare) is not None


def is_requisite(text: str) -> bool:
    """Whether a line belongs to a signature or to the requisites of a party."""
    bare = text.strip().strip("*_")
    if len(bare) > MAX_REQUISITE or (bare.endswith((".", ";", ":")) and len(bare) > 60):
        return False
    return REQUISITES.search(bare) is not None or is_place_date(bare)


def kind_of(title: str) -> str:
    """The kind of policy that a title names; `policy` where it names none."""
    found = (kind for kind, words in KINDS if re.search(words, title, re.IGNORECASE))
    return next(found, "policy")


def names_document(text: str) -> bool:
    """Whether a heading names a kind of document in its first words."""
    return DOCUMENT.search(" ".join(text.split()[:5])) is not None


def split_annex(text: str) -> tuple[str, str, str] | None:
    """The heading of an annex as its label, its number, perhaps empty, and its title; or None."""
    match = ANNEX.match(text)
    if match is None:
        return None
    typed = " ".join(match[0].split())
    return typed, match["after"] or match["before"] or "", text[match.end() :].strip()
