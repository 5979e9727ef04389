"""What a column is about, told by its head: bokmål and nynorsk, long and short, and with a slip of the pen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from planlint.imports.fold_words import fold, nearest

TITTEL = "tittel"
_WORDS = {
    TITTEL: "plan|planen|plannavn|plannamn|navn på plan|namn på plan|navn på planen|planens navn|plannavn tema"
    "|plan tema|tittel"
    "|plantittel|navn|namn|planer|planar|plan strategi|planer og strategier|plan eller strategi|dokument|plandokument"
    "|styringsdokument|navn på plan strategi|type og navn|planoppgave|planoppgåve|planarbeid",
    "type": "type|plantype|type plan|gruppe|plangruppe|nivå|plannivå|kategori|plankategori|dokumenttype|slag",
    "status": "status|planstatus|status for plan|status for planen|status nå|status no|gjeldende status|tilstand",
    "vedtatt": "vedtatt|vedtak|vedtaksdato|vedtatt dato|dato vedtatt|dato for vedtak|vedtakstidspunkt|vedtaksår"
    "|sist vedtatt"
    "|siste vedtak|år vedtatt|vedtatt år|vedteke|vedteken|sist vedteke|vedteke dato|dato vedteke|vedtatt når",
    "periode": "periode|planperiode|gjelder|gjelder for|gjelder perioden|gjeld|gjeld for|gyldighet|gyldighetsperiode"
    "|gyldig|planens periode|virketid|planperioden|tidsperiode",
    "oppstart": "oppstart|start|oppstart år|oppstartsår|oppstart arbeid|oppstart planarbeid|planlagt oppstart|startår"
    "|arbeidet begynner|igangsetting|igangsettes|arbeidet startar|påbegynnes",
    "ferdig": "ferdig|ferdigstilles|ferdigstilling|ferdigstilt|ferdig år|planlagt ferdig|planlagt ferdigstilt"
    "|sluttføres"
    "|sluttføring|ferdigstillast|skal være ferdig|skal vere ferdig|planlagt ferdigstilling|slutt",
    "rullering": "rullering|rulleres|rullerast|neste rullering|neste revisjon|revisjon|revideres|reviderast"
    "|revidering"
    "|neste revidering|rullering revisjon|revisjon rullering|revisjonsår|revideringsår|skal rulleres|skal revideres"
    "|neste rullering revisjon|rulleringsfrekvens|rulleringsår",
    "ansvarlig": "ansvarlig|ansvar|ansvarleg|sektor|tjenesteområde|tenesteområde|eier|eigar|planeier|ansvarlig sektor"
    "|ansvarlig enhet|ansvarleg eining|ansvarlig avdeling|avdeling|enhet|eining|kommunalområde"
    "|ansvarlig tjenesteområde"
    "|ansvarlig for planen|ansvarlig kommunalområde|etat|virksomhet",
    "hjemmel": "hjemmel|heimel|lovhjemmel|lovheimel|lov|lovgrunnlag|lovverk|hjemmel i lov|heimel i lov|lovhenvisning",
    "lovpålagt": "lovpålagt|lovpålagd|lovpålagt plan|lovpålagt ja nei|lovkrav|lovbestemt|lovkravd",
    "merknad": "merknad|merknader|kommentar|kommentarer|kommentarar|merknad kommentar|kommentar merknad|notat"
    "|anmerkning"
    "|merknader og kommentarer|anna|annet",
    "sak": "sak|saksnummer|saksnr|sak nr|saknr|sak nummer|vedtakssak|politisk sak|saknummer|saksnummer vedtak",
    "organ": "organ|vedtatt av|vedteke av|vedtaksorgan|vedtaksmyndighet|vedtaksmynde|politisk organ|besluttet av"
    "|vedtatt i|behandlet av|vedtaksinstans",
    "id": "id",
    "arealplan_id": "planid|plan id|arealplanid|arealplan id|nasjonal arealplan id|nasjonal planid"
    "|nasjonal arealplanid",
    "forankring": "forankring|mål|forankret i|forankra i|forankring i samfunnsdelen|mål i samfunnsdelen|delmål"
    "|hovedmål"
    "|hovudmål|satsingsområde|mål i kommuneplanen|forankring i kommuneplanen",
    "lenke": "lenke|lenkje|lenker|link|url|nettadresse|lenke til plan|lenke til planen|lenke til dokument"
    "|nettside|peker",
    "sammendrag": "sammendrag|samandrag|kort om planen|beskrivelse|skildring|omtale|formål|føremål|innhold|innhald",
    "tema": "tema|emne|emneord|stikkord",
    "gjennomgått": "gjennomgått|gjennomgått dato|sist gjennomgått|gått gjennom|sist gått gjennom|gjennomgang"
    "|siste gjennomgang|sist kontrollert|gjennomgått uten endring|gjennomgådd|sist gjennomgådd",
    "nummer": "nr|nummer|løpenummer|løpenr",
}
# What stands in a head beside the word itself, and says no more.
_BESIDE = re.compile(r"\([^()]*\)|\[[^][]*\]|\*")
_PARTS = re.compile(r"/|,| og | eller ")
# Columns that are read with one grammar, so that one column may hold two of them: «Vedtatt / sak».
_STORY = frozenset(("status", "vedtatt", "sak", "organ", "rullering"))


# A head that says what kind of plans stand below it, in a table where no head says «plan».
_GROUP = re.compile(r"plan|strategi|melding|analyse|dokument|program|tema|verk|utgreiing|utredning", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Column:
    """A column that was recognised: its place, the field that it fills, and its head as it stands."""

    index: int
    field: str
    head: str
    guessed: bool = False


@cache
def _known() -> dict[str, str]:
    return {fold(word): field for field, words in _WORDS.items() for word in words.split("|")}


def field_of(head: str) -> tuple[str, bool]:
    """Give the field that a head names, or "", and whether it was found as the nearest one only."""
    known = _known()
    for text in (head, _BESIDE.sub(" ", head)):
        if exact := known.get(fold(text)):
            return exact, False
    text = fold(_BESIDE.sub(" ", head))
    parts = [known.get(fold(part), "") for part in _PARTS.split(head)]
    if len(parts) > 1 and all(parts) and (len(set(parts)) == 1 or _STORY.issuperset(parts)):
        return parts[0], True
    near = nearest(text, known)
    return (known[near], True) if near else ("", False)


def score(heads: list[str]) -> int:
    """Give how many different fields a row of heads names."""
    return len({field for head in heads if head.strip() and (field := field_of(head)[0])} - {"nummer"})


def columns(heads: list[str]) -> tuple[list[Column], list[str]]:
    """Give the columns that are recognised, and the heads of those that are not.

    Where no head names the plan itself, it is the first text before the others: «Temaplaner | Status | Oppstart». Of
    two heads for one field the first one counts, an exact one before a near one.
    """
    found = [Column(index, *_read(head)) for index, head in enumerate(heads) if head.strip()]
    chosen: dict[str, Column] = {}
    for column in sorted(found, key=lambda one: (one.guessed, one.index)):
        if column.field:
            chosen.setdefault(column.field, column)
    if TITTEL not in chosen and chosen:
        first = min(column.index for column in chosen.values() if column.field != "nummer" or len(chosen) == 1)
        before = [column for column in found if not column.field and column.index < first]
        if before and _GROUP.search(before[0].head):
            chosen[TITTEL] = Column(before[0].index, TITTEL, before[0].head, guessed=True)
    taken = {column.index for column in chosen.values()}
    return sorted(chosen.values(), key=lambda one: one.index), [one.head for one in found if one.index not in taken]


def _read(head: str) -> tuple[str, str, bool]:
    field, guessed = field_of(head)
    return field, " ".join(head.split()), guessed
