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

_CONTEXT = 8
_LEFT_OUT = "…"


class UnusableFolderError(Trouble):
    """The folder holds no statute, or one that cannot be read; the message says which, for a person."""


class SomeWords(NamedTuple):
    """Some words of a paragraph: taken out («-»), put in («+»), the same in both (« »), or left out here («…»)."""

    slag: str
    tekst: str


class ChangedParagraph(NamedTuple):
    """A paragraph that is not as it was read: the provisions that rest on it, and the words; none where it is gone."""

    bestemmelser: tuple[Bestemmelse, ...]
    ord: tuple[SomeWords, ...]


class LawComparison(NamedTuple):
    """What comparing gave: what is changed, what the folder lacks, what was never read, and how many are the same."""

    endret: tuple[ChangedParagraph, ...]
    mangler: tuple[Bestemmelse, ...]
    ulest: tuple[Bestemmelse, ...]
    like: int


def _file(mappe: Path, navn: str) -> Path | None:
    """Give a statute's file: by its name, or one that has a part of it (…-kap5.md), in the folder or one below it."""
    found = sorted(path for pattern in (f"{navn}.md", f"{navn}-*.md") for path in mappe.rglob(pattern))
    return found[0] if found else None


def _read(file: Path) -> dict[str, str]:
    try:
        return paragraphs(file.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        raise UnusableFolderError(N_("{fil} er ikke tekst i UTF-8."), fil=file.name) from None


def _statutes(mappe: Path, navn: set[str]) -> Mapping[str, dict[str, str]]:
    """Read the statutes that the folder has. Raises UbrukeligMappeError where there is none, or no paragraph in one."""
    if not mappe.is_dir():
        raise UnusableFolderError(N_("Mappen {mappe} finnes ikke."), mappe=mappe)
    files = {name: file for name in sorted(navn) if (file := _file(mappe, name))}
    if not files:
        raise UnusableFolderError(
            N_("{mappe} har ingen av lovene. Filene heter som lov-2008-06-27-71.md."), mappe=mappe
        )
    found = {name: _read(file) for name, file in files.items()}
    for name, those in found.items():
        if not those:
            raise UnusableFolderError(N_("{fil} har ingen paragrafer."), fil=files[name].name)
    return found


def _shortened(words: list[str], *, first: bool, last: bool) -> Iterator[SomeWords]:
    """Give words that are the same in both, those far from any change left out."""
    if first and len(words) > _CONTEXT:
        yield from (SomeWords(_LEFT_OUT, ""), SomeWords(" ", " ".join(words[-_CONTEXT:])))
    elif last and len(words) > _CONTEXT:
        yield from (SomeWords(" ", " ".join(words[:_CONTEXT])), SomeWords(_LEFT_OUT, ""))
    elif len(words) > 2 * _CONTEXT and not (first or last):
        yield from (
            SomeWords(" ", " ".join(words[:_CONTEXT])),
            SomeWords(_LEFT_OUT, ""),
            SomeWords(" ", " ".join(words[-_CONTEXT:])),
        )
    elif words:
        yield SomeWords(" ", " ".join(words))


def word_difference(old: str, new: str) -> tuple[SomeWords, ...]:
    """Give what differs between two texts word by word, with some words on each side; nothing where none differs."""
    before, after = old.split(), new.split()
    found: list[SomeWords] = []
    steps = SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes()
    if [step[0] for step in steps] in ([], ["equal"]):
        return ()
    for at, (kind, a, b, c, d) in enumerate(steps):
        if kind == "equal":
            found += _shortened(before[a:b], first=at == 0, last=at == len(steps) - 1)
            continue
        found += [SomeWords("-", " ".join(before[a:b]))] if b > a else []
        found += [SomeWords("+", " ".join(after[c:d]))] if d > c else []
    return tuple(found)


def compare_law(mappe: Path) -> LawComparison:
    """Compare the paragraphs that were read with those of a folder. Raises UbrukeligMappeError."""
    read = [one for one in bestemmelser().values() if text_of(one)]
    names = {one.id: file_name(one.lovnummer) for one in read}
    statutes = _statutes(mappe, set(names.values()))
    known = [one for one in read if names[one.id] in statutes]
    known.sort(key=lambda one: (names[one.id], one.paragraf))
    changed, same = [], 0
    for _, group in groupby(known, key=lambda one: (names[one.id], one.paragraf)):
        rows = tuple(group)
        new = statutes[names[rows[0].id]].get(rows[0].paragraf)
        words = () if new is None else word_difference(text_of(rows[0]), new)
        if new is None or words:
            changed.append(ChangedParagraph(rows, words))
        else:
            same += len(rows)
    missing = tuple(one for one in read if names[one.id] not in statutes)
    unread = tuple(one for one in bestemmelser().values() if not text_of(one))
    return LawComparison(tuple(changed), missing, unread, same)
