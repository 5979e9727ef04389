"""Which of PL006's texts fits what pydantic says of a value, and the facts that the text needs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from planlint.base import nearest, slug
from planlint.model import EIER, FARGE, ORGANISASJONSNUMMER, RULLERES, SLUG, VAAPEN, VALGPERIODE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic_core import ErrorDetails

TYPE_ID = "^[a-zæøå0-9]+(-[a-zæøå0-9]+)*$"
_QUOTED = re.compile(r"'([^']*)'")
_VARIANTS = {
    "dato_dag": "dag",
    "tall": "tall",
    "int_type": "tall",
    "int_parsing": "tall",
    "string_type": "tekst",
    "string_too_short": "tom",
    "uten_ord": "uten_ord",
    "plassholder": "plassholder",
    "string_too_long": "lang",
    "tuple_type": "liste",
    "model_type": "felt",
    "dict_type": "felt",
    "bool_type": "ja_nei",
    "bool_parsing": "ja_nei",
    "greater_than_equal": "minst",
    "less_than_equal": "høyst",
    "baerekraftsmaal": "bærekraftsmål",
    "uten_anker": "uten_anker",
    "kontrollsiffer": "kontrollsiffer",
    "blir_uten_mål": "blir_uten_mål",
}
_PATTERNS = {
    SLUG: "id",
    TYPE_ID: "typeid",
    VALGPERIODE: "periode",
    RULLERES: "rulleres",
    EIER: "eier",
    FARGE: "farge",
    ORGANISASJONSNUMMER: "orgnummer",
    VAAPEN: "våpen",
    r"^\d{4}$": "sifre",
    r"^PL\d{3}$": "kode",
    r"^[0-9a-f]{12}$": "avtrykk",
}
_LISTS = {"too_long": "mange", "gjentatt": "gjentatt"}
_COLLECTIONS = frozenset(("tuple_type", "model_type", "dict_type", *_LISTS))
_YEARS = frozenset(("int_type", "int_parsing", "greater_than_equal", "less_than_equal"))
_SPAN = re.compile(r"(\d{4}) ?[-–] ?(\d{4})")


def variant_of(error: ErrorDetails, *, is_key: bool) -> tuple[str, dict[str, object]]:
    """Give which of PL006's texts fits an error, and the facts that the text needs."""
    kind, value, context = error["type"], error["input"], error.get("ctx", {})
    if value is None:
        return "tom_farge" if kind == "tom_farge" else "tom", {}
    if kind in _COLLECTIONS:
        return _collection(kind, value, context)
    if isinstance(value, list | dict) and kind not in {"uten_anker", "blir_uten_mål"}:
        return "enkel", {}
    if kind in _TOLD:
        return _TOLD[kind](str(value), context)
    if is_key and kind in _YEARS:
        return "år", {}
    return _VARIANTS.get(kind, ""), {"grense": context.get("ge", context.get("le", ""))}


def _collection(kind: str, value: Any, context: Mapping[str, Any]) -> tuple[str, dict[str, object]]:
    if kind in _LISTS:
        return _LISTS[kind], {"grense": context.get("max_length", ""), "gang": context.get("verdi", "")}
    if kind == "tuple_type":
        return "grupper" if isinstance(value, dict) else "liste", {}
    if span := _SPAN.fullmatch(str(value)):
        return "fra_til", {"fra": span[1], "til": span[2]}
    return "felt", {}


def _choice(value: str, context: Mapping[str, Any]) -> tuple[str, dict[str, object]]:
    choices = _QUOTED.findall(context["expected"])
    right = nearest(value, choices)
    return "valg_forslag" if right else "valg", {"valg": list(choices), "riktig": right}


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


def _contrast(value: str, context: Mapping[str, Any]) -> tuple[str, dict[str, object]]:  # noqa: ARG001 - as the others
    return "kontrast", {"grad": context["verdi"]}


_TOLD = {
    "literal_error": _choice,
    "string_pattern_mismatch": _pattern,
    "dato_form": _date,
    "dato_umulig": _day,
    "kontrast": _contrast,
}
