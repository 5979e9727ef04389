"""The seven forms, with the municipality's own plan types, sectors, bodies and sources to choose from."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from planlint.forms.field import DAY, TEXT, TIME, Field, Form
from planlint.text import ARENA_NAMES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planlint.model import Plansystem

NAMES = ("ny-plan", "vedtak-fattet", "plan-skal-revideres", "plan-oppheves", "plan-gjennomgaatt", "innspill", "endring")
YES, NO = "Ja", "Nei"
_WHICH = "Tittelen, adressen til siden på nettstedet, eller id-en (filnavnet uten .yaml)."
_INTRO = (
    "planlint lager et forslag av det du skriver, og svarer her i saken. En kollega leser forslaget før det blir en "
    "del av plansystemet. Kan noe ikke brukes, sier svaret hva; rett det her i saken, så prøver planlint på nytt."
)
EVENT_KINDS = {"Vedtatt": "vedtatt", "Revidert": "revidert", "Tatt til orientering": "til_orientering"}
FORLENGET = {"Forlenget til en ny dato": "forlenget"}
STATUS = {"Planlagt": "planlagt", "Under arbeid": "igangsatt", "På høring": "på_høring", "Til vedtak": "til_vedtak"}


def _options(names: Mapping[str, str]) -> dict[str, str]:
    """Give ids by name, capitalised; where two names are alike, or GitHub keeps the word for itself, the id follows."""
    shown = {id_: " ".join(name.split()) for id_, name in names.items()}
    shown = {id_: name[:1].upper() + name[1:] for id_, name in shown.items()}
    times = Counter(name.casefold() for name in shown.values())
    doubtful = {name for name, number in times.items() if number > 1} | {"none", ""}
    return {f"{name} ({id_})" if name.casefold() in doubtful else name: id_ for id_, name in shown.items()}


def _plan(help_: str = _WHICH) -> Field:
    return Field("plan", "Plan", help=help_, example="klimastrategi-2030", required=True)


def _sak() -> Field:
    help_ = "Slik det står i møteprotokollen. La det stå tomt hvis vedtaket er fattet administrativt."
    return Field("sak", "Saksnummer", help=help_, example="12/26", limit=40)


def _link() -> Field:
    help_ = "Til saken eller det vedtatte dokumentet. Begynner med https://."
    return Field("lenke", "Lenke", help=help_, example="https://www.kommunen.no/sak/12-26", limit=500)


def _organ(plansystem: Plansystem) -> list[Field]:
    bodies = _options({id_: organ.navn for id_, organ in plansystem.organer.items()})
    asked = Field("organ", "Organ", "dropdown", "Hvem som fattet vedtaket.", required=True, options=bodies)
    return [asked] if bodies else []  # GitHub takes no dropdown without something to choose


def _sektor(plansystem: Plansystem, label: str, help_: str) -> list[Field]:
    sectors = _options({id_: sektor.navn for id_, sektor in plansystem.sektorer.items()})
    return [Field("ansvarlig", label, "dropdown", help_, options=sectors)] if sectors else []


def _new_plan(plansystem: Plansystem) -> Form:
    types = _options({id_: plantype.navn for id_, plantype in plansystem.plantyper.items()})
    sources = _options({id_: kilde.tittel for id_, kilde in plansystem.kilder.items()})
    anchors = (
        "Målene (eller planene) over, som planen skal følge opp: tittel, adressen til siden eller id, ett per linje. "
        "De fleste plantyper skal ha minst ett."
    )
    fields = [
        Field("tittel", "Tittel", help="Hele navnet, slik det skal stå i vedtaket.",
              example="Trafikksikkerhetsplan 2027–2030", required=True, limit=150),
        Field("type", "Plantype", "dropdown", "Hva slags plan det er.", required=True, options=types),
        Field("status", "Status", "dropdown", "Hvor arbeidet er i dag.", required=True, options=STATUS),
        *_sektor(plansystem, "Sektor", "Sektoren som har ansvaret for planen."),
        Field("forankring", "Forankring", "textarea", anchors, "2021-3-1-lavutslippssamfunn", limit=TEXT),
        Field("oppstart", "Oppstart", help=f"Når arbeidet begynner eller begynte. {TIME}", example="2027-H1"),
        Field("ferdig", "Ferdig", help=f"Når planen skal være ferdig. {TIME}", example="2028"),
        Field("sammendrag", "Sammendrag", "textarea", "Hva planen skal gjøre, i én til tre setninger.", limit=TEXT),
        *([Field("kilde", "Kilde", "dropdown", "Dokumentet som sier at planen skal lages.", options=sources)]
          if sources else []),
        Field("sted", "Sted i kilden", help="Kapittel, side eller tabell.", example="kap. 4.2"),
    ]  # fmt: skip
    description = "Kommunen har begynt på en plan, eller bestemt seg for å lage den."
    return Form("ny-plan", "Ny plan", description, _INTRO, tuple(fields))


def _vedtak(plansystem: Plansystem) -> Form:
    hva = EVENT_KINDS | FORLENGET
    end = f"Siste år eller dag planen gjelder. Må fylles ut når planen er forlenget. {TIME}"
    old = "Planer denne kommer i stedet for: tittel, adressen til siden eller id, én per linje. De blir Erstattet."
    fields = (
        _plan(),
        Field("hva", "Hva ble bestemt", "dropdown", "Hva vedtaket gjorde med planen.", required=True, options=hva),
        Field("dato", "Dato", help=f"Dagen vedtaket ble fattet. {DAY}", example="18.3.2026", required=True),
        *_organ(plansystem),
        _sak(),
        Field("til", "Ny sluttdato", help=end, example="2030"),
        Field("erstatter", "Erstatter", "textarea", old, "klima-og-energiplan", limit=TEXT),
        _link(),
    )
    description = "En plan er vedtatt, revidert, tatt til orientering eller forlenget."
    return Form("vedtak-fattet", "Vedtak fattet", description, _INTRO, fields)


def _revideres(plansystem: Plansystem) -> Form:
    decided = (
        "Svar ja bare når den gjeldende planstrategien sier at planen skal revideres. Da føres det som en beslutning; "
        "ellers føres arbeidet som varslet."
    )
    fields = (
        _plan(),
        Field("oppstart", "Oppstart", help=f"Når arbeidet skal begynne. {TIME}", example="2027", required=True),
        Field("ferdig", "Ferdig", help=f"Når arbeidet skal være ferdig. {TIME}", example="2028-H1", required=True),
        *_sektor(plansystem, "Hvem", "Sektoren som skal gjøre arbeidet. Tomt: den som har ansvaret for planen."),
        Field("bestemt", "Bestemt i planstrategien", "dropdown", decided, required=True, options={YES: YES, NO: NO}),
    )
    description = "Det er bestemt eller varslet at en plan skal revideres."
    return Form("plan-skal-revideres", "Plan skal revideres", description, _INTRO, fields)


def _oppheves(plansystem: Plansystem) -> Form:
    known = (
        "Jeg vet at planer som hører inn under denne, må knyttes til en annen plan eller oppheves de også. Svaret "
        "viser hvilke det er."
    )
    fields = (
        _plan(),
        Field("dato", "Dato", help=f"Dagen det ble vedtatt å oppheve planen. {DAY}", example="18.3.2026",
              required=True),
        *_organ(plansystem),
        _sak(),
        _link(),
        Field("sett", "Planer under denne", "checkboxes", required=True, options={known: YES}),
    )  # fmt: skip
    description = "Det er vedtatt at en plan ikke skal gjelde lenger, uten at en ny kommer i stedet."
    return Form("plan-oppheves", "Plan oppheves", description, _INTRO, fields)


def _gjennomgaatt() -> Form:
    seen = "Jeg har sett at status, datoer, ansvarlig og forankring fortsatt stemmer."
    fields = (
        _plan(),
        Field("dato", "Dato", help=f"Dagen noen gikk gjennom opplysningene. {DAY}", example="29.11.2026",
              required=True),
        Field("sett", "Ingen endring", "checkboxes", required=True, options={seen: YES}),
    )  # fmt: skip
    description = "Noen har gått gjennom opplysningene om en plan, og alt stemmer fortsatt."
    return Form("plan-gjennomgaatt", "Plan gjennomgått", description, _INTRO, fields)


def _innspill() -> Form:
    """Give the form for an input; its text comes last, so that a signature stands apart."""
    who = "En rolle eller et organ, for eksempel innbygger eller ungdomsrådet. Aldri navnet på en person."
    what = "Hva innspillet går ut på, uten navn, adresser eller andre opplysninger om personer."
    goals = "Målene eller utkastene som innspillet gjelder: tittel, adressen til siden eller id, ett per linje."
    arenas = {word: str(name) for word, name in ARENA_NAMES.items()}
    same = "Hvor mange stemmer, stjerner eller likelydende innspill det er, der noen har talt."
    intro = (
        "Saken er åpen for alle. Skriv ingenting om enkeltpersoner, heller ikke om deg selv. planlint lager et forslag "
        "av det du skriver, og svarer her i saken. En kollega leser forslaget før innspillet blir en del av registeret."
    )
    fields = (
        _plan("Planen som innspillet gjelder: tittelen, adressen til siden på nettstedet, eller id-en."),
        Field("tittel", "Innspillet kort", help="Innspillet i én setning.", example="Flere benker langs turveien",
              required=True, limit=150),
        Field("avsender", "Hvem innspillet er fra", help=who, example="innbygger", required=True, limit=100),
        Field("arena", "Hvor innspillet kom", "dropdown", "Om det kom i en høring, på et møte eller et annet sted.",
              options=_options(arenas)),
        Field("tid", "Når innspillet kom", help=f"{TIME}", example="18.3.2026", required=True),
        Field("maal", "Mål", "textarea", goals, "2021-3-1-lavutslippssamfunn", limit=TEXT),
        Field("tema", "Tema", help="Emneord, med komma mellom.", example="friluftsliv, tilgjengelighet"),
        Field("nummer", "Nummer", help="Nummeret i kommunens egen liste, der det har et.", example="14", limit=20),
        Field("stemmer", "Stemmer", help=same, example="3", limit=9),
        Field("tekst", "Hele innspillet", "textarea", what, limit=TEXT),
    )  # fmt: skip
    description = "Noen har gitt et innspill til en plan eller et utkast, i en høring eller et annet sted."
    return Form("innspill", "Innspill", description, intro, fields)


def _endring() -> Form:
    """Give the form that the site's own pages fill in; nobody writes it by hand."""
    made = "Laget av siden på nettstedet. La det stå."
    intro = (
        "Siden «Foreslå endring» på nettstedet fyller ut dette. Les gjennom, og send. planlint lager et forslag og "
        "svarer her i saken. En kollega leser forslaget før det blir en del av plansystemet."
    )
    fields = (
        Field("fil", "Fil", help=f"Filen som endres. {made}", required=True, limit=300),
        Field("utgave", "Utgave", help=f"Utgaven av filen som siden viste. {made}", limit=64),
        Field("endringer", "Endringer", "textarea", made, required=True, limit=TEXT),
    )
    description = "Fylles ut av «Foreslå endring» på nettstedet."
    return Form("endring", "Endring", description, intro, fields)


def forms(plansystem: Plansystem) -> dict[str, Form]:
    """Give the forms by name, as they are for a municipality."""
    made = (
        _new_plan(plansystem),
        _vedtak(plansystem),
        _revideres(plansystem),
        _oppheves(plansystem),
        _gjennomgaatt(),
        _innspill(),
        _endring(),
    )
    return {form.name: form for form in made}
