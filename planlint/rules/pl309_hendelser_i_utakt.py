"""PL309: events in an order that cannot be: adopted before published, repealed before adopted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import HendelseCode, RuleClass, Severity
from planlint.model import VEDTAK, Plan
from planlint.register import disordered_pair, event_place, is_before
from planlint.rules.rule import N_, FindingText, finding, related, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.model import Hendelse, Planstrategi
    from planlint.register import Register


def _own(entity: Plan | Planstrategi, due_first: Hendelse, dated_first: Hendelse) -> Finding:
    """Make the finding for two events of one plan."""
    other, last = (event for event in entity.hendelser if event is due_first or event is dated_first)
    place = event_place(entity, other, "dato")
    return finding(
        entity,
        *event_place(entity, last, "dato"),
        related=(related(entity, *place, note=N_("{hva} {dato}"), hva=HendelseCode(other.hva), dato=other.dato),),
        variant="hørt" if dated_first.hva in VEDTAK else "",
        andre=HendelseCode(other.hva),
        foer=HendelseCode(due_first.hva),
        senere=due_first.dato,
        etter=HendelseCode(dated_first.hva),
        dato=dated_first.dato,
    )


def _successor(register: Register, new: Plan) -> Iterator[Finding]:
    """Yield one finding where a plan was last adopted before a plan that it replaced was adopted at all."""
    newest = register.last_event(new, *VEDTAK)
    if newest is None:
        return
    for at, id_ in enumerate(new.erstatter):
        old = register.find_plan(id_)
        first = next((e for e in register.hendelser(old) if e.hva in VEDTAK), None) if old else None
        if not old or not first or new.id in old.erstatter or not is_before(newest, first):
            continue
        dato, place = first.dato, event_place(old, first, "dato")
        other = related(old, *place, note=N_("vedtatt {dato}"), dato=dato)
        yield finding(
            new,
            "erstatter",
            at,
            variant="erstatter",
            key=old.id,
            related=(other,),
            dato=dato,
            vedtatt=newest.dato,
        )
        return


@rule(
    "PL309",
    "hendelser-i-utakt",
    Severity.FEIL,
    RuleClass.LOKAL,
    kilde="planens `hendelser`",
    krav=(
        "Hendelsene er datert i en rekkefølge som er mulig: en plan er lagt ut til offentlig ettersyn og sendt på "
        "høring før den er vedtatt, og vedtatt før den er forlenget, opphevet eller erstattet. Høring etter vedtaket "
        "hører til en ny runde, og da er status «Under revisjon»."
    ),
    hvorfor="Én av datoene er feil. Da blir også planens status, tidslinje og frister feil.",
    tekst=FindingText(
        melding=(
            "Hendelsene er datert i en rekkefølge som ikke går opp: «{etter}» ({dato}) kommer før «{foer}» ({senere})."
        ),
        merke="stemmer ikke med «{andre}»",
        hjelp="kontroller begge datoene mot sakene, og rett den som er feil.",
    ),
    varianter={
        "hørt": FindingText(
            melding="Hendelsen «{foer}» er datert {senere}, men vedtaket er datert {dato}.",
            merke="stemmer ikke med «{andre}»",
            hjelp="rett den datoen som er feil; er arbeidet med planen tatt opp igjen, sett `status: under_revisjon`.",
        ),
        "erstatter": FindingText(
            melding="Planen ble vedtatt {vedtatt}, før planen som den skal ha erstattet, ble vedtatt {dato}.",
            merke="vedtatt {dato}",
            hjelp="kontroller hvilken av de to planene som er nyest, og rett datoene eller feltet `erstatter`.",
        ),
    },
    felt=("hendelser", "erstatter", "status"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield at most one finding per plan or planstrategi, at the event that stands last in its file."""
    for entity in register.entities_with_hendelser():
        pair = disordered_pair(register, entity)
        if pair:
            yield _own(entity, *pair)
        elif isinstance(entity, Plan):
            yield from _successor(register, entity)
