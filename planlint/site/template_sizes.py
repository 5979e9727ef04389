"""How long a text will be, reckoned before it is made: what a template asks of a filter or of a text's own methods.

Each reckoner gets the text and the arguments, and gives the length at most; what it cannot reckon with is Python's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

_WIDTHS = re.compile(r"\d+")
_STAR = re.compile(r"%[-#0 +]*(?:\*|\d*\.\*)")


def _width(text: Any, width: Any = 0, *_: Any) -> int:
    return max(_length(text), width if isinstance(width, int) else 0)


def _tabs(text: Any, width: Any = 8) -> int:
    return _length(text) * (1 + abs(width) if isinstance(width, int) else 1)


def _replace(text: Any, old: Any = "", new: Any = "", *_: Any) -> int:
    return _length(text) + (str(text).count(str(old)) if old else _length(text) + 1) * _length(new)


def _join(between: Any, parts: Any = (), *_: Any) -> int:
    if not isinstance(parts, Sequence | Mapping):
        return 0
    return len(parts) * _length(between) + sum(map(_length, parts))


def _joined(parts: Any, between: Any = "", *_: Any) -> int:
    return _join(between, parts)


def _translate(text: Any, table: Any = None) -> int:
    longest = max(map(_length, table.values()), default=1) if isinstance(table, Mapping) else 1
    return _length(text) * max(longest, 1)


def _indent(text: Any, width: Any = 4, *_: Any) -> int:
    return _length(text) + (str(text).count("\n") + 1) * (width if isinstance(width, int) else _length(width))


def _parted(text: Any, number: Any = 1, *_: Any) -> int:
    return max(_length(text), abs(number) if isinstance(number, int) else 0)


def _wrapped(text: Any, *rest: Any) -> int:
    return _length(text) * max((len(one) for one in rest if isinstance(one, str)), default=1)


def formatted(text: Any, *given: Any) -> int:
    """Reckon the length of «%5d» filled in: by the widths that are written, and those given where there is a star."""
    widths = [int(number[-20:]) for number in _WIDTHS.findall(str(text))]
    numbers = [abs(one) for one in given if isinstance(one, int)] if _STAR.search(str(text)) else []
    return sum((*widths, *numbers, *map(_length, given)), _length(text))


def _length(value: Any) -> int:
    return len(value) if isinstance(value, str | Sequence | Mapping) else 1


Reckoner = Callable[..., int]
METHODS: Mapping[str, Reckoner] = {
    "center": _width,
    "ljust": _width,
    "rjust": _width,
    "zfill": _width,
    "expandtabs": _tabs,
    "replace": _replace,
    "join": _join,
    "translate": _translate,
}
FILTERS: Mapping[str, Reckoner] = {
    "batch": _parted,
    "center": _width,
    "format": formatted,
    "indent": _indent,
    "join": _joined,
    "replace": _replace,
    "round": _parted,
    "slice": _parted,
    "wordwrap": _wrapped,
}


def reckoned(reckoner: Reckoner, *given: Any, **named: Any) -> int:
    """Give the length that is asked for; 0 where the arguments are not such that anything is made of them."""
    try:
        return reckoner(*given, *named.values())
    except (TypeError, ValueError, AttributeError):
        return 0
