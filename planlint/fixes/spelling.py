"""The form of a file: key order, one kind of line break, no blanks at the ends of lines, a line break at the end.

What the file says, its doubts and its comments are the same afterwards; where they would not be, it is left as it is.
What lies in plans/avvik/ is planlint's own to write, and files whose line breaks are all of Windows' kind are left that
way: git may have made them so.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Any

from yaml.error import YAMLError as PyYAMLError

from planlint.base import N_
from planlint.edit import MODELS, is_same
from planlint.fixes.fix import FixProposal, kind_of
from planlint.fixes.fix_comments import comments, spoken
from planlint.fixes.fix_order import in_order, is_disordered
from planlint.fixes.fixable import FORM
from planlint.source import Issue, UnreadableError, compose, construct, decode, is_avvik, parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


_BOM = b"\xef\xbb\xbf"
_TRAILING = re.compile(r"(?<![ \t])[ \t]+(?=\r?\n|\Z)")
_BREAKS, _BLANKS, _END, _ORDER = (
    N_("like linjeskift i hele filen"),
    N_("mellomrom på slutten av linjer"),
    N_("ett linjeskift på slutten av filen"),
    N_("rekkefølgen på feltene"),
)


def _says_the_same(old: str, new: str) -> bool:
    try:
        (was, doubts), (is_, others) = parse(old), parse(new)
        facts = [sorted(f"{issue.code} {issue.args}" for issue in issues) for issues in (doubts, others)]
        same = is_same(was, is_) and facts[0] == facts[1] and comments(old) == comments(new)
        return same and spoken(old) == spoken(new)
    except (UnreadableError, PyYAMLError):
        return False


def _blocks(node: Any) -> Iterator[tuple[int, int]]:
    """Yield where texts of several lines begin and end: blanks in them may be theirs."""
    if node.id == "scalar":
        if node.start_mark.line != node.end_mark.line:
            yield node.start_mark.index, node.end_mark.index
        return
    for part in node.value:
        for inner in part if isinstance(part, tuple) else (part,):
            yield from _blocks(inner)


def _no_blanks(text: str) -> str:
    blocks = list(_blocks(compose(text)))
    starts = [at for at, _ in blocks]

    def inside(at: int) -> bool:
        before = bisect_left(starts, at) - 1  # the last block that begins before
        return before >= 0 and at < blocks[before][1]

    kept = {match.start() for match in _TRAILING.finditer(text) if inside(match.start())}
    return _TRAILING.sub(lambda match: match[0] if match.start() in kept else "", text)


def _one_end(text: str) -> str:
    newline = "\r\n" if "\r\n" in text else "\n"
    return text.rstrip("\r\n") + newline


def formed(text: str, kind: str) -> tuple[str, tuple[str, ...]]:
    """Give a file's text in form, and what was done. Raises UnreadableError."""
    done = []
    crlf = text.count("\r\n")
    steps: tuple[tuple[str, Callable[[str], str]], ...] = (
        (_BREAKS, lambda old: old.replace("\r\n", "\n") if 0 < crlf < old.count("\n") else old),
        (_BLANKS, lambda old: _no_blanks(old) if _TRAILING.search(old) else old),
        (_END, _one_end),
        (_ORDER, lambda old: _in_order(old, kind)),
    )
    for name, step in steps:
        new = step(text)
        if new != text and _says_the_same(text, new):
            text = new
            done.append(name)
    return text, tuple(done)


def _in_order(text: str, kind: str) -> str:
    root, issues = compose(text), list[Issue]()
    construct(root, issues)
    if not is_disordered(root, MODELS[kind]) or any(issue.code != "PL008" for issue in issues):
        return text
    return in_order(text, MODELS[kind], lambda new: _says_the_same(text, new))


def propose(file: str, raw: bytes) -> FixProposal | None:
    """Give a file in form; None where it is, or cannot be read."""
    kind = kind_of(file)
    if kind not in MODELS or is_avvik(file):
        return None
    try:
        old = decode(raw)
        new, done = formed(old, kind)
    except UnreadableError:
        return None
    if new == old:
        return None
    whole = (_BOM if raw.startswith(_BOM) else b"") + new.encode()
    return FixProposal(FORM, file, safe=True, text=N_("{hva}"), args={"hva": done}, files={file: whole})
