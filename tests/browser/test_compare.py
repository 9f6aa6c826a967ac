"""Any two editions are compared on the page of all editions as the program compares them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from inforce.address import Address
from inforce.archive import TextRecord
from inforce.compare import compare
from inforce.project import load_project
from inforce.render import PolicyLink, Words
from inforce.render.redline import RedlineLabels, redline_html
from inforce.site import Publication
from inforce.site.redlines import rows
from inforce.site.references import References
from inforce.site.wordings import comparable, wordings_files
from tests import built
from tests.browser.bare import write
from tests.browser.readers import PHONE, Readers
from tests.browser.server import Hosted, hosting
from tests.browser.stories import EDITIONS, KAZAKH_ONLY, NOT_IN_ENGLISH, publish_story
from tests.compare.notation import text
from tests.factory import Factory, day

NOW = day("2026-06-20")
HISTORY = "en/privacy/history/"
PROJECTS = ("example", "states", "story", "points")
PAIR = f"?from={EDITIONS[0]}&to={EDITIONS[1]}"

# Points and bullets that move, below sections that number their clauses each way.
POINTS = (
    "a 3. | >b 3.2. | >>c 1) x | >>d 2) y | >>e – one two | f 4. | >g 4.1. | >>h 1) z | ^p A",
    "a 3. | >b 3.2. | >>c 1) w | f 4. | >g 4.1. | >>h 1) z | >>d 2) y | >>e – one two | ^p A",
    "a а) | >b 1. <5 & 6>(https://a.example/) | >>c 1) x | f б) | >g 2. | >>d 1) y | >>e! – Gone.",
    "a 1. | >b 1. | >>c 1) {T & <x>(#b)} x | f 2. | >g 2. | >>d – y | +e 5. | >h 1) z",
)

# The first pair that differs, from where on: both as a browser has them, without the line breaks
# that are there for those who read the source. Then the lists of changes are compared.
DIFFERENT = """async ({file, said, pairs}) => {
  const {redline} = await import(new URL("/assets/redline.js", location))
  const data = await (await fetch(file)).json()
  const parsed = (html) => {
    const template = document.createElement("template")
    template.innerHTML = html
    return template.innerHTML.replace(/\\s*\\n\\s*/g, "")
  }
  const text = (html) => {
    const template = document.createElement("template")
    template.innerHTML = html
    return template.content.textContent
  }
  for (const [from, to, expected, listed] of pairs) {
    const {article, rows} = redline(data, from, to, said, said.home)
    const named = JSON.stringify(rows.map(([kind, ones]) => [kind, ones.map(it => text(it[1]))]))
    if (named !== JSON.stringify(listed)) return [from, to, named, JSON.stringify(listed)]
    const [made, wanted] = [article.outerHTML, expected].map(parsed)
    const at = [...made, ""].findIndex((sign, at) => sign !== (wanted[at] ?? ""))
    const start = Math.max(at - 80, 0)
    if (made !== wanted) return [from, to, ...[made, wanted].map(it => it.substr(start, 300))]
  }
}"""


@dataclass(frozen=True)
class Compared:
    """A project whose wordings are served, and what the program says of its texts."""

    name: str
    root: Path

    @cached_property
    def publication(self) -> Publication:
        project = load_project(self.root)
        return Publication(project.archive, project.site, NOW)

    def pairs(self, policy: str, texts: Sequence[TextRecord]) -> Iterator[tuple[object, ...]]:
        """Every pair of editions, with its redline in English and the list of its changes."""
        labels = RedlineLabels.of(Words.load("en"))
        for old, new in product([one.text for one in texts], repeat=2):
            before, after = (self.link(policy, one.edition) for one in (old, new))
            comparison = compare(old, new)
            html = redline_html(comparison, before, after, labels)
            listed = [
                (row.kind, [name for _, name in row.clauses])
                for row in rows(comparison, labels.kinds)
            ]
            yield old.edition, new.edition, html, listed

    def link(self, policy: str, edition: str) -> PolicyLink:
        effective = self.publication.policies[policy].standing[edition].record.edition.effective
        references = References(self.publication)

        def link(other: str, clause: str) -> str | None:
            address = references.address("", other, clause, effective)
            return f"/{Address().relative(address, '')}" if address else None

        return link


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Factory:
    return publish_story(tmp_path_factory.mktemp("story") / "project")


@pytest.fixture(scope="module")
def projects(story: Factory, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Compared]:
    points = Factory(tmp_path_factory.mktemp("points"))
    for effective, notation in zip(EDITIONS, POINTS, strict=False):
        points.publish(effective, [text(f"# Policy | {notation}")], recorded="2026-01-02")
    roots = {
        "example": built.ROOT,
        "states": built.states(),
        "story": story.root,
        "points": points.root,
    }
    return {name: Compared(name, root) for name, root in roots.items()}


@pytest.fixture(scope="module")
def hosted(
    story: Factory, projects: dict[str, Compared], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Hosted]:
    """The pages of the story, and the wordings of all three projects below their names."""
    folder = tmp_path_factory.mktemp("compared")
    write(story, NOW, folder)
    for name, project in projects.items():
        for file in wordings_files(project.publication):
            for top in (folder / name, *([folder] if name == "story" else [])):
                path = top / file.address.output("ru")
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(file.content)
    with hosting(folder, NOW) as hosted:
        yield hosted


@pytest.fixture
def readers(browser: Browser, hosted: Hosted) -> Iterator[Readers]:
    readers = Readers(browser, {"bare": hosted})
    yield readers
    readers.close()


def opened(readers: Readers, path: str = HISTORY, **settings: object) -> Page:
    page = readers.new(**settings)
    page.goto(readers.hosted["bare"].address + path)
    return page


SAID = """() => ({...JSON.parse(document.getElementById("_comparing").textContent), home: "/"})"""


@pytest.mark.parametrize("name", PROJECTS)
def test_every_pair_reads_as_the_program_writes_it(
    readers: Readers, projects: dict[str, Compared], name: str
) -> None:
    page = opened(readers)
    said = page.evaluate(SAID)
    project = projects[name]
    count = 0
    for policy, standing in project.publication.policies.items():
        for language, texts in comparable(standing).items():
            file = f"/{name}/{policy}/wordings.{language}.json"
            pairs = list(project.pairs(policy, texts))
            count += len(pairs)
            assert page.evaluate(DIFFERENT, {"file": file, "said": said, "pairs": pairs}) is None
    assert count > {"example": 30, "states": 60, "story": 50, "points": 15}[name]


def test_a_pair_has_an_address(readers: Readers) -> None:
    page = opened(readers, HISTORY + PAIR)
    heading = page.get_by_role("heading", name="Comparison of editions")
    expect(heading).to_be_focused()
    expect(page.locator(".inforce-redline")).to_have_count(1)
    expect(page.locator(".inforce-compare [role=status]")).to_contain_text("Number of changes: ")
    assert page.get_by_label("Old text").input_value() == EDITIONS[0]
    assert page.get_by_label("New text").input_value() == EDITIONS[1]
    rows = page.locator(".inforce-changes dt").all_inner_texts()
    assert rows == ["Added", "Moved", "Renumbered", "Text changed"]
    assert readers.noise == []


def test_a_reader_chooses_and_goes_back(readers: Readers) -> None:
    page = opened(readers, HISTORY + "?on=2026-03-05", viewport=PHONE)
    page.get_by_label("Old text").select_option(EDITIONS[3])
    page.get_by_label("New text").select_option(EDITIONS[0])
    page.get_by_role("button", name="Compare", exact=True).press("Enter")
    expect(page.locator(".inforce-redline")).to_have_count(1)
    wanted = f"{HISTORY}?on=2026-03-05&from={EDITIONS[3]}&to={EDITIONS[0]}"
    assert page.url.endswith(wanted)
    page.get_by_role("link", name="To the first change").click()
    assert page.url.endswith(f"{wanted}#change-1")
    expect(page.locator(".inforce-redline")).to_have_count(1)
    page.get_by_label("New text").select_option(EDITIONS[3])
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.get_by_text("The two texts say the same, word for word.")).to_be_visible()
    page.go_back()
    expect(page.get_by_label("New text")).to_have_value(EDITIONS[0])
    expect(page.get_by_text("The two texts say the same, word for word.")).to_be_hidden()
    page.go_back()
    page.go_back()
    expect(page.locator("#_compared")).to_be_hidden()


def test_an_edition_that_takes_no_effect_now_says_so(readers: Readers) -> None:
    page = opened(readers)
    options = page.locator("#_from option").all_inner_texts()
    said = re.compile(" – (.+)|; (.+)[)]")
    assert [(said.search(one) or [""])[0] for one in options] == [
        " – takes effect later",
        " – takes effect later",
        "; withdrawn before it took effect)",
        *[""] * 5,
    ]
    page.locator("#_to").select_option(index=2)
    page.get_by_role("button", name="Compare", exact=True).click()
    which = page.locator("[data-part=which]")
    expect(which).to_contain_text("; withdrawn before it took effect)")


@pytest.mark.parametrize(
    ("old", "new", "language", "said"),
    [
        (EDITIONS[0], NOT_IN_ENGLISH, "ru", "Below the texts in Russian are compared."),
        (*KAZAKH_ONLY, "kk", "Below the texts in Kazakh are compared."),
        (EDITIONS[0], KAZAKH_ONLY[0], "", "There is no language in which both texts are held"),
    ],
)
def test_it_says_which_language_stands_in(
    readers: Readers, old: str, new: str, language: str, said: str
) -> None:
    page = opened(readers, f"{HISTORY}?from={old}&to={new}")
    expect(page.get_by_text(said)).to_be_visible()
    found = page.locator(".inforce-redline").evaluate_all("ones => ones.map(one => one.lang)")
    assert found == ([language] if language else [])


def test_a_comparison_that_cannot_be_had_may_be_asked_for_again(readers: Readers) -> None:
    lost = readers.hosted["bare"].lost
    lost.add("privacy/wordings.en.json")
    page = opened(readers, HISTORY + PAIR)
    expect(page.get_by_text("The comparison could not be loaded. Try once more.")).to_be_visible()
    lost.clear()
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.locator(".inforce-redline")).to_have_count(1)


def test_without_javascript_each_edition_has_its_changes(readers: Readers) -> None:
    page = opened(readers, HISTORY + PAIR, java_script_enabled=False)
    assert page.locator(".inforce-compare, #_compared").locator("visible=true").count() == 0
    links = page.get_by_role("link", name="The changes word by word").all()
    hrefs = [one.get_attribute("href") or "" for one in links]
    assert len(hrefs) == len(EDITIONS) + len(KAZAKH_ONLY) - 1
    assert hrefs[-1].endswith(f"privacy/{EDITIONS[1]}/changes/")
