"""A table of goals, measures, indicators or challenges as people type it, read as the sheet of an export would be.

Its heads are the names of the fields («Nummer», «Under», «Ansvarlig»), what it refers to is named as people do, by
title, number or name, and the ids are made of the titles. A column that is no field is kept in the remark, word for
word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planlint.base import N_, Message, Ord
from planlint.imports.cells import ImportFault, SheetRow
from planlint.imports.fact_rows import read_facts
from planlint.imports.fold_words import fold
from planlint.imports.kind_ids import Ids
from planlint.imports.kind_references import References
from planlint.imports.read_export import ExportSheet, RoundTrip
from planlint.imports.round_trip import take
from planlint.imports.utkast_rows import became_of
from planlint.imports.value_text import column_label
from planlint.model import KINDS
from planlint.tables import fields_of
from planlint.text import ARENA_NAMES, UTFALL_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planlint.imports.cells import Cell, Content, Sheet
    from planlint.imports.import_outcome import ImportResult
    from planlint.imports.plan_draft import RowOrigin
    from planlint.imports.run.import_order import ImportOrder
    from planlint.register import Register
    from planlint.system import System

PLACE, TITLE, NOTE = "sted", "tittel", "merknad"
UTKAST = "utkast"
_OF_DRAFTS = frozenset(("utkast til mål", "foreslått mål", "forslag til mål", "målutkast"))
"""Heads of titles which say that every row is a draft, and no adopted goal."""
BLIR_MAAL, BLIR_UTFALL = "blir_mål", "blir_utfall"
_WORDS = {
    "navn": TITLE, "tekst": TITLE, "formulering": TITLE, "nr": "nummer", "under": "overordnet", "side": PLACE,
    "overordnet mål": "overordnet", "hører til": "overordnet", "slag": "type", "måltype": "type", "plantype": "type",
    "ansvar": "ansvarlig", "fra": "periode_fra", "til": "periode_til", "sektor": "ansvarlig",
    "programområde": "ansvarlig", "ansvarlig sektor": "ansvarlig", "alternativ": "variant", "versjon": "variant",
    "ble til": BLIR_MAAL, "blir": BLIR_MAAL, "vedtatt mål": BLIR_MAAL, "videreført som": BLIR_MAAL,
    "utfall": BLIR_UTFALL, "hva det ble av utkastet": BLIR_UTFALL,
}  # fmt: skip
"""What people call the fields, beside the names that they have in the files and in the manual."""
_OF_INNSPILL = {
    "svar": "svar_utfall", "kommunens svar": "svar_utfall", "vurdering": "svar_begrunnelse", "fra": "avsender",
    "begrunnelse": "svar_begrunnelse", "kommunens vurdering": "svar_begrunnelse", "organ": "svar_organ",
    "endring": "svar_endring", "førte til": "svar_førte_til", "tekst": "tekst", "hvor": "arena", "når": "dato",
    "antall": "stemmer", "stjerner": "stemmer", "sak": "svar_sak",
}  # fmt: skip
"""What people call the fields of an input: its own meaning goes before what the word is elsewhere."""
_SAID = {
    "tas til følge": "tatt_inn", "tatt til følge": "tatt_inn", "imøtekommet": "tatt_inn", "ja": "tatt_inn",
    "delvis tatt til følge": "delvis", "ikke tatt til følge": "avvist", "tas ikke til følge": "avvist",
    "nei": "avvist", "avslått": "avvist", "tas til orientering": "til_orientering",
    "tas til etterretning": "til_orientering", "workshop": "verksted", "arbeidsmøte": "verksted",
    "offentlig ettersyn": "høring", "utvalg": "møte_i_utvalg", "slått sammen": "sammenslått", "likt": "uendret",
    "som utkastet": "uendret", "endret": "omformulert", "ikke videreført": "utgått", "strøket": "utgått",
}  # fmt: skip
"""What people write for the words of an input and of a draft, beside those words and what the site calls them."""
_ITSELF = {"maal": ("mål", "målet", *sorted(_OF_DRAFTS), "målformulering", "ordlyd"),
           "tiltak": ("tiltak",), "indikator": ("indikator", "nøkkeltall"),
           "utfordring": ("utfordring",), "plan": ("plan",), "planstrategi": ("planstrategi",),
           "innspill": ("innspill", "merknad", "uttalelse")}  # fmt: skip
"""What each kind is called where its own title stands under that head."""


_WORDED = frozenset(("arena", "svar_utfall", BLIR_UTFALL))


def field_names(kind: str) -> tuple[str, ...]:
    """Give the fields that a column of such a table may be."""
    of_drafts = (BLIR_MAAL, BLIR_UTFALL) if kind == "maal" else ()
    return ("id", *(felt.navn for felt in fields_of(KINDS[kind])), *of_drafts, PLACE)


def score_of(kind: str, columns: Mapping[str, str], texts: list[str]) -> int:
    """Give how many cells of a row are heads of such a table."""
    known = _known(kind, columns)
    return sum(fold(text) in known for text in texts)


def read_kind(content: Content, system: System, register: Register, result: ImportResult, ask: ImportOrder) -> None:
    """Put into the result what the tables of a file say of one kind. Raises ImportFault and EditError."""
    tour = RoundTrip(system, register, clear=ask.clear)
    for sheet in content.sheets:
        table = _Table(sheet, ask, register)
        result.merknader += table.told()
        read = table.as_export()
        tour.entities(read)
        read_facts(tour, table.became)
        table.keep(tour)
        _with_source(tour, ask.opphav, register, table.places)
    if lacking := [f"{sak.rad[1]} ({name})" for sak in tour.saker.values() for name in _lacks(sak.kind, sak.blir)]:
        text = N_("Dette mangler: linje {linjer}. Legg til en kolonne, eller skriv --plan ID hvis alle er fra én plan.")
        raise ImportFault(text, linjer=", ".join(lacking))
    take(tour, system, register, result)


def _known(kind: str, columns: Mapping[str, str]) -> dict[str, str]:
    names = {fold(name): name for name in field_names(kind)}
    titles = {fold(field.title): name for name, field in KINDS[kind].model_fields.items() if field.title}
    by_title = {title: felt for title, name in titles.items() if (felt := names.get(fold(name)))}
    itself = dict.fromkeys(map(fold, _ITSELF[kind]), TITLE)
    words = {fold(word): name for word, name in _WORDS.items() if name in names.values()}
    own = {fold(word): name for word, name in _OF_INNSPILL.items()} if kind == "innspill" else {}
    return {**words, **by_title, **names, **itself, **own, **{fold(head): name for head, name in columns.items()}}


def _word(text: str) -> str:
    """Give the file's word for what somebody wrote; as it stands where it is none of them."""
    names = {**ARENA_NAMES, **UTFALL_NAMES}
    known = {fold(name): word for word, name in names.items()} | {fold(word.replace("_", " ")): word for word in names}
    return (known | {fold(said): word for said, word in _SAID.items()}).get(fold(text), text)


def _lacks(kind: str, data: Mapping[str, Any]) -> list[str]:
    """Give the fields without which a file of the kind says nothing."""
    fields = KINDS[kind].model_fields.values()
    return [str(one.alias) for one in fields if one.is_required() and one.alias and one.alias not in data]


def _with_source(tour: RoundTrip, origin: RowOrigin, register: Register, places: Mapping[str, str]) -> None:
    """Note where each row is from, once for each place."""
    if origin.kilde not in register.plansystem.kilder:
        return
    for (_, id_), sak in tour.saker.items():
        place = places.get(id_) or origin.sted
        told = {"kilde": origin.kilde, **({"sted": place} if place else {})}
        there = sak.blir.setdefault("kilder", [])
        if id_ in places and told not in there:
            there.append(told)


class _Table:
    """One sheet: which field each column is, and its rows as an export has them.

    `told` says what the columns were taken for, `places` where in the source each row stands, by its id.
    """

    def __init__(self, sheet: Sheet, ask: ImportOrder, register: Register) -> None:
        """Find the heads. Raises ImportFault where no column is the title."""
        self.sheet, self.ask, self.register = sheet, ask, register
        known = _known(ask.kind, ask.columns)
        heads = ((at, {i: known.get(fold(text), "") for i, text in enumerate(row.texts) if text})
                 for at, row in enumerate(sheet.rows))  # fmt: skip
        self.at, self.fields = next(((at, those) for at, those in heads if TITLE in those.values()), (-1, {}))
        if self.at < 0:
            text = N_("«{ark}» har ingen kolonne for tittelen. Si hvilken det er: `{linje}`.")
            raise ImportFault(text, ark=sheet.name, linje='--column "HODE=tittel"')
        self.heads = sheet.rows[self.at].texts
        drafts = any(name == TITLE and fold(self.heads[at]) in _OF_DRAFTS for at, name in self.fields.items())
        self.are_drafts = ask.kind == "maal" and drafts and UTKAST not in self.fields.values()
        self.places: dict[str, str] = {}
        self.unknown: list[tuple[int, str, tuple[str, str, Message]]] = []
        self.became = became_of([], sheet.name)

    def told(self) -> Iterator[Message]:
        """Yield what each column was taken for, by the names that people see."""
        paths = {felt.navn: felt.sti for felt in fields_of(KINDS[self.ask.kind])}
        for at, name in self.fields.items():
            keys = paths.get(name or NOTE, (name,))
            field = Message.of_text(column_label(*keys) or Ord(name))
            text = N_("{ark}: «{hode}» er lest som {felt}.")
            yield Message.of_text(text, ark=self.sheet.name, hode=self.heads[at], felt=field)
        if self.are_drafts:
            text = N_(
                "{ark}: etter overskriften er radene utkast og ikke vedtatte mål. Stemmer det ikke, legg til en "
                "kolonne `utkast` med `nei`."
            )
            yield Message.of_text(text, ark=self.sheet.name)

    def as_export(self) -> ExportSheet:
        """Give the rows by the files' own keys, with an id each; what is named is looked up."""
        rows = [row for row in self.sheet.rows[self.at + 1 :] if not row.is_empty]
        named = [self._cells(row) for row in rows]
        ids = Ids(self.ask.kind, self.register)
        for cells in named:
            if self.ask.plan and not cells.get("plan") and "plan" in field_names(self.ask.kind):
                cells["plan"] = self.ask.plan
            cells["id"] = ids.of(cells)
            if self.are_drafts and str(cells["id"]) not in self.register.maal:
                cells[UTKAST] = "ja"
            if self.ask.opphav.kilde:
                self.places[str(cells["id"])] = str(cells.pop(PLACE, ""))
        look = References(self.ask.kind, self.register, named)
        told = [(row.number, cells, self._of_draft(cells)) for row, cells in zip(rows, named, strict=True)]
        drafts = []
        for at, cells, (goals, word) in told:
            if word:
                drafts.append((at, str(cells["id"]), look.adopted(goals, cells), word))
                self._note(look, at, cells)
        self.became = became_of(drafts, self.sheet.name)
        keys = [*dict.fromkeys(key for cells in named for key in cells)]
        made = []
        for row, cells in zip(rows, named, strict=True):
            made.append(SheetRow(row.number, tuple(look.read(key, cells) for key in keys)))
            self._note(look, row.number, cells)
        return ExportSheet(self.ask.kind, {key: at for at, key in enumerate(keys)}, tuple(made), self.sheet.name)

    def keep(self, tour: RoundTrip) -> None:
        """Tell of the words that find nothing, and have them kept in the remark, as all else that is not understood."""
        tour.heads |= {name: self.heads[at] for at, name in self.fields.items() if name}
        for at, id_, (key, text, why) in sorted(self.unknown, key=lambda one: one[0]):
            tour.ulest.append((self.sheet.name, at, why))
            if sak := tour.saker.get((self.ask.kind, id_)):
                tour.remark(sak, key, text)

    def _note(self, look: References, at: int, cells: Mapping[str, Cell]) -> None:
        self.unknown += [(at, str(cells["id"]), one) for one in look.unknown]
        look.unknown.clear()

    def _of_draft(self, cells: dict[str, Cell]) -> tuple[str, str]:
        """Take out what a row says of what became of a draft; where it does not say how, it is kept in the remark."""
        goals, word = str(cells.pop(BLIR_MAAL, "")), str(cells.pop(BLIR_UTFALL, ""))
        if goals and not word:
            head = next(self.heads[at] for at, name in self.fields.items() if name == BLIR_MAAL)
            cells[NOTE] = " ".join([*([str(cells[NOTE])] if NOTE in cells else []), f"{head}: «{goals}»."])
        return goals, word

    def _cells(self, row: SheetRow) -> dict[str, Cell]:
        cells: dict[str, Cell] = {}
        rest = []
        for at, name in self.fields.items():
            if not (text := row.text(at)):
                continue
            if name and (name != PLACE or self.ask.opphav.kilde):
                cells[name] = _word(text) if name in _WORDED else row.cells[at]
            else:
                rest.append(f"{self.heads[at]}: «{' '.join(text.split())}».")
        if rest:
            cells[NOTE] = " ".join([*([str(cells[NOTE])] if NOTE in cells else []), *rest])
        return cells
