"""Marks in cells: what a letter, a cross, a shade or a number under a year or a decision means."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from planlint.imports.fold_words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

_VALG = {
    "ny": "ny|nytt|nye|ny plan|nye planer|nye planar|ny plan utarbeides|utarbeides|utarbeidast|utarbeide|utarbeiding"
    "|utarbeidelse|skal utarbeides|lages|ny utarbeides|nyutvikling|nyutarbeiding|nye planbehov|ny plan i perioden",
    "revideres": "revideres|rulleres|revisjon|rullering|revidering|reviderast|rullerast|oppdateres|revidere|rullere"
    "|revideres i perioden|rulleres i perioden|revidert plan|skal revideres|skal rulleres|oppdatering|revidert",
    "videreføres": "videreføres|vidareførast|videreføring|vidareføring|videreføre|uendret|uendra|videreføres uendret"
    "|beholdes|beholdast|ingen endring|ikke revisjon|ingen revisjon|ikke rullering|vidareførest",
    "oppheves": "oppheves|opphevast|oppheve|opphevelse|oppheving|oppheve når ny er vedtatt|oppheves når ny er vedtatt",
    "utgår": "utgår|går ut|utgå|avsluttes|avsluttast|fases ut|sluttes",
    "slås_sammen": "slås sammen|slåast saman|sammenslåing|samanslåing",
    "vurderes": "vurderes|vurderast|skal vurderes|vurdere|vurdering av behov",
    "utsettes": "utsettes|utsetjast|utsatt|utsett|utsettes til neste periode",
    "ikke_prioritert": "ikke prioritert|ikkje prioritert|nedprioritert|ikke prioriteres|nedprioriteres",
}
_DECISION = {fold(word): valg for valg, words in _VALG.items() for word in words.split("|")}
_MARK = re.compile(r"\(?\s*(?:[xX✓✔•●○√×■*]|ja|j)\s*\)?")
_CODE = re.compile(r"\(?\s*[^\W\d_]{1,3}\s*\)?")
_NUMBER = re.compile(r"\d{1,3}(?:[.,]\d{1,3})?")
_PAIR = re.compile(
    r"(?<![\w-])(?P<key>\([^\W\d_]{1,2}\)|[^\W\d_]{1,3})\s*(?P<sign>=|:|[-–—]|\bbetyr\b|\bbetyder\b)\s*"
    r"(?P<means>[^,;=]+?)(?=\s*(?:[,;]|\.(?:\s|$)|$|\b[^\W\d_]{1,3}\s*=))"
)
_FEW = 2
_VOTE_YEAR = re.compile(
    r"vedtaksår|år(?:et)? for vedtak|(?:når|året) \w*\s?(?:planen )?(?:skal )?(?:vedtas|vedtakast)|forventet vedtak"
    r"|planlagt vedtak",
    re.IGNORECASE,
)
SHADED = "■"
"""How a shaded cell without text is read."""


class Legend(NamedTuple):
    """What the lines around a table say of its marks: the words by mark, and whether a mark is the year of a vote."""

    words: dict[str, str]
    votes: bool = False
    nothing: str = ""

    def word(self, mark: str) -> str:
        """Give the words that explain a mark, or ""."""
        return self.words.get(mark_key(mark), "")

    def valg(self, mark: str) -> str:
        """Give the decision that a mark means: as it is explained, else as the word or the letter it is; or ""."""
        if word := self.word(mark):
            return decision_of(word) or decision_of(_CONDITION.sub("", word))
        return decision_of(mark) or _LETTERS.get(mark_key(mark).strip("()"), "")


# What a letter means where no legend says otherwise.
_LETTERS = {"r": "revideres", "n": "ny", "v": "videreføres"}
_CONDITION = re.compile(r"\b(?:når|dersom|hvis|viss|i|innen|forutsatt)\b.*", re.IGNORECASE)
NOTHING = re.compile(r"ikke står (?:noen )?(?:bokstav|kryss)|(?:uten|utan) (?:bokstav|kryss|merke)", re.IGNORECASE)


def mark_key(text: str) -> str:
    """Give a mark as explanations are found by: in small letters, without blanks; a parenthesis is a part of it."""
    return "".join(text.split()).casefold()


def decision_of(text: str) -> str:
    """Give the decision that a whole text names, or ""."""
    return _DECISION.get(fold(text), "")


def is_mark(text: str) -> bool:
    """Tell whether a cell is a cross, a letter or two, or a small number, and nothing else."""
    return bool(_MARK.fullmatch(text) or _CODE.fullmatch(text) or _NUMBER.fullmatch(text))


def is_cross(text: str) -> bool:
    """Tell whether a cell is a cross or the like: yes, and no more."""
    return bool(_MARK.fullmatch(text))


def is_doubtful(text: str) -> bool:
    """Tell whether a mark stands in a parenthesis."""
    return text.startswith("(") and text.endswith(")")


def number_of(text: str) -> float | None:
    """Give the man-years of a cell; None where it is no small number."""
    return float(text.replace(",", ".")) if _NUMBER.fullmatch(text) else None


def legend_pairs(text: str) -> dict[str, str]:
    """Give what a line explains: «R = Revideres, U = Utarbeides»; nothing where it explains nothing.

    A lone pair counts only with a sign of equality: «pbl: loven» and «A - plan» may be anything.
    """
    pairs = {}
    signs = []
    for match in _PAIR.finditer(text):
        pairs[mark_key(match["key"])] = " ".join(match["means"].split())
        signs.append(match["sign"])
    return pairs if "=" in signs or "bety" in "".join(signs) or len(pairs) > _FEW else {}


def legend(lines: Iterable[str]) -> Legend:
    """Give what the lines around a table say of its marks."""
    words: dict[str, str] = {}
    votes, nothing = False, ""
    for line in lines:
        words |= legend_pairs(line)
        votes |= bool(_VOTE_YEAR.search(line))
        nothing = line if NOTHING.search(line) else nothing
    return Legend(words, votes, nothing)
