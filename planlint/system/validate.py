"""From data to a model: every schema error becomes a finding, and the rest of the file is kept.

A field with an error is taken out and remembered, so that one bad date hides nothing else in the plan and rules that
read that field stay silent about it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from planlint.diagnostic import Finding, Place, Severity
from planlint.model.felles import SLUG, norsk
from planlint.model.plan import RULLERES
from planlint.model.planstrategi import VALGPERIODE
from planlint.model.plansystem import EIER
from planlint.suggest import nearest, slug

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic_core import ErrorDetails

M = TypeVar("M", bound=BaseModel)
TYPEID = "^[a-zæøå0-9]+(-[a-zæøå0-9]+)*$"
_QUOTED = re.compile(r"'([^']*)'")
_VARIANTS = {
    "dato_dag": "dag",
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
    "greater_than_equal": "minst",
    "less_than_equal": "høyst",
    "baerekraftsmaal": "bærekraftsmål",
}
_PATTERNS = {
    SLUG: "id",
    TYPEID: "typeid",
    VALGPERIODE: "periode",
    RULLERES: "rulleres",
    EIER: "eier",
    r"^\d{4}$": "sifre",
    r"^PL\d{3}$": "kode",
    r"^[0-9a-f]{12}$": "avtrykk",
}
_UNKNOWN = frozenset(("extra_forbidden", "invalid_key"))
_COLLECTIONS = frozenset(("tuple_type", "model_type", "dict_type"))
_YEARS = frozenset(("int_type", "int_parsing", "greater_than_equal", "less_than_equal"))
_SPAN = re.compile(r"(\d{4}) ?[-–] ?(\d{4})")


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
    name = str(path[-1])
    start = name.partition(":")[0]
    suggestion = next((meant for meant in (norsk(name), start) if meant in names), "") or nearest(name, names)
    key = error["input"] if error["type"] == "invalid_key" else path[-1]  # as it is in the data: a number, or nothing
    glued = suggestion and suggestion == start != name  # «verdier:{2018» is what lacks a space looks like
    variant = "mellomrom" if glued else "forslag" if suggestion else "id" if name == "id" else ""
    args = {"felt": name, "forslag": suggestion}
    return Finding(entity, Place(file, (*path[:-1], key), "key"), args, variant=variant, key=name)


def _real(path: tuple[int | str, ...], data: Any) -> tuple[int | str, ...]:
    """Give the part of a path that the file itself has; a short form (a bare id) has fewer steps than the model."""
    here: Any = data
    for depth, step in enumerate(path):
        if not isinstance(here, dict) and not (isinstance(here, list) and isinstance(step, int)):
            return path[:depth]
        here = here[step]  # type: ignore[index]  # a list has only int steps here
    return path


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
    variant, facts = _variant(error, is_key=is_key)
    args: dict[str, object] = {"felt": _name(path), "verdi": _written(value), **facts}
    return "PL006", Finding(entity, place, args, variant=variant)


def _variant(error: ErrorDetails, *, is_key: bool) -> tuple[str, dict[str, object]]:
    """Give which of PL006's texts fits an error, and the facts that the text needs."""
    kind, value, context = error["type"], error["input"], error.get("ctx", {})
    if value is None:
        return "tom", {}
    if kind in _COLLECTIONS:
        return _collection(kind, value)
    if isinstance(value, list | dict):
        return "enkel", {}
    if kind in _TOLD:
        return _TOLD[kind](str(value), context)
    if is_key and kind in _YEARS:
        return "år", {}
    return _VARIANTS.get(kind, ""), {"grense": context.get("ge", context.get("le", ""))}


def _collection(kind: str, value: Any) -> tuple[str, dict[str, object]]:
    if kind == "tuple_type":
        return "grupper" if isinstance(value, dict) else "liste", {}
    if span := _SPAN.fullmatch(str(value)):
        return "fra_til", {"fra": span[1], "til": span[2]}
    return "felt", {}


def _choice(value: str, context: Mapping[str, Any]) -> tuple[str, dict[str, object]]:
    choices = _QUOTED.findall(context["expected"])
    right = nearest(value, choices)
    return "valg_forslag" if right else "valg", {"valg": ", ".join(choices), "riktig": right}


def _pattern(value: str, context: Mapping[str, Any]) -> tuple[str, dict[str, object]]:

    variant = _PATTERNS.get(context["pattern"], "mønster")
    right = slug(value) if variant == "id" else ""
    return ("id_forslag", {"riktig": right}) if right else (variant, {})


def _date(value: str, context: Mapping[str, Any]) -> tuple[str, dict[str, object]]:
    if context.get("riktig"):
        return "dato_forslag", {"riktig": context["riktig"]}
    if value.endswith("?"):
        return "usikker", {"riktig": value.rstrip("? ")}
    return "dato", {}


def _day(value: str, context: Mapping[str, Any]) -> tuple[str, dict[str, object]]:  # noqa: ARG001 - as the others
    return "umulig" if "1800" <= value[:4] <= "2200" else "århundre", {}


_TOLD = {"literal_error": _choice, "string_pattern_mismatch": _pattern, "dato_form": _date, "dato_umulig": _day}


def _name(path: tuple[int | str, ...]) -> str:
    return next((str(step) for step in reversed(path) if isinstance(step, str)), "")


def _written(value: object) -> str:
    if value is None:
        return ""
    text = str(value) if not isinstance(value, bool) else str(value).lower()
    return text if len(text) <= 60 else text[:57] + "…"  # noqa: PLR2004 - a line in a terminal
