"""A law of another country, or an authority of another country.

It mostly comes with a text that was copied. Where another country's law does apply, say so beside
the clause with an exception; the GDPR, which applies beyond the Union (its article 3), is not told.

Fails:

    ru: Данные обрабатываются в соответствии с Федеральным законом № 152-ФЗ.

Passes:

    ru: Данные обрабатываются в соответствии с законодательством Республики Казахстан.
"""

import re
from collections.abc import Iterator
from itertools import islice

from inforce.checks.context import Context
from inforce.checks.words import MOST_IN_ONE_TEXT
from inforce.problems import Problem

ID = "foreign-law"
SEVERITY = "warning"

S = r"[ \u00a0]+"
STATE = (
    rf"(?:РФ\b|Росси(?:и|йской{S}Федерации)|Украин[ыи]|Республики{S}(?:Беларусь|Узбекистан|Армения)"
    rf"|Кыргызской{S}Республики|РБ\b|США\b)"
)
KAZAKH_STATE = rf"(?:Ресей(?:{S}Федерациясы(?:ның)?)?|РФ|Украина(?:ның)?|Өзбекстан(?:ның)?)"
ENGLISH_STATE = (
    rf"(?:the{S}Russian{S}Federation|Russia|Ukraine|England|Delaware|California|the{S}State{S}of"
    rf"{S}\w+|the{S}United{S}(?:States|Kingdom))"
)
FOREIGN = re.compile(
    r"\b\d{1,3}[ \u00a0]?[-–—‑][ \u00a0]?(?:ФЗ|FZ)\b"
    rf"|\bФедеральн\w{{2,3}}{S}(?:конституционн\w{{2,3}}{S})?закон\w*"
    r"(?:[ \u00a0]+от[ \u00a0]+[\d.]{8,10}(?:[ \u00a0]г\.)?)?(?:[ \u00a0]+№[ \u00a0]?\d+-ФЗ)?"
    rf"|\b(?:ГК|УК|ТК|НК|ГПК|УПК|АПК|КоАП|Конституци\w{{1,2}}|Закон\w{{0,3}}|закон\w{{0,3}}"
    rf"|законодательств\w{{1,2}}|[кК]одекс\w{{0,2}}|ФЗ|прав[оаму]{{1,2}}|нормами?{S}права){S}{STATE}"
    r"|\b(?:Роскомнадзор|Роспотребнадзор|РКН\b)\w*"
    rf"|\bФедеральн\w+{S}служб\w+{S}по{S}надзору"
    rf"|\b{KAZAKH_STATE}{S}(?:\w+{S})?(?:[зЗ]аң|[кК]одекс|заңнама)\w*"
    r"|\b(?:CCPA|CPRA|COPPA|HIPAA|CalOPPA|PIPEDA|LGPD|PIPL|CAN-SPAM)\b"
    rf"|\bCalifornia{S}Consumer{S}Privacy{S}Act|\bData{S}Protection{S}Act{S}(?:1998|2018)"
    rf"|\b[lL]aws?{S}of{S}{ENGLISH_STATE}|\blegislation{S}of{S}{ENGLISH_STATE}"
    rf"|\bFederal{S}Law{S}No|\bRussian{S}(?:law|legislation)\b|\bRoskomnadzor\b"
    rf"|\b(?:Civil|Criminal|Labou?r|Tax){S}Code{S}of{S}{ENGLISH_STATE}"
)


def check(context: Context) -> Iterator[Problem]:
    """A warning for each such name."""
    for one in context.passages:
        for match in islice(FOREIGN.finditer(one.shown), MOST_IN_ONE_TEXT):
            yield Problem(
                one.source.at(match.start()),
                ID,
                f"`{match[0]}` is of another country",
                "Name the law of Kazakhstan, or say beside the clause why this one applies: "
                f"`except: [{{check: {ID}, reason: …}}]`.",
                SEVERITY,
            )
