"""A comparison as text for a terminal, and as Markdown for a pull request or a case."""

from __future__ import annotations

from itertools import groupby
from textwrap import indent
from typing import TYPE_CHECKING, NamedTuple

from planlint.base import N_, argument
from planlint.output.diff_sections import let_through, shown
from planlint.output.markdown_places import folded
from planlint.output.neutral import harmless, neutral_markdown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planlint.change import Diff
    from planlint.output.diff_rows import DiffRow, DiffSection, RowPart
    from planlint.text import Language

    Linked = Callable[[DiffRow, str, str], tuple[str, str]]
    Named = Callable[[str, str], str]

_COLORS = {"+": "32;1", "-": "31;1", "~": "33;1", "!": "33;1"}
_BOLD = "1"
_START = {
    "parted": N_("Sammenlignet fra {innsjekking}, der endringen begynte, og ikke fra det nyeste i {base}."),
    "unrelated": N_("De to versjonene har ingen felles historie, så det er sammenlignet med {base} slik den er nå."),
}
_SHORT = 10
# How many rows, and lines under each, a list may have: the next pair is tried where the text is too long.
_CAPS = ((500, 100), (200, 40), (100, 20), (50, 12), (25, 8), (12, 6), (6, 4), (3, 3), (2, 1), (1, 0))
_ALL = (10**9, 10**9)
_CELL, _WORD = 300, 1000


def title(diff: Diff, lang: Language) -> str:
    """Give what is compared."""
    if diff.head:
        text = N_("Endringer i plansystemet fra {base} til {head}, per {dato}")
    else:
        text = N_("Endringer i plansystemet fra {base} til filene på disken, per {dato}")
    return lang.render(text, {"base": diff.base, "head": diff.head, "dato": diff.day})


def _start(diff: Diff, lang: Language) -> list[str]:
    """Give what was compared from, where that is not simply the base."""
    if diff.start not in _START:
        return []
    return [lang.render(_START[diff.start], {"innsjekking": diff.commit[:_SHORT], "base": diff.base})]


def _nothing(lang: Language) -> str:
    return lang.gettext("Ingen endringer i plansystemet.")


def diff_as_text(diff: Diff, lang: Language, *, color: bool = False) -> str:
    """Give the comparison for a terminal."""

    def paint(text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if color and code else text

    rows = [paint(harmless(title(diff, lang)), _BOLD), *(harmless(line) for line in _start(diff, lang))]
    if not diff:
        return "\n".join([*rows, _nothing(lang)]) + "\n"
    told = shown(diff, lang)
    rows += [harmless(line) for line in told.intro]
    over = ""
    for section in told.sections:
        if section.over and section.over != over:
            rows += ["", paint(section.over, _BOLD)]
        over, indent = section.over, "  " if section.over else ""
        rows += ["", indent + paint(f"{section.heading} ({section.number})", _BOLD)] if section.heading else []
        for row in section.rows:
            rows += [f"{indent}  {line}" for line in _row_text(row, paint(row.sign, _COLORS.get(row.sign, "")))]
    return "\n".join(rows) + "\n"


def _row_text(row: DiffRow, sign: str) -> Iterator[str]:
    head = harmless(f"{row.head}: {row.word}" if row.word else row.head)
    yield head if row.sign == " " else f"{sign} {head}"
    yield from (f"    {harmless(line)}" for line in row.lines)


def _safe(text: str) -> str:
    return neutral_markdown(text, _CELL)


def _without_link(_: DiffRow, head: str, word: str) -> tuple[str, str]:
    return head, word


def _by_name(name: str, _: str) -> str:
    return name


class _Show(NamedTuple):
    """How much is shown, in which language; how a row, and the name of a file, become links."""

    caps: tuple[int, int]
    lang: Language
    linked: Linked = _without_link
    named: Named = _by_name


def _row_markdown(row: DiffRow, show: _Show) -> Iterator[str]:
    (_, most), lang = show.caps, show.lang
    if row.sign == " ":
        yield _safe(row.head)
        yield from ["", *_every_one(row, show)] if row.those else []
        return
    head, word = show.linked(row, _safe(row.head), _safe(row.word))
    names = lang.enumeration([f"**{_safe(name)}**" for name in row.heads]) if row.heads else f"**{head}**"
    yield f"- {names}" + (f": {word}" if word else "")
    yield from (f"  - {_safe(line)}" for line in row.lines[:most])
    if len(row.lines) > most:
        yield f"  - … {_rest(len(row.lines) - most, lang)}"
    yield from ["", *_every_one(row, show, "  ")] if row.those else []


def _every_one(row: DiffRow, show: _Show, margin: str = "") -> Iterator[str]:
    """Give all that a row is told of, as a list that folds out; of very many the first."""
    most = show.caps[1]
    rows: list[str] = []
    for under, parts in groupby(row.those[:most], key=lambda one: one.under):
        rows += [*([""] if rows else []), f"**{under}**", ""] if under else []
        rows += [f"- {show.named(_safe(one.name), one.file)}{_said_of(one)}" for one in parts]
    left = len(row.those) - most
    rows += [f"- … {_rest(left, show.lang)}"] if left > 0 else []
    number = show.lang.number(len(row.those))
    yield folded(show.lang.gettext("Vis alle {n}").format(n=number), rows, margin)
    yield ""


def _said_of(part: RowPart) -> str:
    return f": {neutral_markdown(part.word, _WORD)}" if part.word else ""


def _rest(number: int, lang: Language) -> str:
    return lang.ngettext("og {n} til", "og {n} til", number)


def _markdown(sections: list[DiffSection], level: int, show: _Show) -> list[str]:
    """Give the sections with at most so many rows, and lines under each; what is left out is counted.

    Those that share a heading are the items of one list under it.
    """
    shown_rows: list[str] = []
    for over, group in groupby(sections, key=lambda section: section.over):
        shown_rows += [f"{'#' * level} {over}", ""] if over else []
        for section in group:
            if over:
                shown_rows += _item(section, show)
                continue
            many = f" ({section.number})" if section.number > 1 else ""
            shown_rows += [
                f"{'#' * level} {section.heading}{many}",
                "",
                *_rows_markdown(section, show),
                "",
            ]
        shown_rows += [""] if over else []
    return shown_rows


def _rows_markdown(section: DiffSection, show: _Show) -> Iterator[str]:
    most = show.caps[0]
    for row in section.rows[:most]:
        yield from _row_markdown(row, show)
    if len(section.rows) > most:
        yield f"- … {_rest(len(section.rows) - most, show.lang)}"


def _item(section: DiffSection, show: _Show) -> Iterator[str]:
    """Give a section as an item of a list: on its own line where it is about one thing, else with a list under it."""
    rows = list(_rows_markdown(section, show))
    if not section.heading:
        yield from rows
    elif len(rows) == 1:
        yield f"- {section.heading}: {rows[0].removeprefix('- ')}"
    else:
        yield f"- {section.heading} ({section.number}):"
        yield from (indent(row, "  ") for row in rows)


def diff_as_markdown(diff: Diff, lang: Language) -> str:
    """Give the whole comparison as Markdown; the longest lists are cut, and say so."""
    rows = [f"# {_safe(title(diff, lang))}", "", *(row for line in _start(diff, lang) for row in (_safe(line), ""))]
    if not diff:
        return "\n".join([*rows, _nothing(lang), ""])
    told = shown(diff, lang)
    rows += [row for line in told.intro for row in (_safe(line), "")]
    return "\n".join([*rows, *_markdown(told.sections, 2, _Show(_CAPS[0], lang))])


def markdown_section(diff: Diff, lang: Language, limit: int, named: Named = _by_name) -> str:
    """Give the comparison for a comment: no heading on top, at most so many characters, and what was left out.

    The findings that the change brings, and what it is compared with, are left to the check that the comment is about.
    `named` makes a name lead to its file.
    """
    if not diff:
        return _nothing(lang)[:limit] + "\n"
    told = shown(diff, lang, alone=False)
    intro = "\n\n".join(_safe(line) for line in told.intro)
    whole = _markdown(told.sections, 3, _Show(_ALL, lang, named=named))
    for rows in (whole, *(_markdown(told.sections, 3, _Show(caps, lang, named=named)) for caps in _CAPS)):
        cut = [] if rows == whole else [_cut(diff, lang), ""]
        text = "\n".join([intro, "", *rows, *cut]).lstrip()
        if len(text) <= limit:
            return text
    return "\n\n".join([intro, _cut(diff, lang)])[:limit]


def markdown_let_through(diff: Diff, lang: Language, limit: int, linked: Linked = _without_link) -> str:
    """Give what the change lets through, for the top of a comment, at most so many characters; "" for nothing.

    `linked` makes a row's head and word lead to what they name.
    """
    sections = let_through(diff, lang)
    if not sections:
        return ""
    cut = [_cut(diff, lang), ""]
    for caps in _CAPS[2:]:
        rows = _markdown(sections, 3, _Show(caps, lang, linked))
        if any(len(one.rows) > caps[0] or any(len(row.lines) > caps[1] for row in one.rows) for one in sections):
            rows += cut
        if len(text := "\n".join(rows)) <= limit:
            return text
    return "\n".join(cut)


def _cut(diff: Diff, lang: Language) -> str:
    command = f"planlint diff {argument(diff.base)}"
    text = N_("Listene er kortet ned. Alt står i det denne kommandoen viser: {kommando}")
    return _safe(lang.render(text, {"kommando": command}))
