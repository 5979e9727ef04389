"""Findings of a comment in a line each: what was there before the change, and what was accepted before it only.

The one is not what the change is about; the other has one cause and one remedy, however many they are.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from planlint.base import N_, NN_, Severity
from planlint.output.gaps import gap_counts, gap_name
from planlint.output.markdown_places import about, folded, link, named_link, named_place, title_of
from planlint.output.neutral import neutral_markdown
from planlint.output.paper import gone_known
from planlint.output.verdict import LONGEST, LONGEST_PATH
from planlint.output.words import message_of, said
from planlint.text import SEVERITY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.base import Diagnostic
    from planlint.change import Diff
    from planlint.check import Located, Report
    from planlint.output.markdown_places import Writer

_NAMED = 50
"""As many of those that say the same as are named: the list folds out."""
_KNOWN, _SAID = 50, 200
"""As many known findings that are gone as are named, and as much of what they said."""
_LACKING = NN_(
    "I filene som er endret, er {n} opplysning fortsatt ikke dokumentert: {hva}. Det stopper ikke noe.",
    "I filene som er endret, er {n} opplysninger fortsatt ikke dokumentert: {hva}. Det stopper ikke noe.",
)


def briefly(items: Iterable[Located], writer: Writer, room: int) -> tuple[list[str], Counter[Severity]]:
    """Give a line for all that say the same, the worst first, and how many of each severity there was no room for."""
    same: dict[tuple[int, str, str], list[Located]] = {}
    for item in sorted(items, key=lambda item: (item.diagnostic.severity.rank, item.sort_key)):
        key = (item.diagnostic.severity.rank, item.diagnostic.code, str(message_of(item, writer.lang)))
        same.setdefault(key, []).append(item)
    rows: list[str] = []
    left = Counter[Severity]()
    for those in same.values():
        row = _row(those, writer)
        room -= len(row) + 1
        if room >= 0 and not left:
            rows.append(row)
        else:
            left.update(item.diagnostic.severity for item in those)
    return rows, left


def _row(items: list[Located], writer: Writer) -> str:
    lang, item = writer.lang, items[0]
    where = _many(items, writer) if len(items) > 1 else named_place(item.diagnostic.place.file, item.span.line, writer)
    severity = lang.render("{alvor:stor}", {"alvor": lang.gettext(SEVERITY[item.diagnostic.severity])})
    told = neutral_markdown(message_of(item, lang), LONGEST)
    return f"- **{severity}**, {where}: {told} {item.diagnostic.code}"


def _many(items: list[Located], writer: Writer) -> str:
    """Give how many they are, and each as a link; of very many the first."""
    lang = writer.lang
    names = [named_link(item, writer, quoted=True) for item in items[:_NAMED]]
    if left := len(items) - len(names):
        names.append(lang.gettext("{n} til").format(n=lang.number(left)))
    return f"{about(items, writer)} ({lang.whole_list(names)})"


def news(report: Report, writer: Writer) -> list[str]:
    """Say which known findings the change mends, or leaves nothing to be about; many of them fold out."""
    lang, told = writer.lang, list[str]()
    for sentence, those in gone_known(report, lang) if not report.unjudged else ():
        told.append(neutral_markdown(sentence, LONGEST))
        if len(those) == 1:
            was = lang.quoted(said(those[0], lang).message)
            told[-1] += " " + neutral_markdown(lang.render(N_("Det som var meldt: {hva}"), {"hva": was}), LONGEST)
        else:
            rows = [f"- {_known(item, report, writer)}" for item in those[:_KNOWN]]
            left = len(those) - len(rows)
            rows += [f"- {lang.ngettext('og {n} til', 'og {n} til', left)}"] if left else []
            told.append(folded(lang.gettext("Vis alle {n}").format(n=lang.number(len(those))), rows))
    return told


def _known(item: Diagnostic, report: Report, writer: Writer) -> str:
    """Give what a known finding was about, as a link where its file is there, and what it said."""
    title, file, lang = title_of(item.entity, writer), item.place.file, writer.lang
    name = title or neutral_markdown(file, LONGEST_PATH)
    name = link(name, file, 0, writer.options) if report.change and _is_there(file, report.change) else name
    return f"{name}: {neutral_markdown(said(item, lang).message, _SAID)} {item.code}"


def _is_there(file: str, change: Diff) -> bool:
    return not any(entry.what == "removed" and entry.file == file for entry in change.entries)


def still_lacking(report: Report, writer: Writer, room: int) -> str:
    """Say what the edited files lack still, as no source states it; "" for nothing: it is no fault of the change.

    Which files lack what, folds out where they are several, and there is room for it.
    """
    lang = writer.lang
    gaps = [item for item in report.gaps if item.there_before or item.cause == "touched"]
    counts = gap_counts((item.diagnostic for item in gaps), lang)
    if not report.rev or not counts:
        return ""
    number = sum(one for _, one in counts)
    names = [f"{name} ({lang.number(one)})" if number > 1 else name for name, one in counts]
    told = lang.choose(*_LACKING, number).format(n=lang.number(number), hva=lang.whole_list(names))
    told = neutral_markdown(told, LONGEST)
    if len({item.diagnostic.place.file for item in gaps}) == 1:
        return f"{told}\n\n"
    rows = [_lacking(name, [item for item in gaps if gap_name(item.diagnostic.finding.asks, lang) == name], writer)
            for name, _ in counts]  # fmt: skip
    shown = folded(lang.gettext("Vis hvilke"), rows)
    return f"{told}\n\n{shown}\n\n" if len(shown) <= room else f"{told}\n\n"


def _lacking(name: str, gaps: list[Located], writer: Writer) -> str:
    head = neutral_markdown(writer.lang.render("{hva:stor}", {"hva": name}))
    return f"- **{head}**: {_many(gaps, writer) if len(gaps) > 1 else named_link(gaps[0], writer)}"
