"""PL111 and what is said twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.helpers import FELLES, PLAN, found

INDIKATOR = "tittel: {tittel}\nenhet: {enhet}\nmål: [gode-liv]\n"


@pytest.mark.parametrize(
    ("tittel", "enhet", "number"),
    [
        ("Støy", "prosent", 0),
        ("Støy støy", "prosent", 0),
        ("Støy ved vei", "prosent prosent", 1),
        ("Støy ved Støy ved", "prosent", 1),
        ("Støy  ved Støy ved", "kg kg", 2),
        ("Vei vei vei", "kg", 0),
    ],
)
def test_all_of_it_twice(tmp_path: Path, tittel: str, enhet: str, number: int) -> None:
    """Letter by letter, and whatever blanks stand between; each field has its own finding."""
    files = {"indikatorer/i.yaml": INDIKATOR.format(tittel=tittel, enhet=enhet)}
    assert len(found(tmp_path, "PL111", files)) == number


def test_names_that_plansystem_declares_and_parts_of_a_file_are_read_too(tmp_path: Path) -> None:
    """A sector, a step of a wheel and the title of a link are shown as they stand, as a title is."""
    system = (FELLES / "plans/plansystem.yaml").read_text(encoding="utf-8")
    system = system.replace("{navn: Oppvekst}", "{navn: Oppvekst Oppvekst}")
    system += "hjul: {ett: {navn: Hjulet, rulleres: årlig, steg: [{hva: Ny rapport Ny rapport}]}}\n"
    linked = f"{PLAN}lenker: [{{tittel: Se saken Se saken, url: 'https://fjordvik.no/'}}]\n"
    files = {"plansystem.yaml": system, "planer/a.yaml": linked}
    assert found(tmp_path, "PL111", files) == [("plan/a", ""), ("plansystem", ""), ("plansystem", "")]
