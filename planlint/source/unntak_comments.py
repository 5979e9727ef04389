"""Suppressions in the files themselves: `# planlint: unntak[PL301] grunn … til 2027-06-30`, as they are written.

Which codes are rules, and what a suppression means for a finding, is judged in `planlint.check.unntak`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from pydantic_core import PydanticCustomError

from planlint.base import Finding, Place, Severity, Span
from planlint.model import is_reason, parse
from planlint.source.comments import Comment, comments
from planlint.source.find import entity_of
from planlint.source.read import UnreadableError, decode
from planlint.source.yaml import compose

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

_FORM = re.compile(r"unntak\[(?P<codes>[^\]]*)\]\s*(?:grunn\b:?\s*)?(?P<reason>.*)")
_UNTIL = r"til(?:\s+og\s+med)?"
_FIRST = re.compile(
    rf"{_UNTIL}(?::\s*(?P<point>\d[\w-]*)|\s+(?P<day>\d{{4}}-\d{{2}}-\d{{2}}))[\s.,:;–-]*", re.IGNORECASE
)
_LAST = re.compile(
    rf"(?:^|(?<=[\s,;.(])){_UNTIL}(?P<colon>:\s*|\s+)(?P<date>\d[\w./-]*(?:\s[\w.]+\s\d{{4}})?)\)?$", re.IGNORECASE
)
_DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")
_SPAN = re.compile(r"20\d\d|\d{4}-.*")  # a year or a part of one, or a word of a sentence: «ikke til 2030»
_OTHER_DAY = re.compile(r"\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{2,4}|\d{1,2}\.?\s\w+\s\d{4}|\d{4}[./]\d{1,2}[./]\d{1,2}")


class _Split(NamedTuple):
    """What stands after the bracket: the reason, the last day as written, and what may be meant as one."""

    reason: str
    day: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Unntak:
    """A suppression of one rule on some lines of one file."""

    file: str
    span: Span
    first: int
    last: int
    code: str
    reason: str
    until: date | None

    def is_expired(self, today: date) -> bool:
        """Tell whether its last day has passed."""
        return self.until is not None and self.until < today

    def covers(self, code: str, line: int) -> bool:
        """Tell whether a finding of this rule that starts on this line is the one meant."""
        return code == self.code and self.first <= line <= self.last


def _faulty(file: str, span: Span, variant: str, **args: object) -> tuple[str, Finding]:
    severity = Severity.INFO if variant == "tidsrom" else None
    return "PL901", Finding(entity_of(file), Place(file, span=span), args, (), variant, severity, variant)


def _last_day(text: str) -> _Split:
    """Split what stands after the bracket into the reason and the last day, at the end or at the beginning.

    A day is written whole, or as any point in time after «til:». A year alone may be a word of the sentence, so it is
    left in it, and told of; other numbers are no points in time.
    """
    if found := _FIRST.match(text):
        return _Split(text[found.end() :], found["point"] or found["day"])
    found = _LAST.search(text)
    if found is None:
        return _Split(text)
    written = found["date"].rstrip(".")
    if found["colon"].startswith(":") or _DAY.fullmatch(written) or _OTHER_DAY.fullmatch(written):
        return _Split(text[: found.start()].rstrip(" ,;("), written)
    return _Split(text, doubt=written if _SPAN.fullmatch(written) else "")


def _meant(doubt: str) -> str:
    """Give the last day of what may be meant as one, as it is written whole; that of its year, if it is no time."""
    try:
        return parse(doubt).slutt.isoformat()
    except PydanticCustomError:
        return f"{doubt[:4]}-12-31"


def _read(file: str, comment: Comment) -> Iterator[Unntak | tuple[str, Finding]]:
    """Yield a comment's suppressions, and what is wrong with it."""
    match = _FORM.fullmatch(comment.text)
    codes = [code.strip() for code in match["codes"].split(",") if code.strip()] if match else []
    if not match or not codes:
        yield _faulty(file, comment.span, "uleselig")
        return
    reason, written, doubt = _last_day(match["reason"])
    try:
        until = parse(written).slutt if written else None
    except PydanticCustomError as error:
        variant = "dato" if error.type == "dato_umulig" else "form"
        yield _faulty(file, comment.span, variant, dato=written)
        return
    if not is_reason(reason):
        yield _faulty(file, comment.span, "")
        return
    if doubt:
        yield _faulty(file, comment.span, "tidsrom", dato=doubt, siste=_meant(doubt))
    for code in codes:
        yield Unntak(file, comment.span, comment.first, comment.last, code, reason, until)


def find_unntak(contents: Mapping[str, bytes | OSError]) -> tuple[list[Unntak], list[tuple[str, Finding]]]:
    """Give the suppressions of all files that can be read, and a finding for each that means nothing."""
    found, faults = [], []
    for file, raw in contents.items():
        if not isinstance(raw, bytes) or b"planlint:" not in raw:
            continue
        try:
            text = decode(raw)
            spoken = list(comments(text, compose(text)))
        except UnreadableError:
            continue  # the reader has reported the file already
        for item in (item for comment in spoken for item in _read(file, comment)):
            if isinstance(item, Unntak):
                found.append(item)
            else:
                faults.append(item)
    return found, faults
