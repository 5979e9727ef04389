"""What a column is about, told by its head: bokmål and nynorsk, long and short, and with a slip of the pen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from planlint.base import N_
from planlint.imports.fold_words import fold, nearest
from planlint.imports.table.head_words import HEAD_WORDS, TITTEL

# What stands in a head beside the word itself, and says no more: a parenthesis, stars, a time, the municipality.
_BESIDE = re.compile(
    r"\([^()]*\)|\[[^][]*\]|\*+|:"
    r"|(?:\b(?:pr|per|for|i|fra)\b\.?\s*)?(?:planperioden\s*|perioden\s*)?(?:19|20)\d\d(?:\s*[-–—/]\s*(?:20)?\d\d)?\b"
    r"|(?<!\d)\d\s*[-–—]\s*\d(?!\d)|\b(?:i|for)\s+(?-i:[A-ZÆØÅ])[\wæøå-]+(?:\s+kommune)?",
    re.IGNORECASE,
)
_PARTS = re.compile(r"/|,| og | eller ")
# Columns that are read with one grammar, so that one column may hold two of them: «Vedtatt / sak».
_STORY = frozenset(("status", "vedtatt", "sak", "organ", "rullering"))
# A head that says what kind of plans stand below it, in a table where no head says «plan».
GROUP = re.compile(r"plan|strategi|melding|analyse|dokument|program|tema|verk|utgreiing|utredning", re.IGNORECASE)
# How a column is known to be of its field.
BY_HEAD, BY_NEAR = N_("overskriften"), N_("nærmeste treff")
BY_CELLS, BY_ANSWER = N_("innholdet i cellene"), N_("valgt med --column")
BY_PLACE, BY_PLACE_BEHIND = N_("første kolonne med tekst"), N_("plassen bak oppstarten")
_SHORTEST = 5
_NUMBER_SIGNS = frozenset(("#", "№"))


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its place, the field that it fills, its head as it stands, and how we know.

    `guessed`: found as the nearest word, or by its cells. `year`: the year that its marks are about, and `part` the
    half or the quarter of it (`H1`, `K3`), or "". `valg`: the decision that a mark in it means.
    """

    index: int
    field: str
    head: str
    guessed: bool = False
    year: int = 0
    valg: str = ""
    why: str = ""
    part: str = ""

    @property
    def time(self) -> int | str:
        """The time that its marks are about, as the files write it: a year, or a part of one."""
        return f"{self.year}-{self.part}" if self.part else self.year


_PART_OF_YEAR = re.compile(
    r"(?:(?P<half>[12])\.?\s?h(?:alv(?:år|del)?)?\.?|h(?P<h>[12])|(?P<spring>vår(?:en)?)|(?P<autumn>h(?:ø|au)st(?:en)?)"
    r"|(?P<quarter>[1-4])\.?\s?kv(?:artal)?\.?|[kq](?P<q>[1-4]))",
    re.IGNORECASE,
)


def part_of_year(head: str) -> str:
    """Give the half or the quarter that a head below a year names, as the files write it (`H2`, `K3`), or ""."""
    match = _PART_OF_YEAR.fullmatch(head.strip())
    if match is None:
        return ""
    if quarter := match["quarter"] or match["q"]:
        return f"K{quarter}"
    return "H1" if match["spring"] else "H2" if match["autumn"] else f"H{match['half'] or match['h']}"


_END_OF_PERIOD = re.compile(r"(?:^|\b)(?:(fra|frå|fom|f o m)|(til|tom|t o m))(?: og med)?(?: år)?$", re.IGNORECASE)


def end_of_period(head: str) -> str:
    """Give which end of a period a head says that its column has, `fra` or `til`; or ""."""
    match = _END_OF_PERIOD.search(fold(head))
    return ("fra" if match[1] else "til") if match else ""


_BOKMAAL = {
    "vedteken": "vedtatt", "vedteke": "vedtatt", "vedtekne": "vedtatt", "gjeldande": "gjeldende", "gjeld": "gjelder",
    "kva": "hva", "kven": "hvem", "kvifor": "hvorfor", "kor": "hvor", "korleis": "hvordan", "gjer": "gjør",
    "ansvarleg": "ansvarlig", "namn": "navn", "planar": "planer", "planane": "planene", "eining": "enhet",
    "teneste": "tjeneste", "tenesteområde": "tjenesteområde", "heimel": "hjemmel", "utval": "utvalg",
    "avgjerd": "avgjørelse", "forventa": "forventet", "vidare": "videre", "tilråding": "anbefaling",
    "oppgåve": "oppgave", "oppgåver": "oppgaver", "føresetnad": "forutsetning", "føresetnader": "forutsetninger",
    "grunngjeving": "begrunnelse", "grunngiving": "begrunnelse", "frå": "fra", "ikkje": "ikke", "neste": "neste",
    "framdrift": "fremdrift", "eigar": "eier", "planeigar": "planeier", "samandrag": "sammendrag",
    "kommentarar": "kommentarer", "merknadar": "merknader", "utfordringar": "utfordringer", "vedtaksår": "vedtaksår",
}  # fmt: skip
"""Words of heads in nynorsk, and what they are in bokmål."""


def _in_bokmaal(text: str) -> str:
    return " ".join(_BOKMAAL.get(word, word) for word in text.split())


@cache
def _known() -> dict[str, str]:
    known = {fold(word): field for field, words in HEAD_WORDS.items() for word in words.split("|")}
    return {_in_bokmaal(word): field for word, field in known.items()} | known


def field_of(head: str) -> tuple[str, bool]:
    """Give the field that a head names, or "", and whether it was found as the nearest one only."""
    known = _known()
    for text in (head, _BESIDE.sub(" ", head)):
        if exact := known.get(fold(text)) or known.get(_in_bokmaal(fold(text))):
            return exact, False
    if head.strip() in _NUMBER_SIGNS:
        return "nummer", False
    text = fold(_BESIDE.sub(" ", head))
    parts = [known.get(fold(part), "") for part in _PARTS.split(head)]
    if len(parts) > 1 and all(parts) and (len(set(parts)) == 1 or _STORY.issuperset(parts)):
        return parts[0], True
    near = nearest(text, known)
    return (known[near], True) if near else ("", False)


def near_field(head: str) -> str:
    """Give the field of the known words that a head begins or ends with: «Vurdering av behovet», or ""."""
    text = _in_bokmaal(fold(_BESIDE.sub(" ", head)))
    words = sorted((word for word in _known() if len(word) >= _SHORTEST), key=lambda word: (-len(word), word))
    first = next((word for word in words if text.startswith(f"{word} ")), "")
    last = next((word for word in words if text.endswith(f" {word}")), "")
    return _known().get(max(first, last, key=len), "")


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
        if before and GROUP.search(before[0].head):
            chosen[TITTEL] = Column(before[0].index, TITTEL, before[0].head, guessed=True)
    taken = {column.index for column in chosen.values()}
    return sorted(chosen.values(), key=lambda one: one.index), [one.head for one in found if one.index not in taken]


def _read(head: str) -> tuple[str, str, bool]:
    field, guessed = field_of(head)
    return field, " ".join(head.split()), guessed
