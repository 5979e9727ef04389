"""What the register does not show of a plan, in one plain sentence for those who read the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.register import RoedTraad, is_ansvarlig_needed, revisjonsfrist, roed_traad

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Ord
    from planlint.model import Plan
    from planlint.tables import Nettsted


def _time(site: Nettsted, plan: Plan) -> Iterator[tuple[str, Ord]]:
    """Yield what is not known of when a plan in force was adopted, how long it applies and when it is looked at."""
    register = site.register
    if not register.vedtak(plan):
        yield "hendelser", N_("når den ble vedtatt")
    if register.periodeslutt(plan) is None:
        yield "periode", N_("hvor lenge den gjelder")
    if revisjonsfrist(register, plan) is None and not (plan.revisjon and plan.revisjon.rulleres):
        yield "revisjon", N_("når den skal revideres")


def _lacking(site: Nettsted, plan: Plan, *, above: bool, below: bool) -> Iterator[tuple[str, Ord]]:
    """Yield what is lacking, each with the field that would say it."""
    register = site.register
    if not plan.sammendrag:
        yield "sammendrag", N_("hva den handler om i korte trekk")
    if register.is_i_kraft(plan):
        if not plan.lenker:
            yield "lenker", N_("hvor den kan leses")
        yield from _time(site, plan)
    if not plan.ansvarlig and is_ansvarlig_needed(register, plan):
        yield "ansvarlig", N_("hvem som er ansvarlig")
    if not above and roed_traad(register, plan) is RoedTraad.IKKE_DOKUMENTERT:
        yield "forankring", N_("hvilket mål eller hvilken plan den følger opp")
    if not below and register.is_i_kraft(plan):
        yield "", N_("planer eller tiltak som følger den opp")
    if not plan.kilder:
        yield "kilder", N_("hvor opplysningene kommer fra")


def unknown_sentence(site: Nettsted, plan: Plan, *, above: bool, below: bool) -> str:
    """Say what the register does not show of a plan; "" where nothing is lacking.

    `above` and `below` tell whether the page shows what the plan follows up, and what follows it up. What stands in the
    file but cannot be read is not said to be lacking.
    """
    faulty = site.register.is_faulty
    names = [
        site.lang.gettext(text)
        for field, text in _lacking(site, plan, above=above, below=below)
        if not (field and faulty(plan, field))
    ]
    told = site.lang.gettext("Dette viser registeret ikke om planen: {hva}.")
    return told.format(hva=site.lang.enumeration(names)) if names else ""
