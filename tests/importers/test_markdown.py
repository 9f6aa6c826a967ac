"""Markdown: its marks keep their meaning where our sources have it, and else are shown."""

import pytest

from inforce.frozen import canonical_text
from inforce.importers import import_document
from inforce.importers.shown import shown

from .outline import body, doubts, imported, outline


def markdown(text: str) -> list[str]:
    return outline(body(text, file="a.md"))


INLINE = {
    "strong and emphasis": ("**важно** и *просто*", "**важно** и *просто*"),
    "underscores": ("__важно__ и _просто_, a_b_c", "**важно** и *просто*, a_b_c"),
    "a blank in a form": ("Имя ______ и ____", "Имя ______ и ____"),
    "code": ("`a*b` и `{x}`", "`a*b` и `{{x}`"),
    "a link": ("[правила](https://a.example/x)", "[правила](https://a.example/x)"),
    "an autolink": ("<https://a.example/> и <a@b.example>", "<https://a.example/> и <a@b.example>"),
    "a link to nowhere": ("[ссылка](#x) и [y](y.html)", r"\[ссылка\](#x) и \[y\](y.html)"),
    "a link with a title": ('[a](https://a.example "b")', r'\[a\](https://a.example "b")'),
    "brackets": ("[1] и [x]", r"\[1\] и \[x\]"),
    "html": ("<b>так</b>", r"\<b>так\</b>"),
    "braces": ("{operator.email}", "{{operator.email}"),
    "entities": ("A&nbsp;B &amp; &laquo;C&raquo;", "A\xa0B & «C»"),
    "a line break of HTML": ("раз<br>два<br />три", "раз два три"),
    "escaped signs": (r"5 \* 3 и \[x\]", r"5 \* 3 и \[x\]"),
    "stars that mark nothing": ("5 * 3 ** 2", "5 * 3 ** 2"),
}


@pytest.mark.parametrize(("text", "expected"), INLINE.values(), ids=INLINE)
def test_inline_marks(text: str, expected: str) -> None:
    assert markdown(f"1. Слово {text}.") == [f"1. Слово {expected}."]


MARKED = {
    "headings of any level, numbered": (
        "## **1. Общее**\n\n- 1.1 А.\n\n#### 2\\. Права\n\n2.1. Б.",
        ["1. <Общее>", "  1.1! А.", "2. <Права>", "  2.1. Б."],
    ),
    "headings without numbers": (
        "## Общее\n\nСлово.\n\n### Подробно\n\nДва.\n\n## Права\n\n1. А.\n2. Б.",
        ["<Общее> Слово.", "  <Подробно> Два.", "<Права>", "  1. А.", "  2. Б."],
    ),
    "a number without a mark in a heading": ("## 1 Общее\n\n1.1 А.", ["1! <Общее>", "  1.1! А."]),
    "a bold line is a heading": (
        "**1. Общее**\n\n1.1. А.\n\n**Контакты**\n\nПишите.",
        ["1. <Общее>", "  1.1. А.", "<Контакты> Пишите."],
    ),
    "a bold number": ("**1.** Слово **есть**.", ["1. Слово **есть**."]),
    "a bold start": ("**1. Общее.** Слово.", ["1. **Общее.** Слово."]),
    "underlined headings": (
        "Общее\n-----\n\nСлово.\n\nПрава\n=====\n\nДва.",
        ["<Общее> Слово.", "<Права> Два."],
    ),
    "bullets of all kinds": (
        "1. Список:\n* а;\n* б.\n\n2. Список:\n+ в;\n+ г.",
        ["1. Список:", "  – а;", "  – б.", "2. Список:", "  – в;", "  – г."],
    ),
    "a quotation": ("1. Слово:\n\n> Цитата.", ["1. Слово: ¶ Цитата."]),
    "rulers": ("1. Слово.\n\n---\n\n2. Два.\n\n***\n", ["1. Слово.", "2. Два."]),
    "a closed heading": ("## Общее ##\n\nСлово.", ["<Общее> Слово."]),
    "lines of one paragraph": (
        "1. Первое слово и так далее, и так\n   далее, и снова.\n2. Второе.",
        ["1. Первое слово и так далее, и так далее, и снова.", "2. Второе."],
    ),
    "a hard line break": ("1. Раз.\n\nУлица 1  \nГород", ["1. Раз. ¶ Улица 1 ¶ Город"]),
}


@pytest.mark.parametrize(("text", "expected"), MARKED.values(), ids=MARKED)
def test_marks_of_lines(text: str, expected: list[str]) -> None:
    assert markdown(text) == expected


@pytest.mark.parametrize(
    "text", ["# Правила\n\n1. **А**", "Правила\n=======\n\n1. А **б**.", "Правила\n\n1. **А** б."]
)
def test_a_text_file_in_markdown_is_read_as_markdown(text: str) -> None:
    assert "\\*" not in imported(text).source


def test_a_plain_text_shows_every_sign() -> None:
    found = body("1. 5 * 3 = `15` [x] <b> a_b {c} C:\\dir a|b.")
    assert outline(found) == [r"1. 5 \* 3 = \`15\` \[x\] \<b> a_b {{c} C:\\dir a\|b."]
    text, problems = shown(found.policy, "ru")
    assert "5 * 3 = `15` [x] <b> a_b {c} C:\\dir a|b." in canonical_text(text).decode()
    assert problems == ()


def test_marks_in_disorder_are_shown_as_typed_and_doubted() -> None:
    text = (
        "1. Права: • `a [x](https://a.example); • b` [y](https://b.example)\n"
        "2. Слово [z](https://c.example)."
    )
    found = import_document(f"# Правила\n\n{text}", file="a.md", language="ru", policy="p")
    assert found.proof.holds
    assert "in disorder" in doubts(found)[0]
    assert r"\[z\](https://c.example)" in found.source


def test_a_reference_inside_a_link_or_code_stays_as_it_is() -> None:
    text = "1. Слово [п. 2](https://a.example), `п. 2` и **п. 2**.\n2. Два."
    assert markdown(text)[0] == (
        "1. Слово [п. 2](https://a.example), `п. 2` и **п. [](#clause-2)**."
    )
