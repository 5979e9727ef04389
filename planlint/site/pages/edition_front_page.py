"""The front page of an edition of another day: how it stood then, what the edition has, and what it has not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.output import share_text
from planlint.register import measure_dekning, vedtatt_text
from planlint.site.page import Page
from planlint.tables import PageLink, in_reading_order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.tables import Nettsted


PATHS = ("index.html",)


def _numbers(then: Nettsted) -> list[tuple[str, PageLink]]:
    """Give how it stood that day, each number with the page that has the list."""
    register, lang, _ = then.register, then.lang, then.lang.gettext
    found = measure_dekning(register)
    told = [
        (_("Planer i kraft"), PageLink(lang.number(len(register.gjeldende())), "planer.html#i-kraft")),
        (
            _("Planer i kraft med dokumentert rød tråd til samfunnsdelen"),
            PageLink(share_text(found.roed_traad, lang), "matrise.html"),
        ),
        (
            _("Mål som skal følges opp, og som registeret viser oppfølging av"),
            PageLink(share_text(found.maal, lang), "dekning.html"),
        ),
    ]
    known = (True, bool(found.planer), bool(found.maal.av))
    return [row for row, is_known in zip(told, known, strict=True) if is_known]


def _has(then: Nettsted) -> list[PageLink]:
    _ = then.lang.gettext
    return [
        PageLink(_("Alle planer"), "planer.html"),
        PageLink(_("Hva gjaldt på hvert tema?"), "tema.html"),
        PageLink(_("Tidslinje"), "tidslinje.html"),
        PageLink(_("Planer og mål"), "matrise.html"),
        PageLink(_("Dekning"), "dekning.html"),
        PageLink(_("Målene"), "maal.html"),
        PageLink(_("Målene og FNs bærekraftsmål"), "baerekraft.html"),
    ]


def _strategi(then: Nettsted) -> str:
    strategi, _ = then.register.planstrategi, then.lang.gettext
    if strategi is None:
        return _("Registeret viser ingen planstrategi som var vedtatt den dagen.")
    told = _("Gjeldende planstrategi var {tittel}, vedtatt {dato}.")
    return told.format(tittel=strategi.tittel, dato=vedtatt_text(then.register, strategi, then.lang))


def pages(then: Nettsted, now: Nettsted) -> Iterator[Page]:
    """Yield the front page of the edition `then`; `now` is today's site, where the plans lie that it lacks."""
    _, day = then.lang.gettext, then.lang.dato(then.register.today)
    missing = in_reading_order(plan for id_, plan in now.register.planer.items() if id_ not in then.register.planer)
    yield Page(
        sti="index.html",
        mal="utgave.html.j2",
        tittel=_("Plansystemet i {kommune} {dag}").format(kommune=then.kommune, dag=day),
        beskrivelse=_("Planer og mål i {kommune} slik de var {dag}.").format(kommune=then.kommune, dag=day),
        innhold={
            "tallene": _numbers(then),
            "strategi": _strategi(then),
            "sider": _has(then),
            "uten": [now.link(plan) for plan in missing],
        },
    )
