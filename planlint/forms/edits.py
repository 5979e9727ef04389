"""From what a form says to changed files: a new one, or some that are edited with their comments kept."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any, TypeVar

from planlint.base import slug
from planlint.edit import Decision, folder, get, has_schema, mark_unchanged, new_file_bytes, record_vedtak
from planlint.forms.catalogue import YES
from planlint.forms.file_edit import change_file
from planlint.model import AVSLUTTEDE, VEDTATTE, Maal
from planlint.register import gjeldende_strategi

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from planlint.edit import Document, Workspace
    from planlint.forms.read_form import Given
    from planlint.model import Plan
    from planlint.register import Register

T = TypeVar("T")


def _without_blanks(**fields: Any) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value}


def _new(given: Given, work: Workspace, register: Register) -> None:
    fields = _without_blanks(
        tittel=given.tittel,
        type=given.type,
        status=given.status,
        sammendrag=given.sammendrag,
        arbeid=_without_blanks(oppstart=given.oppstart, ferdig=given.ferdig),
        ansvarlig=given.ansvarlig,
        forankring=[one.id if isinstance(one, Maal) else {"plan": one.id} for one in given.forankring],
        kilder=[_without_blanks(kilde=given.kilde, sted=given.sted)] if given.kilde else [],
    )
    path = f"{folder(register, 'plan', fields)}/{slug(given.tittel)}.yaml"
    work.files[path] = new_file_bytes("plan", fields, depth=path.count("/") if has_schema(work) else 0)


def _status(register: Register, plan: Plan, hva: str, day: date) -> str:
    """Give what the plan still is where something later has happened or it is only extended; "": what follows."""
    later = any(event.dato.start > day for event in register.hendelser(plan))
    return plan.status or "" if later or (hva == "forlenget" and plan.status in VEDTATTE) else ""


def _vote(given: Given, work: Workspace, register: Register) -> None:
    plan, day = _needed(given.plan), _needed(given.dato).start
    hva = given.hva or "opphevet"
    extended = given.til if hva == "forlenget" else None
    status = _status(register, plan, hva, day)
    record_vedtak(work, register, plan, Decision(day, given.sak, given.organ, hva, status, extended))
    document = work.open(plan.file, plan.kind)
    if given.til and not extended:
        document.set(("periode", "til"), given.til)
    for old in given.erstatter:
        if old.id not in plan.erstatter:
            document.append(("erstatter",), old.id)
        if old.status not in AVSLUTTEDE:
            work.open(old.file, old.kind).set(("status",), "erstattet")
    if given.lenke and given.lenke not in {link.url for link in plan.lenker}:
        name = f"Sak {given.sak}" if given.sak else "Vedtaket"
        document.append(("lenker",), {"tittel": name, "url": given.lenke})


def _forget(document: Document, *paths: tuple[str, ...]) -> None:
    """Take out what was said of the old values: where they came from, and that they were in doubt."""
    for path in paths:
        if get(document.data, path) is not None:
            document.remove(path)


def _revise(given: Given, work: Workspace, register: Register) -> None:
    """Write the decision of the current planstrategi, or else the work that is announced and the next revision."""
    plan, strategi = _needed(given.plan), gjeldende_strategi(register)
    document = work.open(plan.file, plan.kind)
    who = given.ansvarlig if given.ansvarlig != plan.ansvarlig else ""
    if given.bestemt == YES and strategi:
        at = ("beslutninger", strategi.id)
        decision = _without_blanks(valg="revideres", oppstart=given.oppstart, ferdig=given.ferdig, ansvarlig=who)
        for key, value in decision.items():
            document.set((*at, key), value)
        _forget(document, (*at, "usikker"))
        return
    document.set(("arbeid", "oppstart"), given.oppstart)
    document.set(("arbeid", "ferdig"), given.ferdig)
    document.set(("revisjon", "neste"), given.ferdig)
    _forget(document, ("arbeid", "usikker"), ("revisjon", "usikker"), ("revisjon", "kilde"))
    if who:
        document.set(("ansvarlig",), who)


def _reviewed(given: Given, work: Workspace, register: Register) -> None:  # noqa: ARG001 - as the others
    mark_unchanged(work, [_needed(given.plan)], _needed(given.dato).start)


def _input(given: Given, work: Workspace, register: Register) -> None:
    """Write an input as a file of its own; a number behind the name where another plan has one with the same title."""
    fields = _without_blanks(
        tittel=given.tittel,
        plan=_needed(given.plan).id,
        mål=[maal.id for maal in given.maal],
        tema=list(given.tema),
        avsender=given.avsender,
        arena=given.arena,
        dato=given.tid,
        nummer=given.nummer,
        tekst=given.tekst,
    )
    fields |= {"stemmer": given.stemmer} if given.stemmer is not None else {}
    opaque = {id_ for kind, id_ in register.opaque if kind == "innspill"}
    base, taken = slug(given.tittel), register.innspill.keys() | opaque
    id_ = next(name for at in count(1) if (name := base if at == 1 else f"{base}-{at}") not in taken)
    path = f"{folder(register, 'innspill', fields)}/{id_}.yaml"
    work.files[path] = new_file_bytes("innspill", fields, depth=path.count("/") if has_schema(work) else 0)


def _needed(value: T | None) -> T:
    """Give what a form that has been read without a fault has."""
    if value is None:
        message = "a form has what it must have once it has been read without a fault"
        raise ValueError(message)
    return value


_EDITS: dict[str, Callable[[Given, Workspace, Register], None]] = {
    "ny-plan": _new,
    "vedtak-fattet": _vote,
    "plan-skal-revideres": _revise,
    "plan-oppheves": _vote,
    "plan-gjennomgaatt": _reviewed,
    "innspill": _input,
    "endring": change_file,
}


def carry_out(given: Given, work: Workspace, register: Register) -> None:
    """Make the edits that a form asks for, once it has been read without a fault. Raises EditError and UsageError."""
    _EDITS[given.form.name](given, work, register)
