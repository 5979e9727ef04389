"""Known findings: plans/avvik/ names them by fingerprint, with a reason, so that a check passes on the rest."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from planlint.base import N_, Diagnostic, Duration, Finding, Place, Related, Severity, fingerprints
from planlint.change import SOON, STALE, UNKNOWN_ID, Renames, with_new_ids
from planlint.check.avvik_facts import WRONG, wrong_facts
from planlint.check.settings import unknown_rule
from planlint.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from planlint.check.engine import Settings
    from planlint.model import KnownAvvik
    from planlint.system import Loaded

    Mark = tuple[str, str]


class Answers(NamedTuple):
    """Diagnostics with what is known marked, and the marks of the known findings that are there still."""

    diagnostics: list[Diagnostic]
    used: frozenset[Mark]


def place_of(known: KnownAvvik, *steps: str) -> Place:
    """Give where a known finding stands, or a field of it."""
    return Place(known.file, (*known.group, *steps) if steps else known.path or ("gjelder",))


def match(diagnostics: Iterable[Diagnostic], loaded: Loaded) -> Iterator[tuple[Diagnostic, KnownAvvik | None]]:
    """Give each diagnostic with the known finding that it is, by its mark or by the mark it had under an old id.

    A gap is none: it needs nobody's acceptance.
    """
    found = list(diagnostics)
    known = {one.mark: one for one in loaded.avvik}
    here = {_mark(item) for item in found}
    former = _former_marks(found, loaded, known.keys() - here) if known.keys() - here else {}
    for item in found:
        marks = () if item.status == "gap" else (_mark(item), *former.get(_mark(item), ()))
        yield item, next((known[mark] for mark in marks if mark in known), None)


def _mark(item: Diagnostic) -> Mark:
    return item.code, item.fingerprint


def _former_marks(found: list[Diagnostic], loaded: Loaded, left: Iterable[Mark]) -> Mapping[Mark, list[Mark]]:
    """Give the marks that findings would have under older ids, where those are marks of known findings `left` over."""
    ids, wanted = loaded.former_ids(), frozenset(left)
    back = [{key: names[turn] for key, names in ids.items() if turn < len(names)} for turn in _turns(ids)]
    back += [{key: name} for key, names in ids.items() for name in names] if len(ids) > 1 else []
    marks: dict[Mark, list[Mark]] = {}
    for names in back:
        for item, old in zip(found, with_new_ids(found, Renames(names)), strict=True):
            if _mark(old) in wanted and _mark(old) != _mark(item):
                marks.setdefault(_mark(item), []).append(_mark(old))
    return marks


def _turns(ids: Mapping[tuple[str, str], tuple[str, ...]]) -> range:
    return range(max((len(names) for names in ids.values()), default=0))


def apply(diagnostics: Iterable[Diagnostic], loaded: Loaded, today: date) -> Answers:
    """Give the diagnostics with what is known marked. Past its `til`, what a known finding names is new again."""
    plansystem = loaded.plansystem
    titles = {id_: kilde.tittel for id_, kilde in plansystem.kilder.items()} if plansystem else {}
    marked, used = [], set()
    for item, known in match(diagnostics, loaded):
        if known:
            used.add(known.mark)
        if known and is_in_force(known, today):
            marked.append(replace(item, status="known", reason=known.reason(titles), until=known.avvik.til))
        else:
            marked.append(item)
    return Answers(marked, frozenset(used))


def is_in_force(known: KnownAvvik, today: date) -> bool:
    """Tell whether a known finding is accepted on a day; the last day counts."""
    return known.avvik.til is None or known.avvik.til >= today


def unlisted(diagnostics: Iterable[Diagnostic], loaded: Loaded) -> list[Diagnostic]:
    """Give the diagnostics that are not known, whatever the end dates."""
    return [item for item, known in match(diagnostics, loaded) if known is None]


def judge(answers: Answers, loaded: Loaded, settings: Settings, today: date, *, whole: bool) -> list[Diagnostic]:
    """Give PL904 for codes that no rule has, PL905 for what nothing matches, PL906 for what soon ends, and PL907.

    A known finding is judged stale only from the day it was accepted: a look at the past must not call it so. Nor is
    one of a rule that does not run now, nor any while some file cannot be read (not `whole`).
    """
    found = [_unknown(known) for known in _first_of_group(loaded.avvik) if known.avvik.regel not in RULES]
    if whole:
        left = (known for known in _unmatched(answers, loaded) if (known.avvik.godtatt or today) <= today)
        runs = (one for one in left if one.avvik.regel in RULES and settings.runs(one.avvik.regel))
        found += _stale(runs, loaded, _gaps(answers.diagnostics))
    if settings.runs(SOON):
        options = {**RULES[SOON].options, **settings.options.get(SOON, {})}
        there = [known for known in loaded.avvik if known.mark in answers.used]
        found += _soon(there, today, options["varsel_dager"])
    about = {_mark(item): item.entity for item in answers.diagnostics if item.status != "gap"}
    found += [(WRONG, finding) for finding in wrong_facts(loaded, about, today)]
    return fingerprints(
        Diagnostic(code, settings.severity(RULES[code], finding), finding)
        for code, finding in found
        if settings.runs(code)
    )


def _unknown(known: KnownAvvik) -> tuple[str, Finding]:
    return unknown_rule(known.avvik.regel, place_of(known, "regel"), "avvik")


def _first_of_group(avvik: Iterable[KnownAvvik]) -> Iterator[KnownAvvik]:
    seen = set()
    for known in avvik:
        if (known.file, known.group) not in seen:
            seen.add((known.file, known.group))
            yield known


def _unmatched(answers: Answers, loaded: Loaded) -> Iterator[KnownAvvik]:
    """Yield what nothing matches, but for what is about something with a new finding that may be the reason.

    That is an error, or another finding of the same rule: once it is mended, the known one may be back.
    """
    new = [item for item in answers.diagnostics if item.status == "new"]
    faulty = {item.entity for item in new if item.severity is Severity.FEIL or item.code == UNKNOWN_ID}
    changed = {(item.entity, item.code) for item in new}
    for known in loaded.avvik:
        entity = loaded.now(known.avvik.gjelder)
        if known.mark not in answers.used and entity not in faulty and (entity, known.avvik.regel) not in changed:
            yield known


def stale_keys(known: KnownAvvik) -> tuple[str, str]:
    """Give what tells a PL905 about a known finding from others: where its file is there, and where it is gone."""
    one = known.avvik
    return f"{one.regel} {one.gjelder} {one.avtrykk}", one.gjelder


def _gaps(diagnostics: Iterable[Diagnostic]) -> dict[tuple[str, str], str]:
    """Give the rule that misses a field, by entity and field, where nobody has documented it."""
    gaps = [(item, RULES[item.code].asks.get(item.finding.variant, ())) for item in diagnostics if item.status == "gap"]
    return {(item.entity, felt): item.code for item, asked in gaps for felt in asked}


def _about(known: KnownAvvik, loaded: Loaded, gaps: Mapping[tuple[str, str], str]) -> tuple[dict[str, Any], str]:
    """Give facts and variant of a PL905: another where a field that the rule reads is missing now."""
    code, entity = known.avvik.regel, loaded.now(known.avvik.gjelder)
    args = {"regel": code, "gjelder": loaded.name(entity)}
    missing = next((gaps[entity, felt] for felt in RULES[code].felt if (entity, felt) in gaps), None)
    return ({**args, "annen": missing}, "mangler") if missing else (args, "")


def _stale(
    avvik: Iterable[KnownAvvik], loaded: Loaded, gaps: Mapping[tuple[str, str], str]
) -> Iterator[tuple[str, Finding]]:
    """Yield PL905: one for each, but only one for all about a file that is gone."""
    gone: dict[str, list[KnownAvvik]] = {}
    for known in avvik:
        entity = known.avvik.gjelder
        if loaded.exists(loaded.now(entity)):
            args, variant = _about(known, loaded, gaps)
            yield STALE, Finding("avvik", place_of(known), args, variant=variant, key=stale_keys(known)[0])
        else:
            gone.setdefault(entity, []).append(known)
    for entity, (first, *others) in gone.items():
        also = tuple(Related(place_of(other), N_("og her")) for other in others)
        args = {"regel": first.avvik.regel, "gjelder": entity}
        yield STALE, Finding("avvik", place_of(first), args, also, "borte", key=entity)


def _soon(avvik: Iterable[KnownAvvik], today: date, days: int) -> Iterator[tuple[str, Finding]]:
    """Yield PL906: one for each day on which known findings that are still there end."""
    ends: dict[date, list[KnownAvvik]] = {}
    for known in avvik:
        if known.avvik.til and today <= known.avvik.til <= today + timedelta(days=days):
            ends.setdefault(known.avvik.til, []).append(known)
    for day, those in sorted(ends.items()):
        rules = sorted({known.avvik.regel for known in those})
        args: dict[str, Any] = {"antall": len(those), "dato": day, "igjen": Duration(today, day), "regler": rules}
        yield SOON, Finding("avvik", place_of(those[0], "til"), args, key=day.isoformat())
