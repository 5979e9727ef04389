"""What `planlint diff` tells of a budget and of a decision in words; and their texts are searched as others are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.gittools import commit
from support.helpers import DATE, fjordvik, found, run, write

if TYPE_CHECKING:
    from pathlib import Path

PLAN = """\
tittel: Klimaplan 2023–2030
type: temaplan
status: vedtatt
sammendrag: Hvordan kommunen skal kutte.
hendelser:
  - {hva: vedtatt, dato: 2023-03-08, organ: kommunestyret, sak: 12/23}
ansvarlig: oppvekst
forankring: [trygg-oppvekst]
budsjett:
  tittel: Klimabudsjett
  enhet: tonn CO2
  sum: -9.3
  poster:
    - {tittel: Personbiler, verdi: -12.4}
    - {tittel: Lastebiler, verdi: 3.1}
    - {tittel: Landbruk}
kilder: [{kilde: plandokument}]
"""
DECISION = (
    "  - {hva: verbalvedtak, dato: 2023-03-08, organ: kommunestyret, sak: 12/23,"
    " tekst: Det legges til grunn 40 ladepunkter., mål: [trygg-oppvekst]}\nansvarlig"
)


def test_what_is_changed_in_a_budget(tmp_path: Path) -> None:
    """A row is told by its name, one that is gone with its number, the sum as the sum; a decision in its own words."""
    fjordvik(tmp_path)
    write(tmp_path, "planer/klimaplan.yaml", PLAN)
    commit(tmp_path, "2024-06-01")
    changed = PLAN.replace("verdi: 3.1", "verdi: 3.4").replace("sum: -9.3", "sum: -9").replace("ansvarlig", DECISION, 1)
    write(
        tmp_path,
        "planer/klimaplan.yaml",
        changed.replace("    - {tittel: Landbruk}\n", "    - {tittel: Buss, verdi: 1}\n"),
    )
    said = run("diff", "HEAD", "--date", DATE, cwd=tmp_path).stdout
    for told in (
        "Summen i budsjettet: -9,3 → -9",
        "Budsjettpost «Lastebiler», verdi: 3,1 → 3,4",
        "Budsjettpost tatt bort: «Landbruk»",
        "Budsjettpost lagt til: «Buss» 1",
        "Verbalvedtak 8.3.2023 av kommunestyret, sak 12/23, om «Barn og unge har en trygg oppvekst»",
        "«Det legges til grunn 40 ladepunkter.»",
    ):
        assert told in said, said


def test_personal_data_in_them_is_found(tmp_path: Path) -> None:
    """An address in the words of a decision, or in a row of a budget, is told at its place."""
    fjordvik(tmp_path)
    text = PLAN.replace("ansvarlig", DECISION.replace("40 ladepunkter.", "ola.nordmann@fjordvik.no"), 1)
    text = text.replace("{tittel: Landbruk}", "{tittel: Landbruk, merknad: kari.nordmann@fjordvik.no}")
    assert len(found(tmp_path, "PL009", {"planer/klimaplan.yaml": text})) == 2
