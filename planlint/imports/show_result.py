"""An import told to the user: what was understood, what was not, what must be decided, and what check says then."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from planlint.base import typed_option
from planlint.imports.ready_line import ready_rows
from planlint.imports.run.outside import OUTSIDE
from planlint.imports.table.head_words import MARK, OTHER, YEAR
from planlint.imports.table.heads import BY_HEAD
from planlint.imports.value_text import Told, on_one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from planlint.base import Message
    from planlint.imports.import_outcome import ImportResult
    from planlint.imports.plan_draft import DraftChange
    from planlint.imports.rows.imported_plan import NotUnderstood
    from planlint.imports.table.heads import Column
    from planlint.text import Language

_PAD = " " * 8
_DECLARED = frozenset(("ansvarlig", "organ"))


def result_rows(
    result: ImportResult, lang: Language, names: Mapping[tuple[str, str], str], given: Sequence[str] = ()
) -> str:
    """Give the whole overview, a block for each thing that the user has to know; `names`: by kind and id.

    `given` is the command line as it was typed, for the line that answers every question.
    """
    told = Told({**names, **dict(_new_names(result))}, lang)
    blocks = [
        _columns(result, told),
        _planer(result, told),
        _types(result, lang),
        _unread(result, lang),
        [*(one.in_language(lang) for one in result.merknader), *_skipped(result, lang)],
        _unused(result, lang),
        _uavgjort(result, told),
        *_questions(result, told),
        [one.in_language(lang) for one in result.faults],
        ready_rows(result, lang, given),
        [_sum(result, lang)],
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block)


def _new_names(result: ImportResult) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield what the files are called that the import makes: a row may name another one of the same table."""
    for change in result.endringer:
        kind, _, id_ = change.navn.partition("/")
        yield (kind, id_), change.tittel


def _columns(result: ImportResult, told: Told) -> list[str]:
    _ = told.lang.gettext
    rows = []
    for table in result.tabeller:
        number = len(table.rows)
        rows.append(told.lang.choose("{ark}: {n} plan", "{ark}: {n} planer", number).format(ark=table.ark, n=number))
        rows += [_column(column, told) for column in table.columns]
        if table.groups:
            names = dict.fromkeys(group.text for group in table.groups)
            rows.append(_("  Overskrifter: {hoder}").format(hoder=", ".join(names)))
    return rows


def _column(column: Column, told: Told) -> str:
    """Tell what a column was taken for, and why where that is not plain from its head."""
    _ = told.lang.gettext
    head = column.head or _("kolonne {nr}").format(nr=column.index + 1)
    if column.field == OTHER:
        return _("  «{hode}» blir tatt med ord for ord").format(hode=head)
    if column.field == YEAR:
        field = told.time(column.time)
    else:
        field = column.valg if column.field == MARK else told.label(column.field)
    why = f" ({_(column.why)})" if column.guessed or column.why not in {"", BY_HEAD} else ""
    return _("  «{hode}» er lest som {felt}").format(hode=head, felt=field) + why


def _planer(result: ImportResult, told: Told) -> list[str]:
    lang, _ = told.lang, told.lang.gettext
    what = {"ny": _("ny"), "endret": _("endres"), "uendret": _("uendret")}
    rows = []
    once = _told_once(result)
    sheet, several = "", len({change.rad[0] for change in result.endringer}) > 1
    for change in result.endringer:
        if change.hva == "uendret" and not change.beholdt and not _own(change, once):
            continue
        if several and change.rad[0] != sheet:
            sheet = change.rad[0]
            rows.append(f"{sheet}:")
        rows.append(f"{change.rad[1]:>5}  {what[change.hva]:<8} {change.tittel}  ({change.navn.partition('/')[2]})")
        rows += [f"{_PAD}{line}" for line in told.change_lines(change)]
        for item in _own(change, once):
            text = f" {lang.quoted(on_one_line(item.tekst))}" if item.tekst else ""
            rows.append(_("{pad}IKKE FORSTÅTT {felt}{tekst}: {grunn}").format(
                pad=_PAD, felt=told.column(item.kolonne), tekst=text, grunn=item.grunn.in_language(lang)
            ))  # fmt: skip
        for key, text in change.beholdt:
            line = _("{pad}Står fra før, endres ikke: {felt}. Filen fra deg sier «{tekst}»")
            rows.append(line.format(pad=_PAD, felt=told.label(key), tekst=on_one_line(text)))
        if change.bare_tittel:
            rows.append(_("{pad}Raden har bare en tittel. Er det en overskrift, bruk --skip «{tittel}»").format(
                pad=_PAD, tittel=change.tittel
            ))  # fmt: skip
    kinds = {change.navn.partition("/")[0] for change in result.endringer}
    head = _("Linje  Hva      Plan") if kinds <= {"plan"} else _("Linje  Hva      Tittel")
    return [head, *rows] if rows else []


def _own(change: DraftChange, once: frozenset[str] = frozenset()) -> list[NotUnderstood]:
    """Give what was not understood in this row alone.

    A heading's type is told once for all its rows, and so are the names that the file offers to declare (`once`).
    """
    return [
        item
        for item in change.uforstaatt
        if not (item.kolonne == "type" and item.tekst) and not (item.kolonne in _DECLARED and item.tekst in once)
    ]


def _told_once(result: ImportResult) -> frozenset[str]:
    """Give the names that are told once as what --declare adds."""
    about = (line for question in result.offered if question.is_first for line in question.about)
    return frozenset(str(dict(line.args).get("tekst", "")) for line in about)


def _types(result: ImportResult, lang: Language) -> list[str]:
    """Tell once for each text which plan types it may be, and for how many plans."""
    by: dict[tuple[str, Message], int] = defaultdict(int)
    for change in result.endringer:
        for item in change.uforstaatt:
            if item.kolonne == "type" and item.tekst:
                by[item.tekst, item.grunn] += 1
    rows = [
        lang.choose("  «{tekst}» ({n} plan): {grunn}", "  «{tekst}» ({n} planer): {grunn}", number).format(
            tekst=text, n=number, grunn=why.in_language(lang)
        )
        for (text, why), number in by.items()
    ]
    return [lang.gettext("Plantyper som ikke er forstått:"), *rows] if rows else []


def _uavgjort(result: ImportResult, told: Told) -> list[str]:
    _ = told.lang.gettext
    if not result.uavgjorte:
        return []
    rows = [_("Dette må du avgjøre først. Ingenting blir skrevet før det er gjort:")]
    for hit in result.uavgjorte:
        title = hit.rad.tittel
        rows.append(_("  Linje {nr}: «{tittel}» ligner på {planer}").format(
            nr=hit.rad.nummer, tittel=title, planer=", ".join(map(told.plan, hit.ligner))
        ))  # fmt: skip
        rows.append(_("    samme plan: {valg}").format(valg=typed_option("--match", f"{title}={hit.ligner[0]}")))
        rows.append(_("    en ny plan: {valg}").format(valg=typed_option("--new", f"{title}")))
    return rows


def _questions(result: ImportResult, told: Told) -> Iterator[list[str]]:
    """Yield a block for each question: what it is, what it is about, and the options to type."""
    for question in result.questions:
        rows = [question.text.in_language(told.lang)]
        rows += [f"  {on_one_line(line.in_language(told.lang))}" for line in question.about]
        rows += [f"    {said.in_language(told.lang)}: {option}" for said, option in question.options]
        yield rows


def _unused(result: ImportResult, lang: Language) -> list[str]:
    """Tell which lines became nothing, word for word, and how a line that is a plan all the same is taken with."""
    _ = lang.gettext
    rows = []
    for line in result.unused:
        more = f" | {line.rest}" if line.rest else ""
        text = " ".join((line.text + more).split())
        if line.kind == OUTSIDE:
            rows.append(_("  utenfor tabellene: {tekst}").format(tekst=text))
        else:
            rows.append(_("  {ark}, linje {nr}: {tekst}").format(ark=line.sheet, nr=line.number, tekst=text))
    if any(line.kind in {"sum", "legend", "sentence"} for line in result.unused):
        rows.append(_('  Er en av dem en plan, skriv --row "TEKST=plan" med de første ordene.'))
    return [_("Ikke tatt med:"), *rows] if rows else []


def _unread(result: ImportResult, lang: Language) -> list[str]:
    _ = lang.gettext
    rows = [
        _("  {ark}, linje {nr}: {grunn}").format(ark=ark, nr=nr, grunn=on_one_line(why.in_language(lang)))
        for ark, nr, why in result.ulest
    ]
    return [_("Ikke lest:"), *rows] if rows else []


def _skipped(result: ImportResult, lang: Language) -> Iterator[str]:
    _ = lang.gettext
    for hit in result.hoppet_over:
        why = next((one.grunn.in_language(lang) for one in hit.rad.uforstaatt if one.kolonne == "tittel"), "--skip")
        yield _("Linje {nr} «{tittel}» er ikke tatt med ({grunn}).").format(
            nr=hit.rad.nummer, tittel=hit.rad.tittel, grunn=why
        )
    for hit in result.gjentatte:
        for item in (one for one in hit.rad.uforstaatt if one.kolonne == "tittel"):
            yield _("Linje {nr} «{tittel}»: {grunn}.").format(
                nr=hit.rad.nummer, tittel=hit.rad.tittel, grunn=item.grunn.in_language(lang)
            )
    if result.tomme:
        yield lang.ngettext(
            "{n} celle er tømt. Den sletter ikke verdien i filen. Bruk --clear hvis den skal slettes.",
            "{n} celler er tømt. De sletter ikke verdiene i filene. Bruk --clear hvis de skal slettes.",
            result.tomme,
        )


def _sum(result: ImportResult, lang: Language) -> str:
    n = lang.ngettext
    by: dict[str, int] = defaultdict(int)
    for change in result.endringer:
        by[change.hva] += 1
    once = _told_once(result)
    told = [item for change in result.endringer for item in change.uforstaatt]
    unclear = sum(not (item.kolonne in _DECLARED and item.tekst in once) for item in told)
    parts = [n("{n} ny fil", "{n} nye filer", by["ny"])] if by["ny"] else []
    parts += [n("{n} fil endres", "{n} filer endres", by["endret"])] if by["endret"] else []
    parts += [n("{n} er som før", "{n} er som før", by["uendret"])] if by["uendret"] else []
    parts += [n("{n} tekst er ikke forstått", "{n} tekster er ikke forstått", unclear)] if unclear else []
    unread = len({(ark, nr) for ark, nr, _ in result.ulest})
    parts += [n("{n} linje er ikke lest helt", "{n} linjer er ikke lest helt", unread)] if unread else []
    open_ = len(result.uavgjorte) + len(result.questions) + len(result.faults)
    parts += [n("{n} må avgjøres", "{n} må avgjøres", open_)] if open_ else []
    return ", ".join(parts or [lang.gettext("Ingen planer")]) + "."
