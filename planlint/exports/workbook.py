"""The workbook: a sheet for each table, filters, frozen heads, real dates, lists to choose from; never a formula."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from planlint.base import N_, shortened
from planlint.exports.case_paper_input import input_table
from planlint.exports.explaining_sheets import about_sheet, column_overview
from planlint.exports.optional import need_kontor
from planlint.exports.sheet_layout import HEAD, row_height, set_up_print, sheet_widths
from planlint.tables import DERIVED, FORMULA, ExportTable, SheetColumn, export_tables

if TYPE_CHECKING:
    from planlint.model import Plan
    from planlint.tables import Cell, ChoiceList, Nettsted
    from planlint.text import Language

_LARGEST = 1e15
_PROPERTY, _TITLE_OF_ERROR = 255, 32
"""Characters that a workbook takes of a property, and of the title of an error."""
"""A spreadsheet does not keep every digit of a number that is larger."""
_NEW_ROWS = 500
"""How far below the last row the lists to choose from reach."""
_LISTS = "lister"
_OPTIONS = {"in_memory": True, "default_format_properties": {"font_name": "Arial", "font_size": 10}}
_TOP = {"valign": "top", "text_wrap": True}
_HEAD = {**_TOP, "bold": True, "border": 1}
_DAY = {"num_format": "yyyy-mm-dd", "align": "left"}
_TEXT = {"num_format": "@"}
_FORMATS: dict[str, dict[str, Any]] = {
    "tekst": {**_TOP, **_TEXT},
    "formel": {**_TOP, **_TEXT, "quote_prefix": True},
    "dag": {**_TOP, **_DAY},
    "tall": {**_TOP, "align": "left"},
    "hode": {**_HEAD, "bg_color": "#1F4E79", "font_color": "#FFFFFF"},
    "regnet hode": {**_HEAD, "bg_color": "#D9D9D9", "font_color": "#000000", "italic": True},
}
"""A text stays a text when its cell is edited: «7/22» does not become a day, nor «=1+1» a sum."""


@dataclass(slots=True)
class Workbook:
    """A workbook being made: its formats, and where on the last sheet each list to choose from stands."""

    book: Any
    lang: Language
    formats: dict[str, Any] = field(default_factory=dict)
    lister: dict[tuple[str, ...], str] = field(default_factory=dict)
    navn: dict[tuple[str, ...], str] = field(default_factory=dict)

    def format(self, name: str) -> Any:
        """Give a format by name, made the first time it is asked for."""
        if name not in self.formats:
            self.formats[name] = self.book.add_format(_FORMATS[name])
        return self.formats[name]

    def list_place(self, valg: ChoiceList) -> str:
        """Give where a list stands on the sheet of lists; the same values stand there once."""
        if valg.verdier not in self.lister:
            column = need_kontor("xlsxwriter.utility").xl_col_to_name(len(self.lister))
            self.lister[valg.verdier] = f"={_LISTS}!${column}$2:${column}${len(valg.verdier) + 1}"
            self.navn[valg.verdier] = valg.navn
        return self.lister[valg.verdier]


def _write(bok: Workbook, sheet: Any, at: tuple[int, int], value: Cell) -> None:
    """Write a cell as what it is; a text is never a formula, an address or a number."""
    if isinstance(value, str):
        if value:
            sheet.write_string(*at, value, bok.format("formel" if value.startswith(FORMULA) else "tekst"))
    elif isinstance(value, date):
        sheet.write_datetime(*at, datetime.combine(value, time()), bok.format("dag"))
    elif abs(value) < _LARGEST:
        sheet.write_number(*at, value, bok.format("tall"))
    else:
        sheet.write_string(*at, str(value), bok.format("tekst"))


def _heads(bok: Workbook, sheet: Any, ark: ExportTable) -> None:
    """Write the heads, as a table with filters where there are rows."""
    last = len(ark.kolonner) - 1
    heads = [(one.navn, bok.format("regnet hode" if one.navn.endswith(DERIVED) else "hode")) for one in ark.kolonner]
    if ark.rader:
        columns = [{"header": name, "header_format": form} for name, form in heads]
        style = {"columns": columns, "name": f"tabell_{ark.navn}", "style": "Table Style Light 1"}
        sheet.add_table(0, 0, len(ark.rader), last, style)
        return
    for at, (name, form) in enumerate(heads):
        sheet.write_string(0, at, name, form)
    sheet.autofilter(0, 0, 0, last)


def _offer_choices(bok: Workbook, sheet: Any, at: int, kolonne: SheetColumn, rows: int) -> None:
    """Let the reader choose among what there is; a fixed value is demanded, an id only asked for."""
    if not kolonne.valg:
        return
    wrong = N_("Velg en av verdiene i listen.") if kolonne.valg.fast else N_("Id-en finnes ikke i registeret.")
    rule = {
        "validate": "list",
        "source": bok.list_place(kolonne.valg),
        "error_type": "stop" if kolonne.valg.fast else "warning",
        "error_title": shortened(kolonne.navn, _TITLE_OF_ERROR),
        "error_message": bok.lang.gettext(wrong),
    }
    sheet.data_validation(1, at, rows + _NEW_ROWS, at, rule)


def _about(title: str, kommune: str) -> dict[str, str]:
    """Give the title and the author of a workbook, as much of each as a property holds."""
    return {"title": shortened(title, _PROPERTY), "author": shortened(kommune, _PROPERTY)}


def _fill(bok: Workbook, ark: ExportTable) -> None:
    """Make the sheet of a table."""
    sheet = bok.book.add_worksheet(ark.navn)
    widths = sheet_widths(ark)
    for at, (width, kolonne) in enumerate(zip(widths, ark.kolonner, strict=True)):
        sheet.set_column(at, at, width, bok.format("tall" if kolonne.form == "tall" else "tekst"))
        _offer_choices(bok, sheet, at, kolonne, len(ark.rader))
    sheet.set_row(0, HEAD)
    _heads(bok, sheet, ark)
    for number, row in enumerate(ark.rader, 1):
        sheet.set_row(number, row_height(row, widths))
        for column, value in enumerate(row):
            _write(bok, sheet, (number, column), value)
    sheet.freeze_panes(1, min(2, len(widths) - 1))
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{len(ark.rader) + _NEW_ROWS}"})
    set_up_print(sheet, ark.navn, widths)


def _write_lists(bok: Workbook) -> None:
    """Write what can be chosen on the last sheet, one list in each column."""
    sheet = bok.book.add_worksheet(_LISTS)
    for at, values in enumerate(bok.lister):
        sheet.set_column(at, at, max(map(len, (bok.navn[values], *values))) + 2)
        sheet.write_string(0, at, bok.navn[values], bok.format("hode"))
        for row, value in enumerate(values, 1):
            sheet.write_string(row, at, value, bok.format("tekst"))
    sheet.hide()


def make_workbook(site: Nettsted) -> bytes:
    """Give the workbook of a plan system; the same files and day give the same bytes. Raises BuildError."""
    out = io.BytesIO()
    found = tuple(export_tables(site))
    with need_kontor("xlsxwriter").Workbook(out, _OPTIONS) as book:
        title = site.lang.gettext("Plansystemet i {kommune}").format(kommune=site.kommune)
        made = datetime.combine(site.register.today, time())
        book.set_properties(
            {"title": shortened(title, _PROPERTY), "author": shortened(site.kommune, _PROPERTY), "created": made}
        )
        bok = Workbook(book, site.lang)
        for ark in (about_sheet(site, found), *found, column_overview(site, found)):
            _fill(bok, ark)
        _write_lists(bok)
    return out.getvalue()


def _counted(text: str) -> Cell:
    """Give a whole number as one, so that a column sorts; what has other signs, or begins with 0, as the text it is."""
    digits = text.replace("\N{NO-BREAK SPACE}", "")
    return int(digits) if digits.isascii() and digits.isdecimal() and str(int(digits)) == digits else text


def make_input_workbook(site: Nettsted, plan: Plan) -> bytes:
    """Give a workbook with the input to a plan and the answers. Raises BuildError where xlsxwriter is missing."""
    out, _ = io.BytesIO(), site.lang.gettext
    named, rows = input_table(site, plan)
    heads = tuple(SheetColumn(head, "", "tekst", None, lest=False) for head in named)
    counted = {at for at, head in enumerate(named) if head in (_("Nummer"), _("Stemmer"))}
    cells = (tuple(_counted(cell) if at in counted else cell for at, cell in enumerate(row)) for row in rows)
    ark = ExportTable("merknader", "", "", heads, tuple(cells))
    with need_kontor("xlsxwriter").Workbook(out, _OPTIONS) as book:
        made = datetime.combine(site.register.today, time())
        title = _("Merknadsbehandling: {plan}").format(plan=plan.tittel)
        book.set_properties(
            {"title": shortened(title, _PROPERTY), "author": shortened(site.kommune, _PROPERTY), "created": made}
        )
        _fill(Workbook(book, site.lang), ark)
    return out.getvalue()
