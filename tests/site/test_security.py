"""The Content-Security-Policy of a page allows what stands in it, and nothing more."""

import pytest

from inforce.site.security import policy, secured

# Computed once with `openssl dgst -sha256 -binary | base64`.
DIGESTS = {
    "alert(1)": "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='",
    "p{color:red}": "'sha256-p0bF+un5yUb9MBO6xRb8kPHlY2BdpHVtLiFkDrZPF64='",
    "text-align: left": "'sha256-6l+tpow5lGPV0MHWZlDv8nD7HrL77FGFldqQ7zc5gxY='",
    "«a» & b": "'sha256-K2jdLxzNc1z80wH8Abs7+4dgVLUMeEcIns8oPg4q6Pw='",
}
SELF = "'self'"
META = '<meta http-equiv="Content-Security-Policy" content="'


def sources(html: str, directive: str) -> list[str]:
    """What a directive of the page's policy allows; empty where there is no such directive."""
    found = (one.split() for one in policy(html).split("; "))
    return next((words[1:] for words in found if words[0] == directive), [])


SCRIPTS = [
    ("<script>alert(1)</script>", ["alert(1)"]),
    ("<script type=module>alert(1)</script>", ["alert(1)"]),
    ("<script TYPE='Text/JavaScript'>alert(1)</script>", ["alert(1)"]),
    ("<script>«a» & b</script><script>alert(1)</script>", ["«a» & b", "alert(1)"]),
    ("<script>alert(1)</script>" * 3, ["alert(1)"]),
    ("<script src='a.js'></script>", []),
    ('<script type="application/json">alert(1)</script>', []),
    ("<p>&lt;script>alert(1)&lt;/script></p><!--<script>alert(1)</script>-->", []),
    ("<p onclick='alert(1)'><a href='javascript:alert(1)'>x</a></p>", []),
]


@pytest.mark.parametrize(("html", "allowed"), SCRIPTS)
def test_scripts_that_stand_in_the_page_may_run(html: str, allowed: list[str]) -> None:
    assert sources(html, "script-src") == [SELF, *(DIGESTS[one] for one in allowed)]


def test_styles_that_stand_in_the_page_may_apply() -> None:
    html = "<style>p{color:red}</style><p style='text-align: left'>x</p>"
    assert sources(html, "style-src") == [SELF, DIGESTS["p{color:red}"]]
    assert sources(html, "style-src-attr") == ["'unsafe-hashes'", DIGESTS["text-align: left"]]


def test_a_plain_page_loads_from_its_site_alone() -> None:
    assert dict(one.split(" ", 1) for one in policy("<p>x</p>").split("; ")) == {
        "default-src": "'self'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "worker-src": "'self'",
        "connect-src": "'self'",
        "frame-src": "'none'",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
    }


PLACES = [
    ("<head><title>x</title></head>", "<head>\n{}<title>x</title></head>"),
    (
        '<HEAD class="a">\n <meta charset="utf-8">\n<script>alert(1)</script></HEAD>',
        '<HEAD class="a">\n <meta charset="utf-8">\n{}\n<script>alert(1)</script></HEAD>',
    ),
    ("<header>x</header>", "<header>x</header>"),
]


@pytest.mark.parametrize(("html", "expected"), PLACES)
def test_the_policy_stands_before_all_that_it_is_about(html: str, expected: str) -> None:
    written = f'{META}{policy(html)}">'
    assert secured(html) == expected.replace("{}", written)
