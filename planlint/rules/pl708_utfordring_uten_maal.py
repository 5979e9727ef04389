"""PL708: a challenge that no goal answers, a conflict without its goals, or only goals that no longer apply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import Message, RuleClass, Severity
from planlint.register import is_doubtful_ending, utgaatt
from planlint.rules.rule import N_, FindingText, finding, related, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.model import Plan, Utfordring
    from planlint.register import Register


_IN_THE_FIELD = N_(
    "bytt dem ut i feltet `mål` med id-ene til mål som gjelder i dag. Er de nye målene ikke i registeret, legg dem inn "
    "først."
)
_BY_COMMAND = N_(
    "legg inn målene i den nye planen, med `viderefører`. Så bytter `planlint omforanke {gammel} {ny}` dem ut her. Det "
    "kan også gjøres for hånd i feltet `mål`."
)


def _utgaatte(register: Register, utfordring: Utfordring) -> list[Plan]:
    """Give the plans that ended all the challenge's goals; none when one goal applies or may well (PL405)."""
    ended: dict[str, Plan] = {}
    for id_ in utfordring.maal:
        maal = register.find_maal(id_)
        plan = utgaatt(register, maal) if maal else None
        if plan is None or is_doubtful_ending(register, plan):
            return []
        ended[plan.id] = plan
    return [*ended.values()]


def _ended(register: Register, utfordring: Utfordring, ended: list[Plan]) -> Finding:
    """Tell that no goal applies; where one plan has replaced theirs, how all that names the old goals is moved."""
    note = N_("målene i denne planen gjelder ikke lenger")
    where = tuple(related(plan, "status", note=note) for plan in ended)
    new = register.replaced_by(ended[0]) if len(ended) == 1 else []
    told = Message.of_text(_IN_THE_FIELD)
    if len(new) == 1:
        told = Message.of_text(_BY_COMMAND, gammel=ended[0].id, ny=new[0].id)
    return finding(utfordring, "mål", variant="utgått", related=where, gjoer=told)


@rule(
    "PL708",
    "utfordring-uten-mål",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="planlints format for utfordringer: `mål`",
    krav="Minst ett mål som gjelder, svarer på hver utfordring, og hver målkonflikt viser målene som er i konflikt.",
    hvorfor=(
        "Utfordringene er grunnlaget for planstrategien. En utfordring som ingen mål svarer på, er enten glemt i "
        "målene, eller så er koblingen ikke ført i registeret. En målkonflikt uten mål sier ikke hva som må "
        "veies mot hva."
    ),
    tekst=FindingText(
        melding="Registeret viser ikke noe mål som svarer på utfordringen.",
        merke="målet mangler",
        hjelp=(
            "skriv id-ene til målene som svarer på utfordringen, i feltet `mål`, eller ta den opp i neste planstrategi."
        ),
    ),
    varianter={
        "målkonflikt": FindingText(
            melding="Registeret viser ikke hvilke mål konflikten gjelder.",
            merke="målene mangler",
            hjelp="skriv id-ene til målene som er i konflikt, i feltet `mål`.",
        ),
        "utgått": FindingText(
            melding="Ingen av målene i feltet `mål` gjelder lenger.",
            merke="de står i en plan som er avsluttet",
            hjelp="{gjoer}",
        ),
    },
    felt=("mål", "type"),
    asks={"": ("mål",), "målkonflikt": ("mål",)},
)
def check(register: Register) -> Iterator[Finding]:
    """Yield challenges without a goal that applies; silent on days before the one that the register describes.

    A challenge has no dates: what the register says of it is known from the day it was brought up to date.
    """
    described = register.plansystem.ajourfoert
    if described and register.today < described:
        return
    for utfordring in register.utfordringer.values():
        if not utfordring.maal:
            yield finding(utfordring, "tittel", variant="målkonflikt" if utfordring.type == "målkonflikt" else "")
        elif ended := _utgaatte(register, utfordring):
            yield _ended(register, utfordring, ended)
