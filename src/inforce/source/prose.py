"""How words are written in a source: prose as `|-` blocks, titles on a line of their own."""

SPACES = " \t\n"
INDENT = 2


def tidy(text: str) -> str:
    """`text` without the white space that means nothing: around it, and at the ends of lines.

    Two spaces at the end of a line are a line break (CommonMark 0.31, 6.7) and stay.
    """
    return "\n".join(_line(line) for line in text.split("\n")).strip(SPACES)


def _line(line: str) -> str:
    bare = line.rstrip(" \t")
    return line if bare and line.endswith("  ") else bare


def block(text: str, column: int) -> str:
    """A `|-` block of prose, its lines beginning at `column`, counted from 0."""
    indent = " " * column
    return "|-" + "".join(f"\n{indent}{line}" if line else "\n" for line in tidy(text).split("\n"))


def quoted(text: str) -> str:
    """Words on one line in double quotes, which are right whatever the words are."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + escaped.replace("\n", "\\n").replace("\t", "\\t") + '"'
