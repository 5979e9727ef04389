"""plansystem.yaml, known findings and suppressions compared: what a reviewer must see, for it changes the judgement."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from planlint.change.changed_fields import details, filled
from planlint.change.diff_model import OFF, Declared, Detail, KnownChange, LaterEnd, RuleChange
from planlint.rules import RULES
from planlint.source import find_unntak

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date

    from planlint.base import Step
    from planlint.model import Avvik, Plansystem
    from planlint.source import Unntak
    from planlint.system import Loaded, System

_NONE: frozenset[str] = frozenset()
_SEVERITIES = ("feil", "advarsel", "info", OFF)
_ANCHORING = ("påkrevd", "valgfri", "ingen")


def declared(before: System, after: System, touched: Iterable[str], moved: Mapping[str, str]) -> Declared:
    """Compare what the files declare; `moved` gives the new path of each file that has another."""
    one, other = before.loaded, after.loaded
    found: list[Detail] = []
    rules: list[RuleChange] = []
    if one.plansystem and other.plansystem:
        found = [*_details(one, other), *_options(one.plansystem, other.plansystem)]
        accepted = Counter(item.avvik.regel for item in other.avvik)
        rules = [*_rules(one.plansystem, other.plansystem, accepted)]
    touched = list(touched)
    old, new = _exceptions(before, touched, moved), _exceptions(after, touched, {})
    return Declared(
        tuple(found),
        tuple(rules),
        tuple(_known(one, other)) if not one.lost_avvik and not other.lost_avvik else (),
        tuple(new[mark] for mark in new if mark not in old),
        tuple(item for mark, item in old.items() if mark not in new and mark[0] in after.contents),
    )


def _details(one: Loaded, other: Loaded) -> Iterator[Detail]:
    was, now = one.broken.get("plansystem", _NONE), other.broken.get("plansystem", _NONE)
    yield from (Detail("unreadable", (name,)) for name in sorted(now - was))
    yield from (Detail("readable", (name,)) for name in sorted(was - now))
    if one.plansystem and other.plansystem:
        reach = dict(_silence(one.plansystem, other.plansystem))
        for detail in details(one.plansystem, other.plansystem, skip=was | now | {"regler"}):
            yield from reach.get(detail.path, (detail,))


def _silence(old: Plansystem, new: Plansystem) -> Iterator[tuple[tuple[Step, ...], list[Detail]]]:
    """Give what is to be told of a source that is silent and new, or silent and of a later day, by its path."""
    for id_, kilde in new.kilder.items():
        was, silence = old.kilder.get(id_), ("kilder", id_, "oppgir_ikke")
        if kilde.oppgir_ikke is None:
            continue
        if was is None:
            path = ("kilder", id_)
            yield path, [Detail("added", path, None, kilde), *filled(kilde.oppgir_ikke, silence)]
        elif was.dato is None or (kilde.dato and was.dato.slutt < kilde.dato.slutt):
            yield ("kilder", id_, "dato"), [Detail("changed", (*silence, "dato"), was.dato, kilde.dato)]


def _severity(system: Plansystem, code: str) -> str:
    regel = system.regler.get(code)
    return (regel.alvor if regel else None) or RULES[code].severity.value


def _rules(old: Plansystem, new: Plansystem, accepted: Counter[str]) -> Iterator[RuleChange]:
    for code in sorted({*old.regler, *new.regler} & set(RULES)):
        was, now = _severity(old, code), _severity(new, code)
        if was != now:
            yield RuleChange(code, was, now, accepted[code])


def _options(old: Plansystem, new: Plansystem) -> Iterator[Detail]:
    """Give the thresholds that are others than before; what is not set is the rule's own."""
    for code in sorted({*old.regler, *new.regler} & set(RULES)):
        was, now = _set(old, code), _set(new, code)
        for name in sorted({*was, *now}):
            if was.get(name) != now.get(name):
                yield Detail("changed", ("regler", code, "valg", name), was.get(name), now.get(name))


def _set(system: Plansystem, code: str) -> dict[str, Any]:
    regel = system.regler.get(code)
    return {**RULES[code].options, **(regel.valg if regel else {})}


def _by_rule(loaded: Loaded) -> dict[str, list[Avvik]]:
    found: dict[str, list[Avvik]] = defaultdict(list)
    for known in loaded.avvik:
        found[known.avvik.regel].append(known.avvik)
    return found


def _known(one: Loaded, other: Loaded) -> Iterator[KnownChange]:
    """Give what is changed of each rule's known findings; one that follows its plan to a new name is the same."""
    before, after = _by_rule(one), _by_rule(other)
    for code in sorted({*before, *after}):
        both, removed, added = _pairs(before[code], after[code], other)
        longer: dict[tuple[date | None, date | None], list[str]] = defaultdict(list)
        for old, new in both:
            if _is_longer(old.til, new.til):
                longer[old.til, new.til].append(new.gjelder)
        reworded = any((old.grunn, old.kilder, old.til) != (new.grunn, new.kilder, new.til) for old, new in both)
        if added or removed or reworded:
            reasons = tuple(dict.fromkeys(item.grunn for item in added))
            spans = tuple(LaterEnd(*days, tuple(about)) for days, about in sorted(longer.items(), key=_by_day))
            yield KnownChange(code, len(added), len(removed), reworded, reasons, spans)


def _pairs(
    before: list[Avvik], after: list[Avvik], other: Loaded
) -> tuple[list[tuple[Avvik, Avvik]], list[Avvik], list[Avvik]]:
    """Give those that are in both, those of one version only, and those of the other: by mark, then by new name."""
    marks = {(item.gjelder, item.avtrykk): item for item in after}
    both: list[tuple[Avvik, Avvik]] = []
    left: list[Avvik] = []
    removed: list[Avvik] = []
    for item in before:
        if same := marks.pop((item.gjelder, item.avtrykk), None):
            both.append((item, same))
        else:
            left.append(item)
    for item in left:
        name = other.now(item.gjelder)
        moved = next((mark for mark in marks if mark[0] == name), None) if name != item.gjelder else None
        if moved:
            both.append((item, marks.pop(moved)))
        else:
            removed.append(item)
    return both, removed, list(marks.values())


def _by_day(item: tuple[tuple[date | None, date | None], list[str]]) -> tuple[str, str]:
    """Give what last days are sorted by: the one they had, and the one they have."""
    (old, new), _ = item
    return str(old or ""), str(new or "")


def _is_longer(old: date | None, new: date | None) -> bool:
    """Tell whether a last day is later than before; none is later than any."""
    return old is not None and (new is None or new > old)


def _exceptions(system: System, touched: Iterable[str], moved: Mapping[str, str]) -> dict[tuple[object, ...], Unntak]:
    """Give the suppressions of some files by what they say, not by where in the file they stand."""
    found, _ = find_unntak({path: system.contents[path] for path in sorted(touched) if path in system.contents})
    seen: Counter[tuple[object, ...]] = Counter()
    named: dict[tuple[object, ...], Unntak] = {}
    for item in (item for item in found if item.code in RULES):
        mark = (moved.get(item.file, item.file), item.code, item.reason, item.until)
        seen[mark] += 1
        named[*mark, seen[mark]] = item
    return named


def _ended(old: object, new: object) -> bool:
    return bool(old and not new)


def _longer(old: int | None, new: int | None) -> bool:
    return old is not None and (new is None or new > old)


def _later(order: tuple[str, ...]) -> Callable[[Any, Any], bool]:
    return lambda old, new: order.index(new) > order.index(old)


_MILDER: dict[str, Callable[[Any, Any], bool]] = {
    "forankring": _later(_ANCHORING),
    "foreldreplan": _ended,
    "lovpålagt": _ended,
    "rulleres": _ended,
    "skal_følges_opp": _ended,
    "skal_deles": _ended,
    "kunnskapsgrunnlag": lambda old, new: _ended(new, old),
    "intern": lambda old, new: _ended(new, old),
    "lengste_periode": _longer,
}


def is_milder(change: RuleChange | Detail | KnownChange) -> bool:
    """Tell whether a change demands less than before, as far as planlint knows; of a threshold nobody can tell."""
    if isinstance(change, KnownChange):
        return bool(change.added or change.longer)
    if isinstance(change, RuleChange):
        return _later(_SEVERITIES)(change.old, change.new)
    if "krav" in change.path or change.path[0] == "regelpakker":
        return change.change == "removed"
    if "oppgir_ikke" in change.path:
        return change.change in {"added", "changed"}
    if change.path[0] not in {"plantyper", "måltyper"} or change.change in {"unreadable", "readable"}:
        return False
    judge = _MILDER.get(str(change.path[-1]))
    return bool(judge and judge(change.old, change.new))
