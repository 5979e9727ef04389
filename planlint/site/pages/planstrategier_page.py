"""The planstrategier: what comes to the council next, and all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base.days import add_months
from planlint.register.livsloep.strategi import periode
from planlint.register.valgperiode import alle, for_sent, frist, stilling, vedtak, vedtatt
from planlint.site.page import Side
from planlint.tables.deadlines import frister
from planlint.tables.table import Del, Tabell, grupper, kolonner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.register.valgperiode import Vedtak
    from planlint.tables.deadlines import Frist
    from planlint.tables.nettsted import Nettsted
    from planlint.tables.table import Rad

_MAANEDER, _VALG = 12, 48


def _snart(site: Nettsted, item: Frist) -> bool:
    """Tell whether something belongs among what comes next: all within a year, elections and their dates for four."""
    today = site.register.today
    if item.slag == "tiltak" or item.dag > add_months(today, _VALG):
        return False
    return item.dag <= add_months(today, _MAANEDER) or (
        item.slag == "lov" and not item.uid.startswith("lov-handlingsdel")
    )


def _neste(site: Nettsted) -> Tabell:
    """Make the table of what comes to the council next."""
    lang, _ = site.lang, site.lang.gettext
    rows: list[Rad] = [
        (
            lang.dato(item.dag),
            item.hva,
            (Del(item.tittel, item.side),) if item.tittel else (),
            item.merknad,
        )
        for item in frister(site)
        if _snart(site, item)
    ]
    return Tabell(
        id="det-neste",
        navn=_("Vedtak, revisjoner, planarbeid og valg som kommer"),
        om=_(
            "Tabellen viser det som kommer det neste året, og valg og frist for planstrategi de neste fire årene. "
            "Den regner med at ingenting blir vedtatt eller endret i mellomtiden."
        ),
        tomt=_("Registeret viser ingenting som kommer det neste året."),
        kolonner=kolonner((_("Senest"), _("Hva"), _("Gjelder"), _("Merknad"))),
        grupper=grupper([("", rows)]),
    )


def _strategier(site: Nettsted, decided: dict[str, list[Vedtak]]) -> Tabell:
    lang, register, _ = site.lang, site.register, site.lang.gettext
    rows: list[Rad] = [
        (
            (Del(strategi.tittel, site.sti(strategi)),),
            periode(strategi),
            stilling(register, strategi, lang),
            vedtatt(register, strategi, lang),
            lang.dato(frist(register, strategi)),
            lang.tall(len(decided.get(strategi.id, ()))),
        )
        for strategi in alle(register)
    ]
    return Tabell(
        id="strategier",
        navn=_("Planstrategier"),
        om=_("Tabellen viser planstrategiene, den gjeldende først. Et tomt felt er ikke dokumentert."),
        tomt=_("Ingen planstrategi er lagt inn i registeret ennå."),
        kolonner=kolonner(
            (_("Planstrategi"), _("Valgperiode"), _("Status"), _("Vedtatt"), _("Frist for vedtak"), _("Beslutninger"))
        ),
        grupper=grupper([("", rows)]),
    )


def _oversikt(site: Nettsted, decided: dict[str, list[Vedtak]]) -> Side:
    lang, register, _ = site.lang, site.register, site.lang.gettext
    current = register.planstrategi
    late = _("Planstrategien for {periode} skulle vært vedtatt innen {dato}. Registeret viser ikke noe vedtak.")
    return Side(
        sti="planstrategier.html",
        mal="planstrategier.html.j2",
        tittel=_("Planstrategi"),
        beskrivelse=_("Planstrategiene til {kommune}, og det som kommer til kommunestyret nå.").format(
            kommune=site.kommune
        ),
        innhold={
            "gjeldende": _("Gjeldende planstrategi er {tittel}, vedtatt {dato}.").format(
                tittel=current.tittel, dato=vedtatt(register, current, lang)
            )
            if current
            else _("Registeret viser ingen vedtatt planstrategi."),
            "forsinket": [
                late.format(periode=periode(one), dato=lang.dato(frist(register, one)))
                for one in alle(register)
                if for_sent(register, one)
            ],
            "neste": _neste(site),
            "strategier": _strategier(site, decided),
        },
        soekeord="valgperiode kommunestyret politikere valg",
    )


def sider(site: Nettsted) -> Iterator[Side]:
    """Yield the overview."""
    yield _oversikt(site, vedtak(site.register))
