"""The search page: a form that reads without JavaScript, and the texts that the script shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.register import over_fristen, stilling_of_plan
from planlint.site.page import Page
from planlint.site.search_entry import OVER_FRISTEN, STANDINGS
from planlint.text import alphabetical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.tables import Nettsted


PATHS = ("sok.html",)


def _choices(site: Nettsted) -> list[tuple[str, str, list[str]]]:
    """Give what hits can be chosen by: the name in the address, in words, and the values."""
    _, register = site.lang.gettext, site.register
    kinds = [_("Plan"), _("Mål"), _("Indikator"), _("Planstrategi"), _("Side")]
    standing = {stilling_of_plan(register, plan) for plan in register.planer.values()}
    late = [_(OVER_FRISTEN)] if over_fristen(register) else []
    sectors = {site.rader.plan(plan).ansvarlig for plan in register.planer.values()} - {""}
    return [
        ("type", _("Hva det er"), kinds),
        ("status", _("Status"), [*late, *(_(name) for id_, name in STANDINGS.items() if id_ in standing)]),
        ("sektor", _("Ansvarlig"), sorted(sectors, key=alphabetical)),
    ]


def pages(site: Nettsted) -> Iterator[Page]:
    """Yield the search page."""
    _ = site.lang.gettext
    yield Page(
        sti="sok.html",
        mal="sok.html.j2",
        tittel=_("Søk"),
        beskrivelse=_("Søk i planene, målene og indikatorene til {kommune}.").format(kommune=site.kommune),
        innhold={"valg": _choices(site)},
        soekbar=False,
    )
