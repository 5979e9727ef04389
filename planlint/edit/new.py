"""A new file: keys in the model's order, the first line an editor needs, and nothing that was not given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.base import N_
from planlint.edit.date_texts import with_quotes
from planlint.edit.error import EditError
from planlint.edit.order import MODELS
from planlint.edit.plain_data import is_same, normal
from planlint.edit.written import pairs
from planlint.source import UnreadableError, parse

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_LIST_OFFSET = 2


def _in_order(kind: str, fields: Mapping[str, object]) -> dict[str, Any]:
    order = [str(field.alias) for field in MODELS[kind].model_fields.values()]
    unknown = [key for key in fields if key not in order]
    return {key: normal(fields[key]) for key in [*order, *unknown] if key in fields}


def _read_back(rows: Sequence[str], data: Mapping[str, object]) -> bytes:
    """Give the bytes of a file's lines, when planlint reads the same data out of them. Raises EditError otherwise."""
    text = "".join(f"{row}\n" for row in rows)
    try:
        written, issues = parse(text)
        safe = is_same(written, data) and not issues
        raw = text.encode()
    except (UnreadableError, UnicodeEncodeError):
        safe = False
    if not safe:
        raise EditError(N_("opplysningene kan ikke skrives som en fil"))
    return raw


def new_file_bytes(kind: str, fields: Mapping[str, object], *, depth: int = 2) -> bytes:
    """Give the bytes of a new file of a kind; `depth` is how many folders it lies below the root.

    With depth 0 the line that names the schema is left out.

    Raises EditError where a value cannot be written.
    """
    data = _in_order(kind, fields)
    head = [f"# yaml-language-server: $schema={'../' * depth}schema/{kind}.json"] if depth else []
    rows = [*head, *pairs(with_quotes(MODELS[kind], data), 0, _LIST_OFFSET)]
    return _read_back(rows, data)


def plain_file_bytes(data: Mapping[str, object], head: tuple[str, ...] = ()) -> bytes:
    """Give the bytes of a YAML file that is no entity: `head` are the comments at the top of it.

    Raises EditError where a value cannot be written.
    """
    plain = {key: normal(value) for key, value in data.items()}
    return _read_back([*(f"# {line}" for line in head), *pairs(plain, 0, _LIST_OFFSET)], plain)
