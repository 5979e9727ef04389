"""JSON Schema 2020-12 from the models: what an editor completes and what a wrong key is measured against."""

from __future__ import annotations

import json
import typing
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from planlint.base import read_within, write_within
from planlint.model.annotations import forms
from planlint.model.avvik import Avvik
from planlint.model.entity_kinds import KINDS
from planlint.model.plansystem import Plansystem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MOST = 4 << 20
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def _models() -> dict[str, type[BaseModel]]:
    return {**KINDS, "plansystem": Plansystem, "avvik": Avvik}


def schemas() -> dict[str, str]:
    """Give the text of every schema file by its name."""
    texts = {}
    for name, model in _models().items():
        schema = {"$schema": DIALECT, "$id": f"{name}.json", **model.model_json_schema(by_alias=True)}
        schema["title"] = name
        texts[f"{name}.json"] = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
    return texts


def write(folder: Path, top: Path | None = None) -> list[str]:
    """Write every schema that differs into `folder`; give the names of those written.

    No link is gone through below `top`, which is the folder itself where nothing else is said. Raises OSError.
    """
    changed = drift(folder, top)
    for name, text in schemas().items():
        if name in changed:
            write_within(top or folder, folder / name, text)
    return changed


def drift(folder: Path, top: Path | None = None) -> list[str]:
    """Give the names of the schema files that are missing or differ from the models. Raises OSError, as `write`."""
    files = schemas().items()
    return sorted(name for name, text in files if read_within(top or folder, folder / name, _MOST) != text.encode())


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in typing.get_args(annotation) if (found := _model_in(part))), None)


def keys_at(model: type[BaseModel], path: tuple[int | str, ...]) -> list[str]:
    """Give the keys that are allowed at a path into a file of this model."""
    current = model
    for step in path:
        fields = {info.alias: info for info in current.model_fields.values()}
        if step in fields:
            current = _model_in(fields[str(step)].annotation) or current
    return [info.alias or name for name, info in current.model_fields.items()]


def _step(annotation: Any, step: int | str) -> Iterator[Any]:
    """Yield what a step may lead to: a field of a model, a value of a mapping, an item of a list."""
    for form in forms(annotation):
        if isinstance(form, type) and issubclass(form, BaseModel):
            yield from (info.annotation for info in form.model_fields.values() if info.alias == step)
        elif typing.get_origin(form) is dict:
            yield typing.get_args(form)[1]
        elif typing.get_origin(form) is tuple:
            yield typing.get_args(form)[0]


def has_years_at(model: type[BaseModel], path: tuple[int | str, ...]) -> bool:
    """Tell whether a path into a file of this model leads to a mapping whose keys are years."""
    found: list[Any] = [model]
    for step in path:
        found = [inner for annotation in found for inner in _step(annotation, step)]
    ends = (form for annotation in found for form in forms(annotation))
    return any(typing.get_origin(form) is dict and int in forms(typing.get_args(form)[0]) for form in ends)


def _at(model: type[BaseModel], path: tuple[int | str, ...]) -> list[Any]:
    """Give all that may stand at a path into a file of this model."""
    found: list[Any] = [model]
    for step in path:
        found = [inner for annotation in found for inner in _step(annotation, step)]
    return [form for annotation in found for form in forms(annotation)]


def fields_at(model: type[BaseModel], path: tuple[int | str, ...]) -> dict[str, str]:
    """Give the fields that are allowed at a path into a file of this model, each with what its help says."""
    groups = [form for form in _at(model, path) if isinstance(form, type) and issubclass(form, BaseModel)]
    return {
        info.alias or name: info.description or info.title or ""
        for group in groups
        for name, info in group.model_fields.items()
        if not info.exclude
    }


def words_at(model: type[BaseModel], path: tuple[int | str, ...]) -> list[str]:
    """Give the words that are allowed at a path into a file of this model; none where anything is."""
    found = _at(model, path)
    words = [str(word) for form in found if typing.get_origin(form) is typing.Literal for word in typing.get_args(form)]
    return words + ["true", "false"] * (bool in found)
