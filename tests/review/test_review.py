"""What `inforce review` says of a pull request, read as a whole and case by case."""

import re
import shutil
from pathlib import Path

import pytest

from ..workplace import NOON, clause, policy, words
from .conftest import FIRST, LATER, LONGER, SCOPE, SECOND, TERM, TITLE, Desk, privacy

WHOLE = Path(__file__).with_name("small.md")


def test_a_small_change_is_told_whole(desk: Desk) -> None:
    desk.write(privacy(SCOPE, LONGER, edition=SECOND))
    assert desk.review() == WHOLE.read_text("utf-8")


def test_what_touches_no_text_is_one_line(desk: Desk) -> None:
    (desk.place.root / "README.md").write_text("x", "utf-8")
    desk.commit()
    assert desk.review() == (
        "This changes nothing in `content/`: no policy, no setting, no date.\n"
    )


def test_words_alone_are_compared(desk: Desk) -> None:
    source = desk.place.content / "privacy" / "policy.yml"
    source.write_text(source.read_text("utf-8") + "\n\n", "utf-8")
    desk.commit()
    told = desk.review()
    assert "The source changes, and no words: `privacy`." in told
    assert "<details" not in told


def new_policy(desk: Desk) -> None:
    title = {"ru": "Пользовательское соглашение", "kk": "Пайдаланушы келісімі", "en": "Terms"}
    desk.write(policy("terms", edition={**SECOND, "number": "1"}, title=title, aliases=["/rules/"]))


def draft(desk: Desk) -> None:
    desk.write(privacy(SCOPE, LONGER))


def taken_back(desk: Desk) -> None:
    desk.repo.heads.main.checkout()
    desk.write(privacy(SCOPE, LONGER, edition=SECOND))
    desk.repo.create_head("other").checkout()
    desk.write(privacy(SCOPE, LONGER))


def translation(desk: Desk) -> None:
    better = {**TERM, "en": "The data is kept for a year"}
    desk.write(privacy(SCOPE, better, edition=FIRST))


def correction(desk: Desk) -> None:
    edition = {"number": "2", "effective": "on posting", "change": "correction",
               "summary": words("A typing mistake")}  # fmt: skip
    desk.write(privacy(SCOPE, LONGER, edition=edition))


def moved(desk: Desk) -> None:
    desk.write(privacy(TERM, SCOPE, edition=SECOND))


def removed(desk: Desk) -> None:
    shutil.rmtree(desk.place.content / "privacy")
    desk.repo.git.checkout("main", "--", "content/privacy/editions")
    desk.commit()


def renamed(desk: Desk) -> None:
    removed(desk)
    desk.write(policy("personal-data", SCOPE, LONGER))


def short_notice(desk: Desk) -> None:
    desk.write(privacy(SCOPE, LONGER, edition={**SECOND, "effective": "2026-09-05"}))


def left_behind(desk: Desk) -> None:
    desk.write(privacy(SCOPE, {**TERM, "ru": "Два года"}, edition=SECOND))


def untitled_edition(desk: Desk) -> None:
    desk.write(privacy(SCOPE, LONGER, edition=FIRST))


def another_between(desk: Desk) -> None:
    desk.repo.heads.main.checkout()
    desk.place.publish(privacy(SCOPE, LONGER, edition=SECOND), moment=LATER)
    desk.commit()
    desk.repo.create_head("next").checkout()
    third = {**SECOND, "number": "3", "effective": "2026-11-01"}
    desk.write(privacy(SCOPE, clause("term", "Data is kept for a day"), edition=third))


def the_first_to_come(desk: Desk) -> None:
    desk.repo.heads.main.checkout()
    first = {**SECOND, "number": "1"}
    desk.place.publish(policy("terms", edition=first, title=words("Terms")), moment=LATER)
    desk.commit()
    desk.repo.create_head("next").checkout()
    second = {**SECOND, "effective": "2026-11-01"}
    desk.write(policy("terms", LONGER, {"id": "scope", "repealed": "true"}, edition=second))


def fact(desk: Desk) -> None:
    text = (desk.place.content / "site.yml").read_text("utf-8")
    desk.write(privacy(SCOPE, {**TERM, **words("Write to {operator.email}")}))
    desk.repo.create_head("facts").checkout()
    desk.repo.heads.main.checkout()
    desk.repo.git.merge("facts", "--quiet")
    desk.repo.create_head("next").checkout()
    (desk.place.content / "site.yml").write_text(text.replace("privacy@", "data@"), "utf-8")
    desk.commit()


def frozen(desk: Desk) -> None:
    path = desk.place.content / "privacy/editions/2026-09-01/ru.txt"
    path.write_text("x", "utf-8")
    desk.commit()


def settings_broken(desk: Desk) -> None:
    (desk.place.content / "site.yml").write_text("url: 5\n", "utf-8")
    desk.commit()


def source_broken(desk: Desk) -> None:
    desk.place.write_text("privacy", "policy: privacy\nclauses: 5\n")
    desk.commit()


CASES = [
    (
        new_policy,
        [
            "## Пользовательское соглашение (`terms`)",
            "A new policy, in [`content/terms/policy.yml`]",
            "| Edition | No. 1, new: it would be published as `2026-10-01` |",
            "| Notice | none is needed: it is the first edition |", "nothing is in force",
            "- **Added** (1): [1\\. All readers \\(ru\\)](content/terms/policy.yml#L",
            "- `/rules/`", "- `/terms/`", "- `/kk/terms/history/`",
            "С 1 октября 2026 года вступает в силу новый документ: «Пользовательское соглашение».",
        ],
        ["/changes/", "Сравнение"],
    ),
    (
        draft,
        [
            "| Edition | None: without `edition:` this is a draft, and nothing of it is published. "
            "No. 1, which it was, stays published |",
            "- now: No. 1 (`2026-09-01`)", "- Nothing yet: no edition would be published.",
            "~~one year~~**two years**",
        ],
        ["Addresses that appear", "```text", "| Notice |"],
    ),
    (
        taken_back,
        ["No. 2, which it was to be, is taken back", "No words change.", "- now: No. 1"],
        ["Addresses that appear"],
    ),
    (
        translation,
        [
            "| Edition | No. 1 stays; a translation is corrected in it: en |",
            "Nothing changes in: Russian (`ru`), Kazakh (`kk`).",
            "- `/privacy/2026-09-01/en-2.json`", "(en)", "<summary>English (`en`)</summary>",
        ],
        ["<summary>Russian", "```text"],
    ),
    (
        correction,
        [
            "| Change | a correction: nothing changes in meaning |",
            "| In force | from the moment when it is published |",
            "| Until then | No. 1 (`2026-09-01`) stays in force |",
            "Nothing has to be sent: it is a correction",
        ],
        ["```text"],
    ),
    (moved, ["- **Moved** (1): ", "- **Renumbered** (2): "], ["Text changed"]),
    (
        removed,
        ["**The working text is taken away.** What is published stays",
         "\n`content/privacy/policy.yml`\n"],
        ["<details"],
    ),
    (renamed, ["`personal-data` has most clauses of `privacy`, which is taken away."], []),
    (
        short_notice,
        ["10 days promised, 3 days if it is published today: **not kept**", "## Problems"],
        [],
    ),
    (
        left_behind,
        [
            "### Translations that did not follow",
            "[2\\. `term`](content/privacy/policy.yml#L",
            "Russian (`ru`) changed, Kazakh (`kk`) did not",
            "Russian (`ru`) changed, English (`en`) did not",
        ],
        [],
    ),
    (untitled_edition, ["No. 1: it cannot be published as it is; see the problems"], []),
    (
        another_between,
        [
            "| Until then | No. 1 (`2026-09-01`) stays in force, from 1 October 2026 No. 2 "
            "(`2026-10-01`) |",
            "From 1 October 2026 until then the edition published before it applies.",
            "С 1 октября 2026 года и до этого дня применяется редакция, опубликованная ранее.",
            "2026 жылғы 1 қазаннан бастап осы күнге дейін бұрын жарияланған редакция қолданылады.",
            "Compare it with the edition before it: ",
        ],
        ["present edition", "действующая редакция", "қолданыстағы редакция"],
    ),
    (
        the_first_to_come,
        ["| Until then | nothing is in force, from 1 October 2026 No. 1 (`2026-10-01`) |",
         "From 1 October 2026 until then the edition published before it applies."],
        ["present edition"],
    ),
    (fact, ["(`privacy`)", "~~privacy@<wbr>policies"], ["**Published files"]),
    (
        frozen,
        ["**Published files change here** (`privacy/editions/2026-09-01/ru.txt`)", "pull-request"],
        [],
    ),
    (settings_broken, ["## Problems", "content/site.yml"], ["(`privacy`)"]),
    (source_broken, ["## Problems", "**error**", "content/privacy/policy.yml"], []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "said", "unsaid"), CASES, ids=[change.__name__ for change, _, _ in CASES]
)
def test_each_kind_of_change(desk: Desk, change, said: list[str], unsaid: list[str]) -> None:  # type: ignore[no-untyped-def]
    change(desk)
    told = desk.told()
    assert [one for one in said if one not in told] == [], told
    assert [one for one in unsaid if one in told] == [], told


def test_what_readers_know_is_compared_where_it_differs(desk: Desk) -> None:
    desk.repo.heads.main.checkout()
    desk.write(privacy(SCOPE, LONGER))
    desk.repo.create_head("next").checkout()
    desk.write(privacy(clause("scope", "All visitors"), LONGER, edition=SECOND))
    own, _, readers = desk.review().partition("all that differs from No. 1, which readers know")
    assert "~~readers~~**visitors**" in own
    assert "~~one year~~" not in own
    assert "~~readers~~**visitors**" in readers
    assert "~~one year~~**two years**" in readers


def test_a_point_is_named_with_its_clause(desk: Desk) -> None:
    points = [clause("visitors", "Visitors too", marker="point")]
    desk.write(privacy({**SCOPE, "clauses": points}, TERM, edition=SECOND))
    told = desk.review()
    assert "- **Added** (1): [1\\. 1\\) Visitors too" in told
    assert "#### 1\\. 1\\) `visitors`: added" in told


def test_the_prevailing_text_is_open_and_first(desk: Desk) -> None:
    desk.write(privacy(SCOPE, LONGER, edition=SECOND, prevails="kk"))
    titles = re.findall(r"<details( open)?><summary>(.*?)</summary>", desk.review())
    assert titles[:3] == [
        (" open", "Kazakh (`kk`)"),
        ("", "Russian (`ru`)"),
        ("", "English (`en`)"),
    ]


def test_links_lead_to_the_lines_of_the_commit(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.write(privacy(SCOPE, LONGER, edition=SECOND))
    monkeypatch.setenv("GITHUB_SERVER_URL", "https://github.com")
    monkeypatch.setenv("GITHUB_REPOSITORY", "dala/policies")
    monkeypatch.setenv("GITHUB_SHA", "a" * 40)
    line = desk.place.line("privacy", '"id": "term"') - 1
    start = f"https://github.com/dala/policies/blob/{'a' * 40}/content/privacy/policy.yml"
    links = re.findall(r"\((https://github.com[^)]*)\)", desk.review())
    assert {*links} == {start, f"{start}#L{line}"}


def test_the_base_is_where_the_branch_left(desk: Desk) -> None:
    desk.write(privacy(SCOPE, LONGER, edition=SECOND))
    told = desk.review()
    desk.repo.heads.main.checkout()
    desk.write(policy("terms"))
    desk.repo.heads.draft.checkout()
    assert desk.review() == told


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--base", "nowhere"], "git does not know the commit `nowhere` here."),
        ([], "Missing option '--base'"),
    ],
)
def test_what_it_cannot_run_on_is_said(desk: Desk, options: list[str], told: str) -> None:
    ran = desk.run("review", *options, moment=NOON)
    assert ran.exit_code == 2
    assert told in ran.stderr


def test_a_shallow_clone_is_told_what_to_fetch(desk: Desk, tmp_path: Path) -> None:
    desk.write(privacy(SCOPE, LONGER, edition=SECOND))
    desk.repo.heads.main.checkout()
    desk.write(policy("terms"))
    desk.repo.heads.draft.checkout()
    shallow = tmp_path / "shallow"
    desk.repo.git.clone(
        "--quiet", "--depth=1", "--no-single-branch", f"file://{desk.place.root}", str(shallow)
    )
    desk.place.root = shallow
    ran = desk.run("review", "--base", "origin/main")
    assert ran.exit_code == 2
    assert "git fetch --unshallow" in ran.stderr


def test_the_checkout_stays_as_it_is(desk: Desk) -> None:
    desk.write(privacy(SCOPE, LONGER, edition=SECOND))
    before = {one: one.stat().st_mtime_ns for one in desk.place.root.rglob("*") if one.is_file()}
    desk.review()
    after = {one: one.stat().st_mtime_ns for one in desk.place.root.rglob("*") if one.is_file()}
    assert {one: time for one, time in after.items() if ".git/" not in str(one)} == {
        one: time for one, time in before.items() if ".git/" not in str(one)
    }


def test_titles_are_declined() -> None:
    whole = WHOLE.read_text("utf-8").replace("\u00a0", " ")
    assert "новая редакция Политики конфиденциальности" in whole
    assert "Құпиялылық саясатының жаңа редакциясы" in whole
    assert TITLE["en"] in whole
