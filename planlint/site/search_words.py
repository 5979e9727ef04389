"""Words that a search shall find although the page does not use them: parts of compounds, and nynorsk beside bokmål.

Pagefind stems each word, but it does not look inside a compound («sosial» does not find «boligsosial»), and it does not
know that «bustad» is «bolig». So each page carries these words too, out of sight. A word is split only where every part
is in LEDD or PAR: a list one can read beats a guess. Both lists may be added to freely.
"""

from __future__ import annotations

import re
from functools import cache


def _words(text: str) -> frozenset[str]:
    """Give the words of a list."""
    return frozenset(text.split())


PARTS = _words(
    """
    aktivitet alder analyse andel anlegg anskaffelse arbeid arbeidsgiver arbeidsplass areal arkitektur art
    atferd avfall avgift avløp avtale
    baderom bakgrunn bane barnehage barnevern barneverntjeneste basert befolkning behandling behov bemanning
    beredskap besøk betingelse bibliotek bil bruk budsjett bygd bygg bygge bygging bytt
    del demens demokrati dialog digital digitalisering disposisjon dokument drift dugnad
    effekt eldre endring energi
    fag familie fattigdom ferdsel finans fiske fjord flom flukt flyktning folk folkehelse fond forbruk forsyning
    forum framtid fravær frihet friluft fritid fritt frivillig funksjon fysisk
    gang gass gjennomføring grav gravplass grunn grunnskole gruppe grønn grønt gård
    handel handling helse hjelp hjemmel hotell hoved hus hytte
    identitet idrett industri innfart innovasjon innsats inntekt innvandrer institusjon integrering introduksjon
    investering
    jord
    kapasitet kapital kirke kjønn klima knute kollektiv kommunal kommune kommunikasjon kompetanse konsept
    kontroll konvensjon krets kriminalitet kultur kunnskap kvalitet kyst
    land landbruk lavutslipp ledelse ledning lege legevakt leike leilighet linje liv livskvalitet livssyn lokal
    lokale lov luft lærer læring låne
    marka medarbeider medvirkning melding mestring midler miljø minne minoritet mobilitet mottaker møte
    møteplass mål
    nasjonal natt natur nett null næring nærmiljø
    område omsorg omstilling oppfølging opplæring oppvekst ordning oversikt
    park parkering pasient person personal plan planlegging plass pleie politikk politisk prinsipp produksjon
    program prosess prosjekt psykisk punkt
    ramme rapport regional regnskap regulering rehabilitering reise reiseliv rekreasjon renovasjon ressurs
    retning rett rettighet revisjon risiko rom rus rusmiddel rør råd rådgivning
    sak samarbeid samferdsel samfunn samhandling samordning selskap senter sentral sentrum sirkulær skap skatt
    skog små sone sosial språk stasjon sted stedsutvikling sti stilling strand strategi studie styring støy
    sykkel syn sysselsetting
    teknisk teknologi teneste tettsted tilbud tilrettelegging tilstand tilsyn tiltak tomt trafikk transport tro
    tur turisme tverrfaglig type
    ulykke undervisning ungdom utbygging utdanning utgift utstyr utvalg utvikling
    varme vassdrag vedlikehold vekst velferd verksemd verksted vern verneverdi veteran vilkår voksen vold
    økonomi økosystem
    årlig års årsmelding
    """
)
"""Parts that compounds in plan titles and goals are made of, in the form they have inside the compound."""

PAR = {
    "barn": "born",
    "bolig": "bustad",
    "bærekraft": "berekraft",
    "eiendom": "eigedom",
    "eier": "eigar",
    "eierskap": "eigarskap",
    "forebygging": "førebygging",
    "forskjell": "skilnad",
    "forskning": "forsking",
    "forurensning": "forureining",
    "forvaltning": "forvalting",
    "fremtid": "framtid",
    "frivillighet": "frivilligheit",
    "havn": "hamn",
    "hjem": "heim",
    "hjemmetjeneste": "heimeteneste",
    "hverdag": "kvardag",
    "høring": "høyring",
    "innbygger": "innbyggjar",
    "lek": "leik",
    "leke": "leike",
    "mangfold": "mangfald",
    "mulighet": "moglegheit",
    "sikkerhet": "tryggleik",
    "skole": "skule",
    "svømme": "symje",
    "syke": "sjuke",
    "sykehjem": "sjukeheim",
    "sykehus": "sjukehus",
    "tilgjengelighet": "tilgjengelegheit",
    "tjeneste": "teneste",
    "trygghet": "tryggleik",
    "utslipp": "utslepp",
    "vann": "vatn",
    "vei": "veg",
    "virksomhet": "verksemd",
    "åpenhet": "openheit",
}
"""Bokmål beside nynorsk."""

_REPLACED = {
    **{nynorsk: tuple(one for one, other in PAR.items() if other == nynorsk) for nynorsk in PAR.values()},
    **{bokmaal: (nynorsk,) for bokmaal, nynorsk in PAR.items()},
}
_KNOWN = PARTS | set(_REPLACED)
_ENDING = re.compile(r"(?:e|t|n|en|et|a|er|ar|ane|ene|ne|r|s|ens|ets|enes|te|lig|leg|lige|lege)?")
_JOINT = ("", "s", "e", "-")
_WORD = re.compile(r"[a-zæøåé-]{3,}")
_SHORTEST = 2


@cache
def _deler(word: str) -> tuple[tuple[str, str], ...]:
    """Split a word into known parts, each with the sound that joins it to the next (or its ending); () if it cannot."""
    for end in range(len(word), _SHORTEST, -1):
        part, rest = word[:end], word[end:]
        if part not in _KNOWN:
            continue
        if _ENDING.fullmatch(rest):
            return ((part, rest),)
        for sound in _JOINT:
            if rest.startswith(sound) and (more := _deler(rest[len(sound) :])):
                return ((part, sound), *more)
    return ()


def _other_words(word: str) -> set[str]:
    """Give the words by which a word shall also be found."""
    parts = _deler(word)
    found = {other for part, _ in parts for other in _REPLACED.get(part, ())}
    if len(parts) > 1:
        found |= {part for part, _ in parts}
        swapped = [(_REPLACED.get(part, (part,))[0], sound) for part, sound in parts]
        found.add("".join(part + sound for part, sound in swapped[:-1]) + swapped[-1][0])
    return found


def search_words(*texts: str) -> str:
    """Give the words by which texts shall also be found, in one order every time."""
    words = set(_WORD.findall(" ".join(texts).casefold()))
    return " ".join(sorted({other for word in words for other in _other_words(word.strip("-"))} - words))
