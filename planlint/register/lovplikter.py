"""The duties that acts outside the planning act hold, in one table: what each is about, who decides, and what shows it.

What kind of duty it is (a plan, an overview, a yearly account) stands with its provision in the law data; what is asked
of the register about them, in `plikter`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from planlint.base import N_
from planlint.law import bestemmelser

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planlint.base import Ord
    from planlint.law import Pliktslag

HALF_YEAR = 6


class Plikt(NamedTuple):
    """A duty: what it is about, the provisions it has rested on (the newest first), and the words a title may have.

    `organ`: the statute names the council, or says that it must do it itself; `organlov` is where it says so, if not in
    the duty's own provision. `act`: it asks for an adoption, or only that the body has the case. `ogsaa` are other
    provisions that a plan which meets it may name; `rolle` a role in the planning act whose type meets it where no
    hjemmel tells. `periode`: once in each term, by the control committee's last day. `antall`: how many times a year.
    `naar` is how often or by when the statute itself says, where it does and no rule counts by it.
    `frist`: months after the year that it is about, by `fristlov`. `egen`: the rule that judges what is told to meet
    it; `strategi`: that rule measures at an adopted planstrategi. `aar`: every how many years it has to be made.
    """

    hva: Ord
    lov: tuple[str, ...]
    tittel: re.Pattern[str]
    organ: Literal["", "kommunestyret", "selv"] = ""
    naar: Ord | str = ""
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
        naar=N_(", minst én gang i valgperioden"),
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
