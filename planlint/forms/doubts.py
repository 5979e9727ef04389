"""What does not hold together in a form although each field can be read: with itself, or with the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base.suggest import slug
from planlint.forms.catalogue import YES
from planlint.forms.quote import quote, safe
from planlint.model.ord import AVSLUTTEDE, IKKE_VEDTATTE
from planlint.register.livsloep.frist import snudd
from planlint.register.livsloep.strategi import gjeldende
from planlint.text import language
from planlint.text.names import STATUS, VALG

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planlint.forms.read_form import Given
    from planlint.register.register import Register

_LONGEST_ID = 100


def _time(given: Given) -> Iterator[str]:
    if snudd(given.oppstart, given.ferdig):
        yield "«Ferdig» er før «Oppstart»."


def _new(given: Given, register: Register) -> Iterator[str]:
    id_ = slug(given.tittel)
    if given.tittel and not 0 < len(id_) <= _LONGEST_ID:
        yield f"Tittelen gir ikke et filnavn som kan brukes. Skriv den med 1 til {_LONGEST_ID} bokstaver og tall."
    known = [plan.id for plan in register.planer.values() if slug(plan.tittel) == id_ or plan.id == id_]
    if id_ and (known or ("plan", id_) in register.opaque):
        where = safe(known[0] if known else id_)
        yield f"Planen {quote(given.tittel)} er i registeret fra før ({where}). Er det en annen, må den hete noe annet."
    if given.sted and not given.kilde:
        yield "«Sted i kilden» er fylt ut, men ikke «Kilde»."
    yield from _time(given)


def _voted(given: Given, register: Register) -> Iterator[str]:
    """Tell what is odd about a vote that has been taken."""
    if not register.plansystem.organer:
        yield "Registeret har ingen organer som kan fatte vedtak. Si fra til den som har ansvaret for plansystemet."
    if given.dato and given.dato.start > register.today:
        yield "Datoen er ikke kommet ennå. Skjemaet er for vedtak som er fattet."
    hva = given.hva or "opphevet"
    if given.plan and given.dato:
        same = (event for event in given.plan.hendelser if event.hva == hva and not event.planlagt)
        if any(event.dato.start <= given.dato.start <= event.dato.slutt for event in same):
            yield f"Vedtaket er i registeret fra før: {quote(given.plan.tittel)} har en slik hendelse på den dagen."


def _decided(given: Given, register: Register) -> Iterator[str]:
    if given.hva == "forlenget" and not given.til:
        yield "Fyll ut «Ny sluttdato» når planen er forlenget."
    if given.til and given.dato and given.til.slutt < given.dato.start:
        yield "«Ny sluttdato» er før vedtaket."
    if given.hva == "forlenget" and given.erstatter:
        yield "En plan som er forlenget, erstatter ingen. La «Erstatter» stå tomt."
    if given.plan and given.plan in given.erstatter:
        yield "Planen kan ikke erstatte seg selv."
    yield from _voted(given, register)


def _revised(given: Given, register: Register) -> Iterator[str]:
    plan, strategi, lang = given.plan, gjeldende(register), language("nb")
    if plan and (status := register.status(plan)) in AVSLUTTEDE:
        yield f"{quote(plan.tittel)} har status «{lang.gettext(STATUS[status])}», og skal ikke revideres."
    decided = given.bestemt == YES
    if decided and strategi is None:
        yield "Registeret har ingen planstrategi som gjelder nå. Velg Nei i «Bestemt i planstrategien»."
    decision = plan.beslutninger.get(strategi.id) if decided and strategi and plan else None
    if plan and strategi and decision and decision.valg != "revideres":
        yield (
            f"Registeret har en annen beslutning om {quote(plan.tittel)} i {quote(strategi.tittel)}: "
            f"«{lang.gettext(VALG[decision.valg])}». Er den feil, må den rettes i filen."
        )
    yield from _time(given)


def _repealed(given: Given, register: Register) -> Iterator[str]:
    plan = given.plan
    if plan and (status := register.status(plan)) in AVSLUTTEDE | IKKE_VEDTATTE:
        told = language("nb").gettext(STATUS[status])
        yield f"{quote(plan.tittel)} har status «{told}», så det er ingenting å oppheve."
    yield from _voted(given, register)


_DOUBTS: dict[str, Callable[[Given, Register], Iterator[str]]] = {
    "ny-plan": _new,
    "vedtak-fattet": _decided,
    "plan-skal-revideres": _revised,
    "plan-oppheves": _repealed,
}


def doubts(given: Given, register: Register) -> list[str]:
    """Give a sentence for each thing that does not hold together."""
    return list(_DOUBTS[given.form.name](given, register))
