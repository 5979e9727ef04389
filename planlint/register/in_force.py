"""Does it apply? The first of three questions about a plan: whether it is in force, by adoption and by law.

The other two are answered apart: whether it is past its deadline (`livsloep.overskridelse`), and what is known, from
when (`kunnskap`). A plan can be in force, late and badly documented at once.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from planlint.model import AVSLUTTEDE, UNDER_ARBEID
from planlint.register.once_each import once_each

if TYPE_CHECKING:
    from planlint.model import Plan
    from planlint.register.register import Register


class Gjelder(StrEnum):
    """The answer; each plan has one on each day.

    - `UT_PERIODEN`: adopted, neither repealed nor replaced as far as the register shows, and the period is not over.
    - `UTEN_SLUTT`: the same, and no last day is documented.
    - `BINDENDE`: a binding land-use plan, in force until it is changed, repealed or replaced, its period over or not.
    - `PERIODEN_OVER`: adopted, the period is over, and the register shows neither successor nor repeal. Whether people
      still follow it, nobody has documented: neither yes nor no.
    - `UNDER_ARBEID`: being made, and not adopted.
    - `PLANLAGT`: planned or on hold.
    - `AVSLUTTET`: replaced, repealed, taken out of use, or knowledge grown old.
    - `UKJENT`: nothing documents what the plan is, or what it was on a day before its first event.
    """

    UT_PERIODEN = "ut-perioden"
    UTEN_SLUTT = "uten-slutt"
    BINDENDE = "bindende"
    PERIODEN_OVER = "perioden-er-over"
    UNDER_ARBEID = "under-arbeid"
    PLANLAGT = "planlagt"
    AVSLUTTET = "avsluttet"
    UKJENT = "ukjent"

    @property
    def is_i_kraft(self) -> bool:
        """Whether the plan counts as in force: the plans of `Register.gjeldende`, and no others."""
        return self in {Gjelder.UT_PERIODEN, Gjelder.UTEN_SLUTT, Gjelder.BINDENDE}


@once_each
def gjelder(register: Register, plan: Plan) -> Gjelder:
    """Give whether a plan applies on the register's day.

    Sources: pbl §§ 1-5, 11-6, 11-17, 12-4, 12-14 and 34-2 for binding plans (`Register.is_i_kraft`); for the others the
    municipality's own adoption and period.
    """
    status = register.status(plan)
    if register.is_i_kraft(plan):
        if register.is_bindende(plan):
            return Gjelder.BINDENDE
        return Gjelder.UT_PERIODEN if register.periodeslutt(plan) else Gjelder.UTEN_SLUTT
    if register.is_vedtatt(plan):
        return Gjelder.PERIODEN_OVER
    if status in AVSLUTTEDE or register.replaced_by(plan):
        return Gjelder.AVSLUTTET
    if status in UNDER_ARBEID:
        return Gjelder.UNDER_ARBEID
    return Gjelder.UKJENT if status is None else Gjelder.PLANLAGT
