"""What a known finding says of itself that cannot be right: its days, its reason, what it is about (PL907)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_, Finding, Place, Related, add_years
from planlint.model import is_reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from planlint.model import KnownAvvik
    from planlint.system import Loaded

    Mark = tuple[str, str]

WRONG = "PL907"
_MOST_YEARS = 10


def _place(known: KnownAvvik, step: str) -> Place:
    return Place(known.file, (*known.group, step))


def _is_in_the_past(loaded: Loaded, today: date) -> bool:
    """Tell whether the register is judged on a day before it was made: half of what is accepted lies ahead."""
    days = [known.avvik.godtatt for known in loaded.avvik if known.avvik.godtatt]
    described = loaded.plansystem.ajourfoert if loaded.plansystem else None
    ahead = sum(day > today for day in days)
    return (described is not None and today < described) or 2 * ahead >= len(days)


def _days(known: KnownAvvik, today: date, *, back: bool) -> Iterator[Finding]:
    one, key = known.avvik, f"{known.avvik.regel} {known.avvik.avtrykk}"
    if one.godtatt and one.til and one.godtatt > one.til:
        args = {"dato": one.godtatt, "til": one.til}
        yield Finding("avvik", _place(known, "godtatt"), args, variant="snudd", key=key)
    elif one.godtatt and one.godtatt > today and not back:
        args = {"dato": one.godtatt, "per": today}
        yield Finding("avvik", _place(known, "godtatt"), args, key=key)
    if one.til and one.til > add_years(max(today, one.godtatt or today), _MOST_YEARS):
        yield Finding("avvik", _place(known, "til"), {"dato": one.til, "per": today}, variant="til", key=key)
    elif one.til and one.godtatt and one.til > add_years(one.godtatt, _MOST_YEARS):
        args = {"dato": one.godtatt, "til": one.til}
        yield Finding("avvik", _place(known, "til"), args, variant="lenge", key=key)


def _words(known: KnownAvvik) -> Iterator[Finding]:
    one = known.avvik
    if not is_reason(one.grunn):
        key = f"{one.regel} {one.avtrykk}"
        yield Finding("avvik", _place(known, "grunn"), {"grunn": one.grunn.strip()}, variant="grunn", key=key)


def wrong_facts(loaded: Loaded, about: Mapping[Mark, str], today: date) -> Iterator[Finding]:
    """Yield PL907: days, reasons and subjects that cannot be right, and what is accepted twice.

    `about` is what each finding that is there is about, by its mark. A list of format 1 has one reason and one day for
    many: only what is a file of its own is judged.
    """
    back = _is_in_the_past(loaded, today)
    first: dict[Mark, KnownAvvik] = {}
    for known in loaded.avvik:
        if known.path:
            continue
        key = f"{known.avvik.regel} {known.avvik.avtrykk}"
        yield from _days(known, today, back=back)
        yield from _words(known)
        right = about.get(known.mark)
        if right and loaded.now(known.avvik.gjelder) != right:
            args = {"gjelder": known.avvik.gjelder, "riktig": right}
            yield Finding("avvik", _place(known, "gjelder"), args, variant="gjelder", key=key)
        other = first.setdefault(known.mark, known)
        if other is not known:
            also = (Related(_place(other, "avtrykk"), N_("og her")),)
            yield Finding("avvik", _place(known, "avtrykk"), {}, also, "to_ganger", key=f"{key} {known.file}")
