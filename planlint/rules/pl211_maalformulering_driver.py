"""PL211: a plan or an indicator quotes a goal in other words than the goal's own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.register import find_anchors, fold, suspicion, utgaatt
from planlint.rules.rule import N_, FindingText, finding, related, rule, titled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding, Step
    from planlint.model import Indikator, Maal, Plan
    from planlint.register import Register

# Marks that carry no word of their own. Between two digits they are part of a number, and before one a dash is a sign.
_MARKS = re.compile(r"""[«»“”„"‘’'!?;()]|(?<!\d)[.,:]|[.,:](?!\d)|[-–—](?!\d)""")
_LONG_MARKS = re.compile("[–—]")


def _words(text: str) -> str:
    """Give the words that are quoted: punctuation and capitals aside, as where a sentence is quoted within another."""
    return fold(_LONG_MARKS.sub("-", _MARKS.sub(" ", fold(text)))).casefold()


def _own_words(maal: Maal) -> set[str]:
    """Give what a goal may be called: by its sentence, by its short name, or by both."""
    kort = maal.kortnavn
    return {_words(text) for text in (maal.tittel, *((kort, f"{kort}: {maal.tittel}") if kort else ()))}


def _drift(entity: Plan | Indikator, path: tuple[Step, ...], sitat: str, maal: Maal) -> Iterator[Finding]:
    if _words(sitat) not in _own_words(maal):
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
    krav=(
        "En plan eller en indikator som gjengir et mål, gjengir det med de vedtatte ordene. Tegn og store bokstaver "
        "teller ikke."
    ),
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
