"""The topics that residents look for, and the words in titles that belong to each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from planlint.base import N_
from planlint.register import type_name
from planlint.text import alphabetical

if TYPE_CHECKING:
    from planlint.base import Ord
    from planlint.model import Plan
    from planlint.tables import Nettsted


class Topic(NamedTuple):
    """A topic: its place on the page, its heading, and the pattern of its words (bokmål and nynorsk)."""

    id: str
    navn: Ord
    ord: re.Pattern[str]


def _topic(id_: str, navn: Ord, words: str) -> Topic:
    return Topic(id_, navn, re.compile(words))


TOPICS = (
    _topic("barn-og-unge", N_("Barn, unge og skole"),
          r"barn|skole|skule|\bsfo\b|ungdom|\bunge\b|oppvekst|læring|familie|\belev"),
    _topic("helse-og-omsorg", N_("Helse og omsorg"),
          r"helse|omsorg|omsut|\brus|habiliter|velferd|mestring|sykehjem|sjukeheim|eldre|demens|legevakt|bistand"),
    _topic("bolig-og-areal", N_("Bolig, bygg og areal"),
          r"bolig|bustad|areal|regulering|kommunedelplan|detaljplan|byutvikling|byggesak|skolebygg|småhus|eiendom|"
          r"offentlige rom|fjordby|sentrum|reguleringsplan"),
    _topic("vei-og-trafikk", N_("Vei, trafikk og sykkel"),
          r"trafikk|sykkel|\bvei(?!led)|\bveg(?!led|etasj)|veinett|parkering|mobilitet|transport|kollektiv|\be\d+\b"),
    _topic("klima-og-natur", N_("Klima, miljø og natur"),
          r"klima|(?<!arbeids)(?<!bo)miljø|natur|vassdrag|blågrønn|\bfisk|skog|landbruk|utslipp|forurens|energi|friluft"),
    _topic("vann-og-avfall", N_("Vann, avløp og avfall"), r"\bvann|vatn|avløp|avlaup|renovasjon|avfall"),
    _topic("kultur-og-fritid", N_("Kultur, idrett og fritid"),
          r"kultur|idrett|friluft|bibliotek|kunst(?!ig)|fysisk aktivitet|kirke|kyrkje|gravplass|museum|frivillig"),
    _topic("naering", N_("Næring og arbeid"), r"næring|landbruk|arbeidsplass|innovasjon|reiseliv|sysselsett"),
    _topic("trygghet", N_("Trygghet og beredskap"),
          r"beredskap|\bros\b|risiko|sårbarhet|brann|\bvold|kriminalitet|ekstremisme|trygg|overgrep"),
    _topic("fellesskap", N_("Fellesskap, mangfold og medvirkning"),
          r"mangfold|mangfald|likestilling|integrering|flyktning|samarbeid|medvirk|universell|frivillig|veteran|hatkrim"),
    _topic("kommunen", N_("Slik styrer kommunen"),
          r"økonomi|finans|handlingsprogram|samfunnsdel|eiers|eigars|anskaff|innkjøp|kommunikasjon|digital|kompetanse|"
          r"arbeidsgiver|årsrapport|omstilling|virksomhetsanalyse|livsfase|byledelse|driftsanalyse|vedlikehold|\bit\b"),
)  # fmt: skip
_BY_ID = {emne.id: emne for emne in TOPICS}
OTHERS = ("andre", N_("Andre planer"))


def _matches(text: str) -> list[str]:
    folded = text.casefold()
    return [emne.id for emne in TOPICS if emne.ord.search(folded)]


def topics_of(site: Nettsted, plan: Plan) -> list[str]:
    """Give the topics of a plan: by its keywords, else by the first of title, summary, sector and type that says one.

    A keyword that belongs to no topic is one of its own.
    """
    if plan.tema:
        return list(dict.fromkeys(topic for tema in plan.tema for topic in _matches(tema) or [tema]))
    sektor = site.register.plansystem.sektorer.get(plan.ansvarlig or "")
    kind = type_name(site.register, plan)
    for text in (plan.tittel, plan.sammendrag or "", sektor.navn if sektor else "", kind):
        if found := _matches(text):
            return found
    return [OTHERS[0]]


def topic_heading(site: Nettsted, topic: str) -> str:
    """Give a topic's heading; a keyword of a municipality's own begins with a capital letter."""
    if topic == OTHERS[0]:
        return site.lang.gettext(OTHERS[1])
    known = _BY_ID.get(topic)
    return site.lang.gettext(known.navn) if known else topic[:1].upper() + topic[1:]


def topic_place(topic: str) -> tuple[int, str]:
    """Give a topic's place on the page: ours in our order, then a municipality's own by letter, the rest last."""
    order = list(_BY_ID)
    if topic in _BY_ID:
        return order.index(topic), ""
    return (len(order) + 1, "") if topic == OTHERS[0] else (len(order), alphabetical(topic))
