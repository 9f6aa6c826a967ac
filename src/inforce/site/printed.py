"""What stands on each printed sheet of a page: what it is, and its address.

A sheet has margins of its own, which no element of the page reaches: only CSS writes there (CSS
Paged Media Level 3, section 4.2). So the words come as custom properties of the page, and the
style sheet puts them into the margins.
"""

import re

# Whatever could end a string of CSS, a rule or the element around it.
_UNSAFE = re.compile(r"[^\w .,:()/\-–—№«»“”’]")


def printed(title: str, address: str) -> str:
    """The rule that hands the words and the address to the style sheet."""
    return f":root{{--inforce-title:{_string(title)};--inforce-address:{_string(address)}}}"


def _string(words: str) -> str:
    """A string of CSS, all but plain characters as numbers (CSS Syntax Level 3, section 4.3.7)."""
    return '"' + _UNSAFE.sub(lambda found: f"\\{ord(found[0]):x} ", words) + '"'
