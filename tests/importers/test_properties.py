"""Whatever a file holds: no exception but a message, and no word lost or invented."""

from hypothesis import given, settings
from hypothesis import strategies as st

from inforce.importers import find_documents, import_document
from tests.chance import examples

SINGLE = r"""
1. 1.1. 1.1 2. 2.1. 2.1.1. 4.1.1 9. 3-1. 1) 2) а) б) (a) (ii) I. II. 1\. 2.5
- • * – # ## > ** * _ __ ` | \ { }} < > [ ] ( ) " ' « » : ; , . … — № % & @ + = ~ 😀
слово Слово СЛОВО Политика ПОЛИТИКА means Закона Директор БИН ____ {operator.email} &amp; <br>
[x](https://a.example) [y](z) <https://b.example> <a@b.example> [c@d.example](mailto:c@d.example)
`x` **x** *x* --- === |--- ru: |- #5 !x &x *x -x
"""
PIECES = (
    *SINGLE.split(),
    *(
        "\u0301",
        "\u200b",
        "\u00ad",
        "\uf0b7",
        "\xa0",
        "\n",
        "\n",
        "\n\n",
        "\n\n",
        "\t",
        "   ",
        "\f",
    ),
    *("\r\n", "Глава 1.", "Статья 2", "1-бөлім", "Section 3.", "Приложение № 1", "г. Астана"),
    *("20 августа 2026 г.", "(далее — Сайт)", "«Сайт» — это", "п. 2.1", "пп. 1.1 и 2.1."),
    *("в разделе 2", "статьи 16 Закона", "3.1-тармақ", "clauses 5.2. and 5.3.", "| a | b |"),
)
TEXTS = st.lists(
    st.tuples(st.sampled_from(PIECES), st.sampled_from(["", " ", " "])), max_size=60
).map(lambda pairs: "".join(piece + blank for piece, blank in pairs))
FILES = st.sampled_from(["a.txt", "a.md"])


def check(text: str, file: str) -> None:
    """Import all documents of a file as one, with a clause in it in any case."""
    found = import_document(
        f"{text}\n\n7.7. Слово.", file=file, language="ru", policy="p", document=0, title="Правила"
    )
    assert found.proof.holds, found.proof


@given(st.text(max_size=300), FILES)
@settings(max_examples=examples(50))
def test_any_text_keeps_its_words(text: str, file: str) -> None:
    check(text, file)


@given(TEXTS, FILES)
@settings(max_examples=examples(50))
def test_any_document_keeps_its_words(text: str, file: str) -> None:
    check(text, file)


@given(TEXTS, TEXTS)
@settings(max_examples=examples(50))
def test_the_documents_of_a_file_are_its_lines_in_their_order(first: str, second: str) -> None:
    text = f"ПРАВИЛА\n\n1. Слово.\n{first}\n\nПОЛИТИКА\n\n1. Слово.\n{second}"
    found = find_documents(text, file="a.txt")
    places = [line for one in found for line in (one.first, one.last)]
    assert places == sorted(places)


@given(st.lists(st.text("абвгд еёжз.,;:", min_size=1, max_size=80), min_size=1, max_size=20))
@settings(max_examples=examples(20))
def test_the_same_file_gives_the_same_source(lines: list[str]) -> None:
    text = "Правила\n\n" + "\n\n".join(f"{n}. Слово {line}" for n, line in enumerate(lines, 1))
    first, second = (
        import_document(text, file="a.txt", language="ru", policy="p") for _ in range(2)
    )
    assert first.source == second.source
