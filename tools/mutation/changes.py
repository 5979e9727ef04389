"""The changes that are tried: one operator, number or word of a source at a time."""

from __future__ import annotations

import ast
import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator
from reach import ROOT

_COMPARE = ("Eq_NotEq", "NotEq_Eq", "Lt_LtE", "Lt_GtE", "LtE_Lt", "LtE_Gt", "Gt_GtE", "Gt_LtE", "GtE_Gt", "GtE_Lt")
_BINARY = ("Add_Sub", "Sub_Add", "Mul_Div", "Div_Mul", "FloorDiv_Mul", "Mod_Mul", "BitOr_BitAnd", "BitAnd_BitOr")
OPERATORS = (
    *(f"core/ReplaceComparisonOperator_{name}" for name in (*_COMPARE, "Is_IsNot", "IsNot_Is")),
    *(f"core/ReplaceBinaryOperator_{name}" for name in _BINARY),
    "core/ReplaceUnaryOperator_USub_UAdd",
    "core/ReplaceUnaryOperator_Delete_Not",
    "core/AddNot",
    "core/ReplaceTrueWithFalse",
    "core/ReplaceFalseWithTrue",
    "core/ReplaceAndWithOr",
    "core/ReplaceOrWithAnd",
    "core/ReplaceBreakWithContinue",
    "core/ReplaceContinueWithBreak",
    "core/ExceptionReplacer",
    "core/NumberReplacer",
    "core/ZeroIterationForLoop",
)
_SHORT = 16


@dataclass(frozen=True)
class Change:
    """A file's source with one thing changed, where it is changed, and how a reader sees it."""

    path: Path
    source: str
    line: int
    told: str


class _Bare(ast.NodeTransformer):
    """Takes away what is never run: annotations, and what only a type checker reads."""

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        node.annotation = ast.Constant(None)
        return self.generic_visit(node)

    def visit_arg(self, node: ast.arg) -> ast.AST:
        node.annotation = None
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.returns = None
        return self.generic_visit(node)

    def visit_If(self, node: ast.If) -> ast.AST | None:
        if "TYPE_CHECKING" in ast.unparse(node.test):
            return None
        return self.generic_visit(node)


def _bare(source: str) -> str:
    return ast.dump(_Bare().visit(ast.parse(source)))


def _told(path: Path, old: list[str], new: list[str], line: int) -> str:
    """Give a change without line numbers, so that it is known when the file grows; a short line with the one before."""
    before = old[line - 2].strip() + " ⏎ " if len(old[line - 1].strip()) < _SHORT and line > 1 else ""
    return f"{path.relative_to(ROOT)}: {before}{old[line - 1].strip()} => {new[line - 1].strip()}"


def changes(path: Path) -> Iterator[Change]:
    """Yield a file's source with one thing changed, in every way that can matter."""
    source = path.read_text(encoding="utf-8")
    done, old = {_bare(source)}, source.splitlines()
    for name in OPERATORS:
        for occurrence in range(10_000):
            try:
                changed = mutate_code(source, get_operator(name)(), occurrence)
            except AttributeError:  # an exception named by its module: cosmic-ray renames plain names only
                continue
            if changed is None:
                break
            with contextlib.suppress(SyntaxError):
                if (plain := _bare(changed)) not in done:
                    done.add(plain)
                    new = changed.splitlines()
                    line = next(n for n, (a, b) in enumerate(zip(old, new, strict=False), 1) if a != b)
                    yield Change(path, changed, line, _told(path, old, new, line))
