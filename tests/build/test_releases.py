import subprocess
from pathlib import Path

import pytest

from inforce.build.releases import folder_of, obstacle, put
from inforce.build.swap import SwapError


def made(tmp_path: Path, words: str) -> Path:
    """A new site in a workshop of its own."""
    shop = tmp_path / f"shop-{words}"
    (shop / "site").mkdir(parents=True)
    (shop / "site" / "index.html").write_text(words)
    return shop / "site"


def test_one_link_leads_to_the_newest_release(tmp_path: Path) -> None:
    live = tmp_path / "site"
    first = put(made(tmp_path, "first"), live, "20261121T081500Z", keep=5)
    assert first == tmp_path / "site.releases" / "20261121T081500Z"
    put(made(tmp_path, "second"), live, "20261122T081500Z", keep=5)
    assert live.readlink() == Path("site.releases/20261122T081500Z")
    assert (live / "index.html").read_text() == "second"
    assert (first / "index.html").read_text() == "first"


def test_two_releases_in_one_second_are_two(tmp_path: Path) -> None:
    live = tmp_path / "site"
    put(made(tmp_path, "first"), live, "20261121T081500Z", keep=5)
    put(made(tmp_path, "second"), live, "20261121T081500Z", keep=5)
    assert live.readlink() == Path("site.releases/20261121T081500Z-2")


@pytest.mark.parametrize(("keep", "kept"), [(1, ["3"]), (2, ["2", "3"]), (9, ["0", "1", "2", "3"])])
def test_the_last_are_kept(tmp_path: Path, keep: int, kept: list[str]) -> None:
    for stamp in "0123":
        put(made(tmp_path, stamp), tmp_path / "site", stamp, keep)
    assert sorted(path.name for path in folder_of(tmp_path / "site").iterdir()) == kept


def test_a_folder_is_not_turned_into_a_link_but_the_message_says_how(tmp_path: Path) -> None:
    live = tmp_path / "site"
    live.mkdir()
    (live / "index.html").write_text("old")
    command = obstacle(live).partition("Do this once: ")[2]
    subprocess.run(command, shell=True, check=True)
    assert obstacle(live) == ""
    assert (live / "index.html").read_text() == "old"
    put(made(tmp_path, "new"), live, "20261121T081500Z", keep=1)
    assert (live / "index.html").read_text() == "new"


def test_a_link_that_leads_elsewhere_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "site").symlink_to("elsewhere")
    assert "leads somewhere else than into site.releases/" in obstacle(tmp_path / "site")


def test_what_the_system_refuses_leaves_the_link_as_it_was(tmp_path: Path) -> None:
    live = tmp_path / "site"
    put(made(tmp_path, "old"), live, "0", keep=5)
    new = made(tmp_path, "new")
    new.with_name("link").write_text("in the way")
    with pytest.raises(SwapError, match="File exists"):
        put(new, live, "1", keep=5)
    assert live.readlink() == Path("site.releases/0")
