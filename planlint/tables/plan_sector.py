"""The sector that has a plan, as far as the register says."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.model import Plan
    from planlint.register import Register
    from planlint.tables.nettsted import Nettsted


def sektor_of(register: Register, plan: Plan) -> str:
    """Give the sector that has a plan, by the planstrategi's decision or by its own file; "" where neither says."""
    decision = register.beslutning(plan)
    own = (decision.ansvarlig if decision else None) or plan.ansvarlig or ""
    return register.assumed.get(("sektor", own), own)


def sector_name(site: Nettsted, plan: Plan | None) -> str:
    """Give the name of the sector that a plan is said to belong to; "" where nobody says so."""
    sector = site.register.plansystem.sektorer.get(sektor_of(site.register, plan)) if plan else None
    return sector.navn if sector else ""
