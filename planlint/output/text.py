"""Text for a terminal: the place, what is wrong, the line with a caret, what to do (design, section 6)."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from planlint.diagnostic import Severity
from planlint.output.words import laws, note, words
from planlint.rules import RULES
from planlint.text.format import dato

if TYPE_CHECKING:
    from planlint.report import Located, Report

_COLORS = {Severity.FEIL: "31;1", Severity.ADVARSEL: "33;1", Severity.INFO: "36;1"}
_MAX_LINE = 160


class _Paint:
    """Wraps text in terminal colours, or leaves it alone."""

    def __init__(self, *, on: bool) -> None:
        self.on = on

    def __call__(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.on and text else text


def harmless(text: str) -> str:
    """Show control and direction characters as their code, so that no file can write to the terminal."""
    return "".join(
        char
        if char == "\t" or unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}
        else f"<U+{ord(char):04X}>"
        for char in text
    )


def _width(text: str) -> int:
    """Give the columns that a text takes on a terminal."""
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    return len(text) + wide - sum(unicodedata.combining(char) > 0 for char in text)


def _snippet(item: Located, label: str, paint: _Paint) -> list[str]:
    line, before, span, color = item.line, item.before, item.span, _COLORS[item.diagnostic.severity]
    if not line.strip() or len(line) > _MAX_LINE:
        return []
    gutter = len(str(span.line))
    last = span.end_column if span.end_line == span.line else len(line) + 1
    lead, marked = harmless(line[: span.column - 1]), harmless(line[span.column - 1 : last - 1])
    caret = paint("^" * max(1, _width(marked)), color) + (f" {paint(label, color)}" if label else "")
    shown = []
    if before.strip() and len(before) <= _MAX_LINE:
        shown.append(f"  {paint(f'{span.line - 1:>{gutter}} │', '34')} {harmless(before).expandtabs(4)}")
    shown.append(f"  {paint(f'{span.line:>{gutter}} │', '34')} {harmless(line).expandtabs(4)}")
    pad = " " * _width(lead.expandtabs(4))
    shown.append(f"  {paint(' ' * gutter + ' │', '34')} {pad}{caret}")
    return shown


def _finding(item: Located, paint: _Paint) -> str:
    diagnostic, span = item.diagnostic, item.span
    color = _COLORS[diagnostic.severity]
    text = words(item)
    place = paint(f"{harmless(diagnostic.place.file)}:{span.line}:{span.column}", "1")
    head = f"{place}: {paint(diagnostic.severity.value, color)} {diagnostic.code} {RULES[diagnostic.code].name}"
    rows = [head, f"  {harmless(text.message)}"]
    rows += ["  " + row for row in _snippet(item, harmless(text.label), paint)]
    for other in item.related:
        where = f"{harmless(other.related.place.file)}:{other.span.line}:{other.span.column}"
        rows.append(f"  Se også {paint(where, '1')}: {harmless(note(other))}")
    rows.append(f"  Slik retter du: {harmless(text.help)}")
    if law := laws(item):
        rows.append(f"  Lov: {'; '.join(law)}")
    rows.append(f"  Mer: planlint explain {diagnostic.code}")
    return "\n".join(rows)


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _summary(report: Report, paint: _Paint) -> str:
    counts = report.counts
    parts = [_count(counts["feil"], "feil", "feil"), _count(counts["advarsel"], "advarsel", "advarsler")]
    parts += [f"{counts['info']} info"] if counts["info"] else []
    parts += [f"{_count(counts['avvik'], 'kjent avvik', 'kjente avvik')}"] if counts["avvik"] else []
    parts += [f"{counts['unntak']} unntak"] if counts["unntak"] else []
    files = _count(counts["files"], "fil", "filer")
    found = "Ingen funn" if not report.findings else ", ".join(parts[:3] if counts["info"] else parts[:2])
    rest = ", ".join(parts[3:] if counts["info"] else parts[2:])
    color = "31;1" if counts["feil"] else "33;1" if report.findings else "32;1"
    return f"{paint(found, color)}{f' ({rest})' if rest else ''} i {files}, per {dato(report.date)}."


def _statistics(report: Report) -> list[str]:
    new = Counter(item.diagnostic.code for item in report.findings)
    known = Counter(item.diagnostic.code for item in (*report.known, *report.suppressed))
    rows = ["", "  nye kjente  regel"]
    rows += [f"{new[code]:>5} {known[code]:>6}  {code} {RULES[code].name}" for code in sorted({*new, *known})]
    return rows


def render_text(report: Report, *, color: bool = False, statistics: bool = False) -> str:
    """Give the report as text: findings in the order of the files, then a summary line."""
    paint = _Paint(on=color)
    blocks = [_finding(item, paint) for item in report.findings]
    tail = [_summary(report, paint), *(_statistics(report) if statistics else [])]
    return "\n\n".join([*blocks, "\n".join(tail)]) + "\n"
