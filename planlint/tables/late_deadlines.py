"""The deadlines that plans are past, as rows of the calendar on the days they had."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.base import N_, slug, with_capital
from planlint.register import Overskredet, over_fristen, overskridelse_text, overskridelser
from planlint.tables.deadlines import DeadlineRow, deadlines_between
from planlint.tables.harmless_cells import clean, once
from planlint.tables.plan_sector import sektor_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model import Plan
    from planlint.register import Overskridelse
    from planlint.tables.nettsted import Nettsted

_KINDS = {
    Overskredet.PERIODE: "periode",
    Overskredet.REVISJON: "revisjon",
    Overskredet.ARBEID: "arbeid",
    Overskredet.BESLUTNING: "beslutning",
    Overskredet.OPPSTART: "beslutning",
}


def _row(site: Nettsted, plan: Plan, late: Overskridelse) -> DeadlineRow:
    kind, text = _KINDS[late.slag], overskridelse_text(site.register, site.lang, plan, late)
    return DeadlineRow(
        dag=late.dag,
        slag=kind,
        hva=clean(with_capital(text)),
        tittel=clean(plan.tittel),
        gjelder=plan.entity,
        sektor=sektor_of(site.register, plan),
        merknad=site.lang.gettext(N_("over fristen; registeret viser ikke at det er gjort")),
        side=site.path(plan),
        uid=f"{slug(f'{late.slag.value} {plan.entity}')}@{slug(site.kommune) or 'kommune'}.planlint",
    )


def _rows(site: Nettsted) -> Iterator[DeadlineRow]:
    late = [(plan, one) for plan in over_fristen(site.register) for one in overskridelser(site.register, plan)]
    if not late:
        return
    first, last = min(one.dag for _, one in late), max(one.dag for _, one in late)
    known = {(row.gjelder, row.slag, row.dag): row for _, row in deadlines_between(site, first, last)}
    for plan, one in late:
        row = _row(site, plan, one)
        before = known.get((row.gjelder, row.slag, row.dag))
        yield replace(row, uid=before.uid) if before else row


@once
def late_deadlines(site: Nettsted) -> list[DeadlineRow]:
    """Give a row for each deadline that a plan is past, on its day, the earliest first.

    The row has the id that it had in the calendar before the day passed, so a calendar that subscribes changes it.
    """
    return sorted(_rows(site), key=lambda row: (row.dag, row.gjelder, row.slag))
