"""The house as its own files tell it: every module of planlint, what each imports, and which room it lies in."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "planlint"

LAYERS = (
    ("cli",),
    ("site",),
    ("browser",),
    ("exports", "imports", "forms", "hosts", "start", "lsp"),
    ("tables",),
    ("output",),
    ("ahead", "fixes"),
    ("edit",),
    ("living",),
    ("check",),
    ("change",),
    ("rules",),
    ("system",),
    ("register",),
    ("words",),
    ("law",),
    ("text",),
    ("source",),
    ("model",),
    ("base",),
)
"""The floors from the top. A room may use those below it, and none beside it."""


@cache
def modules() -> dict[str, Path]:
    """Give every module by its full name; a room's face has the room's own."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


@cache
def tree(module: str) -> ast.Module:
    """Give a module's syntax."""
    return ast.parse(modules()[module].read_text(encoding="utf-8"))


@cache
def imports(module: str) -> frozenset[str]:
    """Give the modules of planlint that a module imports, wherever in it: for types and inside functions as well."""
    found = set()
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "planlint":
            names = (f"{node.module}.{alias.name}" for alias in node.names)
            found |= {name if name in modules() else str(node.module) for name in names}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names if alias.name.partition(".")[0] == "planlint"}
    return frozenset(found)


def room(module: str) -> str:
    """Give the room that a module lies in; "" for what lies at the top."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 and modules().get(f"planlint.{parts[1]}", Path()).name == "__init__.py" else ""
