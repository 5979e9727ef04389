"""What the search knows: content only, what applies before what is past, and the words that residents use."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
from support.helpers import DATE, check, fjordvik, write

from planlint.site.build import files
from planlint.site.page import Page
from planlint.site.page_words import PAGE_WORDS, page_words
from planlint.site.pages import maal_page, maal_tree_page, plan_page
from planlint.site.resident_words import resident_words
from planlint.site.search_entry import ENDED, GOAL, PAGE, PAGES, PAST, PLAN, PLAN_TO_COME, SearchEntry, list_entry
from planlint.site.search_index import replacement
from planlint.site.search_list import search_list
from planlint.system.system import open_system
from planlint.tables.nettsted import Nettsted
from planlint.text import language

DAY = date.fromisoformat(DATE)


def site_of(root: Path) -> Nettsted:
    """Give the site of a folder."""
    register = open_system(root, DAY).register
    assert register is not None
    return Nettsted(register, check(root, DAY), language("nb"))


def drawn(root: Path) -> dict[str, Page]:
    """Give the pages of plans and goals, before they are drawn."""
    site = site_of(root)
    return {page.sti: page for module in (plan_page, maal_tree_page, maal_page) for page in module.pages(site)}


@pytest.mark.parametrize(
    ("file", "rang", "group"),
    [
        ("status: vedtatt\nperiode: {til: 2030}\n", PLAN, "I kraft"),
        ("status: vedtatt\nperiode: {til: 2020}\n", PLAN, "Perioden er over"),
        ("status: igangsatt\n", PLAN_TO_COME, "Under arbeid"),
        ("", PLAN_TO_COME, "Uten dokumentert status"),
        ("status: opphevet\n", ENDED, "Avsluttet"),
    ],
)
def test_what_applies_weighs_most(tmp_path: Path, file: str, rang: int, group: str) -> None:
    """A plan's place among the hits follows from where it stands, and its goals follow it."""
    root = fjordvik(tmp_path)
    write(root, "planer/x.yaml", f"tittel: Omsorgsplan\ntype: fagplan\nsammendrag: Kort.\n{file}")
    write(root, "maal/x-maal.yaml", "tittel: Trygge dager\ntype: strategi\nplan: x\n")
    found = drawn(root)
    plan, goal = found["plan/x.html"].soek, found["maal/x-maal.html"].soek
    assert (plan.rang, plan.gruppe) == (rang, group)
    assert plan.frist == ("Over fristen" if group == "Perioden er over" else "")
    assert goal.status == ("I en plan i kraft" if group == "I kraft" else "Ikke i kraft så langt registeret viser")
    assert plan.innhold == ("Trygge dager",)
    assert plan.tekst.endswith("Kort.")
    assert goal.rang == (GOAL if group == "I kraft" else PAST)


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("Mestring og omsorgsmelding", "sykehjem eldreomsorg"),
        ("Rusmiddelpolitisk plan", "alkohol"),
        ("Klimastrategi 2030", "klimaplan"),
        ("Hovedplan vannforsyning, avløp og vannmiljø", "kloakk drikkevann"),
        ("Detaljregulering for torget", "reguleringsplan"),
        ("Boliger for alle livsfaser", "sosial bolig"),
        ("Handlingsplan for barn og unge i fattige familier", "barnefattigdom"),
    ],
)
def test_residents_find_what_planners_call_otherwise(written: str, asked: str) -> None:
    """A plan is found by the words of those who live there, and by none of them where it is of something else."""
    assert set(asked.split()) <= set(resident_words(written).split())
    assert not set(asked.split()) & set(resident_words("Strategi for innovasjon").split())


def test_suggestions_and_the_words_of_the_site() -> None:
    """Titles come with what applies first, pages last; every word that is searched in is there, and nothing hidden."""
    pages = (
        Page("om.html", "x", "Om siden", "Hva dette er"),
        Page("plan/b.html", "x", "Gammel plan", "x", soek=SearchEntry(ENDED, tekst="Kort")),
        Page("plan/a.html", "x", "Skoleplan", "x", soek=SearchEntry(PLAN, innhold=("Gode elever",), ord="skule")),
        Page("regel/PL1.html", "x", "Hemmelig", "x", soekbar=False),
    )
    found = json.loads(search_list(pages))
    assert [title for title, _ in found["titler"]] == ["Skoleplan", "Gammel plan", "Om siden"]
    assert found["ord"][:4] == ["elever", "gode", "skoleplan", "skule"]
    assert {"gammel", "kort", "siden", "dette"} <= set(found["ord"])
    assert "hemmelig" not in found["ord"]
    assert PAGE < ENDED


def test_words_of_pages_are_of_pages_that_there_are() -> None:
    """Each row of words is of a page of Bærum's site that is searched; a question's small words are not among slips."""
    made = files(site_of(Path(__file__).parents[2]), ("html",), None)
    for path in PAGE_WORDS:
        assert b'data-pagefind-meta="soekeord"' in made[path], path
    assert page_words("plan/x.html") == ""
    assert "hvem" in json.loads(made["assets/sokeord.json"])["smaaord"]


def test_what_a_list_goes_on_with_weighs_less_than_its_first_page() -> None:
    """A list's later pages are found after the first, and stand among the pages of the suggestions."""
    assert list_entry(1, ["Rør"]).rang < list_entry(2, ["Rør"]).rang
    assert {list_entry(1, []).rang, list_entry(3, []).rang} <= PAGES


def test_a_stand_in_has_every_mark_that_the_index_reads(tmp_path: Path) -> None:
    """Title, search words and head of a page, to the letter; a page with marks of its own is indexed as it is."""
    made = files(site_of(fjordvik(tmp_path)), ("html",), None)
    pages = {path: data for path, data in made.items() if path.endswith(".html") and b"data-pagefind-body" in data}
    assert len(pages) > 20
    for path, data in pages.items():
        small = replacement(data)
        assert len(small) < len(data), path
        told = re.compile(rb"<(\w+)[^>]*data-pagefind[^>]*>[^<]*")
        assert [found[0] for found in told.finditer(small)] == [found[0] for found in told.finditer(data)]
    own = data.replace(b"</main>", b"<p data-pagefind-body>Eget</p></main><p data-pagefind-ignore>x</p>")
    assert replacement(own) == own
    assert replacement(b"<h1>Ingen ord</h1>") == b"<h1>Ingen ord</h1>"
