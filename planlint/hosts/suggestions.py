"""Safe fixes of what a change has written, as changes of lines that its author can take in with one click.

Only what needs nobody's judgement (`planlint fix` without --unsafe), only on lines that are the change's own, each
whole in itself, and no more than a handful.
"""

from __future__ import annotations

import hashlib
from difflib import SequenceMatcher
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from planlint.base import shortened
from planlint.change import GitError, touched_lines
from planlint.fixes import FORM, FixRequest, each_alone
from planlint.hosts.host import Suggestion
from planlint.output import harmless, neutral_markdown
from planlint.rules import RULES
from planlint.source import PLANS, UnreadableError, decode
from planlint.system import UsageError, open_system

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from planlint.fixes import LoneFix
    from planlint.text import Language

MOST = 5
"""As many as stand open on one change; the next ones come when these are taken in."""
LONGEST = 10
"""Lines of one suggestion."""
WIDEST = 2_000
"""Characters of one suggestion, and of what is said of it."""


def suggestions(root: Path, prefix: str, between: tuple[str, str], day: date, lang: Language) -> list[Suggestion]:
    """Give what can be suggested on the change between two commits, in the order of files and lines.

    `prefix` is the way from the repository to the plan system. What cannot be read, or compared, gets none.
    """
    try:
        touched = touched_lines(root, *between, PLANS)
        system = open_system(root, day) if touched else None
    except (GitError, UsageError):
        return []
    if system is None or system.unusable:
        return []
    found: list[Suggestion] = []
    for fix in each_alone(system, day, FixRequest(ignore=(FORM,), only=tuple(touched))):
        one = _suggestion(fix, touched.get(fix.file, set()), prefix, lang)
        if one and not any(_overlap(one, other) for other in found):
            found.append(one)
        if len(found) == MOST:
            break
    return sorted(found, key=lambda one: (one.file, one.first))


def _overlap(one: Suggestion, other: Suggestion) -> bool:
    return one.file == other.file and one.first <= other.last and other.first <= one.last


def _suggestion(fix: LoneFix, touched: set[int], prefix: str, lang: Language) -> Suggestion | None:
    """Give a fix as lines instead of lines; None where it is none, or reaches outside the change."""
    try:
        old, new = decode(fix.before).split("\n"), decode(fix.after).split("\n")
    except UnreadableError:
        return None
    stretch = _stretch(old, new)
    if stretch is None:
        return None
    first, last, lines = stretch
    text = "\n".join((*old[first - 1 : last], *lines))
    if not set(range(first, last + 1)) <= touched or not _is_plain(text) or max(len(lines), last - first + 1) > LONGEST:
        return None
    file = prefix + fix.file
    said = lang.render(fix.proposal.text, fix.proposal.args)
    about = f"{fix.proposal.code} {RULES[fix.proposal.code].name}"
    told = f"{lang.gettext('planlint kan rette dette')}: {neutral_markdown(said, WIDEST // 2)} ({about})"
    return Suggestion(file, first, last, tuple(lines), told, _mark(file, old[first - 1 : last], lines))


def _stretch(old: list[str], new: list[str]) -> tuple[int, int, list[str]] | None:
    """Give the lines from the first that differs to the last, and what stands there instead.

    Where lines are only added, the one above is taken with them, for something must be replaced.
    """
    changes = [code for code in SequenceMatcher(None, old, new, autojunk=False).get_opcodes() if code[0] != "equal"]
    if not changes:
        return None  # only line ends, or what ends the file
    start, end, begins, ends = changes[0][1], changes[-1][2], changes[0][3], changes[-1][4]
    if start == end:
        if not start:
            return None
        start, begins = start - 1, begins - 1
    return start + 1, end, new[begins:ends]


def _is_plain(text: str) -> bool:
    return harmless(text.replace("\n", "")) == text.replace("\n", "") and len(text) <= WIDEST


def _mark(file: str, old: Iterable[str], new: Iterable[str]) -> str:
    raw = "\x1f".join((file, *old, "\x1e", *new)).encode(errors="surrogateescape")
    return hashlib.sha256(raw).hexdigest()[:16]


def marked(suggestion: Suggestion) -> str:
    """Give the mark of a suggestion as it stands in a comment."""
    return f"<!-- {_words(suggestion)} -->"


def _words(suggestion: Suggestion) -> str:
    return f"planlint-rettelse {suggestion.mark}"


def is_sound(suggestion: Suggestion) -> bool:
    """Tell whether a suggestion is one that we could have made; it may come from a stranger."""
    path = PurePosixPath(suggestion.file)
    text = "\n".join(suggestion.lines)
    return (
        0 < suggestion.first <= suggestion.last < suggestion.first + LONGEST
        and len(suggestion.lines) <= LONGEST
        and not path.is_absolute()
        and ".." not in path.parts
        and PLANS in path.parts
        and path.suffix in {".yaml", ".yml"}
        and _is_plain(f"{text}\n{suggestion.file}")
        and not any("\n" in line for line in (*suggestion.lines, suggestion.file))
        and suggestion.mark.isalnum()
    )


def as_comment(suggestion: Suggestion) -> str:
    """Give what is said on the lines, over the block with the suggestion."""
    return f"{marked(suggestion)}\n{shortened(suggestion.said, WIDEST)}"


def unsaid(found: Iterable[Suggestion], said: str) -> list[Suggestion]:
    """Give the suggestions that have not been made on the change before."""
    return [one for one in found if _words(one) not in said]
