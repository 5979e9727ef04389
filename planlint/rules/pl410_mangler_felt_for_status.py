"""PL410: a field is missing that the plan type asks for from this status on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base.diagnostic import Finding, Klasse, Place, Severity
from planlint.base.suggest import nearest
from planlint.rules.pl401_vedtatt_uten_vedtak import mangler
from planlint.rules.rule import Tekst, finding, rule
from planlint.source.find import PLANSYSTEM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model import Plan, Plantype
    from planlint.register.register import Register

# How far a plan has come. One on hold is asked for what a planned one is, an ended one for nothing new.
_FORLOEP = {
    "planlagt": 1, "igangsatt": 2, "utkast": 2, "på_høring": 3, "til_vedtak": 4,
    "vedtatt": 5, "til_orientering": 5, "under_revisjon": 6,
}  # fmt: skip
_ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
_VEDTAK = ("organ", "sak")
# What a plan type asks for that is told by an event: the first kind is the one to write.
_HENDELSER = {
    "høring": ("høring_start", "høring_slutt", "offentliggjort"),
    "offentliggjort": ("offentliggjort",),
    "oppstart": ("oppstart",),
    "planprogram": ("planprogram_fastsatt",),
}
# Every key that a plan can be asked for: when one of them is itself broken, the plan is not said to lack it.
_FELT = (
    "tittel", "type", "status", "sammendrag", "periode", "arbeid", "hendelser", "revisjon", "ansvarlig", "forankring",
    "del_av", "bygger_på", "erstatter", "avgrenset_mot", "hjemmel", "lovpålagt", "tema", "målgruppe", "partnere",
    "bærekraftsmål", "beslutninger", "arealplan_id", "tidligere_id", "lenker", "kilder", "merknad",
)  # fmt: skip


def _known(name: str) -> bool:
    return name in _FELT or name in _VEDTAK or name in _HENDELSER


def _due(plantype: Plantype, status: str) -> list[str]:
    """Give what a type asks for from this status on, in the order of plansystem.yaml."""
    come = _FORLOEP.get("planlagt" if status == "satt_på_vent" else status, 0)
    asked = [
        name
        for since, names in plantype.krav.items()
        if since == status or (since in _FORLOEP and _FORLOEP[since] <= come)
        for name in names
    ]
    return [name for name in dict.fromkeys(asked) if _known(name)]


def _lacks(register: Register, plan: Plan, name: str) -> bool:
    if name in _VEDTAK:
        adoptions = register.vedtak(plan)
        return bool(adoptions) and getattr(adoptions[-1], name) is None
    if name in _HENDELSER:
        return register.sist(plan, *_HENDELSER[name]) is None
    return getattr(plan, name.translate(_ASCII)) in (None, (), {})


def uutfylt(register: Register, plan: Plan, plantype: Plantype, status: str) -> list[str]:
    """Give what a plan would lack with a status, organ and case number aside: those come with the decision."""
    asked = [name for name in _due(plantype, status) if name not in _VEDTAK]
    return [_HENDELSER.get(name, (name,))[0] for name in asked if _lacks(register, plan, name)]


def _elsewhere(register: Register, plan: Plan, plantype: Plantype, name: str) -> bool:
    """Tell whether another rule reports it: PL401 (organ, sak), PL408 (ansvarlig), PL201, PL205 (forankring), PL614."""
    if name in _VEDTAK:
        return register.vedtatt(plan) and name in mangler(register, plan, register.vedtak(plan)[-1])
    active = register.i_kraft(plan) or register.under_arbeid(plan)
    if name == "arealplan_id":
        return plantype.bindende and (register.vedtatt(plan) or register.under_arbeid(plan))
    if name == "ansvarlig":
        return active and bool(register.plansystem.sektorer)
    return name == "forankring" and active and (plantype.forankring == "påkrevd" or plantype.foreldreplan)


def _unknown(register: Register) -> Iterator[Finding]:
    """Yield the fields that plansystem.yaml asks for and no plan can have."""
    for id_, plantype in register.plansystem.plantyper.items():
        for since, names in plantype.krav.items():
            for index, name in enumerate(names):
                if not _known(name):
                    suggestion = nearest(name, (*_FELT, *_VEDTAK, *_HENDELSER))
                    place = Place(PLANSYSTEM, ("plantyper", id_, "krav", since, index))
                    variant = "ukjent_forslag" if suggestion else "ukjent"
                    args = {"felt": name, "type": plantype.navn, "forslag": suggestion}
                    yield Finding("plansystem", place, args, variant=variant, key=f"{id_}.{name}")


@rule(
    "PL410",
    "mangler-felt-for-status",
    Severity.FEIL,
    Klasse.LOKAL,
    kilde="plansystem.yaml: plantypens krav",
    krav="Planen har de feltene som plantypen krever fra og med statusen planen har.",
    hvorfor=(
        "Kommunen har bestemt hva den skal vite om en plan når den kommer så langt. Mangler det, blir planoversikten "
        "ufullstendig, og andre kan ikke bygge på planen."
    ),
    tekst=Tekst(
        melding="Planen mangler {felt}. Det skal en plan av typen {type} ha når status er «{status}».",
        merke="krever {felt}",
        hjelp="fyll ut {felt}, eller endre krav for plantypen {type} i plansystem.yaml.",
    ),
    varianter={
        "ukjent": Tekst(
            melding="Plantypen {type} krever «{felt}», men en plan har ikke noe slikt felt.",
            merke="ukjent felt",
            hjelp="skriv et felt som en plan kan ha, for eksempel sammendrag, periode, organ, sak eller høring.",
        ),
        "ukjent_forslag": Tekst(
            melding="Plantypen {type} krever «{felt}», men en plan har ikke noe slikt felt.",
            merke="mente du {forslag}?",
            hjelp="skriv {forslag} hvis det er det du mener.",
        ),
    },
    felt=_FELT,
)
def check(register: Register) -> Iterator[Finding]:
    """Yield plans that lack fields their type asks for, and fields asked for that do not exist."""
    yield from _unknown(register)
    due: dict[tuple[str, str], list[str]] = {}
    for plan in register.planer.values():
        plantype, status = register.plantype(plan), register.status(plan)
        if plantype is None or status is None or not plantype.krav or register.erstattet_av(plan):
            continue
        if (plan.type, status) not in due:
            due[plan.type, status] = _due(plantype, status)
        lacking = [
            _HENDELSER.get(name, (name,))[0]
            for name in due[plan.type, status]
            if _lacks(register, plan, name) and not _elsewhere(register, plan, plantype, name)
        ]
        if lacking:
            yield finding(plan, "status", felt=lacking, type=plantype.navn, status=status)
