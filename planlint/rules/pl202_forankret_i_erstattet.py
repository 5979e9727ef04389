"""PL202: a plan is anchored in a goal whose plan has been replaced, repealed or dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity, StatusCode
from planlint.register import avloest, ending_of, etterfoelgere, utgaatt
from planlint.rules.rule import N_, FindingText, finding, related, rule, titled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.register import Register


@rule(
    "PL202",
    "forankret-i-erstattet",
    Severity.FEIL,
    RuleClass.LOKAL,
    kilde="kommunens plansystem: planene følger opp gjeldende mål",
    krav="En plan er forankret i mål som gjelder, ikke i mål fra en plan som er erstattet, opphevet eller utgått.",
    hvorfor=(
        "Når en ny samfunnsdel blir vedtatt, slutter målene i den gamle å gjelde. En plan som fortsatt viser til dem, "
        "følger opp noe kommunen ikke lenger har bestemt, og ser ut som om den er forankret."
    ),
    tekst=FindingText(
        melding="Målet {maal} gjelder ikke lenger. Det står i «{plan}», som er {status:liten}.",
        merke="målet gjelder ikke lenger",
        hjelp="bytt ut id-en med et mål som gjelder, eller slett den hvis planen ikke lenger følger opp dette.",
    ),
    varianter={
        "videreført": FindingText(
            melding="Målet {maal} gjelder ikke lenger. Det står i «{plan}», som er {status:liten}.",
            merke="videreført i {forslag:kode}",
            hjelp="bytt ut id-en med {forslag:kode}, som fører målet videre.",
        )
    },
    felt=("forankring", "status"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield each anchor of a plan in force or under work whose goal belongs to an ended plan.

    One that was confirmed before the plan was replaced stands on PL210's work list instead.
    """
    for plan in register.planer.values():
        if not plan.forankring or not register.is_active(plan):
            continue
        plantype = register.plantype(plan)
        for index, anchor in enumerate(plan.forankring):
            maal = register.find_maal(anchor.maal)
            ended = utgaatt(register, maal) if maal else None
            if not maal or not ended or avloest(register, anchor, ended):
                continue
            successors = etterfoelgere(register, maal, plantype.forankres_i if plantype else ())
            yield finding(
                plan,
                "forankring",
                index,
                "mål",
                variant="videreført" if successors else "",
                related=(related(ended, "status", note=N_("planen som målet står i")),),
                key=maal.id,
                maal=titled(maal),
                plan=ended.tittel,
                status=StatusCode(ending_of(register, ended)),
                forslag=successors,
            )
