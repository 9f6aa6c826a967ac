"""Paragraphs to clauses: which stands under which."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from inforce.importers.blocks import Block
from inforce.importers.labels import LISTS, Label, Style

# The source format reads clauses nested eight deep.
MAX_DEPTH = 8


@dataclass(slots=True, eq=False)
class Node:
    """A clause while it is put together; `block` is its heading or its first paragraph.

    `items` are its further paragraphs and its subordinate clauses, in their order. `titled` says
    that `block` is a heading. Found later: its `id`, the `term` that it defines, and its `name`,
    which is the term where the clause begins with it.
    """

    block: Block
    style: Style
    titled: bool = False
    parent: "Node | None" = None
    items: list["Block | Node"] = field(default_factory=list)
    id: str = ""
    term: str = ""
    name: str = ""

    @property
    def label(self) -> Label | None:
        """The number that was typed."""
        return self.block.label

    @property
    def line(self) -> int:
        """The line in which the clause begins."""
        return self.block.line

    @property
    def depth(self) -> int:
        """How many clauses stand around this one, the whole document among them."""
        return self.parent.depth + 1 if self.parent else 0

    @property
    def clauses(self) -> tuple["Node", ...]:
        """The subordinate clauses."""
        return tuple(item for item in self.items if isinstance(item, Node))

    def texts(self) -> tuple[Block, ...]:
        """The paragraphs before the subordinate clauses, the own one first if it is no heading."""
        own = () if self.titled or not (self.block.text or self.block.table) else (self.block,)
        return own + tuple(self._ends(self.items))

    def closing(self) -> tuple[Block, ...]:
        """The paragraphs after the last subordinate clause."""
        if not self.clauses:
            return ()
        return tuple(reversed(tuple(self._ends(reversed(self.items)))))

    @property
    def has_clauses(self) -> bool:
        """Whether there are subordinate clauses."""
        return any(isinstance(item, Node) for item in self.items)

    def last_text(self) -> str:
        """The words that stood last in the clause itself, not below it."""
        blocks = (item for item in reversed(self.items) if isinstance(item, Block))
        return next(blocks, self.block).text

    def walk(self) -> Iterator["Node"]:
        """This clause and all below it, in reading order."""
        yield self
        for clause in self.clauses:
            yield from clause.walk()

    def path(self) -> tuple["Node", ...]:
        """The clauses around this one and itself, the outermost first."""
        return (*self.parent.path(), self) if self.parent else (self,)

    @staticmethod
    def _ends(items: "Iterator[Block | Node] | list[Block | Node]") -> Iterator[Block]:
        for item in items:
            if isinstance(item, Node):
                return
            yield item


def add(parent: Node, node: Node) -> Node:
    """Put `node` below `parent`, or as near as the depth of clauses allows."""
    while parent.depth >= MAX_DEPTH and parent.parent:
        parent = parent.parent
    node.parent = parent
    parent.items.append(node)
    return node


def settle(node: Node) -> None:
    """Make a clause without number of each paragraph that stands between subordinate clauses.

    A number without any words becomes the words of its clause.
    """
    kept: list[Block | Node] = []
    last = max((n for n, item in enumerate(node.items) if isinstance(item, Node)), default=-1)
    first = next((n for n, item in enumerate(node.items) if isinstance(item, Node)), last)
    for position, item in enumerate(node.items):
        if isinstance(item, Block) and first < position < last:
            between = Node(item, Style.NONE, parent=node)
            kept.append(between)
        else:
            kept.append(item)
    node.items = kept
    for clause in node.clauses:
        settle(clause)
        if not (clause.block.text or clause.block.table or clause.items):
            _only_number(clause)


def _only_number(clause: Node) -> None:
    label = clause.label
    if label:
        clause.block = Block(label.typed, clause.block.pieces)
        clause.style = Style.NONE
        clause.titled = False


def document(blocks: Sequence[Block]) -> Node:
    """The node of a whole document, which has no words of its own."""
    first = blocks[0].line if blocks else 1
    return Node(Block("", ((0, first),)), Style.NONE)


def take_preamble(root: Node) -> Node | None:
    """Take what stands before the first section out of the document, as a clause of its own.

    Afterwards the document holds only clauses. Where it has no sections at all, all of its text
    is one clause.
    """
    first = next((n for n, item in enumerate(root.items) if _is_section(item)), None)
    leading, following = root.items[:first], root.items[first:] if first is not None else []
    text = _gather(leading)
    clauses = [one if isinstance(one, Node) else Node(one, Style.NONE) for one in following]
    preamble = text if first is not None else None
    root.items = [*([text] if text and first is None else []), *clauses]
    for clause in root.clauses:
        clause.parent = root
    return preamble


def _is_section(item: Block | Node) -> bool:
    if isinstance(item, Block):
        return False
    return item.titled or (item.label is not None and item.style not in LISTS)


def _gather(items: Sequence[Block | Node]) -> Node | None:
    if not items:
        return None
    block, rest = (items[0], items[1:]) if isinstance(items[0], Block) else (None, items)
    node = Node(block or Block("", ((0, items[0].line),)), Style.NONE)
    for item in rest:
        node.items.append(item)
        if isinstance(item, Node):
            item.parent = node
    settle(node)
    return node
