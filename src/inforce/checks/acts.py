"""Acts of Kazakhstan that policies cite: name, day of adoption, number.

From the register of normative acts, https://adilet.zan.kz. Later acts may have replaced some of
them; what is said here is only which name, day and number belong together.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

RUSSIAN_MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
    "октября", "ноября", "декабря",
)  # fmt: skip
KAZAKH_MONTHS = (
    "қаңтардағы", "ақпандағы", "наурыздағы", "сәуірдегі", "мамырдағы", "маусымдағы", "шілдедегі",
    "тамыздағы", "қыркүйектегі", "қазандағы", "қарашадағы", "желтоқсандағы",
)  # fmt: skip
ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Act:
    """An act with its names by language; the number has the convocation behind the hyphen."""

    adopted: date
    number: str
    names: Mapping[str, str]

    def cited(self, language: str) -> str:
        """Day, number and name as they are cited in a language."""
        day, month, year = self.adopted.day, self.adopted.month - 1, self.adopted.year
        name = self.names[language]
        match language:
            case "ru":
                when = f"от {day} {RUSSIAN_MONTHS[month]} {year} года"
                return f"{when} № {self.number} «{name}»"
            case "kk":
                return f"«{name}» {year} жылғы {day} {KAZAKH_MONTHS[month]} № {self.number}"
            case _:
                return f"No. {self.number} of {day} {ENGLISH_MONTHS[month]} {year} “{name}”"


def _act(day: str, number: str, russian: str, kazakh: str, english: str) -> Act:
    return Act(date.fromisoformat(day), number, {"ru": russian, "kk": kazakh, "en": english})


LAWS = (
    _act("2013-05-21", "94-V", "О персональных данных и их защите",
         "Дербес деректер және оларды қорғау туралы", "On Personal Data and Their Protection"),
    _act("2003-01-07", "370-II", "Об электронном документе и электронной цифровой подписи",
         "Электрондық құжат және электрондық цифрлық қолтаңба туралы",
         "On Electronic Document and Electronic Digital Signature"),
    _act("2015-11-24", "418-V", "Об информатизации", "Ақпараттандыру туралы",
         "On Informatization"),
    _act("2010-05-04", "274-IV", "О защите прав потребителей",
         "Тұтынушылардың құқықтарын қорғау туралы", "On Consumer Protection"),
    _act("2004-07-05", "567-II", "О связи", "Байланыс туралы", "On Communications"),
    _act("2004-04-12", "544-II", "О регулировании торговой деятельности",
         "Сауда қызметін реттеу туралы", "On Regulation of Trade Activities"),
    _act("2003-12-19", "508-II", "О рекламе", "Жарнама туралы", "On Advertising"),
    _act("2023-07-10", "18-VIII", "Об онлайн-платформах и онлайн-рекламе",
         "Онлайн-платформалар және онлайн-жарнама туралы",
         "On Online Platforms and Online Advertising"),
    _act("2016-07-26", "11-VI", "О платежах и платежных системах",
         "Төлемдер және төлем жүйелері туралы", "On Payments and Payment Systems"),
    _act("2007-02-28", "234-III", "О бухгалтерском учете и финансовой отчетности",
         "Бухгалтерлік есеп пен қаржылық есептілік туралы",
         "On Accounting and Financial Reporting"),
    _act("1996-06-10", "6-I", "Об авторском праве и смежных правах",
         "Авторлық құқық және сабақтас құқықтар туралы", "On Copyright and Related Rights"),
    _act("2015-11-16", "401-V", "О доступе к информации", "Ақпаратқа қол жеткізу туралы",
         "On Access to Information"),
)  # fmt: skip
CIVIL = (
    _act("1994-12-27", "268-XIII", "Гражданский кодекс (Общая часть)",
         "Азаматтық кодекс (Жалпы бөлім)", "Civil Code (General Part)"),
    _act("1999-07-01", "409-I", "Гражданский кодекс (Особенная часть)",
         "Азаматтық кодекс (Ерекше бөлім)", "Civil Code (Special Part)"),
)  # fmt: skip
ENTREPRENEURIAL = (
    _act("2015-10-29", "375-V", "Предпринимательский кодекс", "Кәсіпкерлік кодекс",
         "Entrepreneurial Code"),
)  # fmt: skip
OFFENCES = (
    _act("2014-07-05", "235-V", "Об административных правонарушениях",
         "Әкімшілік құқық бұзушылық туралы", "On Administrative Offences"),
)  # fmt: skip
LABOUR = (_act("2015-11-23", "414-V", "Трудовой кодекс", "Еңбек кодексі", "Labour Code"),)

S = r"[ \u00a0]+"
KAZAKHSTAN = rf"(?:РК\b|Республики{S}Казахстан|ҚР\b|of{S}the{S}Republic{S}of{S}Kazakhstan)"
CODES = (
    (re.compile(rf"Гражданск\w+{S}кодекс\w*{S}{KAZAKHSTAN}(?:{S}\([^()]*\))?"), CIVIL),
    (re.compile(rf"Қазақстан{S}Республикасының{S}Азаматтық{S}кодекс\w*(?:{S}\([^()]*\))?"), CIVIL),
    (re.compile(rf"Civil{S}Code{S}{KAZAKHSTAN}(?:{S}\([^()]*\))?"), CIVIL),
    (re.compile(rf"Предпринимательск\w+{S}кодекс\w*{S}{KAZAKHSTAN}"), ENTREPRENEURIAL),
    (re.compile(rf"Entrepreneurial{S}Code{S}{KAZAKHSTAN}"), ENTREPRENEURIAL),
    (re.compile(rf"Трудов\w+{S}кодекс\w*{S}{KAZAKHSTAN}"), LABOUR),
)
# What is written for a name and is none.
SHORTENED = {
    "ru": {"о персональных данных": LAWS[0], "о защите персональных данных": LAWS[0],
           "об электронной цифровой подписи": LAWS[1], "об эцп": LAWS[1],
           "о защите потребителей": LAWS[3]},
    "kk": {"дербес деректер туралы": LAWS[0], "дербес деректерді қорғау туралы": LAWS[0]},
}  # fmt: skip


def normal(name: str) -> str:
    """A name in the form in which it is looked up."""
    return " ".join(name.casefold().replace("ё", "е").replace("*", "").split())


def _by_name() -> Mapping[str, Act]:
    acts = (*LAWS, *OFFENCES)
    return {normal(name): act for act in acts for name in act.names.values()}


BY_NAME = _by_name()
BY_DAY_AND_NUMBER = {(act.adopted.isoformat(), act.number): act for act in (*LAWS, *OFFENCES)}
