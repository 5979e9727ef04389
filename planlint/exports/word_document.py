"""A paper for a meeting as a Word file: landscape A4, headings, numbered tables that repeat their heads, page numbers.

Everything that a reader of the screen needs is in the file: language, title, heads that are heads, a text for each
table.
"""

from __future__ import annotations

import io
from datetime import datetime, time
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from planlint import __version__
from planlint.base import N_, shortened
from planlint.exports import paper_style
from planlint.exports.optional import need_kontor
from planlint.exports.paper_table import share_widths, write_paper_table
from planlint.exports.zip_anew import zip_anew
from planlint.tables import BuildError, clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from planlint.tables import TableCell
    from planlint.text import Language

    RowGroups = Iterable[tuple[str, Iterable[Sequence[TableCell]]]]

_PROPERTY_LENGTH = 255
"""The most characters that a property of an office file holds."""


def _open(mal: bytes) -> Any:
    docx = need_kontor("docx")
    try:
        return docx.Document(io.BytesIO(mal)) if mal else docx.Document()
    except (ValueError, KeyError, BadZipFile, docx.opc.exceptions.PackageNotFoundError):
        raise BuildError(N_("Malen kan ikke leses som en Word-fil (.docx).")) from None


class WordPaper:
    """A paper being written, from top to bottom."""

    def __init__(self, lang: Language, tittel: str, kommune: str, day: date, mal: bytes = b"") -> None:
        """Begin with the title. `mal` is a Word file whose styles, page and head the paper takes over.

        Raises BuildError where python-docx is missing, or the Word file cannot be read.
        """
        self.lang = lang
        self._day = day
        self._docx: Any = _open(mal)
        self._tabeller = 0
        if mal:
            paper_style.take_over(self._docx)
        else:
            paper_style.remove_picture(self._docx)
            paper_style.set_styles(self._docx)
            numbers = lang.gettext("Side {side} av {antall}").format(side="\0", antall="\0").split("\0")
            paper_style.set_up_page(self._docx.sections[0], f"{clean(kommune)}, {lang.dato(day)}", numbers)
        paper_style.set_language(self._docx, lang.locale)
        self._properties(clean(tittel), clean(kommune))
        self.paragraph(tittel, "Title")

    def _properties(self, tittel: str, kommune: str) -> None:
        about, made = self._docx.core_properties, datetime.combine(self._day, time())
        about.title, about.author = shortened(tittel, _PROPERTY_LENGTH), shortened(kommune, _PROPERTY_LENGTH)
        about.last_modified_by, about.comments = about.author, f"planlint {__version__}"
        about.created = about.modified = made
        about.language, about.revision = paper_style.office_language(self.lang.locale), 1

    def paragraph(self, text: str, style: str = "Normal") -> None:
        """Write a paragraph; a style is named as Word names it."""
        self._docx.add_paragraph(clean(text), style=style)

    def heading(self, text: str, level: int = 1) -> None:
        """Write a heading, which stays with what follows it."""
        self._docx.add_heading(clean(text), level)

    def fact(self, name: str, values: Sequence[str]) -> None:
        """Write a fact: one value after its name, several as a list under it."""
        paragraph = self._docx.add_paragraph()
        paragraph.add_run(f"{clean(name)}:").bold = True
        if len(values) == 1:
            paragraph.add_run(f" {clean(values[0])}")
            return
        paragraph.paragraph_format.keep_with_next = True
        for value in values:
            self.paragraph(value, "List Bullet")

    def tables(self, navn: str, om: str, hoder: Sequence[str], grupper: RowGroups) -> None:
        """Write a numbered table for each group, all with the same widths; `om` tells what they show.

        A group without a name makes a table that is named `navn` alone.
        """
        found = [(name, [*rows]) for name, rows in grupper]
        widths = share_widths(hoder, [row for _, rows in found for row in rows])
        for name, rows in found:
            title = clean(f"{navn}: {name}" if name else navn)
            self._tabeller += 1
            caption = self._docx.add_paragraph(style="Caption")
            caption.add_run(f"{self.lang.gettext('Tabell')} ")
            paper_style.add_field(caption, "SEQ Tabell \\* ARABIC", str(self._tabeller))
            caption.add_run(f". {title}")
            write_paper_table(self._docx, title, clean(om), hoder, rows, widths)

    def file(self) -> bytes:
        """Give the file; the same paper on the same day is the same bytes."""
        out = io.BytesIO()
        self._docx.save(out)
        return zip_anew(out.getvalue(), self._day)
