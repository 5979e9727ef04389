"""What comes to a decision, and what waits for one: the plans past a deadline, by what nobody has decided of them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from planlint.base import N_, with_capital
from planlint.register import (
    Overskredet,
    all_planstrategier,
    kortstatus,
    not_seen_since,
    over_fristen,
    overskridelse_text,
    overskridelser,
    periode,
    reckoned_by,
)
from planlint.site.page import Page
from planlint.site.pages.planstrategier_page import COMING_NAME, coming_table
from planlint.site.plan_groups import group_name
from planlint.site.sparse_columns import without_sparse_columns
from planlint.tables import CellPart, Table, agenda, column_heads, filled_groups, sector_name
from planlint.text import BEGINS, BESLUTNING_NAMES, DONE, alphabetical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Ord
    from planlint.model import Plan, TidspunktValue
    from planlint.register import Register
    from planlint.tables import Nettsted, PageLink

PATHS = ("behandling.html",)
_QUESTIONS: dict[Overskredet, tuple[Ord, Ord]] = {
    Overskredet.PERIODE: (
        N_("Perioden er ute"),
        N_("Skal planene fornyes, forlenges eller oppheves? Registeret viser ikke at noe er bestemt."),
    ),
    Overskredet.REVISJON: (
        N_("Skulle vært revidert"),
        N_("Skal planene revideres nå, eller gjelde som de er? Registeret viser ikke at revisjonen er gjort."),
    ),
    Overskredet.ARBEID: (
        N_("Arbeidet skulle vært ferdig"),
        N_("Skal arbeidet gå videre, få ny frist eller avsluttes? Registeret viser ikke at det er ferdig."),
    ),
    Overskredet.BESLUTNING: (
        N_("Fristen i planstrategien er ute"),
        N_("Planstrategien har bestemt når arbeidet skulle begynne eller være ferdig. Registeret viser ikke at det er "
           "gjort."),
    ),
}  # fmt: skip
_SAME = {Overskredet.OPPSTART: Overskredet.BESLUTNING}


@dataclass(frozen=True, slots=True)
class WaitingPlan:
    """A plan that waits: its kind, what is late, what a planstrategi has decided about it, since when, and whose it is.

    `dag` is the day to sort by, and `naar` says it as the register has it.
    """

    lenke: PageLink
    type: str
    hva: str
    bestemt: str
    dag: str
    naar: str
    hvem: str


@dataclass(frozen=True, slots=True)
class Undecided:
    """What is to be decided, in a heading and a sentence, and about which plans."""

    id: str
    navn: str
    om: str
    planer: tuple[WaitingPlan, ...]


def _decided(site: Nettsted, plan: Plan) -> str:
    """Say what the latest planstrategi that has a decision about a plan decided; "" where none has."""
    by_strategi = [site.register.find("planstrategi", id_) for id_ in plan.beslutninger]
    decided = [one for one in all_planstrategier(site.register) if one in by_strategi]
    if not decided:
        return ""
    latest = max(decided, key=lambda one: one.valgperiode)
    decision = plan.beslutninger[latest.id]
    parts = [site.lang.gettext(BESLUTNING_NAMES[decision.valg])]
    doubt = f" ({site.lang.gettext('usikkert')})" if decision.usikker else ""
    parts += [site.lang.render(BEGINS, {"tid": decision.oppstart})] if decision.oppstart else []
    parts += [site.lang.render(DONE, {"tid": decision.ferdig}) + doubt] if decision.ferdig else []
    return f"{', '.join(parts)} ({periode(latest)})"


def _body(site: Nettsted, plan: Plan) -> str:
    """Say which body adopted a plan last by the register, else which may adopt plans of its type; "" for neither."""
    lang, organer = site.lang, site.register.plansystem.organer
    votes = [event.organ for event in site.register.vedtak(plan) if event.hva != "til_orientering"]
    if votes and votes[-1] in organer:
        return lang.gettext("siste vedtak i registeret: {organ}").format(organ=organer[votes[-1]].navn)
    plantype = site.register.plantype(plan)
    may = [organer[id_].navn for id_ in (plantype.vedtas_av if plantype else ()) if id_ in organer]
    return lang.gettext("kan vedtas av: {organer}").format(organer=", ".join(may)) if may else ""


def who(site: Nettsted, plan: Plan) -> str:
    """Say whose a plan is, as far as the register tells: the body, and the sector that answers for it."""
    sector = sector_name(site, plan)
    own = site.lang.gettext("ansvarlig: {sektor}").format(sektor=sector) if sector else ""
    return with_capital("; ".join(part for part in (own, _body(site, plan)) if part))


def _waiting(site: Nettsted, plan: Plan) -> WaitingPlan:
    found = overskridelser(site.register, plan)
    late = [overskridelse_text(site.register, site.lang, plan, one) for one in found]
    first = found[0]
    what = [with_capital(site.lang.enumeration(late))]
    if unseen := not_seen_since(site.register, site.lang, plan, first.dag):
        what += [unseen.removesuffix(".")]
    if any(one.slag is Overskredet.REVISJON for one in found):
        what += (told.removesuffix(".") for told in reckoned_by(site.register, site.lang, plan))
    if plan.merknad:
        remark = site.lang.gettext("Merknad i registeret: {merknad}").format(merknad=" ".join(plan.merknad.split()))
        what += [remark.removesuffix(".")]
    return WaitingPlan(
        lenke=site.link(plan),
        type=group_name(site, plan),
        hva=". ".join(what),
        bestemt=_decided(site, plan),
        dag=first.dag.isoformat(),
        naar=site.lang.tidspunkt(first.tid),
        hvem=who(site, plan),
    )


def undecided(site: Nettsted) -> tuple[Undecided, ...]:
    """Give what is to be decided, what has waited the longest first.

    A plan that is late in several ways stands under the first of them.
    """
    found: dict[Overskredet, list[Plan]] = defaultdict(list)
    waits = [(overskridelser(site.register, plan)[0], plan) for plan in over_fristen(site.register)]
    for late, plan in sorted(waits, key=lambda one: (one[0].dag, alphabetical(one[1].tittel), one[1].id)):
        found[_SAME.get(late.slag, late.slag)].append(plan)
    _ = site.lang.gettext
    return tuple(
        Undecided(kind.value, _(name), _(about), tuple(_waiting(site, plan) for plan in found[kind]))
        for kind, (name, about) in _QUESTIONS.items()
        if found[kind]
    )


def _unfinished(site: Nettsted) -> Table:
    """Give the plans that are being made, heard or voted on, and when they should be done as far as anybody says."""
    _, register = site.lang.gettext, site.register
    plans = [plan for plan in register.planer.values() if register.is_under_arbeid(plan)]
    rows = [
        (
            (CellPart(site.name(plan), site.path(plan)),),
            kortstatus(register, site.lang, plan),
            site.lang.tidspunkt(done) if (done := _done(register, plan)) else "",
            who(site, plan),
        )
        for plan in sorted(plans, key=lambda plan: (_last_day(register, plan), alphabetical(plan.tittel), plan.id))
    ]
    table = Table(
        id="i-arbeid",
        navn=_("Planer som er i arbeid, på høring eller til vedtak"),
        om=_(
            "Planer som blir revidert, er med. Et tomt felt betyr at registeret ikke viser når arbeidet skal være "
            "ferdig."
        ),
        tomt=_("Registeret viser ingen planer i arbeid, på høring eller til vedtak."),
        kolonner=column_heads((_("Plan"), _("Status"), _("Skal være ferdig"), _("Hvem"))),
        grupper=filled_groups([("", rows)]),
    )
    return without_sparse_columns(table, site.lang)


def _done(register: Register, plan: Plan) -> TidspunktValue | None:
    """Give when the work should be done: by the current planstrategi, by the plan itself, or by what it is late for."""
    decision = register.beslutning(plan)
    own = (decision.ferdig if decision else None) or (plan.arbeid.ferdig if plan.arbeid else None)
    late = (one.tid for one in overskridelser(register, plan) if one.slag is Overskredet.ARBEID)
    return own or next(late, None)


def _last_day(register: Register, plan: Plan) -> date:
    """Give the last day on which the work should be done, to sort by; what has none comes last."""
    done = _done(register, plan)
    return done.slutt if done else date.max


def pages(site: Nettsted) -> Iterator[Page]:
    """Yield the page."""
    _, asked = site.lang.gettext, undecided(site)
    coming = without_sparse_columns(coming_table(site), site.lang, COMING_NAME)
    yield Page(
        sti="behandling.html",
        mal="behandling.html.j2",
        tittel=_("Til behandling"),
        beskrivelse=_(
            "Det som kommer til behandling i {kommune}, og planene som er over fristen, så langt registeret viser."
        ).format(kommune=site.kommune),
        innhold={
            "spoersmaal": asked,
            "antall": sum(len(one.planer) for one in asked),
            "kommer": replace(coming, om=""),
            "om_kommer": coming.om,
            "arbeid": _unfinished(site),
            "til_neste": len(agenda(site).rader),
            "hjul": bool(site.register.plansystem.hjul),
        },
    )
