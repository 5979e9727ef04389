"""planlint import --kind: input is from roles, drafts are drafts, words are listed, values are told as they read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.helpers import fjordvik
from support.importtools import outcome, text, written

from planlint.imports import result_rows
from planlint.text import language

if TYPE_CHECKING:
    from pathlib import Path

    from planlint.imports.import_outcome import ImportResult

NB = language("nb")
DRAFTS = """\
Nummer;{head};Variant;Plan;Type
1.2;Alle bor godt;A;samfunnsdel-2020;hovedmål
1.2;Flere bor godt;B;samfunnsdel-2020;hovedmål
"""


def read(root: Path, table: str, kind: str) -> ImportResult:
    """Give what the import of a table of a kind would do in a plan system."""
    return outcome(root, text(root / "t.csv", table), kind=kind)


def test_a_person_is_named_in_no_input_that_is_written(tmp_path: Path) -> None:
    """A sender with a person's name stops the import, with the line and what to write; a role goes in."""
    root = fjordvik(tmp_path)
    head = "Innspill;Avsender\n"
    named = read(root, f"{head}Bygg ny skole;innbygger\nMer lys;Kari Nordmann\n", "innspill")
    assert named.is_open
    assert ["Linje 3" in one.in_language(NB) for one in named.faults] == [True]
    assert "skriv rollen" in named.faults[0].in_language(NB).lower()
    assert not read(root, f"{head}Bygg ny skole;innbygger\n", "innspill").is_open


def test_another_finding_about_an_input_stops_nothing(tmp_path: Path) -> None:
    """Only what names a person is refused: an input without an answer is written as it is."""
    result = read(fjordvik(tmp_path), "Innspill;Avsender;Hvor;Svar\nMer lys;innbygger;høring;ja\n", "innspill")
    assert result.faults == []


def test_the_words_of_a_field_are_listed(tmp_path: Path) -> None:
    """A place that is no arena is told with the words that the field knows."""
    result = read(fjordvik(tmp_path), "Innspill;Hvor\nMer lys;torget\n", "innspill")
    (unclear,) = result.endringer[0].uforstaatt
    assert "ingen av disse: Verksted, Høring, Folkemøte, " in unclear.grunn.in_language(NB)


@pytest.mark.parametrize(("head", "is_draft"), [("Utkast til mål", True), ("Foreslått mål", True), ("Mål", False)])
def test_a_head_of_drafts_makes_drafts(tmp_path: Path, head: str, is_draft: bool) -> None:
    """Rows below «Utkast til mål» are drafts, and that is told; rows below «Mål» are goals."""
    result = read(fjordvik(tmp_path), DRAFTS.format(head=head), "maal")
    assert [data.get("utkast", False) for data in written(result).values()] == [is_draft, is_draft]
    said = [one.in_language(NB) for one in result.merknader]
    assert any("utkast og ikke vedtatte" in one for one in said) is is_draft


def test_a_column_of_drafts_goes_before_the_head(tmp_path: Path) -> None:
    """Where the table itself says which rows are drafts, the head says no more; an adopted goal is made no draft."""
    root = fjordvik(tmp_path)
    own = "Utkast til mål;Utkast;Plan;Type\nAlle bor godt;nei;samfunnsdel-2020;hovedmål\n"
    assert "utkast" not in written(read(root, own, "maal"))["alle-bor-godt"]
    there = "Utkast til mål;Plan;Nummer\nGode liv i Fjordvik;samfunnsdel-2020;9\n"
    assert "utkast" not in written(read(root, there, "maal"))["gode-liv"]


def test_a_draft_is_named_by_its_number_and_variant(tmp_path: Path) -> None:
    """«1.2 B» is the draft of that number and variant, of the same table or of the files; «1.2» alone may be either."""
    root = fjordvik(tmp_path)
    for change in read(root, DRAFTS.format(head="Utkast til mål"), "maal").endringer:
        assert change.raw is not None
        (root / change.fil).write_bytes(change.raw)
    head = "Innspill;Mål\n"
    for said in ("1.2 B", "1.2B", "1.2 b"):
        assert written(read(root, f"{head}Mer lys;{said}\n", "innspill"))["mer-lys"]["mål"] == ["flere-bor-godt"]
    assert "mål" not in written(read(root, f"{head}Mer lys;1.2\n", "innspill"))["mer-lys"]
    table = DRAFTS.format(head="Utkast til mål").replace("Type", "Type;Under")
    below = f"{table}1.2.1;Nær skole;;samfunnsdel-2020;delmål;1.2 A\n"
    assert written(read(root, below, "maal"))["naer-skole"]["overordnet"] == "alle-bor-godt"


def test_an_input_is_told_as_it_reads(tmp_path: Path) -> None:
    """The overview has a heading that fits, days as people write them, and titles in place of lists of ids."""
    root = fjordvik(tmp_path)
    table = "Innspill;Avsender;Dato;Svar;Førte til\nMer lys;innbygger;2026-03-01;ja;gode-liv | naer-natur\n"
    told = result_rows(
        read(root, table, "innspill"), NB, {("maal", "gode-liv"): "Gode liv", ("maal", "naer-natur"): "Nær"}
    )
    assert "Linje  Hva      Tittel" in told
    assert "1.3.2026" in told
    assert "['" not in told
    assert "«Gode liv» (gode-liv), «Nær» (naer-natur)" in told
