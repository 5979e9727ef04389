"""What stands outside the tables of a file: told of as not used, and what it says of who adopted the planstrategi."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from planlint.base import N_, Message, argument
from planlint.imports.table.beside import NOTE
from planlint.imports.table.legend import legend
from planlint.imports.table.lines import lines_alone
from planlint.imports.table.read_table import Line
from planlint.imports.table.shades import is_about_colours
from planlint.model import Planstrategi
from planlint.register import vedtaksdag
from planlint.words import find_times

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.imports.cells import Content
    from planlint.imports.run.strategy import Strategy
    from planlint.imports.table.read_table import ReadTable
    from planlint.register import Register
    from planlint.words import WordContext

OUTSIDE = "outside"
"""The kind of a line that stands in no table."""
_MOST = 20
_LONGEST = 160
_VOTED = re.compile(r"\b(?:vedtatt|vedteke[nt]?)\b", re.IGNORECASE)
_OF_STRATEGY = re.compile(r"^(?:[^\W\d_]+ )?(?:vedtatt|vedteke[nt]?)\b|planstrategi", re.IGNORECASE)
_NOT_ADOPTED = re.compile(
    r"\b(?:ikk(?:e|je)|planprogram\w*|høring\w*|høyring\w*|forslag|utkast|skal|vil)\b", re.IGNORECASE
)
_TITLE = re.compile(r"planstrategi\b.*20\d\d\s*[-–—]\s*(?:20)?\d\d", re.IGNORECASE)


class Adopted(NamedTuple):
    """What a line says of the vote: the line, the day, the declared body or "", and the case or ""."""

    line: str
    dato: str
    organ: str
    sak: str


def outside_lines(content: Content, tables: Iterable[ReadTable]) -> list[Line]:
    """Give the lines of text around the tables that nothing was taken from, in the order of the file."""
    tables = [*tables]
    used = {text for table in tables for text in (table.caption, *(group.text for group in table.groups))}
    texts = dict.fromkeys(line for sheet in content.sheets for line in (*sheet.above, *sheet.below))
    return [Line("", 0, text, OUTSIDE) for text in texts if text not in used and not _explains(text)]


def told_explanation(content: Content, tables: Iterable[ReadTable]) -> Iterator[Message]:
    """Yield the lines around the tables, and of other sheets, that were read as explanations, word for word."""
    read = {table.ark for table in tables}
    lines = dict.fromkeys(line for sheet in content.sheets for line in (*sheet.above, *sheet.below))
    lines |= dict.fromkeys(lines_alone(sheet for sheet in content.sheets if sheet.name not in read))
    for line in lines:
        if is_legend(line):
            yield Message.of_text(N_("Lest som forklaring til tabellen: «{tekst}»"), tekst=" ".join(line.split()))


def is_legend(text: str) -> bool:
    """Tell whether a line explains marks or colours."""
    told = legend([text])
    return bool(told.words or told.nothing or told.votes) or is_about_colours(text)


def _explains(text: str) -> bool:
    """Tell whether a line was read: as an explanation of marks or colours, a note, or the years of the planstrategi."""
    return is_legend(text) or bool(NOTE.match(text)) or bool(_TITLE.search(text[:_LONGEST]))


def told_outside(lines: list[Line]) -> tuple[list[Line], list[Message]]:
    """Give the lines to list, and a sentence where there are more than are listed."""
    if len(lines) <= _MOST:
        return lines, []
    text = N_("Filen har {n} avsnitt utenfor tabellene som ikke er lest. De {k} første står under «Ikke tatt med».")
    return lines[:_MOST], [Message.of_text(text, n=len(lines), k=_MOST)]


def adopted_in(texts: Iterable[str], words: WordContext) -> Adopted | None:
    """Give what the lines around the tables say of when the planstrategi was adopted; None unless they say one day."""
    found = {one.dato: one for text in texts if (one := _adopted(" ".join(text.split()), words))}
    return next(iter(found.values())) if len(found) == 1 else None


def _adopted(line: str, words: WordContext) -> Adopted | None:
    voted = _VOTED.search(line)
    if voted is None or len(line) > _LONGEST or not _OF_STRATEGY.search(line) or _NOT_ADOPTED.search(line):
        return None
    days = [str(time.verdi) for time in find_times(line[voted.end() :]) if time.is_day and not time.usikker]
    if len(days) != 1 or days[0] > words.today.isoformat():
        return None
    place = words.organer.read(line[voted.end() :])[1]
    return Adopted(line, days[0], place.organ, place.sak)


def around(content: Content, tables: Iterable[ReadTable]) -> Iterator[str]:
    """Yield the lines outside the tables: in a document, above a head, and on sheets that have no table."""
    tables = [*tables]
    yield from (line for sheet in content.sheets for line in (*sheet.above, *sheet.below))
    yield from (line.text for table in tables for line in table.lines if line.kind == "above")
    read = {table.ark for table in tables}
    yield from (text for sheet in content.sheets if sheet.name not in read for row in sheet.rows for text in row.texts)


def offered_vote(found: Adopted | None, strategy: Strategy, register: Register) -> Iterator[Message]:
    """Yield the command that notes the vote on the planstrategi, where the file tells of one that is not noted."""
    entity = register.entities["planstrategi"].get(strategy.id)
    noted = isinstance(entity, Planstrategi) and vedtaksdag(register, entity) is not None
    if found is None or not strategy.id or noted:
        return
    organ = f" --organ {argument(found.organ)}" if found.organ else ""
    case = argument(found.sak or "SAKSNUMMER")
    command = f"planlint vedta {argument(strategy.id)} --dato {found.dato}{organ} --sak {case}"
    text = N_(
        "Filen sier om planstrategien: «{linje}». Importen skriver det ikke selv. Stemmer det, kjør dette "
        "etterpå: {kommando}"
    )
    yield Message.of_text(text, linje=found.line, kommando=command)
