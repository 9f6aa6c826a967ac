"""A comparison as HTML: one text in which what was deleted and inserted is marked.

The words are written as in `render.text`, and everything is escaped. The fragment is::

    redline   article.inforce-redline [lang]: change? h2, part*, entry*, part*, entry*
    part      div.preface or div.conclusion (.changed) [data-kind]: change?, block*
    entry     clause, fold or departure
    clause    section.clause (.changed .added .removed .annex) #<clause id>:
              change?, head, block*, entry*, div.closing?
    fold      details.unchanged: summary, clause*      (clauses one after another that say the same)
    departure p.departure: span.kind, a (to the clause at its new place)
    change    p.change #change-<n>: span.kind+, a.previous?, a.next?
    marked    del or ins: span.spoken, runs, span.spoken

- Only what stands inside `del` and `ins` changed. Without the `del` the words of the new text
  remain, without the `ins` those of the old one; `p.change`, `p.departure`, `span.spoken` and
  `summary` are no words of the text.
- `span.spoken` is for those who hear the page: hidden, it says what begins and where it ends.
- A link that leads elsewhere is followed by both addresses, marked, as text-v1 writes them.
- Changes are numbered from 1 in reading order. A clause that only got another number is no step,
  nor is one that came or went with the clause around it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count, groupby

from markupsafe import Markup, escape

from inforce.compare import (
    ComparedClause,
    ComparedParagraph,
    ComparedPart,
    Comparison,
    Departure,
    Entry,
    Kind,
    Mark,
)
from inforce.render.naming import full, named, paths
from inforce.render.redline_labels import RedlineLabels
from inforce.render.redline_pieces import PieceWriter
from inforce.render.redline_steps import is_step, says_the_same, steps
from inforce.render.text import DEEPEST_HEADING, PolicyLink, Writer

__all__ = ["RedlineLabels", "redline_html", "steps"]

TITLE_LEVEL = 2  # the page's own heading stands above that of the text


def redline_html(
    comparison: Comparison, old_link: PolicyLink, new_link: PolicyLink, labels: RedlineLabels
) -> Markup:
    """The comparison as an HTML fragment (see the module).

    `old_link` and `new_link` say where the references to other policies lead from each text.
    """
    return _Redline(comparison, old_link, new_link, labels).article()


@dataclass
class _Redline:
    """Writes one comparison."""

    comparison: Comparison
    old_link: PolicyLink
    new_link: PolicyLink
    labels: RedlineLabels
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def __post_init__(self) -> None:
        old, new = self.comparison.old, self.comparison.new
        labels = self.labels
        before = Writer(old, self.old_link, labels.text)
        after = Writer(new, self.new_link, labels.text)
        # Every clause of both texts is on the page, so references find it wherever they stand.
        ids = {clause.id for clause in (*old.walk(), *new.walk())}
        before.ids = after.ids = ids
        self.writer = PieceWriter(before, after, labels.text.table, labels.deleted, labels.inserted)
        self.old_paths, self.new_paths = paths(old), paths(new)
        self.last = steps(self.comparison)

    def article(self) -> Markup:
        one = self.comparison
        language = escape(one.new.language)
        return Markup(  # noqa: S704 - escaped piece by piece
            "".join(
                (
                    f'<article class="inforce-redline" lang="{language}">\n',
                    self.change(one.title_kinds),
                    f"<h{TITLE_LEVEL}>{self.writer.pieces(one.title)}</h{TITLE_LEVEL}>\n",
                    *(self.part(part, "preface") for part in one.preface),
                    self.entries((*one.preamble, *one.clauses), TITLE_LEVEL + 1),
                    *(self.part(part, "conclusion") for part in one.conclusions),
                    self.entries(one.annexes, TITLE_LEVEL + 1, extra=" annex"),
                    "</article>\n",
                )
            )
        )

    def change(self, kinds: Sequence[Kind], step: bool = True) -> str:
        """The label of a change, with the links to those before and after it."""
        if not kinds:
            return ""
        names = "".join(f'<span class="kind">{self.kind(kind)}</span> ' for kind in kinds)
        if not step:
            return f'<p class="change">{names.strip()}</p>\n'
        number = next(self.numbers)
        links = self.step("previous", number - 1) + self.step("next", number + 1)
        return f'<p class="change" id="change-{number}">{names.strip()}{links}</p>\n'

    def kind(self, kind: Kind) -> Markup:
        return escape(self.labels.kinds[kind])

    def step(self, name: str, number: int) -> str:
        if not 1 <= number <= self.last:
            return ""
        label = escape(getattr(self.labels, name))
        return f' <a class="{name}" href="#change-{number}">{label}</a>'

    def part(self, part: ComparedPart, name: str) -> str:
        changed = " changed" if part.kinds else ""
        return (
            f'<div class="{name}{changed}" data-kind="{escape(part.name)}">\n'
            f"{self.change(part.kinds)}{self.writer.blocks(part.blocks)}</div>\n"
        )

    def entries(
        self,
        entries: Sequence[Entry],
        level: int,
        around: ComparedClause | None = None,
        extra: str = "",
    ) -> str:
        written = []
        for same, group in groupby(entries, key=says_the_same):
            if same:
                written.append(self.fold(list(group), level, extra))
                continue
            for entry in group:
                if isinstance(entry, Departure):
                    written.append(self.departure(entry))
                else:
                    written.append(self.clause(entry, level, around, extra))
        return "".join(written)

    def fold(self, entries: Sequence[Entry], level: int, extra: str) -> str:
        clauses = [one for one in entries if isinstance(one, ComparedClause)]
        names = "; ".join(named(one.clause, full(self.new_paths[one.id])) for one in clauses)
        inside = "".join(self.clause(one, level, None, extra) for one in clauses)
        label = f"{escape(self.labels.unchanged)} {escape(names)}"
        return f'<details class="unchanged">\n<summary>{label}</summary>\n{inside}</details>\n'

    def departure(self, departure: Departure) -> str:
        label = escape(self.labels.departed)
        name = escape(named(departure.old, full(self.old_paths[departure.id])))
        return (
            f'<p class="departure"><span class="kind">{label}</span> '
            f'<a href="#{escape(departure.id)}">{name}</a></p>\n'
        )

    def clause(
        self, clause: ComparedClause, level: int, around: ComparedClause | None, extra: str
    ) -> str:
        step = is_step(clause, around)
        number_only = clause.kinds == (Kind.RENUMBERED,)
        changed = " changed" if clause.kinds else ""
        closing = clause.closing
        return "".join(
            (
                f'<section class="clause{changed}{_CAME_OR_WENT[clause.mark]}{extra}"'
                f' id="{escape(clause.id)}">\n',
                self.change(clause.kinds, step) if step or number_only else "",
                self.head(clause, level),
                self.entries(clause.clauses, level + 1, clause),
                f'<div class="closing">\n{self.writer.blocks(closing)}</div>\n' if closing else "",
                "</section>\n",
            )
        )

    def head(self, clause: ComparedClause, level: int) -> str:
        """The number, the title and the text of a clause."""
        number = self.number(clause)
        if clause.title:
            name = f"h{min(level, DEEPEST_HEADING)}"
            title = " ".join(filter(None, (number, self.writer.pieces(clause.title))))
            return f"<{name}>{title}</{name}>\n{self.writer.blocks(clause.blocks)}"
        first, rest = clause.blocks[:1], clause.blocks[1:]
        if number and first and isinstance(first[0], ComparedParagraph):
            return (
                f"<p>{number} {self.writer.pieces(first[0].pieces)}</p>\n{self.writer.blocks(rest)}"
            )
        label = f'<p class="label">{number}</p>\n' if number else ""
        return label + self.writer.blocks(clause.blocks)

    def number(self, clause: ComparedClause) -> str:
        old, new = (one.number if one else "" for one in (clause.old, clause.new))
        if old == new:
            words = str(escape(new))
        else:
            sides = ((Mark.DELETED, old), (Mark.INSERTED, new))
            words = " ".join(self.writer.marked(mark, escape(text)) for mark, text in sides if text)
        return f'<span class="number">{words}</span>' if words else ""


_CAME_OR_WENT = {Mark.INSERTED: " added", Mark.DELETED: " removed", Mark.EQUAL: ""}
