"""The one line to copy that answers every question of an import as most tables need, no longer than it must be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.base import typed_option
from planlint.imports.fold_words import fold
from planlint.imports.table.answers import SHORT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planlint.base import Message
    from planlint.imports.import_outcome import ImportResult
    from planlint.imports.run.open_question import OpenQuestion
    from planlint.text import Language

_TO_FILL_IN = re.compile(r"=TYPE\b")
_TYPE = "kommunedelplan-areal"
"""As long as what is put in the place of TYPE most often is."""
_LINE = re.compile(r'--row "([^"*=]+)=(\w+)"')
_PLAIN = re.compile(r'(?<= )"([\w=-]+)"')
_LONGEST = 150
_SHORTEST = 2
_DECLARE, _YES = "--declare", "--yes"


def ready_rows(result: ImportResult, lang: Language, given: Sequence[str]) -> list[str]:
    """Give the line, and what each of its answers does; no rows where a question has no usual answer.

    Where nothing is more likely than the rest, a word in capitals stands in its place.
    """
    _ = lang.gettext
    questions = result.all_questions()
    usual = dict.fromkeys(answer for question in questions for answer in question.usual)
    if not usual or not given or result.faults or any(not question.usual for question in questions):
        return []
    said = _shortened(usual, given, _titles(result))
    has_declaration = result.memory is None or _has_declaration([*questions, *result.offered])
    typed = [option for _text, option in said]
    more = [one for one in ((_DECLARE,) if has_declaration else ()) if one not in {*typed, *given}]
    whole = [*given, *dict.fromkeys(typed), *more, *(() if _YES in given else (_YES,))]
    head = (
        _("Vil du svare på alt med det som er vanligst, bytt ut ordet i store bokstaver, og kjør denne linjen:")
        if any(_TO_FILL_IN.search(option) for option in typed)
        else _("Vil du svare på alt med det som er vanligst, kjør denne linjen:")
    )
    rows = [head, f"  planlint import {' '.join(whole)}"]
    rows += [f"    {option}: {text.in_language(lang)}" for text, option in said]
    if has_declaration and _DECLARE not in given:
        rows.append(_("    --declare: sektorer, organer og typer som tabellen nevner, blir lagt inn i plansystem.yaml"))
    return rows


def _has_declaration(questions: Iterable[OpenQuestion]) -> bool:
    """Tell whether anything is offered that --declare does."""
    options = (option for question in questions for _text, option in (*question.options, *question.usual))
    return any(option == _DECLARE for option in options)


def _titles(result: ImportResult) -> list[str]:
    """Give the folded texts of every line that an answer about a row may be about."""
    rows = (row.title.text for table in result.tabeller for row in table.rows)
    lines = (line.text for table in result.tabeller for line in (*table.asked, *table.lines, *table.untitled))
    return [fold(text) for text in (*rows, *lines)]


def _shortened(
    usual: Iterable[tuple[Message, str]], given: Sequence[str], titles: Sequence[str]
) -> list[tuple[Message, str]]:
    """Give the answers with lines named by fewer words, as long as the whole is longer than fits on a line.

    Marks of quotation that the shell does not need, are left out then too.
    """
    said = [*usual]
    if _length(said, given) <= _LONGEST:
        return said
    said = [(text, _PLAIN.sub(r"\1", option)) for text, option in said]
    for at, (text, option) in enumerate(said):
        for shorter in _named_by_less(option, titles):
            if _length(said, given) <= _LONGEST:
                return said
            said[at] = text, shorter
    return said


def _named_by_less(option: str, titles: Sequence[str]) -> Iterator[str]:
    """Yield an answer about a line with ever fewer of its words, as long as they begin no other text of the file."""
    match = _LINE.fullmatch(option)
    words = match[1].split() if match else []
    for number in range(len(words) - 1, _SHORTEST - 1, -1):
        begun = " ".join(words[:number])
        own = fold(begun)
        if match and len(own) > SHORT and sum(one == own or one.startswith(f"{own} ") for one in titles) == 1:
            yield typed_option("--row", f"{begun}={match[2]}")


def _length(said: Iterable[tuple[Message, str]], given: Sequence[str]) -> int:
    """Give how long the whole line is, with a type filled in."""
    options = dict.fromkeys(_TO_FILL_IN.sub(f"={_TYPE}", option) for _text, option in said)
    return len(" ".join(["planlint", "import", *given, *options, _DECLARE, _YES]))
