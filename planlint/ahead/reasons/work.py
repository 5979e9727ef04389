"""Facts about a plan's status, its successors, the work on it, and what the last planstrategi decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.ahead.case import Fakta, Sak, naar
from planlint.model.ord import AVSLUTTER, FJERNER, GIR_ARBEID
from planlint.register.livsloep.strategi import gjennomfoert, periode

if TYPE_CHECKING:
    from planlint.model import Beslutning, Planstrategi


_ONE_AT_A_TIME = frozenset(("samfunnsdel", "handlingsdel"))


def status_ukjent(sak: Sak) -> Fakta | None:
    """Tell when nothing documents the plan's status."""
    return naar(sak.register.ukjent_status(sak.plan))


def _nyere_utgave(sak: Sak) -> Fakta | None:
    """Tell when a later plan has the role that only one plan has at a time."""
    begins = sak.plan.periode and sak.plan.periode.fra
    if not begins or sak.rolle not in _ONE_AT_A_TIME:
        return None
    for other in sak.register.planer.values():
        later = other.periode and other.periode.fra and other.periode.fra.start > begins.start
        if later and other.type == sak.plan.type and sak.register.vedtatt(other):
            return {"tittel": other.tittel}
    return None


def avloest(sak: Sak) -> Fakta | None:
    """Tell when an adopted plan has a later edition."""
    return _nyere_utgave(sak) if sak.vedtatt else None


def forbigaatt(sak: Sak) -> Fakta | None:
    """Tell when a later edition of a plan that is not adopted itself is."""
    return None if sak.vedtatt else _nyere_utgave(sak)


def erstattes(sak: Sak) -> Fakta | None:
    """Tell when a plan that is not adopted yet is to replace this one."""
    titles = [f"«{new.tittel}»" for new in sak.register.etterfoelgere(sak.plan) if not sak.register.vedtatt(new)]
    return naar(titles, planer=titles)


def _ugjort(sak: Sak) -> tuple[Planstrategi, Beslutning] | None:
    """Give the current planstrategi and its decision about an adopted plan, unless it is carried out."""
    strategi, decision = sak.register.planstrategi, sak.register.beslutning(sak.plan)
    if not strategi or not decision or not sak.vedtatt:
        return None
    ending = decision.valg in AVSLUTTER
    return (strategi, decision) if ending or not gjennomfoert(sak.register, sak.plan, strategi, decision) else None


def bestemt_avviklet(sak: Sak) -> Fakta | None:
    """Tell when the current planstrategi decided to end the plan, and it is not done."""
    found = _ugjort(sak)
    return {"periode": periode(found[0])} if found and found[1].valg in FJERNER else None


def bestemt_sammen(sak: Sak) -> Fakta | None:
    """Tell when the current planstrategi decided to merge the plan into another, and it is not done."""
    found = _ugjort(sak)
    return {"periode": periode(found[0])} if found and found[1].valg == "slås_sammen" else None


def bestemt_revidert(sak: Sak) -> Fakta | None:
    """Tell when the current planstrategi decided to revise the plan, and it is not done."""
    found = _ugjort(sak)
    return {"periode": periode(found[0])} if found and found[1].valg in GIR_ARBEID else None


def paa_vent(sak: Sak) -> Fakta | None:
    """Tell when the work is put off."""
    return naar(sak.register.status(sak.plan) == "satt_på_vent")


def under_revisjon(sak: Sak) -> Fakta | None:
    """Tell when the plan is being revised."""
    return naar(sak.register.status(sak.plan) == "under_revisjon")


def forsinket(sak: Sak) -> Fakta | None:
    """Tell when work that goes on, or was planned, should have been done."""
    done = sak.plan.arbeid and sak.plan.arbeid.ferdig
    going_on = not sak.vedtatt or under_revisjon(sak) is not None
    return {"ferdig": done} if done and going_on and done.slutt < sak.register.today else None


def under_arbeid(sak: Sak) -> Fakta | None:
    """Tell when a plan that is not adopted is being made."""
    return naar(sak.register.under_arbeid(sak.plan) and not sak.vedtatt)


def planlagt(sak: Sak) -> Fakta | None:
    """Tell when the plan is planned, and work has not begun."""
    return naar(sak.register.status(sak.plan) == "planlagt")
