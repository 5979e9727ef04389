"""The plans past a deadline, as every page and table tells them: by the register, with the finding that says so.

The number is the register's (`over_fristen`), so it is the same whether a rule is on, off, or its finding is accepted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.register import Overskredet, over_fristen, overskridelse_text, overskridelser
from planlint.tables.harmless_cells import once
from planlint.text import alphabetical

if TYPE_CHECKING:
    from planlint.model import Plan
    from planlint.tables.nettsted import Nettsted, SiteFinding

_RULES = {
    Overskredet.PERIODE: ("PL301",),
    Overskredet.REVISJON: ("PL302", "PL605", "PL612"),
    Overskredet.ARBEID: ("PL406",),
    Overskredet.BESLUTNING: ("PL505",),
    Overskredet.OPPSTART: ("PL505",),
}
"""The rules that tell of each deadline; of a revision that a statute asks for, the statute's own rule."""


@dataclass(frozen=True, slots=True)
class LateRow:
    """A deadline that a plan is past: what is late, in a sentence, and the finding; None where no rule tells."""

    plan: Plan
    hva: str
    funn: SiteFinding | None


def _rows(site: Nettsted, plan: Plan) -> list[LateRow]:
    rows = []
    for late in overskridelser(site.register, plan):
        told = (funn for funn in site.findings_about(plan) if funn.kode in _RULES[late.slag])
        funn = next(told, None)
        text = overskridelse_text(site.register, site.lang, plan, late)
        own = site.lang.gettext("{for_sent}. Registeret viser ikke at det er gjort.").format(
            for_sent=f"{text[:1].upper()}{text[1:]}"
        )
        rows.append(LateRow(plan, funn.melding if funn else own, funn))
    return rows


@once
def late_plans(site: Nettsted) -> list[LateRow]:
    """Give a row for each deadline that a plan is past, in the order of the titles."""
    plans = sorted(over_fristen(site.register), key=lambda plan: (alphabetical(plan.tittel), plan.id))
    return [row for plan in plans for row in _rows(site, plan)]


def count_late(site: Nettsted) -> int:
    """Give how many plans are past a deadline."""
    return len({row.plan.id for row in late_plans(site)})
