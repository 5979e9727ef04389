"""What a newer edition of the statutes changes in the paragraphs that planlint's provisions rest on.

Compares tekster/ with a folder of statutes in the form of Lovdata's open data (lov-YYYY-MM-DD-N.md). Reads files only.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from planlint.base import N_, Trouble
from planlint.law.provision_text import file_name, paragraphs, text_of
from planlint.law.provisions import bestemmelser

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from planlint.law.provisions import Bestemmelse

_KONTEKST = 8
_SKILLE = "…"


class UbrukeligMappeError(Trouble):
    """The folder holds no statute, or one that cannot be read; the message says which, for a person."""


class Ord(NamedTuple):
    """Some words of a paragraph: taken out («-»), put in («+»), the same in both (« »), or left out here («…»)."""

    slag: str
    tekst: str


class Endring(NamedTuple):
    """A paragraph that is not as it was read: the provisions that rest on it, and the words; none where it is gone."""

    bestemmelser: tuple[Bestemmelse, ...]
    ord: tuple[Ord, ...]


class Sammenligning(NamedTuple):
    """What comparing gave: what is changed, what the folder lacks, what was never read, and how many are the same."""

    endret: tuple[Endring, ...]
    mangler: tuple[Bestemmelse, ...]
    ulest: tuple[Bestemmelse, ...]
    like: int


def _fil(mappe: Path, navn: str) -> Path | None:
    """Give a statute's file: by its name, or one that has a part of it (…-kap5.md), in the folder or one below it."""
    found = sorted(path for pattern in (f"{navn}.md", f"{navn}-*.md") for path in mappe.rglob(pattern))
    return found[0] if found else None


def _les(file: Path) -> dict[str, str]:
    try:
        return paragraphs(file.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        raise UbrukeligMappeError(N_("{fil} er ikke tekst i UTF-8."), fil=file.name) from None


def _lover(mappe: Path, navn: set[str]) -> Mapping[str, dict[str, str]]:
    """Read the statutes that the folder has. Raises UbrukeligMappeError where there is none, or no paragraph in one."""
    if not mappe.is_dir():
        raise UbrukeligMappeError(N_("Mappen {mappe} finnes ikke."), mappe=mappe)
    files = {name: file for name in sorted(navn) if (file := _fil(mappe, name))}
    if not files:
        raise UbrukeligMappeError(
            N_("{mappe} har ingen av lovene. Filene heter som lov-2008-06-27-71.md."), mappe=mappe
        )
    found = {name: _les(file) for name, file in files.items()}
    for name, those in found.items():
        if not those:
            raise UbrukeligMappeError(N_("{fil} har ingen paragrafer."), fil=files[name].name)
    return found


def _kortet(words: list[str], *, first: bool, last: bool) -> Iterator[Ord]:
    """Give words that are the same in both, those far from any change left out."""
    if first and len(words) > _KONTEKST:
        yield from (Ord(_SKILLE, ""), Ord(" ", " ".join(words[-_KONTEKST:])))
    elif last and len(words) > _KONTEKST:
        yield from (Ord(" ", " ".join(words[:_KONTEKST])), Ord(_SKILLE, ""))
    elif len(words) > 2 * _KONTEKST and not (first or last):
        yield from (Ord(" ", " ".join(words[:_KONTEKST])), Ord(_SKILLE, ""), Ord(" ", " ".join(words[-_KONTEKST:])))
    elif words:
        yield Ord(" ", " ".join(words))


def ordforskjell(old: str, new: str) -> tuple[Ord, ...]:
    """Give what differs between two texts word by word, with some words on each side; nothing where none differs."""
    before, after = old.split(), new.split()
    found: list[Ord] = []
    steps = SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes()
    if [step[0] for step in steps] in ([], ["equal"]):
        return ()
    for at, (kind, a, b, c, d) in enumerate(steps):
        if kind == "equal":
            found += _kortet(before[a:b], first=at == 0, last=at == len(steps) - 1)
            continue
        found += [Ord("-", " ".join(before[a:b]))] if b > a else []
        found += [Ord("+", " ".join(after[c:d]))] if d > c else []
    return tuple(found)


def sammenlign(mappe: Path) -> Sammenligning:
    """Compare the paragraphs that were read with those of a folder. Raises UbrukeligMappeError."""
    read = [one for one in bestemmelser().values() if text_of(one)]
    names = {one.id: file_name(one.lovnummer) for one in read}
    statutes = _lover(mappe, set(names.values()))
    known = [one for one in read if names[one.id] in statutes]
    known.sort(key=lambda one: (names[one.id], one.paragraf))
    changed, same = [], 0
    for _, group in groupby(known, key=lambda one: (names[one.id], one.paragraf)):
        rows = tuple(group)
        new = statutes[names[rows[0].id]].get(rows[0].paragraf)
        words = () if new is None else ordforskjell(text_of(rows[0]), new)
        if new is None or words:
            changed.append(Endring(rows, words))
        else:
            same += len(rows)
    missing = tuple(one for one in read if names[one.id] not in statutes)
    unread = tuple(one for one in bestemmelser().values() if not text_of(one))
    return Sammenligning(tuple(changed), missing, unread, same)
