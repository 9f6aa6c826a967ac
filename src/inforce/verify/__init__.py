"""A built or deployed site, proved against what was recorded (docs/verify.md)."""

from inforce.verify.age import check_age
from inforce.verify.expected import Stand
from inforce.verify.reader import FolderReader, Reader, ReadError
from inforce.verify.truth import Truth, from_site
from inforce.verify.verify import Report, verify
from inforce.verify.web import WebReader, web_reader

__all__ = [
    "FolderReader",
    "ReadError",
    "Reader",
    "Report",
    "Stand",
    "Truth",
    "WebReader",
    "check_age",
    "from_site",
    "verify",
    "web_reader",
]
