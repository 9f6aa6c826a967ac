import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from inforce.verify.styles import concealing, rules, styled

PAGE = """<!doctype html><html><head><style>{style}</style></head><body class="page">
<main><article class="inforce-text" id="_text" lang="ru"><section class="clause" id="goals">
<a class="permalink" href="#goals"></a><p>We use data.</p></section></article></main>
<nav class="menu"><p>Menu</p></nav></body></html>"""


def page(style: str = "") -> tuple[LexborHTMLParser, LexborNode]:
    tree = LexborHTMLParser(PAGE.format(style=style))
    return tree, tree.css("article")[0]


# Rules in a page's own `style` element, and the selector that reaches the text.
REACHING = {
    "#goals{display:none}": "#goals",
    "p{color:red}": "p",
    "nav p, .clause > p{color:red}": ".clause > p",
    "body{font-size:0}": "body",
    "*{margin:0}": "*",
    ":root{--a:1} section:hover{color:red}": "section:hover",
    "p::after{content:'not'}": "p::after",
    "@media print{ @supports (x:y) { p{color:red} } }": "p",
    "@import url(x.css);": "@import url(x.css)",
    "a:is(nav, .permalink){color:red}": "a:is(nav, .permalink)",
    "p:no-such-thing(1){color:red}": "p:no-such-thing(1)",
    r"\70{display:none}": r"\70",
    '[title="}"] , p{color:red}': '[title="}"]',
    "html{& p{display:none}}": "html",
    "/* nav{ */ p{color:red} /* } */": "p",
}


@pytest.mark.parametrize("style", REACHING)
def test_a_rule_inside_of_the_page_that_reaches_the_text_is_found(style: str) -> None:
    assert next(styled(*page(style)), None) == REACHING[style]


@pytest.mark.parametrize(
    "style",
    [
        "",
        ":root{--md-text-font:'Roboto';--x:1}",
        ".menu p{display:none}",
        "nav *{color:red} @font-face{font-family:x;src:url(x)} @keyframes x{from{top:0}}",
        "@charset 'utf-8'; .menu{color:red}",
    ],
)
def test_a_rule_for_something_else_is_none_of_our_business(style: str) -> None:
    assert list(styled(*page(style))) == []


HIDING = [
    "#goals{display:none}",
    "#goals { color:red; display : none !important }",
    "p{visibility:hidden}",
    "p{opacity:0}",
    "p{opacity:.0}",
    "p{font-size:0px}",
    "section{height:0;overflow:hidden}",
    ".clause{max-height:0}",
    "p{clip-path:inset(50%)}",
    "p{position:absolute;left:-9999px}",
    "p{text-indent:-9999px}",
    "p{color:transparent}",
    "section{content-visibility:hidden}",
    "main{transform:scale(0)}",
    "@media print{.inforce-text p{display:none}}",
    "html{.clause{display:none}}",
    "p::before{content:'not '}",
    '.permalink::after{content:" not"}',
    "section{counter-increment:x} p::before{content:counter(x)}",
]


@pytest.mark.parametrize("css", HIDING)
def test_a_rule_of_a_style_sheet_that_hides_or_adds_words_is_found(css: str) -> None:
    assert list(concealing(*page(), css)) != []


HARMLESS = [
    "p{color:red;margin:0;opacity:.8;height:auto;max-width:40em;width:0.5em}",
    ".menu{display:none}",
    "nav p{font-size:0}",
    ".permalink{display:none}",
    ".permalink::before{content:'#'}",
    ".permalink::before{content:'#' / ''}",
    "main::before{content:'';display:block;height:.4rem}",
    "p{text-indent:-2em}",
    "p{clip-path:none}",
    "p{line-height:0.9}",
    ".clause:unheard-of p{display:none}",
    "@font-face{font-family:x}",
]


@pytest.mark.parametrize("css", HARMLESS)
def test_a_rule_that_hides_no_word_is_let_be(css: str) -> None:
    assert list(concealing(*page(), css)) == []


def test_a_list_of_selectors_is_taken_apart_at_its_own_commas() -> None:
    assert [rule.selector for rule in rules("a, b:is(c, d):not(e,f) ,g{color:red}")] == [
        "a",
        "b:is(c, d):not(e,f)",
        "g",
    ]
