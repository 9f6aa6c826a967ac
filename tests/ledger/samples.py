"""A ledger that holds every act, and the pieces it is made of."""

import hashlib
from datetime import date, datetime, timedelta, timezone

from inforce.ledger import Act, Add, Correct, Ledger, Open, Publish, Redact, Repeal, Withdraw
from inforce.model import LanguageStatus, Status

ALMATY = timezone(timedelta(hours=5))
OPEN = Open("https://policies.example/", "ru", "Asia/Almaty")


def at(day: str, time: str = "00:00:00") -> datetime:
    return datetime.fromisoformat(f"{day}T{time}+05:00")


def files(*names: str) -> dict[str, str]:
    """The digests of these files; a language stands for the two files of its text."""
    full = [part for name in names for part in ([name] if "." in name else _pair(name))]
    return {name: hashlib.sha256(name.encode()).hexdigest() for name in full}


def _pair(text: str) -> list[str]:
    return [f"{text}.json", f"{text}.txt"]


def publish(edition: str, replaces: str = "", policy: str = "privacy", *texts: str) -> Publish:
    """An edition that takes effect at the beginning of its day, in Russian or in `texts`."""
    frozen = files("edition.json", *(texts or ("ru",)))
    return Publish(policy, edition, replaces, at(edition[:10]), files=frozen)


def ledger(*acts: tuple[str, Act]) -> Ledger:
    """The ledger of these acts, each with the day on which it was recorded."""
    made = Ledger()
    for day, act in acts:
        made = made.append(act, at(day))
    return made


EVERY_ACT = (
    ("2026-01-01", OPEN),
    ("2026-01-01", publish("2026-02-01", "", "privacy", "ru", "en")),
    ("2026-01-02", publish("2026-02-01", "", "terms")),
    ("2026-01-03", Add("privacy", "2026-02-01", files("kk"))),
    (
        "2026-03-01",
        Correct(
            "privacy",
            "2026-02-01",
            files("en-2"),
            LanguageStatus(Status.UNOFFICIAL, False, "ru", date(2026, 2, 28)),
        ),
    ),
    ("2026-03-02", publish("2026-06-01", "2026-02-01")),
    ("2026-03-03", Withdraw("privacy", "2026-06-01", "Отложено")),
    (
        "2026-03-04",
        Publish(
            "privacy",
            "2026-06-01-2",
            "2026-02-01",
            at("2026-06-01", "18:00:00"),
            date(2026, 3, 1),
            files("edition.json", "ru"),
        ),
    ),
    ("2026-03-05", Redact("privacy", "2026-02-01", files("en"), "A court's order")),
    ("2026-07-01", Repeal("terms", at("2026-08-01"), ("privacy",), "Merged")),
)
