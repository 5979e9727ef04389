"""The planstrategier: what comes next, and all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import add_months
from planlint.register import (
    all_planstrategier,
    frist,
    is_late,
    not_seen_since,
    periode,
    short_frist,
    stilling_of_strategi,
    told_frist,
    vedtak,
    vedtatt_text,
)
from planlint.site.page import Page
from planlint.site.sparse_columns import without_sparse_columns
from planlint.tables import CellPart, Table, agenda, column_heads, filled_groups, frister, told_time

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.register import PlanstrategiVedtak
    from planlint.tables import DeadlineRow, Nettsted, TableRow

PATHS = ("planstrategier.html",)
_MONTHS, _VALG = 12, 48


def next_deadline(site: Nettsted) -> DeadlineRow | None:
    """Give the first of what comes; None where the register shows nothing."""
    return next((item for item in frister(site) if _is_soon(site, item)), None)


def _is_soon(site: Nettsted, item: DeadlineRow) -> bool:
    """Tell whether something belongs among what comes next: all within a year, elections and their dates for four."""
    today = site.register.today
    if item.slag == "tiltak" or item.dag > add_months(today, _VALG):
        return False
    return item.dag <= add_months(today, _MONTHS) or (
        item.slag == "lov" and not item.uid.startswith("lov-handlingsdel")
    )


def coming_table(site: Nettsted) -> Table:
    """Make the table of what comes next."""
    _, sectors = site.lang.gettext, site.register.plansystem.sektorer
    rows: list[TableRow] = [
        (
            told_time(site, item),
            item.hva,
            (CellPart(item.tittel, item.side),) if item.tittel else (),
            sectors[item.sektor].navn if item.sektor in sectors else "",
            item.merknad,
        )
        for item in frister(site)
        if _is_soon(site, item)
    ]
    return Table(
        id="det-neste",
        navn=_("Vedtak, revisjoner, planarbeid og valg som kommer"),
        om=_(
            "Tabellen viser det som kommer det neste året, og valg og frist for planstrategi de neste fire årene. "
            "En dag er den siste; der registeret bare viser et år eller en måned, er ingen dag kjent. "
            "Den regner med at ingenting blir vedtatt eller endret i mellomtiden."
        ),
        tomt=_("Registeret viser ingenting som kommer det neste året."),
        kolonner=column_heads((_("Når"), _("Hva"), _("Gjelder"), _("Ansvarlig"), _("Merknad"))),
        grupper=filled_groups([("", rows)]),
    )


def _strategier(site: Nettsted, decided: dict[str, list[PlanstrategiVedtak]]) -> Table:
    lang, register, _ = site.lang, site.register, site.lang.gettext
    rows: list[TableRow] = [
        (
            (CellPart(strategi.tittel, site.path(strategi)),),
            periode(strategi),
            stilling_of_strategi(register, strategi, lang),
            vedtatt_text(register, strategi, lang),
            lang.value(short_frist(register, strategi)),
            lang.number(len(decided.get(strategi.id, ()))),
        )
        for strategi in all_planstrategier(register)
    ]
    return Table(
        id="strategier",
        navn=_("Planstrategier"),
        om=_("Tabellen viser planstrategiene, den gjeldende først. Et tomt felt er ikke dokumentert."),
        tomt=_("Registeret viser ingen planstrategi."),
        kolonner=column_heads(
            (_("Planstrategi"), _("Valgperiode"), _("Status"), _("Vedtatt"), _("Frist for vedtak"), _("Beslutninger"))
        ),
        grupper=filled_groups([("", rows)]),
    )


def late_strategies(site: Nettsted) -> list[str]:
    """Say of each planstrategi that should have been adopted, when that was; for the term that is not over."""
    register, lang = site.register, site.lang
    late = lang.gettext(
        "Planstrategien for {periode} skulle vært vedtatt. Fristen var {dato}. Registeret viser ikke noe vedtak."
    )
    told = []
    for one in all_planstrategier(register):
        if is_late(register, one):
            text = late.format(periode=periode(one), dato=lang.value(told_frist(register, one)))
            told.append(f"{text} {not_seen_since(register, lang, one, frist(register, one))}".rstrip())
    return told


def _overview(site: Nettsted, decided: dict[str, list[PlanstrategiVedtak]]) -> Page:
    lang, register, _ = site.lang, site.register, site.lang.gettext
    current = register.planstrategi
    return Page(
        sti="planstrategier.html",
        mal="planstrategier.html.j2",
        tittel=_("Planstrategi"),
        beskrivelse=_("Planstrategiene til {kommune}, og det som kommer fremover.").format(kommune=site.kommune),
        innhold={
            "gjeldende": _("Gjeldende planstrategi er {tittel}, vedtatt {dato}.").format(
                tittel=current.tittel, dato=vedtatt_text(register, current, lang)
            )
            if current
            else _("Registeret viser ingen vedtatt planstrategi."),
            "forsinket": late_strategies(site),
            "til_neste": len(agenda(site).rader),
            "neste": without_sparse_columns(coming_table(site), lang),
            "strategier": without_sparse_columns(_strategier(site, decided), lang),
        },
    )


def pages(site: Nettsted) -> Iterator[Page]:
    """Yield the overview."""
    yield _overview(site, vedtak(site.register))
