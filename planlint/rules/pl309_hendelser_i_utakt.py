"""PL309: events in an order that cannot be: adopted before published, repealed before adopted."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from planlint.diagnostic import Klasse, Severity
from planlint.frist import REVISED, hendelsested
from planlint.register import WORKING
from planlint.rules.base import N_, Tekst, finding, related, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.diagnostic import Finding
    from planlint.model import Hendelse, Plan, Planstrategi
    from planlint.register import Register

    Pair = tuple[Hendelse, Hendelse]  # what should come first, and what is dated before it

PREPARES = frozenset(("oppstart", "planprogram_fastsatt", "offentliggjort", "høring_start", "høring_slutt"))
NEEDS_ADOPTION = frozenset(("forlenget", "opphevet"))


def _before(one: Hendelse, other: Hendelse) -> bool:
    return one.dato.slutt < other.dato.start


def _prepared_after(events: list[Hendelse], adoptions: list[Hendelse]) -> Iterator[Pair]:
    """Give preparations written before an adoption in the file but dated after it, and answered by no later one.

    What is written after an adoption belongs to the next round, and is right to be later.
    """
    for at, adoption in enumerate(events):
        if adoption.hva not in REVISED:
            continue
        for event in takewhile(lambda event: event.hva not in REVISED, reversed(events[:at])):
            answered = any(not _before(later, event) for later in adoptions)
            if event.hva in PREPARES and _before(adoption, event) and not answered:
                yield event, adoption


def _hearing(events: list[Hendelse], adoptions: list[Hendelse]) -> Iterator[Pair]:
    """Give hearings that end before they begin; where one end of a hearing is unknown, nothing is said."""
    starts = sorted((e for e in events if e.hva == "høring_start"), key=lambda event: event.dato.start)
    ends = sorted((e for e in events if e.hva == "høring_slutt"), key=lambda event: event.dato.start)
    if len(starts) != len(ends):
        return
    for start, end in zip(starts, ends, strict=True):
        between = any(end.dato.start <= adoption.dato.start <= start.dato.start for adoption in adoptions)
        if _before(end, start) and not between:
            yield start, end


def _too_early(events: list[Hendelse], adoptions: list[Hendelse]) -> Iterator[Pair]:
    """Give extensions and repeals before the first adoption."""
    first = min(adoptions, key=lambda event: event.dato.start, default=None)
    if first:
        yield from ((first, event) for event in events if event.hva in NEEDS_ADOPTION and _before(event, first))


def i_utakt(register: Register, entity: Plan | Planstrategi) -> Pair | None:
    """Give the first pair of a plan's events whose dates cannot be right: what should come first, then the other."""
    happened = {id(event) for event in register.hendelser(entity)}
    events = [event for event in entity.hendelser if id(event) in happened]
    adoptions = [event for event in events if event.hva in REVISED]
    pairs = [*_hearing(events, adoptions), *_too_early(events, adoptions)]
    if entity.status not in WORKING:  # a new round may be going on
        pairs += _prepared_after(events, adoptions)
    return pairs[0] if pairs else None


def _successor(register: Register, new: Plan) -> Iterator[Finding]:
    """Yield one finding where a plan was adopted for the last time before a plan that it replaced was adopted at all."""
    newest = register.sist(new, *REVISED)
    for at, id_ in enumerate(new.erstatter if newest else ()):
        old = register.finn_plan(id_)
        first = next((e for e in register.hendelser(old) if e.hva in REVISED), None) if old else None
        if not newest or not old or not first or new.id in old.erstatter or not _before(newest, first):
            continue
        note = N_("vedtatt {dato}")
        other = related(old, *hendelsested(old, first, "dato"), note=note, dato=first.dato)
        args = {"gammel": old.tittel, "dato": first.dato, "vedtatt": newest.dato}
        yield finding(new, "erstatter", at, variant="erstatter", key=old.id, related=(other,), **args)
        return


@rule(
    "PL309",
    "hendelser-i-utakt",
    Severity.FEIL,
    Klasse.LOKAL,
    kilde="planens hendelser",
    krav=(
        "Hendelsene er datert i en rekkefølge som er mulig: en plan er lagt ut og hørt før den er vedtatt, og vedtatt "
        "før den er forlenget, opphevet eller erstattet. Det som står etter et vedtak i fila, hører til neste runde."
    ),
    hvorfor="Én av datoene er feil. Da blir også planens status, tidslinje og frister feil.",
    tekst=Tekst(
        melding="Hendelsene er datert i en rekkefølge som ikke går opp: {etter} ({dato}) kommer før {foer} ({senere}).",
        merke="stemmer ikke med {andre}",
        hjelp="kontroller begge datoene mot sakene, og rett den som er feil.",
    ),
    varianter={
        "erstatter": Tekst(
            melding="Planen ble vedtatt {vedtatt}, før planen som den skal ha erstattet, ble vedtatt {dato}.",
            merke="vedtatt {dato}",
            hjelp="kontroller hvilken av de to planene som er nyest, og rett datoene eller erstatter.",
        ),
    },
    felt=("hendelser", "erstatter", "status"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield at most one finding per plan or planstrategi, at the event that stands last in its file."""
    for entity in register.med_hendelser():
        pair = i_utakt(register, entity) if len(entity.hendelser) > 1 else None
        if pair:
            first, second = sorted(pair, key=lambda event: hendelsested(entity, event, "dato")[1])
            other = related(
                entity, *hendelsested(entity, first, "dato"), note=N_("{hva} {dato}"), hva=first.hva, dato=first.dato
            )
            args = {"foer": pair[0].hva, "senere": pair[0].dato, "etter": pair[1].hva, "dato": pair[1].dato}
            place = hendelsested(entity, second, "dato")
            yield finding(entity, *place, related=(other,), andre=first.hva, **args)
    for plan in register.planer.values():
        yield from _successor(register, plan)
