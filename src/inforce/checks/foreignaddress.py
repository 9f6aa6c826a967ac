"""A site or an e-mail address that is not the operator's.

It mostly comes with a text that was copied. The operator's are those in `content/site.yml`: the
host of `url:`, and every host and e-mail address among the facts of `operator:`, with the hosts
below them. Public bodies of Kazakhstan and sites that policies often name are known. Others are
named in `content/site.yml`, with the reason:

    checks:
      foreign-address:
        known:
        - name: bank.example
          reason: It takes the payments.

Fails:

    ru: Вопросы направляйте на info@lutik.kz.

Passes:

    # content/site.yml
    operator: {name: Ромашка, email: info@romashka.kz}
    # content/privacy/policy.yml
    clauses:
    - id: contacts
      ru: Вопросы направляйте на help@romashka.kz, жалобы – через портал egov.kz.
"""

from collections.abc import Iterator

from inforce.checks.addresses import is_among, own, texts
from inforce.checks.context import Context
from inforce.model import CheckSetting
from inforce.problems import Problem

ID = "foreign-address"
SEVERITY = "warning"

PUBLIC = ("gov.kz", "egov.kz", "zan.kz", "enpf.kz", "nationalbank.kz", "sud.kz", "parlam.kz")
# Makers of browsers, analytics and messengers, whose rules policies link to.
WELL_KNOWN = (
    "google.com", "google.kz", "youtube.com", "yandex.ru", "yandex.kz", "yandex.com", "apple.com",
    "microsoft.com", "mozilla.org", "opera.com", "facebook.com", "meta.com", "instagram.com",
    "whatsapp.com", "wa.me", "telegram.org", "t.me", "tiktok.com", "linkedin.com", "vk.com",
    "aboutcookies.org", "allaboutcookies.org", "youronlinechoices.eu", "youronlinechoices.com",
    "networkadvertising.org", "europa.eu", "w3.org", "iso.org", "creativecommons.org",
)  # fmt: skip
KNOWN = frozenset((*PUBLIC, *WELL_KNOWN))


def check(context: Context) -> Iterator[Problem]:
    """A warning for each such address, once in a text."""
    named = context.site.checks.get(ID, CheckSetting()).known
    known = KNOWN | own(context.site) | {name.lower().removeprefix("www.") for name in named}
    told: set[tuple[int, str]] = set()
    for one, address in texts(context.passages):
        if is_among(address, known) or (id(one), address.written) in told:
            continue
        told.add((id(one), address.written))
        yield Problem(
            one.source.at(address.offset),
            ID,
            f"`{address.written}` is not an address of the operator",
            "Write the operator's, best as a fact such as `{operator.email}`; if it is meant, name "
            f"it in content/site.yml under `checks:`, `{ID}:`, `known:`.",
            SEVERITY,
        )
