"""Register a decision: the event, the status that follows, and the plans that are replaced, all at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.base import N_, Message, argument, did_you_mean, nearest, or_list
from planlint.edit.pointers import find_pointers, is_relevant
from planlint.edit.vedta_utkast import adopt_utkast
from planlint.edit.vedta_varslet import without_fulfilled
from planlint.model import AVSLUTTEDE, STATUS_AFTER, VEDTAK_IN_EARNEST, Plan, Planstrategi, parse
from planlint.register import open_utkast
from planlint.system import UsageError
from planlint.text import EVENT_NAMES

if TYPE_CHECKING:
    from datetime import date
    from typing import Any

    from planlint.edit.workspace import Workspace
    from planlint.model import Enhet, TidspunktValue
    from planlint.register import Register

_COUNCIL = "kommunestyret"  # pbl § 10-1: it adopts the planstrategi


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision as the user tells it; what is "" is found out where it can be."""

    dato: date
    sak: str
    organ: str = ""
    hva: str = ""
    status: str = ""
    til: TidspunktValue | None = None  # the new end of a plan that is extended


def record_vedtak(work: Workspace, register: Register, entity: Enhet, vedtak: Decision) -> None:
    """Edit the files that a decision changes. Raises UsageError and EditError."""
    if not isinstance(entity, Plan | Planstrategi):
        raise UsageError(N_("{navn} er ingen plan og ingen planstrategi. Bare de kan vedtas."), navn=entity.entity)
    if vedtak.dato > register.today:
        raise UsageError(N_("{dato} er ikke kommet ennå. Et vedtak registreres når det er fattet."), dato=vedtak.dato)
    hva = vedtak.hva or _usual(register, entity)
    organ = _organ(register, entity, vedtak.organ)
    document = work.open(entity.file, entity.kind)
    events, is_older = without_fulfilled(
        work, register, entity, document.data.get("hendelser") or [], (hva, vedtak.dato)
    )
    day = vedtak.dato.isoformat()
    if any(isinstance(event, dict) and (event.get("hva"), event.get("dato")) == (hva, day) for event in events):
        raise UsageError(
            N_("`{id}` er registrert som {hva} {dato} fra før."), id=entity.id, hva=EVENT_NAMES[hva], dato=vedtak.dato
        )
    told = {"hva": hva, "dato": day, "organ": organ, "sak": vedtak.sak, "til": vedtak.til}
    event = {key: value for key, value in told.items() if value}
    document.set(("hendelser",), _inserted(events, event))
    status = entity.status if is_older and entity.status == "under_revisjon" else STATUS_AFTER[hva]
    document.set(("status",), vedtak.status or status)
    if isinstance(entity, Plan) and hva in VEDTAK_IN_EARNEST:
        _replaced(work, register, entity)
        adopt_utkast(work, register, entity)


def _usual(register: Register, entity: Plan | Planstrategi) -> str:
    plantype = register.plantype(entity) if isinstance(entity, Plan) else None
    return "til_orientering" if plantype and plantype.kunnskapsgrunnlag else "vedtatt"


def _organ(register: Register, entity: Plan | Planstrategi, asked: str) -> str:
    """Give the body that decided: the one named, or the only one that can."""
    known = register.plansystem.organer
    if not known:
        raise UsageError(N_("plansystem.yaml har ingen `organer`. Skriv hvem som kan vedta planer, der først."))
    if asked:
        if asked not in known:
            suggestion = nearest(asked, known)
            listed = Message.of_text(N_("Organene er `{organer}`."), organer=", ".join(known))
            raise UsageError(N_("Fant ikke noe organ med id `{id}`."), did_you_mean(suggestion) or listed, id=asked)
        return asked
    if isinstance(entity, Plan):
        plantype = register.plantype(entity)
        allowed = list(plantype.vedtas_av) if plantype else []
    else:
        allowed = [_COUNCIL] if _COUNCIL in known else []
    if len(allowed) == 1:
        return allowed[0]
    text = N_("Si hvem som fattet vedtaket, med --organ: {valg}.")
    raise UsageError(text, valg=or_list(allowed or known))


def _inserted(events: list[Any], event: dict[str, Any]) -> list[Any]:
    """Give the events with a new one where its day puts it; others keep their order, sorted or not."""
    later = (index for index, other in enumerate(events) if _start(other) > event["dato"])
    at = next(later, len(events)) if _sorted(events) else len(events)
    return [*events[:at], event, *events[at:]]


def _start(event: Any) -> str:
    try:
        return parse(str(event["dato"])).start.isoformat()
    except (ValueError, TypeError, KeyError):
        return ""


def _sorted(events: list[Any]) -> bool:
    days = [_start(event) for event in events]
    return days == sorted(days)


def _replaced(work: Workspace, register: Register, plan: Plan) -> None:
    for id_ in plan.erstatter:
        old = register.planer.get(id_)
        if old is not None and old.status not in AVSLUTTEDE:
            work.open(old.file, old.kind).set(("status",), "erstattet")
            text = N_("«{gammel}» blir erstattet av «{ny}».")
            work.notes.append(Message.of_text(text, gammel=old.tittel, ny=plan.tittel))
            _next(work, register, old, plan)


def _next(work: Workspace, register: Register, old: Plan, plan: Plan) -> None:
    """Tell of the command that moves what stands under the goals of the old plan, where there is any."""
    has_goals = register.maal_of(old) and (register.maal_of(plan) or open_utkast(register, plan))
    if has_goals and any(is_relevant(register, one.enhet) for one in find_pointers(register, old)):
        text = N_("Neste steg: `{linje}` flytter det som viser til mål i den gamle planen.")
        line = f"planlint omforanke {argument(old.id)} {argument(plan.id)}"
        work.notes.append(Message.of_text(text, linje=line))
