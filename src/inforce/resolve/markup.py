"""Inline text in CommonMark's spelling, and what little of it the sources may use.

Paragraphs and GFM tables of strong, emphasis (`*` only), code, line breaks and links; anything
else is text as it is typed: `_` is a blank in a form, raw HTML is shown, a line that begins with
`1.`, `-` or `#` is text. The parser is markdown-it-py, whose versions differ in what they take
for emphasis, so text is parsed before it is frozen and never after.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Protocol

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.emphasis import tokenize as tokenize_emphasis
from markdown_it.token import Token

from inforce.model import Block, Break, Code, Emphasis, Paragraph, Run, Strong, Table, Words

SPACE = re.compile(r"[ \t\n]+")
BAR = re.compile(r"(?<!\\)\|")
# Strong in emphasis in a link is three; deeper nesting shows nothing more to a reader.
MAX_NESTING = 6


class Interpreter(Protocol):
    """What gives the pieces of a text their meaning, and notes what is wrong with them."""

    def words(self, text: str, linked: str) -> str:
        """The literal words of a piece of text; `linked` is the target of the link around it."""

    def link(self, target: str, runs: tuple[Run, ...]) -> tuple[Run, ...]:
        """What a link with these words becomes."""

    def problem(self, near: str, check: str, message: str, hint: str) -> None:
        """Note what is wrong where `near` stands in the text."""


def _emphasis(state: StateInline, silent: bool) -> bool:
    return state.src[state.pos] == "*" and tokenize_emphasis(state, silent)


def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero").enable(
        ["table", "backticks", "escape", "newline", "link", "autolink", "emphasis"]
    )
    parser.enable(["balance_pairs", "fragments_join"])
    # Escaped characters stay apart, so that `\{` is not taken for the start of a fact.
    parser.disable("text_join")
    parser.inline.ruler.at("emphasis", _emphasis)
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.normalizeLinkText = lambda link: link  # type: ignore[method-assign]
    return parser


PARSER = _parser()


@lru_cache(maxsize=2000)
def _tokens(text: str) -> tuple[Token, ...]:
    """What the parser makes of a text; nobody changes it, so that it is parsed once."""
    return tuple(PARSER.parse(text))


def parse_blocks(text: str, interpreter: Interpreter) -> tuple[Block, ...]:
    """The paragraphs and tables of a source text."""
    return tuple(_blocks(iter(_tokens(text)), text.split("\n"), interpreter))


def parse_runs(text: str, interpreter: Interpreter) -> tuple[Run, ...]:
    """The runs of a source text that is one line, such as a title."""
    tokens = PARSER.parseInline(SPACE.sub(" ", text.strip(" \t\n")))
    return _inline(tokens[0], interpreter) if tokens else ()


def _blocks(
    tokens: Iterator[Token], lines: Sequence[str], interpreter: Interpreter
) -> Iterator[Block]:
    for token in tokens:
        if token.type == "inline":
            yield Paragraph(_inline(token, interpreter))
        elif token.type == "table_open":
            yield _table(tokens, lines, interpreter)


def _table(tokens: Iterator[Token], lines: Sequence[str], interpreter: Interpreter) -> Table:
    rows: list[list[tuple[Run, ...]]] = []
    align: list[str] = []
    for token in tokens:
        match token.type:
            case "tr_open":
                rows.append([])
                line = lines[token.map[0]] if token.map else ""
                if align and _cells(line) > len(align):
                    _cut_off(line, len(align), interpreter)
            case "th_open":
                align.append(str(token.attrGet("style") or "").removeprefix("text-align:"))
            case "inline":
                rows[-1].append(_inline(token, interpreter))
            case "table_close":
                break
    return Table(tuple(align), tuple(rows[0]), tuple(tuple(row) for row in rows[1:]))


def _cells(line: str) -> int:
    """How many cells a line of a table has; the bars at its ends may be left out (GFM, 4.10)."""
    cells = BAR.split(line.strip(" \t"))
    return len(cells) - (not cells[0]) - (len(cells) > 1 and not cells[-1])


def _cut_off(line: str, columns: int, interpreter: Interpreter) -> None:
    message = f"this row has more cells than the table has columns ({columns})"
    hint = "Give the header a cell more, or write a bar that belongs to the text as `\\|`."
    interpreter.problem(line.strip(" \t"), "table", message, hint)


def _inline(token: Token, interpreter: Interpreter) -> tuple[Run, ...]:
    children = token.children or []
    if max(accumulate(child.nesting for child in children), default=0) > MAX_NESTING:
        message = f"emphasis is nested more than {MAX_NESTING} times"
        interpreter.problem("*", "markup", message, "Write `\\*` for an asterisk that is text.")
        return (Words(token.content),)
    return _trim(_Builder(interpreter).runs(iter(children), "", ""))


@dataclass(frozen=True, slots=True)
class _Builder:
    """Turns a flat list of tokens into nested runs."""

    interpreter: Interpreter

    def runs(self, tokens: Iterator[Token], closing: str, linked: str) -> tuple[Run, ...]:
        """The runs up to the token of type `closing`, or to the end."""
        runs: list[Run] = []
        for token in tokens:
            if token.type == closing:
                break
            runs.extend(self._run(token, tokens, linked))
        return _join(runs)

    def _run(self, token: Token, tokens: Iterator[Token], linked: str) -> Iterable[Run]:
        match token.type:
            case "text":
                return [Words(self.interpreter.words(token.content, linked))]
            case "text_special":
                return [Words(token.content)]
            case "softbreak":
                return [Words(" ")]
            case "hardbreak":
                return [Break()]
            case "code_inline":
                return [Code(SPACE.sub(" ", self.interpreter.words(token.content, linked)))]
            case "strong_open":
                return [Strong(self.runs(tokens, "strong_close", linked))]
            case "em_open":
                return [Emphasis(self.runs(tokens, "em_close", linked))]
            case "link_open":
                return self._link(token, tokens)
            case other:
                raise AssertionError(f"the parser made a token that is not enabled: {other}")

    def _link(self, token: Token, tokens: Iterator[Token]) -> Iterable[Run]:
        target = str(token.attrGet("href") or "")
        title = token.attrGet("title")
        if title:
            message = f"the words “{title}” behind an address are never shown"
            hint = "Write them in the text, and only the address in the parentheses."
            self.interpreter.problem(target, "link", message, hint)
        return self.interpreter.link(target, self.runs(tokens, "link_close", target))


def _join(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The runs with neighbouring words made one, and white space made single."""
    joined: list[Run] = []
    for run in runs:
        if isinstance(run, Words) and joined and isinstance(joined[-1], Words):
            joined[-1] = Words(joined[-1].text + run.text)
        elif run != Words(""):
            joined.append(run)
    return tuple(
        Words(SPACE.sub(" ", run.text)) if isinstance(run, Words) else run for run in joined
    )


def _trim(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs without white space around a line break and at either end."""
    kept: list[Run] = []
    for position, run in enumerate(runs):
        if isinstance(run, Words):
            text = run.text
            if position == 0 or isinstance(runs[position - 1], Break):
                text = text.lstrip(" ")
            if position == len(runs) - 1 or isinstance(runs[position + 1], Break):
                text = text.rstrip(" ")
            run = Words(text)
        if run != Words(""):
            kept.append(run)
    return tuple(kept)


def shown_pieces(text: str) -> Iterator[tuple[int, str]]:
    """The pieces of a source text that a reader sees as they are typed, with their offsets.

    Escaped signs, code and the targets of links are not among them.
    """
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    position = 0
    for token in _tokens(text):
        if token.map and token.map[0] < len(starts):
            position = max(position, starts[token.map[0]])
        for child in token.children or ():
            offset = text.find(child.content, position) if child.content else -1
            if offset >= 0:
                position = offset + len(child.content)
                if child.type == "text":
                    yield offset, child.content


def escape(text: str) -> str:
    """`text` written so that every character of it is read as it stands.

    The reverse of parsing, for writers of sources: the importer and the tests.
    """
    return re.sub(r"[\\`*\[\]<|]", r"\\\g<0>", text.replace("{", "{{"))
