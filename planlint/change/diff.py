"""Two plan systems in, what is different out: for `planlint diff`, and for `check --base`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planlint.change.consequences import consequences
from planlint.change.declared import declared, unusable
from planlint.change.diff_model import Diff
from planlint.change.entity_names import names
from planlint.change.entries import Entries, entries
from planlint.change.gone import with_what_became
from planlint.change.mended import mended, undisputed
from planlint.change.renamed_findings import findings
from planlint.change.renames import renames
from planlint.register.register import Register
from planlint.system.system import link, no_garbage_collection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from planlint.base.diagnostic import Diagnostic
    from planlint.change.diff_model import Consequences
    from planlint.change.outcome import Change
    from planlint.change.renames import Renames
    from planlint.change.revision import Pair
    from planlint.system.load import Loaded
    from planlint.system.system import System

    Judge = Callable[[System], Iterable[Diagnostic]]


class Asked(NamedTuple):
    """The revisions as a user named them; "" as head: the files on disk."""

    base: str
    head: str = ""


def touched(before: System, after: System) -> frozenset[str]:
    """Give the paths of all files that are others than before, new ones and those that are gone included."""
    old, new = before.contents, after.contents
    return frozenset(path for path in {**old, **new} if old.get(path) != new.get(path))


def diff(pair: Pair, asked: Asked, today: date, judge: Judge) -> Diff:
    """Compare a plan system before and after a change, on the day that both were opened for.

    `judge` gives the findings of one of them, marked as in a check.
    """
    before, after = pair.before, undisputed(pair.before, pair.after)
    changed = touched(before, after)
    found = renames(before.loaded, after.loaded)
    unjudged = tuple(sorted({name for system in (before, after) if (name := unusable(system))}))
    with no_garbage_collection():
        compared = Entries(before.loaded, after.loaded, found, changed)
        told = entries(compared, before, after)
        moved = {entry.old_file: entry.file for entry in told if entry.old_file}
        return Diff(
            *asked,
            commit=pair.commit,
            start=pair.start,
            day=today,
            entries=told,
            declared=declared(before, after, changed, moved),
            consequences=_consequences(before, compared.before, after) if changed else None,
            findings=_findings(before, pair.after, found, judge) if changed and not unjudged else None,
            names=names(before, after),
            touched=changed,
            unjudged=unjudged,
            unread=len(before.loaded.opaque & after.loaded.opaque),
        )


def _findings(before: System, after: System, found: Renames, judge: Judge) -> Change:
    new = judge(after)  # first: what was found before may be under way in another process
    return findings(judge(before), with_what_became(new, before.loaded, found.new), found)


def _consequences(before: System, old: Loaded, after: System) -> Consequences | None:
    """Give the consequences, what cannot be read on one side taken from the other."""
    one, other = _register(before, mended(old, after.loaded)), _register(after, mended(after.loaded, old))
    return consequences(one, _without_guesses(other, old)) if one and other else None


def _without_guesses(register: Register, old: Loaded) -> Register:
    """Give a register in which an id that was there before the change is not taken for a slip of the pen."""
    gone = {(kind, id_) for kind, id_ in register.assumed if id_ in old.entities.get(kind, {})}
    if not gone:
        return register
    return Register(
        register.plansystem,
        register.entities,
        register.today,
        opaque=register.opaque,
        assumed={key: id_ for key, id_ in register.assumed.items() if key not in gone},
        broken=register.broken,
        missing=register.missing | gone,
    )


def _register(system: System, loaded: Loaded) -> Register | None:
    """Give a system's register, linked anew only where what was read is not as it was."""
    if loaded is system.loaded or system.register is None:
        return system.register
    return link(system.root, system.contents, loaded, system.register.today).register
