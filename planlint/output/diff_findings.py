"""The findings that come and go with a change, and those that nobody can judge after it, as sections."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from planlint.base import N_, NN_, Severity
from planlint.output.diff_rows import DiffRow, DiffSection, RowPart
from planlint.output.paper import alvor
from planlint.output.words import said
from planlint.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.base import Diagnostic
    from planlint.change import Diff, OutcomeChange
    from planlint.output.diff_values import Values
    from planlint.text import Language


def findings(diff: Diff, values: Values, *, new: bool) -> Iterator[DiffSection]:
    """Give the findings that come and go, several that say the same as one row; `new`: also those that come."""
    change, lang = diff.findings, values.lang
    if change is None or (not change and (diff.is_quiet or not new)):
        return
    over, held = lang.gettext("Funn"), _held(change, values)
    if new and change.new:
        yield DiffSection(lang.gettext("Nye funn"), _rows("-", change.new, values), over, len(change.new))
    faulty = {item.entity for item in change.new if item.severity is Severity.FEIL}
    if gone := [item for item in change.gone if item.entity not in faulty]:
        yield DiffSection(lang.gettext("Funn som blir borte"), _rows("+", gone, values), over, len(gone))
    rest = [*_beside(change, lang, whole=new), *held]
    if not change:
        rest.append(DiffRow(" ", lang.gettext("Ingen funn kommer til eller blir borte.")))
    if rest:
        yield DiffSection("", rest, over)


def _held(change: OutcomeChange, values: Values) -> list[DiffRow]:
    """Say how many findings nobody can judge now, accepted or not, of which rules, and what each of them said."""
    held = (*change.held, *change.held_known)
    if not held:
        return []
    n, lang = values.lang.ngettext, values.lang
    parts = [(n("{n} funn", "{n} funn", len(change.held)), change.held)]
    parts += [(n("{n} kjent avvik", "{n} kjente avvik", len(change.held_known)), change.held_known)]
    parts = [(number, items) for number, items in parts if items]
    text = N_("{antall} fra før kan ikke vurderes nå, og kontrolleres igjen når dette er rettet.")
    sentence = lang.render(text, {"antall": [number for number, _ in parts]})
    rules = Counter(f"{item.code} {RULES[item.code].name}" for item in held)
    lines = tuple(f"{rule} ({lang.number(number)})" for rule, number in sorted(rules.items()))
    told = tuple(
        RowPart(
            subject(item, values),
            item.place.file,
            f"{said(item, lang).message} {item.code}",
            number if len(parts) > 1 else "",
        )
        for number, items in parts
        for item in items
    )
    return [DiffRow(" ", sentence, "", lines, those=told)]


def _beside(change: OutcomeChange, lang: Language, *, whole: bool) -> list[DiffRow]:
    """Give what is to be said about the findings besides, in sentences; `whole`: also what a check says beside it."""
    n, rest = lang.ngettext, []
    if change.covered and whole:
        covered = NN_("{n} nytt funn er et kjent avvik eller unntak.", "{n} nye funn er kjente avvik eller unntak.")
        rest.append(n(*covered, change.covered))
    if change.mended and whole:
        rest.append(n("{n} kjent avvik er rettet.", "{n} kjente avvik er rettet.", change.mended))
    if change.idle and whole:
        rest.append(
            n("{n} kjent avvik eller unntak faller bort.", "{n} kjente avvik eller unntak faller bort.", change.idle)
        )
    if number := change.gaps if whole else change.gaps - change.gaps_touched:
        gaps = NN_(
            "{n} opplysning er nå et hull: kildene oppgir den ikke.",
            "{n} opplysninger er nå hull: kildene oppgir dem ikke.",
        )
        rest.append(n(*gaps, number))
    return [DiffRow(" ", text) for text in rest]


def _rows(sign: str, diagnostics: Iterable[Diagnostic], values: Values) -> list[DiffRow]:
    lang = values.lang
    same: dict[tuple[str, str], list[str]] = {}
    for item in diagnostics:
        same.setdefault((alvor(item, lang), said(item, lang).message), []).append(subject(item, values))
    return [
        DiffRow(sign, f"{rule}: {message}", "", (lang.enumeration(about),)) for (rule, message), about in same.items()
    ]


def subject(item: Diagnostic, values: Values) -> str:
    """Give what a finding is about, as a reader calls it."""
    kind, _, id_ = item.entity.rpartition("/")
    return values.called(values.names.get((kind, id_), ""), item.entity) if kind else item.place.file
