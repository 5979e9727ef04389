"""What a page shows of a change: findings by field, what the change does, what follows, and the lines that change."""

from __future__ import annotations

import re
from difflib import unified_diff
from typing import TYPE_CHECKING, Any, NamedTuple

from planlint.base import N_
from planlint.browser.changed_since import changed_since
from planlint.browser.form_words import form_words
from planlint.browser.proposal_words import news, remarks
from planlint.forms import DECISIONS, paper, version_name
from planlint.model import Plan
from planlint.output import let_through, said, shown
from planlint.source import entity_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from planlint.base import Diagnostic
    from planlint.forms import FormError, ProposedChange
    from planlint.output import DiffSection
    from planlint.system import System
    from planlint.text import Language

_ENTITY = re.compile(r"\((\w+)/([a-z0-9-]+)\)")
_SCHEMA = "# yaml-language-server"
_REVERSED = "PL305"
_NO_FUTURE = N_("Hva endringen fører til, er ikke regnet ut, for en periode eller et arbeid slutter før det begynner.")
_AS_BEFORE = N_(
    "{n} funn som også sto i registeret før endringen, gjelder noe annet enn dette skjemaet og er ikke ført opp."
)
_AHEAD = {"Står nå som i kraft": N_("Vil stå som i kraft"), "Nå over fristen": N_("Vil være over fristen")}
"""What a heading of consequences is called while nothing is approved yet: «nå» would be today."""
_KNOWN = {"known": N_("Kjent avvik"), "suppressed": N_("Unntak")}


def _without_ids(told: Any, system: System, lang: Language) -> Any:
    """Give what is told with the plan, type or years in place of an id that tells two of one name apart."""
    if isinstance(told, dict):
        return {key: _without_ids(value, system, lang) for key, value in told.items()}
    if isinstance(told, list):
        return [_without_ids(value, system, lang) for value in told]
    if not isinstance(told, str):
        return told
    return _ENTITY.sub(lambda match: _apart(match, system, lang), told)


def _apart(match: re.Match[str], system: System, lang: Language) -> str:
    """Give what stands in brackets after a name: of a plan its type and years, of another the plan it is in."""
    entity, register = system.loaded.entities.get(match[1], {}).get(match[2]), system.register
    if entity is None or register is None:
        return match[0]
    if isinstance(entity, Plan):
        kind = register.plantype(entity)
        ends = (entity.periode.fra, entity.periode.til) if entity.periode else ()
        words = [kind.navn if kind else "", "–".join(lang.tidspunkt(end) for end in ends if end)]
    else:
        plan = register.find_plan(getattr(entity, "plan", None))
        words = [plan.tittel if plan else ""]
    shown_words = ", ".join(filter(None, words))
    return f"({shown_words})" if shown_words else match[0]


class FormPage(NamedTuple):
    """The page that is told: its language, and what it calls its fields, by their keys with dots between them."""

    lang: Language
    labels: Mapping[str, str]


def told_before(system: System, found: Sequence[Diagnostic], file: str, page: FormPage) -> dict[str, Any]:
    """Give what is found in a file before anybody changes it, what is accepted too: each says which it is."""
    there = [item for item in found if item.place.file == file and item.status != "gap"]
    return {"findings": [_finding(item, page, system) for item in there], "before": True}


def told_change(proposal: ProposedChange, page: FormPage, before: Sequence[Diagnostic] = ()) -> dict[str, Any]:
    """Give all that a page shows of a change that can be made; `before` is what was found without it.

    What was found before, too, is told as that; in another file than the form's it is only counted.
    """
    report, work, lang = proposal.report, proposal.work, page.lang
    changes = work.changes()
    accepted = [item for item in (*report.known, *report.suppressed) if item.diagnostic.place.file in changes]
    notes = [note.in_language(lang) for note in (*proposal.given.told, *work.told)]
    asked = proposal.given.fil
    notes += remarks(proposal, lang)
    known = {_same(item, lang) for item in before}
    old = [item.diagnostic for item in report.findings if _same(item.diagnostic, lang) in known]
    elsewhere = [
        item for item in old if asked in changes.keys() | work.system.contents.keys() and item.place.file != asked
    ]
    notes += [lang.gettext(_AS_BEFORE).format(n=len(elsewhere))] if elsewhere else []
    shown_ones = [item.diagnostic for item in (*report.findings, *accepted) if item.diagnostic not in elsewhere]
    told: dict[str, Any] = {
        "problems": [],
        "findings": [
            {**_finding(item, page, work.system, asked), "old": item in old and not _is_accepted(item)}
            for item in shown_ones
        ],
        "news": news(proposal, lang, page.labels),
        "notes": notes,
        "intro": [],
        "sections": [],
        "lines": list(_lines(proposal)),
        "files": {path: raw.decode() for path, raw in sorted(changes.items()) if raw is not None},
    }
    if any(item.diagnostic.code == _REVERSED and item.diagnostic.place.file in changes for item in report.findings):
        told["notes"] = [*notes, lang.gettext(_NO_FUTURE)]
        told["news"] = []
    elif change := report.change:
        parts = shown(change, lang, alone=False)
        told["intro"] = parts.intro
        told["sections"] = [_section(one, work.system, lang) for one in (*let_through(change, lang), *parts.sections)]
    return told


def _is_accepted(item: Diagnostic) -> bool:
    return item.status in _KNOWN


def _same(item: Diagnostic, lang: Language) -> tuple[object, ...]:
    """Give what makes a finding the same before a change and after it."""
    return item.code, item.place.file, item.place.path, said(item, lang).message


def told_paper(proposal: ProposedChange) -> dict[str, Any]:
    """Give what a host of repositories is sent: files, title, text and the name of a branch."""
    texts = paper(proposal, by_person=True)
    files = {path: raw.decode() for path, raw in sorted(proposal.work.changes().items()) if raw is not None}
    was = proposal.work.was()
    versions = {path: version_name(raw) if (raw := was[path]) else "" for path in files}
    return {"files": files, "versions": versions, "title": texts.tittel, "text": texts.tekst, "branch": texts.gren}


def told_refusal(error: FormError, page: FormPage, system: System) -> dict[str, Any]:
    """Give why a change cannot be made; a fault in a field stands at the field."""
    if error.changed:
        return {"problems": changed_since(error, system, page.lang, page.labels), "findings": [], "refused": True}
    there = [_finding(item, page, system, error.file) for item in error.found]
    problems = list(dict.fromkeys(problem.in_language(page.lang) for problem in error.problems))
    return {"problems": problems[:1] if there else problems, "findings": there, "refused": True}


def _finding(diagnostic: Diagnostic, page: FormPage, system: System, asked: str = "") -> dict[str, Any]:
    """Give a finding in the form's words; `new`: it is about a file that is not there yet.

    `asked` is the file that the form is about: what a planstrategi decides stands in the plan's file, and is told of
    where the form has it. What is in another file is told with its name.
    """
    words = form_words(diagnostic, page.lang, page.labels)
    status = _KNOWN.get(diagnostic.status)
    file, path = _in_form(diagnostic, asked)
    there = diagnostic.place.file
    kind, _, id_ = entity_of(there).partition("/")
    named = system.loaded.entities.get(kind, {}).get(id_)
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "word": page.lang.gettext(status) if status else words.word,
        "accepted": bool(status),
        "reason": diagnostic.reason or "",
        "file": file,
        "about": named.tittel if asked and named and there != asked and there in system.contents else "",
        "new": there not in system.contents,
        "path": path,
        "fields": list(words.fields),
        "message": words.message,
        "help": words.help,
    }


def _in_form(diagnostic: Diagnostic, asked: str) -> tuple[str, list[Any]]:
    """Give the file and path that a finding has in the form: a decision in a plan's file is the planstrategi's."""
    there, path = diagnostic.place.file, list(diagnostic.place.path)
    kind, _, strategi = entity_of(asked).partition("/")
    if kind == "planstrategi" and path[:2] == [DECISIONS, strategi]:
        return asked, [DECISIONS, entity_of(there).partition("/")[2], *path[2:]]
    return there, path


def _section(section: DiffSection, system: System, lang: Language) -> dict[str, Any]:
    rows = [{"sign": row.sign, "head": row.head, "word": row.word, "lines": list(row.lines)} for row in section.rows]
    ahead = next((new for old, new in _AHEAD.items() if lang.gettext(old) == section.heading), "")
    told: dict[str, Any] = {
        "over": section.over,
        "heading": lang.gettext(ahead) if ahead else section.heading,
        "rows": rows,
    }
    return {**told, **_without_ids(told, system, lang)}


def _lines(proposal: ProposedChange) -> Iterator[str]:
    """Yield the lines that change, as in a patch, without those around them and what is for editors."""
    was = proposal.work.was()
    for path, raw in sorted(proposal.work.changes().items()):
        old, new = (part.decode().splitlines() if part else [] for part in (was[path], raw))
        rows = unified_diff(old, new, path, path, n=0, lineterm="")
        told = (row for number, row in enumerate(rows) if number >= 2 and not row.startswith("@@"))  # noqa: PLR2004 - the two lines that name the file
        yield from (row for row in told if not row[1:].startswith(_SCHEMA))
