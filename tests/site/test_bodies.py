"""What the pages say, read from their HTML."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from urllib.parse import urldefrag, urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser

from inforce.model import Applies, Approval, LanguageStatus, Link, Location, Status, Text, Words
from inforce.problems import Problem
from inforce.site import Bodies, Draft, File, Publication, files, pages
from tests.factory import BASE, STATUSES, Factory, clause, day, paragraph, sample, texts

At = Callable[[str], Publication]


class Site:
    """The bodies of all pages by path."""

    def __init__(self, publication: Publication) -> None:
        self.publication = publication
        bodies = Bodies(publication)
        self.pages = {page.address.path("ru"): page for page in pages(publication)}
        self.html = {path: bodies.html(page) for path, page in self.pages.items()}

    def tree(self, path: str) -> LexborHTMLParser:
        return LexborHTMLParser(self.html[path])

    def words(self, path: str, selector: str = "body") -> str:
        nodes = self.tree(path).css(selector)
        return " ".join(" ".join(node.text() for node in nodes).replace("\u00a0", " ").split())

    def notice(self, path: str) -> str:
        return self.words(path, ".inforce-notice")

    def links(self, path: str, selector: str = ".inforce-notice a") -> list[str]:
        """Where the links lead, as paths of this site."""
        found = [node.attributes.get("href") or "" for node in self.tree(path).css(selector)]
        return [target(path, href) for href in found]


def target(path: str, href: str) -> str:
    """The path of this site, without a fragment, that a link on the page `path` leads to."""
    return urldefrag(urljoin(f"{BASE}{path}", href)).url.removeprefix(BASE)


def several(factory: Factory) -> None:
    """An edition of each state."""
    factory.publish("2026-02-01", texts("one"))
    factory.publish("2026-03-01", texts("two"))
    factory.publish("2026-05-01", texts("three"))
    withdrawn = factory.publish("2026-06-01", texts("four"))
    factory.withdraw(withdrawn, "2026-03-02", "A wrong date.")


def test_a_page_in_force_says_since_when_and_what_comes(factory: Factory, published: At) -> None:
    several(factory)
    site = Site(published("2026-04-01"))
    assert site.words("en/privacy/", ".inforce-notice--in-force") == (
        "In force from 1 March 2026 until 1 May 2026. The permanent address of this edition: "
        "edition 2 (from 1 March 2026)."
    )
    assert site.words("en/privacy/", ".inforce-notice--upcoming") == (
        "From 1 May 2026 another edition applies What changes: Summary [en] three "
        "Read it: edition 3 (from 1 May 2026). The changes word by word"
    )
    assert site.links("en/privacy/") == [
        *("en/privacy/2026-03-01/", "en/privacy/2026-05-01/", "en/privacy/2026-05-01/changes/")
    ]
    assert site.words("en/privacy/", "#scope p") == "1.1. Scope [en] two"
    assert site.links("en/privacy/2026-03-01/") == ["en/privacy/", "en/privacy/2026-05-01/"]


def test_a_scheduled_edition_says_what_applies_until_then(factory: Factory, published: At) -> None:
    several(factory)
    site = Site(published("2026-04-01"))
    assert site.notice("privacy/2026-05-01/") == (
        "Не действует до 1 мая 2026 года До этого действует редакция № 2 "
        "(с 1 марта 2026 года). Действующая редакция всегда находится здесь: Политика privacy."
    )
    assert site.links("privacy/2026-05-01/") == ["privacy/2026-03-01/", "privacy/"]


def test_an_earlier_edition_says_what_took_its_place(factory: Factory, published: At) -> None:
    several(factory)
    site = Site(published("2026-04-01"))
    assert site.notice("kk/privacy/2026-02-01/") == (
        "Бұрынғы редакция, қолданылмайды Бұл редакция 2026 жылғы 1 ақпаннан бастап "
        "2026 жылғы 1 наурызға дейін "
        "қолданылды. 2026 жылғы 1 наурыздан бастап басқа редакция қолданылады: 2‑редакция "
        "(2026 жылғы 1 наурыздан бастап). "
        "Қолданыстағы редакция әрқашан мына мекенжайда: Саясат privacy."
    )
    assert site.words("kk/privacy/2026-02-01/", "#scope p") == "1.1. Scope [kk] one"


def test_a_withdrawn_edition_says_that_it_never_applied(factory: Factory, published: At) -> None:
    several(factory)
    site = Site(published("2026-07-01"))
    assert site.notice("en/privacy/2026-06-01/").startswith(
        "Withdrawn, not in force This edition was withdrawn on 2 March 2026, before it "
        "took effect, and was never in force. It was to take effect on 1 June 2026. "
        "Reason: A wrong date."
    )
    facts = site.words("en/privacy/2026-06-01/", ".inforce-facts")
    assert facts.startswith("Intended effective date1 June 2026")


WITHDRAWN = {
    "privacy": "редакция № 4 (с 1 июня 2026 года; отозвана до вступления в силу)",
    "kk/privacy": "4‑редакция (2026 жылғы 1 маусымнан бастап; күшіне енгенге дейін кері қайтарып "
    "алынған)",
    "en/privacy": "edition 4 (from 1 June 2026; withdrawn before it took effect)",
}


@pytest.mark.parametrize("path", WITHDRAWN)
def test_a_withdrawn_edition_is_named_as_one(factory: Factory, published: At, path: str) -> None:
    several(factory)
    site = Site(published("2026-07-01"))
    history, name = f"{path}/history/", WITHDRAWN[path]
    assert site.words(history, ".inforce-entry--withdrawn h2") == name
    (option, *_) = site.tree(history).css("#_to option")
    said = (option.text().strip(), option.attributes["data-name"] or "")
    assert [one.replace("\u00a0", " ") for one in said] == [name, name]
    assert name in site.words(f"{path}/2026-06-01/changes/", ".inforce-overview p")
    sheet = Bodies(site.publication).on_paper(site.pages[f"{path}/2026-06-01/"])
    assert sheet.endswith(f", {name.partition('; ')[2].removesuffix(')')}")


def test_of_withdrawn_editions_alone_each_is_named_as_one(factory: Factory, published: At) -> None:
    factory.withdraw(factory.publish("2026-06-01", texts("one")), "2026-03-02", "A wrong date.")
    site = Site(published("2026-07-01"))
    name = "edition 1 (from 1 June 2026; withdrawn before it took effect)"
    assert name in site.words("en/privacy/parallel/", ".inforce-beside p")
    assert name in site.words("en/privacy/clauses/", "h2")


def test_a_policy_before_its_first_edition_shows_no_text(factory: Factory, published: At) -> None:
    several(factory)
    site = Site(published("2026-01-15"))
    assert site.tree("en/privacy/").css("article") == []
    assert site.words("en/privacy/", "h1") == "Policy privacy"
    assert "Takes effect on 1 February 2026: edition 1" in site.notice("en/privacy/")
    assert "Before that the document is not in force." in site.notice("en/privacy/2026-02-01/")


def test_a_repealed_policy_says_since_when_and_what_is_in_its_place(
    factory: Factory, published: At
) -> None:
    factory.publish("2026-02-01", texts())
    factory.publish("2026-02-01", texts(policy="terms"))
    factory.repeal("privacy", "2026-04-01", "2026-03-01", ("terms",))
    before, after = Site(published("2026-03-15")), Site(published("2026-04-01"))
    assert "The document ceases to have effect on 1 April 2026." in before.notice("en/privacy/")
    assert before.tree("en/privacy/").css("article") != []
    assert after.notice("en/privacy/") == (
        "The document is no longer in force "
        "The document ceased to have effect on 1 April 2026. In its place: Policy terms."
    )
    assert after.tree("en/privacy/").css("article") == []
    for path in ("privacy/2026-02-01/", "privacy/parallel/"):
        assert after.notice(path).startswith(
            "Документ больше не действует Эта редакция действовала с 1 февраля 2026 года "
            "до 1 апреля 2026 года."
        )
    assert after.links("en/", "ul:not(.inforce-list) a") == ["en/privacy/", "en/terms/"]


def test_a_missing_text_is_replaced_with_a_notice(factory: Factory, published: At) -> None:
    pending = {**STATUSES, "kk": LanguageStatus(Status.AUTHENTIC, pending=True)}
    factory.publish("2026-02-01", [sample("ru"), sample("en")], languages=pending)
    site = Site(published("2026-03-01"))
    assert "Бұл редакцияның қазақ тіліндегі мәтіні әзірге жоқ." in site.notice("kk/privacy/")
    assert "Төменде орыс тіліндегі мәтін берілген." in site.notice("kk/privacy/")
    assert "Құжаттың қазақ тіліндегі мәтіні жоқ. Төменде орыс тіліндегі мәтіннің тарихы" in (
        site.notice("kk/privacy/clauses/")
    )
    article = site.tree("kk/privacy/").css_first("article")
    assert article is not None
    assert article.attributes["lang"] == article.attributes["data-language"] == "ru"
    link = site.tree("kk/").css_first("h2 a")
    assert link is not None
    assert link.attributes["lang"] == "ru"


def test_a_translation_says_what_it_is_and_which_text_prevails(
    factory: Factory, published: At
) -> None:
    reviewed = LanguageStatus(Status.UNOFFICIAL, source="ru", reviewed=date(2026, 1, 15))
    factory.publish("2026-02-01", texts(), languages={**STATUSES, "en": reviewed})
    factory.publish("2026-03-01", texts(), prevails="unstated")
    factory.publish("2026-04-01", texts(), prevails="equal")
    site = Site(published("2026-05-01"))
    assert site.words("en/privacy/2026-02-01/", ".inforce-notice--translation") == (
        "Status of this text: unofficial translation from Russian. "
        "The translation was checked against the source text on "
        "15 January 2026. Where the texts differ, the text in Russian prevails."
    )
    assert site.tree("privacy/2026-02-01/").css(".inforce-notice--translation") == []
    assert "prevails" not in site.words("en/privacy/2026-03-01/")
    assert "The authentic texts have equal force." in site.words("en/privacy/2026-04-01/")


def test_an_imported_edition_says_where_it_was_before(factory: Factory, published: At) -> None:
    factory.publish("2020-02-01", texts(), imported="the <old> site", number="3")
    site = Site(published("2026-05-01"))
    said = (
        "This edition was first published elsewhere: the <old> site. It was "
        "entered in the ledger on 1 January 2026."
    )
    for path in ("en/privacy/", "en/privacy/2020-02-01/", "en/privacy/history/"):
        assert said in site.words(path)
    assert site.words("en/changelog/", ".inforce-entry p") == (
        "On 1 January 2026, edition 3 (from 1 February 2020) was entered in the ledger. "
        "This edition was first published elsewhere: the <old> site. Summary [en]"
    )
    assert "those before it are not held" in site.notice("en/privacy/")


def test_what_was_removed_is_said_and_not_shown(factory: Factory, published: At) -> None:
    edition = factory.publish("2026-02-01", texts())
    factory.redact(edition, ["kk.json", "kk.txt"], "2026-03-01", "A court's order.")
    publication = published("2026-04-01")
    site = Site(publication)
    removed = "Бұл редакцияның қазақ тіліндегі мәтіні алып тасталды. Себебі: A court's order. "
    assert removed + (
        "Төменде орыс тіліндегі мәтін берілген. Мәтіндер арасында алшақтық болса, "
        "орыс тіліндегі мәтін басым күшке ие болады."
    ) in site.notice("kk/privacy/")
    assert removed + "Төменде орыс тіліндегі мәтіннің тарихы берілген." in (
        site.notice("kk/privacy/clauses/")
    )
    assert "[kk]" not in site.html["kk/privacy/"]
    assert "kk.txt (removed)" in site.words("en/privacy/", ".inforce-files")
    names = [file.address.path("ru") for file in files(publication, factory.content)]
    assert not any(name.endswith("kk.txt") for name in names)


def test_a_policy_whose_texts_are_all_removed_keeps_its_page(
    factory: Factory, published: At
) -> None:
    edition = factory.publish("2026-02-01", [sample("ru")])
    factory.redact(edition, ["ru.json", "ru.txt"], "2026-03-01", "A court's order.")
    site = Site(published("2026-04-01"))
    assert site.words("privacy/", "h1") == "privacy"
    assert "Причина: A court's order." in site.notice("privacy/")
    assert "Below is the text" not in site.notice("en/privacy/")


def test_what_is_known_of_an_edition_stands_below_it(factory: Factory, published: At) -> None:
    approval = Approval({"en": "director"}, {"en": "order"}, "65", date(2026, 1, 20))
    factory.publish(
        "2026-02-01",
        texts(),
        adopted=date(2026, 1, 20),
        approved=approval,
        applies=(Applies("existing-users", date(2026, 3, 1)), Applies("shops", date(2026, 4, 1))),
    )
    site = Site(published("2026-02-15"))
    names, values = ("en/privacy/", ".inforce-facts > dt"), ("en/privacy/", ".inforce-facts > dd")
    assert site.words(*names) == (
        "Effective date Approved Applies to existing users Applies to: shops Languages"
    )
    assert site.words(*values).startswith(
        "1 February 2026 order No. 65 of 20 January 2026, director "
        "from 1 March 2026 from 1 April 2026 Русский: authentic text"
    )
    assert "2026 жылғы 20 қаңтардағы № 65 order, director" in site.words(
        "kk/privacy/", ".inforce-facts"
    )


def test_the_lives_of_clauses_say_what_is_not_in_force(factory: Factory, published: At) -> None:
    several(factory)
    factory.publish("2026-02-01", texts("", "cookies"), recorded="2026-03-03", imported="x")
    factory.repeal("cookies", "2026-04-01", "2026-03-04")
    factory.publish("2026-05-01", texts("", "offers"), recorded="2026-03-05")
    site = Site(published("2026-04-01"))
    notices = {
        "privacy": "In force from 1 March 2026 until 1 May 2026.",
        "cookies": "The document is no longer in force",
        "offers": "Not in force until 1 May 2026",
    }
    for policy, said in notices.items():
        assert site.notice(f"en/{policy}/clauses/").startswith(said)
    assert "first published elsewhere: x." in site.notice("en/cookies/clauses/")
    assert site.words("en/privacy/clauses/", "#scope .inforce-turn") == (
        "Text changed: edition 3 (from 1 May 2026). Not in force until 1 May 2026 "
        "Text changed: edition 2 (from 1 March 2026) First text: edition 1 (from 1 February 2026)"
    )


def test_an_edition_is_told_in_brief_above_its_text(factory: Factory, published: At) -> None:
    factory.publish("2026-02-01", texts(policy="terms"), number="2а", adopted=date(2026, 1, 20))
    several(factory)
    site = Site(published("2026-04-01"))
    in_brief = ".inforce-brief div"
    assert site.words("privacy/", in_brief) == (
        "Редакция № 2 из 3 Внесена в журнал 1 января 2026 года Текст аутентичный текст. "
        "При расхождении текстов преимущественную силу имеет текст на русском языке."
    )
    assert site.words("en/privacy/2026-06-01/", in_brief).startswith("Edition No. 4 Entered")
    assert site.words("kk/terms/", in_brief).startswith(
        "Редакция № 2а Қабылданған күні 2026 жылғы 20 қаңтар"
    )
    assert site.links("en/privacy/", ".inforce-brief a") == [
        *("en/privacy/history/", "en/privacy/parallel/", "en/privacy/clauses/", "en/privacy/"),
        *("privacy/2026-03-01/en.txt", "en/privacy/"),
    ]
    assert site.html["en/privacy/"].index("inforce-brief") < site.html["en/privacy/"].index(
        "<article"
    )
    for name in ("_about", "_check"):
        assert len(site.tree("en/privacy/").css(f"#{name}")) == 1


def test_every_revision_of_a_corrected_text_can_be_had(factory: Factory, published: At) -> None:
    edition = factory.publish("2026-02-01", texts("one"))
    factory.correct(edition, sample("en", "better"), "2026-02-10")
    publication = published("2026-03-01")
    site = Site(publication)
    assert site.words("en/privacy/2026-02-01/", "#scope p") == "1.1. Scope [en] better"
    linked = site.links("en/privacy/2026-02-01/", ".inforce-files a")
    for name in ("edition.json", "en.txt", "en-2.txt", "en.json", "en-2.json"):
        assert f"privacy/2026-02-01/{name}" in linked


def test_an_edition_within_a_day_says_its_time_once(factory: Factory, published: At) -> None:
    moment = day("2026-02-01") + timedelta(hours=14, minutes=20)
    factory.publish(moment, texts())
    site = Site(published("2026-03-01"))
    assert site.words("en/privacy/", ".inforce-notice--in-force") == (
        "In force from 1 February 2026 (14:20, UTC+05:00). The permanent address of this "
        "edition: edition 1 (from 1 February 2026)."
    )


def test_the_history_has_the_newest_edition_first(factory: Factory, published: At) -> None:
    several(factory)
    site = Site(published("2026-04-01"))
    entries = [
        " ".join(node.text().replace("\u00a0", " ").split())
        for node in site.tree("en/privacy/history/").css(".inforce-entry")
    ]
    assert entries == [
        "edition 4 (from 1 June 2026; withdrawn before it took effect) "
        "Withdrawn on 2 March 2026, before it took effect. Summary [en] four "
        "The changes word by word",
        "edition 3 (from 1 May 2026) Takes effect on 1 May 2026. Summary [en] three "
        "The changes word by word",
        "edition 2 (from 1 March 2026) In force from 1 March 2026 until 1 May 2026. "
        "Summary [en] two The changes word by word",
        "edition 1 (from 1 February 2026) Was in force from 1 February 2026 until 1 March 2026. "
        "Summary [en] one",
    ]


def test_the_changelog_tells_every_act(factory: Factory, published: At) -> None:
    pending = {**STATUSES, "kk": LanguageStatus(Status.AUTHENTIC, pending=True)}
    edition = factory.publish("2026-02-01", [sample("ru"), sample("en")], languages=pending)
    factory.add(edition, sample("kk"), "2026-01-02")
    factory.correct(edition, sample("en", "better"), "2026-01-03")
    factory.publish("2026-02-01", texts(policy="terms"), recorded="2026-01-04")
    later = factory.publish("2026-05-01", texts("two"), recorded="2026-01-05")
    factory.withdraw(later, "2026-01-06")
    factory.redact(edition, ["en.json", "en.txt"], "2026-01-07", "An order.")
    factory.repeal("terms", "2026-04-01", "2026-01-08", ("privacy",))
    site = Site(published("2026-03-01"))
    lines = [
        " ".join(node.text().replace("\u00a0", " ").split())
        for node in site.tree("en/changelog/").css(".inforce-entry")
    ]
    assert lines == [
        "Policy terms On 8 January 2026, it was announced that the document ceases to have effect "
        "on 1 April 2026. In its place: Policy privacy.",
        "Policy privacy On 7 January 2026, files were removed: edition 1 (from 1 February 2026). "
        "Reason: An order.",
        "Policy privacy On 6 January 2026, edition 2 (from 1 May 2026) was withdrawn before it "
        "took effect.",
        "Policy privacy On 5 January 2026, edition 2 (from 1 May 2026; withdrawn before it took "
        "effect) was published. Summary [en] two The changes word by word",
        "Policy terms On 4 January 2026, edition 1 (from 1 February 2026) was published. "
        "Summary [en]",
        "Policy privacy On 3 January 2026, the translation in English was corrected: edition 1 "
        "(from 1 February 2026).",
        "Policy privacy On 2 January 2026, the text in Kazakh was added: edition 1 "
        "(from 1 February 2026).",
        "Policy privacy On 1 January 2026, edition 1 (from 1 February 2026) was published. "
        "Summary [en] better",
    ]
    kazakh = site.words("kk/changelog/", ".inforce-entry p")
    assert "2026 жылғы 1 қаңтарда 1‑редакция (2026 жылғы 1 ақпаннан бастап) жарияланды." in kazakh


def test_a_draft_says_that_it_is_one(factory: Factory, published: At) -> None:
    factory.publish("2026-02-01", texts("one"))
    problem = Problem(Location("content/privacy/policy.yml", 3), "x", "is <wrong>", "Mend it.")
    draft = Draft("privacy", {"ru": sample("ru", "next")}, (problem,))
    site = Site(replace(published("2026-03-01"), drafts=(draft,)))
    assert "не опубликован и не действует" in site.notice("privacy/draft/")
    assert "content/privacy/policy.yml:3 is <wrong>Mend it." in site.notice("privacy/draft/")
    assert site.words("privacy/draft/", "#scope p") == "1.1. Scope [ru] next"
    assert not site.pages["privacy/draft/"].indexed
    assert site.links("privacy/draft/") == ["privacy/"]
    assert site.tree("kk/privacy/draft/").css("article") == []


def test_the_home_page_lists_drafts_by_their_titles(factory: Factory, published: At) -> None:
    factory.publish("2026-02-01", texts("one"))
    new = Draft("rules", {one: sample(one, policy="rules") for one in ("ru", "kk")})
    drafts = (Draft("privacy", {"ru": sample("ru", "next")}), new, Draft("broken"))
    site = Site(replace(published("2026-03-01"), drafts=drafts))
    for path, titles in {
        "": "Политика privacy Политика rules broken",
        "kk/": "Саясат privacy Саясат rules broken",
        "en/": "Policy privacy rules broken",
    }.items():
        assert site.words(path, "ul:not(.inforce-list) a") == titles


def hostile(language: str) -> Text:
    evil = '</title><script>alert("x")</script>'
    text = sample(language, evil)
    return replace(
        text,
        title=evil,
        summary=(paragraph(evil),),
        clauses=(*text.clauses, clause("evil", evil, evil, title=evil)),
    )


def test_no_word_of_a_text_becomes_markup(factory: Factory, published: At) -> None:
    edition = factory.publish(
        "2026-02-01", [hostile("ru"), hostile("en")], imported="<script>", number="<script>"
    )
    factory.redact(edition, ["en.json", "en.txt"], "2026-03-01", "<script>")
    site = Site(published("2026-04-01"))
    for path, html in site.html.items():
        assert "<script>" not in html, path


def check_links(site: Site, factory: Factory) -> dict[str, File]:
    """Every link leads to a page or to one of the files, which are returned by path."""
    known = {file.address.path("ru"): file for file in files(site.publication, factory.content)}
    for path in site.pages:
        for found in site.links(path, "a"):
            assert found in site.pages or found in known, (path, found)
    return known


def test_a_site_without_editions_says_so(factory: Factory, published: At) -> None:
    site = Site(published("2026-04-15"))
    check_links(site, factory)
    for path in ("en/", "en/changelog/"):
        assert "Nothing is published yet." in site.words(path)


def test_every_link_leads_to_a_page_or_a_file(factory: Factory, published: At) -> None:
    several(factory)
    refers = paragraph(Link((Words("x"),), policy="privacy", clause="scope"))
    text = sample("ru", policy="terms")
    factory.publish(
        "2026-04-01",
        [replace(text, clauses=(*text.clauses, clause("refers", "3.", refers)))],
        recorded="2026-03-03",
        aliases=("/old/terms/",),
    )
    site = Site(published("2026-04-15"))
    known = check_links(site, factory)
    assert site.links("kk/terms/", "a.policy") == ["kk/privacy/2026-03-01/"]
    redirect = LexborHTMLParser(known["kk/old/terms/"].content)
    link = redirect.css_first("a")
    assert link is not None
    assert target("kk/old/terms/", link.attributes.get("href") or "") == "kk/terms/"
    canonical = redirect.css_first("link[rel=canonical]")
    assert canonical is not None
    assert canonical.attributes["href"] == "https://policies.example/kk/terms/"


def test_files_are_those_of_the_archive_byte_for_byte(factory: Factory, published: At) -> None:
    several(factory)
    written = {
        file.address.path("ru"): file.content
        for file in files(published("2026-04-01"), factory.content)
    }
    frozen = {
        path.relative_to(factory.content).as_posix().replace("/editions", ""): path.read_bytes()
        for path in factory.content.rglob("*")
        if path.is_file() and path.name != "site.yml"
    }
    for language in ("ru", "kk", "en"):
        assert b"inforce-wordings-v1" in written.pop(f"privacy/wordings.{language}.json")
    assert written.pop("build.json").endswith(b'"moment": "2026-04-01T00:00:00+05:00"}\n')
    assert written == frozen
    assert len(frozen) == 4 * 7 + 1


def test_a_policy_whose_every_edition_was_withdrawn_says_so(
    factory: Factory, published: At
) -> None:
    factory.withdraw(factory.publish("2027-01-01", texts()), "2026-02-02")
    site = Site(published("2026-03-01"))
    assert "every edition was withdrawn before it took effect" in site.notice("en/privacy/")


def test_a_summary_is_bound_as_its_text_is(factory: Factory, published: At) -> None:
    summaries = {"ru": "Это – правка в форме.", "kk": "Бұл – түзету.", "en": "This – a correction."}
    bound = {"ru": "Это~– правка в~форме.", "kk": "Бұл~– түзету.", "en": "This~– a~correction."}
    factory.publish("2026-02-01", texts("one"))
    new = [replace(one, summary=(paragraph(summaries[one.language]),)) for one in texts("two")]
    factory.publish("2026-03-01", new)
    html = Site(published("2026-04-01")).html
    for language, home in {"ru": "", "kk": "kk/", "en": "en/"}.items():
        page = html[f"{home}privacy/2026-03-01/changes/"]
        assert bound[language].replace("~", "\u00a0") in page
