"""Suppressions follow what they stand at: an edit carries the comment with its node, or takes it out with it.

No edit makes such a comment be about anything else that was there before: its reason was not given for that.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from planlint.base import N_, Message
from planlint.edit.nodes import NodeChange, changed, line_end, line_start
from planlint.source import bound_comments, line_starts, spot_lines

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from planlint.base import Step
    from planlint.source import BoundComment, BoundText

    Path = tuple[Step, ...]
    Stretch = tuple[int, int] | None
    Spots = frozenset[tuple[Path, str]]


def follow(stretches: Iterable[Stretch], changes: Iterable[NodeChange]) -> list[Stretch]:
    """Give where stretches of a text are when it is changed; None for those that a change has taken."""
    changes = sorted(changes)
    starts, ends = [item.start for item in changes], [item.end for item in changes]
    moves = [0, *accumulate(len(item.text) - (item.end - item.start) for item in changes)]
    found: list[Stretch] = []
    for stretch in stretches:
        before = bisect_right(ends, stretch[0]) if stretch else 0
        if stretch is None or before < bisect_left(starts, stretch[1]):
            found.append(None)
        else:
            found.append((stretch[0] + moves[before], stretch[1] + moves[before]))
    return found


_GONE = N_("{fil}: `{unntak}` gjaldt noe som er tatt bort, og er tatt bort sammen med det.")


def gone_with(file: str, comments: Iterable[str]) -> list[Message]:
    """Tell of comments that went with what they were about."""
    return [Message.of_text(_GONE, fil=file, unntak=text.partition("planlint:")[2].strip()) for text in comments]


class MisplacedError(LookupError):
    """A comment would come to be about something else, wherever it is put."""


def settled(
    text: str, was: BoundText, stretches: Sequence[Stretch], kept: Mapping[Path, Path]
) -> tuple[str, list[str]]:
    """Give an edited text with its comments where they belong, and those that went with what they were about.

    `was` are the comments before the edit, `stretches` where each is now, `kept` where each part of the data is now.
    Raises MisplacedError where one cannot be right, and UnreadableError where the text is no YAML.
    """
    old = frozenset((kept[path], part) for path, part in was.lines if path in kept)
    wanted = [frozenset((kept[path], part) for path, part in item.spots if path in kept) for item in was.comments]
    gone = {
        at
        for at, (item, spots, stretch) in enumerate(zip(was.comments, wanted, stretches, strict=True))
        if not _named(spots) and (stretch is None or item.spots)
    }
    here = _Comments(text, [*stretches])
    here.cut(*gone)
    for at in here.wrong(gone, wanted, old):
        here.put(at, was.comments[at].text, wanted[at])
    wrong = here.wrong(gone, wanted, old)
    for at in wrong:
        if stretches[at] is not None:
            raise MisplacedError
        here.cut(at)  # what it stood at was written anew, on one line with what it was not about
    gone.update(wrong)
    if here.wrong(gone, wanted, old):
        raise MisplacedError
    return here.text, [was.comments[at].text for at in sorted(gone)]


def without_comment(text: str, line: int) -> tuple[str, str]:
    """Give a text without its comment to planlint on a line (from 1), and the comment; "" where there is none."""
    starts = line_starts(text)
    for item in bound_comments(text).comments:
        if bisect_right(starts, item.start) == line:
            here = _Comments(text, [(item.start, item.end)])
            here.cut(0)
            return here.text, item.text
    return text, ""


def _named(spots: Spots) -> Spots:
    """Give the places that are more than the file as a whole, which is shown at its first key."""
    return frozenset(spot for spot in spots if spot[0])


def _is_right(item: BoundComment, wanted: Spots, old: Spots) -> bool:
    """Tell whether a comment is about all that it was about; what is more than that is new, and a part of it."""
    more, paths = item.spots - wanted, {path for path, _ in _named(wanted)}
    return (
        _named(wanted) <= item.spots
        and more.isdisjoint(old)
        and all(any(path[:length] in paths for length in range(1, len(path))) for path, _ in more)
    )


class _Comments:
    """A text while its comments are put right, and where each of them is."""

    def __init__(self, text: str, stretches: list[Stretch]) -> None:
        self.text = text
        self.stretches = stretches

    def _change(self, *changes: NodeChange) -> None:
        self.text = changed(self.text, changes)
        self.stretches = follow(self.stretches, changes)

    def cut(self, *numbers: int) -> None:
        """Take comments out, each with its line where that has nothing else."""
        self._change(*(self._cut(*stretch) for number in numbers if (stretch := self.stretches[number])))

    def _cut(self, start: int, end: int) -> NodeChange:
        first = line_start(self.text, start)
        row = self.text[first:start]
        if not row.strip():
            return NodeChange(first, line_end(self.text, start), "")
        return NodeChange(first + len(row.rstrip(" \t")), end, "")

    def put(self, number: int, words: str, wanted: Spots) -> None:
        """Write a comment on a line of its own above the outermost of what it is about, where there is such."""
        outermost = min((path for path, _ in _named(wanted)), key=len, default=None)
        if outermost is None:
            return
        self.cut(number)
        at = line_starts(self.text)[spot_lines(self.text)[outermost, "key"] - 1]
        row = self.text[at:]
        blanks = row[: len(row) - len(row.lstrip(" "))]
        newline = "\r\n" if "\r\n" in self.text else "\n"
        self._change(NodeChange(at, at, f"{blanks}{words}{newline}"))
        self.stretches[number] = (at + len(blanks), at + len(blanks) + len(words))

    def wrong(self, gone: Container[int], wanted: Sequence[Spots], old: Spots) -> list[int]:
        """Give the comments that are not about what they are to be about; those that are gone are about nothing."""
        there = {(item.start, item.end): item for item in bound_comments(self.text).comments}
        found = ((at, there.get(stretch or (-1, -1))) for at, stretch in enumerate(self.stretches) if at not in gone)
        return [at for at, item in found if item is None or not _is_right(item, wanted[at], old)]
