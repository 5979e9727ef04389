"""Who decided, and in which case: the bodies that are declared, by name and by the short forms that people use."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.imports.fold_words import fold

if TYPE_CHECKING:
    from planlint.model import Plansystem

_SHORT = {
    "kst": "kommunestyret", "ks": "kommunestyret", "k": "kommunestyret", "kommunestyre": "kommunestyret",
    "bst": "bystyret", "bystyre": "bystyret", "hst": "herredsstyret", "herredsstyre": "herredsstyret",
    "fsk": "formannskapet", "fs": "formannskapet", "formannskap": "formannskapet", "ft": "fylkestinget",
}  # fmt: skip
_BODY = r"(?<!\w)(?:i |av )?(?P<name>{})(?=s?-?sak|\W|$)"
_UNDECLARED = re.compile(
    _BODY.format("|".join(sorted({*_SHORT, *_SHORT.values(), "hovedutvalget", "planutvalget"}, key=len, reverse=True))),
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\d./–-])\d{1,5}/\d{2,6}(?![\d/.]|[-–]\d)")
_WORD = re.compile(r"s?-?(?:saks?|ps)(?:nummer|nr)?\.?\s*:?\s*$", re.IGNORECASE)


class OrganWords:
    """Finds a declared body and a case number in a text; bodies that are not declared are noted in `missing`."""

    def __init__(self, plansystem: Plansystem) -> None:
        """Index the declared bodies by id, by name and by short form."""
        self.by_name = {fold(id_): id_ for id_ in plansystem.organer}
        self.by_name |= {fold(organ.navn): id_ for id_, organ in plansystem.organer.items()}
        for short, name in _SHORT.items():
            if name in self.by_name:
                self.by_name.setdefault(short, self.by_name[name])
        longest = sorted(self.by_name, key=lambda name: (-len(name), name))
        names = "|".join(re.escape(name).replace(r"\ ", r"[\s,–-]+") for name in longest)
        self._declared = re.compile(_BODY.format(names), re.IGNORECASE) if names else None
        self.missing: dict[str, None] = {}

    def find(self, text: str) -> str:
        """Give the id of the body that a whole text names, or ""."""
        return self.by_name.get(fold(text), "")

    def read(self, text: str) -> tuple[str, dict[str, str]]:
        """Give what is left of a text without its body and case, and these as keys of an event."""
        case = _NUMBER.search(text)
        found: dict[str, str] = {}
        if case:
            head, tail = text[: case.start()], text[case.end() :]
            named, without = bool(_WORD.search(head)), _WORD.sub(" ", head)
            left, organ = self._body(without)
            if named or (organ and not left[: len(without)].strip(" ,(")):
                return f"{left} {tail}", {**organ, "sak": case[0]}
        left, found = self._body(text)
        return left, found

    def _body(self, text: str) -> tuple[str, dict[str, str]]:
        """Take the first body out of a text."""
        if self._declared and (match := self._declared.search(text)):
            found = {"organ": self.by_name[fold(match["name"])]}
        elif match := _UNDECLARED.search(text):
            self.missing[match["name"].lower()] = None
            found = {}
        else:
            return text, {}
        return f"{text[: match.start()]} {text[match.end() :]}", found
