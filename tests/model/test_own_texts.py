"""The texts that a person writes are found by the models themselves, so that no new field is forgotten."""

from __future__ import annotations

import json
from typing import Any

import pytest

from planlint.model import KINDS, Maal, Plansystem, own_texts, schemas
from planlint.model.own_texts import NOT_PROSE
from planlint.model.shared import Model

_NO_PROSE = ("pattern", "enum", "const", "format")
_MODELS = {each.__name__: each for each in (*Model.__subclasses__(), *KINDS.values())}


def _is_free(schema: dict[str, Any]) -> bool:
    """Tell whether a schema takes a text of any words, alone, in a list or in a group."""
    inside = (*schema.get("anyOf", ()), schema.get("items"), schema.get("additionalProperties"))
    if any(_is_free(each) for each in inside if isinstance(each, dict)):
        return True
    return schema.get("type") == "string" and not any(key in schema for key in _NO_PROSE)


@pytest.mark.parametrize("name", [name for name in schemas() if name != "avvik.json"])
def test_every_free_text_of_the_schema_is_found(name: str) -> None:
    """Each field that takes a text of any words by the JSON Schema is among those that `own_texts` looks at."""
    schema = json.loads(schemas()[name])
    top = KINDS.get(name.removesuffix(".json"), Plansystem)
    looked = {top.__name__: schema, **schema["$defs"]}
    free = {
        (title, key)
        for title, part in looked.items()
        for key, item in part.get("properties", {}).items()
        if key not in NOT_PROSE and title != "Regel" and _is_free(item)  # what a rule is told is no text
    }
    assert ("Kildehenvisning" if top is not Plansystem else "Sektor") in {title for title, _ in free}
    for title, key in sorted(free):
        model = _MODELS[title]
        found = [each for each, field in model.model_fields.items() if (field.alias or each) == key]
        said: Any = {found[0]: "ord"}
        assert ((key,), "ord") in [*own_texts(model.model_construct(**said))], (title, key)


def test_texts_in_parts_are_given_with_their_place() -> None:
    """Lists and groups are gone through; ids are left out."""
    goal = Maal.model_validate(
        {"tittel": "Natur", "type": "delmål", "plan": "p", "tema": ["a", "b"],
         "blir": [{"utfall": "utgått", "begrunnelse": "For dyrt"}]},
        context={"id": "x", "file": "maal/x.yaml"},
    )  # fmt: skip
    assert dict(own_texts(goal)) == {
        ("tittel",): "Natur", ("tema", 0): "a", ("tema", 1): "b", ("blir", 0, "begrunnelse"): "For dyrt",
    }  # fmt: skip
