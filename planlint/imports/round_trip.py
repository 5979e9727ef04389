"""What an edited export changes: all its sheets against all the files, ready to be written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from planlint.base import N_, Diagnostic, Message, Severity, verbatim
from planlint.edit import Document, new_file_bytes
from planlint.imports.fact_rows import read_facts
from planlint.imports.known_plans import plan_folder
from planlint.imports.plan_draft import DraftChange
from planlint.imports.read_export import FACTS, ChangedFile, ExportSheet, RoundTrip, unknown_heads, without_empty
from planlint.imports.rows.imported_plan import NotUnderstood
from planlint.model import KINDS, SLUG
from planlint.output import said
from planlint.system import validate_data
from planlint.text import ARENA_NAMES, UTFALL_NAMES, language

if TYPE_CHECKING:
    from planlint.base import Finding, Ord, Step
    from planlint.imports.import_outcome import ImportResult
    from planlint.register import Register
    from planlint.system import System

_MISSING = "PL005"
_LISTED = frozenset(("valg", "valg_forslag"))
"""Findings about a word that is none of a field's own, whose help lists those."""
_NAMED: dict[Step, dict[str, Ord]] = {"arena": ARENA_NAMES, "utfall": UTFALL_NAMES}
"""Fields whose words people write by their names, in tables of their own."""
_ONE_OF = N_("det er ingen av disse: {navn}. Skriv en av dem")
_ID = Message(N_("en id har bare små bokstaver a–z, tall og bindestrek"))


def read_back(
    sheets: list[ExportSheet], system: System, register: Register, result: ImportResult, *, clear: bool
) -> None:
    """Put into the result what the sheets of an export change. Raises EditError."""
    tour = RoundTrip(system, register, clear=clear)
    for sheet in sheets:
        if sheet.navn in KINDS:
            tour.entities(sheet)
    for sheet in sheets:
        if sheet.navn in FACTS:
            read_facts(tour, sheet)
        if unknown := unknown_heads(sheet):
            text = N_("«{ark}»: kolonner som ikke er lest: {kolonner}.")
            result.merknader.append(Message.of_text(text, ark=sheet.sheet, kolonner=", ".join(unknown)))
    take(tour, system, register, result)


def take(tour: RoundTrip, system: System, register: Register, result: ImportResult) -> None:
    """Put into the result what the rows that were read change. Raises EditError."""
    result.endringer += [_change(tour, sak, system, register) for sak in tour.saker.values()]
    result.ulest += tour.ulest
    result.tomme = tour.tomme


def _change(tour: RoundTrip, sak: ChangedFile, system: System, register: Register) -> DraftChange:
    _sound(sak, register, is_export=not tour.heads)
    for item in sak.uforstaatt:
        tour.remark(sak, "_".join(step for step in item.kolonne.split(".") if not step.isdigit()), item.tekst)
    new = without_empty(sak.blir)
    lines = tuple(
        (key, sak.var.get(key), new.get(key)) for key in {**sak.var, **new} if sak.var.get(key) != new.get(key)
    )
    name, title = f"{sak.kind}/{sak.id}", str(new.get("tittel", sak.id))
    if sak.enhet is None:
        file = f"{plan_folder(register, sak.kind, str(new.get('type', '')))}/{sak.id}.yaml"
        return DraftChange(
            name, title, file, "ny", sak.rad, tuple(line for line in lines if line[0] != "tittel"),
            new_file_bytes(sak.kind, new, depth=file.count("/")), tuple(sak.uforstaatt),
        )  # fmt: skip
    raw = system.contents[sak.enhet.file]
    document = Document.read(raw if isinstance(raw, bytes) else b"", sak.kind)
    for key, _, value in lines:
        if value is None:
            document.remove((key,))
        else:
            document.set((key,), value)
    content = document.bytes() if lines else None
    unclear = tuple(sak.uforstaatt)
    return DraftChange(
        name, title, sak.enhet.file, "endret" if lines else "uendret", sak.rad, lines, content, unclear,
        unntak=tuple(document.dropped),
    )  # fmt: skip


def _sound(sak: ChangedFile, register: Register, *, is_export: bool) -> None:
    """Take back each change that makes a file faulty, and note why; what was faulty before is left alone.

    `is_export`: the cells hold the files' own words, and not what people call them.
    """
    model, name = KINDS[sak.kind], f"{sak.kind}/{sak.id}"
    known = (
        {_mark(finding) for _, finding in validate_data(model, without_empty(sak.var), name, "").findings}
        if sak.var
        else set()
    )
    if sak.enhet is None and not re.fullmatch(SLUG, sak.id):
        sak.uforstaatt.append(NotUnderstood("id", sak.id, _ID))
    for code, finding in validate_data(model, without_empty(sak.blir), name, "").findings:
        if code == _MISSING or _mark(finding) in known:
            continue
        words = said(Diagnostic(code, Severity.FEIL, finding), language(register.plansystem.spraak))
        path = finding.place.path
        value = str(finding.args.get("verdi", ""))
        message = words.message
        if finding.variant in _LISTED:
            message = f"{message} {words.help[:1].upper()}{words.help[1:]}"
        why = verbatim(message)
        if finding.variant in _LISTED and not is_export and path[-1] in _NAMED:
            why = Message.of_text(_ONE_OF, navn=[_NAMED[path[-1]][word] for word in _choices(finding)])
        sak.uforstaatt.append(NotUnderstood(".".join(map(str, path)), value, why))
        _take_back(sak, path)
    for key, there in sak.blir.items():
        if isinstance(there, list) and None in there:  # the places of the others were kept while there were faults
            sak.blir[key] = [one for one in there if one is not None]


def _choices(finding: Finding) -> tuple[str, ...]:
    found = finding.args["valg"]
    return tuple(map(str, found)) if isinstance(found, list | tuple) else ()


def _mark(finding: Finding) -> tuple[Any, ...]:
    return finding.place.path, tuple(sorted((key, str(value)) for key, value in finding.args.items()))


def _take_back(sak: ChangedFile, path: tuple[Step, ...]) -> None:
    """Give the smallest part around a fault its old value: an item of a list, else the whole key."""
    key = str(path[0]) if path else ""
    old, new = sak.var.get(key), sak.blir.get(key)
    if isinstance(new, list) and len(path) > 1 and isinstance(path[1], int):
        if path[1] < len(old or []):
            new[path[1]] = (old or [])[path[1]]
        elif path[1] < len(new):
            new[path[1]] = None
            if all(item is None for item in new[path[1] :]):
                del new[path[1] :]
    elif old is None:
        sak.blir.pop(key, None)
    else:
        sak.blir[key] = old
