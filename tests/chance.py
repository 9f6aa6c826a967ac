"""How many random examples a test takes."""

from hypothesis import settings

SHORT, LONG = "short", "long"
USUAL = {SHORT: 30, LONG: 300}


def profiles() -> None:
    """Few examples, and the same on each run, so that a run is right or wrong for everybody.

    Many new ones in a run of its own: `pytest --hypothesis-profile=long`.
    """
    settings.register_profile(
        SHORT, max_examples=USUAL[SHORT], deadline=None, derandomize=True, database=None
    )
    settings.register_profile(LONG, max_examples=USUAL[LONG], deadline=None)
    settings.load_profile(SHORT)


def examples(few: int) -> int:
    """As many for a test that usually takes `few`."""
    return few * settings().max_examples // USUAL[SHORT]
