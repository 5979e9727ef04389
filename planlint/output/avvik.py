"""The list of known findings to read and to sign: rule by rule, reason by reason, with the sources' own words."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from planlint import __version__
from planlint.base import N_
from planlint.output.neutral import harmless, json_text, neutral_markdown
from planlint.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from planlint.model import KnownAvvik
    from planlint.system import System
    from planlint.text import Language


class AvvikRow(NamedTuple):
    """A known finding: what it is about by title and by kind and id, and what the sources say of it."""

    known: KnownAvvik
    title: str
    said: str


class AvvikGroup(NamedTuple):
    """Known findings of one rule with one reason and one last day."""

    code: str
    reason: str
    until: date | None
    rows: tuple[AvvikRow, ...]


def _groups(system: System) -> list[AvvikGroup]:
    loaded = system.loaded
    titles = {id_: kilde.tittel for id_, kilde in loaded.plansystem.kilder.items()} if loaded.plansystem else {}
    found: dict[tuple[str, str, str], list[AvvikRow]] = defaultdict(list)
    for known in loaded.avvik:
        one = known.avvik
        row = AvvikRow(known, loaded.name(loaded.now(one.gjelder)), known.said(titles))
        found[one.regel, one.grunn, str(one.til or "")].append(row)
    return [
        AvvikGroup(code, reason, rows[0].known.avvik.til, tuple(sorted(rows, key=lambda row: row.known.avvik.gjelder)))
        for (code, reason, _), rows in sorted(found.items())
    ]


def _until(group: AvvikGroup, lang: Language) -> str:
    if group.until is None:
        return lang.gettext("uten siste dag")
    return lang.render(N_("til og med {dato}"), {"dato": group.until})


def _heading(group: AvvikGroup) -> str:
    return f"{group.code} {RULES[group.code].name}" if group.code in RULES else group.code


def _number(groups: Iterable[AvvikGroup], lang: Language) -> str:
    number = sum(len(group.rows) for group in groups)
    return (
        lang.ngettext("{n} kjent avvik", "{n} kjente avvik", number) if number else lang.gettext("Ingen kjente avvik")
    )


def avvik_as_text(system: System, lang: Language) -> str:
    """Give the list for a terminal."""
    groups, rows = _groups(system), []
    for group in groups:
        rows += [f"{_heading(group)}, {_until(group, lang)}", f"  {harmless(group.reason)}"]
        for row in group.rows:
            rows.append(f"  - {harmless(row.title)} ({harmless(row.known.avvik.gjelder)})")
            rows += [f"    {harmless(row.said)}"] if row.said else []
        rows.append("")
    return "\n".join([*rows, f"{_number(groups, lang)}."]) + "\n"


def avvik_as_markdown(system: System, lang: Language) -> str:
    """Give the list for a case paper."""
    groups = _groups(system)
    rows = [f"# {lang.gettext('Kjente avvik')}", "", f"{_number(groups, lang)}.", ""]
    for group in groups:
        rows += [f"## {neutral_markdown(f'{_heading(group)}, {_until(group, lang)}')}", ""]
        rows += [neutral_markdown(group.reason), ""]
        for row in group.rows:
            said = f": {neutral_markdown(row.said)}" if row.said else ""
            rows.append(f"- {neutral_markdown(row.title)}{said}")
        rows.append("")
    return "\n".join(rows)


def avvik_as_json(system: System, day: date) -> str:
    """Give the list as JSON: a public contract, as `check --output json`."""
    return json_text(
        {
            "schema": 1,
            "planlint": __version__,
            "date": day.isoformat(),
            "known": [_item(row) for group in _groups(system) for row in group.rows],
        }
    )


def _item(row: AvvikRow) -> dict[str, object]:
    one = row.known.avvik
    return {
        "code": one.regel,
        "entity": one.gjelder,
        "title": row.title,
        "reason": one.grunn,
        "sources": [item.model_dump(mode="json", by_alias=True, exclude_none=True) for item in one.kilder],
        "accepted": one.godtatt.isoformat() if one.godtatt else None,
        "until": one.til.isoformat() if one.til else None,
        "fingerprint": one.avtrykk,
        "path": row.known.file,
    }
