"""From data to a model: every schema error becomes a finding, and the rest of the file is kept.

A field with an error is taken out and remembered, so that one bad date hides nothing else in the plan and rules that
read that field stay silent about it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from planlint.diagnostic import Finding, Place
from planlint.suggest import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic_core import ErrorDetails

M = TypeVar("M", bound=BaseModel)
_QUOTED = re.compile(r"'([^']*)'")
_VARIANTS = {
    "literal_error": "valg",
    "dato_form": "dato",
    "dato_dag": "dag",
    "dato_umulig": "umulig",
    "tall": "tall",
    "int_type": "tall",
    "int_parsing": "tall",
    "string_type": "tekst",
    "string_too_short": "tom",
    "string_too_long": "lang",
    "tuple_type": "liste",
    "model_type": "felt",
    "dict_type": "felt",
    "bool_type": "ja_nei",
    "bool_parsing": "ja_nei",
    "greater_than_equal": "grense",
    "less_than_equal": "grense",
}
_PATTERNS = {"^[a-z0-9]+(-[a-z0-9]+)*$": "id", r"^\d{4}-\d{4}$": "periode"}


@dataclass(slots=True)
class Validated:
    """What came of a file's data: the model where it could be built, findings, and the fields that were taken out."""

    model: BaseModel | None = None
    findings: list[tuple[str, Finding]] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)


def validate(model: type[M], data: dict[Any, Any], entity: str, file: str) -> Validated:
    """Build a model from data; findings come as (code, finding)."""
    try:
        return Validated(model.model_validate(data))
    except ValidationError as failure:
        errors = failure.errors(include_url=False)
    result = Validated()
    unknown = [_unknown(model, error, data, entity, file) for error in errors if error["type"] == "extra_forbidden"]
    meant = {finding.args["forslag"] for finding in unknown}
    result.findings += [("PL004", finding) for finding in unknown]
    for error in errors:
        code, finding = _finding(error, entity, file)
        if code and not (code == "PL005" and finding.args["felt"] in meant):
            result.findings.append((code, finding))
    result.broken = {str(error["loc"][0]) for error in errors if error["loc"]} | {str(name) for name in meant if name}
    rest = {key: value for key, value in data.items() if str(key) not in result.broken}
    try:
        result.model = model.model_validate(rest)
    except ValidationError:
        result.model = None
    return result


def _field_names(model: type[BaseModel], path: tuple[int | str, ...]) -> list[str]:
    """Give the keys that the model at a path allows."""
    from planlint.schema import keys_at  # noqa: PLC0415 - only a faulty file pays for it

    return keys_at(model, path)


def _unknown(model: type[BaseModel], error: ErrorDetails, data: Mapping[Any, Any], entity: str, file: str) -> Finding:
    path = error["loc"]
    here: Any = data
    for step in path[:-1]:
        here = here[step]
    names = [name for name in _field_names(model, path[:-1]) if name not in here]
    suggestion = nearest(str(path[-1]), names)
    args = {"felt": str(path[-1]), "forslag": suggestion}
    return Finding(entity, Place(file, path, "key"), args, variant="forslag" if suggestion else "", key=str(path[-1]))


def _finding(error: ErrorDetails, entity: str, file: str) -> tuple[str, Finding]:
    kind, path = error["type"], error["loc"]
    context = error.get("ctx", {})
    if kind == "extra_forbidden":
        return "", Finding(entity, Place(file, path))
    if kind == "missing":
        return "PL005", Finding(entity, Place(file, path), {"felt": str(path[-1])}, key=str(path[-1]))
    part = "value"
    if path and path[-1] == "[key]":
        path, part = path[:-1], "key"
    value = error["input"]
    if kind == "string_type" and isinstance(value, int | float):
        return "PL008", Finding(entity, Place(file, path), {"verdi": _written(value)}, variant="tekst")
    args: dict[str, object] = {"felt": _name(path), "verdi": _written(value), "riktig": context.get("riktig", "")}
    variant = _VARIANTS.get(kind, "")
    if kind == "string_pattern_mismatch":
        variant = _PATTERNS.get(context["pattern"], "mønster")
    if kind == "literal_error":
        args["valg"] = _QUOTED.findall(context["expected"])
        args["riktig"] = nearest(str(value), _QUOTED.findall(context["expected"]))
    if kind in {"greater_than_equal", "less_than_equal"}:
        args["grense"] = context.get("ge", context.get("le"))
    if args["riktig"]:
        variant += "_forslag"
    return "PL006", Finding(entity, Place(file, path, "key" if part == "key" else "value"), args, variant=variant)


def _name(path: tuple[int | str, ...]) -> str:
    return next((str(step) for step in reversed(path) if isinstance(step, str)), "")


def _written(value: object) -> str:
    if value is None:
        return ""
    text = str(value) if not isinstance(value, bool) else str(value).lower()
    return text if len(text) <= 60 else text[:57] + "…"  # noqa: PLR2004 - a line in a terminal
