"""Sectors and their programme areas: who is part of what, in `list`, CODEOWNERS and calendars."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from support.helpers import DATE, PLAN, check, fjordvik, run, write
from support.planstrategi_cases import STRATEGI
from support.rule_cases import SAMFUNNSDEL, change, found, told

from planlint.hosts.codeowners import owners
from planlint.register import parts_of, sectors, sektor_over
from planlint.register.lookup import rows
from planlint.site import build
from planlint.site.pages import sektor_page, system_page
from planlint.system.system import open_system
from planlint.tables.calendar import calendar_rows, half_years, tasks
from planlint.tables.nettsted import Nettsted
from planlint.text import language

SYSTEM = "plansystem.yaml"
AREAS = (
    "oppvekst: {navn: Oppvekst, eiere: '@fjordvik/oppvekst'}\n  skole: {navn: Skole, del_av: oppvekst}\n"
    "  ungdom: {navn: Ungdom, del_av: skole}"
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Fjordvik with programme areas, one of which is responsible for the samfunnsdel."""
    root = fjordvik(tmp_path)
    change(root, SYSTEM, "oppvekst: {navn: Oppvekst}", AREAS)
    change(root, SAMFUNNSDEL, "ansvarlig: oppvekst", "ansvarlig: ungdom")
    return root


def register(root: Path):  # noqa: ANN201 - the register of a test
    """Open the plan system."""
    found = open_system(root, date.fromisoformat(DATE)).register
    assert found is not None
    return found


def nettsted(root: Path) -> Nettsted:
    """Give the site of the plan system."""
    day = date.fromisoformat(DATE)
    return Nettsted(register(root), check(root, day), language("nb"))


def test_an_area_belongs_to_its_sector(root: Path) -> None:
    """However many steps up, the sector is found; what is unknown is its own."""
    system = register(root).plansystem
    assert [sektor_over(system, id_) for id_ in ("ungdom", "skole", "oppvekst", "nei")] == [*["oppvekst"] * 3, "nei"]
    assert parts_of(system, "oppvekst") == ["oppvekst", "skole", "ungdom"]
    assert sectors(system) == ["oppvekst", "miljoe"]


def test_an_area_that_is_part_of_itself_is_its_own_sector(root: Path) -> None:
    """A slip that goes in a ring ends, and hides nothing."""
    change(root, SYSTEM, "skole: {navn: Skole, del_av: oppvekst}", "skole: {navn: Skole, del_av: ungdom}")
    system = register(root).plansystem
    assert sektor_over(system, "skole") == "skole"
    assert set(sectors(system)) == {"oppvekst", "skole", "ungdom", "miljoe"}


def test_list_finds_the_plans_of_a_sector_and_its_areas(root: Path) -> None:
    """`--where sektor=` takes the areas with it; `ansvarlig` is what the file says."""
    found = rows(register(root), "plan", [("sektor", "oppvekst")], language("nb"))
    assert "samfunnsdel-2020" in {row["id"] for row in found}
    assert rows(register(root), "plan", [("sektor", "ungdom")], language("nb"))
    assert "samfunnsdel-2020" not in {
        row["id"] for row in rows(register(root), "plan", [("ansvarlig", "oppvekst")], language("nb"))
    }
    assert rows(register(root), "tiltak", [("sektor", "miljoe")], language("nb")) is not None


def test_the_sectors_owners_are_asked_of_its_areas(root: Path) -> None:
    """An area without owners of its own has its sector's."""
    assert owners(register(root))["plans/planer/samfunnsdel-2020.yaml"] == ("@fjordvik/oppvekst",)


def test_what_a_sector_is_part_of_must_be_known(root: Path) -> None:
    """`del_av` and `utvalg` of a sector, and `ansvarlig` of a goal, are references like any other."""
    change(root, SYSTEM, "del_av: oppvekst", "del_av: oppvekt, utvalg: utvalge")
    change(root, "maal/trygg-oppvekst.yaml", "plan: samfunnsdel-2020", "plan: samfunnsdel-2020\nansvarlig: skoole")
    assert len(told(root, "PL102")) == 3


def test_list_is_grouped_by_sector_and_by_programme_area(root: Path) -> None:
    """A sector takes its areas' plans with it; an area stands under its sector's name, and what nobody has is last."""
    write(root, "planer/uten.yaml", PLAN.replace("ansvarlig: miljoe\n", ""))
    grouped = run("list", "plan", "--group", "sektor", "--date", DATE, cwd=root).stdout
    assert "Oppvekst (1)\n" in grouped
    assert grouped.index("Oppvekst (") < grouped.index("Står ikke i registeret (")
    by_area = json.loads(
        run("list", "plan", "--group", "programområde", "--output", "json", "--date", DATE, cwd=root).stdout
    )
    assert [(one["group"], one["name"]) for one in by_area[:2]] == [
        ("skole", "Oppvekst: Skole"), ("ungdom", "Oppvekst: Skole: Ungdom"),
    ]  # fmt: skip
    assert by_area[-1]["group"] == ""
    by_type = run("list", "maal", "--group", "plan", "--date", DATE, cwd=root).stdout
    assert "Kommuneplanens samfunnsdel 2020–2032 (" in by_type
    assert "delmål (" in run("list", "maal", "--group", "type", "--date", DATE, cwd=root).stdout
    assert "Vedtatt (3)\n" in run("list", "plan", "--group", "status", "--date", DATE, cwd=root).stdout
    unknown = run("list", "plan", "--group", "sektr", cwd=root)
    assert unknown.returncode == 2
    assert "«sektor»" in unknown.stderr


def test_work_in_an_area_takes_room_in_its_sector(root: Path) -> None:
    """PL504 and the calendar reckon what an area does as its sector's too, in half-years and in årsverk."""
    work = "  - {{tittel: {0}, ansvarlig: {1}, oppstart: 2025, ferdig: 2025, årsverk: {{2025: 1}}}}\n"
    strategy = STRATEGI.format("2023-2027", "2024-04-24") + "kapasitet: {oppvekst: 1}\noppgaver:\n"
    write(root, "planstrategier/ps.yaml", strategy + work.format("A", "skole") + work.format("B", "ungdom"))
    assert found(root, "PL504") == [("planstrategi/ps", "")]
    change(root, "planstrategier/ps.yaml", "oppvekst: 1", "oppvekst: {2025: 1}")
    assert found(root, "PL504") == [("planstrategi/ps", "sektor")]
    change(root, "planstrategier/ps.yaml", "oppvekst: {2025: 1}", "ungdom: {2025: 1}")
    assert found(root, "PL504") == []
    known = register(root)
    strategi = known.planstrategier["ps"]
    halves = half_years(date(2025, 1, 1), date(2025, 6, 30))
    ((head, cell),) = calendar_rows(tasks(strategi), halves, known, language("nb"))
    assert head == "Oppvekst"
    assert [part.tekst for part in cell] == ["A", "B"]


def test_the_page_of_the_sectors_has_the_areas_and_the_goals(root: Path) -> None:
    """An area's plans stand under its name in the sector's table, and the goals that a file gives to it below."""
    change(root, "maal/trygg-oppvekst.yaml", "plan: ", "ansvarlig: skole\nplan: ")
    change(root, SYSTEM, "eiere: '@fjordvik/oppvekst'", "utvalg: hovedutvalget")
    (page,) = sektor_page.pages(nettsted(root))
    oppvekst = page.innhold["sektorer"][0]
    assert [one.id for one in page.innhold["sektorer"]] == ["oppvekst", "miljoe"]
    assert (oppvekst.utvalg, [area.id for area in oppvekst.omraader]) == ("hovedutvalget", ["skole", "ungdom"])
    assert [group.navn for group in oppvekst.rader.grupper] == ["Ungdom"]
    assert [(name, [goal.id for goal in goals]) for name, goals in oppvekst.maal] == [("Skole", ["trygg-oppvekst"])]
    html = build.files(nettsted(root), ("html",), None)["sektorer.html"].decode()
    for text in ("Politisk ansvar: hovedutvalget.", 'id="ungdom"', 'href="maal/trygg-oppvekst.html"'):
        assert text in html
    none, one = (
        html.index("Registeret viser ingen planer som disse programområdene"),
        html.index('id="ungdom">Ungdom: én'),
    )
    assert one < none < html.index('id="skole">Skole<')
    assert "0 planer" not in html


def goals_counted(root: Path) -> str:
    """Give how many goals the page of the plan system has for the first sector."""
    (page,) = system_page.pages(nettsted(root))
    return str(page.innhold["tabell_sektorer"].grupper[0].rader[0][-1])


def test_the_goals_of_a_plan_that_no_longer_applies_are_not_a_sectors(root: Path) -> None:
    """Neither the page of the sectors nor the table of them on that of the plan system counts a goal that is past."""
    change(root, "maal/trygg-oppvekst.yaml", "plan: ", "ansvarlig: skole\nplan: ")
    assert goals_counted(root) == "1"
    change(root, SAMFUNNSDEL, "status: vedtatt", "status: opphevet")
    (page,) = sektor_page.pages(nettsted(root))
    assert page.innhold["sektorer"][0].maal == ()
    assert goals_counted(root) == "0"
