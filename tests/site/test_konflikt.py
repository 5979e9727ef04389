"""A conflict between goals on its page: its sides, how they are weighed or that nobody has said, and its chain."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import DATE, check, fjordvik, write

from planlint.site import build, drawing
from planlint.site.pages import utfordringer_page
from planlint.system.system import open_system
from planlint.tables import Nettsted
from planlint.text import language

CONFLICT = "tittel: Boliger mot natur\ntype: målkonflikt\nmål: [naer-natur]\nkilder: [{kilde: plandokument}]\n"
SIDES = "sider: [flere boliger, kort vei til natur]\n"


def page(root: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> str:
    """Draw the page of challenges with one conflict."""
    write(root, "utfordringer/boliger.yaml", text)
    monkeypatch.setattr(drawing, "PAGES", (utfordringer_page,))
    day = date.fromisoformat(DATE)
    register = open_system(root, day).register
    assert register is not None
    site = Nettsted(register, check(root, day), language("nb"))
    return build.files(site, ("html",), None)["utfordringer.html"].decode()


def test_both_sides_the_weighing_and_the_chain_are_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the file says of a conflict stands on the page, in its order, and never that a goal answers it."""
    more = SIDES + "avveiing: Boligene kommer først.\nkjede: [Flere flytter hit, Da trengs det boliger]\n"
    html = page(fjordvik(tmp_path), monkeypatch, CONFLICT + more)
    assert "<li>flere boliger</li>\n<li>kort vei til natur</li>" in html
    assert "Slik er hensynene veid: Boligene kommer først." in html
    assert "<li>Flere flytter hit</li>\n<li>Da trengs det boliger</li>" in html
    assert "Mål som er i konflikten:" in html
    assert "Mål som svarer på den:" not in html


def test_what_is_not_said_is_not_made_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a weighing the page says that the register shows none."""
    html = page(fjordvik(tmp_path), monkeypatch, CONFLICT)
    assert "Registeret viser ikke hvordan hensynene er veid." in html
    assert "Hensyn som står mot hverandre:" not in html


def test_a_mail_address_in_a_weighing_is_told(tmp_path: Path) -> None:
    """Sides, weighing and chain are published, and are read for personal data like other texts."""
    root = fjordvik(tmp_path)
    for field in (
        "sider: [ring kari@nordmann.no, natur]",
        "avveiing: ring kari@nordmann.no",
        "kjede: [ring kari@nordmann.no]",
    ):
        write(root, "utfordringer/boliger.yaml", f"{CONFLICT}{field}\n")
        found = check(root, date.fromisoformat(DATE), select=("PL009",)).findings
        assert [item.diagnostic.code for item in found] == ["PL009"], field


PLACED = SIDES + "mål_på_side: {naer-natur: kort vei til natur, gode-liv: flere boliger}\n"


def test_the_goals_of_each_side_stand_under_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What nobody has placed stands apart, and nothing is said of a side for it."""
    root = fjordvik(tmp_path)
    text = CONFLICT.replace("[naer-natur]", "[naer-natur, gode-liv, trygg-oppvekst]") + PLACED
    html = page(root, monkeypatch, text)
    first, second = html.partition('<ul class="sider">')[2].split("kort vei til natur", 1)
    assert 'href="maal/gode-liv.html"' in first
    assert 'href="maal/naer-natur.html"' in second.partition("Registeret viser ikke hvordan")[0]
    assert "Mål i konflikten som registeret ikke viser siden til:" in html
    assert 'href="maal/trygg-oppvekst.html"' in html.partition("registeret ikke viser siden til:")[2]
    assert "Mål som er i konflikten:" not in html


def test_the_page_of_a_goal_names_the_other_side(tmp_path: Path) -> None:
    """A goal with a side is told what stands against it, and in which goals; one without only of the conflict."""
    root = fjordvik(tmp_path)
    text = CONFLICT.replace("[naer-natur]", "[naer-natur, gode-liv, trygg-oppvekst]") + PLACED
    write(root, "utfordringer/boliger.yaml", text)
    register = open_system(root, date.fromisoformat(DATE)).register
    assert register is not None
    files = build.files(Nettsted(register, check(root, date.fromisoformat(DATE)), language("nb")), ("html",), None)
    placed = files["maal/naer-natur.html"].decode()
    assert "Målet er ført på siden «kort vei til natur»." in placed
    assert "På en annen side: «flere boliger»" in placed
    assert 'href="../maal/gode-liv.html"' in placed.partition("På en annen side:")[2]
    unplaced = files["maal/trygg-oppvekst.html"].decode()
    assert 'id="konflikter"' in unplaced
    assert "På en annen side" not in unplaced
    assert "ført på siden" not in unplaced
