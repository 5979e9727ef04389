"""What one sees first: how many plans stand where, by kind and by level, each number a way to its list."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from html import unescape
from pathlib import Path

import html5lib
import pytest
from support.helpers import DATE, check, fjordvik, write

from planlint.register import over_fristen
from planlint.site import build, drawing
from planlint.site.front_doors import doors, told
from planlint.site.pages import (
    about_page,
    behandling_page,
    front_page,
    next_strategy_page,
    planer_page,
    sektor_page,
    tema_page,
    year_page,
)
from planlint.site.plan_map import PlanMap
from planlint.site.plan_states import LATE, STATES
from planlint.system.system import open_system
from planlint.tables import agenda
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
    assert (
        "Registeret viser ingen planer over fristen når lovens egne frister ikke regnes med."
        in found["behandling.html"]
    )
    assert '<a class="ds-link" href="lov.html">' in found["behandling.html"], "the law's own deadlines are there"


def test_every_door_leads_to_its_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each way from a door is on the front page, its target is there, and its number is that of the rows there."""
    pages = (front_page, behandling_page, tema_page, sektor_page, year_page, next_strategy_page)
    monkeypatch.setattr(drawing, "PAGES", pages)
    found = {path: data.decode() for path, data in build.files(baerum(), ("html",), None).items() if ".html" in path}
    ways = [(way.sti, way.tekst) for door in doors(baerum()) for way in (*door.veier,)]
    assert len(ways) > 10
    assert "innholdsliste" not in found["tema.html"]  # its cards are the list to jump by
    for address, text in [*ways, *((door.sti, door.om) for door in doors(baerum()))]:
        path, _, place = address.partition("#")
        assert f'href="{address}"' in found["index.html"]
        assert text in unescape(found["index.html"])
        assert not place or f'id="{place}"' in found[path], address
    numbers = {address: int(number[1]) for address, text in ways if (number := re.search(r"\((\d+)\)$", text))}
    assert set(numbers) >= {"behandling.html#periode", "behandling.html#i-arbeid"}
    assert numbers.pop("neste-planstrategi.html") == len(agenda(baerum()).rader)
    for address, number in numbers.items():
        after = found["behandling.html"].split(f'id="{address.split("#")[1]}"')[1]
        assert after.split("<tbody>")[1].split("</tbody>")[0].count("<tr>") == number


def test_each_reader_has_a_door_and_all_topics_stand_on_one() -> None:
    """Resident, politician and planner have a door each, and every topic of the page of topics is a way from one."""
    there = doors(baerum())
    assert [door.leser for door in there] == ["Innbygger", "Politiker", "Planlegger"]
    topics = [f"tema.html#{tema.id}" for tema in tema_page.temaer(baerum())]
    assert len(topics) > 10
    assert [way.sti for way in there[0].veier] == topics


def test_a_resident_can_search_from_the_first_door(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first door has a field to search in, which works without a script and has a name of its own."""
    (field,) = re.findall(r'<form[^>]*aria-label="Søk i planer og mål">', drawn(baerum(), monkeypatch)["index.html"])
    assert 'action="sok.html"' in field


def test_only_ways_to_what_there_is(tmp_path: Path) -> None:
    """Where no plan is known to belong to a sector there is no way to the sectors, and nothing in work is no way."""
    root = fjordvik(tmp_path)
    for path in (root / "plans").rglob("planer/**/*.yaml"):
        path.unlink()
    write(root, "planer/x.yaml", "tittel: Xplanen\ntype: fagplan\nstatus: vedtatt\n")
    _, council, planner = doors(nettsted(root))
    assert [way.sti for way in council.veier] == ["behandling.html#kommer", "aarshjul.html", "index.html#siste-vedtak"]
    assert not any(way.sti.startswith("sektorer.html") for way in planner.veier)
    assert set(told(nettsted(root))) == {"tema", "behandling", "planlegger", "neste"}
    write(root, "planer/y.yaml", "tittel: Yplanen\ntype: fagplan\nstatus: igangsatt\nansvarlig: oppvekst\n")
    _, council, planner = doors(nettsted(root))
    assert [way.sti for way in planner.veier if "sektor" in way.sti] == ["sektorer.html", "sektorer.html#oppvekst"]
    assert "behandling.html#i-arbeid" in [way.sti for way in council.veier]
    assert "sektor" in told(nettsted(root))


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
    assert text.count("Ingen av dem har en beslutning i en planstrategi som står i registeret.") == 1
    assert "Et hjul er en rekke oppgaver som kommer igjen i kommunen" in text


def test_what_has_waited_the_longest_stands_first(tmp_path: Path) -> None:
    """Late plans stand by the day of the deadline, told as the register has it, with the body and the sector."""
    root = fjordvik(tmp_path)
    text = "tittel: {}\ntype: fagplan\nstatus: vedtatt\nperiode: {{til: {}}}\n"
    write(root, "planer/a.yaml", text.format("Anleggsplanen", 2021))
    write(root, "planer/b.yaml", text.format("Byplanen", 2020) + "ansvarlig: oppvekst\n")
    voted = "hendelser: [{hva: vedtatt, dato: 2015-01-20, organ: kommunestyret}, {hva: til_orientering, dato: 2016}]\n"
    write(root, "planer/c.yaml", text.format("Cafeplanen", 2019) + voted)
    site = nettsted(root)
    (question,) = [one for one in behandling_page.undecided(site) if one.id == "periode"]
    assert [plan.lenke.tekst for plan in question.planer] == ["Cafeplanen", "Byplanen", "Anleggsplanen"]
    assert [plan.naar for plan in question.planer] == ["2019", "2020", "2021"]
    assert question.planer[0].hvem == "Siste vedtak i registeret: kommunestyret"
    assert question.planer[1].hvem.startswith("Ansvarlig: Oppvekst")


def test_a_topic_shows_what_is_not_in_force_with_how_it_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Plans under work, past their period or without a status stand below those in force; ended ones are counted."""
    root = fjordvik(tmp_path)
    for path in (root / "plans").rglob("planer/**/*.yaml"):
        path.unlink()
    told = {
        "a": "Skoleplan A\ntype: fagplan\nstatus: vedtatt\n",
        "b": "Skoleplan B\ntype: fagplan\nstatus: vedtatt\nperiode: {til: 2020}\n",
        "c": "Skoleplan C\ntype: fagplan\nstatus: igangsatt\n",
        "d": "Skoleplan D\ntype: fagplan\n",
        "e": "Skoleplan E\ntype: fagplan\nstatus: opphevet\n",
        "f": "Vannplan F\ntype: fagplan\nstatus: planlagt\n",
    }
    for name, text in told.items():
        write(root, f"planer/{name}.yaml", f"tittel: {text}")
    site = nettsted(root)
    school, water = tema_page.temaer(site)
    assert [plan.lenke.tekst for plan in school.planer] == ["Skoleplan A"]
    assert [plan.lenke.tekst for plan in school.andre] == ["Skoleplan B", "Skoleplan C", "Skoleplan D"]
    assert all(plan.status for plan in school.andre)
    assert (water.planer, [plan.lenke.tekst for plan in water.andre]) == ((), ["Vannplan F"])
    monkeypatch.setattr(drawing, "PAGES", (tema_page, planer_page))
    page = build.files(site, ("html",), None)["tema.html"].decode()
    assert "Én plan er avsluttet ifølge registeret, og står ikke her." in page
    assert "Registeret viser ingen plan i kraft om dette." in page
    for number in range(20):
        write(root, f"planer/g{number}.yaml", f"tittel: Skoleplan nr. {number}\ntype: fagplan\nstatus: planlagt\n")
    school, _ = tema_page.temaer(nettsted(root))
    assert len(school.andre) + school.flere == 23
    assert school.flere > 0
