"""Write plans/avvik.yaml: add today's findings with a reason, take out what no longer matches."""

from __future__ import annotations

import io
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from planlint.base import write_text
from planlint.source import AVVIK

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from planlint.base import Diagnostic

_HEAD = """\
# yaml-language-server: $schema=../schema/avvik.json
# Kjente funn som er godtatt inntil videre. planlint avvik add legger til, planlint avvik prune rydder.
"""


def _yaml() -> Any:
    from ruamel.yaml import YAML  # noqa: PLC0415 - only edits need it

    yaml = YAML()
    yaml.width = 120
    yaml.preserve_quotes = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _read(root: Path) -> Any:
    path = root / AVVIK
    if path.exists():
        data = _yaml().load(path.read_text(encoding="utf-8"))
        if data is not None:
            return data
    return _yaml().load(f"{_HEAD}per: 1970-01-01\navvik: []\n")


def _write(root: Path, data: Any, day: date) -> None:
    from ruamel.yaml.comments import CommentedSeq  # noqa: PLC0415 - only edits need it

    data["per"] = day
    if isinstance(data["avvik"], CommentedSeq):
        data["avvik"].fa.set_block_style()
    stream = io.StringIO()
    _yaml().dump(data, stream)
    write_text(root / AVVIK, stream.getvalue())


def _group(data: Any, code: str, reason: str, until: date | None) -> Any:
    """Give the group of this rule, reason and end date; make it where there is none."""
    for group in data["avvik"]:
        if (group["regel"], group["grunn"], group.get("til")) == (code, reason, until):
            return group["gjelder"]
    group = {"regel": code, "grunn": reason, **({"til": until} if until else {}), "gjelder": {}}
    data["avvik"].append(group)
    return data["avvik"][-1]["gjelder"]


def _flow(marks: Iterable[str]) -> Any:
    from ruamel.yaml.comments import CommentedSeq  # noqa: PLC0415 - only edits need it
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString  # noqa: PLC0415 - as above

    sequence = CommentedSeq(DoubleQuotedScalarString(mark) for mark in marks)
    sequence.fa.set_flow_style()
    return sequence


def add(root: Path, diagnostics: Iterable[Diagnostic], reason: str, until: date | None, day: date) -> int:
    """Add findings with a reason and perhaps an end date; give how many. Raises OSError; writes whole or not at all."""
    by_rule: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    number = 0
    for diagnostic in diagnostics:
        by_rule[diagnostic.code][diagnostic.entity].append(diagnostic.fingerprint)
        number += 1
    if number:
        data = _read(root)
        for code in sorted(by_rule):
            group = _group(data, code, reason, until)
            for entity, marks in sorted(by_rule[code].items()):
                group[entity] = _flow(dict.fromkeys([*group.get(entity, []), *marks]))
        _write(root, data, day)
    return number


def prune(root: Path, stale: Iterable[tuple[int, str, int]], day: date) -> int:
    """Take out entries, given by group, what they are about and position; empty groups go too. Give how many."""
    gone = sorted(stale, reverse=True)
    if gone:
        data = _read(root)
        for group, entity, position in gone:
            marks = data["avvik"][group]["gjelder"][entity]
            del marks[position]
            if not marks:
                del data["avvik"][group]["gjelder"][entity]
        for index in reversed(range(len(data["avvik"]))):
            if not data["avvik"][index]["gjelder"]:
                del data["avvik"][index]
        _write(root, data, day)
    return len(gone)
