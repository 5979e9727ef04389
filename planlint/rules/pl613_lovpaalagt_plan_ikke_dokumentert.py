"""PL613: the register shows no plan that meets a statutory duty to have one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planlint.base.diagnostic import Finding, Klasse, Place, Severity
from planlint.law import bestemmelser
from planlint.register.lovkrav import gjelder, kan_mangle, typer_med_hjemmel, ved_typen
from planlint.rules.rule import N_, Tekst, rule
from planlint.source.find import PLANSYSTEM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base.diagnostic import Ord
    from planlint.model import Plan
    from planlint.register.register import Register


class Plikt(NamedTuple):
    """A duty to have a plan: what it is about, and the provisions it has rested on, the newest first."""

    hva: Ord
    lov: tuple[str, ...]


PLIKTER = {
    "barnevern": Plikt(
        N_("forebygging av omsorgssvikt og atferdsproblemer"), ("barnevernsloven-15-1", "barnevernloven-1992-3-1")
    ),
    "smittevern": Plikt(N_("vern mot smittsomme sykdommer"), ("smittevernloven-7-1",)),
    "helseberedskap": Plikt(N_("beredskap i helse- og omsorgstjenesten"), ("helseberedskapsloven-2-2",)),
    "alkohol": Plikt(N_("alkoholpolitikk"), ("alkoholloven-1-7d",)),
    "forvaltningsrevisjon": Plikt(N_("forvaltningsrevisjon"), ("koml-23-3",)),
    "eierskapskontroll": Plikt(N_("eierskapskontroll"), ("koml-23-4",)),
}


def _place(register: Register, plikt: Plikt, plans: list[Plan]) -> tuple[str, Place]:
    """Give entity and place to mend: the type that is to meet the duty, a plan that no longer does, or the types."""
    types = typer_med_hjemmel(register.plansystem, *plikt.lov)
    if types:
        return "plansystem", ved_typen(types[0])
    if plans:
        return plans[-1].entity, Place(plans[-1].file, ("status",))
    return "plansystem", Place(PLANSYSTEM, ("plantyper",), "key")


def _missing(register: Register) -> Iterator[tuple[str, Plikt, str, list[Plan]]]:
    """Give the duties that counted today and that no plan meets, with the provision and the plans that once met it.

    A plan past its period still meets it, until somebody decides otherwise (PL301).
    """
    for name, plikt in PLIKTER.items():
        law = next((id_ for id_ in plikt.lov if gjelder(register, id_, register.today)), "")
        plans = register.med_hjemmel(*plikt.lov)
        if law and not any(register.vedtatt(plan) for plan in plans) and kan_mangle(register, plans):
            yield name, plikt, law, plans


@rule(
    "PL613",
    "lovpålagt-plan-ikke-dokumentert",
    Severity.ADVARSEL,
    Klasse.LOV,
    kilde="loven som er nevnt i funnet",
    krav=(
        "Kommunen har de planene som særlovene krever, alene eller som del av en annen plan. Regelen ser etter "
        "bestemmelsen i hjemmel på planer og plantyper, og sier ingenting før plansystem.yaml oppgir hjemmel for noen "
        "plantype."
    ),
    hvorfor=(
        "Noen planer kan ikke kommunen velge bort. Registeret viser ikke om de mangler eller bare ikke er "
        "lagt inn, men det er verdt å finne ut av."
    ),
    tekst=Tekst(
        melding="Registeret viser ingen gjeldende plan for {hva}, som {lov} krever.",
        merke="ingen plan dekker {lov}",
        hjelp="legg inn planen, eller skriv {id} i hjemmel på den planen som dekker kravet.",
    ),
    varianter={
        "ubekreftet": Tekst(
            melding="Registeret viser ingen gjeldende plan for {hva} etter {lov}. Kravet er ikke bekreftet ved kilden.",
            merke="ingen plan dekker {lov} (ikke bekreftet)",
            hjelp="les bestemmelsen hos Lovdata. Har kommunen planen, skriv {id} i hjemmel på den.",
        )
    },
    felt=("status", "hendelser", "hjemmel", "plantyper"),
    lov=tuple(id_ for plikt in PLIKTER.values() for id_ in plikt.lov),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield one finding per duty that no plan meets, in a plan system that says what its types rest on."""
    if not any(plantype.hjemmel for plantype in register.plansystem.plantyper.values()):
        return
    for name, plikt, law, plans in _missing(register):
        provision = bestemmelser()[law]
        args = {"hva": plikt.hva, "lov": provision.navn, "id": law}
        variant = "ubekreftet" if provision.sikkerhet == "C" else ""
        yield Finding(*_place(register, plikt, plans), args, variant=variant, key=name, lov=(law,))
