"""What a policy is measured against: `profile:` of the policy, `covers:` of a clause."""

from inforce.model import Source
from inforce.source.fields import Field


def read_profile(field: Field | None) -> Source | None:
    """The name of the list of contents that the policy follows, such as `kz-policy`."""
    name = field.identifier("the name of a profile", "value") if field else ""
    return Source(name, field.location) if field and name else None


def read_covers(field: Field | None) -> tuple[Source, ...]:
    """The points of a profile that a clause meets."""
    if field is None:
        return ()
    if not field.node.value and not field.is_missing:
        field.problem("empty", "no point is written here", "Write one, or take the key away.")
    found: dict[str, Source] = {}
    for item in field.items():
        name = item.identifier("the name of a point", "value")
        if name in found:
            item.problem("value", f"`{name}` stands twice here", "Keep one of the two.")
        elif name:
            found[name] = Source(name, item.location)
    return tuple(found.values())
