"""The duties to have a document that the acts outside the planning act hold: what each is about, and what shows it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from planlint.base import N_, Place
from planlint.law import bestemmelser
from planlint.model import NOT_VEDTATT
from planlint.register.lovkrav import counts_on, type_place, types_with_hjemmel
from planlint.source import PLANSYSTEM

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planlint.base import Ord
    from planlint.model import Plan
    from planlint.register.register import Register

MENTIONED = 3
"""The most candidates that a finding names."""


class Plikt(NamedTuple):
    """A duty: what it is about, the provisions it has rested on (the newest first), and the words a title may have.

    `ogsaa` are other provisions that a plan which meets it may name. `selv`: the municipal council itself adopts it.
    `periode`: once in each term, by the control committee's last day.
    """

    hva: Ord
    lov: tuple[str, ...]
    tittel: re.Pattern[str]
    selv: bool = False
    periode: bool = False
    ogsaa: tuple[str, ...] = ()

    @property
    def hjemler(self) -> tuple[str, ...]:
        """The provisions by which a plan or a type tells that it meets the duty."""
        return (*self.lov, *self.ogsaa)


def _ord(*patterns: str) -> re.Pattern[str]:
    """Give a pattern for a title that has every one of these, in any order."""
    return re.compile("".join(f"(?=.*{pattern})" for pattern in patterns), re.IGNORECASE | re.DOTALL)


PLANER: Mapping[str, Plikt] = {
    "barnevern": Plikt(
        N_("plan for å forebygge omsorgssvikt"),
        ("barnevernsloven-15-1", "barnevernloven-1992-3-1"),
        _ord("forebygg|førebygg", r"\bbarn|\bunge|oppvekst"),
        selv=True,
    ),
    "smittevern": Plikt(
        N_("smittevern som eget område i planen for helse- og omsorgstjenesten"),
        ("smittevernloven-7-1",),
        _ord("smittevern|pandemi"),
    ),
    "helseberedskap": Plikt(
        N_("beredskapsplan for helse-, omsorgs- og sosialtjenestene"),
        ("helseberedskapsloven-2-2",),
        _ord("beredskap", "helse|omsorg|sosial"),
    ),
    "folkehelseberedskap": Plikt(
        N_(
            "helseberedskapsplan for oppgavene etter §§ 7 a til 7 c og kapittel 3, der én plan kan dekke både dette og "
            "helseberedskapsloven § 2-2"
        ),
        ("folkehelseloven-7-b",),
        _ord("beredskap", "helse|miljø"),
    ),
    "alkohol": Plikt(N_("alkoholpolitisk handlingsplan"), ("alkoholloven-1-7d",), _ord(r"alkohol|\brus(?!se)")),
    "oppfølging": Plikt(
        N_("plan for oppfølging av samfunnssikkerhet og beredskap"),
        ("beredskapsplikt-3",),
        _ord("samfunnssikkerhet|samfunnstryggleik"),
    ),
    "klima": Plikt(
        N_("styringsdokument med mål og tiltak for klima og energi"),
        ("spr-klima-2024",),
        _ord("klima|energi"),
        ogsaa=("spr-klima-2018",),
    ),
    "forvaltningsrevisjon": Plikt(
        N_("plan for forvaltningsrevisjon"), ("koml-23-3",), _ord("forvaltningsrevisjon"), selv=True, periode=True
    ),
    "eierskapskontroll": Plikt(
        N_("plan for eierskapskontroll"),
        ("koml-23-4",),
        _ord("eierskapskontroll|eigarskapskontroll"),
        selv=True,
        periode=True,
    ),
    "støy": Plikt(N_("handlingsplan mot støy"), ("forurensningsforskriften-5-14",), _ord("støy")),
    "økonomi i balanse": Plikt(
        N_("tiltaksplan for økonomi i balanse"), ("koml-28-4",), _ord("tiltaksplan", "økonomi|balanse|robek")
    ),
}
OVERSIKTER: Mapping[str, Plikt] = {
    "kultur": Plikt(
        N_("oversikt over kulturfeltet"), ("kulturlova-4",), _ord("kultur", "oversikt|analyse|status|behov")
    ),
    "bolig": Plikt(
        N_("oversikt over boligbehovet til vanskeligstilte"),
        ("boligsosial-lov",),
        _ord("bolig|bustad", "oversikt|analyse|behov|sosial"),
    ),
    "støykart": Plikt(N_("støykart"), ("forurensningsforskriften-5-11",), _ord("støy", "kart")),
}


def gjeldende(register: Register, plikt: Plikt) -> str:
    """Give the provision that a duty rests on today; "" where it binds nobody here, or is not confirmed."""
    return next((id_ for id_ in plikt.lov if counts_on(register, id_, register.today)), "")


def candidates(register: Register, plikt: Plikt) -> list[Plan]:
    """Give the standing plans whose titles carry the subject, though no hjemmel says that they meet the duty."""
    named = {plan.id for plan in register.plans_with_hjemmel(*plikt.hjemler)}
    return [
        plan
        for plan in register.planer.values()
        if plan.id not in named and plikt.tittel.match(plan.tittel) and register.is_vedtatt(plan)
    ]


def missing_plikt(
    register: Register, plikt: Plikt, law: str, plans: list[Plan]
) -> tuple[str, Place, dict[str, Any], str]:
    """Give entity, place, facts and variant where no plan is told to meet a duty.

    At the plan whose title carries the subject, where there is one; else at the type that is to meet the duty, at a
    plan that no longer does, or at the types.
    """
    args: dict[str, Any] = {"hva": plikt.hva, "lov": bestemmelser()[law].navn, "id": law}
    if found := candidates(register, plikt):
        args["planer"] = [f"«{plan.tittel}»" for plan in found[:MENTIONED]]
        return found[0].entity, Place(found[0].file, ("tittel",)), args, "kandidat"
    if coming := [plan for plan in plans if register.status(plan) in NOT_VEDTATT]:
        args["planer"] = [f"«{plan.tittel}»" for plan in coming[:MENTIONED]]
        return coming[0].entity, Place(coming[0].file, ("status",)), args, "ikke_vedtatt"
    types = types_with_hjemmel(register.plansystem, *plikt.hjemler)
    if types:
        return "plansystem", type_place(types[0]), args, ""
    if plans:
        return plans[-1].entity, Place(plans[-1].file, ("status",)), args, ""
    return "plansystem", Place(PLANSYSTEM, ("plantyper",), "key"), args, ""
