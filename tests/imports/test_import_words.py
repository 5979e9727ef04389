"""What planlint import makes of the heads of columns."""

from __future__ import annotations

import pytest

from planlint.imports.table.heads import columns, field_of


@pytest.mark.parametrize(
    ("head", "field"),
    [
        ("Plan", "tittel"), ("Navn på plan", "tittel"), ("PLANNAMN", "tittel"), ("Plantype", "type"),
        ("Status", "status"),
        ("Vedtatt (dato)", "vedtatt"), ("Vedtaksdto", "vedtatt"), ("Vedteke", "vedtatt"), ("Planperiode", "periode"),
        ("Oppstart", "oppstart"), ("Ferdigstilles", "ferdig"), ("Neste revisjon/rullering", "rullering"),
        ("Ansvarleg", "ansvarlig"), ("Tjenesteområde", "ansvarlig"), ("Lovhjemel", "hjemmel"), ("Heimel", "hjemmel"),
        ("Kommentar", "merknad"), ("Saksnr.", "sak"), ("Vedtatt av", "organ"), ("ID", "id"), ("PlanID", "arealplan_id"),
        ("Mål", "forankring"), ("Lenkje", "lenke"), ("Budsjett", ""), ("Økonomi", ""), ("", ""),
        ("Sist gjennomgått", "gjennomgått"), ("Gjennomgådd", "gjennomgått"),
    ],
)  # fmt: skip
def test_heads_are_known_in_both_languages_and_with_slips(head: str, field: str) -> None:
    """A head names a field whatever its letters, stars and parentheses; an unknown one names none."""
    assert field_of(head)[0] == field


def test_a_head_that_names_a_group_stands_above_the_titles() -> None:
    """«Temaplaner | Status | Oppstart» has its plans in the first column; a table of other things has no plans."""
    found, unknown = columns(["Temaplaner", "Status", "Oppstart", "Budsjett"])
    assert [(one.index, one.field) for one in found] == [(0, "tittel"), (1, "status"), (2, "oppstart")]
    assert unknown == ["Budsjett"]
    assert "tittel" not in {one.field for one in columns(["Kode", "Status", "Lov"])[0]}
