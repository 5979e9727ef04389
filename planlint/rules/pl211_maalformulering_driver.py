"""PL211: a plan or an indicator quotes a goal in other words than the goal's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.register import find_anchors, fold, suspicion, utgaatt
from planlint.rules.rule import N_, FindingText, finding, related, rule, titled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding, Step
    from planlint.model import Indikator, Maal, Plan
    from planlint.register import Register

_QUOTES = str.maketrans(dict.fromkeys('«»“”„"', None))


def _words(text: str) -> str:
    """Give what is quoted: no quotation marks, no full stop at the end, letters and spaces as the mark sees them."""
    return fold(text.translate(_QUOTES)).removesuffix(".")


def _drift(entity: Plan | Indikator, path: tuple[Step, ...], sitat: str, maal: Maal) -> Iterator[Finding]:
    if _words(sitat) != _words(maal.tittel):
        yield finding(
            entity,
            *path,
            variant="indikator" if entity.kind == "indikator" else "",
            related=(related(maal, "tittel", note=N_("målets egne ord")),),
            key=maal.id,
            maal=titled(maal),
            tittel=maal.tittel,
        )


def _plans(register: Register) -> Iterator[Finding]:
    for plan, index, maal in find_anchors(register):
        anchor = plan.forankring[index]
        if anchor.sitat and suspicion(register, anchor, maal) != "endret" and not utgaatt(register, maal):
            yield from _drift(plan, ("forankring", index, "sitat"), anchor.sitat, maal)


@rule(
    "PL211",
    "målformulering-driver",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="kommunens plansystem: et mål har én ordlyd, den som er vedtatt",
    krav="En plan eller en indikator som gjengir et mål, gjengir det med de vedtatte ordene.",
    hvorfor=(
        "Et mål som får nye ord hver gang det blir gjengitt, betyr snart ikke det samme overalt. Da følger planene opp "
        "hvert sitt mål, selv om de viser til det samme vedtaket."
    ),
    tekst=FindingText(
        melding="Planen gjengir målet {maal} med andre ord enn de vedtatte.",
        merke="målet heter «{tittel}»",
        hjelp="skriv målet i feltet `sitat`, med de vedtatte ordene. Er det målets fil som er feil, rett `tittel` der.",
    ),
    varianter={
        "indikator": FindingText(
            melding="Indikatoren gjengir målet {maal} med andre ord enn de vedtatte.",
            merke="målet heter «{tittel}»",
            hjelp=(
                "skriv målet i feltet `sitat`, med de vedtatte ordene. Er det målets fil som er feil, rett `tittel` "
                "der."
            ),
        )
    },
    felt=("forankring", "sitat"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield each quotation that differs from the goal's title; PL202 and PL210 come first where they speak."""
    yield from _plans(register)
    for indikator in register.indikatorer.values():
        for id_, sitat in indikator.sitat.items():
            maal = register.find_maal(id_)
            if maal:
                yield from _drift(indikator, ("sitat", id_), sitat, maal)
