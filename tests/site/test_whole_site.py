"""The whole site of the real plan system: every page sound, every link leads somewhere, nothing from elsewhere."""

from __future__ import annotations

import csv
import io
import posixpath
import re
import warnings
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

import html5lib
import pytest
from support.helpers import PLAN, check, fjordvik, write

from planlint.site.build import files
from planlint.site.built_formats import FORMATS
from planlint.system.system import open_system
from planlint.tables.nettsted import Nettsted
from planlint.text import language

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 21)
MAX_BYTES = 150_000


def make(root: Path, code: str = "nb") -> dict[str, bytes]:
    """Draw the site of a plan system in memory."""
    system = open_system(root, DAY)
    assert system.register is not None
    report = check(system.root, DAY, lang=code)
    return files(Nettsted(system.register, report, language(code)), FORMATS, None)


@cache
def baerum() -> dict[str, bytes]:
    """Give Bærum's site, drawn once."""
    return make(ROOT)


@cache
def pages() -> dict[str, Element]:
    """Give every page of Bærum's site, parsed."""
    return parsed(baerum())


def parsed(drawn: dict[str, bytes]) -> dict[str, Element]:
    """Give every page of a site, parsed as browsers do but refusing what they forgive."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    found = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for path, data in drawn.items():
            if path.endswith(".html"):
                found[path] = parser.parse(data.decode())
    return found


def ids(page: Element) -> list[str]:
    """Give every id on a page."""
    return [str(node.get("id")) for node in page.iter() if node.get("id")]


def addresses(page: Element) -> list[str]:
    """Give every address a page points at."""
    names = ("href", "src", "action")
    return [str(node.get(name)) for node in page.iter() for name in names if node.get(name) is not None]


def test_a_cell_of_a_stacked_table_is_one_thing() -> None:
    """On a narrow screen a cell is a name beside one thing: text and tags side by side would stand under the name."""
    cells = 0
    for path, page in pages().items():
        for table in page.iter("table"):
            if "stablet" in (table.get("class") or "").split():
                for cell in table.iter("td"):
                    texts = [cell.text, *(child.tail for child in cell)]
                    things = len(cell) + sum(bool(text and text.strip()) for text in texts)
                    assert things <= 1, (path, "".join(cell.itertext()))
                    cells += 1
    assert cells > 1000


def test_there_is_a_page_for_everything() -> None:
    """Every plan, goal, indicator and planstrategi has a page of its own."""
    register = open_system(ROOT, DAY).register
    assert register is not None
    for folder, entities in (
        ("plan", register.planer),
        ("maal", register.maal),
        ("indikator", register.indikatorer),
        ("planstrategi", register.planstrategier),
    ):
        assert {f"{folder}/{id_}.html" for id_ in entities} <= set(baerum())


def test_pages_are_valid_and_whole() -> None:
    """Strictly valid, with language, title, description, one h1, unique ids and headings in order."""
    for path, page in pages().items():
        root = page if page.tag == "html" else page.find("html")
        assert root is not None, path
        assert root.get("lang") == "nb", path
        assert (page.findtext(".//title") or "").strip(), path
        descriptions = [node.get("content") for node in page.iter("meta") if node.get("name") == "description"]
        assert len(descriptions) == 1, path
        assert descriptions[0], path
        assert len(ids(page)) == len(set(ids(page))), path
        levels = [int(str(node.tag)[1]) for node in page.iter() if str(node.tag) in {"h1", "h2", "h3", "h4"}]
        assert levels.count(1) == 1, path
        assert all(after - before <= 1 for before, after in pairwise(levels)), path


def test_every_link_inside_the_site_leads_somewhere() -> None:
    """Pages, files and places on pages; the search index is made afterwards."""
    places = {path: set(ids(page)) for path, page in pages().items()}
    for path, page in pages().items():
        for address in addresses(page):
            parts = urlsplit(address)
            if parts.scheme or address.startswith("//"):
                assert parts.scheme in {"https", "mailto"}, (path, address)
                continue
            target = (
                posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path))) if parts.path else path
            )
            assert target in baerum(), (path, address)
            if parts.fragment and target in places:
                assert unquote(parts.fragment) in places[target], (path, address)


def test_nothing_is_fetched_from_elsewhere() -> None:
    """Styles, scripts and pictures are the site's own."""
    for path, page in pages().items():
        for node in page.iter():
            for name in ("src", "srcset", "poster", "data"):
                assert not str(node.get(name) or "").startswith(("http", "//")), path
            if node.tag == "link" and node.get("rel") == "stylesheet":
                assert not str(node.get("href")).startswith(("http", "//")), path
    for path, data in baerum().items():
        if path.endswith(".css"):
            assert b"@import" not in data, path
            assert b"url(http" not in data, path


def test_pages_are_light() -> None:
    """A page with its style and script weighs under 150 KB, search aside."""
    frame = {path: len(data) for path, data in baerum().items() if path.endswith((".css", "planlint.js"))}
    heavy = {
        path: len(data) + sum(size for name, size in frame.items() if name.encode() in data)
        for path, data in baerum().items()
        if path.endswith(".html")
    }
    assert min(heavy.values()) > frame["assets/planlint.css"]
    assert {path: size for path, size in heavy.items() if size > MAX_BYTES} == {}


def test_the_same_site_twice() -> None:
    """Same files and day, same bytes."""
    assert make(ROOT) == baerum()


@pytest.mark.parametrize("code", ["nn", "en"])
def test_other_languages(code: str) -> None:
    """The whole site can be drawn in nynorsk and English; codes and addresses are the same."""
    other = make(ROOT, code)
    assert set(other) == set(baerum())
    assert f'<html lang="{code}"'.encode() in other["index.html"]


HOSTILE = '<script>alert(1)</script> {{ 7*7 }} =HYPERLINK("x") [x](javascript:alert(1)) @alle'
NOTE = "merknad: '[klikk](javascript:alert(2)) <img src=x onerror=alert(3)> **fet**'\n"


def test_hostile_text_is_harmless_everywhere(tmp_path: Path) -> None:
    """No title or note runs a script, fills a template, leads to a script or becomes a formula, in any file."""
    fjordvik(tmp_path)
    title = f"tittel: '{HOSTILE}'\n"
    source = "kilder: [{kilde: plandokument}]\n"
    write(tmp_path, "planer/klima.yaml", title + PLAN.partition("\n")[2] + NOTE)
    goal = f"{title}type: delmål\nplan: samfunnsdel-2020\noverordnet: gode-liv\n{source}{NOTE}"
    write(tmp_path, "maal/onde-maal.yaml", goal)
    write(
        tmp_path,
        "indikatorer/i.yaml",
        f"{title}enhet: '=1+1'\nmål: [onde-maal]\nverdier: {{2020: 1, 2021: 2}}\n{source}{NOTE}",
    )
    write(tmp_path, "tiltak/t.yaml", f"{title}mål: [onde-maal]\nansvarlig: miljoe\n{source}{NOTE}")
    write(tmp_path, "utfordringer/u.yaml", f"{title}mål: [onde-maal]\n{source}{NOTE}")
    write(tmp_path, "planstrategier/ps.yaml", f'{title}valgperiode: "2023-2027"\n{source}{NOTE}')
    site = make(tmp_path)
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    for path, data in site.items():
        if path.endswith(".html"):
            page = parser.parse(data.decode())
            scripts = [node for node in page.iter("script") if node.get("type") != "application/ld+json"]
            assert all(str(node.get("src")).lstrip("./").startswith("assets/") for node in scripts), path
            assert not [address for address in addresses(page) if address.lower().startswith("javascript")], path
            assert not [name for node in page.iter() for name in node.keys() if str(name).startswith("on")], path  # noqa: SIM118 - an element is no mapping
            assert "49 =HYPERLINK" not in data.decode(), path
        if path.endswith(".csv"):
            rows = csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";")
            assert not [cell for row in rows for cell in row if cell.startswith(("=", "@", "+"))], path


PLANNERS = ("helse", "regel/", "regler.html", "hull", "endre.html", "data.html", "planstrategi.html", "lov.html")
NOT_FOR_READERS = re.compile(r"\bPL\d{3}\b|\.yaml\b|\bplans/|`|\b[a-zæøå]+_[a-zæøå]+\b")


def read_by_all(page: Element) -> str:
    """Give the text of a page without what is folded away for planners."""
    words: list[str] = []

    def walk(node: Element) -> None:
        if node.tag in {"script", "style"} or "planleggere" in (node.get("class") or ""):
            return
        words.append(node.text or "")
        for child in node:
            walk(child)
            words.append(child.tail or "")

    walk(page)
    return " ".join(words)


@pytest.mark.parametrize("place", ["baerum", "lier"])
def test_no_page_for_readers_shows_how_the_register_is_kept(place: str) -> None:
    """No rule's code, file, field or English word of git's on a public page: that is behind «For planleggere»."""
    found = pages() if place == "baerum" else parsed(make(ROOT / "examples" / "lier"))
    shown = {
        f"{path}: {match.group()}"
        for path, page in found.items()
        if not path.startswith(PLANNERS)
        for match in NOT_FOR_READERS.finditer(read_by_all(page))
    }
    assert not shown, sorted(shown)[:20]
