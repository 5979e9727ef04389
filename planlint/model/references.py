"""Every reference that one file makes to another, or to what plansystem.yaml declares."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planlint.model.indikator import Indikator
from planlint.model.innspill import Innspill
from planlint.model.maal import Maal
from planlint.model.plan import Plan
from planlint.model.planstrategi import Planstrategi
from planlint.model.tiltak import Tiltak
from planlint.model.utfordring import Utfordring

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.base import Step
    from planlint.model.avvik import Avvik
    from planlint.model.budsjett import Budsjett
    from planlint.model.plansystem import Plansystem
    from planlint.model.shared import Enhet, Hendelse, Kildehenvisning


class Reference(NamedTuple):
    """A reference: where it stands, the kind it must be of, and the id it names."""

    path: tuple[Step, ...]
    kind: str
    id: str

    @property
    def field(self) -> str:
        """The field that makes the reference; of a decision about a plan, the part of it that does."""
        inside = self.path[2:3] if self.path[0] == "beslutninger" else ()
        return str(inside[0] if inside else self.path[0])


def _many(name: str, kind: str, ids: Iterable[str]) -> Iterator[Reference]:
    return (Reference((name, index), kind, id_) for index, id_ in enumerate(ids))


def _one(name: str, kind: str, id_: str | None) -> Iterator[Reference]:
    if id_ is not None:
        yield Reference((name,), kind, id_)


def _one_under(path: tuple[Step, ...], name: str, kind: str, id_: str | None) -> Iterator[Reference]:
    if id_ is not None:
        yield Reference((*path, name), kind, id_)


def _facts(name: str, facts: Iterable[Hendelse | Kildehenvisning]) -> Iterator[Reference]:
    for index, fact in enumerate(facts):
        if fact.organ:
            yield Reference((name, index, "organ"), "organ", fact.organ)
        if fact.kilde:
            yield Reference((name, index, "kilde"), "kilde", fact.kilde)
        for at, id_ in enumerate(getattr(fact, "maal", ())):
            yield Reference((name, index, "mål", at), "maal", id_)


def _anchors(plan: Plan) -> Iterator[Reference]:
    for index, anchor in enumerate(plan.forankring):
        if anchor.maal:
            yield Reference(("forankring", index, "mål"), "maal", anchor.maal)
        if anchor.plan:
            yield Reference(("forankring", index, "plan"), "plan", anchor.plan)


def _decisions(plan: Plan) -> Iterator[Reference]:
    for id_, decision in plan.beslutninger.items():
        at = ("beslutninger", id_)
        yield Reference(at, "planstrategi", id_)
        yield from _one_under(at, "inn_i", "plan", decision.inn_i)
        yield from _one_under(at, "ansvarlig", "sektor", decision.ansvarlig)
        yield from _one_under(at, "utvalg", "organ", decision.utvalg)
        for index, other in enumerate(decision.venter_paa):
            yield Reference((*at, "venter_på", index), "plan", other)
        for index, later in enumerate(decision.deretter):
            yield from _one_under((*at, "deretter", index), "inn_i", "plan", later.inn_i)
        for index, basis in enumerate(decision.hjemmel):
            yield Reference((*at, "hjemmel", index), "bestemmelse", basis)
        if decision.bestilt:
            yield from _one_under((*at, "bestilt"), "organ", "organ", decision.bestilt.organ)


def _budsjett(budsjett: Budsjett) -> Iterator[Reference]:
    if budsjett.kilde:
        yield Reference(("budsjett", "kilde"), "kilde", budsjett.kilde)
    for index, post in enumerate(budsjett.poster):
        for name, kind, ids in (("mål", "maal", post.maal), ("tiltak", "tiltak", post.tiltak)):
            for at, id_ in enumerate(ids):
                yield Reference(("budsjett", "poster", index, name, at), kind, id_)


def _plan(plan: Plan) -> Iterator[Reference]:
    yield from _one("type", "plantype", plan.type or None)
    yield from _one("ansvarlig", "sektor", plan.ansvarlig)
    yield from _facts("hendelser", plan.hendelser)
    yield from _anchors(plan)
    yield from _many("utfordringer", "utfordring", plan.utfordringer)
    yield from _one("del_av", "plan", plan.del_av)
    yield from _many("bygger_på", "plan", plan.bygger_paa)
    yield from _many("erstatter", "plan", plan.erstatter)
    yield from _many("avgrenset_mot", "plan", plan.avgrenset_mot)
    yield from _many("hjemmel", "bestemmelse", plan.hjemmel)
    yield from _decisions(plan)
    if plan.budsjett:
        yield from _budsjett(plan.budsjett)
    if plan.revisjon and plan.revisjon.kilde:
        yield Reference(("revisjon", "kilde"), "kilde", plan.revisjon.kilde)


def _maal(maal: Maal) -> Iterator[Reference]:
    yield Reference(("type",), "måltype", maal.type)
    yield Reference(("plan",), "plan", maal.plan)
    yield from _one("ansvarlig", "sektor", maal.ansvarlig)
    yield from _one("overordnet", "maal", maal.overordnet)
    yield from _many("viderefører", "maal", maal.viderefoerer)
    for index, blir in enumerate(maal.blir):
        yield from _one_under(("blir", index), "mål", "maal", blir.maal)


def _follows(entity: Indikator | Tiltak) -> Iterator[Reference]:
    yield from _many("mål", "maal", entity.maal)
    yield from _one("plan", "plan", entity.plan)
    yield from _one("ansvarlig", "sektor", entity.ansvarlig)


def _indikator(indikator: Indikator) -> Iterator[Reference]:
    yield from _follows(indikator)
    for id_ in indikator.sitat:
        yield Reference(("sitat", id_), "maal", id_)


def _tiltak(tiltak: Tiltak) -> Iterator[Reference]:
    yield from _follows(tiltak)
    yield from _many("medansvarlige", "sektor", tiltak.medansvarlige)


def _innspill(innspill: Innspill) -> Iterator[Reference]:
    yield from _one("plan", "plan", innspill.plan)
    yield from _many("mål", "maal", innspill.maal)
    if innspill.svar:
        yield from _one_under(("svar",), "organ", "organ", innspill.svar.organ)
        for index, id_ in enumerate(innspill.svar.foerte_til):
            yield Reference(("svar", "førte_til", index), "maal", id_)


def _planstrategi(strategi: Planstrategi) -> Iterator[Reference]:
    yield from _facts("hendelser", strategi.hendelser)
    yield from _many("kunnskapsgrunnlag", "plan", strategi.kunnskapsgrunnlag)
    for sektor in strategi.kapasitet:
        yield Reference(("kapasitet", sektor), "sektor", sektor)
    for index, task in enumerate(strategi.oppgaver):
        yield from _one_under(("oppgaver", index), "ansvarlig", "sektor", task.ansvarlig)
        yield from _one_under(("oppgaver", index), "utvalg", "organ", task.utvalg)


def find_references(entity: Enhet | Avvik) -> Iterator[Reference]:
    """Give every reference in an entity (or a known finding), in the order of the model."""
    if isinstance(entity, Plan):
        yield from _plan(entity)
    elif isinstance(entity, Maal):
        yield from _maal(entity)
    elif isinstance(entity, Indikator):
        yield from _indikator(entity)
    elif isinstance(entity, Tiltak):
        yield from _tiltak(entity)
    elif isinstance(entity, Planstrategi):
        yield from _planstrategi(entity)
    elif isinstance(entity, Innspill):
        yield from _innspill(entity)
    elif isinstance(entity, Utfordring):
        yield from _many("mål", "maal", entity.maal)
        yield from (Reference(("mål_på_side", id_), "maal", id_) for id_ in entity.maal_paa_side)
    yield from _facts("kilder", getattr(entity, "kilder", ()))


def _sectors_and_levels(system: Plansystem) -> Iterator[Reference]:
    for id_, sektor in system.sektorer.items():
        yield from _one_under(("sektorer", id_), "del_av", "sektor", sektor.del_av)
        yield from _one_under(("sektorer", id_), "utvalg", "organ", sektor.utvalg)
    for id_, level in system.nivaaer.items():
        for index, below in enumerate(level.styrer):
            yield Reference(("nivåer", id_, "styrer", index), "nivå", below)


def _hjul(system: Plansystem) -> Iterator[Reference]:
    for id_, wheel in system.hjul.items():
        for index, step in enumerate(wheel.steg):
            at = ("hjul", id_, "steg", index)
            yield from _one_under(at, "plantype", "plantype", step.plantype)
            yield from _one_under(at, "ansvarlig", "sektor", step.ansvarlig)
            for number, body in enumerate(step.organ):
                yield Reference((*at, "organ", number), "organ", body)


def declared(system: Plansystem) -> Iterator[Reference]:
    """Give every reference that plansystem.yaml makes to its own parts. A plan type may be anchored in either kind."""
    for id_, plantype in system.plantyper.items():
        path = ("plantyper", id_)
        if plantype.nivaa:
            yield Reference((*path, "nivå"), "nivå", plantype.nivaa)
        for index, basis in enumerate(plantype.hjemmel):
            yield Reference((*path, "hjemmel", index), "bestemmelse", basis)
        for index, organ in enumerate(plantype.vedtas_av):
            yield Reference((*path, "vedtas_av", index), "organ", organ)
        for index, above in enumerate(plantype.forankres_i):
            kind = "måltype" if above in system.maaltyper else "plantype"
            yield Reference((*path, "forankres_i", index), kind, above)
    yield from _many("betingede_krav", "bestemmelse", system.betingede_krav)
    yield from _sectors_and_levels(system)
    yield from _hjul(system)
    for id_, dimension in system.baerekraftsdimensjoner.items():
        yield from _one_under(("bærekraftsdimensjoner", id_), "kilde", "kilde", dimension.kilde)
    for id_, maaltype in system.maaltyper.items():
        for index, above in enumerate(maaltype.under):
            yield Reference(("måltyper", id_, "under", index), "måltype", above)
