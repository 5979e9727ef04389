"""What one sees first: how many plans stand where, by kind and by level, each number a way to its list."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

import html5lib
import pytest
from support.helpers import DATE, check, fjordvik, write

from planlint.register import over_fristen
from planlint.site import build, drawing
from planlint.site.front_doors import doors
from planlint.site.pages import about_page, behandling_page, front_page, planer_page, sektor_page, tema_page, year_page
from planlint.site.plan_map import PlanMap
from planlint.site.plan_states import LATE, STATES
from planlint.system.system import open_system
from planlint.tables.nettsted import Nettsted
from planlint.text import language

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 21)


@cache
def baerum() -> Nettsted:
    """Give the real plan system."""
    register = open_system(ROOT, DAY).register
    assert register is not None
    return Nettsted(register, check(ROOT, DAY), language("nb"))


def drawn(site: Nettsted, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Draw the front page and the lists that it leads to."""
    monkeypatch.setattr(drawing, "PAGES", (front_page, planer_page, behandling_page))
    return {path: data.decode() for path, data in build.files(site, ("html",), None).items() if path.endswith(".html")}


def nettsted(root: Path) -> Nettsted:
    """Open a small plan system."""
    register = open_system(root, date.fromisoformat(DATE)).register
    assert register is not None
    return Nettsted(register, check(root, date.fromisoformat(DATE)), language("nb"))


def test_every_plan_is_in_one_state_everywhere() -> None:
    """The bar, the heat map and the map each hold every plan once, and agree on every state."""
    site = baerum()
    made, number = PlanMap(site), len(site.register.planer)
    bar = {part.id: part.antall for part in made.bar()}
    assert sum(bar.values()) == number
    assert bar[LATE] == len(over_fristen(site.register))
    assert list(bar) == [state for state in STATES if state in bar]
    rows = made.heat()
    assert sum(row.antall for row in rows) == number
    for state, count in bar.items():
        assert sum(cell.antall for row in rows for cell in row.celler if cell.id == state) == count
    tiles = [tile for band in made.bands() for tile in band.fliser]
    assert len(tiles) + sum(band.flere for band in made.bands()) == number
    assert len({tile.lenke.sti for tile in tiles}) == len(tiles)
    last = made.bar()[-1]
    assert last.x + last.bredde == pytest.approx(1000, abs=1)


def test_every_number_leads_to_its_plans(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each cell's address is there, and the table that it leads to has at least so many plans."""
    found = drawn(baerum(), monkeypatch)
    page = html5lib.parse(found["planer.html"], namespaceHTMLElements=False)
    tables = {
        node.get("id"): len(table.findall("./tbody/tr"))
        for table in page.iter("table")
        for node in table.iter("caption")
    }
    cells = [cell for row in PlanMap(baerum()).heat() for cell in row.celler if cell.antall]
    assert len(cells) > 20
    for cell in cells:
        path, _, place = cell.sti.partition("#")
        if cell.id == LATE:
            assert path.startswith("behandling.html?Plantype=")
        else:
            assert tables[place] >= cell.antall, cell
        assert f'href="{cell.sti.replace("&", "&amp;")}"' in found["index.html"]
    waiting = html5lib.parse(found["behandling.html"], namespaceHTMLElements=False)
    late = [table for table in waiting.iter("table") if "data-sorter" in table.keys()]  # noqa: SIM118 - an element
    listed = [row for table in late for row in table.findall("./tbody/tr")]
    assert len(listed) == len(over_fristen(baerum().register))


def test_a_band_tells_how_many_more(tmp_path: Path) -> None:
    """Beyond so many tiles the rest is counted; a plan of no level has a band too, the last."""
    root = fjordvik(tmp_path)
    for number in range(45):
        write(root, f"planer/p{number}.yaml", f"tittel: Plan {number}\ntype: fagplan\nstatus: vedtatt\n")
    write(root, "planer/uten.yaml", "tittel: Uten\ntype: ukjent-type\nstatus: vedtatt\n")
    bands = PlanMap(nettsted(root)).bands()
    assert max(len(band.fliser) for band in bands) == 40
    assert sum(len(band.fliser) + band.flere for band in bands) == len(nettsted(root).register.planer)
    assert bands[-1].navn == "Uten nivå i registeret"
    assert [tile.lenke.tekst for tile in bands[-1].fliser] == ["Uten"]


@pytest.mark.parametrize(
    ("file", "place", "told"),
    [
        ("periode: {til: 2020}\n", "periode", "Perioden er ute"),
        ("revisjon: {neste: 2020}\n", "revisjon", "Skulle vært revidert"),
    ],
)
def test_what_must_be_decided(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, place: str, told: str
) -> None:
    """A late plan stands under the question that nobody has answered, with what is late in words."""
    root = fjordvik(tmp_path)
    write(root, "planer/x.yaml", f"tittel: Xplanen\ntype: fagplan\nstatus: vedtatt\n{file}")
    found = drawn(nettsted(root), monkeypatch)
    (question,) = [one for one in behandling_page.undecided(nettsted(root)) if one.id == place]
    assert question.navn == told
    assert [plan.lenke.tekst for plan in question.planer] == ["Xplanen"]
    assert "2020" in question.planer[0].hva
    assert re.search(rf'<h3[^>]* id="{place}">{told}</h3>', found["behandling.html"])
    assert "1 plan er over fristen" in found["index.html"]


def test_an_empty_register_draws_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without plans there is no bar, no heat map and no map, and nothing is said to be late."""
    root = fjordvik(tmp_path)
    for path in (root / "plans").rglob("planer/**/*.yaml"):
        path.unlink()
    found = drawn(nettsted(root), monkeypatch)
    assert "<figure" not in found["index.html"]
    assert 'id="plankart"' not in found["index.html"]
    assert "Registeret viser ingen planer over fristen." in found["behandling.html"]


def test_every_door_leads_to_its_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each way from a door is on the front page, its target is there, and its number is that of the rows there."""
    pages = (front_page, behandling_page, tema_page, sektor_page, year_page)
    monkeypatch.setattr(drawing, "PAGES", pages)
    found = {path: data.decode() for path, data in build.files(baerum(), ("html",), None).items() if ".html" in path}
    ways = [(way.sti, way.tekst) for door in doors(baerum()) for way in (*door.veier,)]
    assert len(ways) > 10
    assert "innholdsliste" not in found["tema.html"]  # its cards are the list to jump by
    for address, text in [*ways, *((door.sti, door.om) for door in doors(baerum()))]:
        path, _, place = address.partition("#")
        assert f'href="{address}"' in found["index.html"]
        assert text in found["index.html"]
        assert not place or f'id="{place}"' in found[path], address
    numbers = {address: int(number[1]) for address, text in ways if (number := re.search(r"\((\d+)\)$", text))}
    assert set(numbers) >= {"behandling.html#periode", "behandling.html#i-arbeid"}
    for address, number in numbers.items():
        after = found["behandling.html"].split(f'id="{address.split("#")[1]}"')[1]
        assert after.split("<tbody>")[1].split("</tbody>")[0].count("<tr>") == number


def test_a_door_for_each_question_that_has_an_answer(tmp_path: Path) -> None:
    """Where no plan is known to belong to a sector there is no door to the sectors, and nothing in work is no way."""
    root = fjordvik(tmp_path)
    for path in (root / "plans").rglob("planer/**/*.yaml"):
        path.unlink()
    write(root, "planer/x.yaml", "tittel: Xplanen\ntype: fagplan\nstatus: vedtatt\n")
    assert [door.id for door in doors(nettsted(root))] == ["behandling", "neste", "tema"]
    coming = doors(nettsted(root))[1]
    assert [way.sti for way in coming.veier] == ["aarshjul.html"]
    write(root, "planer/y.yaml", "tittel: Yplanen\ntype: fagplan\nstatus: igangsatt\nansvarlig: oppvekst\n")
    there = doors(nettsted(root))
    assert [door.id for door in there] == ["behandling", "neste", "tema", "sektor"]
    assert [way.sti for way in there[3].veier] == ["sektorer.html#oppvekst"]
    assert "behandling.html#i-arbeid" in [way.sti for way in there[1].veier]


def test_no_page_promises_what_the_register_may_not_have(monkeypatch: pytest.MonkeyPatch) -> None:
    """Decisions, topics and errors: what is said of every plan, or of a reader's ways, holds where little is known."""
    site = baerum()
    monkeypatch.setattr(drawing, "PAGES", (front_page, tema_page, about_page))
    found = {path: data.decode() for path, data in build.files(site, ("html",), None).items() if ".html" in path}
    day = site.lang.dato(site.register.plansystem.ajourfoert)
    assert f"Det er ajourført {day}, så senere vedtak kan mangle." in found["index.html"]
    assert "De nyeste vedtakene" not in found["index.html"]
    assert "Hver plan har en egen side som forteller" not in found["tema.html"]
    can_change = bool(site.change_address("plans"))
    assert ("kan du selv foreslå en endring" in found["om.html"]) == can_change
    assert ("Ser du en feil, skriver du til kommunen" in found["om.html"]) != can_change


def test_that_no_planstrategi_has_decided_is_said_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing is decided about any late plan, one sentence says so for all of them."""
    text = drawn(baerum(), monkeypatch)["behandling.html"]
    assert not any(plan.bestemt for one in behandling_page.undecided(baerum()) for plan in one.planer)
    assert text.count("Registeret viser ingen beslutning om") == 1
    assert "Et hjul er en rekke oppgaver som kommer igjen i kommunen" in text
