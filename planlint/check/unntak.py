"""Suppressions in the files themselves: `# planlint: unntak[PL301] grunn … til 2027-06-30`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pydantic_core import PydanticCustomError

from planlint.base.days import Varighet
from planlint.base.diagnostic import N_, Diagnostic, Finding, Place, Related, Span, fingerprints
from planlint.check.settings import unknown_rule
from planlint.model.tidspunkt import parse
from planlint.rules import RULES
from planlint.source.comments import Comment, comments
from planlint.source.find import entity_of
from planlint.source.read import UnreadableError, decode
from planlint.source.yaml import compose

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from planlint.check.engine import Settings
    from planlint.check.locate import Locator

_FORM = re.compile(r"unntak\[(?P<codes>[^\]]*)\]\s*(?:grunn\b:?\s*)?(?P<reason>.*?)\s*$")
_TIL = r"til(?:\s+og\s+med)?\s+"
_FIRST = re.compile(rf"{_TIL}(?P<date>\d{{4}}-\d{{2}}-\d{{2}})[\s.,:;–-]*", re.IGNORECASE)
_LAST = re.compile(rf"(?:^|(?<=[\s,;.(])){_TIL}(?P<date>\d[\w./-]*(?:\s[\w.]+\s\d{{4}})?)\)?$", re.IGNORECASE)
_POINT = re.compile(r"20\d\d|\d{4}-.*")  # other bare numbers may be anything
_OTHER_DAY = re.compile(r"\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{2,4}|\d{1,2}\.?\s\w+\s\d{4}|\d{4}[./]\d{1,2}[./]\d{1,2}")


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

    def expired(self, today: date) -> bool:
        """Tell whether its last day has passed."""
        return self.until is not None and self.until < today

    def covers(self, code: str, line: int) -> bool:
        """Tell whether a finding of this rule that starts on this line is the one meant."""
        return code == self.code and self.first <= line <= self.last


def _faulty(file: str, span: Span, variant: str, **args: object) -> tuple[str, Finding]:
    return "PL901", Finding(entity_of(file), Place(file, span=span), args, variant=variant, key=variant)


def _last_day(text: str) -> tuple[str, str]:
    """Split what stands after the bracket into the reason, and the last day as written; "" where there is none.

    The day stands at the end or at the beginning. A number that is no point in time belongs to the reason.
    """
    if found := _FIRST.match(text):
        return text[found.end() :], found["date"]
    found = _LAST.search(text)
    written = found["date"].rstrip(".") if found else ""
    if found and (_POINT.fullmatch(written) or _OTHER_DAY.fullmatch(written)):
        return text[: found.start()].rstrip(" ,;("), written
    return text, ""


def _read(file: str, comment: Comment) -> Iterator[Unntak | tuple[str, Finding]]:
    """Yield a comment's suppressions, or what is wrong with it."""
    match = _FORM.fullmatch(comment.text)
    codes = [code.strip() for code in match["codes"].split(",") if code.strip()] if match else []
    if not match or not codes:
        yield _faulty(file, comment.span, "uleselig")
        return
    reason, written = _last_day(match["reason"])
    try:
        until = parse(written).slutt if written else None
    except PydanticCustomError as error:
        variant = "dato" if error.type == "dato_umulig" else "form"
        yield _faulty(file, comment.span, variant, dato=written)
        return
    if not reason:
        yield _faulty(file, comment.span, "")
        return
    for code in codes:
        if code in RULES:
            yield Unntak(file, comment.span, comment.first, comment.last, code, reason, until)
        else:
            yield unknown_rule(code, Place(file, span=comment.span), entity_of(file))


def find(contents: Mapping[str, bytes | OSError]) -> tuple[list[Unntak], list[tuple[str, Finding]]]:
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


def apply(
    diagnostics: Iterable[Diagnostic], unntak: list[Unntak], locator: Locator
) -> tuple[list[Diagnostic], dict[Unntak, Place]]:
    """Mark what is suppressed; give the diagnostics and, for each suppression that matched, the place it matched.

    One that has run out still covers its finding: PL902 stands in for it, as one error for one cause.
    """
    here: dict[tuple[str, str], dict[tuple[int, int], Unntak]] = {}
    for item in unntak:  # of those that cover the same lines, the first
        here.setdefault((item.file, item.code), {}).setdefault((item.first, item.last), item)
    marked: list[Diagnostic] = []
    matched: dict[Unntak, Place] = {}
    for diagnostic in diagnostics:
        near = here.get((diagnostic.place.file, diagnostic.code), {})
        line = locator.span(diagnostic.place).line if near else 0
        hit = next((item for item in near.values() if item.covers(diagnostic.code, line)), None)
        if hit:
            matched.setdefault(hit, diagnostic.place)
            marked.append(replace(diagnostic, status="suppressed", reason=hit.reason, until=hit.until))
        else:
            marked.append(diagnostic)
    return marked, matched


def judge(  # noqa: PLR0913 - the last two are days
    unntak: Iterable[Unntak],
    matched: Mapping[Unntak, Place],
    diagnostics: Iterable[Diagnostic],
    faults: Iterable[tuple[str, Finding]],
    settings: Settings,
    today: date,
    since: date | None,
) -> list[Diagnostic]:
    """Give PL901 and PL904 for what means nothing, PL902 for what has run out, PL903 for what nothing matches.

    Where the rule has a finding elsewhere in the file, PL903 shows it: the comment may only stand in the wrong place.
    What no rule that runs now could match is left in peace, and so is everything on a day before `since`, the day
    that the register describes: a look at the past must not call a suppression unused.
    """
    found = list(faults)
    bare = {(item.place.file, item.code): item.place for item in diagnostics if item.status != "suppressed"}
    for item in unntak:
        args: dict[str, object] = {"kode": item.code}
        place = Place(item.file, span=item.span)
        if item in matched and item.until and item.expired(today):
            args |= {"dato": item.until, "siden": Varighet(item.until, today)}
            what = (Related(matched[item], N_("dette gjelder unntaket")),)
            found.append(("PL902", Finding(entity_of(item.file), place, args, what, key=item.code)))
        elif item not in matched and settings.runs(item.code) and (since is None or since <= today):
            elsewhere = bare.get((item.file, item.code))
            others = (Related(elsewhere, N_("regelen har et funn her")),) if elsewhere else ()
            found.append(("PL903", Finding(entity_of(item.file), place, args, others, key=item.code)))
    return fingerprints(
        Diagnostic(code, settings.severity(RULES[code], finding), finding)
        for code, finding in found
        if settings.runs(code)
    )
