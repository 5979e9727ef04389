"""PL301: the period is over, the plan still counts as adopted, and nothing is settled about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import Duration, RuleClass, Severity
from planlint.model import VEDTAK_OR_FORLENGET
from planlint.register import (
    end_place,
    is_unadopted_past_period,
    is_usikker,
    is_utloept,
    period_end,
    periode,
    periodefrist,
    undecided_strategi,
)
from planlint.rules.rule import DOUBT, FindingText, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from planlint.base import Finding
    from planlint.model import Hendelse, Plan
    from planlint.register import Register

MARK_TEXT = "gikk ut for {siden} siden (per {per})"


def _renewed(register: Register, plan: Plan, end: date) -> Hendelse | None:
    """Give the adoption or extension that the period in the file was not updated after."""
    event = register.last_event(plan, *VEDTAK_OR_FORLENGET)
    if event and (event.dato.start > end or (event.hva == "forlenget" and not event.til)):
        return event
    return None


def _of_renewed(register: Register, plan: Plan, event: Hendelse) -> str:
    """Give which text tells of it: the only adoption that there is renews nothing."""
    return "vedtatt_etter" if event.hva == "vedtatt" and len(register.vedtak(plan)) == 1 else "fornyet"


def _variant(register: Register, plan: Plan) -> str:
    status = register.status(plan)
    if status == "under_revisjon":
        return "revisjon"
    if status != "til_orientering" and undecided_strategi(register, plan):
        return "i_planstrategi"
    return "bindende" if register.is_bindende(plan) else "kunnskap" if status == "til_orientering" else ""


@rule(
    "PL301",
    "utløpt-plan",
    Severity.FEIL,
    RuleClass.LOKAL,
    kilde="planens `periode`",
    krav=(
        "Når planperioden er over, viser registeret hva som skal skje med planen: en forlengelse, en beslutning i "
        "gjeldende planstrategi, en revisjon som er i gang, eller at planen er gått ut. Det gjelder også en plan som "
        "ikke er vist å være vedtatt."
    ),
    hvorfor=(
        "En plan kan gjelde etter at perioden er over, til noe annet er bestemt. Men står den uten beslutning, vet "
        "verken innbyggere eller ansatte om de skal følge den. Regelen ber om en beslutning; den sier ikke at planen "
        "er ugyldig."
    ),
    tekst=FindingText(
        melding=(
            "Planperioden gikk ut {slutt:ved}{tvil}, og det er ikke registrert at planen er forlenget, revidert "
            "eller avløst."
        ),
        merke=MARK_TEXT,
        hjelp=(
            "skriv planstrategiens valg under `beslutninger` i denne filen, eller hendelsen `forlenget` "
            "med `til`. Er den avløst, skriv `erstatter: [{id}]` i filen til den nye. Er den opphevet, skriv også det."
        ),
    ),
    varianter={
        "ikke_vedtatt": FindingText(
            melding=(
                "Perioden som planen er laget for, gikk ut {slutt:ved}{tvil}, og registeret viser ikke at planen er "
                "vedtatt."
            ),
            merke=MARK_TEXT,
            hjelp=(
                "registrer vedtaket hvis planen er vedtatt, eller skriv den nye perioden. Ble planen ikke noe av, sett "
                "`status: utgått`."
            ),
        ),
        "revisjon": FindingText(
            melding=(
                "Planperioden gikk ut {slutt:ved}{tvil}. Status er «Under revisjon», men registeret viser ikke at "
                "noen har "
                "begynt på revisjonen."
            ),
            merke=MARK_TEXT,
            hjelp=(
                "legg til hendelsen `oppstart`, eller skriv i `arbeid` når revisjonen begynte og skal være ferdig. "
                "Er den ikke i gang, skriv det planstrategien har bestemt, under `beslutninger` i denne filen."
            ),
        ),
        "kunnskap": FindingText(
            melding="Dokumentet gjaldt til {slutt:av}{tvil}, men er fortsatt ført som tatt til orientering.",
            merke=MARK_TEXT,
            hjelp="sett `status: foreldet`, eller skriv den nye perioden hvis dokumentet er revidert.",
        ),
        "bindende": FindingText(
            melding=(
                "Planperioden gikk ut {slutt:ved}{tvil}, og det er ikke registrert at planen er forlenget, revidert "
                "eller "
                "avløst. Den er bindende og gjelder fortsatt."
            ),
            merke=MARK_TEXT,
            hjelp=(
                "skriv det planstrategien har bestemt, under `beslutninger` i denne filen, eller hendelsen "
                "`opphevet`. Har en ny plan avløst den, skriv `erstatter: [{id}]` i filen til den nye."
            ),
        ),
        "i_planstrategi": FindingText(
            melding=(
                "Planperioden gikk ut {slutt:ved}{tvil}. Planstrategien for {periode} sier hva som skal skje med "
                "planen, men registeret viser ikke at planstrategien er vedtatt."
            ),
            merke=MARK_TEXT,
            hjelp=(
                "legg til hendelsen `vedtatt` med `dato`, `organ` og `sak` på planstrategien når den er vedtatt. "
                "Beslutningen regnes med fra da av."
            ),
        ),
        "fornyet": FindingText(
            melding=(
                "Planperioden gikk ut {slutt:ved}{tvil}. Planen er vedtatt på nytt eller forlenget {dato}, men har "
                "ikke fått ny periode."
            ),
            merke=MARK_TEXT,
            hjelp="skriv den nye sluttdatoen i feltet `periode`, eller i `til` på hendelsen som forlenger planen.",
        ),
        "vedtatt_etter": FindingText(
            melding="Planperioden gikk ut {slutt:ved}{tvil}, men planen er ført som vedtatt etter det, {dato}.",
            merke=MARK_TEXT,
            hjelp="rett perioden eller vedtaksdagen, den som er feil.",
        ),
    },
    felt=("periode", "hendelser", "status", "beslutninger"),
    asks={"ikke_vedtatt": ("dato",)},
)
def check(register: Register) -> Iterator[Finding]:
    """Yield plans past their period, neither ended nor settled: adopted ones, and those not shown to be adopted."""
    for plan in register.planer.values():
        end, adopted = periodefrist(register, plan), is_utloept(register, plan)
        if not end or not (adopted or is_unadopted_past_period(register, plan)):
            continue
        renewed = _renewed(register, plan, end) if adopted else None
        variant = _variant(register, plan) if adopted else "ikke_vedtatt"
        where = end_place(register, plan)
        yield finding(
            plan,
            *where,
            variant=_of_renewed(register, plan, renewed) if renewed else variant,
            slutt=period_end(register, plan),
            tvil=DOUBT if is_usikker(plan, where) else "",
            id=plan.id,
            dato=renewed.dato if renewed else None,
            siden=Duration(end, register.today),
            periode=periode(strategi) if (strategi := undecided_strategi(register, plan)) else "",
            per=register.today,
        )
