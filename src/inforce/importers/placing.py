"""The place of each paragraph in the tree of clauses."""

from collections.abc import Sequence

from inforce.importers.blocks import Block
from inforce.importers.labels import LISTS, Label, Style
from inforce.importers.lists import (
    add_bullet,
    add_entry,
    ends_list,
    is_entry,
    is_next,
    is_ordinal,
    leave_list,
    open_entry,
)
from inforce.importers.signs import ending, is_capitals, is_headline, starts_small
from inforce.importers.terms import head_term, is_glossary
from inforce.importers.tree import Node, add, document

NUMBERED = (Style.DOTTED, Style.WHOLE)
SHORT_TITLE = 100


def build_tree(blocks: Sequence[Block]) -> Node:
    """The clauses of `blocks` below one node, which stands for the document; not settled yet."""
    builder = _Builder(blocks)
    for index in range(len(blocks)):
        builder.place(index)
    return builder.root


def is_title(block: Block) -> bool:
    """Whether a paragraph is a heading without a number."""
    if block.label or block.bullet or block.table:
        return False
    return block.heading > 0 or (is_capitals(block.text) and is_headline(block.text))


class _Builder:
    """Places one block after the other; `open` is the innermost clause that may go on."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self.root = document(blocks)
        self.open = self.root
        self.last_section: Label | None = None
        self.following, self.marked = _following(blocks)

    def place(self, index: int) -> None:
        """Put the block into the tree."""
        block = self.blocks[index]
        if block.label:
            self.open = self._numbered(index, block, block.label)
        elif block.bullet:
            self.open = add_bullet(self.open, block)
        elif is_title(block):
            self.open = self._heading(block)
        else:
            self.open = self._text(index, block)

    def _heading(self, block: Block) -> Node:
        """A heading without a number; it may be that of the chapter whose number stands alone."""
        waiting = self.open
        if waiting.style is Style.NAMED and not waiting.block.text and not waiting.items:
            waiting.block = Block(block.text, block.pieces, waiting.label, heading=block.heading)
            waiting.titled = True
            return waiting
        parents = [node for node in self.open.path() if _is_higher(node, block)]
        return add(parents[-1] if parents else self.root, Node(block, Style.NONE, titled=True))

    def _numbered(self, index: int, block: Block, label: Label) -> Node:
        match label.style:
            case Style.DOTTED:
                return self._dotted(index, block, label)
            case Style.WHOLE if not self._is_point(index, block, label):
                return self._whole(index, block, label)
            case Style.NAMED | Style.ROMAN if self._is_section(block, label):
                return self._section(block, label)
        return add_entry(self.open, block, label)

    def _dotted(self, index: int, block: Block, label: Label) -> Node:
        parent = self._numeric_parent(label) or self._section_around(label)
        below = self.following[index]
        depth = len(label.parts)
        has_below = below is not None and below.parts[:depth] == label.parts != below.parts
        titled = block.heading > 0 or (has_below and is_headline(block.text, SHORT_TITLE))
        return add(parent, Node(block, Style.DOTTED, titled=titled))

    def _numeric_parent(self, label: Label) -> Node | None:
        """The innermost open clause whose number begins that of `label`."""
        for node in reversed(self.open.path()):
            if node.label and node.style in NUMBERED and not is_ordinal(node):
                parts = node.label.parts
                if len(parts) < len(label.parts) and label.parts[: len(parts)] == parts:
                    return node
        return None

    def _section_around(self, label: Label) -> Node:
        for node in reversed(self.open.path()):
            shorter = not node.label or len(node.label.parts) < len(label.parts)
            if node.titled and (node.style is not Style.DOTTED or shorter):
                return node
        return self.root

    def _section(self, block: Block, label: Label) -> Node:
        parents = [node for node in self.open.path() if _is_above(node, block, label)]
        titled = bool(block.text) and (block.heading > 0 or is_headline(block.text))
        return add(parents[-1] if parents else self.root, Node(block, label.style, titled=titled))

    def _is_section(self, block: Block, label: Label) -> bool:
        if label.style is Style.NAMED or block.heading or is_headline(block.text):
            return True
        return not any(node.style in NUMBERED for node in self.open.path())

    def _whole(self, index: int, block: Block, label: Label) -> Node:
        short = is_headline(block.text.rstrip(".")) and len(block.text) <= SHORT_TITLE
        titled = block.heading > 0 or is_headline(block.text)
        titled = titled or (short and self._opens(index, label))
        parent = self._parent_of_whole(block, label)
        if parent is self.root:
            self.last_section = label
        return add(parent, Node(block, Style.WHOLE, titled=titled))

    def _opens(self, index: int, label: Label) -> bool:
        """Whether the next number is one below `label`."""
        below = self.following[index]
        return below is not None and len(below.parts) > 1 and below.parts[0] == label.parts[0]

    def _parent_of_whole(self, block: Block, label: Label) -> Node:
        """Where a section or a clause `N.` stands: the document, or a section without number."""
        path = self.open.path()
        for node in path[1:]:
            if node.style is Style.WHOLE and node.parent and not is_ordinal(node):
                return node.parent
        containers = [node for node in path[1:] if _contains_whole(node)]
        if not containers or (label.parts[0] != "1" and self._follows_section(label)):
            return self.root
        if block.heading and not _is_higher(containers[-1], block):
            outer = [node for node in containers if _is_higher(node, block)]
            return outer[-1] if outer else self.root
        return containers[-1]

    def _follows_section(self, label: Label) -> bool:
        return self.last_section is not None and is_next(self.last_section, label)

    def _is_point(self, index: int, block: Block, label: Label) -> bool:
        """Whether `N.` numbers a point of a clause, not a section or a clause by itself."""
        if block.heading or self._opens(index, label):
            return False
        run = open_entry(self.open, label)
        top = next((node for node in self.open.path() if node.style is Style.WHOLE), None)
        clause = leave_list(self.open)
        first = label.parts[0] == "1"
        if clause is self.root or (clause is top and not run and not first):
            return False
        if starts_small(block.text) or ending(block.text) == ";":
            return True
        before = ending(self.open.last_text())
        headline = is_headline(block.text)
        if run and run.label and is_next(run.label, label):
            return not (headline and self._follows_section(label) and before == ".")
        return first and (before == ":" or not (headline or run))

    def _text(self, index: int, block: Block) -> Node:
        node = self._host_of_text(index, block)
        if node.label and not (node.block.text or node.items or block.table):
            node.block = block.numbered(node.label, node.block.bullet)
        elif not is_entry(node) and head_term(block.text, glossary=is_glossary(node)):
            add(node, Node(block, Style.NONE))
        else:
            node.items.append(block)
        return node

    def _host_of_text(self, index: int, block: Block) -> Node:
        """The clause that a paragraph without number, or a table, belongs to."""
        node = self.open
        if not node.block.text or block.table:
            return node
        if is_entry(node):
            return node if self._goes_on(index, node) else leave_list(node)
        return node.parent if node.parent and ends_list(node) else node

    def _goes_on(self, index: int, node: Node) -> bool:
        """Whether the list goes on behind a paragraph, which then belongs to its entry."""
        if not node.label:
            return self.blocks[index].indent > node.block.indent
        following = self.marked[index]
        label = following.label if following and not following.heading else None
        return label is not None and label.style is node.style and is_next(node.label, label)


def _following(blocks: Sequence[Block]) -> tuple[list[Label | None], list[Block | None]]:
    """For each block the next number of a section or clause, and the next block that has a mark."""
    labels: list[Label | None] = []
    marked: list[Block | None] = []
    label: Label | None = None
    mark: Block | None = None
    for block in reversed(blocks):
        labels.append(label)
        marked.append(mark)
        if block.label and block.label.style not in LISTS:
            label = block.label
        if block.label or block.bullet or block.heading:
            mark = block
    return labels[::-1], marked[::-1]


def _contains_whole(node: Node) -> bool:
    if node.style in (Style.NAMED, Style.ROMAN):
        return True
    return node.style is Style.NONE and node.titled


def _is_higher(node: Node, block: Block) -> bool:
    return node.titled and 0 < node.block.heading < block.heading


def _is_above(node: Node, block: Block, label: Label) -> bool:
    """Whether a chapter or an article stands below `node`."""
    if node.style is Style.NAMED and node.label and node.label.rank < label.rank:
        return True
    return _is_higher(node, block) and node.style is not label.style
