"""Whatever breaks a publication off, the ledger is whole, and the next one finishes the work."""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from inforce.archive import load
from inforce.ledger import Repeal, dump, parse
from inforce.problems import ContentError, InforceError
from inforce.publish import dry_run, publish
from inforce.publish.workshop import PREFIX, alone, interrupted

from ..workplace import Workplace, at, clause, policy, steps
from .interrupt import ACTS, BUSY, DONE, LATER, REFUSED, SURVIVED

TESTS = Path(__file__).parents[2]
KILLED = -9


ON_POSTING = {"number": "1", "effective": "on posting"}
PENDING = {
    "ru": "authentic",
    "kk": {"status": "authentic", "pending": "true"},
    "en": "unofficial",
}


@pytest.fixture
def template(place: Workplace) -> Workplace:
    """A project in which an edition, an added text and two corrections are due."""
    texts = [clause("a", "First"), clause("b", "Second")]
    place.publish(policy("terms", *texts, edition=ON_POSTING, languages=PENDING))
    place.publish(policy("privacy", *texts, edition=ON_POSTING))
    place.publish(policy("privacy", *texts, edition={"number": "2", "effective": "2027-01-01"}))
    better = {**texts[0], "en": "The first one"}
    ready = {"ru": "authentic", "kk": "authentic", "en": "unofficial"}
    place.write(
        policy("terms", better, texts[1], edition=ON_POSTING, languages=ready),
        policy("cookies", *texts, edition=ON_POSTING),
    )
    return place


@pytest.fixture
def fresh(place: Workplace) -> Workplace:
    """A project in which nothing was published yet."""
    place.write(policy("terms", edition=ON_POSTING), policy("privacy", edition=ON_POSTING))
    return place


def attempts(mode: str, act: str, template: Path, out: Path) -> list[int]:
    """The codes of all attempts; the folders are called 1, 2, … in `out`."""
    out.mkdir()
    program = [sys.executable, "-m", "tests.publish.interrupt"]
    command = [*program, mode, act, str(template), str(out)]
    ran = subprocess.run(command, cwd=TESTS, check=True, capture_output=True, text=True)
    return [int(code) for code in ran.stdout.split()]


def tree(root: Path) -> dict[str, str]:
    """The digest of every file of a project, and every folder."""
    return {
        str(path.relative_to(root)): hashlib.sha256(path.read_bytes()).hexdigest()
        if path.is_file()
        else "folder"
        for path in root.rglob("*")
    }


def ledgers(root: Path, before: bytes) -> list[bytes]:
    """The ledger as it stands after each act of a whole run."""
    lines = Workplace(root).ledger().splitlines(keepends=True)
    known = [b"".join(lines[:count]) for count in range(len(lines) + 1)]
    return [one for one in known if one == before or len(one) > len(before)]


def left_behind(root: Path) -> list[object]:
    """Workshops, and anything that the archive would even warn of."""
    _, problems = load(root / "content")
    return [*(root / "content").glob(f"{PREFIX}*"), *problems]


def errors_in(root: Path) -> list[str]:
    _, problems = load(root / "content")
    return [str(problem) for problem in problems if problem.severity == "error"]


@pytest.mark.parametrize(
    ("mode", "project"),
    [
        ("kill", "template"),
        ("kill", "fresh"),
        ("fail", "template"),
        ("fill", "template"),
        ("limit", "template"),
    ],
)
def test_a_publication_that_breaks_off_is_finished_by_the_next(
    mode: str, project: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    start: Workplace = request.getfixturevalue(project)
    codes = attempts(mode, "publish", start.root, tmp_path / "out")
    *broken, last = codes
    assert last == DONE
    assert len(broken) >= (30 if mode in ("kill", "fail") else 5)
    assert set(broken) <= ({KILLED} if mode == "kill" else {REFUSED, SURVIVED})
    whole = tmp_path / "out" / str(len(codes))
    known = ledgers(whole, start.ledger())
    for point in range(1, len(codes)):
        root = tmp_path / "out" / str(point)
        assert Workplace(root).ledger() in known
        if mode in ("fill", "limit"):
            assert left_behind(root) == []
        else:
            assert errors_in(root) == [] or not Workplace(root).ledger()
        planned = steps(dry_run(root, LATER)) if interrupted(root / "content") else None
        assert steps(publish(root, LATER, lambda step: None)) == planned or planned is None
        assert tree(root) == tree(whole), f"at point {point}"


def test_clearing_up_may_break_off_too(template: Workplace, tmp_path: Path) -> None:
    codes = attempts("kill", "publish", template.root, tmp_path / "out")
    whole = tmp_path / "out" / str(len(codes))
    roots = [tmp_path / "out" / str(point) for point in range(1, len(codes))]
    placed = [root for root in roots if interrupted(root / "content")]
    kinds = {type(interrupted(root / "content")[0]).__name__ for root in placed}
    assert kinds == {"Publish", "Add", "Correct"}
    for root in (placed[0], placed[-1]):
        again = attempts("kill", "publish", root, tmp_path / f"again-{root.name}")
        for point in range(1, len(again)):
            second = tmp_path / f"again-{root.name}" / str(point)
            publish(second, LATER, lambda step: None)
            assert tree(second) == tree(whole)


@pytest.mark.parametrize("act", ["withdraw", "repeal", "redact"])
@pytest.mark.parametrize("mode", ["kill", "fail", "limit"])
def test_the_rare_acts_are_recorded_whole_or_not_at_all(
    mode: str, act: str, template: Workplace, tmp_path: Path
) -> None:
    codes = attempts(mode, act, template.root, tmp_path / "out")
    assert codes[-1] == DONE
    assert len(codes) > 3
    whole = tmp_path / "out" / str(len(codes))
    after = Workplace(whole).ledger()
    for point in range(1, len(codes)):
        root = tmp_path / "out" / str(point)
        assert Workplace(root).ledger() in (template.ledger(), after)
        assert errors_in(root) == []
        if act == "redact" or Workplace(root).ledger() != after:
            ACTS[act](root)
        with alone(root / "content"):
            assert tree(root) == tree(whole)


def test_publications_at_once_do_not_disturb_each_other(
    template: Workplace, tmp_path: Path
) -> None:
    codes = attempts("race", "publish", template.root, tmp_path / "out")
    assert set(codes) <= {DONE, BUSY}
    assert DONE in codes
    publish(template.root, LATER, lambda step: None)
    assert tree(tmp_path / "out" / "1") == tree(template.root)


def test_a_second_publication_is_refused_while_one_runs(template: Workplace) -> None:
    with (
        alone(template.content),
        pytest.raises(InforceError, match="another publication is running"),
    ):
        publish(template.root, LATER, lambda step: None)


def test_what_stops_the_writing_is_said(template: Workplace) -> None:
    (template.content / "cookies" / "editions").write_text("a file where a folder should be")
    with pytest.raises(InforceError, match="editions: File exists; try again when that is mended"):
        publish(template.root, LATER, lambda step: None)


def test_a_workshop_that_the_ledger_has_left_behind_takes_nothing_back(
    template: Workplace, tmp_path: Path
) -> None:
    codes = attempts("kill", "publish", template.root, tmp_path / "out")
    roots = [tmp_path / "out" / str(point) for point in range(1, len(codes))]
    root = next(one for one in roots if interrupted(one / "content"))
    whole = tmp_path / "out" / str(len(codes))
    (root / "content" / "ledger.jsonl").write_bytes(Workplace(whole).ledger())
    for path in whole.rglob("*"):
        if path.is_file():
            target = root / path.relative_to(whole)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    publish(root, LATER, lambda step: None)
    assert tree(root) == tree(whole)


def test_files_of_a_ledger_that_went_another_way_are_named_and_kept(
    template: Workplace, tmp_path: Path
) -> None:
    codes = attempts("kill", "publish", template.root, tmp_path / "out")
    roots = [tmp_path / "out" / str(point) for point in range(1, len(codes))]
    placed_at = Path("content", "cookies", "editions", "2026-09-03")
    root = next(one for one in roots if (one / placed_at).exists())
    assert interrupted(root / "content")
    placed = Workplace(root).frozen()
    (*earlier, _) = template.ledger().splitlines(keepends=True)
    known, _ = parse(b"".join(earlier), "ledger.jsonl")
    other = known.append(Repeal("terms", at("2028-01-01"), (), "closed"), LATER)
    (root / "content" / "ledger.jsonl").write_bytes(dump(other))
    with pytest.raises(ContentError, match="cookies/editions/2026-09-03: error: no line of the"):
        publish(root, LATER, lambda step: None)
    assert Workplace(root).frozen() == placed
