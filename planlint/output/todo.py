"""The plan of work as text, Markdown and JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from planlint import __version__
from planlint.base import N_
from planlint.fixes import fix_kinds
from planlint.output.neutral import harmless
from planlint.output.paper import counted, finding_json, inline
from planlint.output.todo_phrases import PHRASES
from planlint.output.words import said
from planlint.text import SEVERITY, alphabetical

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.ahead import Task, Todo
    from planlint.text import Language

FIRST = 10
"""So many tasks are shown whole; the others are one line each."""
_NAMES = 4


def _names(task: Task, todo: Todo) -> list[str]:
    """Give the titles of what a task is about, each thing once; the file where there is no title."""
    found = {item.entity: todo.titles.get(item.entity, "") or item.place.file for item in task.findings}
    return sorted(found.values(), key=alphabetical)


def _sentence(task: Task, todo: Todo, lang: Language) -> str:
    """Say what is wrong, of how many, and of which: one cause, one line."""
    names = _names(task, todo)
    number = len(task.findings)
    message = said(task.findings[0], lang).message
    if number == 1:
        return f"{names[0]}: {message}" if task.findings[0].entity in todo.titles else message
    variants = {item.finding.variant for item in task.findings}
    phrase = PHRASES.get(task.code) or (PHRASES.get(f"{task.code}:{variants.pop()}") if len(variants) == 1 else None)
    if phrase is None:
        told = lang.choose("{n} funn, for eksempel: {melding}", "{n} funn, for eksempel: {melding}", number)
        return told.format(n=lang.number(number), melding=message)
    return f"{lang.ngettext(*phrase, number)}: {_some(names, lang)}."


def _some(names: Sequence[str], lang: Language) -> str:
    more = len(names) - _NAMES
    listed = ", ".join(map(lang.quoted, names[:_NAMES]))
    return listed + (lang.gettext(" og {n} til").format(n=lang.number(more)) if more > 0 else "")


def _label(task: Task, lang: Language) -> str:
    """Say how serious they are and by which rule; how many of each, where they are not equally serious."""
    told = counted(task.counts, lang) if len(task.counts) > 1 else lang.gettext(SEVERITY[task.severity])
    return f"{told} {task.code}"


def _commands(task: Task, lang: Language) -> list[str]:
    """Give the lines to type: those that mend the first finding, else the one that mends all, else the explanation."""
    if task.commands:
        return [line.in_language(lang) for line in task.commands]
    return [f"planlint fix --select {task.code}" if "safe" in fix_kinds(task.code) else f"planlint explain {task.code}"]


def _heading(todo: Todo, lang: Language) -> str:
    """Say how much there is, with the numbers of `planlint check`."""
    told = counted(todo.counts, lang) or lang.gettext("ingenting")
    text = lang.gettext("Å gjøre, slik `planlint check` teller det: {antall}, per {dag}.")
    return text.format(antall=told, dag=lang.dato(todo.today))


def _accept(todo: Todo, lang: Language) -> tuple[str, str] | None:
    """Give a sentence and the line that accepts the rest for a time, each with a day of its own."""
    if not todo.acceptable:
        return None
    text = lang.ngettext(
        "Det ({n}) som ikke blir gjort nå, kan godtas i ett steg, med siste dag:",
        "Det ({n}) som ikke blir gjort nå, kan godtas i ett steg, med siste dager fordelt på månedene:",
        todo.acceptable,
    )
    reason = lang.gettext("Ikke gått gjennom ennå")
    return text, f'planlint avvik add --until {todo.first}..{todo.last} --reason "{reason}"'


def _kept(todo: Todo, lang: Language) -> str:
    """Tell of the words that an import kept in remarks because it did not understand them."""
    number = len(todo.kept)
    text = lang.choose(
        "Ord fra tabellen som ikke er forstått, står i merknaden til {n} av det som er ført: {titler}. Les dem, "
        "og skriv det som hører hjemme i et felt, der.",
        "Ord fra tabellen som ikke er forstått, står i merknadene til {n} av det som er ført: {titler}. Les dem, "
        "og skriv det som hører hjemme i et felt, der.",
        number,
    )
    return text.format(n=lang.number(number), titler=_some(todo.kept, lang))


def _last(todo: Todo) -> str:
    """Give the code of what matters least."""
    return next(task.code for task in reversed(todo.tasks) if task.is_acceptable)


_CAPITALS = N_("Bytt ut ordene i store bokstaver. Gjelder det flere, står kommandoen for den første.")
_MORE = N_("Bare én av gruppene: skriv for eksempel --select {kode} til slutt.")


def todo_as_text(todo: Todo, lang: Language) -> str:
    """Give the plan of work for a screen."""
    rows = [_heading(todo, lang)]
    for number, task in enumerate(todo.tasks[:FIRST], 1):
        rows += ["", f"{number:>2}. {_sentence(task, todo, lang)} ({_label(task, lang)})"]
        rows += [f"      {line}" for line in _commands(task, lang)]
    if rest := todo.tasks[FIRST:]:
        rows += ["", lang.gettext("Deretter:")]
        rows += [f"    {_sentence(task, todo, lang)} ({_label(task, lang)})" for task in rest]
    if todo.tasks:
        rows += ["", lang.gettext(_CAPITALS)]
    if todo.kept:
        rows += ["", _kept(todo, lang)]
    if accept := _accept(todo, lang):
        rows += ["", accept[0], f"  {accept[1]}", lang.gettext(_MORE).format(kode=_last(todo))]
    return "\n".join(map(harmless, rows)) + "\n"


def todo_as_markdown(todo: Todo, lang: Language) -> str:
    """Give the plan of work as a list to paste into an issue or a note."""
    rows = [f"## {lang.gettext('Arbeidsplan')}", "", inline(_heading(todo, lang)), ""]
    for task in todo.tasks[:FIRST]:
        rows.append(f"- [ ] {inline(_sentence(task, todo, lang))} ({_label(task, lang)})")
        rows += ["", *_code(_commands(task, lang), "  "), ""]
    rows += [f"- [ ] {inline(_sentence(task, todo, lang))} ({_label(task, lang)})" for task in todo.tasks[FIRST:]]
    if todo.kept:
        rows += ["", inline(_kept(todo, lang))]
    if accept := _accept(todo, lang):
        rows += ["", inline(lang.gettext(_CAPITALS)), "", inline(accept[0]), "", *_code([accept[1]], "")]
    return "\n".join(rows).rstrip() + "\n"


def _code(lines: list[str], indent: str) -> list[str]:
    return [f"{indent}{line}" for line in ("```sh", *map(harmless, lines), "```")]


def todo_as_json(todo: Todo, lang: Language) -> str:
    """Give the plan of work as JSON: each task with its commands and all of its findings."""
    accept = _accept(todo, lang)
    data = {
        "schema": 1,
        "planlint": __version__,
        "date": todo.today.isoformat(),
        "counts": {one.value: number for one, number in todo.counts.items()},
        "tasks": [
            {
                "code": task.code,
                "severity": task.severity.value,
                "text": _sentence(task, todo, lang),
                "commands": _commands(task, lang),
                "acceptable": task.is_acceptable,
                "findings": [finding_json(item, lang) for item in task.findings],
            }
            for task in todo.tasks
        ],
        "kept": list(todo.kept),
        "accept": accept[1] if accept else None,
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
