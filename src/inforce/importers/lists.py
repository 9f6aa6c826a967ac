"""Entries of lists: which list they belong to, and where it ends."""

from inforce.importers.blocks import Block
from inforce.importers.labels import LISTS, Label, Style
from inforce.importers.letters import follows_letter
from inforce.importers.signs import ending
from inforce.importers.tree import Node, add

POINTED = (Style.DOTTED, Style.WHOLE, *LISTS)


def is_ordinal(node: Node) -> bool:
    """Whether `N.` is the number of a point below a numbered clause."""
    parent = node.parent
    return node.style is Style.WHOLE and parent is not None and parent.style in POINTED


def is_entry(node: Node) -> bool:
    """Whether a clause is an entry of a list."""
    return node.style in LISTS or is_ordinal(node)


def is_next(last: Label, label: Label) -> bool:
    """Whether `label` is the next number after `last`, which is of the same kind."""
    before, own = last.parts[-1].partition("-")[0], label.parts[-1]
    if own.isdigit() and before.isdigit():
        return int(own) == int(before) + 1
    return follows_letter(before, own)


def open_entry(node: Node, label: Label) -> Node | None:
    """The entry of the kind of `label` that is still open where `node` is the innermost clause."""
    for one in reversed(node.path()):
        if one.style is label.style and is_entry(one):
            return one
        if not is_entry(one):
            return None
    return None


def add_entry(node: Node, block: Block, label: Label) -> Node:
    """Put an entry with a number into its list, or into a new one below `node`."""
    label = _as_letter(node, label)
    block = block.numbered(label)
    run = open_entry(node, label)
    first = label.parts[0] in ("1", "а", "a", "i")
    deeper = first and node.style is label.style and ending(node.last_text()) == ":"
    parent = run.parent if run and not deeper else None
    return add(parent or host_of_list(node), Node(block, label.style))


def _as_letter(node: Node, label: Label) -> Label:
    """`i)` is a letter where letters are counted up to it."""
    if label.style is not Style.SMALL_ROMAN or len(label.parts[0]) > 1:
        return label
    for one in reversed(node.path()):
        if one.style is Style.LETTER and one.label:
            if follows_letter(one.label.parts[0], label.parts[0]):
                return Label(Style.LETTER, label.typed, label.parts)
            break
    return label


def add_bullet(node: Node, block: Block) -> Node:
    """Put an entry with a bullet into its list, or into a new one below `node`."""
    parent: Node | None = None
    for one in reversed(node.path()):
        if not is_entry(one):
            break
        if one.style is Style.BULLET and one.block.bullet == block.bullet:
            inside = one.block.indent + 1 < block.indent
            parent = one if inside and parent is None else one.parent
            if one.block.indent <= block.indent:
                break
    return add(parent or host_of_list(node), Node(block, Style.BULLET))


def host_of_list(node: Node) -> Node:
    """What a new list stands under: `node`, or a paragraph behind its clauses that announces it."""
    if is_entry(node) and ending(node.last_text()) == ";":
        node = leave_list(node)
    last = node.items[-1] if node.items else None
    if isinstance(last, Block) and node.has_clauses and ending(last.text) == ":":
        node.items.pop()
        node = add(node, Node(last, Style.NONE))
    return node


def leave_list(node: Node) -> Node:
    """The clause around the list that `node` is an entry of."""
    while node.parent and is_entry(node):
        node = node.parent
    return node


def ends_list(node: Node) -> bool:
    """Whether a clause is the last of those that a colon announced and semicolons part."""
    parent = node.parent
    if parent is None or parent.titled or ending(parent.block.text) != ":":
        return False
    before = next((one for one in reversed(parent.items[:-1]) if isinstance(one, Node)), None)
    parted = before is not None and ending(before.last_text()) == ";"
    return parted and ending(node.last_text()) == "."
