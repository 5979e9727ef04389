"""PL213: a goal stands under a goal of another plan, and nothing ties its own plan to that one: one for each cause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.model import Plan
from planlint.register import decisions_elsewhere, grouped, input_elsewhere, untied_goals
from planlint.rules.rule import N_, FindingText, finding, related, rule, titled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.model import Maal
    from planlint.register import Register, UntiedGoal


@rule(
    "PL213",
    "mål-i-annen-plan",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="planlints målhierarki",
    krav=(
        "Et mål er vedtatt i samme plan som målet over, eller i en plan som er forankret i den eller er en del av den."
    ),
    hvorfor=(
        "Målet står i tabeller og på sider både under målet over og i sin egen plan. Er planen en annen, uten at noe "
        "knytter de to sammen, er enten planen eller målet over ført feil."
    ),
    tekst=FindingText(
        melding=(
            "Målet er ført i {plan}, men står under {over} i {over_plan}. Registeret viser ikke at de to planene hører "
            "sammen."
        ),
        merke="en annen plan enn målet over",
        hjelp=(
            "rett `plan` eller `overordnet`. Er begge riktige, vis i planen `{plan_id}`, under `forankring` eller "
            "`del_av`, hva den følger opp."
        ),
    ),
    varianter={
        "flere": FindingText(
            melding=(
                "Målet er ført i {plan}, men mål rett over eller under det er ført i {annen}: {maal}. Registeret viser "
                "ikke at planene hører sammen."
            ),
            merke="en annen plan enn målene rundt",
            hjelp=(
                "rett `plan` her, eller `plan` eller `overordnet` i de andre målene. Er alle riktige, vis i planene, "
                "under `forankring` eller `del_av`, hva de følger opp."
            ),
        ),
        "vedtaket": FindingText(
            melding=(
                "Vedtaket i {plan} gjelder målet {maal}, men målet er ført i {annen}. Registeret viser ikke at de to "
                "planene hører sammen."
            ),
            merke="et mål i en annen plan",
            hjelp="rett `mål` her, eller `plan` i målet.",
        ),
        "innspillet": FindingText(
            melding=(
                "Innspillet er ført på {plan}, men utkastet {maal} hører til {annen}. Registeret viser ikke at de to "
                "planene hører sammen."
            ),
            merke="en annen plan enn utkastet",
            hjelp="rett `plan` her, eller `mål`.",
        ),
        "planen": FindingText(
            melding=(
                "{antall} mål i planen står under mål i {annen}: {maal}. Registeret viser ikke at de to planene hører "
                "sammen."
            ),
            merke="planen viser ikke til den andre",
            hjelp=(
                "vis under `forankring` eller `del_av` hva planen følger opp, eller rett `plan` eller `overordnet` i "
                "målene."
            ),
        ),
    },
    felt=("plan", "mål", "overordnet", "forankring", "del_av", "hendelser"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield one finding for each goal or plan that untied goals have in common; PL102, PL104 and PL208 come first."""
    for common, links in grouped(register, untied_goals(register)):
        if isinstance(common, Plan):
            yield _of_plan(common, links)
        elif len(links) > 1:
            yield _of_goal(common, links)
        else:
            yield _of_one(links[0])
    for plan, number, at, maal, its in decisions_elsewhere(register):
        note = related(maal, "plan", note=N_("dette målet hører til {plan}"), plan=titled(its))
        yield finding(
            plan, "hendelser", number, "mål", at, variant="vedtaket", key=maal.id, related=(note,),
            plan=titled(plan), maal=titled(maal), annen=titled(its),
        )  # fmt: skip
    for item, plan, draft, its in input_elsewhere(register):
        note = related(draft, "plan", note=N_("dette utkastet hører til {plan}"), plan=titled(its))
        yield finding(
            item, "plan", variant="innspillet", key=draft.id, related=(note,),
            plan=titled(plan), maal=titled(draft), annen=titled(its),
        )  # fmt: skip


def _of_one(link: UntiedGoal) -> Finding:
    note = related(link.over, "plan", note=N_("målet over hører til denne planen"))
    return finding(
        link.maal, "plan", related=(note,), key=link.over.id, plan=titled(link.egen), plan_id=link.egen.id,
        over=titled(link.over), over_plan=titled(link.annen),
    )  # fmt: skip


def _of_goal(maal: Maal, links: list[UntiedGoal]) -> Finding:
    """Give the finding at a goal that is in another plan than those around it, which stand beside it."""
    above = {link.over.id: (link.over, link.annen) for link in links if link.maal is maal}
    around = above | {link.maal.id: (link.maal, link.egen) for link in links if link.over is maal}
    own = next(link.egen if link.maal is maal else link.annen for link in links)
    plans = {plan.id: plan for _, plan in around.values()}
    return finding(
        maal, "plan", variant="flere", key=" ".join(sorted(around)),
        related=tuple(related(other, "plan", note=N_("dette målet hører til {plan}"), plan=titled(plan))
                      for other, plan in around.values()),
        plan=titled(own), annen=[titled(plan) for plan in plans.values()],
        maal=[titled(other) for other, _ in around.values()],
    )  # fmt: skip


def _of_plan(plan: Plan, links: list[UntiedGoal]) -> Finding:
    """Give the finding at a plan whose goals stand under those of another, and stand beside it."""
    note = N_("målet over er {over}")
    return finding(
        plan, "forankring" if plan.forankring else "tittel", variant="planen", antall=len(links),
        key=" ".join(sorted(link.maal.id for link in links)),
        related=tuple(related(link.maal, "overordnet", note=note, over=titled(link.over)) for link in links),
        annen=titled(links[0].annen), maal=[titled(link.maal) for link in links],
    )  # fmt: skip
