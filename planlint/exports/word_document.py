"""A paper for a meeting as a Word file: landscape A4, headings, numbered tables that repeat their heads, page numbers.

Everything that a reader of the screen needs is in the file: language, title, heads that are heads, a text for each
table.
"""

from __future__ import annotations

import io
from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from planlint import __version__
from planlint.exports import paper_style
from planlint.exports.optional import krev
from planlint.exports.paper_table import bredder, skriv_tabell
from planlint.exports.zip_anew import pakk
from planlint.tables.harmless_cells import ren

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from planlint.tables.table import Celle
    from planlint.text import Language

    Grupper = Iterable[tuple[str, Iterable[Sequence[Celle]]]]

_EGENSKAP = 255
"""The most characters that a property of an office file holds."""


class Papir:
    """A paper being written, from top to bottom."""

    def __init__(self, lang: Language, tittel: str, kommune: str, day: date) -> None:
        """Begin with the title. Raises BuildError where python-docx is missing."""
        self.lang = lang
        self._day = day
        self._docx: Any = krev("docx").Document()
        paper_style.uten_bilde(self._docx)
        self._tabeller = 0
        paper_style.gi_stiler(self._docx)
        paper_style.gi_spraak(self._docx, lang.locale)
        self._egenskaper(ren(tittel), ren(kommune))
        numbers = lang.gettext("Side {side} av {antall}").format(side="\0", antall="\0").split("\0")
        paper_style.siden(self._docx.sections[0], f"{ren(kommune)}, {lang.dato(day)}", numbers)
        self.avsnitt(tittel, "Title")

    def _egenskaper(self, tittel: str, kommune: str) -> None:
        about, made = self._docx.core_properties, datetime.combine(self._day, time())
        about.title, about.author = tittel[:_EGENSKAP], kommune[:_EGENSKAP]
        about.last_modified_by, about.comments = about.author, f"planlint {__version__}"
        about.created = about.modified = made
        about.language, about.revision = paper_style.spraaket(self.lang.locale), 1

    def avsnitt(self, text: str, style: str = "Normal") -> None:
        """Write a paragraph; a style is named as Word names it."""
        self._docx.add_paragraph(ren(text), style=style)

    def overskrift(self, text: str, level: int = 1) -> None:
        """Write a heading, which stays with what follows it."""
        self._docx.add_heading(ren(text), level)

    def opplysning(self, name: str, values: Sequence[str]) -> None:
        """Write a fact: one value after its name, several as a list under it."""
        paragraph = self._docx.add_paragraph()
        paragraph.add_run(f"{ren(name)}: ").bold = True
        if len(values) == 1:
            paragraph.add_run(ren(values[0]))
            return
        paragraph.paragraph_format.keep_with_next = True
        for value in values:
            self.avsnitt(value, "List Bullet")

    def tabeller(self, navn: str, om: str, hoder: Sequence[str], grupper: Grupper) -> None:
        """Write a numbered table for each group, all with the same widths; `om` tells what they show.

        A group without a name makes a table that is named `navn` alone.
        """
        found = [(name, [*rows]) for name, rows in grupper]
        widths = bredder(hoder, [row for _, rows in found for row in rows])
        for name, rows in found:
            title = ren(f"{navn}: {name}" if name else navn)
            self._tabeller += 1
            caption = self._docx.add_paragraph(style="Caption")
            caption.add_run(f"{self.lang.gettext('Tabell')} ")
            paper_style.felt(caption, "SEQ Tabell \\* ARABIC", str(self._tabeller))
            caption.add_run(f". {title}")
            skriv_tabell(self._docx, title, ren(om), hoder, rows, widths)

    def filen(self) -> bytes:
        """Give the file; the same paper on the same day is the same bytes."""
        out = io.BytesIO()
        self._docx.save(out)
        return pakk(out.getvalue(), self._day)
