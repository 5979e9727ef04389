"""PL411: input to a plan that is adopted, and the register shows no answer to it, or not why it was turned down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.register import event_place, lacks_reason, last_vedtak, may_be_before, unanswered
from planlint.rules.rule import N_, FindingText, finding, related, rule, titled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.model import Hendelse, Innspill, Plan
    from planlint.register import Register


def _finding(plan: Plan, vote: Hendelse, item: Innspill) -> Finding:
    voted = related(plan, *event_place(plan, vote, "dato"), note=N_("da ble planen vedtatt"))
    return finding(item, "tittel", related=(voted,), plan=titled(plan), dato=vote.dato)


@rule(
    "PL411",
    "innspill-uten-svar",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="planlints format for innspill: `svar`. Jf. plan- og bygningsloven § 11-14 tredje ledd",
    krav="Når en plan er vedtatt, viser registeret hva kommunen svarte på innspillene til den, og hvorfor.",
    hvorfor=(
        "Den som har gitt et innspill, skal kunne se hva det førte til. For kommuneplanen sier loven at saksframlegget "
        "skal vise hvordan uttalelsene er vurdert, og hva de har hatt å si for vedtaket. At svaret ikke er registrert, "
        "betyr ikke at det ikke er gitt."
    ),
    tekst=FindingText(
        melding="{plan} ble vedtatt {dato}, men registeret viser ikke hva kommunen svarte på innspillet.",
        merke="svaret er ikke registrert",
        hjelp="skriv `svar` med `utfall` og `begrunnelse`, slik det står i saken der planen ble vedtatt.",
    ),
    varianter={
        "begrunnelse": FindingText(
            melding="Innspillet er ikke tatt inn, men registeret viser ikke hvorfor.",
            merke="grunnen er ikke registrert",
            hjelp="skriv `begrunnelse` under `svar`, slik det står i saken.",
        ),
        "delvis": FindingText(
            melding="Innspillet er bare delvis tatt inn, men registeret viser ikke hvorfor.",
            merke="grunnen er ikke registrert",
            hjelp="skriv `begrunnelse` under `svar`, slik det står i saken.",
        ),
    },
    felt=("svar", "plan", "mål", "dato"),
    asks={"": ("svar",)},
)
def check(register: Register) -> Iterator[Finding]:
    """Yield the input that came before its plan was adopted, and has no answer; and answers without a reason.

    Input that came later is for the next revision. Each input is told of once, by the first of its plans.
    """
    told: set[str] = set()
    for plan in register.planer.values():
        vote = last_vedtak(register, plan)
        for item in unanswered(register, plan) if vote else ():
            if vote and item.id not in told and may_be_before(item, vote.dato.slutt):
                told.add(item.id)
                yield _finding(plan, vote, item)
    for item in register.innspill.values():
        if item.svar and lacks_reason(item.svar):
            variant = "delvis" if item.svar.utfall == "delvis" else "begrunnelse"
            yield finding(item, "svar", "utfall", variant=variant)
