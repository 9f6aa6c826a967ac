"""Which words of a sentence are a defined word: true forms and traps, language by language."""

from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser

from inforce.model import Clause, Code, Emphasis, Link, Paragraph, Strong, Table, Text, Words
from inforce.render import Labels, text_html
from inforce.render.terms import terms_of
from tests.factory import clause, paragraph

# A term, a sentence, and what of it is the term, one after another.
RUSSIAN = [
    ("Сайт", "Зайдите на Сайт.", "Сайт"),
    ("Сайт", "Владелец Сайта, посетители Сайтов", "Сайта|Сайтов"),
    ("Сайт", "О Сайте, Сайтом и к Сайту; Сайты, Сайтам, Сайтами, Сайтах.",
     "Сайте|Сайтом|Сайту|Сайты|Сайтам|Сайтами|Сайтах"),
    ("Сайт", "на сайте третьих лиц", ""),
    ("Сайт", "САЙТ и Сайтостроение", ""),
    ("Сайт", "Веб-Сайт, Сайт-партнёр, Сайт.example, user@Сайт", ""),
    ("Сайт", "(Сайт), «Сайт», Сайт…", "Сайт|Сайт|Сайт"),
    ("Пользователь", "Пользовательское соглашение, Пользовательский", ""),
    ("Пользователь", "Пользователя, Пользователю, Пользователем, о Пользователе",
     "Пользователя|Пользователю|Пользователем|Пользователе"),
    ("Пользователь", "Пользователи, Пользователей, Пользователям, Пользователями, Пользователях",
     "Пользователи|Пользователей|Пользователям|Пользователями|Пользователях"),
    ("Политика", "Политики, Политике, Политику, Политикой, Политик, Политиками",
     "Политики|Политике|Политику|Политикой|Политик|Политиками"),
    ("Политика", "Политический, Политолог", ""),
    ("Закон", "Закона, Законом, в Законе", "Закона|Законом|Законе"),
    ("Закон", "Законный, Законодательство, закона", ""),
    ("Продавец", "Продавца, Продавцу, Продавцом, Продавцы, Продавцов",
     "Продавца|Продавцу|Продавцом|Продавцы|Продавцов"),
    ("Продавец", "Продавщица и Продажа", ""),
    ("Владелец", "Владельца, Владельцев, Владение", "Владельца|Владельцев"),
    ("Соглашение", "Соглашения, Соглашению, Соглашением, в Соглашении, Соглашений",
     "Соглашения|Соглашению|Соглашением|Соглашении|Соглашений"),
    ("Организация", "Организации, Организацией, Организаций, Организатор",
     "Организации|Организацией|Организаций"),
    ("Учётная запись", "Учётной записи, Учетную запись, Учётной записью, Учётных записей",
     "Учётной записи|Учетную запись|Учётной записью|Учётных записей"),
    ("Учётная запись", "Учётная политика и запись", ""),
    ("персональные данные", "персональных данных, персональным данным, персональными данными",
     "персональных данных|персональным данным|персональными данными"),
    ("персональные данные", "данные персонала, персональный помощник, Персональные данные", ""),
    ("Данные", "Данных, Данным, Данная, Данное, Данной", "Данных|Данным"),
    ("Материалы", "Материалов, Материалы, Материальный", "Материалов|Материалы"),
    ("Услуги", "Услуг, Услугам, Услуги, Услуге, Услужливый", "Услуг|Услугам|Услуги|Услуге"),
    ("Ссылка", "Ссылок, Ссылками, Ссылке", "Ссылок|Ссылками|Ссылке"),
    ("Платёж", "Платежа, Платежи, Платежей, Платежный", "Платежа|Платежи|Платежей"),
    ("Средства", "Средств, Средствами, Средство", "Средств|Средствами"),
    ("Субъект персональных данных", "Субъекта персональных данных, Субъект данных",
     "Субъекта персональных данных"),
    ("Согласие на обработку", "Согласием на обработку, Согласие обработку",
     "Согласием на обработку"),
    ("Файл cookie", "Файлы cookie, Файлов cookie, Файл", "Файлы cookie|Файлов cookie"),
    ("ПО", "По закону; ПО и ПОД", "ПО"),
    ("Комментарий", "Комментария, Комментариев", "Комментария|Комментариев"),
    ("Заказ", "Заказчик, Заказной, Заказа", "Заказа"),
    ("Третье лицо", "Третьего лица, Третьему лицу, Третьи лица, Третьих лиц, Третьими лицами",
     "Третьего лица|Третьему лицу|Третьи лица|Третьих лиц|Третьими лицами"),
    ("Третьи лица", "Третьих лиц, Третьим лицам, Третьего лица; Третейский суд, Трети лица",
     "Третьих лиц|Третьим лицам|Третьего лица"),
    ("Третья сторона", "Третьей стороны, Третью сторону, Третьим сторонам, Третьей стране",
     "Третьей стороны|Третью сторону|Третьим сторонам"),
    ("Акт", "Акта, Акту, Актом, Акте, Акты, Актов, Актам", "Акта|Акту|Актом|Акте|Акты|Актов|Актам"),
    ("Акт", "Активность, Актив, Активы, Актер, Актуальный, Актовый, Акция, Аки", ""),
    ("Чек", "Чека, Чеки; Чекист, Чеканка, Человек", "Чека|Чеки"),
    ("Лицо для связи", "Лица для связи, Лицо при связи", "Лица для связи"),
    ("Доменное имя", "Доменного имени, Доменным именем, Доменных имён, Доменный именинник",
     "Доменного имени|Доменным именем|Доменных имён"),
    ("Cookie-файлы", "Cookie-файлов, Cookie-файлам, Cookie-политика",
     "Cookie-файлов|Cookie-файлам"),
    ("QR-код", "QR-кода, QR-коды, QR-кодекс", "QR-кода|QR-коды"),
    ("Договор-оферта", "Договора-оферты, Договором-офертой, Договор, Оферты",
     "Договора-оферты|Договором-офертой"),
    ("Интернет-магазин", "Интернет-магазина, Интернет-магазином, Магазина",
     "Интернет-магазина|Интернет-магазином"),
    ("e-mail", "e-mail, e-mails, mail", "e-mail|e-mails"),
]  # fmt: skip
KAZAKH = [
    ("Тауар", "Тауарды, тауар, тауарлар", "Тауарды"),
    ("Тауар", "Тауардың, Тауарға, Тауарда, Тауардан, Тауармен",
     "Тауардың|Тауарға|Тауарда|Тауардан|Тауармен"),
    ("Тауар", "Тауарлар, Тауарлардың, Тауарларға", "Тауарлар|Тауарлардың|Тауарларға"),
    ("Тауар", "Тауары, Тауарының, Тауарын, Тауарында", "Тауары|Тауарының|Тауарын|Тауарында"),
    ("Тауар", "Тауартану, Тауарлық, Тауарсыз", ""),
    ("Сайт", "Сайттың, Сайтқа, Сайтты, Сайтта, Сайттан, Сайтпен",
     "Сайттың|Сайтқа|Сайтты|Сайтта|Сайттан|Сайтпен"),
    ("Сайт", "Сайттағы, Сайтымыз, Сайтыңызға, Сайтыма", "Сайттағы|Сайтымыз|Сайтыңызға|Сайтыма"),
    ("Сайт", "сайтта, САЙТ, веб-Сайт", ""),
    ("Сайт", "Сайтшы, Сайтсыз", ""),
    ("Пайдаланушы", "Пайдаланушының, Пайдаланушыға, Пайдаланушыны, Пайдаланушыдан",
     "Пайдаланушының|Пайдаланушыға|Пайдаланушыны|Пайдаланушыдан"),
    ("Пайдаланушы", "Пайдаланушылар, Пайдаланушылардың, Пайдаланушымен",
     "Пайдаланушылар|Пайдаланушылардың|Пайдаланушымен"),
    ("Пайдаланушы", "Пайдалану, Пайдаланушылық", ""),
    ("Заң", "Заңның, Заңға, Заңда, Заңмен", "Заңның|Заңға|Заңда|Заңмен"),
    ("Заң", "Заңнама, Заңнамасы, Заңдылық, Заңгер", ""),
    ("Келісім", "Келісімнің, Келісімге, Келісімі", "Келісімнің|Келісімге|Келісімі"),
    ("Келісім", "Келісімшарт, Келісімшарттың", ""),
    ("Саясат", "Саясатқа, Саясатта, Саясатпен, Саясаттың", "Саясатқа|Саясатта|Саясатпен|Саясаттың"),
    ("Саясат", "Саясаткер, Саясатшы, саясат", ""),
    ("Оператор", "Операторға, Операторды, Операторлардан", "Операторға|Операторды|Операторлардан"),
    ("Оператор", "Операторлық", ""),
    ("Есептік жазба", "Есептік жазбаның, Есептік жазбасы, Есептік жазбаларға",
     "Есептік жазбаның|Есептік жазбасы|Есептік жазбаларға"),
    ("Есептік жазба", "Есептік кезең, жазба, Есептік", ""),
    ("жеке деректер", "жеке деректерді, жеке деректеріңіз, жеке деректеріне",
     "жеке деректерді|жеке деректеріңіз|жеке деректеріне"),
    ("жеке деректер", "жеке тұлға, деректер, Жеке деректер", ""),
    ("Құпиялылық саясаты", "Құпиялылық саясатының, Құпиялылық саясатына, Құпиялылық саясатын",
     "Құпиялылық саясатының|Құпиялылық саясатына|Құпиялылық саясатын"),
    ("Талап", "Талабы, Талаптар, Талапкер", "Талабы|Талаптар"),
    ("Серіктестік", "Серіктестігі, Серіктестіктің, Серіктестіктер",
     "Серіктестігі|Серіктестіктің|Серіктестіктер"),
    ("Тапсырыс", "Тапсырысты, Тапсырысына, Тапсырысшы", "Тапсырысты|Тапсырысына"),
    ("Алушы", "Алушыға, Алушының, Алу", "Алушыға|Алушының"),
    ("ЖШС", "ЖШС-ның, ЖШС, ЖШСО", "ЖШС-ның|ЖШС"),
    ("Cookie файлы", "Cookie файлының, Cookie файлдары", "Cookie файлының|Cookie файлдары"),
    ("Дербес деректер субъектісі",
     "Дербес деректер субъектілері, Дербес деректер субъектілерінің, Дербес деректер субъектісінің",
     "Дербес деректер субъектілері|Дербес деректер субъектілерінің|Дербес деректер субъектісінің"),
    ("Дербес деректер субъектісі", "Дербес деректер субъективті, Дербес деректер", ""),
    ("Ішкі тәртібі", "Ішкі тәртіптері, Ішкі тәртібін, Ішкі тәртіпсіз",
     "Ішкі тәртіптері|Ішкі тәртібін"),
    ("Есептік жазбасы", "Есептік жазбалары, Есептік жазбаларына, Есептік жазғандары",
     "Есептік жазбалары|Есептік жазбаларына"),
]  # fmt: skip
ENGLISH = [
    ("Site", "The Site.", "Site"),
    ("Site", "Sites, Site’s, Site's, “Site”", "Sites|Site|Site|Site"),
    ("Site", "site, SITE, Website, Sitemap, Sited", ""),
    ("Site", "Site-wide, on-Site, Site.example, https://Site", ""),
    ("User", "User, Users, Users’ data", "User|Users|Users"),
    ("User", "Username, Used, user", ""),
    ("Policy", "Policies and the Policy", "Policies|Policy"),
    ("Policy", "Policyholder, Police", ""),
    ("Law", "Law, Laws", "Law|Laws"),
    ("Law", "Lawful, Lawyer, Byelaw", ""),
    ("Terms", "Terms; Term", "Terms"),
    ("Goods", "Goods, Good, Goodstuff", "Goods"),
    ("Order", "Order, Orders, Ordered, Ordering", "Order|Orders"),
    ("Account", "Accounts, Accountant, Accounting", "Accounts"),
    ("Personal data", "Personal data, Personal Data, personal data", "Personal data"),
    ("Personal data", "Personal details, data", ""),
    ("Personal Data Operator", "a Personal Data Operator, Personal Data Operators",
     "Personal Data Operator|Personal Data Operators"),
    ("Party", "Parties, Party, Partying", "Parties|Party"),
    ("Day", "Days, Daily, Day", "Days|Day"),
    ("Process", "Processes, Process, Processor", "Processes|Process"),
    ("Box", "Boxes, Boxed", "Boxes"),
    ("Branch", "Branches, Branching", "Branches"),
    ("cookie", "cookies, a cookie, Cookie", "cookies|cookie"),
    ("Recipient", "the Recipient, Recipients", "Recipient|Recipients"),
    ("API", "API, APIs, Apis, APIX", "API|APIs"),
    ("Third Party", "Third Parties, third parties, Third", "Third Parties"),
    ("User Content", "User\u00a0Content and User  Content", "User\u00a0Content|User  Content"),
    ("Operator", "Operator’s, Operate", "Operator"),
]  # fmt: skip
LANGUAGES = {"ru": RUSSIAN, "kk": KAZAKH, "en": ENGLISH}
CASES = [(language, *row) for language, rows in LANGUAGES.items() for row in rows]


@pytest.mark.parametrize(("language", "term", "sentence", "expected"), CASES)
def test_a_term_is_found_in_its_forms(
    language: str, term: str, sentence: str, expected: str
) -> None:
    assert found(language, sentence, term) == ([*expected.split("|")] if expected else [])


def found(language: str, sentence: str, *words: str) -> list[str]:
    """What is found in a sentence, each occurrence as if it were the first."""
    clauses = tuple(Clause(f"c{at}", term=term) for at, term in enumerate(words))
    terms = terms_of(Text("p", "1", language, "", clauses=clauses))
    assert terms

    class Never(set[str]):
        def __contains__(self, item: object) -> bool:
            return False

    return [sentence[span.start : span.end] for span in terms.find(sentence, Never())]


def test_each_table_is_long_enough() -> None:
    assert all(len(rows) >= 25 for rows in LANGUAGES.values())


def test_the_longer_term_is_found() -> None:
    sentence = "Personal Data Operator and Personal Data"
    assert found("en", sentence, "Personal Data", "Personal Data Operator", "Operator") == [
        *("Personal Data Operator", "Personal Data")
    ]


def test_of_two_definitions_the_first_is_meant() -> None:
    clauses = (Clause("one", term="Site"), Clause("two", term="Site"))
    terms = terms_of(Text("p", "1", "en", "", clauses=clauses))
    assert terms
    assert [span.clause for span in terms.find("the Site", set())] == ["one"]


@pytest.mark.parametrize("clauses", [(), (Clause("gone", term="Site", repealed=True),)])
def test_a_text_without_definitions_has_no_terms(clauses: tuple[Clause, ...]) -> None:
    assert terms_of(Text("p", "1", "en", "", clauses=clauses)) is None


def test_a_language_without_rules_has_the_very_words() -> None:
    assert found("uz", "Sayt, Saytlar", "Sayt") == ["Sayt"]


def test_what_a_pattern_could_take_for_a_sign_is_a_letter() -> None:
    assert found("en", "C++ (beta) and C", "C++ (beta)") == ["C++ (beta)"]
    assert found("en", "A.B and AxB", "A.B") == ["A.B"]


SITE = replace(clause("site", "1.", "The Site is a Site."), term="Site")


def links(*clauses: Clause, language: str = "en") -> list[tuple[str, str, str]]:
    """The clause, the words and the target of each link to a definition."""
    text = Text("p", "1", language, "The Site", clauses=(SITE, *clauses))
    html = text_html(text, lambda policy, clause: None, Labels("Link", "Table"))
    nodes = LexborHTMLParser(html).css("a.term")
    return [(section(node), node.text(), node.attributes["href"] or "") for node in nodes]


def section(node) -> str:  # type: ignore[no-untyped-def]
    while node.tag != "section":
        node = node.parent
    return str(node.attributes["id"])


def test_the_first_use_in_each_clause_is_a_link() -> None:
    inner = clause("inner", "2.1.", "Site; Site")
    outer = replace(
        clause("outer", "2.", "Sites and Site", "Site"),
        clauses=(inner,),
        closing=(paragraph("the Site"),),
    )
    assert links(outer) == [("outer", "Sites", "#site"), ("inner", "Site", "#site")]


def test_only_plain_words_of_a_clause_are_links() -> None:
    other = Link((Words("Site"),), href="https://a.example/")
    row = ((Words("Site"),),)
    runs = Paragraph((Code("Site"), other, Strong((Emphasis((Words("a Site"),)),))))
    assert links(clause("code", "2.", runs)) == [("code", "Site", "#site")]
    assert links(clause("title", "2.", title="Site")) == []
    assert links(clause("cell", "2.", Table(("",), ((Words("x"),),), (row,)))) == [
        ("cell", "Site", "#site")
    ]


def test_the_words_stay_as_they_were_bound() -> None:
    site = replace(clause("site", "1.", "Сайт"), term="Сайт")
    text = Text("p", "1", "ru", "", clauses=(site, clause("to", "2.", "к Сайту № 5")))
    html = text_html(text, lambda policy, clause: None, Labels("Link", "Table"))
    assert 'к\u00a0<a class="term" href="#site">Сайту</a> №\u00a05' in html
