"""What the matrix, `coverage` and its page tell of the same plans, held against each other."""

from __future__ import annotations

from typing import Any

from planlint.register.dekning import measure_dekning
from planlint.site.pages import dekning_page, matrix_page
from planlint.tables.nettsted import Nettsted


def matrix_content(site: Nettsted) -> dict[str, Any]:
    """Give what the page of the matrix is filled with."""
    (page,) = matrix_page.pages(site)
    return page.innhold


def rows_where_all_agree(site: Nettsted) -> set[str]:
    """Give the plans that the matrix has a row for; fail unless the three tell the same of every plan."""
    content = matrix_content(site)
    rows = {row[0][0].tekst for table in content["tabeller"] for group in table.grupper for row in group.rader}
    without = {link.tekst for link in content["uten_maal"]}
    covered = {rad.plan.tittel: rad.has_traad for rad in measure_dekning(site.register).planer}
    (page,) = dekning_page.pages(site)
    told = {row[0][0].tekst: row[1] == "Ja" for group in page.innhold["planer"].grupper for row in group.rader}
    assert told == covered
    assert rows == {tittel for tittel, thread in covered.items() if thread}
    assert without == covered.keys() - rows
    return rows
