"""The United Nations' 17 Sustainable Development Goals by their official Norwegian short names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.text import Language

BAEREKRAFTSMAAL = {
    1: N_("Utrydde fattigdom"),
    2: N_("Utrydde sult"),
    3: N_("God helse og livskvalitet"),
    4: N_("God utdanning"),
    5: N_("Likestilling mellom kjønnene"),
    6: N_("Rent vann og gode sanitærforhold"),
    7: N_("Ren energi til alle"),
    8: N_("Anstendig arbeid og økonomisk vekst"),
    9: N_("Industri, innovasjon og infrastruktur"),
    10: N_("Mindre ulikhet"),
    11: N_("Bærekraftige byer og lokalsamfunn"),
    12: N_("Ansvarlig forbruk og produksjon"),
    13: N_("Stoppe klimaendringene"),
    14: N_("Livet i havet"),
    15: N_("Livet på land"),
    16: N_("Fred, rettferdighet og velfungerende institusjoner"),
    17: N_("Samarbeid for å nå målene"),
}
_NUMBERS = {str(number): number for number in BAEREKRAFTSMAAL}


def goal_number(value: str) -> int | None:
    """Give the goal's number of "13" or "13.2"; None for one that the United Nations do not have."""
    return _NUMBERS.get(value.partition(".")[0])


def with_names(lang: Language, values: Iterable[str]) -> list[str]:
    """Give the Sustainable Development Goals with number and name, in the file's order."""
    found = [(value, goal_number(value)) for value in values]
    return [f"{value} {lang.gettext(BAEREKRAFTSMAAL[number])}" if number else value for value, number in found]
