"""What a page shows of a change: findings by field, what the change does, what follows, and the lines that change."""

from __future__ import annotations

from difflib import unified_diff
from typing import TYPE_CHECKING, Any

from planlint.check import Locator
from planlint.forms import paper
from planlint.output import alvor, let_through, said, shown, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.base import Diagnostic
    from planlint.check import Located
    from planlint.forms import FormError, ProposedChange
    from planlint.output import DiffSection
    from planlint.system import System
    from planlint.text import Language


def told_before(system: System, found: Sequence[Diagnostic], file: str, lang: Language) -> dict[str, Any]:
    """Give the findings that stand in a file before anybody changes it."""
    locator = Locator(system.contents)
    there = [item for item in found if item.status == "new" and item.place.file == file]
    return {"findings": [_finding(locator.locate(item), lang) for item in there]}


def told_change(proposal: ProposedChange, lang: Language) -> dict[str, Any]:
    """Give all that a page shows of a change that can be made."""
    report, work = proposal.report, proposal.work
    notes = [note.in_language(lang) for note in (*proposal.given.told, *work.told)]
    told: dict[str, Any] = {
        "problems": [],
        "findings": [_finding(item, lang) for item in report.findings],
        "notes": notes,
        "intro": [],
        "sections": [],
        "lines": list(_lines(proposal)),
        "files": {path: raw.decode() for path, raw in sorted(work.changes().items()) if raw is not None},
    }
    if change := report.change:
        parts = shown(change, lang, alone=False)
        told["intro"] = parts.intro
        told["sections"] = [_section(one) for one in (*let_through(change, lang), *parts.sections)]
    return told


def told_paper(proposal: ProposedChange) -> dict[str, Any]:
    """Give what a host of repositories is sent: files, title, text and the name of a branch."""
    texts = paper(proposal, by_person=True)
    files = {path: raw.decode() for path, raw in sorted(proposal.work.changes().items()) if raw is not None}
    return {"files": files, "title": texts.tittel, "text": texts.tekst, "branch": texts.gren}


def told_refusal(error: FormError, lang: Language) -> dict[str, Any]:
    """Give why a change cannot be made; a fault in a field stands at the field."""
    there = [
        {
            "code": item.code,
            "severity": item.severity.value,
            "word": alvor(item, lang),
            "file": item.place.file,
            "path": list(item.place.path),
            "message": said(item, lang).message,
            "help": said(item, lang).help,
        }
        for item in error.found
    ]
    problems = list(dict.fromkeys(problem.in_language(lang) for problem in error.problems))
    return {"problems": problems[:1] if there else problems, "findings": there}


def _finding(item: Located, lang: Language) -> dict[str, Any]:
    diagnostic, words = item.diagnostic, words_of(item, lang)
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "word": alvor(diagnostic, lang),
        "file": diagnostic.place.file,
        "path": list(diagnostic.place.path),
        "line": item.span.line,
        "column": item.span.column,
        "message": words.message,
        "help": words.help,
    }


def _section(section: DiffSection) -> dict[str, Any]:
    rows = [{"sign": row.sign, "head": row.head, "word": row.word, "lines": list(row.lines)} for row in section.rows]
    return {"over": section.over, "heading": section.heading, "rows": rows}


def _lines(proposal: ProposedChange) -> Iterator[str]:
    """Yield the lines that change, as in a patch, without those around them."""
    was = proposal.work.was()
    for path, raw in sorted(proposal.work.changes().items()):
        old, new = (part.decode().splitlines() if part else [] for part in (was[path], raw))
        rows = unified_diff(old, new, path, path, n=0, lineterm="")
        yield from (row for number, row in enumerate(rows) if number >= 2 and not row.startswith("@@"))  # noqa: PLR2004 - the two lines that name the file
