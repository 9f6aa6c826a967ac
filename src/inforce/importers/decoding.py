"""The bytes of a document to its text."""

import codecs

from inforce.importers.errors import UnreadableError
from inforce.importers.notes import Notes

MAX_BYTES = 2_000_000
# The encodings of Windows before Unicode; KZ-1048 (STRK 1048-2002) has the Kazakh letters.
OLD_ENCODINGS = {"kk": "kz1048", "ru": "windows-1251"}
NO_TEXT = "this is no text that can be read. Save it as UTF-8, and import that."
BINARY = {
    b"PK\x03\x04": "a Word document (or another packed file)",
    b"\xd0\xcf\x11\xe0": "an old Word document",
    b"%PDF": "a PDF",
    b"{\\rtf": "a rich text (RTF) file",
}


def decode(data: bytes, language: str, notes: Notes) -> str:
    """The text in `data`: UTF-8, UTF-16 with a byte order mark, or the old Windows encoding.

    Raises UnreadableError where the file is too large or is not text.
    """
    if len(data) > MAX_BYTES:
        message = f"the file has {len(data):,} bytes; at most {MAX_BYTES:,} are read"
        raise UnreadableError(f"{message}. Split it, and import the parts.")
    for start, kind in BINARY.items():
        if data.startswith(start):
            raise UnreadableError(f"this is {kind}. Save it as plain text, and import that.")
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return data.decode("utf-16" if marked else "utf-8-sig")
    except UnicodeDecodeError as error:
        if marked:
            raise UnreadableError(NO_TEXT) from error
        return _decode_old(data, language, notes)


def _decode_old(data: bytes, language: str, notes: Notes) -> str:
    encoding = OLD_ENCODINGS.get(language, "windows-1252")
    try:
        text = data.decode(encoding)
        if "\0" in text:
            raise ValueError
    except ValueError as error:
        raise UnreadableError(NO_TEXT) from error
    message = f"the file is not UTF-8; it was read as {encoding}"
    notes.doubt(1, "encoding", message, "Look whether the letters are right.")
    return text
