"""Findings of a comment in a line each: what was there before the change, and what was accepted before it only.

The one is not what the change is about; the other has one cause and one remedy, however many they are.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from planlint.base import NN_, Severity, shortened
from planlint.output.gaps import gap_counts
from planlint.output.markdown_places import about, named_place, title_of
from planlint.output.neutral import neutral_markdown
from planlint.output.verdict import LONGEST
from planlint.output.words import words_of
from planlint.text import SEVERITY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.check import Located, Report
    from planlint.output.markdown_places import Writer
    from planlint.text import Language

_NAMED, _TITLE = 3, 60
"""As many of those that say the same as are named, and as much of a title."""
_LACKING = NN_(
    "I filene som er endret, er {n} opplysning fortsatt ikke dokumentert: {hva}. Det stopper ikke noe.",
    "I filene som er endret, er {n} opplysninger fortsatt ikke dokumentert: {hva}. Det stopper ikke noe.",
)


def briefly(
    items: Iterable[Located], writer: Writer, room: int, most: int = LONGEST
) -> tuple[list[str], Counter[Severity]]:
    """Give a line for all that say the same, the worst first, and how many of each severity there was no room for.

    `most` is how many characters are shown of what each says.
    """
    same: dict[tuple[int, str, str], list[Located]] = {}
    for item in sorted(items, key=lambda item: (item.diagnostic.severity.rank, item.sort_key)):
        key = (item.diagnostic.severity.rank, item.diagnostic.code, str(words_of(item, writer.lang).message))
        same.setdefault(key, []).append(item)
    rows: list[str] = []
    left = Counter[Severity]()
    for those in same.values():
        row = _row(those, writer, most)
        room -= len(row) + 1
        if room >= 0 and not left:
            rows.append(row)
        else:
            left.update(item.diagnostic.severity for item in those)
    return rows, left


def _row(items: list[Located], writer: Writer, most: int) -> str:
    lang, item = writer.lang, items[0]
    where = _many(items, writer) if len(items) > 1 else named_place(item.diagnostic.place.file, item.span.line, writer)
    severity = lang.render("{alvor:stor}", {"alvor": lang.gettext(SEVERITY[item.diagnostic.severity])})
    told = neutral_markdown(words_of(item, lang).message, most)
    return f"- **{severity}**, {where}: {told} {item.diagnostic.code}"


def _many(items: list[Located], writer: Writer) -> str:
    """Give how many they are, and the titles of the first."""
    lang = writer.lang
    titles = [title for item in items if (title := title_of(item.diagnostic.entity, writer))]
    names = [lang.quoted(shortened(title, _TITLE)) for title in titles[:_NAMED]]
    if names and (left := len(items) - len(names)):
        names.append(lang.gettext("{n} til").format(n=lang.number(left)))
    number = about(items, writer)
    return f"{number} ({lang.enumeration(names)})" if names else number


def still_lacking(report: Report, lang: Language) -> str:
    """Say what the edited files lack still, as no source states it; "" for nothing: it is no fault of the change."""
    counts = gap_counts((item.diagnostic for item in report.gaps if item.there_before), lang)
    if not report.rev or not counts:
        return ""
    number = sum(one for _, one in counts)
    names = [f"{name} ({lang.number(one)})" if number > 1 else name for name, one in counts]
    told = lang.choose(*_LACKING, number).format(n=lang.number(number), hva=lang.whole_list(names))
    return f"{neutral_markdown(told, LONGEST)}\n\n"
