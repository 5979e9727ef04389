"""Random edits of fields, as a form sends them: what others have there, what nobody should write, and nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from planlint.edit import MODELS
from planlint.forms import version_name
from planlint.source import UnreadableError, decode, entity_of, parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from random import Random

ODD: tuple[Any, ...] = (
    None, "", "x", "a: b", "- b", "# c", "no", "012", "2024-02-30", "2024-02-29", "18.3.2026", "våren 2027", "2027",
    2027, 2030, 0, -1.5, True, False, [], {}, ["a"], [None], [{"mål": "finnes-ikke"}], {"fra": 2020, "til": 2010},
    {"fra": 2024}, "æøå\u2028x", "\ufeff", "'\"\\", "|", "x\n y\n", "\t", "a\tb", "a\r\nb", ">-\n x", "x" * 301,
    "klimastrategi", ["trygg-oppvekst"], "vedtatt", "opphevet", "under_arbeid", "kommunestyret",
    "# planlint: tillat PL201", "[[lenke]]", "{{ x }}", "\U0001f600", "ny\u00a0verdi", "https://example.org/x?y=1#z",
    "null", "~", "1e3", "1_000",
)  # fmt: skip
EVENTS: tuple[Any, ...] = (
    {"hva": "vedtatt", "dato": "2024-02-16", "organ": "kommunestyret", "sak": "12/24"},
    {"hva": "opphevet", "dato": "2024-02-16"},
    {"hva": "høring", "dato": 2024},
    {"hva": "vedtatt"},
)
_KINDS = frozenset(MODELS) - {"innspill", "plansystem", "avvik"}
_ALONE, _KNOWN, _ALMOST, _STALE, _MOST_EDITS = 0.8, 0.85, 0.5, 0.02, 4


class Drawn:
    """What edits are drawn from: the files of a plan system that a form can be about, and all values of each field."""

    def __init__(self, contents: Mapping[str, bytes | OSError]) -> None:
        """Read the files."""
        self.files: dict[str, tuple[bytes, dict[Any, Any]]] = {}
        self.values: dict[tuple[str, tuple[str, ...]], list[Any]] = {}
        for path, raw in contents.items():
            if entity_of(path).partition("/")[0] not in _KINDS or not isinstance(raw, bytes):
                continue
            try:
                data = parse(decode(raw))[0]
            except UnreadableError:
                data = {}
            self.files[path] = raw, data
            kind = entity_of(path).partition("/")[0]
            for where, value in _parts(data):
                self.values.setdefault((kind, where), []).append(value)

    def form(self, random: Random) -> str:
        """Give the text of a filled-in form with one to four edits of one file."""
        file = random.choice(sorted(self.files))
        raw, data = self.files[file]
        number = 1 if random.random() < _ALONE else random.randrange(2, _MOST_EDITS + 1)
        edits = [self._edit(file, data, random) for _ in range(number)]
        version = "0" * 40 if random.random() < _STALE else version_name(raw)
        text = json.dumps(edits, ensure_ascii=False)
        return (
            f"### Skjema\n\nEndring\n\n### Fil\n\n{file}\n\n### Utgave\n\n{version}\n\n### Endringer\n\n"
            f"```json\n{text}\n```\n"
        )

    def _edit(self, file: str, data: dict[Any, Any], random: Random) -> list[Any]:
        kind = entity_of(file).partition("/")[0]
        fields = [(info.alias or name,) for name, info in MODELS[kind].model_fields.items()]
        used = [where for of, where in self.values if of == kind]
        path = random.choice(
            random.choices([used, fields, [where for where, _ in _parts(data)] or used, [("nei",)]], (6, 2, 4, 0.1))[0]
        )
        if path in {("hendelser",), ("kilder",)} and isinstance(there := data.get(path[0], []), list):
            return [list(path), [*there, random.choice(EVENTS)]]
        known = self.values.get((kind, path), [])
        value = random.choice(known) if known and random.random() < _KNOWN else random.choice(ODD)
        value = _almost(value, random) if random.random() < _ALMOST else value
        return [list(path), json.loads(json.dumps(value, default=str))]


def _almost(value: Any, random: Random) -> Any:
    """Give a value that is nearly the same: a word more, a year later, an item less."""
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, str):
        return random.choice((f"{value} og mer", value.title(), value[:-1]))
    if isinstance(value, list):
        return random.choice((value[:-1], value[::-1], value[1:]))
    if isinstance(value, dict):
        return dict(list(value.items())[:-1])
    return value + random.choice((-1, 1, 5))


def _parts(data: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Yield what stands in groups, at any depth, and where; a form has no path into a list."""
    for key, value in data.items() if isinstance(data, dict) else ():
        yield (*path, str(key)), value
        yield from _parts(value, (*path, str(key)))
