"""What does not hold together in a form although each field can be read: with itself, or with the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_, Message, is_reserved, slug
from planlint.forms.catalogue import YES
from planlint.forms.file_edit import NEW
from planlint.forms.quote import quote, safe
from planlint.model import AVSLUTTEDE, NOT_VEDTATT
from planlint.register import gjeldende_strategi, is_reversed
from planlint.text import BESLUTNING_NAMES, STATUS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planlint.forms.read_form import Given
    from planlint.register import Register

_LONGEST_ID = 100


def _time(given: Given) -> Iterator[Message]:
    if is_reversed(given.oppstart, given.ferdig):
        yield Message.of_text(N_("«Ferdig» er før «Oppstart»."))


def _named(given: Given, most: int = _LONGEST_ID) -> Iterator[Message]:
    """Tell what is odd about a title that a new file gets its name of."""
    id_ = slug(given.tittel)
    if given.tittel and not 0 < len(id_) <= most:
        text = N_("Tittelen gir ikke et filnavn som kan brukes. Skriv den med 1 til {grense} bokstaver og tall.")
        yield Message.of_text(text, grense=most)
    if is_reserved(id_):
        text = N_("Tittelen gir filnavnet `{id}`, som Windows har reservert til seg selv. Skriv en lengre tittel.")
        yield Message.of_text(text, id=id_)


def _new(given: Given, register: Register) -> Iterator[Message]:
    id_ = slug(given.tittel)
    yield from _named(given)
    known = [plan.id for plan in register.planer.values() if slug(plan.tittel) == id_ or plan.id == id_]
    if id_ and (known or ("plan", id_) in register.opaque):
        where = safe(known[0] if known else id_)
        text = N_("Planen {plan} er i registeret fra før (`{id}`). Er det en annen, må den hete noe annet.")
        yield Message.of_text(text, plan=quote(given.tittel), id=where)
    if given.sted and not given.kilde:
        yield Message.of_text(N_("«Sted i kilden» er fylt ut, men ikke «Kilde»."))
    yield from _time(given)


def _voted(given: Given, register: Register) -> Iterator[Message]:
    """Tell what is odd about a vote that has been taken."""
    if not register.plansystem.organer:
        yield Message.of_text(
            N_("Registeret har ingen organer som kan fatte vedtak. Si fra til den som har ansvaret for plansystemet.")
        )
    if given.dato and given.dato.start > register.today:
        yield Message.of_text(N_("Datoen er ikke kommet ennå. Skjemaet er for vedtak som er fattet."))
    hva = given.hva or "opphevet"
    if given.plan and given.dato:
        same = (event for event in given.plan.hendelser if event.hva == hva and not event.planlagt)
        if any(event.dato.start <= given.dato.start <= event.dato.slutt for event in same):
            text = N_("Vedtaket er i registeret fra før: {plan} har en slik hendelse på den dagen.")
            yield Message.of_text(text, plan=quote(given.plan.tittel))


def _decided(given: Given, register: Register) -> Iterator[Message]:
    if given.hva == "forlenget" and not given.til:
        yield Message.of_text(N_("Fyll ut «Ny sluttdato» når planen er forlenget."))
    if given.til and given.dato and given.til.slutt < given.dato.start:
        yield Message.of_text(N_("«Ny sluttdato» er før vedtaket."))
    if given.hva == "forlenget" and given.erstatter:
        yield Message.of_text(N_("En plan som er forlenget, erstatter ingen. La «Erstatter» stå tomt."))
    if given.plan and given.plan in given.erstatter:
        yield Message.of_text(N_("Planen kan ikke erstatte seg selv."))
    yield from _voted(given, register)


def _revised(given: Given, register: Register) -> Iterator[Message]:
    plan, strategi = given.plan, gjeldende_strategi(register)
    if plan and (status := register.status(plan)) in AVSLUTTEDE:
        text = N_("{plan} har status «{status}», og skal ikke revideres.")
        yield Message.of_text(text, plan=quote(plan.tittel), status=STATUS[status])
    decided = given.bestemt == YES
    if decided and strategi is None:
        yield Message.of_text(
            N_("Registeret har ingen planstrategi som gjelder nå. Velg Nei i «Bestemt i planstrategien».")
        )
    decision = plan.beslutninger.get(strategi.id) if decided and strategi and plan else None
    if plan and strategi and decision and decision.valg != "revideres":
        text = N_(
            "Registeret har en annen beslutning om {plan} i {strategi}: «{valg}». Er den feil, må den rettes i filen."
        )
        names = {"plan": quote(plan.tittel), "strategi": quote(strategi.tittel)}
        yield Message.of_text(text, valg=BESLUTNING_NAMES[decision.valg], **names)
    yield from _time(given)


def _repealed(given: Given, register: Register) -> Iterator[Message]:
    plan = given.plan
    if plan and (status := register.status(plan)) in AVSLUTTEDE | NOT_VEDTATT:
        text = N_("{plan} har status «{status}», så det er ingenting å oppheve.")
        yield Message.of_text(text, plan=quote(plan.tittel), status=STATUS[status])
    yield from _voted(given, register)


def _reviewed(given: Given, register: Register) -> Iterator[Message]:
    plan = given.plan
    if plan and (status := register.status(plan)) in AVSLUTTEDE:
        text = N_("{plan} har status «{status}», og ingen trenger å gå gjennom den.")
        yield Message.of_text(text, plan=quote(plan.tittel), status=STATUS[status])
    if given.dato and given.dato.start > register.today:
        yield Message.of_text(N_("Datoen er ikke kommet ennå. Skriv dagen noen gikk gjennom planen."))


def _heard(given: Given, register: Register) -> Iterator[Message]:
    """Tell what is odd about an input: a day to come, or one that is in the register."""
    yield from _named(given, _LONGEST_ID - 5)
    if given.tid and given.tid.start > register.today:
        yield Message.of_text(N_("Datoen er ikke kommet ennå. Skriv når innspillet kom."))
    same = [one for one in register.innspill.values() if given.plan and one.plan == given.plan.id]
    if twins := [one.id for one in same if slug(one.tittel) == slug(given.tittel) and (one.tekst or "") == given.tekst]:
        text = N_("Innspillet er i registeret fra før (`{id}`). Er det et annet, må det si noe annet.")
        yield Message.of_text(text, id=safe(twins[0]))


def _changed(given: Given, register: Register) -> Iterator[Message]:
    """Tell what is odd about a new plan that a page proposes; a file that is there is judged by its content."""
    if given.fil == NEW and not given.tittel:
        yield Message.of_text(N_("Fyll ut feltet «{felt}»."), felt=N_("Tittel"))
    elif given.fil == NEW:
        yield from _new(given, register)


_DOUBTS: dict[str, Callable[[Given, Register], Iterator[Message]]] = {
    "ny-plan": _new,
    "vedtak-fattet": _decided,
    "plan-skal-revideres": _revised,
    "plan-oppheves": _repealed,
    "plan-gjennomgaatt": _reviewed,
    "innspill": _heard,
    "endring": _changed,
}


def doubts(given: Given, register: Register) -> list[Message]:
    """Give a sentence for each thing that does not hold together."""
    return list(_DOUBTS[given.form.name](given, register))
