"""The page of the plan system: every level, what it asks, what it steers, and its plans, drawn and as a table."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from support.helpers import DATE, check, fjordvik, write
from support.rule_cases import SAMFUNNSDEL, change, goal

from planlint.site import build, drawing
from planlint.site.pages import system_page
from planlint.site.system_figure import WIDTH, LevelBox, system_figure
from planlint.system.system import open_system
from planlint.tables import Nettsted, PageLink
from planlint.text import language

DAY = date.fromisoformat(DATE)
SYSTEM = "plansystem.yaml"


def page(root: Path, monkeypatch: pytest.MonkeyPatch, lang: str = "nb") -> str:
    """Draw the page."""
    monkeypatch.setattr(drawing, "PAGES", (system_page,))
    register = open_system(root, DAY).register
    assert register is not None
    site = Nettsted(register, check(root, DAY), language(lang))
    return build.files(site, ("html",), None)["plansystem.html"].decode()


def plain(html: str) -> str:
    """Give the words of a page."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_each_level_is_drawn_with_its_question_horizon_types_and_plans(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What plansystem.yaml declares of a level stands in the drawing and in the table, and the plans lead to pages."""
    html = page(fjordvik(tmp_path), monkeypatch)
    drawing = html.partition("<svg width")[2].partition("</svg>")[0]
    assert all(text in drawing for text in ("Hva skal vi oppnå?", "Horisont: 12 år", "samfunnsdel (1)"))
    words = plain(html.partition('id="tabell"')[2])
    assert "Overordnet Hva skal vi oppnå? 12 år samfunnsdel (1) arealdel (1) kommunestyret 2" in words
    assert 'href="plan/samfunnsdel-2020.html"' in html
    assert "Hvilke nivåer som er styrende for hvilke, er ikke ført i registeret." in html
    assert "Registeret viser ingen planer på dette nivået." in html


def test_what_steers_what_is_an_arrow_and_a_cell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A level that is declared to steer others has an arrow to each; one that is not declared has none."""
    root = fjordvik(tmp_path)
    change(root, SYSTEM, "horisont: 12 år}", "horisont: 12 år, styrer: [tema, handling, samfunn]}")
    html = page(root, monkeypatch)
    assert html.count('class="styrer"') == 2
    assert "En pil går fra et nivå til et nivå det er styrende for." in html
    assert "Strategisk utdyping Handling 2" in plain(html)


def test_types_without_a_level_stand_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A type that belongs to no level is told as that, and its plans are not lost."""
    root = fjordvik(tmp_path)
    change(root, SYSTEM, "    nivå: samfunn\n    rolle: arealdel", "    rolle: arealdel")
    html = page(root, monkeypatch)
    assert "arealdel (1)" in html.partition("Uten nivå i registeret")[2]


def test_a_system_without_levels_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no level is declared there is no drawing, and the plans stand without a level."""
    root = fjordvik(tmp_path)
    text = (root / "plans" / SYSTEM).read_text(encoding="utf-8")
    text = re.sub(r"nivåer:\n(  .*\n)+?(?=plantyper)", "", text)
    write(root, SYSTEM, re.sub(r" +nivå: \w+\n", "", text))
    html = page(root, monkeypatch)
    assert "<svg width" not in html
    assert "Uten nivå i registeret" in html


def test_nothing_in_the_figure_stands_on_another() -> None:
    """Boxes and arrows keep apart and inside the canvas, however long the words and however many the levels."""
    link = PageLink("Nivå " * 9, "plansystem.html#niva-1")
    levels = [LevelBox(link, ("Hva skal vi " * 12,), "Horisont: 4 år", ("plantype (3)",) * 7, (0, 2)) for _ in range(4)]
    figure = system_figure(levels)
    for above, below in zip(figure.bokser, figure.bokser[1:], strict=False):
        assert above.y + above.hoeyde < below.y
    assert all(box.y < line.y <= box.y + box.hoeyde for box in figure.bokser for line in box.linjer)
    assert len({arrow.x for arrow in figure.piler}) == len(figure.piler) == 8
    assert all(figure.boks < arrow.x < WIDTH for arrow in figure.piler)
    assert system_figure([]).bokser == ()


def test_the_organisation_is_a_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sector stands with its body and its programme areas, and the plans and goals of an area are the sector's."""
    root = fjordvik(tmp_path)
    change(
        root,
        SYSTEM,
        "oppvekst: {navn: Oppvekst}",
        "oppvekst: {navn: Oppvekst, utvalg: hovedutvalget}\n  skole: {navn: Skole, del_av: oppvekst}",
    )
    change(root, SAMFUNNSDEL, "ansvarlig: oppvekst", "ansvarlig: skole")
    goal(root, "lese", "samfunnsdel-2020", more="ansvarlig: skole\n")
    words = plain(page(root, monkeypatch).partition('id="organisasjonen"')[2])
    assert "Oppvekst hovedutvalget Skole 1 1 Miljø" in words
