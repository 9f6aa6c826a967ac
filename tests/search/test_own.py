"""What can be found of a page that the operator wrote."""

from inforce.search import Page, Section, page_of_html

HTML = """<h1 id="help">Help<a class="headerlink" href="#help">¶</a></h1>
<p>Ask <b>us</b> &amp; we&nbsp;answer.</p>
<h2 id="phone">By   phone <code>tel</code></h2>
<ul><li>one</li><li>two</li></ul><script>no()</script><style>p { no: no }</style>
<h3>Without an id</h3><p>three</p>
<h2 id="empty"></h2>
"""


def test_each_heading_with_an_id_begins_a_section() -> None:
    assert page_of_html(HTML, "help/", "en", "Help") == Page(
        "help/",
        "help/",
        "en",
        "Help",
        "Help Ask us & we answer.",
        (
            Section("phone", title="By phone tel", text="one two Without an id three"),
            Section("empty"),
        ),
    )


def test_a_page_without_words_has_none() -> None:
    assert page_of_html("", "a/", "en", "A") == Page("a/", "a/", "en", "A")
