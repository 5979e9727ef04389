"""What a check of several municipalities says of each: text and Markdown end with a table, JSON has a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.output.neutral import harmless
from planlint.output.paper import table
from planlint.output.width import width
from planlint.text import language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.check import Municipality, Report
    from planlint.text import Language

COUNTED = ("files", "feil", "advarsel", "info", "avvik")
_WORDS = 3
"""How many of the columns hold words; the next ones hold numbers."""


def judged(report: Report, lang: Language) -> str:
    """Give a sentence, with a place for the files and the day, on how many municipalities were judged."""
    number = sum(not one.error for one in report.municipalities)
    whose = lang.choose(
        "planlint har vurdert {antall} kommune, i alt {n} filer, per {dato}.",
        "planlint har vurdert {antall} kommuner, i alt {n} filer, per {dato}.",
        number,
    )
    return whose.replace("{antall}", lang.number(number))


def left(report: Report, lang: Language) -> str:
    """Tell how many municipalities could not be read; "" for none."""
    number = sum(bool(one.error) for one in report.municipalities)
    text = lang.ngettext("{n} kommune som ikke er kontrollert", "{n} kommuner som ikke er kontrollert", number)
    return text if number else ""


def _heads(lang: Language) -> list[str]:
    _ = lang.gettext
    words = [_("Kommune"), _("Nummer"), _("Mappe")]
    return [*words, _("Filer"), _("Feil"), _("Advarsler"), _("Info"), _("Kjente avvik"), _("Merknad")]


def _remark(one: Municipality, lang: Language) -> str:
    """Tell why a municipality has not been judged."""
    if one.error:
        return f"{lang.gettext('Ikke kontrollert')}: {one.error.in_language(lang)}"
    return lang.gettext("Reglene er ikke prøvd. Rett {fil} først.").format(fil=one.unjudged) if one.unjudged else ""


def _row(one: Municipality, lang: Language) -> list[str]:
    numbers = ["" if one.error else lang.number(one.counts.get(key, 0)) for key in COUNTED]
    return [one.navn, one.nummer, one.root, *numbers, _remark(one, lang)]


def _rows(report: Report, shown: Sequence[Municipality], lang: Language) -> list[list[str]]:
    """Give the heads, a row for each, and the total of all; without remarks where there are none."""
    total = [lang.gettext("I alt"), "", "", *(lang.number(report.counts.get(key, 0)) for key in COUNTED), ""]
    rows = [_heads(lang), *(_row(one, lang) for one in shown), total]
    return rows if any(row[-1] for row in rows[1:]) else [row[:-1] for row in rows]


def text_table(report: Report, lang: Language) -> list[str]:
    """Give the table for a terminal: names to the left, numbers to the right."""
    rows = [[harmless(cell) for cell in row] for row in _rows(report, report.municipalities, lang)]
    widths = [max(width(row[at]) for row in rows) for at in range(len(rows[0]))]
    last = _WORDS + len(COUNTED)
    return [
        "  ".join(
            _aligned(cell, 0 if at == last else widths[at], right=_WORDS <= at < last) for at, cell in enumerate(row)
        ).rstrip()
        for row in rows
    ]


def _aligned(cell: str, wide: int, *, right: bool) -> str:
    room = " " * max(0, wide - width(cell))
    return room + cell if right else cell + room


def _worst(one: Municipality) -> tuple[int, ...]:
    """Sort those that a reader must see first: not judged, then by the number of findings."""
    return (not (one.error or one.unjudged), *(-one.counts.get(key, 0) for key in COUNTED[1:]))


def markdown_table(report: Report, lang: Language, room: int) -> str:
    """Give the table with a heading, in at most so many characters: where that is too little, without the best."""
    heading = f"## {lang.gettext('Kommune for kommune')}\n"
    keep, every = len(report.municipalities), report.municipalities
    while True:
        chosen = {one.root for one in sorted(every, key=_worst)[:keep]}
        heads, *rows = _rows(report, [one for one in every if one.root in chosen], lang)
        left = lang.ngettext("og {n} kommune til", "og {n} kommuner til", len(every) - keep)
        text = "\n".join([heading, *table(heads, rows), *([f"… {left}", ""] if keep < len(every) else [])]) + "\n"
        if len(text) <= room or not keep:
            return text
        keep = keep * 3 // 4


def entries(report: Report) -> list[dict[str, Any]]:
    """Give the municipalities for JSON."""
    lang = language(report.language)
    return [
        {
            "root": one.root,
            "name": one.navn,
            "number": one.nummer,
            "counts": dict(one.counts),
            **({"unjudged": one.unjudged} if one.unjudged else {}),
            **({"error": one.error.in_language(lang)} if one.error else {}),
        }
        for one in report.municipalities
    ]
