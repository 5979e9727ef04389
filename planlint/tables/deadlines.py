"""The calendar's rows: what falls due in the next five years, in words, with whose it is and an id that stays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from planlint.ahead import find_due
from planlint.base import N_, add_months, slug
from planlint.law import bestemmelser
from planlint.output import EARLIER, expected_time, expected_words, settled_words, told_by, what
from planlint.tables.harmless_cells import clean, once

if TYPE_CHECKING:
    from datetime import date

    from planlint.ahead import Due
    from planlint.model import Enhet, TidspunktValue
    from planlint.tables.nettsted import Nettsted

YEARS = 5
HJUL_PAGE = "plansystem.html#hjul"
"""Where the wheels stand on the site."""
DEADLINE_KINDS = {
    "lov": N_("Lovbestemt"),
    "periode": N_("Planperiode"),
    "revisjon": N_("Revisjon"),
    "varslet": N_("Varslet"),
    "arbeid": N_("Planarbeid"),
    "beslutning": N_("Planstrategi"),
    "tiltak": N_("Tiltak"),
    "hjul": N_("Forventet"),
}


@dataclass(frozen=True, slots=True)
class DeadlineRow:
    """Something that falls due: the last day for it, in words, about what, whose, and an id that stays.

    `tid` is the time as the register has it, where that is no day: then nobody has set the last day.
    """

    dag: date
    slag: str
    hva: str
    tittel: str
    gjelder: str
    sektor: str
    merknad: str
    side: str
    uid: str
    tid: TidspunktValue | None = None


def last_day(day: date) -> date:
    """Give the last day that the calendar covers."""
    return add_months(day, 12 * YEARS) - timedelta(days=1)


def _enhet(site: Nettsted, item: Due) -> Enhet | None:
    kind, _, id_ = item.entity.partition("/")
    return site.register.find(kind, id_) if id_ else None


def _sektor(site: Nettsted, item: Due, entity: Enhet | None) -> str:
    """Give the sector that a date belongs to: by the planstrategi's decision, by the file, or by the plan above."""
    register = site.register
    own = getattr(entity, "ansvarlig", None) or item.sektor
    if item.slag == "beslutning" and (plan := register.find_plan(entity.id if entity else None)):
        decision = register.beslutning(plan)
        own = (decision.ansvarlig if decision else None) or own
    elif item.slag == "tiltak" and not own and (over := register.find_plan(getattr(entity, "plan", None))):
        own = over.ansvarlig or ""
    return register.assumed.get(("sektor", own), own)


def _hearing_number(item: Due, entity: Enhet | None) -> str:
    """Tell the second announced hearing of a plan from its first, by their order in the file."""
    same = [event for event in getattr(entity, "hendelser", ()) if event.hva == item.hva]
    for number, event in enumerate(same, 1):
        if event.dato.slutt == item.dag and item.tid == (None if event.dato.is_day else event.dato):
            return str(number) if number > 1 else ""
    return ""


def _uid(site: Nettsted, item: Due, entity: Enhet | None) -> str:
    number = _hearing_number(item, entity) if item.slag == "varslet" else ""
    when = (item.tittel, *item.organ, f"{item.dag:%Y-%m}") if item.slag == "hjul" else ()
    parts = (item.slag, item.hva, number, item.gjelder.replace("–", "-"), item.entity, *when)
    return f"{slug(' '.join(parts))}@{slug(site.kommune) or 'kommune'}.planlint"


def _merknad(site: Nettsted, item: Due) -> str:
    lang, system = site.lang, bestemmelser()
    if item.slag == "hjul":
        return ", ".join([*expected_time(item, lang), *expected_words(item, lang)])
    parts = [lang.value(system[id_].navn) for id_ in item.lov]
    parts += settled_words(item, lang)
    parts += told_by(item, lang)
    parts += [lang.gettext(EARLIER)] if item.senest else []
    return ", ".join(parts)


def told_time(site: Nettsted, row: DeadlineRow) -> str:
    """Give when something falls due, no nearer than the register knows it: «30.6.2026», «i løpet av 2026»."""
    if row.tid is None:
        return site.lang.dato(row.dag)
    if row.slag == "periode":
        return site.lang.format("{tid:av}", tid=row.tid)
    return site.lang.gettext("i løpet av {tid}").format(tid=site.lang.tidspunkt(row.tid))


def deadlines_between(site: Nettsted, first: date, last: date) -> list[tuple[Due, DeadlineRow]]:
    """Give what falls due from one day to another, by day, each with its row, as things stand on the site's day."""
    due = find_due(site.register, first, last)
    return [(item, _row(site, item)) for item in sorted(due, key=lambda item: (item.sort_key, str(item.tid)))]


def _row(site: Nettsted, item: Due) -> DeadlineRow:
    entity = _enhet(site, item)
    return DeadlineRow(
        dag=item.dag,
        slag=item.slag,
        hva=clean(what(item, site.lang)),
        tittel=clean(item.tittel),
        gjelder=item.entity,
        sektor=_sektor(site, item, entity),
        merknad=clean(_merknad(site, item)),
        side=site.path(entity) if entity else HJUL_PAGE if item.slag == "hjul" else "",
        uid=_uid(site, item, entity),
        tid=item.tid,
    )


@once
def frister(site: Nettsted) -> list[DeadlineRow]:
    """Give what falls due from the site's day and five years on, by day."""
    today = site.register.today
    return [row for _, row in deadlines_between(site, today, last_day(today))]
