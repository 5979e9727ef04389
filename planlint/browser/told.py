"""What a page shows of a change: findings by field, what the change does, what follows, and the lines that change."""

from __future__ import annotations

import re
from difflib import unified_diff
from typing import TYPE_CHECKING, Any, NamedTuple

from planlint.base import N_
from planlint.browser.form_words import form_words
from planlint.forms import paper
from planlint.output import good_news, let_through, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from planlint.base import Diagnostic
    from planlint.forms import FormError, ProposedChange
    from planlint.output import DiffSection
    from planlint.system import System
    from planlint.text import Language

_RULE = re.compile(r" \(PL\d{3} [\w-]+\)")
_SCHEMA = "# yaml-language-server"
_KNOWN = {"known": N_("Kjent avvik"), "suppressed": N_("Unntak")}


class FormPage(NamedTuple):
    """The page that is told: its language, and what it calls its fields, by their keys with dots between them."""

    lang: Language
    labels: Mapping[str, str]


def told_before(system: System, found: Sequence[Diagnostic], file: str, page: FormPage) -> dict[str, Any]:
    """Give what is found in a file before anybody changes it, what is accepted too: each says which it is."""
    there = [item for item in found if item.place.file == file and item.status != "gap"]
    return {"findings": [_finding(item, page, system) for item in there], "before": True}


def told_change(proposal: ProposedChange, page: FormPage) -> dict[str, Any]:
    """Give all that a page shows of a change that can be made."""
    report, work, lang = proposal.report, proposal.work, page.lang
    changes = work.changes()
    accepted = [item for item in (*report.known, *report.suppressed) if item.diagnostic.place.file in changes]
    notes = [note.in_language(lang) for note in (*proposal.given.told, *work.told)]
    told: dict[str, Any] = {
        "problems": [],
        "findings": [_finding(item.diagnostic, page, work.system) for item in (*report.findings, *accepted)],
        "news": [_RULE.sub("", row) for row in good_news(report, lang)],
        "notes": notes,
        "intro": [],
        "sections": [],
        "lines": list(_lines(proposal)),
        "files": {path: raw.decode() for path, raw in sorted(changes.items()) if raw is not None},
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


def told_refusal(error: FormError, page: FormPage, system: System) -> dict[str, Any]:
    """Give why a change cannot be made; a fault in a field stands at the field."""
    there = [_finding(item, page, system) for item in error.found]
    problems = list(dict.fromkeys(problem.in_language(page.lang) for problem in error.problems))
    return {"problems": problems[:1] if there else problems, "findings": there, "refused": True}


def _finding(diagnostic: Diagnostic, page: FormPage, system: System) -> dict[str, Any]:
    """Give a finding in the form's words; `new`: it is about a file that is not there yet."""
    words = form_words(diagnostic, page.lang, page.labels)
    status = _KNOWN.get(diagnostic.status)
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "word": page.lang.gettext(status) if status else words.word,
        "accepted": bool(status),
        "reason": diagnostic.reason or "",
        "file": diagnostic.place.file,
        "new": diagnostic.place.file not in system.contents,
        "path": list(diagnostic.place.path),
        "fields": list(words.fields),
        "message": words.message,
        "help": words.help,
    }


def _section(section: DiffSection) -> dict[str, Any]:
    rows = [{"sign": row.sign, "head": row.head, "word": row.word, "lines": list(row.lines)} for row in section.rows]
    return {"over": section.over, "heading": section.heading, "rows": rows}


def _lines(proposal: ProposedChange) -> Iterator[str]:
    """Yield the lines that change, as in a patch, without those around them and what is for editors."""
    was = proposal.work.was()
    for path, raw in sorted(proposal.work.changes().items()):
        old, new = (part.decode().splitlines() if part else [] for part in (was[path], raw))
        rows = unified_diff(old, new, path, path, n=0, lineterm="")
        told = (row for number, row in enumerate(rows) if number >= 2 and not row.startswith("@@"))  # noqa: PLR2004 - the two lines that name the file
        yield from (row for row in told if not row[1:].startswith(_SCHEMA))
