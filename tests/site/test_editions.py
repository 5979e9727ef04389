"""Editions of other days: what they hold, where their links lead, what they say, and what nobody may ask for."""

from __future__ import annotations

import re
from collections import deque
from datetime import date
from pathlib import Path

import pytest
from support.helpers import DATE, check, fjordvik, run, write

from planlint.check import Request
from planlint.register import known_by, measure_dekning
from planlint.site.build import files
from planlint.site.built_formats import FORMATS
from planlint.site.edition_links import set_links
from planlint.site.edition_words import EditionLanguage
from planlint.site.living_site import LivingSite
from planlint.site.serve_index import ServeIndex
from planlint.system.system import open_system
from planlint.tables.nettsted import Nettsted
from planlint.text import language

ROOT = Path(__file__).parents[2]
DAY = date.fromisoformat(DATE)
THEN = "tid/2021-06-01/"
LATE = """\
tittel: Klimastrategi for Fjordvik
type: strategi
status: vedtatt
hendelser: [{hva: vedtatt, dato: 2022-02-16, organ: kommunestyret, sak: 7/22}]
forankring: [trygg-oppvekst]
"""


def asked(root: Path, days: str = "[2021-06-01]") -> Path:
    """Lay out Fjordvik with a plan from 2022, and ask for editions of these days."""
    write(fjordvik(root), "planer/klima.yaml", LATE)
    file = root / "plans" / "plansystem.yaml"
    text = re.sub(r"(?m)^nettsted:\n(  .*\n)*", "", file.read_text(encoding="utf-8"))
    file.write_text(
        f"{text}\nnettsted:\n  adresse: https://plan.fjordvik.no/\n  tidspunkter: {days}\n", encoding="utf-8"
    )
    return root


def draw(root: Path, code: str = "nb") -> dict[str, str]:
    """Draw every page."""
    system = open_system(root, DAY)
    assert system.register is not None
    site = Nettsted(system.register, check(root, DAY, lang=code), language(code))
    return {path: data.decode() for path, data in files(site, FORMATS, None).items() if path.endswith(".html")}


def links(page: str) -> list[str]:
    """Give every address that a page links to."""
    return re.findall(r'href="([^"]*)"', page)


def test_an_edition_has_what_was_there_that_day(tmp_path: Path) -> None:
    """The pages that the day decides, and of the plans those that the register shows by then; the rest is named."""
    found = draw(asked(tmp_path))
    kept = {path.removeprefix(THEN) for path in found if path.startswith(THEN)}
    tops = {path for path in kept if "/" not in path}
    assert tops == {
        *("index.html", "planer.html", "tema.html", "tidslinje.html", "matrise.html", "dekning.html", "maal.html"),
        "baerekraft.html",
    }
    assert {path.partition("/")[0] for path in kept - tops} == {"plan", "maal"}
    assert "plan/klima.html" in found
    assert "plan/klima.html" not in kept
    assert "../../plan/klima.html" in links(found[THEN + "index.html"])
    assert kept <= set(found)


def test_every_page_has_the_switch(tmp_path: Path) -> None:
    """One link to each other day from each of today's pages; the way back to the same page from an edition's."""
    found = draw(asked(tmp_path, "[2021-06-01, 2022-12-31]"))
    for path, page in found.items():
        if path == "planstrategi.html":  # a page of its own, without the frame
            continue
        switch = page.partition('<nav class="tidsvalg')[2].partition("</nav>")[0]
        if not path.startswith("tid/"):
            assert [one.split("tid/")[1][:10] for one in links(switch)] == ["2022-12-31", "2021-06-01"], path
            continue
        own = path.split("/", 2)[2]
        up = "../" * path.count("/")
        assert links(switch)[0] == f"{up}{own}", path
        assert len(links(switch)) == 2, path
        assert f'<link rel="canonical" href="{up}{own}">' in page, path
        assert '<meta name="robots" content="noindex">' in page, path
        assert "data-pagefind-body" not in page, path
        assert "Slik var det " in switch, path
        assert "15.6.2024" in switch, path


def test_without_days_nothing_is_added(tmp_path: Path) -> None:
    """A municipality that asks for no other day has no switch and no folder."""
    found = draw(asked(tmp_path, "[]"))
    assert not any(path.startswith("tid/") for path in found)
    assert not any("tidsvalg" in page for page in found.values())


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
def test_no_page_of_an_edition_speaks_of_today_as_its_day(tmp_path: Path, code: str) -> None:
    """But for the way back, no page of an edition says «today»: what it tells of is the day on top."""
    found = draw(asked(tmp_path), code)
    word = {"nb": r"\bi dag\b", "nn": r"\bi dag\b", "en": r"\btoday\b"}[code]
    for path, page in found.items():
        if path.startswith(THEN):
            text = re.sub(r'<nav class="tidsvalg.*?</nav>', "", page, flags=re.DOTALL)
            assert not re.search(word, text, re.IGNORECASE), path
    assert any(re.search(word, page, re.IGNORECASE) for path, page in found.items() if not path.startswith(THEN))


def test_an_edition_does_not_tell_what_the_control_found(tmp_path: Path) -> None:
    """Nothing was judged as of that day, so no page says that something was found, nor that nothing was."""
    write(asked(tmp_path), "planer/feil.yaml", "tittel: Feil\ntype: strategi\nstatus: vedtatt\nperiode: {fra: 2020}\n")
    found = draw(tmp_path)
    assert 'id="funn"' in found["plan/feil.html"]
    assert "regel/PL" in found["plan/feil.html"]
    assert 'id="funn"' not in found[THEN + "plan/feil.html"]
    assert not any("regel/PL" in page for path, page in found.items() if path.startswith(THEN))


@pytest.mark.parametrize(
    ("html", "right"),
    [
        ('<a href="../plan/b.html#x">', '<a href="../plan/b.html#x">'),
        ('<a href="../plan/c.html#x">', '<a href="../../../plan/c.html#x">'),
        ("<a href='b.html'>", "<a href='b.html'>"),
        ("<a href='c.html'>", "<a href='../../../plan/c.html'>"),
        ('<script src="../assets/p.js" defer>', '<script src="../../../assets/p.js" defer>'),
        ('<form role="search" action="../sok.html?q=1">', '<form role="search" action="../../../sok.html?q=1">'),
        ('<a href="../../../plan/a.html">', '<a href="../../../plan/a.html">'),
        ('<a href="https://lovdata.no/x">', '<a href="https://lovdata.no/x">'),
        ('<a href="mailto:a@b.no">', '<a href="mailto:a@b.no">'),
        ('<a href="/plan/c.html">', '<a href="/plan/c.html">'),
        ('<a href="#funn">', '<a href="#funn">'),
        ('<a href="../plan/bl%C3%A5.html">', '<a href="../plan/bl%C3%A5.html">'),
        ('<p>href="c.html"</p>', '<p>href="c.html"</p>'),
    ],
)
def test_links_inside_stay_and_others_lead_to_today(html: str, right: str) -> None:
    """By what the edition has; other addresses, and what only looks like a link, are left as they are."""
    assert set_links(html, "plan/a.html", {"plan/a.html", "plan/b.html", "plan/blå.html"}) == right


def test_today_in_the_words_of_an_edition() -> None:
    """The word for today and now becomes that day; to reach («å nå») is left alone."""
    nb, en = EditionLanguage("nb"), EditionLanguage("en")
    assert nb.gettext("Planer som gjelder i dag") == "Planer som gjelder den dagen"
    assert nb.gettext("I dag") == "Den dagen"
    assert nb.gettext("Samarbeid for å nå målene") == "Samarbeid for å nå målene"
    assert nb.choose("én i dag", "{n} i dag", 2) == "{n} den dagen"
    assert en.gettext("I dag") == "On that day"


@pytest.mark.parametrize("command", ["build", "serve"])
def test_a_day_to_come_stops_the_site(tmp_path: Path, command: str) -> None:
    """Nobody knows it: build ends with 2 and leaves the old site as it was, and serve tells why nothing is drawn."""
    asked(tmp_path)
    if command == "build":
        assert run("build", "--date", DATE, "--format", "html", cwd=tmp_path).returncode == 0
        before = {path: path.read_bytes() for path in (tmp_path / "site").rglob("*.html")}
        asked(tmp_path, "[2024-06-16]")
        done = run("build", "--date", DATE, cwd=tmp_path)
        assert done.returncode == 2
        assert "16.6.2024, som er etter dagen nettstedet lages for (15.6.2024)" in done.stderr
        assert before == {path: path.read_bytes() for path in (tmp_path / "site").rglob("*.html")}
        return
    site = LivingSite(asked(tmp_path, "[2024-06-16]"), lambda: Request(DAY))
    assert "16.6.2024" in site.find("index.html").faults[0]
    assert site.find("index.html").is_undrawn


def test_serve_draws_editions_and_keeps_what_cannot_be_read(tmp_path: Path) -> None:
    """The page of a broken file is kept in the editions too, and the search index is made of today's pages alone."""
    write(
        asked(tmp_path),
        "planer/gammel.yaml",
        "tittel: Gammel\ntype: strategi\nhendelser: [{hva: vedtatt, dato: 2020}]\n",
    )
    site = LivingSite(tmp_path, lambda: Request(DAY))
    kept = {path: site.find(path).data for path in ("plan/gammel.html", THEN + "plan/gammel.html")}
    assert None not in kept.values()
    write(tmp_path, "planer/gammel.yaml", "tittel: [\n")
    site.changed([str(tmp_path / "plans/planer/gammel.yaml")])
    for path, data in kept.items():
        shown = site.find(path)
        assert shown.data == data
        assert "gammel.yaml" in shown.faults[0]
    seen: set[str] = set()
    index = ServeIndex(lambda folder, _: seen.update(path.name for path in folder.iterdir()))
    assert site.drawing
    deque(index.steps(site.drawing), maxlen=0)
    assert "plan" in seen
    assert "tid" not in seen


def test_the_red_thread_of_baerum_in_2020() -> None:
    """On real data: matrix and coverage of 1.6.2020 have rows, and today's empty matrix says why it is empty."""
    system = open_system(ROOT, date(2026, 11, 21))
    assert system.register is not None
    site = Nettsted(system.register, check(ROOT, date(2026, 11, 21)), language("nb"))
    found = {path: data.decode() for path, data in files(site, FORMATS, None).items() if path.endswith(".html")}
    then = "tid/2020-06-01/"
    matrix = found[then + "matrise.html"]
    assert "<caption" in matrix
    assert re.search(
        r'<a class="ds-link" href="plan/klimastrategi-2030.html">.*?<td class="direkte">Direkte</td>', matrix
    )
    share = measure_dekning(known_by(system.register, date(2020, 6, 1))).roed_traad
    assert share.antall
    assert f"{share.antall} av {share.av} (" in found[then + "dekning.html"]
    assert "<caption" not in found["matrise.html"]
    assert (
        "er forankret i «Klimastrategi 2030» og «Kommuneplanens samfunnsdel (2016, erstattet)»" in found["matrise.html"]
    )
