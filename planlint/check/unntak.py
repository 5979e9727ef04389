"""Suppressions judged: what each covers, and findings about those that mean nothing, have run out or cover nothing.

How they are written is read in `planlint.source.unntak_comments`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.base import (
    N_,
    Diagnostic,
    Duration,
    Finding,
    Place,
    Related,
    fingerprints,
)
from planlint.check.settings import unknown_rule
from planlint.rules import RULES
from planlint.source import entity_of, unntak_comments

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from planlint.check.engine import Settings
    from planlint.check.locate import Locator
    from planlint.source import Unntak


def find(contents: Mapping[str, bytes | OSError]) -> tuple[list[Unntak], list[tuple[str, Finding]]]:
    """Give the suppressions of rules in all files that can be read, and a finding for each that means nothing."""
    written, faults = unntak_comments.find_unntak(contents)
    unknown = [item for item in written if item.code not in RULES]
    faults += [unknown_rule(item.code, Place(item.file, span=item.span), entity_of(item.file)) for item in unknown]
    return [item for item in written if item.code in RULES], faults


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
        if item in matched and item.until and item.is_expired(today):
            args |= {"dato": item.until, "siden": Duration(item.until, today)}
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
