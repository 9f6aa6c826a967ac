"""The one spelling of a frozen JSON file."""

import json

from inforce.strict import Object


def file_bytes(values: Object) -> bytes:
    """JSON as a frozen file: UTF-8, one space of indentation a level, a line feed at the end."""
    return (json.dumps(values, ensure_ascii=False, indent=1) + "\n").encode()


def kept(**values: object) -> Object:
    """An object of these keys (`from_` is `from`) without those that have nothing to say."""
    return {key.rstrip("_"): value for key, value in values.items() if value not in ("", [], None)}
