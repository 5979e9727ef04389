"""What a table took for granted, what of it was not used, and what may be declared: told in the result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.imports.run import not_used, questions
from planlint.imports.run.coloured import told_bodies, told_colours, told_letters
from planlint.imports.run.outside import outside_lines, told_explanation, told_outside

if TYPE_CHECKING:
    from planlint.imports.cells import Content
    from planlint.imports.import_outcome import ImportResult
    from planlint.imports.run.given_answers import GivenAnswers
    from planlint.imports.table.read_table import ReadTable


def tell_tables(result: ImportResult, content: Content, tables: list[ReadTable]) -> None:
    """Tell of colours, of who may adopt, and of the lines and sheets that became nothing."""
    result.ulest += told_colours(tables)
    result.merknader += [*told_explanation(content, tables), *told_bodies(tables), *told_letters(tables)]
    lines, more = told_outside(outside_lines(content, tables))
    result.merknader += more
    not_used.told_lines(result, tables)
    result.unused += lines
    not_used.told_sheets(result, content, tables)


def tell_answers(result: ImportResult, answers: GivenAnswers) -> None:
    """Tell of the answers that are about nothing in the file."""
    not_used.told_answers(result, "type", answers.types)
    not_used.told_answers(result, "column", answers.columns)
    for option, given in (("group", answers.groups), ("row", answers.rows), ("decision", answers.decisions)):
        result.faults += questions.faults_of(option, given)
