"""PL205: a plan whose type has one parent plan (a handlingsplan) names none, or several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.register import has_wrong_parents, parent_plans
from planlint.rules.rule import N_, FindingText, finding, related, rule, titled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.register import Register


@rule(
    "PL205",
    "handlingsplan-uten-forelder",
    Severity.FEIL,
    RuleClass.LOKAL,
    kilde="plansystem.yaml: plantypens `foreldreplan`",
    krav="En handlingsplan hører til nøyaktig én plan, og viser til den i feltet `forankring`.",
    hvorfor=(
        "Handlingsplanen sier hvordan planen over den skal gjennomføres, og får målene sine derfra. Uten én bestemt "
        "plan over seg er det uklart hva den gjennomfører, og når den skal revideres eller falle bort."
    ),
    tekst=FindingText(
        melding="En plan av typen {type} hører til én bestemt plan, men feltet `forankring` viser ikke til noen plan.",
        merke="planen over mangler",
        hjelp="legg til planen over i feltet `forankring`, slik: `forankring: [{{plan: id-til-planen}}]`.",
    ),
    varianter={
        "flere": FindingText(
            melding="En plan av typen {type} hører til én bestemt plan, men denne er forankret i {antall}: {planer}.",
            merke="plan nummer to",
            hjelp="behold planen som denne gjennomfører, og slett resten, eller del opp handlingsplanen.",
        )
    },
    felt=("forankring", "type", "status"),
    asks={"": ("forankring",)},
)
def check(register: Register) -> Iterator[Finding]:
    """Yield plans in force or under work that must have one parent plan and have none or several."""
    for plan in register.planer.values():
        plantype = register.plantype(plan)
        if not plantype or not has_wrong_parents(register, plan, plantype):
            continue
        parents = parent_plans(plan)
        if not parents:
            yield finding(plan, "forankring" if plan.forankring else "type", type=plantype.navn)
            continue
        first, second, *_ = parents.values()
        yield finding(
            plan,
            "forankring",
            second,
            "plan",
            variant="flere",
            related=(related(plan, "forankring", first, "plan", note=N_("den første planen")),),
            type=plantype.navn,
            antall=len(parents),
            planer=[titled(register.planer[id_]) if id_ in register.planer else id_ for id_ in parents],
        )
