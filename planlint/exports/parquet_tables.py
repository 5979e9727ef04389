"""The tables that only a register of many municipalities needs: the municipality, and what it calls its plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.model import number_on
from planlint.register import valg
from planlint.tables import DataTable, as_cell, clean, make_columns

if TYPE_CHECKING:
    from datetime import date

    from planlint.model import Plansystem
    from planlint.system import System

_KOMMUNE = make_columns(
    {
        "nummer": "Kommunenummeret på dagen.",
        "dag": "Dagen som alle tabellene gjelder.",
        "ajourført": "Dagen som kommunens register beskriver.",
        "valgperiode": "Valgperioden på dagen.",
        "konstituert": "Dagen kommunestyret i den valgperioden ble konstituert; 31. oktober der den ikke er oppgitt.",
        "språk": "Språket i kommunens register.",
        "filer": "Hvor mange filer registeret har.",
        "uleste": "Hvor mange av dem som ikke kan leses, og som ikke er med.",
    }
)
_PLANTYPE = make_columns(
    {
        "type": "Plantypens id: type i tabellen plan.",
        "navn": "Navnet.",
        "rolle": "Rollen i plan- og bygningsloven: samfunnsdel, arealdel eller handlingsdel.",
        "nivå": "Navnet på nivået i plansystemet.",
        "lovpålagt": "Om en lov krever typen.",
        "forankring": "Om en plan av typen skal være forankret: påkrevd, valgfri eller ingen.",
        "kunnskapsgrunnlag": "Om typen tas til orientering i stedet for å vedtas.",
        "bindende": "Om typen er bindende for arealbruken.",
        "intern": "Om typen fastsettes administrativt.",
    }
)


def _valgaar(system: Plansystem, day: date) -> int:
    """Give the election year of the council that sits on a day."""
    year = valg.valgaar(day.year)
    return year if valg.konstituering(system, year) <= day else year - valg.TERM


def kommune(system: System, declared: Plansystem, day: date) -> DataTable:
    """Give the municipality, on a day, as a table of one row; its number comes first."""
    year = _valgaar(declared, day)
    row = (
        number_on(declared.kommune, day),
        day,
        as_cell(declared.ajourfoert),
        valg.valgperiode_of(year),
        valg.konstituering(declared, year),
        declared.spraak,
        len(system.contents),
        len(system.loaded.opaque),
    )
    return DataTable("kommune", "", "", _KOMMUNE, (row,))


def plantyper(declared: Plansystem) -> DataTable:
    """Give the plan types: by their roles, plans of different municipalities can be compared."""
    levels = declared.nivaaer
    rows = tuple(
        (
            id_,
            clean(one.navn),
            one.rolle or "",
            clean(levels[one.nivaa].navn) if one.nivaa in levels else "",
            as_cell(one.lovpaalagt),
            one.forankring,
            as_cell(one.kunnskapsgrunnlag),
            as_cell(one.bindende),
            as_cell(one.intern),
        )
        for id_, one in declared.plantyper.items()
    )
    return DataTable("plantype", "", "", _PLANTYPE, rows)
