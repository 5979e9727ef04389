"""From format 1 to 2: the list plans/avvik.yaml becomes a file for each known finding, comments kept."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from planlint.base import N_, NN_, Message
from planlint.edit.avvik_file import file_of
from planlint.edit.avvik_names import name_of
from planlint.edit.error import EditError
from planlint.edit.new_file import has_schema
from planlint.edit.nodes import child, compose, index_of
from planlint.source import AVVIK, AVVIK_LIST, decode, lines, parse

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from planlint.edit.workspace import Workspace
    from planlint.model import KnownAvvik

NOTES = f"{AVVIK}/LESMEG.md"
"""Where comments go that are about the whole list."""
_COMMENT = re.compile(r"(?<!\S)#.*")
_OURS = ("# yaml-language-server:", "# Kjente funn som er godtatt inntil videre. planlint avvik add")


class Owner(NamedTuple):
    """What a comment is about: a group of the list, or what a known finding in it is about; -1: the whole list."""

    group: int = -1
    entity: str = ""


def split_list(work: Workspace) -> None:
    """Turn the list of format 1 into files, where there is one; the very same findings are known afterwards.

    Comments go with what they are about: with a group's to each of its files, with the list's own to a note beside
    them. Raises EditError where the list cannot be read, or would say something else.
    """
    raw = work.system.contents.get(AVVIK_LIST)
    if raw is None:
        return
    if not isinstance(raw, bytes) or AVVIK_LIST in work.system.loaded.lost_avvik:
        raise EditError(N_("{sti}: {feil}"), sti=AVVIK_LIST, feil=N_("filen kan ikke leses"))
    known = [one for one in work.system.loaded.avvik if one.file == AVVIK_LIST]
    notes = _comments(decode(raw)) if known else {}
    for one, path in zip(known, _paths(work, known), strict=True):
        work.files[path] = _with_comments(_file(work, one), _about(one, notes))
    if notes.get(Owner()):
        work.files[NOTES] = "".join(f"{row.lstrip('# ')}\n" for row in notes[Owner()]).encode()
    work.files[AVVIK_LIST] = None
    text = NN_("{fil}: {n} avvik er flyttet til {mappe}/", "{fil}: {n} avvik er flyttet til {mappe}/")
    work.notes.append(Message.of_text(text, fil=AVVIK_LIST, mappe=AVVIK, n=len(known)))
    after = work.after().loaded
    if after.lost_avvik or {one.avvik for one in after.avvik} != {one.avvik for one in work.system.loaded.avvik}:
        raise EditError(N_("avvikene ville ikke blitt lest slik de var ment"))


def _file(work: Workspace, known: KnownAvvik) -> bytes:
    one = known.avvik
    days = {name: day for name in ("godtatt", "til") if (day := getattr(one, name))}
    fields = {"regel": one.regel, "gjelder": one.gjelder, "grunn": one.grunn, **days, "avtrykk": one.avtrykk}
    return file_of(fields, schema=has_schema(work))


def _paths(work: Workspace, known: list[KnownAvvik]) -> Iterator[str]:
    """Give a path for each: by rule and entity, and by the mark where that is not enough."""
    short = [name_of(one.avvik.regel, one.avvik.gjelder) for one in known]
    number = Counter(short)
    for one, path in zip(known, short, strict=True):
        alone = number[path] == 1 and path not in work.system.contents
        yield path if alone else name_of(one.avvik.regel, one.avvik.gjelder, one.avvik.avtrykk)


def _about(known: KnownAvvik, notes: dict[Owner, list[str]]) -> list[str]:
    group = int(known.path[1])
    return [*notes.get(Owner(group), ()), *notes.get(Owner(group, known.avvik.gjelder), ())]


def _with_comments(raw: bytes, rows: list[str]) -> bytes:
    """Put comments above the first field; what the file says is the same."""
    head, field, rest = raw.decode().partition("regel:")
    whole = "".join([head, *(f"{row}\n" for row in rows), field, rest])
    if parse(whole)[0] != parse(raw.decode())[0]:
        raise EditError(N_("opplysningene kan ikke skrives som en fil"))
    return whole.encode()


def _comments(text: str) -> dict[Owner, list[str]]:
    """Give the comments of a list by what they are about: what begins below, or what stands on the same line."""
    root = compose(text)
    owners = _owners(root)
    starts = [line for line, _ in owners]
    found: dict[Owner, list[str]] = defaultdict(list)
    for number, row in enumerate(lines(_without_values(text, root))):
        match = _COMMENT.search(row)
        if match is None or match[0].startswith(_OURS):
            continue
        after = bisect_right(starts, number)
        if not row[: match.start()].strip() and "\0" not in row and after < len(owners):
            owner = owners[after][1]
        else:
            owner = owners[after - 1][1] if after else Owner()
        found[owner].append(match[0].rstrip())
    return dict(found)


def _owners(root: Any) -> list[tuple[int, Owner]]:
    """Give the line, from 0, at which the list, each group and each of its entities begins, in the file's order."""
    found = [(root.value[_at(root, "avvik")][0].start_mark.line, Owner())]
    for number, group in enumerate(_child(root, "avvik").value):
        found.append((group.start_mark.line, Owner(number)))
        about = _child(group, "gjelder")
        found += [(key.start_mark.line, Owner(number, key.value)) for key, _ in about.value]
    return sorted(found)


def _at(node: Any, key: str) -> int:
    """Give which of a group's keys is the one, that is there: the list has been read."""
    return next(at for at in range(len(node.value)) if at == index_of(node, key))


def _child(node: Any, key: str) -> Any:
    return child(node, _at(node, key))


def _without_values(text: str, node: Any) -> str:
    """Give a text in which no value has a #: a comment is what is left with one."""
    if node.id == "scalar":
        start, end = node.start_mark.index, node.end_mark.index
        return text[:start] + re.sub(r"[^\r\n]", "\0", text[start:end]) + text[end:]
    for part in node.value:
        for inner in part if isinstance(part, tuple) else (part,):
            text = _without_values(text, inner)
    return text
