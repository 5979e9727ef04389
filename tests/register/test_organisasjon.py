"""Sectors and their programme areas: who is part of what, in `list`, CODEOWNERS and calendars."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import DATE, fjordvik
from support.rule_cases import SAMFUNNSDEL, change, told

from planlint.hosts.codeowners import owners
from planlint.register import parts_of, sectors, sektor_over
from planlint.register.lookup import rows
from planlint.system.system import open_system
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
