"""What can be written at a place: what may be named there, by its title; the words of a field; and fields with help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol.types import CompletionItem, CompletionItemKind, CompletionList, MarkupContent, MarkupKind, TextEdit

from planlint.living import declared, kind_of_file, outline_at, title_of
from planlint.model import KINDS, Avvik, Plansystem, fields_at, is_named_by_key, reference_kinds, words_at
from planlint.source import lines as rows_of
from planlint.text import alphabetical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lsprotocol.types import Position, Range
    from pydantic import BaseModel

    from planlint.base import Step
    from planlint.lsp.session import Session


def complete(session: Session, uri: str, position: Position) -> CompletionList:
    """Give all that fits at a place; the editor picks by what is typed: a part of the title, or of the id."""
    path = session.path(uri)
    kind = kind_of_file(path)
    if not kind:
        return CompletionList(is_incomplete=False, items=[])
    lines = session.lines(path)
    spot = outline_at(rows_of(lines.text), *lines.place(position))
    there = lines.range(spot.span)
    models: dict[str, type[BaseModel]] = {**KINDS, "plansystem": Plansystem, "avvik": Avvik}
    model = models[kind]
    items = [*_named(session, kind, (*spot.path, ""), there, by_key=True)] if spot.part == "key" else []
    items += _named(session, kind, spot.path, there, by_key=False) if spot.part == "value" else []
    items += _words(session, model, spot.path, there) if spot.part == "value" else []
    items += _fields(model, spot.path, there)
    return CompletionList(is_incomplete=False, items=items)


def _named(
    session: Session, kind: str, path: tuple[Step, ...], there: Range, *, by_key: bool
) -> Iterator[CompletionItem]:
    """Yield all that may be named at a path, in the order of their titles."""
    if is_named_by_key(kind, path) != by_key:
        return
    system = session.system
    known = [
        (title_of(system, one, id_) or id_, id_)
        for one in reference_kinds(kind, path)
        for id_ in system.loaded.entities.get(one) or declared(system.loaded.plansystem, one)
    ]
    for number, (title, id_) in enumerate(sorted(known, key=lambda pair: (alphabetical(pair[0]), pair[1]))):
        new = f"{id_}: " if by_key else id_
        yield CompletionItem(
            title, kind=CompletionItemKind.Reference, detail=id_, filter_text=f"{title} {id_}",
            sort_text=f"{number:06}", text_edit=TextEdit(there, new),
        )  # fmt: skip


def _words(session: Session, model: type[BaseModel], path: tuple[Step, ...], there: Range) -> Iterator[CompletionItem]:
    for number, word in enumerate(words_at(model, path)):
        detail = str(session.lang.value(word))
        yield CompletionItem(
            word, kind=CompletionItemKind.EnumMember, detail=detail if detail != word else None,
            sort_text=f"{number:06}", text_edit=TextEdit(there, word),
        )  # fmt: skip


def _fields(model: type[BaseModel], path: tuple[Step, ...], there: Range) -> Iterator[CompletionItem]:
    for number, (name, text) in enumerate(fields_at(model, path).items()):
        yield CompletionItem(
            name, kind=CompletionItemKind.Field, documentation=MarkupContent(MarkupKind.PlainText, text),
            sort_text=f"~{number:06}", text_edit=TextEdit(there, f"{name}: "),
        )  # fmt: skip
