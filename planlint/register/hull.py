"""What nobody can know from the sources: the fields that all the sources of a file are silent about.

A source says in plansystem.yaml what it does not state (`oppgir_ikke`). That answers for what the source can have
known, and for nothing else: it is no answer where the file has a source that is not silent, a link to the document
itself, or a fact that is later than the newest source; nor where a source has no date.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from planlint.model import TOLD_AS_VEDTAK, VEDTAK, Indikator, Maal, Model, Plan, Planstrategi, Tiltak
from planlint.register.maaling import maalt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.model import Enhet
    from planlint.register.register import Register
    from planlint.text import Language

_ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
_NOTHING: frozenset[str] = frozenset()
_LATER_DECISIONS = TOLD_AS_VEDTAK - VEDTAK


def kilder_of(entity: Enhet) -> tuple[str, ...]:
    """Give the ids of the sources that a file names: under `kilder`, at an event, at the revision; each once."""
    revisjon = getattr(entity, "revisjon", None)
    facts = (*getattr(entity, "kilder", ()), *getattr(entity, "hendelser", ()), *([revisjon] if revisjon else ()))
    return tuple(dict.fromkeys(fact.kilde for fact in facts if fact.kilde))


def has_unknown_kilde(register: Register, entity: Enhet) -> bool:
    """Tell whether a file has a source that nobody can look up, so that what its sources state is not known.

    One that is not declared, or whose declaration, or entry in the file, cannot be read: each is an error of its own.
    """
    known = register.plansystem.kilder
    return register.is_faulty(entity, "kilder") or any(id_ not in known for id_ in kilder_of(entity))


def _own_facts(register: Register, entity: Enhet, *, unsourced: bool = False) -> Iterator[date]:
    """Yield the days of what is told of an entity itself.

    `unsourced`: without the events that a source tells of, which cannot be later than what that one knew, and without
    what is decided of a plan as it stands (an extension, a repeal, a vote besides): whoever registers that need not
    know what the sources do not state.
    """
    if isinstance(entity, Plan | Planstrategi):
        events = register.hendelser(entity)
        yield from (e.dato.start for e in events if not unsourced or not (e.kilde or e.hva in _LATER_DECISIONS))
    if isinstance(entity, Plan):
        yield from (anchor.bekreftet for anchor in entity.forankring if anchor.bekreftet)
        decided = (register.planstrategier.get(id_) for id_ in entity.beslutninger)
        yield from (day for strategi in decided if strategi for day in _own_facts(register, strategi))
    if isinstance(entity, Indikator):
        yield from (date(year, 1, 1) for year, _ in maalt(register, entity))


def _last_fact(register: Register, entity: Enhet, *, unsourced: bool = False) -> date:
    """Give the day of the last dated fact about an entity by today; those of the plan that it belongs to count."""
    facts = [*_own_facts(register, entity, unsourced=unsourced)]
    if isinstance(entity, Maal | Indikator | Tiltak) and (plan := register.find_plan(entity.plan)):
        facts += _own_facts(register, plan, unsourced=unsourced)
    return max((day for day in facts if day <= register.today), default=date.min)


def silent_fields(register: Register, entity: Enhet) -> frozenset[str]:
    """Give what no source of a file states, and the file cannot be asked for; nothing for a file without sources."""
    kilder = [register.plansystem.kilder.get(id_) for id_ in kilder_of(entity)]
    said = [kilde.oppgir_ikke.of(entity.kind) if kilde and kilde.oppgir_ikke else _NOTHING for kilde in kilder]
    silent = frozenset.intersection(*said) if said else _NOTHING
    days = [kilde.dato.slutt for kilde in kilder if kilde and kilde.dato]
    if not silent or getattr(entity, "lenker", None) or len(days) < len(kilder):
        return _NOTHING
    return _NOTHING if _last_fact(register, entity, unsourced=True) > max(days) else silent


_TOLD_BY_ENTRY = ("status", "organ", "sak")
"""What an entry under a file's `kilder` may say itself, whatever its source says that it does not state."""


def _is_told(entity: Enhet, asked: Iterable[str]) -> bool:
    """Tell whether a source entry in the file itself has something that the file is asked for."""
    named = [name for name in asked if name in _TOLD_BY_ENTRY]
    return any(getattr(item, name) for item in getattr(entity, "kilder", ()) for name in named)


def is_hull(register: Register, entity: Enhet, asked: Iterable[str]) -> bool:
    """Tell whether all that a file is asked for is what its sources are silent about, and the file has none of it.

    A period or a revision may be told in part: then the rest of it is asked for. What a source entry in the file says,
    the source does state, whatever is said of it in plansystem.yaml.
    """
    asked = tuple(asked)
    told = [getattr(entity, name.translate(_ASCII), None) for name in asked]
    if not asked or _is_told(entity, asked) or any(value and not isinstance(value, Model) for value in told):
        return False
    return silent_fields(register, entity).issuperset(asked)


def known_until(register: Register, entity: Enhet) -> date:
    """Give the day until which the register knows about an entity: today, or the day that it says it describes.

    Later for what has been looked through, or has a fact, after that day.
    """
    described = register.plansystem.ajourfoert
    if described is None:
        return register.today
    seen = getattr(entity, "gjennomgaatt", None) or date.min
    return min(register.today, max(described, seen, _last_fact(register, entity)))


def not_seen_since(register: Register, lang: Language, entity: Enhet, frist: date) -> str:
    """Say that the register knows nothing of an entity from as late as a deadline; "" where it does.

    What it does not show by then, may have been done since.
    """
    known = known_until(register, entity)
    if known >= frist:
        return ""
    return lang.gettext("Det nyeste i registeret er fra {dato}, før fristen.").format(dato=lang.dato(known))
