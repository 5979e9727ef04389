"""The duties that acts outside the planning act hold, in one table: what each is about, who decides, and what shows it.

Rules, coverage, the calendar and the law's page all read `LOVPLIKTER`. What kind of duty it is (a plan, an overview, a
yearly account) stands with its provision in the law data.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from planlint.base import N_, Place, QuotedTitle
from planlint.law import bestemmelser
from planlint.model import NOT_VEDTATT
from planlint.register.livsloep.frist import end_place, is_avgjort
from planlint.register.lovkrav import (
    counts_on,
    plans_of_type,
    type_place,
    types_with_hjemmel,
    types_with_rolle,
    undocumented,
)
from planlint.source import PLANSYSTEM

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planlint.base import Ord
    from planlint.law import Pliktslag
    from planlint.model import Hendelse, Plan
    from planlint.register.register import Register

MENTIONED = 3
"""The most candidates that a finding names."""
HALF_YEAR = 6


class Plikt(NamedTuple):
    """A duty: what it is about, the provisions it has rested on (the newest first), and the words a title may have.

    `organ`: the statute names the council, or says that it must do it itself; `organlov` is where it says so, if not in
    the duty's own provision. `act`: it asks for an adoption, or only that the body has the case. `ogsaa` are other
    provisions that a plan which meets it may name; `rolle` a role in the planning act whose type meets it where no
    hjemmel tells. `periode`: once in each term, by the control committee's last day. `antall`: how many times a year.
    `frist`: months after the year that it is about, by `fristlov`. `egen`: the rule that judges what is told to meet
    it; `strategi`: that rule measures at an adopted planstrategi. `aar`: every how many years it has to be made.
    """

    hva: Ord
    lov: tuple[str, ...]
    tittel: re.Pattern[str]
    organ: Literal["", "kommunestyret", "selv"] = ""
    organlov: str = ""
    act: Literal["vedtak", "behandling"] = "vedtak"
    ogsaa: tuple[str, ...] = ()
    rolle: str = ""
    periode: bool = False
    antall: int = 1
    frist: int = 0
    fristlov: str = ""
    egen: str = ""
    strategi: bool = False
    aar: int = 0

    @property
    def hjemler(self) -> tuple[str, ...]:
        """The provisions by which a plan or a type tells that it meets the duty."""
        return (*self.lov, *self.ogsaa)

    @property
    def slag(self) -> Pliktslag:
        """What kind of duty it is, by its provision."""
        return bestemmelser()[self.lov[0]].pliktslag


def _ord(*patterns: str) -> re.Pattern[str]:
    """Give a pattern for a title that has every one of these, in any order."""
    return re.compile("".join(f"(?=.*(?:{pattern}))" for pattern in patterns), re.IGNORECASE | re.DOTALL)


LOVPLIKTER: Mapping[str, Plikt] = {
    "barnevern": Plikt(
        N_("plan for å forebygge omsorgssvikt"),
        ("barnevernsloven-15-1", "barnevernloven-1992-3-1"),
        _ord("forebygg|førebygg", r"\bbarn|\bunge|oppvekst"),
        organ="selv",
    ),
    "smittevern": Plikt(
        N_("smittevern som eget område i planen for helse- og omsorgstjenesten"),
        ("smittevernloven-7-1",),
        _ord("smittevern|pandemi"),
    ),
    "beredskap": Plikt(
        N_("overordnet beredskapsplan"),
        ("sivilbeskyttelsesloven-15",),
        _ord("beredskap", r"overordn|kommun|krise|\Aberedskapsplan[\W\d]*\Z"),
        ogsaa=("beredskapsplikt-4",),
        egen="PL612",
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
    "økonomiplan": Plikt(
        N_("økonomiplan for de fire neste årene"),
        ("koml-14-3",),
        _ord("økonomiplan|handlingsprogram"),
        organ="selv",
        organlov="koml-14-2",
        ogsaa=("koml-14-4",),
        rolle="handlingsdel",
        egen="PL609",
    ),
    "forvaltningsrevisjon": Plikt(
        N_("plan for forvaltningsrevisjon"),
        ("koml-23-3",),
        _ord("forvaltningsrevisjon"),
        organ="selv",
        periode=True,
    ),
    "eierskapskontroll": Plikt(
        N_("plan for eierskapskontroll"),
        ("koml-23-4",),
        _ord("eierskapskontroll|eigarskapskontroll"),
        organ="selv",
        periode=True,
    ),
    "eierskapsmelding": Plikt(
        N_("eierskapsmelding"),
        ("koml-26-1",),
        _ord("eierskapsmelding|eigarskapsmelding|eiermelding|eigarmelding"),
        organ="selv",
        egen="PL610",
    ),
    "støy": Plikt(N_("handlingsplan mot støy"), ("forurensningsforskriften-5-14",), _ord("støy")),
    "økonomi i balanse": Plikt(
        N_("tiltaksplan for økonomi i balanse"),
        ("koml-28-4",),
        _ord("tiltaksplan", "økonomi|balanse|robek"),
        organ="kommunestyret",
    ),
    "ros": Plikt(
        N_("helhetlig risiko- og sårbarhetsanalyse"),
        ("sivilbeskyttelsesloven-14",),
        _ord(r"\bros\b|risiko- og sårbarhet", "helhet|kommun|overordn|felles"),
        organ="kommunestyret",
        organlov="beredskapsplikt-2",
        act="behandling",
        ogsaa=("beredskapsplikt-2",),
    ),
    "folkehelse": Plikt(
        N_("oversikt over helsetilstanden i befolkningen"),
        ("folkehelseoversikt-5", "folkehelseloven-5"),
        _ord("helse|levekår|oppvekst", "oversikt|analyse|profil"),
        egen="PL611",
        strategi=True,
        aar=4,
    ),
    "kultur": Plikt(
        N_("oversikt over kulturfeltet"), ("kulturlova-4",), _ord("kultur", "oversikt|analyse|status|behov")
    ),
    "bolig": Plikt(
        N_("oversikt over boligbehovet til vanskeligstilte"),
        ("boligsosial-lov",),
        _ord("bolig|bustad", "oversikt|analyse|behov|sosial"),
    ),
    "klimaoversikt": Plikt(
        N_("oversikt over klimagassutslipp, energibruk og kilder til varme og kjøling"),
        ("spr-klima-2024-4-1",),
        _ord("klima|energi|utslipp", "oversikt|regnskap|kartlegging|analyse"),
    ),
    "støykart": Plikt(N_("støykart"), ("forurensningsforskriften-5-11",), _ord("støy", "kart")),
    "barnevernstjenesten": Plikt(
        N_("redegjørelse for tilstanden i barnevernstjenesten"),
        ("barnevernsloven-tilstand", "barnevernloven-1992-tilstand"),
        _ord("barnevern", "tilstand|redegjørelse|rapport"),
        organ="selv",
        act="behandling",
    ),
    "skole før 2024": Plikt(
        N_("rapport om tilstanden i grunnskolen"),
        ("opplaeringslova-1998-13-10",),
        _ord("skole|skule", "tilstand"),
        organ="kommunestyret",
        act="behandling",
    ),
    "skole": Plikt(
        N_("informasjon om læringsmiljøet, resultatene og gjennomføringen i skolen"),
        ("opplaeringslova-17-12",),
        _ord("skole|skule|opplæring", "tilstand|rapport|kvalitetsmelding"),
        organ="kommunestyret",
        act="behandling",
        ogsaa=("opplaeringslova-1998-13-10",),
    ),
    "internkontroll": Plikt(
        N_("rapport om internkontroll og statlig tilsyn"),
        ("koml-25-2",),
        _ord("internkontroll"),
        organ="kommunestyret",
        act="behandling",
    ),
    "årsberetning": Plikt(
        N_("årsberetning"),
        ("koml-14-7",),
        _ord("årsberetning|årsmelding|årsrapport"),
        organ="selv",
        organlov="koml-14-2",
        frist=HALF_YEAR,
        fristlov="koml-14-3-andre-ledd",
    ),
    "årsregnskap": Plikt(
        N_("årsregnskap"),
        ("koml-14-6",),
        _ord("årsregnskap|årsrekneskap"),
        organ="selv",
        organlov="koml-14-2",
        frist=HALF_YEAR,
        fristlov="koml-14-3-andre-ledd",
    ),
    "økonomirapport": Plikt(
        N_("rapport om økonomien sammenholdt med årsbudsjettet"),
        ("koml-14-5",),
        _ord("tertial|økonomirapport|kvartalsrapport"),
        organ="kommunestyret",
        act="behandling",
        antall=2,
    ),
    "finans": Plikt(
        N_("rapport om finans- og gjeldsforvaltningen"),
        ("koml-14-13",),
        _ord("finans|gjeld", "rapport"),
        organ="kommunestyret",
        act="behandling",
        antall=2,
    ),
}


def plikter_of(*slag: Pliktslag) -> dict[str, Plikt]:
    """Give the duties of these kinds, by name."""
    return {name: plikt for name, plikt in LOVPLIKTER.items() if plikt.slag in slag}


def is_too_old(register: Register, plikt: Plikt, event: Hendelse) -> bool:
    """Tell whether what is made every so many years is older than that, the last of those years counted out."""
    return bool(plikt.aar) and date(event.dato.slutt.year + plikt.aar, 12, 31) < register.today


def has_hjemmel(register: Register) -> bool:
    """Tell whether plansystem.yaml says what any plan type rests on; else nobody can tell what a plan meets."""
    return any(plantype.hjemmel for plantype in register.plansystem.plantyper.values())


def gjeldende(register: Register, plikt: Plikt) -> str:
    """Give the provision that a duty rests on today; "" where it binds nobody here, or is not confirmed."""
    return next((id_ for id_ in plikt.lov if counts_on(register, id_, register.today)), "")


def laws_of(register: Register, plikt: Plikt) -> tuple[str, ...]:
    """Give the provisions that the duty rests on today: its own first, then the others that ask for the same."""
    return tuple(id_ for id_ in plikt.hjemler if counts_on(register, id_, register.today))


def plikttyper(register: Register, plikt: Plikt) -> list[str]:
    """Give the plan types that are to meet a duty: by hjemmel, and else by role."""
    system = register.plansystem
    return types_with_hjemmel(system, *plikt.hjemler) or types_with_rolle(system, plikt.rolle or "-")


def pliktplaner(register: Register, plikt: Plikt) -> list[Plan]:
    """Give the plans that are told to meet a duty, whatever their status: by hjemmel, and else by role."""
    return register.plans_with_hjemmel(*plikt.hjemler) or plans_of_type(
        register, types_with_rolle(register.plansystem, plikt.rolle or "-")
    )


def is_judged(register: Register, plikt: Plikt) -> bool:
    """Tell whether a duty's own rule judges what is told to meet it, so that nobody else has to miss it."""
    if not plikt.egen or (plikt.strategi and register.planstrategi is None):
        return False
    return bool(pliktplaner(register, plikt) or plikttyper(register, plikt))


def is_met(register: Register, plans: list[Plan]) -> bool:
    """Tell whether a plan told to meet a duty is in force, or is past its period while it is settled what happens."""
    standing = [plan for plan in plans if register.is_vedtatt(plan)]
    return any(register.is_i_kraft(plan) or is_avgjort(register, plan) for plan in standing)


def candidates(register: Register, plikt: Plikt) -> list[Plan]:
    """Give the plans in force whose titles carry the subject, though no hjemmel says that they meet the duty."""
    named = {plan.id for plan in register.plans_with_hjemmel(*plikt.hjemler)}
    return [
        plan
        for plan in register.planer.values()
        if plan.id not in named and plikt.tittel.match(plan.tittel) and register.is_i_kraft(plan)
    ]


def missing_plikt(
    register: Register, plikt: Plikt, law: str, plans: list[Plan]
) -> tuple[str, Place, dict[str, Any], str]:
    """Give entity, place, facts and variant where no plan is known to meet a duty.

    At a plan that may meet it, whose status nobody has documented; at one whose period is over; at the plan whose title
    carries the subject, where there is one; else at the type that is to meet the duty, at a plan that no longer does,
    or at the types.
    """
    args: dict[str, Any] = {"hva": plikt.hva, "lov": bestemmelser()[law].navn, "id": law}
    if unknown := undocumented(register, plans):
        return unknown[0].entity, Place(unknown[0].file, ("tittel",)), args, "udokumentert"
    over = [plan for plan in plans if register.is_vedtatt(plan) and not register.is_i_kraft(plan)]
    coming = [plan for plan in plans if register.status(plan) in NOT_VEDTATT]
    found = candidates(register, plikt)
    for named, variant in ((over, "utløpt"), (found, "kandidat"), (coming, "ikke_vedtatt")):
        if named:
            args["planer"] = [QuotedTitle(plan.tittel) for plan in named[:MENTIONED]]
            where = {"utløpt": end_place(register, named[0]), "kandidat": ("tittel",)}.get(variant, ("status",))
            return named[0].entity, Place(named[0].file, where), args, variant
    if types := plikttyper(register, plikt):
        return "plansystem", type_place(types[0]), args, ""
    if plans:
        return plans[-1].entity, Place(plans[-1].file, ("status",)), args, ""
    return "plansystem", Place(PLANSYSTEM, ("plantyper",), "key"), args, ""
