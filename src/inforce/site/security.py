"""A strict Content-Security-Policy for each page (W3C Content Security Policy Level 3).

It stands in the page itself, because static hosts such as GitHub Pages send no headers of one's
own. A browser then loads from the site alone, and runs or applies nothing that stands in the page
except exactly what stood there when it was built: each such script and style by its SHA-256.
`frame-ancestors` and reports are not possible in a page (docs/hosting.md).
"""

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256

from selectolax.lexbor import LexborHTMLParser

# What a browser runs; any other type, such as application/json, is data.
_RUN = frozenset({"", "module", "text/javascript", "application/javascript"})

# The policy takes effect from where it stands, and the encoding has to be within the first
# 1024 bytes; so the encoding comes first and the policy next.
_PLACE = re.compile(r"<head(?:\s[^>]*)?>(?:\s*<meta charset=[^>]*>)?", re.IGNORECASE)


def secured(html: str) -> str:
    """The finished page `html` with its policy at the top of its head.

    Nothing of the page may change afterwards. What has no head is returned as it is.
    """
    meta = f'\n<meta http-equiv="Content-Security-Policy" content="{policy(html)}">'
    return _PLACE.sub(lambda found: found[0] + meta, html, count=1)


def policy(html: str) -> str:
    """The policy under which the page `html` works, and no other."""
    tree = LexborHTMLParser(html)
    scripts = [
        node.text()
        for node in tree.css("script:not([src])")
        if (node.attributes.get("type") or "").lower() in _RUN
    ]
    attributes = _hashes(node.attributes.get("style") or "" for node in tree.css("[style]"))
    directives = {
        "default-src": ["'self'"],
        "script-src": ["'self'", *_hashes(scripts)],
        "style-src": ["'self'", *_hashes(node.text() for node in tree.css("style"))],
        # Tables of an operator's own page have such; those of policies have none.
        **({"style-src-attr": ["'unsafe-hashes'", *attributes]} if attributes else {}),
        "img-src": ["'self'", "data:"],  # the theme's style sheet has its icons as data
        "worker-src": ["'self'"],
        "connect-src": ["'self'"],
        "frame-src": ["'none'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
    }
    return "; ".join(" ".join((name, *sources)) for name, sources in directives.items())


def _hashes(contents: Iterable[str]) -> list[str]:
    """The source expression of each content, once."""
    digests = (b64encode(sha256(one.encode()).digest()).decode() for one in contents)
    return list(dict.fromkeys(f"'sha256-{digest}'" for digest in digests))
