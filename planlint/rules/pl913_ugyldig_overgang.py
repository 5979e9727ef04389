"""PL913: a status step that the life cycle does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity, StatusCode
from planlint.model import (
    AVSLUTTEDE,
    AVSLUTTET_WITH_TRACE,
    NESTE,
    TOLD_BY_HENDELSER,
    VEDTATTE,
)
from planlint.register import has_new_kilde, hendelser
from planlint.rules.rule import FindingText, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.model import Plan
    from planlint.register import Register


def _explained(old: Plan, new: Plan) -> bool:
    """Tell whether something new stands behind the step: an event, a planstrategi's decision, or a source."""
    decided = any(old.beslutninger.get(id_) != choice for id_, choice in new.beslutninger.items())
    return decided or bool(hendelser(old, new).nye) or has_new_kilde(old, new)


def _mended(base: Register, old: Plan) -> bool:
    """Tell whether nothing stood behind the old status, so that PL401 or PL405 asked for another."""
    if old.status in VEDTATTE:
        return not base.vedtak(old)
    return old.status == "erstattet" and not base.replaced_by(old)


def _legal(register: Register, old: str, new: Plan) -> bool:
    """Tell whether the life cycle has the step; how a plan ended may be put otherwise, and knowledge grows old."""
    if new.status in NESTE.get(old, AVSLUTTEDE):
        return True
    return new.status == "foreldet" and old in VEDTATTE and _kunnskap(register, new)


def _kunnskap(register: Register, plan: Plan) -> bool:
    plantype = register.plantype(plan)
    return plantype is None or plantype.kunnskapsgrunnlag


def _judged(register: Register, old: str, new: Plan) -> bool:
    """Tell whether another rule judges the new status by what is recorded: PL401, PL402, PL404 or PL405."""
    told = register.status_by_events(new)
    if new.status in VEDTATTE and not register.vedtak(new):
        return True
    if old in AVSLUTTEDE:
        return new.status in TOLD_BY_HENDELSER and told in AVSLUTTEDE
    return new.status in AVSLUTTET_WITH_TRACE or (new.status in TOLD_BY_HENDELSER and told is not None)


def _variant(old: str, new: str) -> str:
    if old in AVSLUTTEDE:
        return "avsluttet"
    if old in VEDTATTE:
        return "vedtatt"
    order = list(NESTE)
    return "tilbake" if new in order[: order.index(old)] else ""


@rule(
    "PL913",
    "ugyldig-overgang",
    Severity.FEIL,
    RuleClass.LOKAL,
    kilde="planlints livsløp for planer",
    krav=(
        "Status følger livsløpet: «Planlagt», «Under arbeid», «På høring», «Til vedtak», «Vedtatt», «Under "
        "revisjon», og til slutt «Erstattet», «Opphevet» eller «Utgått». Kunnskapsgrunnlag går fra «Utkast» til "
        "«Tatt til orientering» og «Foreldet». Arbeid som stanser, er «Satt på vent». Et annet steg må ha en ny "
        "hendelse, en beslutning eller en kilde bak seg."
    ),
    hvorfor=(
        "Når en plan hopper over et steg eller går tilbake, har noe skjedd som registeret ikke viser, eller så er "
        "status skrevet feil."
    ),
    tekst=FindingText(
        melding=(
            "Status kan ikke gå rett fra «{foer}» til «{naa}». Livsløpet har disse stegene etter «{foer}»: {neste}."
        ),
        merke="var «{foer}»",
        hjelp=(
            "legg til hendelsene som viser det som skjedde imellom, for eksempel `oppstart` eller `høring_start`, "
            "eller skriv et av stegene etter «{foer}»."
        ),
    ),
    varianter={
        "tilbake": FindingText(
            melding=(
                "Status er satt tilbake fra «{foer}» til «{naa}». Livsløpet har disse stegene etter «{foer}»: {neste}."
            ),
            merke="var «{foer}»",
            hjelp=(
                "skriv `status: satt_på_vent` hvis arbeidet er stanset. Har en ny runde begynt, legg til hendelsen, "
                "for eksempel `høring_start`. Var «{foer}» feil, legg til kilden som viser det, under `kilder`."
            ),
        ),
        "vedtatt": FindingText(
            melding="Status kan ikke gå fra «{foer}» til «{naa}». Livsløpet har disse stegene etter «{foer}»: {neste}.",
            merke="var «{foer}»",
            hjelp=(
                "skriv et av de stegene. Skal planen endres, er den «Under revisjon» til det nye vedtaket er fattet. "
                "Var «{foer}» feil, legg til kilden som viser det, under `kilder`."
            ),
        ),
        "avsluttet": FindingText(
            melding="Planen var «{foer}», og registeret viser ikke hvorfor den nå er «{naa}».",
            merke="var «{foer}»",
            hjelp=(
                "legg til hendelsen eller beslutningen som tok planen opp igjen. Var «{foer}» feil, legg til kilden "
                "som viser det, under `kilder`."
            ),
        ),
    },
    felt=("status", "hendelser", "kilder"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield plans whose status has taken a step since the base that nothing explains."""
    if register.before is None:
        return
    for plan in register.planer.values():
        old, now = register.earlier(plan), plan.status
        if old is None or old.status is None or now is None or now == old.status:
            continue
        if _legal(register, old.status, plan) or _judged(register, old.status, plan) or register.status(plan) != now:
            continue
        if not _explained(old, plan) and not _mended(register.before, old):
            after = [step for step in NESTE.get(old.status, ()) if step != "utkast" or _kunnskap(register, plan)]
            yield finding(
                plan, "status", variant=_variant(old.status, now), foer=StatusCode(old.status), naa=StatusCode(now),
                neste=[StatusCode(step) for step in after],
            )  # fmt: skip
