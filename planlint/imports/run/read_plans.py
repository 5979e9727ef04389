"""The tables of a file and the plans in them, as the answers and the declared words have them read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.imports.cells import ImportFault
from planlint.imports.declared_words import DeclaredWords
from planlint.imports.fold_words import fold
from planlint.imports.rows.row_reader import RowReader
from planlint.imports.rows.row_text import sentence
from planlint.imports.table.head_words import YEAR
from planlint.imports.table.legend import bodies_in, has_usual_letters, is_usual, legend, mark_key, step_of
from planlint.imports.table.lines import lines_alone
from planlint.imports.table.reader import TableAnswers, TableReader
from planlint.imports.table.shades import decided_by, is_work
from planlint.words import WordContext

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from planlint.imports.cells import Content, Sheet
    from planlint.imports.rows.imported_plan import ImportedPlan
    from planlint.imports.run.given_answers import GivenAnswers
    from planlint.imports.table.read_table import ReadTable, TableRow
    from planlint.register import Register


_SHORT_FORM = 5
_SEVERAL = 2
_PLAIN_NAME = re.compile(
    r"^(?:ark|sheet|side|tabell|blad|del)\s?\d*$|oversi|oppg[aå]ve|^plan(?:er|ar)?$|planverk|program|strateg|behov|20\d\d",
    re.IGNORECASE,
)
"""A name of a sheet that says nothing of who answers for its plans."""


def short_forms(sheets: Iterable[Sheet]) -> dict[str, str]:
    """Give what the tables that hold no plans say of short forms: rows of a short word and what it means."""
    rows = [[*filter(None, row.texts)] for sheet in sheets for row in sheet.rows]
    return {
        mark_key(row[0]): row[1] for row in rows if len(row) == len(("T", "Temaplan")) and len(row[0]) < _SHORT_FORM
    }


def is_key(sheet: Sheet) -> bool:
    """Tell whether a sheet only explains short forms: below its lines, each row is a short word and what it means."""
    rows = [texts for row in sheet.rows if len(texts := [*filter(None, row.texts)]) > 1]
    short = [len(texts) == _PAIR and _SHORT.fullmatch(texts[0]) for texts in rows]
    return len(rows) > _SEVERAL and all(short) and len({texts[0] for texts in rows}) == len(rows)


_PAIR = 2
"""A short form, and what it means."""
_SHORT = re.compile(r"\(?[^\W\d_]{1,4}\)?|[\d. /]{1,8}")


def _marks_in(keys: dict[str, str]) -> dict[str, str]:
    """Give the short forms that are marks in a table: a step of the work, a decision, or work and no more."""
    return {key: word for key, word in keys.items() if step_of(word) or decided_by(word) or is_work(word)}


def named_by_sheet(tables: Sequence[ReadTable]) -> list[ReadTable]:
    """Give the tables whose sheets have names that may say something of their plans: several alike, and no units.

    A workbook with a sheet for each unit says the unit only there.
    """
    heads = {tuple(fold(column.head) for column in table.columns) for table in tables}
    told = any(table.layout.of("ansvarlig") for table in tables)
    names = [table.ark for table in tables]
    if len(tables) < _SEVERAL or len(heads) > 1 or told or any(map(_PLAIN_NAME.search, names)):
        return []
    return [table for table in tables if all(group.text != table.ark for group in table.groups)]


def _has_usual_letters(table: ReadTable) -> bool:
    """Tell whether every unexplained letter below the years is one that most often means a decision.

    Where «O» and «H» stand beside «V», the letters are of something else, and nobody can tell what.
    """
    cells = [(column.field, text) for row in table.rows for column, text in row.cells]
    marks = [text for field, text in cells if field in {YEAR, "beslutning"} and not table.legend.word(text)]
    usual = all(is_usual(text) for field, text in cells if field == YEAR and not table.legend.word(text))
    return usual and has_usual_letters(marks)


class PlanReader:
    """Reads the sheets of a file for one municipality."""

    def __init__(self, content: Content, register: Register, answers: GivenAnswers) -> None:
        """Keep the sheets, what is declared, and the user's answers."""
        self.content = content
        self.lookup = DeclaredWords(register, answers.types)
        self.rower = RowReader(self.lookup, WordContext.of(register.plansystem, register.today))
        self._reader = TableReader(self.lookup, TableAnswers(answers.columns, answers.groups, answers.rows))

    def read(self) -> tuple[list[ReadTable], list[ImportedPlan]]:
        """Read every sheet. Raises ImportFault where none holds a table of plans."""
        every = [(sheet, None if is_key(sheet) else self._reader.read(sheet)) for sheet in self.content.sheets]
        tables = [table for _, table in every if table]
        keys = short_forms([sheet for sheet, table in every if not table])
        around = legend([line for sheet in self.content.sheets for line in (*sheet.above, *sheet.below)])
        beside = legend(lines_alone(sheet for sheet, table in every if not table))
        beside = beside._replace(words={**_marks_in(keys), **beside.words})
        for table in tables:
            table.legend = table.legend.with_others(beside, {**bodies_in(keys), **bodies_in(around.words)})
            table.short_forms = keys
            table.legend = table.legend._replace(letters=_has_usual_letters(table))
        for table in named_by_sheet(tables):
            self._reader.head_by_sheet(table)
        if not tables:
            raise ImportFault(
                N_(
                    "Fant ingen tabell med planer. En rad må ha navn på kolonnene, og én av dem må være planens navn "
                    'eller en annen som planlint kjenner. Si hva en kolonne er, med --column "NAVN=tittel".'
                )
            )
        return tables, [plan for table in tables for row in table.rows for plan in self._plans(row, table)]

    def _plans(self, row: TableRow, table: ReadTable) -> list[ImportedPlan]:
        """Give the plans of a row, with the notes below the table that its stars point to."""
        found = self.rower.read(row, table)
        notes = [note for star in row.title.stars if (note := table.noter.get(star))]
        own = [star for star in row.title.stars if any(star in text for _, text in row.cells)]
        for plan in found if own else ():
            plan.ordrett.append((table.layout.title.head, row.title.whole))
        for plan in found if notes else ():
            told = plan.felt.get("merknad", "")
            new = [note for note in notes if note not in told]
            plan.felt["merknad"] = " ".join(filter(None, [sentence(told) if told and new else told, *new]))
            plan.notetekst = " ".join(notes)
        return found
