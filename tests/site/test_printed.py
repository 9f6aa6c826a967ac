import pytest
from selectolax.lexbor import LexborHTMLParser

from inforce.site import printed
from inforce.verify.styles import styled

ADDRESS = "https://a.example/privacy/"


def test_the_words_of_a_sheet_are_handed_to_the_style_sheet() -> None:
    assert printed("Политика, редакция № 3", ADDRESS) == (
        ':root{--inforce-title:"Политика, редакция № 3";'
        '--inforce-address:"https://a.example/privacy/"}'
    )


@pytest.mark.parametrize("words", ['a"}p{display:none}', "a\\", "a;b:c", "</style>", "/*", "a\nb"])
def test_no_title_reaches_out_of_its_string(words: str) -> None:
    rule = printed(words, ADDRESS)
    page = LexborHTMLParser(f"<style>{rule}</style><article><p>Words</p></article>")
    article = page.css_first("article")
    assert article is not None
    assert page.css_first("style").text() == rule  # type: ignore[union-attr]
    assert [*styled(page, article)] == []
    assert rule.count('"') == 4
