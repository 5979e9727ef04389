"""Where a new key of a group goes: the models say the order of keys, years go by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.model import KINDS, Avvik, Plansystem, keys_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pydantic import BaseModel

    from planlint.base import Step

MODELS: dict[str, type[BaseModel]] = {**KINDS, "plansystem": Plansystem, "avvik": Avvik}


def model_of(kind: str, keys: Iterable[object]) -> type[BaseModel]:
    """Give the model of a kind; where there is none, the first that has all the keys of a file, else that of a plan."""
    if kind in MODELS:
        return MODELS[kind]
    names = set(keys)
    fits = (model for model in MODELS.values() if names <= {field.alias for field in model.model_fields.values()})
    return next(fits, MODELS["plan"])


def before(model: type[BaseModel], path: tuple[Step, ...], there: Sequence[Any], name: Any) -> int | None:
    """Give which of the keys that are there a new one goes after; None: before them all."""
    if isinstance(name, int):
        return max(
            (index for index, key in enumerate(there) if isinstance(key, int) and key < name),
            key=lambda index: there[index],
            default=None if there and isinstance(there[0], int) else len(there) - 1,
        )
    order = keys_at(model, path)
    if name not in order:
        return len(there) - 1
    lower = [index for index, key in enumerate(there) if key in order and order.index(key) < order.index(name)]
    return max(lower, key=lambda index: order.index(there[index]), default=None)
