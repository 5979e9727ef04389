"""GitHub's expressions, worked out for tests: `${{ … }}` in a workflow, given what the runner knows."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

_TOKEN = re.compile(r"\s*(?:('(?:[^']|'')*')|(\d+)|([\w.-]+)|(\|\||&&|==|!=|<=?|>=?|!|\(|\)|,))")


class Expression:
    """One of GitHub's expressions, worked out with a context."""

    def __init__(self, text: str, context: dict[str, Any]) -> None:
        """Cut the text into tokens."""
        self.tokens = [next(part for part in match if part) for match in _TOKEN.findall(text)]
        self.context = context

    def value(self) -> Any:
        """Give what the whole expression is."""
        result = self._either()
        assert not self.tokens, self.tokens
        return result

    def _take(self, *wanted: str) -> str:
        return self.tokens.pop(0) if self.tokens and self.tokens[0] in wanted else ""

    def _either(self) -> Any:
        left = self._both()
        while self._take("||"):
            right = self._both()
            left = left or right
        return left

    def _both(self) -> Any:
        left = self._compared()
        while self._take("&&"):
            right = self._compared()
            left = left and right
        return left

    def _compared(self) -> Any:
        left = self._one()
        while sign := self._take("==", "!=", "<", ">", "<=", ">="):
            left = _compare(left, sign, self._one())
        return left

    def _one(self) -> Any:
        if self._take("!"):
            return not self._one()
        if self._take("("):
            inside = self._either()
            assert self._take(")")
            return inside
        return self._named(self.tokens.pop(0))

    def _arguments(self) -> list[Any]:
        given = []
        while not self._take(")"):
            given.append(self._either())
            self._take(",")
        return given

    def _named(self, word: str) -> Any:
        if word[0] == "'":
            return word[1:-1].replace("''", "'")
        if word.isdigit() or word in {"true", "false"}:
            return json.loads(word)
        if self._take("("):
            return self.context["functions"][word](*self._arguments())
        found: Any = self.context
        for step in word.split("."):
            found = found.get(step) if isinstance(found, dict) else None
        return found


def _number(value: Any) -> float:
    try:
        return float(value or 0)
    except ValueError:
        return float("nan")


def _compare(left: Any, sign: str, right: Any) -> bool:
    """Compare as GitHub does: texts by their letters, what is of two kinds as numbers."""
    if not (isinstance(left, str) and isinstance(right, str)):
        left, right = _number(left), _number(right)
    ways: dict[str, Callable[[Any, Any], bool]] = {
        "==": lambda a, b: a == b, "!=": lambda a, b: a != b, "<": lambda a, b: a < b,
        ">": lambda a, b: a > b, "<=": lambda a, b: a <= b, ">=": lambda a, b: a >= b,
    }  # fmt: skip
    return ways[sign](left, right)


def written(value: Any) -> str:
    """Give a value as text, as GitHub writes it."""
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def filled(text: object, context: dict[str, Any]) -> str:
    """Give a text with every expression in it worked out."""
    return re.sub(r"\$\{\{(.+?)\}\}", lambda it: written(Expression(it[1], context).value()), written(text))
