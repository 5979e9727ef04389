"""The house: one place for the format's own words."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest

from planlint.model.entity_kinds import KINDS
from planlint.model.ord import Hva, Status, TiltakStatus, Valg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PACKAGE = Path(__file__).parents[2] / "planlint"
HOME = PACKAGE / "model" / "ord.py"
WORDS = [frozenset(get_args(words)) for words in (Status, Hva, TiltakStatus, Valg)]


def _texts(nodes: Iterable[ast.expr | None]) -> list[str]:
    return [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def _is_set(texts: list[str]) -> bool:
    """Tell whether texts are two or more different words of one vocabulary, and nothing else."""
    return len({*texts}) > 1 and any(words.issuperset(texts) for words in WORDS)


def _gathered(node: ast.AST) -> list[str]:
    """Give the words that an expression gathers, so that one may ask what is among them.

    A tuple, a list or a set (also inside frozenset(…) and Literal[…]); a text that is split; the events that
    `Register.sist` is asked for; alternatives of a `case`; a dictionary that leads from such words to such words. One
    that leads to something else (a label, a text, a function) says something of each word, and is no set.
    """
    match node:
        case ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Set(elts=parts):
            return _texts(parts)
        case ast.Call(func=ast.Attribute(attr="sist"), args=parts):
            return _texts(parts)
        case ast.Call(func=ast.Attribute(attr="split", value=ast.Constant(value=str(text)))):
            return text.split()
        case ast.MatchOr(patterns=patterns):
            return _texts(part.value for part in patterns if isinstance(part, ast.MatchValue))
        case ast.Dict(keys=keys, values=values):
            return _texts(keys) if _is_set(_texts(values)) or _numbered(values) else []
    return []


def _numbered(values: list[ast.expr]) -> bool:
    """Tell whether a dictionary gives its keys an order."""
    return all(isinstance(value, ast.Constant) and isinstance(value.value, int) for value in values)


def sets(code: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each set of words that a file writes, with its line."""
    for node in ast.walk(ast.parse(code)):
        if _is_set(words := _gathered(node)):
            yield getattr(node, "lineno", 0), words


@pytest.mark.parametrize(
    "code",
    [
        'X = ("vedtatt", "revidert")',
        'X = frozenset(("planlagt", *Y, "utkast"))',
        'X = {"a": {"gjennomført", "avlyst"}}',
        'if status in ["vedtatt", "under_revisjon"]: ...',
        'register.sist(plan, "vedtatt", "revidert")',
        'X = "vedtatt revidert".split()',
        'X = {"oppstart": "igangsatt", "opphevet": "opphevet"}',
        'X = {"planlagt": 1, "igangsatt": 2}',
        'X = Literal["ny", "revideres"]',
        'match hva:\n    case "vedtatt" | "revidert": ...',
    ],
)
def test_a_set_of_words_is_seen(code: str) -> None:
    """Each way to write a set of statuses, events or choices is one."""
    assert [*sets(code)]


@pytest.mark.parametrize(
    "code",
    [
        'X = {"planlagt": N_("Planlagt"), "utkast": N_("Utkast")}',
        'X = {"revidert": Tekst(melding="…"), "til_orientering": Tekst(melding="…")}',
        'X = ("vedtatt", "status", "rullering")',
        'hendelse(part, lest, "vedtatt", "til_vedtak")',
        'X = {"opphevet"} | ENDED',
        '"""A status is vedtatt or revidert."""',
    ],
)
def test_what_says_something_of_each_word_is_no_set(code: str) -> None:
    """Labels, texts, names of columns, an event with its status, and one word alone are no sets."""
    assert not [*sets(code)]


def test_the_words_have_one_home() -> None:
    """No file but model/ord.py writes a set of two or more statuses, events or choices: their meaning is there."""
    found = [
        f"{path.relative_to(PACKAGE)}:{line}: {words}"
        for path in sorted(PACKAGE.rglob("*.py"))
        if path != HOME
        for line, words in sets(path.read_text(encoding="utf-8"))
    ]
    assert found == []
    assert [*sets(HOME.read_text(encoding="utf-8"))]


def test_the_kinds_have_one_home() -> None:
    """No file outside model/ lists the kinds of entity again.

    A dictionary that says something of each is no list, nor is an order that takes in something else.
    """
    found = [
        f"{path.relative_to(PACKAGE)}:{node.lineno}"
        for path in sorted(PACKAGE.rglob("*.py"))
        if path.parent != HOME.parent
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Tuple | ast.List | ast.Set) and {*_texts(node.elts)} == KINDS.keys()
    ]
    assert found == []
