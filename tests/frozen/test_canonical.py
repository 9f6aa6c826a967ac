import re
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given

from inforce.frozen import canonical_text, read_text, text_bytes
from inforce.model import (
    Block,
    Break,
    Clause,
    Code,
    Emphasis,
    Link,
    Paragraph,
    Part,
    Run,
    Strong,
    Table,
    Text,
    Words,
)

from .strategies import OFTEN, texts


def paragraph(*runs: Run | str) -> Paragraph:
    return Paragraph(tuple(Words(run) if isinstance(run, str) else run for run in runs))


def titled(words: str) -> tuple[Run, ...]:
    return (Words(words),)


def text(*clauses: Clause, title: str = "Title") -> Text:
    return Text("privacy", "2026-09-01", "ru", title, clauses=clauses)


def clause(*blocks: Block, number: str = "") -> Clause:
    return Clause("a", number, blocks=blocks)


def site(href: str, *label: Run) -> Link:
    return Link(label, href=href)


UNITS: list[tuple[str, tuple[Clause, ...], str]] = [
    (
        "number, space, title, line feed, text",
        (Clause("a", "1.", title=titled("Scope"), blocks=(paragraph("Words."),)),),
        "1. Scope\nWords.",
    ),
    ("no title: number, space, text", (clause(paragraph("Words."), number="1.1."),), "1.1. Words."),
    ("no number: no space before", (clause(paragraph("Words.")),), "Words."),
    (
        "no number, with a title",
        (Clause("a", title=titled("Scope"), blocks=(paragraph("Words."),)),),
        "Scope\nWords.",
    ),
    ("a bullet is a number", (clause(paragraph("email"), number="–"),), "– email"),
    ("a number alone", (Clause("a", "1."),), "1."),
    ("nothing at all is no unit", (Clause("a"), Clause("b", "2.")), "2."),
    (
        "paragraphs stand in lines",
        (clause(paragraph("One."), paragraph("Two."), number="1."),),
        "1. One.\nTwo.",
    ),
    (
        "clauses below come after, closing words last",
        (
            Clause(
                "a",
                "1.",
                title=titled("Data"),
                clauses=(
                    Clause("b", "1)", blocks=(paragraph("name;"),)),
                    Clause("c", "2)", blocks=(paragraph("age"),), clauses=(Clause("d", "–"),)),
                ),
                closing=(paragraph("and nothing else."), paragraph("Ever.")),
            ),
            Clause("e", "2."),
        ),
        "1. Data\n\n1) name;\n\n2) age\n\n–\n\nand nothing else.\nEver.\n\n2.",
    ),
    (
        "a title is one line",
        (Clause("a", "1.", title=(Words("One"), Break(), Words("two"))),),
        "1. One two",
    ),
    (
        "a tombstone is a clause that says so",
        (Clause("a", "3.", blocks=(paragraph("Repealed."),), repealed=True),),
        "3. Repealed.",
    ),
    (
        "a defined word is not said twice",
        (Clause("a", "1.", blocks=(paragraph("User is you."),), term="User"),),
        "1. User is you.",
    ),
    (
        "a fixed number stands as it is written",
        (clause(paragraph("x"), number="3-1  бис."),),
        "3-1 бис. x",
    ),
]

TABLE = Table(
    ("", "right"),
    ((Words("Data"),), (Words("Term"),)),
    (
        ((Words("email"), Break(), Words("and phone")), (Strong((Words("1"),)), Words(" year"))),
        ((), (Words("always"),)),
        ((), ()),
    ),
)

LINES: list[tuple[str, tuple[Block, ...], str]] = [
    ("white space is one space", (paragraph(" a  ", Strong(titled(" b")), "   c "),), "a b c"),
    (
        "a no-break space stays",
        (paragraph("\u00a0 a\u00a0\u00a0b \u00a0"),),
        "\u00a0 a\u00a0\u00a0b \u00a0",
    ),
    ("white space of a text not frozen yet", (paragraph("a\n\tb\r\n", Code("c\td")),), "a b c d"),
    (
        "marks are not words",
        (paragraph(Emphasis((Strong(titled("a")), Code("_ga"))), "!"),),
        "a_ga!",
    ),
    ("a break is a line feed", (paragraph("a ", Break(), " b"),), "a\nb"),
    (
        "no line is empty",
        (paragraph(Break(), "a", Break(), " ", Break(), "b", Break()), paragraph(" "), TABLE),
        "a\nb\nData\tTerm\nemail and phone\t1 year\n\talways",
    ),
    ("words within the page", (paragraph("see ", Link(titled("1.1"), clause="b")),), "see 1.1"),
    ("words of another policy", (paragraph(Link(titled("Terms"), policy="terms")),), "Terms"),
    (
        "an address is shown",
        (paragraph("our ", site("https://a.example/", Words("site")), "."),),
        "our site <https://a.example/>.",
    ),
    (
        "an address that is the label is not shown twice",
        (paragraph(site("https://a.example/", Words("https://a.example/"))),),
        "https://a.example/",
    ),
    (
        "mail",
        (paragraph(site("mailto:a@b.example", Strong(titled(" a@b.example ")))),),
        "a@b.example",
    ),
    ("telephone", (paragraph(site("tel:+7717", Words("+7717"))),), "+7717"),
    (
        "a label that only looks alike",
        (
            paragraph(
                site("tel:+7717", Words("+7 717")), site("https://a.example", Words("a.example"))
            ),
        ),
        "+7 717 <tel:+7717>a.example <https://a.example>",
    ),
    (
        "signs stay as they are",
        (paragraph('<b> & \\ " {x} *y* _z_ №₸'),),
        '<b> & \\ " {x} *y* _z_ №₸',
    ),
    ("form C across runs", (paragraph("и", Strong(titled("\u0306"))),), "й"),
]


@pytest.mark.parametrize(("name", "clauses", "expected"), UNITS)
def test_units(name: str, clauses: tuple[Clause, ...], expected: str) -> None:
    assert canonical_text(text(*clauses)).decode() == f"Title\n\n{expected}\n", name


@pytest.mark.parametrize(("name", "blocks", "expected"), LINES)
def test_lines(name: str, blocks: tuple[Block, ...], expected: str) -> None:
    assert canonical_text(text(clause(*blocks))).decode() == f"Title\n\n{expected}\n", name


def test_everything_stands_in_reading_order_and_the_summary_is_no_part_of_it() -> None:
    whole = Text(
        "privacy",
        "2026-09-01",
        "ru",
        " The  title ",
        summary=(paragraph("What changed."),),
        preface=(
            Part("place-date", (paragraph("Astana"),)),
            Part("approval", (paragraph("By order"),)),
        ),
        preamble=(Clause("preamble", blocks=(paragraph("We, …"),)),),
        clauses=(Clause("a", "1.", title=titled("First")),),
        conclusions=(Part("signature", (paragraph("Director", Break(), "____"),)),),
        annexes=(Clause("form", "Annex 1", title=titled("Form"), clauses=(Clause("b", "1."),)),),
    )
    expected = (
        "The title\n\nAstana\n\nBy order\n\nWe, …\n\n1. First\n\nDirector\n____\n\n"
        "Annex 1 Form\n\n1.\n"
    )
    assert canonical_text(whole).decode() == expected


@OFTEN
@given(texts())
def test_units_stand_apart_by_one_blank_line_and_lines_have_no_space_at_their_ends(
    value: Text,
) -> None:
    words = canonical_text(value).decode()
    assert words == unicodedata.normalize("NFC", words)
    assert words.endswith("\n")
    assert "\n\n\n" not in words
    assert not re.search(r"^ | $|  |\A\n.|\n\n\Z", words, re.MULTILINE)


@OFTEN
@given(texts())
def test_no_word_is_lost_or_invented(value: Text) -> None:
    shown = "".join(_pieces(value))
    assert _squeezed(canonical_text(value).decode()) == _squeezed(shown)


@OFTEN
@given(texts())
def test_a_frozen_text_gives_the_words_of_the_text_that_was_frozen(value: Text) -> None:
    assert canonical_text(read_text(text_bytes(value))) == canonical_text(value)


def _squeezed(words: str) -> str:
    return unicodedata.normalize("NFC", re.sub(r"[ \t\n]", "", words))


def _pieces(value: Text) -> Iterator[str]:
    yield value.title
    for part in value.preface:
        yield from _block_pieces(part.blocks)
    for one in (*value.preamble, *value.clauses):
        yield from _clause_pieces(one)
    for part in value.conclusions:
        yield from _block_pieces(part.blocks)
    for one in value.annexes:
        yield from _clause_pieces(one)


def _clause_pieces(value: Clause) -> Iterator[str]:
    yield value.number
    yield from _run_pieces(value.title)
    yield from _block_pieces(value.blocks)
    for below in value.clauses:
        yield from _clause_pieces(below)
    yield from _block_pieces(value.closing)


def _block_pieces(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from _run_pieces(block.runs)
        else:
            for row in (block.header, *block.rows):
                for cell in row:
                    yield from _run_pieces(cell)


def _run_pieces(runs: tuple[Run, ...]) -> Iterator[str]:
    for run in runs:
        if isinstance(run, Words | Code):
            yield run.text
        elif not isinstance(run, Break):
            label = "".join(_run_pieces(run.runs))
            yield label
            if isinstance(run, Link) and run.href:
                said = " ".join(label.split(" ")).strip(" ")
                bare = re.sub("^(mailto|tel):", "", run.href)
                yield "" if said in (run.href, bare) else f"<{run.href}>"
