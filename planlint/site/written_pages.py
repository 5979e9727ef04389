"""The pages of a site, written as they are drawn: every other one by a copy of this process, where that pays.

The copy writes into the same folder, and tells which pages it has drawn. A page that it could not draw or write is
drawn here, so that the fault is told as if there had been one process. All is in place before anything is published.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, NamedTuple

from planlint.base import Beside

if TYPE_CHECKING:
    from collections.abc import Callable

    from planlint.site.drawing import Drawing
    from planlint.site.page import Page

    Write = Callable[[str, bytes], None]

_WORTHWHILE = 100
"""From about so many files a second process saves more than it costs: a page takes a millisecond, a process 15."""
_NUMBER = 2


class _Share(NamedTuple):
    """What one process has drawn: the paths in all, and today's pages without what they show, by their places."""

    paths: list[str]
    listed: list[tuple[int, Page]]


def draw_share(drawing: Drawing, write: Write, share: int, step: Callable[[], None]) -> _Share:
    """Draw and write a share of the pages."""
    done = _Share([], [])
    for edition in drawing.editions:
        for page in edition.share(share, _NUMBER):
            write(edition.folder + page.sti, drawing.draw_then(edition, page))
            done.paths.append(edition.folder + page.sti)
    for place, page in drawing.share(share, _NUMBER):
        write(page.sti, drawing.draw(page))
        done.paths.append(page.sti)
        done.listed.append((place, page.without_content))
        step()
    return done


def write_pages(drawing: Drawing, write: Write, step: Callable[[], None], *, alone: bool) -> list[str]:
    """Write every page, today's and those of other days; give their paths.

    `write` puts a file in its place, whichever process calls it; `alone` keeps it to this one. Raises BuildError for a
    faulty template or an edition of a day that is yet to come, OSError where a page cannot be written.
    """
    drawing.ready()
    gc.freeze()  # what has been read stays: looking through it again for rings costs a tenth of the pages
    many = sum(map(len, drawing.site.register.entities.values())) >= _WORTHWHILE
    other = Beside(lambda: draw_share(drawing, write, 1, lambda: None), worthwhile=many and not alone)
    try:
        mine = draw_share(drawing, write, 0, step)
        theirs = other.result()
    finally:
        other.stop()
    for _ in theirs.listed:
        step()
    drawing.keep_listed([*mine.listed, *theirs.listed])
    return [*mine.paths, *theirs.paths]
