"""A municipality with hundreds of plans: its lists are cut into pages that a telephone can open; nothing is lost."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from datetime import date
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from support.helpers import DATE, check, fjordvik, write

from planlint.site import build, drawing
from planlint.site.pages import front_page, planer_page, timeline_page
from planlint.system.system import open_system
from planlint.tables.nettsted import Nettsted
from planlint.text import language

DAY = date.fromisoformat(DATE)
MAX_BYTES = 150_000
MANY = 400
HREF = re.compile(r'href="([^"]+)"')


def lists(root: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> tuple[dict[str, str], int]:
    """Draw the front and the lists of a municipality with so many plans; give them and what every page brings along."""
    for at in range(number):
        status = ("vedtatt", "vedtatt", "vedtatt", "igangsatt", "planlagt")[at % 5]
        adopted = f"hendelser: [{{hva: vedtatt, dato: 2023-03-{at % 9 + 1:02}, organ: kommunestyret}}]\n"
        text = f"tittel: Plan {at:03} for et ganske langt og godt beskrevet formål i kommunen\nstatus: {status}\n"
        kind = ("strategi", "fagplan", "analyse")[at % 3]
        more = adopted if status == "vedtatt" else ""
        write(root, f"planer/m-{at:03}.yaml", f"{text}type: {kind}\nperiode: {{fra: 2023, til: 2027}}\n{more}")
    monkeypatch.setattr(drawing, "PAGES", (front_page, planer_page, timeline_page))
    monkeypatch.setattr(drawing, "DATA", ())
    register = open_system(root, DAY).register
    assert register is not None
    found = build.files(Nettsted(register, check(root, DAY), language("nb")), ("html",), None)
    frame = sum(len(data) for path, data in found.items() if path.endswith((".css", "planlint.js")))
    return {path: data.decode() for path, data in found.items() if path.endswith(".html")}, frame


def test_four_hundred_plans(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every page of the list weighs under 150 KB, every plan is on one of them once, and every link lands."""
    pages, frame = lists(fjordvik(tmp_path), monkeypatch, MANY)
    of_list = {path: page for path, page in pages.items() if path.startswith("planer")}
    assert {path for path, page in of_list.items() if len(page.encode()) + frame > MAX_BYTES} == set()
    parts = {path: page for path, page in of_list.items() if path != "planer.html"}
    assert len(parts) > 3
    shown = Counter(found for page in parts.values() for found in re.findall(r'href="\.\./plan/(m-\d+)\.html"', page))
    assert shown == Counter(f"m-{at:03}" for at in range(MANY))
    for path in ("index.html", *of_list):
        for link in HREF.findall(pages[path]):
            place, fragment = urldefrag(link)
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), place)) if place else path
            if target.startswith("planer"):
                assert target in pages, (path, link)
                assert not fragment or f'id="{fragment}"' in pages[target], (path, link)


def test_a_group_goes_on_at_the_next_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages of a list lead to each other, each by its first and last plan, and say which they are."""
    pages, _ = lists(fjordvik(tmp_path), monkeypatch, MANY)
    second = pages["planer/i-kraft-2.html"]
    assert "<title>Planer: I kraft (side 2 av " in second
    assert 'href="../planer/i-kraft.html">Side 1</a>' in second
    assert 'aria-current="page">Side 2</a>' in second


def test_few_plans_stand_on_one_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where they fit, all stand on the page, with the filter."""
    pages, _ = lists(fjordvik(tmp_path), monkeypatch, 20)
    assert [path for path in pages if path.startswith("planer")] == ["planer.html"]
    assert all(f'href="plan/m-{at:03}.html"' in pages["planer.html"] for at in range(20))
    assert "data-filter" in pages["planer.html"]


def test_a_long_timeline_is_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each page has its drawing and its table of the same plans, light, with the years that all of them have."""
    pages, frame = lists(fjordvik(tmp_path), monkeypatch, MANY)
    cut = {path: page for path, page in pages.items() if path.startswith("tidslinje")}
    assert len(cut) > 3
    assert {path for path, page in cut.items() if len(page.encode()) + frame > MAX_BYTES} == set()
    for pattern in (
        r'<text x="16" y="14"><a href="plan/(m-\d+)\.html"',
        r'<th scope="row"><a[^>]*"plan/(m-\d+)\.html"',
    ):
        shown = Counter(found for page in cut.values() for found in re.findall(pattern, page))
        assert shown == Counter(f"m-{at:03}" for at in range(MANY))
    assert len({re.search(r'<g id="aarene">.*?</g>', page)[0] for page in cut.values()}) == 1  # type: ignore[index]
    assert len({tuple(re.findall(r"<thead>.*?</thead>", page)) for page in cut.values()}) == 1
    assert f"Tidslinje (side 2 av {len(cut)})" in cut["tidslinje-2.html"]
    for page in cut.values():
        number = len(re.findall(r'<text x="16" y="14">', page))
        assert f"Tegningen viser {number} planer." in page
