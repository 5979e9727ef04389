"""A municipality with hundreds of measures, challenges and inputs: its pages stay light, and every link lands."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from datetime import date
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from support.helpers import DATE, check, fjordvik, write

from planlint.site.build import files
from planlint.system.system import open_system
from planlint.tables.nettsted import Nettsted
from planlint.text import language

DAY = date.fromisoformat(DATE)
MAX_BYTES = 150_000
MANY = 240
HREF = re.compile(r'href="([^"#:]*#[^"]+)"')
SOURCE = "kilder: [{kilde: plandokument, sted: side 12, oppgir: Kommunen skal gjøre dette før alt annet blir gjort}]\n"


def make(root: Path, number: int, code: str = "nb") -> dict[str, bytes]:
    """Draw the site of a municipality with so many of each."""
    for at in range(number):
        title = f"tittel: Nummer {at:03} av det som er ganske langt og godt beskrevet i kommunen\n"
        write(root, f"tiltak/t-{at:03}.yaml", f"{title}plan: samfunnsdel-2020\nmål: [trygg-oppvekst]\n{SOURCE}")
        kind = "type: målkonflikt\n" if at % 3 == 0 else ""
        answer = "mål: [trygg-oppvekst]\n" if at % 3 == 1 else ""
        write(root, f"utfordringer/u-{at:03}.yaml", f"{title}{kind}{answer}{SOURCE}")
        theme = f"tema: [Tema {at % 5}]\n" if at % 7 else ""
        write(root, f"innspill/i-{at:03}.yaml", f"{title}plan: samfunnsdel-2020\n{theme}tekst: Gjør det.\n{SOURCE}")
        goal = f"type: delmål\nplan: samfunnsdel-2020\noverordnet: gode-liv\n{SOURCE}"
        write(root, f"maal/m-{at:03}.yaml", f"{title}{goal}")
    register = open_system(root, DAY).register
    assert register is not None
    return files(Nettsted(register, check(root, DAY), language(code)), ("html", "json"), None)


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Give the site with many of each."""
    return make(fjordvik(tmp_path_factory.mktemp("many")), MANY)


def lists(drawn: dict[str, bytes], stem: str) -> dict[str, str]:
    """Give the pages of a list."""
    return {path: data.decode() for path, data in drawn.items() if re.fullmatch(rf"{stem}(-\d+)?\.html", path)}


@pytest.mark.parametrize(("stem", "letter"), [("tiltak", "t"), ("utfordringer", "u"), ("innspill", "i")])
def test_each_stands_once_on_a_light_page(drawn: dict[str, bytes], stem: str, letter: str) -> None:
    """Every row is on one page of its list, with its place to link to, and the pages say which they are."""
    found = lists(drawn, stem)
    shown = Counter(id_ for page in found.values() for id_ in re.findall(rf'id="({letter}-\d+)"', page))
    assert shown == Counter(f"{letter}-{at:03}" for at in range(MANY))
    assert f"(side 2 av {len(found)})" in found[f"{stem}-2.html"]
    assert f'href="{stem}-2.html" aria-current="page">Side 2</a>' in found[f"{stem}-2.html"]


def test_no_page_is_heavy(drawn: dict[str, bytes]) -> None:
    """No page that grows with the rows weighs more than 150 KB with its style and script."""
    frame = {path: len(data) for path, data in drawn.items() if path.endswith((".css", "planlint.js"))}
    for stem in ("tiltak", "utfordringer", "innspill", "om", "usett", "plan/samfunnsdel-2020"):
        for path, page in lists(drawn, stem).items():
            assert len(page.encode()) + sum(size for name, size in frame.items() if name in page) <= MAX_BYTES, path


def test_every_anchor_lands(drawn: dict[str, bytes]) -> None:
    """A link to a row leads to the page where it stands, from pages and from the open data."""
    places = {path: set(re.findall(r'id="([^"]+)"', data.decode())) for path, data in drawn.items() if ".html" in path}
    links = {
        (posixpath.normpath(posixpath.join(posixpath.dirname(path), place)) if place else path, fragment)
        for path, data in drawn.items()
        if path.endswith(".html")
        for place, fragment in (urldefrag(link) for link in HREF.findall(data.decode()))
    }
    assert {link for link in links if link[1] not in places.get(link[0], ())} == set()
    assert any(place == "tiltak-2.html" for place, _ in links)


def test_the_same_pages_in_every_language(tmp_path: Path, drawn: dict[str, bytes]) -> None:
    """Where a row stands does not depend on the language."""
    other = make(fjordvik(tmp_path), MANY, "en")
    assert set(other) == set(drawn)
    for stem in ("tiltak", "utfordringer", "innspill"):
        mine, theirs = lists(drawn, stem), lists(other, stem)
        for path, page in mine.items():
            assert re.findall(r'id="(\w-\d+)"', page) == re.findall(r'id="(\w-\d+)"', theirs[path]), path


def test_a_plan_shows_the_first_measures(drawn: dict[str, bytes]) -> None:
    """A plan's page shows the first of its many measures, tells how many there are and leads to the others."""
    page = drawn["plan/samfunnsdel-2020.html"].decode()
    told = re.search(r'Her står de 10 første av (\d+) tiltak\. <a class="ds-link" href="\.\./(tiltak[^"]*)"', page)
    assert told is not None
    assert int(told[1]) >= MANY
    assert "Målene er så mange at bare de øverste står her." in page


def test_few_stand_on_one_page(tmp_path: Path) -> None:
    """Where they fit, each list is one page, without a way to others."""
    drawn = make(fjordvik(tmp_path), 3)
    for stem in ("tiltak", "utfordringer", "innspill"):
        assert list(lists(drawn, stem)) == [f"{stem}.html"]
        assert "Sidene i listen" not in drawn[f"{stem}.html"].decode()
    assert "Finn et tiltak på denne siden" not in drawn["tiltak.html"].decode()
