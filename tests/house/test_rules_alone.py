"""The house: a rule is one file, and nothing rests on it."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "planlint"
REGISTRY = PACKAGE / "rules" / "all_rules.py"
RULE = re.compile(r"(?:^|\.)pl\d{3}_\w+(?:\.|$)")


def rules_named(code: str) -> list[str]:
    """Give the rule files that a file names: what it imports, also by a text, and what it takes out of the room."""
    named: list[str] = []
    for node in ast.walk(ast.parse(code)):
        match node:
            case ast.Import(names=names):
                named += (alias.name for alias in names)
            case ast.ImportFrom(module=module, names=names):
                named += (f"{module or ''}.{alias.name}" for alias in names)
            case ast.Constant(value=str(text)):
                named.append(text)
    return [name for name in named if RULE.search(name)]


@pytest.mark.parametrize(
    "code",
    [
        "from planlint.rules.pl202_forankret_i_erstattet import ending_of",
        "from planlint.rules import pl202_forankret_i_erstattet",
        "from .pl202_forankret_i_erstattet import avsluttet",
        "import planlint.rules.pl202_forankret_i_erstattet as ended",
        'import_module("planlint.rules.pl202_forankret_i_erstattet")',
        "def one():\n    from planlint.rules.pl202_forankret_i_erstattet import ending_of",
    ],
)
def test_a_rule_that_is_named_is_seen(code: str) -> None:
    """Each way to reach into a rule's file is told."""
    assert rules_named(code)


def test_nothing_rests_on_a_rule() -> None:
    """No file imports a rule's file, so that a rule can be taken out; the registry names each once, and is the door."""
    found = {
        str(path.relative_to(PACKAGE)): names
        for path in sorted(PACKAGE.rglob("*.py"))
        if path != REGISTRY and (names := rules_named(path.read_text(encoding="utf-8")))
    }
    assert found == {}
    files = sorted(path.stem for path in REGISTRY.parent.glob("pl[0-9]*.py"))
    assert rules_named(REGISTRY.read_text(encoding="utf-8")) == files
