"""What a newer edition of the statutes changes in the paragraphs that planlint's provisions rest on.

Compares tekster/ with a folder of statutes in the form of Lovdata's open data (lov-YYYY-MM-DD-N.md): the paragraphs
with the duties, those that the days rest on (that of entry into force), and the day at the top. Reads files only.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from planlint.base import N_, Trouble, read_plain
from planlint.law.provision_text import file_name, in_force, paragraphs, text_of, text_read
from planlint.law.provisions import bestemmelser

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from planlint.law.provisions import Bestemmelse

_CONTEXT = 8
_LEFT_OUT = "…"
_MOST = 16 << 20


class UnusableFolderError(Trouble):
    """The folder holds no statute, or one that cannot be read; the message says which, for a person."""


class SomeWords(NamedTuple):
    """Some words of a paragraph: taken out («-»), put in («+»), the same in both (« »), or left out here («…»)."""

    slag: str
    tekst: str


class ChangedParagraph(NamedTuple):
    """A paragraph that is not as it was read: the provisions that rest on it, and the words; none where it is gone.

    `dager`: the days of these provisions rest on it, not what they ask for.
    """

    lov: str
    paragraf: str
    bestemmelser: tuple[Bestemmelse, ...]
    ord: tuple[SomeWords, ...]
    dager: bool = False


class ChangedDay(NamedTuple):
    """A statute whose day of entry into force is another than when it was read: its name, and both as they stand."""

    lov: str
    foer: str
    naa: str


class LawComparison(NamedTuple):
    """What comparing gave: what is changed, what the folder lacks, what was never read, and how many are the same.

    `like` counts paragraphs, as `endret` does.
    """

    endret: tuple[ChangedParagraph, ...]
    dager: tuple[ChangedDay, ...]
    mangler: tuple[Bestemmelse, ...]
    ulest: tuple[Bestemmelse, ...]
    like: int

    @property
    def is_changed(self) -> bool:
        """Whether anything must be read again."""
        return bool(self.endret or self.dager)


def _file(mappe: Path, navn: str) -> Path | None:
    """Give a statute's file: by its name, or one that has a part of it (…-kap5.md), in the folder or one below it."""
    found = sorted(path for pattern in (f"{navn}.md", f"{navn}-*.md") for path in mappe.rglob(pattern))
    return found[0] if found else None


def _read(file: Path) -> str:
    try:
        return read_plain(file, _MOST, follow=True).decode()
    except UnicodeDecodeError:
        raise UnusableFolderError(N_("{fil} er ikke tekst i UTF-8."), fil=file.name) from None


def _statutes(mappe: Path, navn: set[str]) -> Mapping[str, str]:
    """Read the statutes that the folder has. Raises UnusableFolderError where there is none, or no paragraph in one."""
    if not mappe.is_dir():
        raise UnusableFolderError(N_("Mappen {mappe} finnes ikke."), mappe=mappe)
    files = {name: file for name in sorted(navn) if (file := _file(mappe, name))}
    if not files:
        raise UnusableFolderError(
            N_("{mappe} har ingen av lovene. Filene heter som lov-2008-06-27-71.md."), mappe=mappe
        )
    found = {name: _read(file) for name, file in files.items()}
    for name, text in found.items():
        if not paragraphs(text):
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


def _changes(rows: list[Bestemmelse], old: dict[str, str], new: dict[str, str]) -> Iterator[ChangedParagraph]:
    """Yield the paragraphs of one statute that are changed or gone, in the order in which they stand."""
    for name, text in old.items():
        words = word_difference(text, new[name]) if name in new else ()
        if name in new and not words:
            continue
        own = tuple(one for one in rows if one.paragraf == name)
        those = own or tuple(one for one in rows if one.has_day_from(name))
        yield ChangedParagraph(rows[0].lov, name, those, words, dager=not own)


def compare_law(mappe: Path) -> LawComparison:
    """Compare the paragraphs that were read with those of a folder. Raises UnusableFolderError."""
    every = list(bestemmelser().values())
    read: dict[str, list[Bestemmelse]] = {}
    for one in every:
        if text_of(one):
            read.setdefault(file_name(one.lovnummer), []).append(one)
    statutes = _statutes(mappe, set(read))
    changed: list[ChangedParagraph] = []
    days, same = [], 0
    for name, text in statutes.items():
        old = paragraphs(text_read(name))
        found = list(_changes(read[name], old, paragraphs(text)))
        changed, same = changed + found, same + len(old) - len(found)
        before, now = in_force(text_read(name)), in_force(text)
        days += [ChangedDay(read[name][0].lov, before, now)] if before != now else []
    missing = tuple(one for name, rows in read.items() if name not in statutes for one in rows)
    unread = tuple(one for one in every if not text_of(one))
    return LawComparison(tuple(changed), tuple(days), missing, unread, same)
