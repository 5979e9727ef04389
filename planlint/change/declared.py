"""plansystem.yaml, avvik.yaml and the suppressions compared: what a reviewer must see, for it changes the judgement."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from planlint.change.changed_fields import details
from planlint.change.diff_model import Declared, Detail, KnownChange, RuleChange
from planlint.check import unntak
from planlint.rules import RULES
from planlint.source.find import AVVIK, PLANSYSTEM

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from planlint.check.unntak import Unntak
    from planlint.model import Avvik, Avviksfil, Plansystem
    from planlint.system.load import Loaded
    from planlint.system.system import System

_NONE: frozenset[str] = frozenset()


def declared(before: System, after: System, touched: Iterable[str], moved: Mapping[str, str]) -> Declared:
    """Compare what the files declare; `moved` gives the new path of each file that has another."""
    one, other = before.loaded, after.loaded
    found: list[Detail] = []
    rules: list[RuleChange] = []
    if one.plansystem and other.plansystem:
        found = [*_details(one, other), *_options(one.plansystem, other.plansystem)]
        rules = [*_rules(one.plansystem, other.plansystem)]
    touched = list(touched)
    old, new = _exceptions(before, touched, moved), _exceptions(after, touched, {})
    return Declared(
        tuple(found),
        tuple(rules),
        tuple(_known(one.avvik, other.avvik)) if AVVIK not in (unusable(before), unusable(after)) else (),
        tuple(new[mark] for mark in new if mark not in old),
        tuple(item for mark, item in old.items() if mark not in new and mark[0] in after.contents),
    )


def _details(one: Loaded, other: Loaded) -> Iterator[Detail]:
    was, now = one.broken.get("plansystem", _NONE), other.broken.get("plansystem", _NONE)
    yield from (Detail("unreadable", (name,)) for name in sorted(now - was))
    yield from (Detail("readable", (name,)) for name in sorted(was - now))
    if one.plansystem and other.plansystem:
        yield from details(one.plansystem, other.plansystem, skip=was | now | {"regler"})


def _severity(system: Plansystem, code: str) -> str:
    regel = system.regler.get(code)
    return (regel.alvor if regel else None) or RULES[code].severity.value


def _rules(old: Plansystem, new: Plansystem) -> Iterator[RuleChange]:
    for code in sorted({*old.regler, *new.regler} & set(RULES)):
        was, now = _severity(old, code), _severity(new, code)
        if was != now:
            yield RuleChange(code, was, now)


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


def unusable(system: System) -> str:
    """Give the file without which the rules cannot be tried, or "": without its list, what is known would be new."""
    loaded = system.loaded
    if loaded.plansystem is None:
        return PLANSYSTEM
    lost = loaded.avvik is None or "avvik" in loaded.broken.get("avvik", _NONE)
    return AVVIK if AVVIK in system.contents and lost else ""


def _by_rule(file: Avviksfil | None) -> dict[str, list[Avvik]]:
    found: dict[str, list[Avvik]] = defaultdict(list)
    for item in file.avvik if file else ():
        found[item.regel].append(item)
    return found


def _marks(items: Iterable[Avvik]) -> Counter[tuple[str, str]]:
    return Counter((entity, mark) for item in items for entity, marks in item.gjelder.items() for mark in marks)


def _known(old: Avviksfil | None, new: Avviksfil | None) -> Iterator[KnownChange]:
    before, after = _by_rule(old), _by_rule(new)
    for code in sorted({*before, *after}):
        one, other = _marks(before[code]), _marks(after[code])
        added, removed = other - one, one - other
        said = [{(item.grunn, item.til) for item in items} for items in (before[code], after[code])]
        reasons = [item.grunn for item in after[code] if not added.keys().isdisjoint(_marks([item]))]
        if added or removed or said[0] != said[1]:
            yield KnownChange(code, added.total(), removed.total(), said[0] != said[1], tuple(reasons))


def _exceptions(system: System, touched: Iterable[str], moved: Mapping[str, str]) -> dict[tuple[object, ...], Unntak]:
    """Give the suppressions of some files by what they say, not by where in the file they stand."""
    found, _ = unntak.find({path: system.contents[path] for path in sorted(touched) if path in system.contents})
    seen: Counter[tuple[object, ...]] = Counter()
    named: dict[tuple[object, ...], Unntak] = {}
    for item in found:
        mark = (moved.get(item.file, item.file), item.code, item.reason, item.until)
        seen[mark] += 1
        named[*mark, seen[mark]] = item
    return named
