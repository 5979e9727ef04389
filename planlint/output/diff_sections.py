"""A comparison as headings, rows and lines of plain text: what text and Markdown have in common."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from planlint.base import N_, shortened
from planlint.change import QUIET
from planlint.output.diff_declared import milder_demands, other_declared
from planlint.output.diff_effects import effects
from planlint.output.diff_findings import findings
from planlint.output.diff_rows import COUNTED, MANY, DiffRow, DiffSection, RowPart
from planlint.output.diff_values import Values
from planlint.output.diff_words import Teller
from planlint.output.lets_through import accepted_rules, hidden_sections
from planlint.output.paper import file_name
from planlint.source import AVVIK_LIST, PLANSYSTEM, is_avvik

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.change import Diff, DiffEntry
    from planlint.text import Language

_KINDS = {
    "plan": N_("Planer"),
    "planstrategi": N_("Planstrategier"),
    "maal": N_("Mål"),
    "tiltak": N_("Tiltak"),
    "indikator": N_("Indikatorer"),
    "utfordring": N_("Utfordringer"),
    "innspill": N_("Innspill"),
}
_WHAT = {
    "new": (N_("Nye: {hva}."), N_("ny"), "+"),
    "changed": (N_("Endret: {hva}."), "", "~"),
    "renamed": (N_("Nytt navn: {hva}."), "", "~"),
    "removed": (N_("Fjernet: {hva}."), N_("fjernet"), "-"),
    "unreadable": (N_("Kan ikke leses: {hva}."), N_("kan ikke leses etter endringen"), "!"),
    "readable": (N_("Kan leses igjen: {hva}."), N_("kunne ikke leses før, og kan leses nå"), "+"),
    "doubled": (N_("Samme filnavn som en annen fil: {hva}."), N_("ikke lest, for en annen fil har samme filnavn"), "!"),
    "moved": (N_("Bare flyttet til en annen mappe: {hva}."), "", "~"),
    "follows": (N_("Bare rettet til nye navn: {hva}."), "", "~"),
    "form": (N_("Bare kommentarer eller skrivemåte er endret: {hva}."), "", "~"),
}


_NAMED, _TITLE = 4, 60
"""As many of those that one row is told of as are named, and as much of a name."""


_UNREAD = N_("Noen kontroller venter til alt kan leses. Følgene er funnet som om det som ikke kan leses, var uendret.")
_FORMER = N_(
    "Andre filer viser til et tidligere navn, og de henvisningene virker ikke ennå. Følgene er funnet som om de virket."
)
_READ_NOW = N_(
    "Det som ikke kunne leses før endringen, kan ikke sammenlignes. Derfor er det ikke kjent hva som er nytt i det."
)


class Shown(NamedTuple):
    """What a reader sees: the sentences at the top, and the sections."""

    intro: list[str]
    sections: list[DiffSection]


def summary(diff: Diff, lang: Language) -> str:
    """Give how much is changed, in a line."""
    told = []
    for what, (text, *_) in _WHAT.items():
        those = Counter(_counted_as(entry) for entry in diff.entries if entry.what == what)
        numbers = {kind: those[kind] for kind in COUNTED}
        words = [_number(kind, number, what, diff, lang) for kind, number in numbers.items() if number]
        told += [lang.render(text, {"hva": words})] if words else []
    return " ".join(told)


def _number(kind: str, number: int, what: str, diff: Diff, lang: Language) -> str:
    """Give how many of a kind; the one file that holds nothing of the plan system is named."""
    if kind or number > 1:
        return lang.ngettext(*COUNTED[kind], number)
    return next(entry.file for entry in diff.entries if entry.what == what and not _counted_as(entry))


def _counted_as(entry: DiffEntry) -> str:
    """Give what a file counts as: its kind, a known finding, or any other file."""
    return entry.kind or ("avvik" if is_avvik(entry.file) else "")


def shown(diff: Diff, lang: Language, *, alone: bool = True) -> Shown:
    """Give everything that a reader sees; `alone`: no check beside it tells of the findings that the change brings.

    Beside a check, it has told on top of what the change lets through, and long lists of the same are one row.
    """
    teller = Teller(_values(diff, lang, short=not alone))
    first = [*milder_demands(diff, teller), *hidden_sections(diff, teller.values)] if alone else []
    found = [
        *first,
        *_entries(diff, teller, whole=alone),
        *other_declared(diff, teller, whole=alone),
        *_quiet(diff, teller.values, whole=alone),
    ]
    unseen = any(_is_told(entry, diff) for entry in diff.entries) and not alone
    told = len(diff.entries) == 1 and not alone and not unseen and bool(found)
    about = [] if told else [summary(diff, lang)]
    found += [*effects(diff, teller.values, whole=alone), *findings(diff, teller.values, new=alone)]
    return Shown([*about, *_doubts(diff, lang)], found)


def let_through(diff: Diff, lang: Language) -> list[DiffSection]:
    """Give what lets through more than before, and what it hides: what stands on top of a comment."""
    values = _values(diff, lang, short=True)
    return [*hidden_sections(diff, values), *milder_demands(diff, Teller(values), accepted_rules(diff))]


def _values(diff: Diff, lang: Language, *, short: bool) -> Values:
    return Values(
        diff.names, lang, short=short, former={(entry.kind, entry.old_id) for entry in diff.entries} | diff.drafts
    )


def _doubts(diff: Diff, lang: Language) -> Iterator[str]:
    if PLANSYSTEM in {entry.file for entry in diff.entries if entry.what == "new"}:
        yield lang.gettext("Plansystemet er nytt, så det er ingenting å sammenligne følger og funn med.")
    elif diff.unjudged:
        text = N_("Hva endringen fører til, er ikke kjent før {filer} kan brukes.")
        yield lang.render(text, {"filer": [file_name(path, diff.names, lang) for path in diff.unjudged]})
    elif diff.is_partly_read:
        yield lang.gettext(_UNREAD if diff.is_unread else _READ_NOW)
    if diff.is_unsettled:
        yield lang.gettext(_FORMER)


def _entries(diff: Diff, teller: Teller, *, whole: bool) -> Iterator[DiffSection]:
    for kind, heading in _KINDS.items():
        those = [entry for entry in diff.entries if entry.kind == kind and entry.what not in QUIET]
        rows = [_row(entry, teller) for entry in sorted(those, key=lambda one: one.what != "new")]
        if rows:
            shown_rows = rows if whole else _alike(rows, kind, teller.lang)
            yield DiffSection(teller.lang.gettext(heading), shown_rows, several=len(rows))
    others = [
        _row(entry, teller)
        for entry in diff.entries
        if not entry.kind and entry.what not in {*QUIET, "changed"} and not _is_told(entry, diff)
    ]
    if others:
        yield DiffSection(teller.lang.gettext("Andre filer"), others)


def _is_told(entry: DiffEntry, diff: Diff) -> bool:
    """Tell whether a file is a known finding that has come or gone: they are told by rule."""
    one = is_avvik(entry.file) and entry.file != AVVIK_LIST
    return one and entry.what in {"new", "removed"} and bool(diff.declared.known)


def _row(entry: DiffEntry, teller: Teller) -> DiffRow:
    lang = teller.lang
    _, word, sign = _WHAT[entry.what]
    name = teller.values.called(entry.tittel, entry.entity) if entry.kind else _file_name(entry.file, teller)
    lines = list(_place(entry, lang, asked=teller.values.short))
    lines += teller.details(entry.details, entry.kind, bare=entry.what in {"new", "removed", "readable", "doubled"})
    return DiffRow(sign, name, lang.gettext(word), tuple(lines), entry.file if entry.what != "removed" else "")


def _file_name(path: str, teller: Teller) -> str:
    name = file_name(path, teller.values.names, teller.lang) if teller.values.short else path
    return name[:1].upper() + name[1:] if name != path else path


def _alike(rows: list[DiffRow], kind: str, lang: Language) -> list[DiffRow]:
    """Give rows that say the same of many as one row, where the first of them stands."""
    same: dict[tuple[str, str, tuple[str, ...]], list[DiffRow]] = {}
    for row in rows:
        same.setdefault((row.sign, row.word, row.lines), []).append(row)
    shown_rows: list[DiffRow] = []
    for (sign, word, lines), those in same.items():
        if len(those) < MANY or not lines:
            shown_rows += those
        else:
            head, about = lang.ngettext(*COUNTED[kind], len(those)), _some([row.head for row in those], lang)
            named = tuple(RowPart(row.head, row.file) for row in those)
            shown_rows.append(DiffRow(sign, head, word, (*lines, about), those=named))
    return shown_rows


def _some(names: list[str], lang: Language) -> str:
    """Give the first of many names, and how many there are besides."""
    left = len(names) - _NAMED
    rest = [lang.gettext("{n} til").format(n=lang.number(left))] if left > 0 else []
    return lang.enumeration([*(lang.quoted(shortened(name, _TITLE)) for name in names[:_NAMED]), *rest])


def _place(entry: DiffEntry, lang: Language, *, asked: bool = False) -> Iterator[str]:
    """Tell of a new id, and of a new folder where the id is the same; `asked`: a finding tells what to write."""
    if entry.old_id:
        yield lang.render(N_("Nytt navn: {gammel} → {ny}"), {"gammel": entry.old_id, "ny": entry.id})
        if entry.guessed:
            text = N_("Innholdet er det samme, så dette er regnet som nytt navn. Skriv `{gammel}` i `tidligere_id`.")
            text = N_("Innholdet er det samme, så dette er regnet som nytt navn.") if asked else text
            yield lang.render(text, {"gammel": entry.old_id})
    elif entry.old_file:
        yield lang.render(N_("Flyttet: {gammel} → {ny}"), {"gammel": entry.old_file, "ny": entry.file})


def _quiet(diff: Diff, values: Values, *, whole: bool) -> Iterator[DiffSection]:
    """Give the files in which nothing that they say is changed; not `whole`: by title, many of them in one row."""
    lang = values.lang

    def called(entry: DiffEntry) -> str:
        return entry.file if whole or not entry.tittel else values.called(entry.tittel, entry.entity)

    moved = [
        DiffRow("~", called(entry), "", tuple(_place(entry, lang))) for entry in diff.entries if entry.what == "moved"
    ]
    if moved:
        yield DiffSection(lang.gettext("Bare flyttet til en annen mappe"), moved)
    for what, heading in (
        ("follows", N_("Bare rettet til nye navn, ellers er innholdet det samme")),
        ("form", N_("Bare kommentarer eller skrivemåte er endret, innholdet er det samme")),
    ):
        those = [entry for entry in diff.entries if entry.what == what]
        names = [called(entry) for entry in those if whole or entry.kind]
        if names:
            rows = [DiffRow("~", name) for name in names]
            if not whole and len(names) >= MANY:
                rows = [*_by_kind(those, values)]
            rows += [] if whole else [DiffRow("~", row) for row in _others(those, lang)]
            yield DiffSection(lang.gettext(heading), rows, several=len(those))


def _by_kind(those: list[DiffEntry], values: Values) -> Iterator[DiffRow]:
    """Give a row for each kind of thing: how many, the first of them, and all of them to fold out."""
    lang = values.lang
    for kind in _KINDS:
        named = tuple(RowPart(values.called(one.tittel, one.entity), one.file) for one in those if one.kind == kind)
        if named:
            number = lang.ngettext(*COUNTED[kind], len(named))
            names = _some([one.name for one in named], lang)
            yield DiffRow("~", number, names, those=named if len(named) > _NAMED else ())


def _others(those: list[DiffEntry], lang: Language) -> list[str]:
    """Give how many known findings and other files there are among some, which nobody knows by a title."""
    numbers = Counter(_counted_as(entry) for entry in those if not entry.kind)
    return [lang.ngettext(*COUNTED[kind], number) for kind, number in sorted(numbers.items(), reverse=True)]
