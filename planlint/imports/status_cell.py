"""Statuses as people write them become a status, events, revision and work; what is not understood is left as it is.

A text is cut where a word tells of something («vedtatt», «rulleres», «på høring»). A part is understood only when its
word, its times, its body and its case are all there is in it: one strange word, and the whole part is left alone.
"""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING

from planlint.imports.status_reading import StatusPart, StatusReading
from planlint.imports.status_sentence import note_part
from planlint.imports.status_words import EVERY, FILLERS, KEYWORD, MORE, ORDINALS, PARENTHESIS, PIECES
from planlint.imports.times import ReadTime, find_times, year_span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.imports.organ import OrganWords

_LONGEST = 1000


class StatusReader:
    """Reads status texts for one municipality on one day."""

    def __init__(self, organer: OrganWords, aar: int) -> None:
        """Keep the bodies that are declared, and this year."""
        self.organer = organer
        self.aar = aar

    def read(self, text: str, slag: str = "", lest: StatusReading | None = None) -> StatusReading:
        """Read a text; `slag` is what the column is about, where the text itself has no word for it."""
        lest = lest or StatusReading()
        lest.aar = self.aar
        if len(text) > _LONGEST:
            lest.rest.append(text)
            return lest
        for piece in self._pieces(text):
            lest = self._piece(piece, slag, lest)
        return lest

    def _pieces(self, text: str) -> Iterator[str]:
        """Yield sentences and lines; one with only a time, a body or a case belongs to the one before."""
        waiting = ""
        for piece in PIECES.split(text):
            if not piece.strip():
                continue
            if waiting and not KEYWORD.search(piece) and self._part("", "", piece).rent:
                waiting += f" {piece}"
                continue
            if waiting:
                yield waiting
            waiting = piece
        if waiting:
            yield waiting

    def _piece(self, piece: str, slag: str, lest: StatusReading) -> StatusReading:
        """Read one sentence: all of it, or nothing."""
        remarks: list[str] = []
        text = PARENTHESIS.sub(lambda match: self._inner(match[1], remarks), piece)
        found = [*KEYWORD.finditer(text)]
        parts = [self._part(slag, "", text)] if not found and slag else []
        for index, match in enumerate(found):
            end = found[index + 1].start() if index + 1 < len(found) else len(text)
            head = text[: match.start()] if index == 0 else ""
            parts.append(self._part(str(match.lastgroup), match[0].lower(), f"{head} {text[match.end() : end]}"))
        told = copy.deepcopy(lest)
        if parts and all(part.rent and note_part(part, told) for part in parts):
            told.merknad += remarks
            return told
        lest.rest.append(" ".join(piece.split()))
        return lest

    def _inner(self, text: str, remarks: list[str]) -> str:
        """Give what stands in a parenthesis a place in the sentence, if it has one there; else it is a remark."""
        if KEYWORD.match(text.strip()) or self._part("", "", text).rent:
            return f" {text} "
        remarks.append(text.strip())
        return " "

    def _part(self, slag: str, word: str, text: str) -> StatusPart:
        left, times = text, tuple(find_times(text))
        for tid in reversed(times):
            left = f"{left[: tid.start]} {left[tid.slutt :]}"
        if slag == "arbeid" and (span := year_span(left)):
            times = tuple(ReadTime(year, usikker=False, start=0, slutt=0) for year in span)
            left = re.sub(r"\d{4}\s?[-–—]\s?\d{4}", " ", left)
        every = EVERY.search(left)
        left = EVERY.sub(" ", left, count=1) if every else left
        left, sted = self.organer.read(left)
        fillers = FILLERS | MORE.get(slag, frozenset())
        strange = [one for one in re.findall(r"[^\W_]+", left) if one.lower() not in fillers]
        return StatusPart(slag, word, text, times, _interval(every), sted, not strange)


def _interval(match: re.Match[str] | None) -> str:
    if match is None:
        return ""
    if match["number"]:
        number = ORDINALS.get(match["number"].lower()) or int(match["number"])
        return f"hvert {number}. år" if number > 1 else "årlig"
    return "årlig" if match["yearly"] else "hver valgperiode" if match["term"] else "ved behov"
