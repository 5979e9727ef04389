"""From data to a model: every schema error becomes a finding, and the rest of the file is kept.

A field with an error is taken out and remembered, so that one bad date hides nothing else in the plan and rules that
read that field stay silent about it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from planlint.base import Finding, Place, Severity, nearest, shortened
from planlint.model import norwegian_key
from planlint.system.items_twice import items_twice
from planlint.system.variant import variant_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic_core import ErrorDetails

M = TypeVar("M", bound=BaseModel)
_PLACEHOLDER = "x"
"""A value that every such field takes, until it is said to be lacking."""
_LONGEST = 60
"""Characters of a value in a line of a terminal."""
_UNKNOWN = frozenset(("extra_forbidden", "invalid_key"))


@dataclass(slots=True)
class Validated:
    """What came of a file's data: the model where it could be built, findings, and the fields that were taken out."""

    model: BaseModel | None = None
    findings: list[tuple[str, Finding]] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)


def validate_data(model: type[M], data: dict[Any, Any], entity: str, file: str) -> Validated:
    """Build a model from data; findings come as (code, finding)."""
    try:
        built = model.model_validate(data)
        return Validated(built, [("PL003", found) for found in items_twice(built, entity, file)])
    except ValidationError as failure:
        errors = failure.errors(include_url=False)
    result = Validated()
    if not data:
        required = [str(error["loc"][-1]) for error in errors if error["type"] == "missing"]
        return Validated(findings=[("PL005", Finding(entity, Place(file), {"felt": required}, variant="tom"))])
    unknown = [_unknown(model, error, data, entity, file) for error in errors if error["type"] in _UNKNOWN]
    meant = {finding.args["forslag"] for finding in unknown}
    result.findings += [("PL004", finding) for finding in unknown]
    keys = {error["loc"][:-1] for error in errors if error["loc"][-1:] == ("[key]",)}
    told: set[str] = set()
    for error in errors:
        if error["type"] in _UNKNOWN or error["loc"] in keys:
            continue
        code, finding = _finding(error, data, entity, file)
        again = repr((code, finding))  # a value that may be one of two things is wrong in two ways
        if not (code == "PL005" and finding.args["felt"] in meant) and again not in told:
            result.findings.append((code, finding))
            told.add(again)
    result.broken = {str(error["loc"][0]) for error in errors if error["loc"]} | {str(name) for name in meant if name}
    rest = {key: value for key, value in data.items() if str(key) not in result.broken}
    result.model = _kept(model, rest)
    return result


def _kept(model: type[M], rest: dict[Any, Any]) -> M | None:
    """Build a model from what is right; None where a field is lacking without which there is nothing to show."""
    lacking = {key: value for key, value in getattr(model, "default_when_missing", {}).items() if key not in rest}
    try:
        return model.model_validate(rest | dict.fromkeys(lacking, _PLACEHOLDER)).model_copy(update=lacking)
    except ValidationError:
        return None


def _field_names(model: type[BaseModel], path: tuple[int | str, ...]) -> list[str]:
    """Give the keys that the model at a path allows."""
    from planlint.model import keys_at  # noqa: PLC0415 - only a faulty file pays for it

    return keys_at(model, path)


def _unknown(model: type[BaseModel], error: ErrorDetails, data: Mapping[Any, Any], entity: str, file: str) -> Finding:
    path = error["loc"]
    here: Any = data
    for step in path[:-1]:
        here = here[step]
    names = [name for name in _field_names(model, path[:-1]) if name not in here]
    name = str(path[-1])
    start = name.partition(":")[0]
    suggestion = next((meant for meant in (norwegian_key(name), start) if meant in names), "") or nearest(name, names)
    key = error["input"] if error["type"] == "invalid_key" else path[-1]  # as it is in the data: a number, or nothing
    glued = suggestion and suggestion == start != name  # «verdier:{2018» is what lacks a space looks like
    variant = "mellomrom" if glued else "forslag" if suggestion else "id" if name == "id" else ""
    args = {"felt": name, "forslag": suggestion}
    return Finding(entity, Place(file, (*path[:-1], key), "key"), args, variant=variant, key=name)


def _real(path: tuple[int | str, ...], data: Any) -> tuple[int | str, ...]:
    """Give the part of a path that the file itself has.

    A short form (a bare id) has fewer steps than the model; which of two forms a value has, is a step of the model's.
    """
    here: Any = data
    found: list[int | str] = []
    for step in path:
        if isinstance(here, dict) and step not in here:
            continue
        if not isinstance(here, dict) and not (isinstance(here, list) and isinstance(step, int)):
            break
        here = here[step]  # type: ignore[index]  # a list has only int steps here
        found.append(step)
    return tuple(found)


def _finding(error: ErrorDetails, data: Mapping[Any, Any], entity: str, file: str) -> tuple[str, Finding]:
    kind, path, value = error["type"], error["loc"], error["input"]
    if kind == "missing":
        return "PL005", Finding(entity, Place(file, path), {"felt": str(path[-1])}, key=str(path[-1]))
    is_key = path[-1:] == ("[key]",)
    path = path[:-1] if is_key else _real(path, data)
    place = Place(file, path, "key" if is_key else "value")
    if kind == "string_type" and isinstance(value, int | float):
        variant = "ja_nei" if isinstance(value, bool) else "tekst"
        return "PL008", Finding(entity, place, {"verdi": _written(value)}, variant=variant, severity=Severity.FEIL)
    variant, facts = variant_of(error, is_key=is_key)
    args: dict[str, object] = {"felt": _name(path), "verdi": _written(value), **facts}
    return "PL006", Finding(entity, place, args, variant=variant)


def _name(path: tuple[int | str, ...]) -> str:
    return next((str(step) for step in reversed(path) if isinstance(step, str)), "")


def _written(value: object) -> str:
    if value is None:
        return ""
    text = str(value) if not isinstance(value, bool) else str(value).lower()
    return shortened(text, _LONGEST)
