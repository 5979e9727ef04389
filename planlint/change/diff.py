"""Two plan systems in, what is different out: for `planlint diff`, and for `check --base`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.change.became import with_what_became
from planlint.change.comparison import mended
from planlint.change.consequences import find_consequences
from planlint.change.declared import declared
from planlint.change.diff_model import Diff
from planlint.change.entries import Entries, entries
from planlint.change.guesses import without_guesses
from planlint.change.held import unheard
from planlint.change.hides import find_hidden
from planlint.change.mended import find_mended
from planlint.change.old_gaps import still_gaps
from planlint.change.outcome import STALE, compare, with_new_ids
from planlint.law import bestemmelser
from planlint.system import link_system, no_garbage_collection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from planlint.base import Diagnostic
    from planlint.change.comparison import Comparison
    from planlint.change.consequence_model import Consequences
    from planlint.change.diff_model import Declared
    from planlint.change.outcome import OutcomeChange
    from planlint.model import Plansystem
    from planlint.register import Register
    from planlint.system import Loaded, System

    Judge = Callable[[System], Iterable[Diagnostic]]
    Names = dict[tuple[str, str], str]

_SECTIONS = {
    "plantype": ("plantyper", "navn"),
    "måltype": ("maaltyper", "navn"),
    "nivå": ("nivaaer", "navn"),
    "sektor": ("sektorer", "navn"),
    "organ": ("organer", "navn"),
    "kilde": ("kilder", "tittel"),
    "bestemmelse": ("bestemmelser", "navn"),
}


def make_diff(change: Comparison, today: date, judge: Judge) -> Diff:
    """Compare a plan system before and after a change, on the day that both were opened for.

    `judge` gives the findings of one of them, marked as in a check.
    """
    before, after, touched = change.before, change.undisputed(), change.touched
    unjudged = tuple(sorted({system.unusable for system in (before, after)} - {""}))
    with no_garbage_collection():
        compared = Entries(before.loaded, after.loaded, change.renames, touched)
        told = entries(compared, before, after)
        moved = {entry.old_file: entry.file for entry in told if entry.old_file}
        asked = declared(before, after, touched, moved)
        return Diff(
            change.rev,
            change.head,
            commit=change.commit,
            start=change.start,
            day=today,
            entries=told,
            declared=asked,
            consequences=_consequences(change, compared.before, after) if touched else None,
            findings=_findings(change, asked, judge) if touched and not unjudged else None,
            names={
                **names_of(before, after),
                **{("", one.file): one.tittel for one in told if one.what == "doubled"},
                **_known_names(before, after),
            },
            touched=touched,
            unjudged=unjudged,
            unread=len(before.loaded.opaque & after.loaded.opaque),
            is_unsettled=_is_unsettled(change),
            drafts=frozenset(_drafts(before, after)),
        )


def _known_names(before: System, after: System) -> Names:
    """Give what the known findings that cannot be read after a change were about, by the path of each file."""
    lost = set(after.loaded.lost_avvik)
    return {
        ("", item.file): before.loaded.name(item.avvik.gjelder) for item in before.loaded.avvik if item.file in lost
    }


def _drafts(*systems: System) -> Iterator[tuple[str, str]]:
    return (("maal", id_) for system in systems if system.register for id_ in system.register.utkast)


def _findings(change: Comparison, asked: Declared, judge: Judge) -> OutcomeChange:
    """Compare the findings before and after, the former taken to be about the new ids.

    What a fault keeps the rules from saying on one of the sides is no difference.
    """
    new = list(judge(change.after))  # first: what was found before may be under way in another process
    old = list(judge(change.before))
    before = with_new_ids(old, change.renames)
    gaps = _gaps(new) - _gaps(before)
    judged, new = new, still_gaps(before, new, change)
    news = find_mended(change, old, new)
    told = compare(before, [item for item in with_what_became(new, change) if item.code != STALE])
    silent = with_new_ids(unheard(change.before, change.after, judge, old), change.renames)
    was = _marks(silent)
    kept = unheard(change.after, change.before, judge, new)
    now = _marks(kept)
    accepted = _marks(item for item in before if item.status in {"known", "suppressed"}) - _marks(new)
    gone = tuple(item for item in told.gone if item.fingerprint not in now)
    return replace(
        told,
        new=tuple(item for item in told.new if item.fingerprint not in was),
        gone=gone,
        held=tuple(item for item in told.gone if item.fingerprint in now),
        held_known=tuple(item for item in kept if item.fingerprint in accepted),
        mended=len(news.rettet),
        idle=told.idle + len(news.bortfalt),
        gaps=len(gaps),
        gaps_touched=len(gaps & _gaps(item for item in judged if item.place.file in change.touched)),
        hidden=find_hidden((change.before, change.after), asked, [*before, *silent], new, judge),
    )


def _marks(found: Iterable[Diagnostic]) -> set[str]:
    return {item.fingerprint for item in found}


def _gaps(found: Iterable[Diagnostic]) -> set[str]:
    return _marks(item for item in found if item.status == "gap")


def _is_unsettled(change: Comparison) -> bool:
    """Tell whether anything refers in vain to the former name of what the content alone tells of."""
    register = change.after.register
    asked = register.missing | register.assumed.keys() if register else frozenset()
    return any(key in asked for key in change.renames.guessed)


def _consequences(change: Comparison, old: Loaded, after: System) -> Consequences | None:
    """Give the consequences, what cannot be read on one side taken from the other, and former names as the new ones."""
    before = change.before
    one, other = _register(before, mended(old, after.loaded)), _register(after, mended(after.loaded, old))
    if one is None or other is None or before.register is None:
        return None
    return find_consequences(one, without_guesses(other, before.register, change.renames.new))


def _register(system: System, loaded: Loaded) -> Register | None:
    """Give a system's register, linked anew only where what was read is not as it was."""
    if loaded is system.loaded or system.register is None:
        return system.register
    return link_system(system.root, system.contents, loaded, system.register.today).register


def declared_names(system: Plansystem) -> Names:
    """Give the names of all that plansystem.yaml declares, by kind and id."""
    return {
        (kind, id_): getattr(item, name)
        for kind, (section, name) in _SECTIONS.items()
        for id_, item in getattr(system, section).items()
    }


def names_of(before: System, after: System) -> Names:
    """Give the titles of all that a detail may refer to, by kind and id; of one that has got another, the new one."""
    found: Names = {("bestemmelse", id_): one.navn for id_, one in bestemmelser().items()}
    for system in (before, after):
        found |= declared_names(system.loaded.plansystem) if system.loaded.plansystem else {}
        for kind, entities in system.loaded.entities.items():
            found |= {(kind, id_): entity.tittel for id_, entity in entities.items()}
    return found
