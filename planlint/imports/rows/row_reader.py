"""A row of a table becomes a plan: what is understood as the keys of a file, and what is not, with the reason."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from planlint.base import N_, typed_option
from planlint.imports.rows.declared_cells import read_declared
from planlint.imports.rows.fact_keys import keep_facts
from planlint.imports.rows.imported_plan import ImportedPlan
from planlint.imports.rows.next_round import read_expected, read_revision
from planlint.imports.rows.remarks import named_basis, read_remark
from planlint.imports.rows.row_text import SharedPart, parts, sources
from planlint.imports.rows.years import has_numbers, read_marks
from planlint.imports.table.head_words import MARK, OTHER, YEAR
from planlint.imports.table.legend import NOTHING
from planlint.imports.table.shades import parted
from planlint.words import (
    DecisionFact,
    EventFact,
    NoteFact,
    PeriodFact,
    Reading,
    StatusFact,
    WorkFact,
    kind_of,
    period_in_title,
    read_cell,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planlint.imports.declared_words import DeclaredWords
    from planlint.imports.table.heads import Column
    from planlint.imports.table.read_table import ReadTable, TableRow
    from planlint.words import WordContext

_STORY = ("vedtatt", "status", "rullering", "beslutning", "oppstart", "ferdig", "tid", "prioritet")
_KIND = {"rullering": "revisjon"}
_SAID = frozenset(("beslutning", "rullering", "tid", "oppstart", "ferdig", "prioritet", "utvalg", YEAR, MARK))
_PROSE = ("begrunnelse", "vilkår")
_KEPT = (OTHER, "kostnad", "årsverk", "utfordring", "bestilt")
_SHARED = 2
_SHORT = 40
_REPEATED = frozenset(("rullering", "beslutning", "ferdig", "tid"))
_STARTS = re.compile(
    r"\s*(?:(?:bør|skal|må|vil)\s*)?(?:ha\s+)?oppstart\s+(?:i|av)\s+(?P<later>neste\s+)?(?:plan|valg|val)?periode",
    re.IGNORECASE,
)
_CURRENT = re.compile(r"gjeld(?:ende|ande)", re.IGNORECASE)
_BARE = re.compile(r"[\d\s.–/-]+|mangl(?:er|ar)", re.IGNORECASE)
_VOTES = re.compile(r"vedtak|vedtatt|vedteke", re.IGNORECASE)
_VOTED = re.compile(r"(?:sist |er )?(?:vedtatt|vedteke|godkjen|under (?:arbeid|utarbeid))", re.IGNORECASE)
_TERMS = re.compile(r"(?:når|dersom|hvis|viss)\b", re.IGNORECASE)
_YEAR_BEHIND = re.compile(r"\(((?:19|20)\d\d)\)$")
_ONLY_TIMES = frozenset(("oppstart", "ferdig"))
_TIMED = (WorkFact, DecisionFact, EventFact, NoteFact, StatusFact)
_UNDECIDED = re.compile(
    r"(?:ikk(?:e|je) )?(?:avklart|avklara|bestemt|fastsatt|fastsett|tidfestet|tidfesta)|uavklart|uavklara|ukjent|ukjend"
    r"|uviss?t?|åpent?|ope|ope[nt]",
    re.IGNORECASE,
)
"""A cell of times that says that nobody knows."""
_DURATION = re.compile(r"\d{1,2}\s?år", re.IGNORECASE)
_MADE_HERE = re.compile(r"planstrategi(?:en)?\s+(?:og|med)\b", re.IGNORECASE)
"""A title that says that the planstrategi itself is made together with a plan: where its work is of the first year,
the document at hand shows that it goes on."""
_NEW = re.compile(
    r"ny(?:tt|e)?(?: plan)?(?:\W+(?:ferdig|oppstart|innen|innan|i|vår(?:en)?|høst(?:en)?|haust(?:en)?|[12]\.\s?halvår"
    r"|20\d\d))*\W*",
    re.IGNORECASE,
)
"""A decision that is a new plan, and when."""
_BEGINS = re.compile(r"(?:oppstart|start(?:es|er|ar|ast)?)(?: i)? (20\d\d)\W*$", re.IGNORECASE)
_ADMINISTRATIVE = re.compile(r"^administrative? (?:planer|planar|dokument|strategi)(?!.*politisk)", re.IGNORECASE)
_YEARLY = re.compile(r"\s*(?:årlig|årleg|hvert år|kvart år)\b", re.IGNORECASE)


class RowReader:
    """Reads the rows of tables for one municipality."""

    def __init__(self, lookup: DeclaredWords, words: WordContext) -> None:
        """Keep what is declared, and what the words must know."""
        self.lookup = lookup
        self.words = words

    def read(self, row: TableRow, table: ReadTable) -> list[ImportedPlan]:
        """Give the plans of a row: one, or the parts of a kommuneplan that share it."""
        if found := parts(row.title.text, row.text("status")):
            return [self._part(row, part, table) for part in found]
        plan = self._row(row, table)
        plan.lest_av = row, table
        return [plan]

    def again(self, plan: ImportedPlan, cells: Mapping[str, str]) -> ImportedPlan | None:
        """Give a plan as its row was read when its cells said something else; None where the row is not known."""
        if plan.lest_av is None:
            return None
        row, table = plan.lest_av
        old = tuple(
            (c, text) for c, _ in row.cells if (text := cells.get(_head(c)) or cells.get(f"{row.sheet}: {_head(c)}"))
        )
        missing = [c for c in table.columns if c.index not in {one.index for one, _ in row.cells}]
        more = tuple((c, text) for c in missing if (text := cells.get(_head(c))) and c.field != "tittel")
        return self._row(replace(row, cells=(*old, *more)), table)

    def _part(self, row: TableRow, part: SharedPart, table: ReadTable) -> ImportedPlan:
        plan = self._row(row, table, part)
        plan.kilder = [{**ref, "oppgir": part.linje} for ref in plan.kilder]
        return plan

    def _row(self, row: TableRow, table: ReadTable, part: SharedPart | None = None) -> ImportedPlan:
        groups = " / ".join(filter(None, [table.caption, *(group.text for group in row.groups)]))
        plan = ImportedPlan(row.sheet, row.number, part.tittel if part else row.title.text, groups, row.text("id"))
        plan.is_task = row.is_task
        plan.is_under_words = any(group.kind in {"heading", "unknown"} for group in row.groups)
        plan.celler = {_head(column): text for column, text in row.cells}
        plan.sagt = [(column.head, text) for column, text in row.cells if column.field in _SAID]
        plan.heads = {column.field: column.head for column, _ in row.cells}
        plan.felt["tittel"] = plan.tittel
        self._type(plan, row, table, part.rolle if part else "")
        self._story(plan, row, part.tekst if part else "", table)
        self._marks(plan, row, table)
        self._around(plan, row, table)
        self._period(plan, row.text("periode"))
        read_expected(plan, row, self.lookup)
        read_declared(plan, row, self.lookup)
        self._kept(plan, row)
        self._notes(plan, row)
        return plan

    def _type(self, plan: ImportedPlan, row: TableRow, table: ReadTable, role: str) -> None:
        """Set the type: by the type column, the title, or the heading above; the user's own words go first."""
        told = row.text("type")
        told = told if self.lookup.plantype(told) else table.legend.word(told) or told
        heading = next((group for group in reversed(row.groups) if group.kind == "type"), None)
        found, sure = self.lookup.type_in(told, heading, plan.tittel, role)
        if found:
            plan.felt["type"] = found
            plan.soft |= set() if sure else {"type"}
            plan.is_typed_by_all = not told and not heading and not self.lookup.of_kind(kind_of(plan.tittel))
            if told and not sure:
                plan.ordrett.append((plan.heads["type"], row.text("type")))
            return
        word = told or (heading.text if heading else "")
        among = self.lookup.type_of(word, plan.tittel)[1] if word else []
        known = N_("kan være `{typer}`. Velg med {valg}")
        unknown = N_("ingen plantype i plansystem.yaml heter det. Si hvilken det er med {valg}")
        if word:
            option = typed_option("--type", f"{word}=ID")
            plan.note_unclear("type", word, known if among else unknown, valg=option, typer=", ".join(among))
        elif not role:
            plan.note_unclear("type", "", N_("tabellen sier ikke hvilken plantype det er"))

    def _is_current(self, plan: ImportedPlan, name: str, text: str) -> bool:
        """Tell whether a column of the plan in force holds only its day or its period."""
        return name == "status" and bool(_CURRENT.search(plan.heads.get(name, ""))) and bool(_BARE.fullmatch(text))

    def _current(self, head: str, text: str) -> Reading:
        """Read the day or the period of the plan in force, which the column says that there is, or that none is."""
        if text[0].isalpha():
            return Reading((NoteFact(f"{head}: {text}"),))
        period = read_cell("periode", text, self.words).of(PeriodFact)
        if period and len(text) > len("2018"):
            return Reading((*period, StatusFact("vedtatt")))
        return read_cell("vedtatt", text, self.words)

    def _story(self, plan: ImportedPlan, row: TableRow, shared: str, table: ReadTable) -> None:
        """Read the columns that tell the plan's story: what was decided first, so that the status comes last."""
        for name in _STORY:
            text = shared if shared and name == "status" else row.text(name)
            if not text:
                continue
            reading = self._cell(plan, name, text, table)
            if name == "prioritet" and reading.rest and _is_word(text):
                plan.beslutning["prioritet"] = " ".join(text.split())
                continue
            if name in _REPEATED and not reading.facts and _YEARLY.match(text):
                plan.felt.setdefault("revisjon", {})["rulleres"] = "årlig"
            if name in _ONLY_TIMES and not any(isinstance(fact, _TIMED) for fact in reading.facts):
                plan.uten_tid.append((plan.heads.get(name, ""), text))
            for rest in () if _UNDECIDED.fullmatch(text) else reading.rest:
                plan.note_unclear(name, rest, N_("forstår ikke teksten"))
            if name == "tid" and table.has_spans:
                reading = _whole_year(reading, text)
            keep_facts(plan, read_revision(plan, reading) if name == "rullering" else reading, name)
            plan.kilder += self._said(name, text, reading)

    def _cell(self, plan: ImportedPlan, name: str, text: str, table: ReadTable) -> Reading:
        """Read one cell; a decision may also name provisions, or that the work begins in a period."""
        if self._is_current(plan, name, text):
            return self._current(plan.heads[name], text)
        spelt = table.legend.spelt(text) if name in {"vedtatt", "status"} else text
        reading = read_cell(_KIND.get(name, name), spelt, self.words)
        if name in _REPEATED and _NEW.fullmatch(text.strip()):
            plan.is_said_new = True
        if name == "beslutning":
            named_basis(plan, text, self.words)
            if not reading.of(DecisionFact) and (start := _STARTS.match(text)):
                plan.beslutning.setdefault("valg", "utsettes" if start["later"] else "ny")
                plan.felt.setdefault("status", "planlagt")
        return reading

    def _said(self, name: str, text: str, reading: Reading) -> list[dict[str, Any]]:
        """Give what the source says of votes, in its own words; a case without a day is told beside them."""
        said = sources(text, reading) if name in {"status", "vedtatt"} else []
        place = self.words.organer.read(text)[1]
        if name != "vedtatt" or reading.of(EventFact) or not place.sak:
            return said
        told = {"sak": place.sak, **({"organ": place.organ} if place.organ else {})}
        return [ref | told for ref in said]

    def _marks(self, plan: ImportedPlan, row: TableRow, table: ReadTable) -> None:
        """Read the columns of years and of decisions with marks."""
        cells = [(column, text) for column, text in row.cells if column.field in {YEAR, MARK}]
        if table.numbers is None:
            every = [text for one in table.rows for column, text in one.cells if column.field == YEAR]
            table.numbers = has_numbers(table.columns, every)
        told = read_marks(cells, table.legend, table.shades, numbers=table.numbers)
        if "årsverk" in told.beslutning:
            every_year = [column for column in table.columns if column.field == YEAR]
            said = {column.index: text for column, text in cells}
            plan.sagt = [
                one for one in plan.sagt if one not in {(column.head, said.get(column.index)) for column in every_year}
            ]
            amounts = "/".join(said.get(column.index, "–") for column in every_year)
            plan.sagt.append(("årsverk", re.sub(r"(?:/–)+$", "", amounts)))
            if remark := row.text("merknad"):
                plan.sagt.append(("", remark))
        plan.beslutning |= told.beslutning
        first = min((column.year for column in table.columns if column.field == YEAR), default=0)
        if _MADE_HERE.match(plan.tittel) and first and plan.beslutning.get("oppstart") == first:
            plan.felt.setdefault("status", "under_revisjon")
        begins = _BEGINS.match(row.text("merknad"))
        plan.may_have_begun = begins is not None and int(begins[1]) == first
        if not cells and table.legend.nothing and any(column.field == YEAR for column in table.columns):
            plan.beslutning.setdefault("valg", "videreføres")
            plan.beslutning.setdefault("begrunnelse", _sentence_of(table.legend.nothing))
        plan.ordrett += told.rest
        years = sum(column.field == YEAR for column in table.columns)
        lettered = sum(bool(parted(text)[0]) for _, text in cells)
        if table.legend.votes and years > _SHARED and lettered == years and "deretter" not in plan.beslutning:
            plan.beslutning.setdefault("merknad", "Hvert år.")

    def _beside(self, plan: ImportedPlan, row: TableRow, table: ReadTable) -> list[str]:
        """Read what a title's cell says of votes, terms and work, and give the rest, which are remarks."""
        votes = bool(_VOTES.search(table.layout.title.head))
        left = []
        if votes and (match := _YEAR_BEHIND.search(plan.tittel)):
            plan.tittel = plan.felt["tittel"] = plan.tittel[: match.start()].rstrip()
            row.title.beside.append(match[1])
        for text in row.title.beside:
            reading = read_cell("vedtatt", table.legend.spelt(text), self.words)
            if (votes or _VOTED.match(text)) and reading.facts and not reading.rest:
                keep_facts(plan, reading, "vedtatt")
                plan.kilder += sources(text, reading)
                continue
            if _TERMS.match(text) and any(group.kind == "valg" for group in row.groups):
                plan.beslutning.setdefault("vilkår", text)
                continue
            left.append(text)
        return left

    def _around(self, plan: ImportedPlan, row: TableRow, table: ReadTable) -> None:
        """Read what stands around the columns: the headings above, the title's own words, and the remarks."""
        for group in row.groups:
            if group.kind == "valg":
                plan.beslutning.setdefault("valg", group.value)
            elif group.kind == "status":
                plan.felt.setdefault("status", group.value)
        if told := row.title.valg or row.valg:
            plan.beslutning.setdefault("valg", told)
        beside = self._beside(plan, row, table)
        for text in (*beside, row.text("merknad"), row.text("begrunnelse")):
            if text:
                read_remark(plan, text, self.words)
        prose = [*beside, *(text for column, text in row.cells if column.field == "merknad")]
        prose += ["Administrativ plan"] if _ADMINISTRATIVE.search(table.caption) else []
        prose = [*self._duration(row), *prose, *(f"{head}: {text}" for head, text in plan.uten_tid)]
        if prose:
            plan.felt["merknad"] = " ".join(filter(None, [plan.felt.get("merknad", ""), *map(_ended, prose)])).strip()
        if len(prose) == 1 and "merknad" in plan.felt and prose[0] in plan.felt["merknad"]:
            plan.felt["merknad"] = plan.felt["merknad"].replace(_ended(prose[0]), prose[0])

    def _duration(self, row: TableRow) -> list[str]:
        """Give a cell of periods that says only how long the plan is for, which no field holds, with its head."""
        said = [(column.head, text) for column, text in row.cells if column.field == "periode"]
        return [f"{head}: {text}" for head, text in said if _DURATION.fullmatch(text)]

    def _period(self, plan: ImportedPlan, text: str) -> None:
        told = read_cell("periode", text, self.words)
        for rest in () if _DURATION.fullmatch(text) else told.rest:
            plan.note_unclear("periode", rest, N_("forstår ikke perioden. Skriv første og siste år, som 2016–2020"))
        keep_facts(plan, Reading(tuple(told.of(PeriodFact))), "periode")
        if "periode" not in plan.felt and (own := period_in_title(plan.tittel)):
            plan.felt["periode"] = {key: value for key in ("fra", "til") if (value := getattr(own, key)) is not None}
            plan.soft.add("periode")

    def _kept(self, plan: ImportedPlan, row: TableRow) -> None:
        """Keep the columns that have no field of their own, and prose about the decision."""
        if row.text("nummer") and plan.beslutning:
            plan.beslutning["nummer"] = row.text("nummer").rstrip(".")
        for column, text in row.cells:
            if column.field in _KEPT:
                plan.ordrett.append((column.head, text))
            elif column.field in _PROSE:
                joined = [plan.beslutning.get(column.field, ""), text]
                plan.beslutning[column.field] = " ".join(filter(None, joined))

    def _notes(self, plan: ImportedPlan, row: TableRow) -> None:
        """Note which stars point to a note below the table, for the notes are read last."""
        plan.fotnote = " ".join(row.title.stars)
        others = [text for column, text in row.cells if column.field not in {"nummer", "id"}]
        beside = row.title.beside or row.title.labelled or row.title.stars
        plan.bare_tittel = not others and not beside


def _whole_year(reading: Reading, text: str) -> Reading:
    """Give a lone year among spans of years as what it is there: the work begins and ends in it."""
    if not text.strip().isdigit():
        return reading
    facts = (replace(fact, oppstart=fact.ferdig) if isinstance(fact, WorkFact) else fact for fact in reading.facts)
    return Reading(tuple(facts), reading.rest)


def _is_word(text: str) -> bool:
    """Tell whether a priority is told in words of its own: «Må», «Høy prioritet»."""
    return len(text) <= _SHORT and not any(letter.isdigit() for letter in text)


def _head(column: Column) -> str:
    """Give the name that a column's cells are remembered by."""
    return column.head or f"kolonne {column.index + 1}"


def _sentence_of(line: str) -> str:
    """Give the sentence of a line that says what no mark means."""
    return next((one for one in re.split(r"(?<=\.)\s+", line) if NOTHING.search(one)), line)


def _ended(text: str) -> str:
    """Give a remark that another can follow."""
    return text if text.endswith((".", "!", "?", ":")) else f"{text}."
