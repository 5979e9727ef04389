"""The edits that a page of the site proposes: a JSON list of pairs, a path and a value, and nothing else."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from planlint.base import N_, Message
from planlint.forms.field import TEXT
from planlint.forms.form_error import FormError
from planlint.forms.quote import quote, safe
from planlint.forms.values import ODD_IN_TEXT
from planlint.source import find_hidden

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Step
    from planlint.forms.field import Field

    Edit = tuple[tuple[Step, ...], Any]

MOST_EDITS = 50
LONGEST_TITLE = 300
_DEPTH = 8
_FENCE = re.compile(r"```(?:json)?[ \t]*\n(?P<inside>.*)\n```", re.DOTALL)
_TO_PLANLINT = re.compile(r"#\s*planlint\b", re.IGNORECASE)
"""What would speak to planlint, if it came to stand as a comment; no text about a plan needs it."""
_KEY = re.compile(r"[\w-]{1,100}")
_TITLES = frozenset(("tittel", "kortnavn"))
_NO_LIST = N_("Feltet «{felt}» er ikke slik siden på nettstedet lager det. Åpne siden på nytt, og send derfra.")
_MANY = N_("Skjemaet har {antall} endringer, og planlint tar ikke imot flere enn {grense} om gangen. Send det i flere.")


def edit_list(field: Field, text: str) -> tuple[Edit, ...]:
    """Give the edits that a field holds, each a path of keys and a value (None takes the field out).

    Raises FormError with a sentence for each that cannot be used.
    """
    if not text:
        return ()
    fence = _FENCE.fullmatch(text.strip())
    try:
        rows = json.loads(fence["inside"] if fence else text, object_pairs_hook=_once, parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise FormError(_NO_LIST, felt=field.label) from None
    if not isinstance(rows, list) or not all(map(_is_edit, rows)):
        raise FormError(_NO_LIST, felt=field.label)
    if len(rows) > MOST_EDITS:
        raise FormError(_MANY, antall=len(rows), grense=MOST_EDITS)
    problems = [problem for path, value in rows for problem in _faults(path, value)]
    if problems:
        raise FormError(*problems)
    return tuple((tuple(path), value) for path, value in rows)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Give a group of JSON. Raises ValueError where a key is there twice."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError
    return found


def _refuse(word: str) -> Any:
    raise ValueError(word)


def _is_edit(row: Any) -> bool:
    """Tell whether a row is a path of field names and a value that is not too deep to be one of the format."""
    if not isinstance(row, list) or len(row) != 2 or not isinstance(row[0], list):  # noqa: PLR2004 - a pair
        return False
    path, value = row
    named = all(isinstance(step, str) and _KEY.fullmatch(step) for step in path)
    return 0 < len(path) <= _DEPTH and named and _is_shallow(value)


def _is_shallow(value: Any, depth: int = 0) -> bool:
    """Tell whether a value has groups with field names only, and none of them too deep."""
    if isinstance(value, dict):
        named = all(map(_KEY.fullmatch, value))
        return depth < _DEPTH and named and all(_is_shallow(item, depth + 1) for item in value.values())
    if isinstance(value, list):
        return depth < _DEPTH and all(_is_shallow(item, depth + 1) for item in value)
    return True


def _texts(path: list[str], value: Any) -> Iterator[tuple[list[str], str]]:
    """Yield every text in a value, and where it stands."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts([*path, key], item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(path, item)


def _faults(path: list[str], value: Any) -> Iterator[Message]:
    """Yield a sentence for each thing that no text of a plan may have."""
    for where, text in _texts(path, value):
        told = {"felt": safe(".".join(where))}
        limit = LONGEST_TITLE if where[-1] in _TITLES else TEXT
        if len(text) > limit:
            text_ = N_("Feltet «{felt}» er på {antall} tegn. Kort ned til {grense}.")
            yield Message.of_text(text_, antall=len(text), grense=limit, **told)
        if found := find_hidden(text):
            text_ = N_("Feltet «{felt}» har et tegn som ikke vises ({tegn}). Skriv teksten på nytt uten å lime inn.")
            yield Message.of_text(text_, tegn=found[1], **told)
        if _TO_PLANLINT.search(text):
            text_ = N_("Feltet «{felt}» har ord som planlint leser som et unntak: {tekst}. Unntak skrives i filen.")
            yield Message.of_text(text_, tekst=quote(text), **told)
        elif odd := ODD_IN_TEXT.search(text):
            text_ = N_("Feltet «{felt}» kan ikke inneholde {tegn}. Skriv det med vanlige ord og tegn.")
            yield Message.of_text(text_, tegn=safe(odd[0]), **told)
