"""Findings gathered by rule, each rule once, with what it is about: where there are too many to tell one by one."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from planlint.output.paper import named
from planlint.output.words import said
from planlint.rules import RULES
from planlint.text import SEVERITY

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from planlint.base import Diagnostic
    from planlint.text import Language

_MANY = 8


def grouped_findings(found: Iterable[Diagnostic], lang: Language, titles: Mapping[str, str]) -> list[str]:
    """Give lines that tell findings, the most serious first: each rule once, with what it is about.

    `titles` are those of the files, by kind and id with a slash between.
    """
    by: dict[str, list[Diagnostic]] = defaultdict(list)
    for item in found:
        by[item.code].append(item)
    rows = []
    for code in sorted(by, key=lambda one: (by[one][0].severity.rank, one)):
        items, words = by[code], said(by[code][0], lang)
        about = [named(titles.get(entity, ""), entity) for entity in dict.fromkeys(item.entity for item in items)]
        more = lang.gettext(" og {n} til").format(n=len(about) - _MANY) if len(about) > _MANY else ""
        rows.append(f"  {lang.gettext(SEVERITY[items[0].severity])} {code} {RULES[code].name} ({len(items)})")
        rows.append(
            f"    {words.message}" if len(items) == 1 else f"    {lang.gettext('For eksempel: ')}{words.message}"
        )
        rows.append(f"    {lang.gettext('Slik retter du')}: {words.help}")
        rows.append(f"    {lang.gettext('Gjelder')}: {', '.join(about[:_MANY])}{more}")
    return rows
