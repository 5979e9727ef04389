"""Who decided, and in which case: the bodies that are declared, by name and by the short forms that people use."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.words.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.model import Plansystem

ADMINISTRATION = "administrasjonen"
"""Who decides administratively; that something else is done so says nothing of a body."""
_SHORT = {
    "kst": "kommunestyret", "ks": "kommunestyret", "k": "kommunestyret", "kommunestyre": "kommunestyret",
    "bst": "bystyret", "bys": "bystyret", "bystyre": "bystyret", "hst": "herredsstyret",
    "herredsstyre": "herredsstyret", "f": "formannskapet", "fsk": "formannskapet", "fs": "formannskapet",
    "fmsk": "formannskapet", "formannskap": "formannskapet", "ft": "fylkestinget", "fylkesting": "fylkestinget",
    "administrativt": ADMINISTRATION, "adm": ADMINISTRATION,
}  # fmt: skip
_ONLY_WITH_CASE = frozenset(("k", "f"))
"""Short forms that say too little alone: they count only beside a case number or before a date."""
_BODY = r"(?<!\w)(?:(?:i|av|til) (?:(?-i:[A-ZÆØÅ])\w+ )?)?(?P<name>{})(?=s?-?sak|[^\w./-]|[./-](?=\s|$|\d)|$)"
_LOOSE = (
    r"(?:(?:teknisk|fast|politisk|kommunalt) )?(?:hoved|hovud|fag|plan|drifts)?(?:utvalg|utval)(?:et)?"
    r"(?: for \w+(?:(?:, | og )\w+)*)?"
    r"|(?:\w+-(?:, | og )){0,3}\w{3,}(?:tinget|styret|nemnda|rådet|utvalget|utvalet)"
)
_CAPITALS = re.compile(r"(?<!\w)(?:[Ii]|av) (?P<name>(?!K[PD][APSH]\b|ROS\b|DOK\b)[A-ZÆØÅ]{2,6})(?=\W|$)")
_LETTER = re.compile(r"(?<!\w)(?P<name>[KkFf])[.\s](?=\s?\d{1,2}\.)")
_CASE = (
    r"(?<!\w)(?:i |av )?(?:(?P<before>{names})(?=[\s.,-]|s?-?sak|\d))?s?[\s.,(-]*"
    r"(?P<word>(?:saks?|ps)\s?(?:nummer|nr)?[\s.:-]*)?(?:(?P<after>{names})[\s.-]*)?"
    r"(?<![\d./–])(?P<number>\d{{1,5}}/\d{{2,6}})(?!\d|/|\.\d|[-–]\d)"
)
_BARE_CASE = re.compile(r"\(?(?<![\d./–-])(?P<number>\d{1,3}/(?:(?:19|20)\d\d|\d\d))(?!\d|/|\.\d|\s?[-–]\s?\d)\)?")
_ONE_DAY = re.compile(r"(?<![\d.])\d{1,2}\.\s?\d{1,2}\.\s?(?:19|20)?(\d\d)(?!\d)")
"""A case number without a word for it, and a day; the year of both tells that they belong together."""
_YEAR_AFTER = re.compile(r"\s(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class BodyAndCase:
    """Where something was decided: the declared body's id or "", its name in the text or "", and the case number."""

    organ: str = ""
    ord: str = ""
    sak: str = ""

    def __bool__(self) -> bool:
        """Tell whether anything was found."""
        return bool(self.organ or self.ord or self.sak)


def _any_of(names: Iterable[str]) -> str:
    longest = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(re.escape(name).replace(r"\ ", r"[\s,–-]+") for name in longest)


class OrganWords:
    """Finds a body and a case number in a text."""

    def __init__(self, plansystem: Plansystem | None = None) -> None:
        """Index the declared bodies by id, by name and by short form."""
        organer = plansystem.organer if plansystem else {}
        self.by_name = {fold(id_): id_ for id_ in organer}
        self.by_name |= {fold(organ.navn): id_ for id_, organ in organer.items()}
        for short, name in _SHORT.items():
            if name in self.by_name:
                self.by_name.setdefault(short, self.by_name[name])
        names = {*self.by_name, *_SHORT, *_SHORT.values()} - {""}
        self._case = re.compile(_CASE.format(names=_any_of(names)), re.IGNORECASE)
        declared = _any_of({*self.by_name} - _ONLY_WITH_CASE - {""})
        known = _any_of({*_SHORT, *_SHORT.values()} - _ONLY_WITH_CASE)
        patterns = [re.compile(_BODY.format(text), re.IGNORECASE) for text in (declared, known, _LOOSE) if text]
        self._bodies = (*patterns[:-1], _CAPITALS, patterns[-1], _LETTER)

    def find(self, text: str) -> str:
        """Give the id of the body that a whole text names, or ""."""
        return self.by_name.get(fold(text), "")

    def read(self, text: str) -> tuple[str, BodyAndCase]:
        """Give what is left of a text without its body and case (as blanks of the same length), and these."""
        for match in self._case.finditer(text):
            named = match["before"] or match["after"]
            if match["word"] or (named and not _YEAR_AFTER.match(text, match.end())):
                left, body = self._body(_without(text, *match.span()))
                place = body or self._place(named or "")
                return left, BodyAndCase(place.organ, place.ord, match["number"])
        left, body = self._body(text)
        if bare := case_of_its_day(left):
            return _without(left, *bare.span()), BodyAndCase(body.organ, body.ord, bare["number"])
        return left, body

    def _place(self, name: str) -> BodyAndCase:
        folded = fold(name)
        if not folded:
            return BodyAndCase()
        return BodyAndCase(self.by_name.get(folded, ""), _SHORT.get(folded, " ".join(name.split())))

    def _body(self, text: str) -> tuple[str, BodyAndCase]:
        """Take the first body out of a text: a declared one, a common one, else what looks like one."""
        for pattern in self._bodies:
            if match := pattern.search(text):
                return _without(text, *match.span()), self._place(match["name"])
        return text, BodyAndCase()


def case_of_its_day(text: str) -> re.Match[str] | None:
    """Give the number that is a case because it stands beside the one day in a text, and has that day's year."""
    days = _ONE_DAY.findall(text)
    found = _BARE_CASE.search(text) if len(days) == 1 else None
    return found if found and found["number"][-2:] == days[0] else None


def _without(text: str, start: int, end: int) -> str:
    return f"{text[:start]}{' ' * (end - start)}{text[end:]}"
