"""Words in a language that is not published.

Only the languages in `languages:` are published. A translation in progress is named there with
`pending: true`.

Fails:

    languages: {ru: authentic}
    title: {ru: Политика, kk: Саясат}

Passes:

    languages: {ru: authentic, kk: {status: authentic, pending: true}}
    title: {ru: Политика, kk: Саясат}
"""

from collections.abc import Iterator

from inforce.checks.context import Context
from inforce.checks.words import localized
from inforce.problems import Problem

ID = "language"
SEVERITY = "warning"


def check(context: Context) -> Iterator[Problem]:
    """A warning for each such language, where it first stands."""
    known = {"", *context.policy.languages}
    for words in localized(context.policy) if context.policy.languages else ():
        for code in [code for code in words if code not in known]:
            known.add(code)
            yield Problem(
                words[code].location,
                ID,
                f"`{code}` is not in `languages:`, so nobody will read these words",
                f"Add it there: `{code}: {{status: unofficial, pending: true}}` while it is not "
                "ready.",
                SEVERITY,
            )
