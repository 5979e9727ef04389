"""Two versions of one file compared field by field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from planlint.change.diff_model import Detail
from planlint.model import (
    Blir,
    Budsjettpost,
    Deretter,
    Effekt,
    Forankring,
    Hendelse,
    Kildehenvisning,
    Kommunenummer,
    Lenke,
    Maaltall,
    Model,
    Oppgave,
    Periode,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planlint.base import Step

    Path = tuple[Step, ...]

_WHOLE = (Periode, Effekt, Maaltall, Hendelse, Kildehenvisning, Lenke, Kommunenummer, Deretter, Oppgave, Blir)
"""Told in one piece: what is changed inside one of these reads best with the rest of it."""


class _Way(NamedTuple):
    """How to see that two items of a list are the same one: the first of these keys that both share."""

    keys: tuple[Callable[[Any], object], ...]
    named: Callable[[Any], Step] | None = None  # the item's own name in a path, where its parts are told one by one


_WAYS: dict[type[Model], _Way] = {
    Hendelse: _Way(
        (lambda item: (item.hva, item.dato), lambda item: (item.hva, item.sak or item), lambda item: item.hva)
    ),
    Budsjettpost: _Way((lambda item: item.tittel,), lambda item: item.tittel),
    Forankring: _Way((lambda item: (item.maal, item.plan),), lambda item: item.maal or item.plan or ""),
    Kildehenvisning: _Way((lambda item: (item.kilde, item.sted), lambda item: item.kilde)),
    Lenke: _Way((lambda item: item.url, lambda item: item.tittel)),
    Kommunenummer: _Way((lambda item: item.nummer,)),
    Blir: _Way((lambda item: item.maal, lambda item: item.utfall)),
    Deretter: _Way((lambda item: (item.valg, item.inn_i), lambda item: item.vilkaar or item)),
    Oppgave: _Way((lambda item: item.tittel,)),
}


def details(old: Model, new: Model, path: Path = (), skip: frozenset[str] = frozenset()) -> Iterator[Detail]:
    """Give what is changed from one version of a model to another, in the order of the model."""
    for name, info in type(new).model_fields.items():
        key = info.alias or name
        before, after = getattr(old, name), getattr(new, name)
        if key not in skip and before != after:
            yield from _value((*path, key), before, after)


def filled(model: Model, path: Path = ()) -> Iterator[Detail]:
    """Give what a model says, as if all of it were added."""
    for name, info in type(model).model_fields.items():
        value = getattr(model, name)
        if value != info.default and value not in (None, (), {}):
            yield from _value((*path, info.alias or name), _nothing(value), value)


def _nothing(value: object) -> Any:
    return type(value)() if isinstance(value, tuple | dict) else None


def _value(path: Path, old: Any, new: Any) -> Iterator[Detail]:
    if isinstance(old, dict) and isinstance(new, dict):
        yield from _mapping(path, old, new)
    elif isinstance(old, tuple) and isinstance(new, tuple):
        yield from _listed(path, old, new)
    elif isinstance(new, Model) and not isinstance(new, _WHOLE):
        yield from details(old, new, path) if old is not None else filled(new, path)
    elif isinstance(old, Model) and not isinstance(old, _WHOLE):
        yield from (Detail("removed", item.path, item.new) for item in filled(old, path))
    else:
        yield _one(path, old, new)


def _one(path: Path, old: Any, new: Any) -> Detail:
    return Detail("added" if old is None else "removed" if new is None else "changed", path, old, new)


def _mapping(path: Path, old: dict[Any, Any], new: dict[Any, Any]) -> Iterator[Detail]:
    for key in [*old, *(key for key in new if key not in old)]:
        before, after = old.get(key), new.get(key)
        if before is None or after is None:
            yield _one((*path, key), before, after)
        elif before != after:
            yield from _value((*path, key), before, after)


def _listed(path: Path, old: tuple[Any, ...], new: tuple[Any, ...]) -> Iterator[Detail]:
    gone, come = _minus(old, new), _minus(new, old)
    if not gone and not come:
        yield Detail("reordered", path, old, new)
        return
    way = _WAYS.get(type((*gone, *come)[0]), _Way(()))
    for key in way.keys:
        for before in list(gone):
            twin = next((after for after in come if key(after) == key(before)), None)
            if twin is not None:
                gone.remove(before)
                come.remove(twin)
                yield from _twins(path, before, twin, way)
    yield from (Detail("removed", path, item) for item in gone)
    yield from (Detail("added", path, None, item) for item in come)


def _twins(path: Path, old: Any, new: Any, way: _Way) -> Iterator[Detail]:
    if way.named is None:
        yield Detail("changed", path, old, new)
    else:
        yield from details(old, new, (*path, way.named(new)))


def _minus(one: tuple[Any, ...], other: tuple[Any, ...]) -> list[Any]:
    left = list(other)
    rest = []
    for item in one:
        if item in left:
            left.remove(item)
        else:
            rest.append(item)
    return rest
