"""PL704: the year of a target has passed, and the measured value misses it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planlint.base import RuleClass, Severity
from planlint.register import TargetDemand, demands_of, is_in_use, maalt
from planlint.rules.rule import N_, FindingText, finding, related, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.model import Indikator
    from planlint.register import Register


_HELP = N_("vurder nye tiltak eller et nytt måltall for et senere år, eller rett tallene hvis de er feil.")


class _Bom(NamedTuple):
    """A target that was missed: its year, what it demanded, and the measurement that shows it."""

    aar: int
    krav: TargetDemand
    maalt: int
    verdi: float


def _bom(register: Register, indikator: Indikator) -> _Bom | None:
    """Judge the newest target that is past and measured since; one that was met in any year since is not missed."""
    values = maalt(register, indikator)
    past = sorted(year for year in indikator.maaltall if year < register.today.year)
    target = next((year for year in reversed(past) if values and values[-1][0] >= year), None)
    if target is None:
        return None
    missed = None
    for year, value in values:
        if year < target:
            continue
        demands = list(demands_of(indikator.maaltall[target], value, indikator.retning))
        missed = next((_Bom(target, demand, year, value) for demand in demands if not demand.naadd), None)
        if missed is None:
            return None
    return missed


@rule(
    "PL704",
    "måltall-ikke-nådd",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="indikatorens måltall og verdier",
    krav="Når året for et måltall er over, viser de målte verdiene at det er nådd.",
    hvorfor=(
        "Et måltall som ikke er nådd, er det viktigste et kommunestyre kan få vite om et mål: da trengs flere tiltak, "
        "mer tid eller et annet måltall. Prognoser teller ikke. Er ingen verdi målt etterpå, sier regelen ikke fra."
    ),
    tekst=FindingText(
        melding="Måltallet for {aar} er {grense} {enhet}, men den målte verdien for {maalt} er {verdi}.",
        merke="ikke nådd",
        hjelp=_HELP,
    ),
    varianter={
        "grense": FindingText(
            melding="Måltallet for {aar} er {ord} {grense} {enhet}, men den målte verdien for {maalt} er {verdi}.",
            merke="ikke nådd",
            hjelp=_HELP,
        ),
    },
    felt=("verdier", "måltall", "retning", "mål", "plan"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield indicators whose newest judgeable target was missed: in its year and in every year measured since."""
    for indikator in register.indikatorer.values():
        missed = _bom(register, indikator)
        if missed is None or not is_in_use(register, indikator):
            continue
        yield finding(
            indikator, "måltall", missed.aar,
            variant="grense" if missed.krav.ord else "",
            related=(related(indikator, "verdier", missed.maalt, note=N_("den nyeste målingen")),),
            aar=missed.aar, ord=missed.krav.ord, grense=missed.krav.tall, enhet=indikator.enhet,
            maalt=missed.maalt, verdi=missed.verdi,
        )  # fmt: skip
