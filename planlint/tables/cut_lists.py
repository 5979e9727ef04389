"""A long list in parts, where all of it would make a page too heavy to open on a telephone.

A list is groups with rows. Where it is cut, is decided by what the rows weigh, and that is told the same in every
language: a row stands at one address whatever language the site is drawn in.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

G = TypeVar("G")
T = TypeVar("T")
MOST = 56_000
"""So many bytes of rows are a page: with its frame, styles and script it is then under 150 KB."""


@dataclass(frozen=True, slots=True)
class ListPart(Generic[G, T]):
    """A page of a list: its path, its number among how many, and its groups, of which the first may be a rest."""

    sti: str
    nummer: int
    antall: int
    grupper: tuple[tuple[G, tuple[T, ...]], ...]

    @property
    def rows(self) -> tuple[T, ...]:
        """Its rows, whatever group they are in."""
        return tuple(row for _, rows in self.grupper for row in rows)


def is_light(groups: Iterable[tuple[G, Sequence[T]]], weight: Callable[[T], int], head: int) -> bool:
    """Tell whether all rows can stand on one page; `head` is what each group weighs beside its rows."""
    return sum(head + sum(map(weight, rows)) for _, rows in groups) <= MOST


def list_parts(
    sti: str, groups: Iterable[tuple[G, Sequence[T]]], weight: Callable[[T], int], head: int = 0
) -> tuple[ListPart[G, T], ...]:
    """Give the pages of a list, in order, the first at `sti`; a group that does not fit goes on at the next page.

    A list without groups has one page too.
    """
    packed = list(_packed(groups, weight, head)) or [()]
    stem = sti.removesuffix(".html")
    return tuple(
        ListPart(sti if number == 1 else f"{stem}-{number}.html", number, len(packed), page)
        for number, page in enumerate(packed, 1)
    )


def _packed(
    groups: Iterable[tuple[G, Sequence[T]]], weight: Callable[[T], int], head: int
) -> Iterator[tuple[tuple[G, tuple[T, ...]], ...]]:
    page: list[tuple[G, tuple[T, ...]]] = []
    left = MOST
    for group, lines in groups:
        rows: list[T] = []
        left -= head
        for line in lines:
            if left < (heavy := weight(line)) and (rows or page):
                yield tuple([*page, (group, tuple(rows))] if rows else page)
                page, rows, left = [], [], MOST - head
            rows.append(line)
            left -= heavy
        page.append((group, tuple(rows)))
    if page:
        yield tuple(page)
