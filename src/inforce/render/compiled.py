"""Templates, compiled once for all languages and for all builds of a process."""

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class Compiled(BytecodeCache):
    """Keeps what templates were compiled to; one for each kind of environment.

    MkDocs begins each language with a new environment. An edited template is compiled anew.
    """

    def __init__(self) -> None:
        self._held: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket with what is held for it."""
        if bucket.key in self._held:
            bucket.bytecode_from_string(self._held[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Hold what a bucket was filled with."""
        self._held[bucket.key] = bucket.bytecode_to_string()
