"""Files that are no sources, or hide something."""

from pathlib import Path

import pytest

from inforce.source import load_policy, load_site, policy_ids
from inforce.source.document import parse_document

from .loading import in_clauses, load, load_sound, the_site, told, write

GOOD = in_clauses("- id: scope\n  ru: |-\n    Первая\n    вторая\n")


@pytest.mark.parametrize(
    "data",
    [
        GOOD.encode("utf-8-sig"),
        GOOD.replace("\n", "\r\n").encode(),
        GOOD.replace("\n", "\r").encode(),
        b"# first\n---\n" + GOOD.encode(),
        GOOD.encode() + b"...\n",
    ],
    ids=["byte order mark", "CR LF", "CR", "document start", "document end"],
)
def test_line_ends_and_marks_of_editors_change_nothing(data: bytes) -> None:
    working, problems = load(data)
    assert problems == ()
    assert working is not None
    assert working.clauses[0].text["ru"].text == "Первая\nвторая"


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (GOOD.encode("cp1251"), "3:13 - encoding"),
        (GOOD.encode("utf-16"), "1:1 - encoding"),
        (GOOD.encode()[:-2] + b"\n", "9:10 - encoding"),
        (b"\xff", "1:1 - encoding"),
    ],
)
def test_a_file_that_is_not_utf_8_is_refused_where_that_shows(data: bytes, place: str) -> None:
    working, problems = load(data)
    assert working is None
    assert told(problems) == [place]
    assert "UTF-8" in problems[0].hint


def test_a_text_is_in_normal_form_c_however_it_is_typed() -> None:
    apart = in_clauses('- id: a\n  ru: И\u0306од\n- id: b\n  ru: "\\u0438\\u0306од"\n')
    working = load_sound(apart)
    assert [clause.text["ru"].text for clause in working.clauses] == ["Йод", "йод"]


@pytest.mark.parametrize(
    ("character", "words"),
    [
        ("\u200b", "ZERO WIDTH SPACE"),
        ("\u00ad", "SOFT HYPHEN"),
        ("\u202e", "RIGHT-TO-LEFT OVERRIDE"),
        ("\u2066", "LEFT-TO-RIGHT ISOLATE"),
        ("\ufeff", "ZERO WIDTH NO-BREAK SPACE"),
        ("\u2028", "LINE SEPARATOR"),
        ("\x85", "U+0085"),
        ("\x07", "U+0007"),
        ("\x00", "U+0000"),
        ("\u0378", "U+0378 cannot be seen"),
        ("\u3164", "HANGUL FILLER"),
        ("\ufe0f", "VARIATION SELECTOR-16"),
        ("\U000e0101", "VARIATION SELECTOR-18"),
        ("\U000e0041", "TAG LATIN CAPITAL LETTER A"),
        ("\uf0b7", "looks different on each computer"),
        ("\ufffd", "is not a letter"),
    ],
)
def test_characters_that_no_reader_sees_are_refused_at_their_place(
    character: str, words: str
) -> None:
    working, problems = load(in_clauses(f"- id: a\n  ru: |-\n    ab{character}\n"))
    assert working is None
    assert told(problems) == ["8:7 - character"]
    assert words in problems[0].message
    escaped = f"\\U{ord(character):08x}"
    _, problems = load(in_clauses(f'- id: a\n  ru: "ab{escaped}"\n'))
    assert told(problems) == ["7:10 - character"]


@pytest.mark.parametrize("character", "\u00a0₸№«»–—“”…×−º§әғқңөұүһі\u202f😀")
def test_characters_that_readers_see_are_kept(character: str) -> None:
    working = load_sound(in_clauses(f"- id: a\n  ru: a{character}b\n"))
    assert working.clauses[0].text["ru"].text == f"a{character}b"


def test_of_many_hidden_characters_twenty_are_named() -> None:
    _, problems = load(in_clauses("- id: a\n  ru: " + "b\u200b" * 100 + "\n"))
    assert len(problems) == 20
    _, problems = load(in_clauses('- id: a\n  ru: "' + "b\\u200b" * 100 + '"\n'))
    assert len(problems) == 20


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: " + "я" * 1_000_000, "larger than 2,000,000 bytes"),
        ("[" * 100_000, "more than 40 levels deep"),
        ("\n".join(" " * level + "a:" for level in range(60)), "more than 40 levels deep"),
        ("a: [" + "b," * 200_001 + "]", "more than 200,000 values"),
    ],
    ids=["long", "brackets", "keys", "values"],
)
def test_size_depth_and_number_of_values_are_limited(text: str, words: str) -> None:
    document, problems = parse_document(text.encode(), "a.yml")
    assert document is None
    assert [problem.check for problem in problems] == ["limit"]
    assert words in problems[0].message


def test_only_the_limit_of_a_huge_file_is_read(tmp_path: Path) -> None:
    write(tmp_path, "")
    with (tmp_path / "privacy" / "policy.yml").open("wb") as stream:
        stream.truncate(50_000_000_000)
    working, problems = load_policy(tmp_path, "privacy", the_site())
    assert working is None
    assert "larger than" in problems[0].message


def test_a_folder_in_the_place_of_a_file_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "privacy" / "policy.yml").mkdir(parents=True)
    (tmp_path / "site.yml").mkdir()
    site, problems = load_site(tmp_path)
    assert site is None
    assert "cannot be read" in problems[0].message
    working, problems = load_policy(tmp_path, "privacy", the_site())
    assert working is None
    assert str(problems[0]).startswith("content/privacy/policy.yml: error: the file cannot be read")


@pytest.mark.parametrize("linked", ["privacy", "privacy/policy.yml"])
def test_no_link_leads_out_of_the_content_folder(tmp_path: Path, linked: str) -> None:
    content, outside = tmp_path / "content", tmp_path / "outside"
    content.mkdir()
    outside.mkdir()
    write(outside, GOOD)
    (content / linked).parent.mkdir(exist_ok=True)
    (content / linked).symlink_to(outside / linked)
    working, problems = load_policy(content, "privacy", the_site())
    assert working is None
    assert problems[0].message == "a link leads out of the content folder"


def test_the_content_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    write(tmp_path / "real", GOOD)
    (tmp_path / "content").symlink_to(tmp_path / "real")
    assert load_policy(tmp_path / "content", "privacy", the_site())[1] == ()


def test_policies_are_the_folders_with_a_source(tmp_path: Path) -> None:
    for name in ("terms", "cookies"):
        write(tmp_path, "", name=name)
    (tmp_path / "drafts").mkdir()
    assert policy_ids(tmp_path) == ("cookies", "terms")
