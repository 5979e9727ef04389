"""PL210: a goal has changed, or its plan was replaced, after the anchor to it was confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.register import avloest, avtrykk_of, etterfoelgere, find_anchors, goal_core, suspicion, utgaatt
from planlint.rules.rule import N_, FindingText, finding, related, rule, titled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding, Related
    from planlint.model import Plan
    from planlint.register import Anchor, Register, Replacement


def _suspect(anker: Anchor, what: str) -> Finding:
    plan, anchor, maal = anker.plan, anker.forankring, anker.maal
    changed = what == "endret"
    variant = what if not changed else "" if anchor.bekreftet else "uten dag"
    return finding(
        plan,
        "forankring",
        anker.nummer,
        "avtrykk",
        variant=variant,
        related=(related(maal, "tittel", note=N_("målet slik det er nå")),),
        key=f"{maal.id} {avtrykk_of(goal_core(maal))}" if changed else maal.id,  # the next change is another finding
        maal=titled(maal),
        plan=plan.id,
        bekreftet=anchor.bekreftet,
        avtrykk=anchor.avtrykk,
    )


def _related(register: Register, anker: Anchor) -> Related:
    plantype = register.plantype(anker.plan)
    heirs = etterfoelgere(register, anker.maal, plantype.forankres_i if plantype else ())
    note = N_("forankret i {maal}, som {forslag:kode} fører videre") if heirs else N_("forankret i {maal}")
    return related(anker.plan, "forankring", anker.nummer, "mål", note=note, maal=titled(anker.maal), forslag=heirs)


def _work_list(register: Register, old: Plan, new: Replacement, ankre: list[Anchor]) -> Finding:
    return finding(
        new.ny,
        "erstatter",
        new.ny.erstatter.index(old.id),
        variant="arbeidsliste",
        related=tuple(_related(register, anker) for anker in ankre),
        key=old.id,
        gammel=old.tittel,
        dato=new.tid,
        planer=[titled(plan) for _, plan in sorted({anker.plan.id: anker.plan for anker in ankre}.items())],
    )


_HELP = "les målet på nytt. Følger planen det fortsatt opp, kjør `planlint bekreft {plan} {maal}`. Ellers bytt det ut."


@rule(
    "PL210",
    "mistenkt-forankring",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="kommunens plansystem: planene følger opp gjeldende mål",
    krav="En bekreftet forankring gjelder målet slik det er nå. Er målet endret siden, blir den bekreftet på nytt.",
    hvorfor=(
        "En planlegger bekreftet forankringen ut fra målet slik det lød den dagen. Når målet får andre ord, en annen "
        "type eller et annet mål over seg, eller når en ny plan tar over, er det ikke sikkert at planen følger det opp "
        "lenger. At filen får ny form, endrer ingenting."
    ),
    tekst=FindingText(
        melding="Målet {maal} er endret etter at forankringen ble bekreftet {bekreftet}.",
        merke="målet er endret siden",
        hjelp=_HELP,
    ),
    varianter={
        "uten dag": FindingText(
            melding="Målet {maal} er endret etter at forankringen ble bekreftet.",
            merke="målet er endret siden",
            hjelp=_HELP,
        ),
        "ukjent metode": FindingText(
            melding="Avtrykket er laget med en ukjent metode. Ingen kan si om målet {maal} er endret siden.",
            merke="ukjent metode",
            hjelp="les målet på nytt, og kjør `planlint bekreft {plan} {maal}` for å få et avtrykk som kan leses.",
        ),
        "arbeidsliste": FindingText(
            melding="Planen har erstattet «{gammel}», og disse planene er fortsatt forankret i mål i den: {planer}.",
            merke="erstattet {dato}",
            hjelp="gå gjennom stedene under «Se også», og bytt hver id med et mål som gjelder, eller slett den.",
        ),
        "siden": FindingText(
            melding="Målet er endret siden {rev}. Disse planene er forankret i det: {planer}.",
            merke="endret siden {rev}",
            hjelp="les planene på nytt. Følger alle målet fortsatt opp, kjør `planlint bekreft --alle-til {maal}`.",
        ),
    },
    felt=("forankring", "status", "erstatter"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield each anchor whose mark differs, and one work list for each plan replaced after anchors were confirmed."""
    lists: dict[str, tuple[Plan, Replacement, list[Anchor]]] = {}
    for anker in find_anchors(register):
        anchor = anker.forankring
        if ended := utgaatt(register, anker.maal):
            if new := avloest(register, anchor, ended):
                lists.setdefault(ended.id, (ended, new, []))[2].append(anker)
        elif what := suspicion(register, anchor, anker.maal):
            yield _suspect(anker, what)
    for _, (old, new, found) in sorted(lists.items()):
        yield _work_list(register, old, new, found)
