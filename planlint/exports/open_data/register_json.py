"""register.json: everything the files say and how it stands on the day; register.schema.json: what it looks like."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from planlint import __version__
from planlint.model import DIALECT, KINDS, Maal, Plan, Plansystem
from planlint.tables import LICENCE, all_entities, find_entity_links, json_bytes, make_tables, rule_codes, url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model import Enhet
    from planlint.tables import Nettsted

FORMATS = ("json",)
REGISTER_PATH = "register.json"
SCHEMA = "register.schema.json"
PATHS = (REGISTER_PATH, SCHEMA)
_HIDDEN = {
    "regler": True,
    "regelpakker": True,
    "nettsted": True,
    "eiere": True,
    "sektorer": {"__all__": {"eiere"}},
}
_TEXT = {"type": "string"}


def _status(site: Nettsted, entity: Enhet) -> dict[str, Any]:
    """Give the status on the day, and for plans and goals whether they are in force."""
    register = site.register
    if isinstance(entity, Plan):
        return {"status": register.status(entity), "inForce": register.is_i_kraft(entity)}
    if isinstance(entity, Maal):
        return {"status": None, "inForce": register.is_maal_i_kraft(entity)}
    return {"status": getattr(entity, "status", None)}


def _enhet(site: Nettsted, entity: Enhet) -> dict[str, Any]:
    links = find_entity_links(site.register)
    return {
        "id": entity.id,
        "kind": entity.kind,
        "title": entity.tittel,
        "path": entity.file,
        "page": url(site, site.path(entity)),
        **_status(site, entity),
        "fields": entity.model_dump(mode="json", by_alias=True, exclude_defaults=True),
        "to": [{"field": link.felt, "entity": link.til} for link in links.ut.get(entity.entity, ())],
        "from": [{"field": link.felt, "entity": link.fra} for link in links.inn.get(entity.entity, ())],
        "findings": rule_codes(site, entity),
    }


def _plansystem(site: Nettsted) -> dict[str, Any]:
    """Give what the codes in the files mean; not the rules' settings, nor who approves changes."""
    system = site.register.plansystem
    return system.model_dump(mode="json", by_alias=True, exclude_none=True, exclude=_HIDDEN)  # type: ignore[arg-type]


def _register(site: Nettsted) -> dict[str, Any]:
    tables = {tabell.navn: tabell for tabell in make_tables(site)}
    return {
        "$schema": SCHEMA,
        "meta": {
            "schema": 1,
            "kommune": site.kommune,
            "date": site.register.today.isoformat(),
            "revision": site.versjon.sha,
            "planlint": __version__,
            "language": site.lang.code,
            "license": LICENCE,
        },
        "plansystem": _plansystem(site),
        "entities": [_enhet(site, entity) for entity in all_entities(site.register)],
        "findings": tables["funn"].records(),
        "gaps": tables["hull"].records(),
        "deadlines": tables["frist"].records(),
    }


def _object(properties: dict[str, Any], *optional: str) -> dict[str, Any]:
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _rows(site: Nettsted, name: str) -> dict[str, Any]:
    """Give the schema of a table's rows: the columns' names and what they hold."""
    (tabell,) = (tabell for tabell in make_tables(site) if tabell.navn == name)
    kinds = {"type": ["string", "number"]}
    return _list(_object({kolonne.navn: {"description": kolonne.beskrivelse, **kinds} for kolonne in tabell.kolonner}))


def _entity_schema() -> dict[str, Any]:
    links = _list(_object({"field": _TEXT, "entity": {"type": "string", "pattern": "^[a-z]+/"}}))
    properties = {
        "id": _TEXT,
        "kind": {"enum": list(KINDS)},
        "title": _TEXT,
        "path": _TEXT,
        "page": _TEXT,
        "status": {"type": ["string", "null"]},
        "inForce": {"type": "boolean"},
        "fields": {"type": "object"},
        "to": links,
        "from": links,
        "findings": _list({"type": "string", "pattern": r"^PL\d{3}$"}),
    }
    each = [
        {
            "if": {"properties": {"kind": {"const": kind}}},
            "then": {"properties": {"fields": {"$ref": f"#/$defs/{model.__name__}"}}},
        }
        for kind, model in KINDS.items()
    ]
    return {**_object(properties, "inForce"), "allOf": each}


def register_schema(site: Nettsted) -> dict[str, Any]:
    """Give the JSON Schema of register.json: our own frame around the models of the files."""
    from pydantic.json_schema import models_json_schema  # noqa: PLC0415 - only this file needs it

    models = [(model, "validation") for model in (*KINDS.values(), Plansystem)]
    _, definitions = models_json_schema(models, by_alias=True, ref_template="#/$defs/{model}")  # type: ignore[arg-type]
    meta = dict.fromkeys(("kommune", "date", "revision", "planlint", "language", "license"), _TEXT)
    return {
        "$schema": DIALECT,
        "$id": url(site, SCHEMA),
        "title": REGISTER_PATH,
        **_object(
            {
                "$schema": _TEXT,
                "meta": _object({"schema": {"const": 1}, **meta}),
                "plansystem": {"$ref": "#/$defs/Plansystem"},
                "entities": _list(_entity_schema()),
                "findings": _rows(site, "funn"),
                "gaps": _rows(site, "hull"),
                "deadlines": _rows(site, "frist"),
            }
        ),
        "$defs": definitions["$defs"],
    }


def files(site: Nettsted) -> Iterator[tuple[str, str, bytes]]:
    """Yield the register and its schema."""
    yield "json", REGISTER_PATH, json_bytes(_register(site))
    yield "json", SCHEMA, (json.dumps(register_schema(site), ensure_ascii=False, indent=1) + "\n").encode()
