"""PL911: what a council has decided is changed, and no new decision explains it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from planlint.base import HendelseCode, RuleClass, Severity, Titled, slug
from planlint.register import ChangedFact, changed_in_maal, changed_in_plan, has_new_kilde, is_explained, tittel
from planlint.rules.rule import N_, FindingText, finding, related, rule, titled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.model import Maal, Plan
    from planlint.register import Register

_HELP = (
    "registrer vedtaket eller revisjonen som gjorde endringen, som en ny hendelse. Retter du en feil, legg til "
    "kilden som viser det riktige, under `kilder` i denne filen."
)
_NOTES = {
    "": N_("{felt} var {foer}"),
    "fjernet": N_("{felt} ({foer}) er tatt bort"),
    "hendelse": N_("{felt} i hendelsen «{hva}» var {foer}"),
    "hendelse_fjernet": N_("hendelsen «{hva}» {foer} er tatt bort"),
}


def _variant(change: ChangedFact) -> str:
    return "_".join((["hendelse"] if change.hendelse else []) + (["fjernet"] if change.borte else []))


def _kilde(register: Register, plan: Plan, change: ChangedFact) -> str:
    """Give the title of the source that a changed event has; "" for none, and for what is no event."""
    event = plan.hendelser[int(change.path[1])] if change.hendelse and not change.borte else None
    return tittel(register, event.kilde) if event and event.kilde else ""


def _args(change: ChangedFact) -> dict[str, Any]:
    hva = HendelseCode(change.hendelse.hva) if change.hendelse else ""
    return {"felt": change.felt, "foer": change.foer, "hva": hva}


def _finding(
    entity: Plan | Maal, changes: list[ChangedFact], variant: str, plan: Plan | None = None, kilde: str = ""
) -> Finding:
    """Make one finding of all that is changed in a file: at the first change, with the others as related places."""
    first, *rest = changes
    others = tuple(related(entity, *item.path, note=_NOTES[_variant(item)], **_args(item)) for item in rest)
    return finding(
        entity,
        *first.path,
        related=others,
        variant=variant,
        part="key" if first.borte else "value",
        plan=titled(plan) if plan else "",
        kilde=kilde,
        **_args(first),
    )


def _plans(register: Register, base: Register) -> Iterator[Finding]:
    for plan in register.planer.values():
        old = register.earlier(plan)
        if old is None or old is plan or not base.is_vedtatt(old):
            continue
        changes = list(changed_in_plan(register, old, plan))
        if changes and not is_explained(old, plan):
            kilde = _kilde(register, plan, changes[0])
            yield _finding(plan, changes, "hendelse_kilde" if kilde else _variant(changes[0]), kilde=kilde)


def _decided(register: Register, base: Register) -> dict[str, Plan]:
    """Give the plans whose goals are decided and have no new decision, by the id that they had before the change."""
    pairs = ((register.earlier(plan), plan) for plan in register.planer.values())
    return {
        old.id: new for old, new in pairs if old and base.is_vedtatt(old) and (old is new or not is_explained(old, new))
    }


def _twin(register: Register, old: Maal) -> Maal | None:
    """Give the new goal of the same plan that has the title of one that is gone: its file has got another name."""
    same = (goal for goal in register.maal.values() if goal.plan == old.plan and slug(goal.tittel) == slug(old.tittel))
    return next((goal for goal in same if register.earlier(goal) is None), None)


def _goals(register: Register, base: Register) -> Iterator[Finding]:
    decided = _decided(register, base)
    after = {old.id: goal for goal in register.maal.values() if (old := register.earlier(goal))}
    gone: dict[str, list[Titled]] = defaultdict(list)
    for old in base.maal.values():
        goal = after.get(old.id)
        if old.plan not in decided or goal is old:
            continue
        if goal is None:
            if old.entity in register.usammenlignet or ("maal", old.id) in register.opaque:
                continue
            if twin := _twin(register, old):
                yield finding(twin, "tittel", variant="mål_nytt_navn", key=old.id, id=old.id)
            else:
                gone[old.plan].append(titled(old))
            continue
        changes = list(changed_in_maal(register, old, goal))
        if changes and not has_new_kilde(old, goal):
            yield _finding(goal, changes, "mål", plan=decided[old.plan])
    for id_, goals in gone.items():
        yield finding(decided[id_], "tittel", variant="mål_fjernet", maal=goals)


@rule(
    "PL911",
    "vedtatt-plan-endret",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="planlints livsløp for planer",
    krav=(
        "Det som er vedtatt, endres av et nytt vedtak: planens navn, type, periode, vedtak, hjemmel og hva den "
        "erstatter, og målene i den. Å fylle ut det som manglet, eller å rette en skrivefeil, regnes ikke som en "
        "endring."
    ),
    hvorfor=(
        "En endring i filen kan ikke endre det kommunestyret har bestemt. Står ikke vedtaket der, kan ingen se om "
        "planen er endret, om registeret er rettet, eller om noe er skrevet over ved et uhell."
    ),
    tekst=FindingText(
        melding="Planen er vedtatt, men {felt} er endret, og ingen ny hendelse forklarer det. Før: {foer}.",
        merke="var {foer}",
        hjelp=_HELP,
    ),
    varianter={
        "fjernet": FindingText(
            melding="Planen er vedtatt, men {felt} ({foer}) er tatt bort, og ingen ny hendelse forklarer det.",
            merke="var {foer}",
            hjelp=_HELP,
        ),
        "hendelse": FindingText(
            melding="Planen er vedtatt, men {felt} i hendelsen «{hva}» er endret. Før: {foer}.",
            merke="var {foer}",
            hjelp=(
                "la hendelsen stå som før, og legg til en ny for det nye vedtaket. Retter du en feil, oppgi kilden i "
                "feltet `kilde` på hendelsen."
            ),
        ),
        "hendelse_kilde": FindingText(
            melding="Planen er vedtatt, men {felt} i hendelsen «{hva}» er endret. Før: {foer}.",
            merke="var {foer}",
            hjelp=(
                "la hendelsen stå som før, og legg til en ny for det nye vedtaket. Retter du en feil, bytt `kilde` på "
                "hendelsen til den som viser det. Nå er det {kilde}."
            ),
        ),
        "hendelse_oppgitt": FindingText(
            melding="Planen er vedtatt, men datoen i hendelsen «{hva}» er endret fra {foer}. {kilde} oppgir {foer}.",
            merke="var {foer}",
            hjelp=(
                "rett dagen tilbake. Er den nye dagen riktig, skriv i `kilde` på hendelsen den kilden som viser det. "
                "Er det et nytt vedtak, legg det til som en egen hendelse."
            ),
        ),
        "hendelse_fjernet": FindingText(
            melding="Planen er vedtatt, men hendelsen «{hva}» {foer} er tatt bort.",
            merke="«{hva}» {foer} sto her",
            hjelp=(
                "skriv hendelsen inn igjen. Var den feil, legg til kilden som viser det, under `kilder` i denne filen."
            ),
        ),
        "mål": FindingText(
            melding=(
                "Målet er vedtatt i {plan}, men {felt} er endret, og ingen ny hendelse i planen forklarer det. "
                "Før: {foer}."
            ),
            merke="var {foer}",
            hjelp=(
                "registrer vedtaket som endret målet, som en ny hendelse i filen til {plan}. Retter du en "
                "feil, legg til kilden som viser det riktige, under `kilder` i filen til målet."
            ),
        ),
        "mål_fjernet": FindingText(
            melding="Planen er vedtatt, men mål i den er slettet, og ingen ny hendelse forklarer det: {maal}.",
            merke="hørte til denne planen",
            hjelp=(
                "hent tilbake det som er slettet, eller registrer vedtaket som tok det ut, som en ny hendelse i denne "
                "filen. Har et mål fått nytt filnavn, skriv det gamle i `tidligere_id` i filen til målet."
            ),
        ),
        "mål_nytt_navn": FindingText(
            melding="Målet ser ut til å ha hatt filnavnet `{id}` før, men filen sier det ikke.",
            merke="het `{id}`",
            hjelp=(
                "skriv `tidligere_id: [{id}]` i filen, så følger henvisninger, lenker og kjente avvik med. Var det nye "
                "navnet ikke meningen, la filen hete `{id}.yaml`. Er det et annet mål, hent den gamle tilbake."
            ),
        ),
    },
    felt=(
        "status",
        "hendelser",
        "tittel",
        "type",
        "periode",
        "erstatter",
        "hjemmel",
        "arealplan_id",
        "plan",
        "overordnet",
        "kilder",
    ),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield adopted plans and their goals that are changed since the base, one finding per file."""
    if register.before is not None:
        yield from _plans(register, register.before)
        yield from _goals(register, register.before)
