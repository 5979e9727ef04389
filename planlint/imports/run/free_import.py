"""The import of a table that somebody else has made: read, asked about, declared, recognised, and made into changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.base import N_, Message, slug, typed_option
from planlint.edit import EditError
from planlint.imports.cells import ImportFault
from planlint.imports.declared_words import DeclaredWords
from planlint.imports.fold_words import fold
from planlint.imports.known_plans import known_plans
from planlint.imports.match import ChoiceError, Matcher
from planlint.imports.plan_draft import DraftChange, Drafts
from planlint.imports.rows.row_reader import RowReader
from planlint.imports.run import line_questions, not_used, questions
from planlint.imports.run.agreement import asked_decisions, hold_against_register
from planlint.imports.run.coloured import told_bodies, told_colours
from planlint.imports.run.decided import settle
from planlint.imports.run.declare import Missing, declared, missing
from planlint.imports.run.editions import gone, only_changed, successor
from planlint.imports.run.ended import end_plan
from planlint.imports.run.headings import unknown_headings
from planlint.imports.run.joined import joined
from planlint.imports.run.line_questions import SAME
from planlint.imports.run.memory import ANSWERS, remembered
from planlint.imports.run.outside import adopted_in, around, offered_vote, outside_lines, told_outside
from planlint.imports.run.repeated import without_repeated
from planlint.imports.run.strategy import (
    Strategy,
    is_deciding,
    strategy_of,
    strategy_of_work,
    undecide,
    years_of,
)
from planlint.imports.run.strategy_file import write_strategy
from planlint.imports.run.type_questions import asked_types
from planlint.imports.table.answers import UserAnswers
from planlint.imports.table.legend import bodies_in, legend
from planlint.imports.table.reader import TableAnswers, TableReader
from planlint.model import AVSLUTTEDE
from planlint.source import PLANSYSTEM
from planlint.words import WordContext

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from planlint.imports.cells import Content
    from planlint.imports.import_outcome import ImportResult
    from planlint.imports.known_plans import KnownPlan
    from planlint.imports.match import Choices, Match
    from planlint.imports.rows.imported_plan import ImportedPlan
    from planlint.imports.run.import_order import ImportOrder
    from planlint.imports.table.read_table import ReadTable, TableRow
    from planlint.register import Register
    from planlint.system import System


class FreeImport:
    """One import: the plan system as it is, or as it is with what the table names declared."""

    def __init__(self, path: Path, content: Content, system: System, register: Register, ask: ImportOrder) -> None:
        """Keep what the import is about, and lay the user's answers over those of the last edition."""
        self.path, self.content, self.system, self.register = path, content, system, register
        self.memory = remembered(system.root, ask.opphav.kilde, path)
        kept = self.memory.answers
        self.all_alike, choice = _without_all(ask.valg)
        self.ask = replace(
            ask,
            valg=replace(
                choice,
                match={**kept.get("match", {}), **choice.match},
                new=choice.new | {*kept.get("new", {})},
                skip=choice.skip | {*kept.get("skip", {})},
                remembered=frozenset(kept.get("match", {})) | {*kept.get("new", {})} | {*kept.get("skip", {})},
            ),
        )
        self.types = UserAnswers(ask.typer, kept.get("type"))
        self.columns = UserAnswers(ask.columns, kept.get("column"))
        self.groups = UserAnswers(ask.groups, kept.get("group"))
        self.rows = UserAnswers(ask.rows, kept.get("row"))
        self.decisions = UserAnswers(ask.decisions, kept.get("decision"))
        self.gone = UserAnswers(ask.gone)
        self.strategy = Strategy()
        self.decides = False

    def run(self, result: ImportResult) -> None:
        """Put into the result what the file would do. Raises ImportFault, ChoiceError and EditError."""
        tables, plans = self._read()
        found = missing(plans, DeclaredWords(self.register, self.types))
        source = self.ask.opphav.kilde
        new_source = bool(source) and source not in self.register.plansystem.kilder
        if self.ask.declare and (found or new_source):
            title = (source, self.path.name) if new_source else ("", "")
            self.system, result.others[PLANSYSTEM] = declared(self.system, self.register, found, title)
            if self.system.register is None:
                raise EditError(N_("plansystem.yaml kan ikke brukes. Kjør `planlint check` og rett den først"))
            self.register = self.system.register
            tables, plans = self._read()
        result.tabeller = tables
        known = known_plans(self.system, self.register)
        self.ask.valg.control(plans, known)
        titles = [plan.tittel for plan in known.values()]
        plans, doubts = joined(plans, self.ask.valg, titles)
        if self.all_alike and doubts:
            same = {plan.tittel: slug(other.tittel) for plan, other in doubts}
            self.ask = replace(self.ask, valg=replace(self.ask.valg, match={**self.ask.valg.match, **same}))
            tables, plans = self._read()
            result.tabeller = tables
            plans, doubts = joined(plans, self.ask.valg, titles)
        plans = without_repeated(result, plans, self.ask.valg.skip)
        result.questions += line_questions.asked_rows(doubts)
        lookup = DeclaredWords(self.register, self.types)
        years = years_of(self.content, tables, self.path.stem)
        foreseen = self.ask.declare and any(plan.is_next for plan in plans)
        self.decides = bool(self.ask.planstrategi) or is_deciding(tables, plans) or foreseen
        for plan in () if self.decides else plans:
            undecide(plan)
        undecided = settle(plans, lookup, self.decisions, decides=self.decides)
        self._questions(result, tables, plans, years)
        self._told(result, tables, undecided, found)
        tasks = [plan for plan in plans if plan.is_task]
        self._changes(result, [plan for plan in plans if not plan.is_task])
        if self.strategy.id:
            write_strategy(self.system, self.strategy, self.ask.opphav.kilde, result, tasks)
        else:
            not_used.told_tasks(result, tasks)
        self._remember(result)

    def _read(self) -> tuple[list[ReadTable], list[ImportedPlan]]:
        """Read every sheet. Raises ImportFault where none holds a table of plans."""
        lookup = DeclaredWords(self.register, self.types)
        reader = TableReader(lookup, TableAnswers(self.columns, self.groups, self.rows))
        self.rower = RowReader(lookup, WordContext.of(self.register.plansystem, self.register.today))
        tables = [table for sheet in self.content.sheets if (table := reader.read(sheet))]
        around = legend([line for sheet in self.content.sheets for line in (*sheet.above, *sheet.below)])
        for table in tables:
            table.legend = table.legend._replace(words=bodies_in(around.words) | table.legend.words)
        if not tables:
            raise ImportFault(
                N_(
                    "Fant ingen tabell med planer. En rad må ha navn på kolonnene, og én av dem må være planens navn "
                    'eller en annen som planlint kjenner. Si hva en kolonne er, med --column "NAVN=tittel".'
                )
            )
        plans = [plan for table in tables for row in table.rows for plan in self._plans(row, table)]
        return tables, plans

    def _plans(self, row: TableRow, table: ReadTable) -> list[ImportedPlan]:
        found = self.rower.read(row, table)
        for plan in found:
            notes = [note for star in row.title.stars if (note := table.noter.get(star))]
            if notes:
                told = plan.felt.get("merknad", "")
                new = [note for note in notes if note not in told]
                plan.felt["merknad"] = " ".join(filter(None, [told, *new]))
                plan.notetekst = " ".join(notes)
        return found

    def _questions(
        self, result: ImportResult, tables: list[ReadTable], plans: list[ImportedPlan], years: tuple[int, int] | None
    ) -> None:
        """Ask what must be known before anything is written."""
        hinging, plain = unknown_headings(tables, plans)
        result.questions += line_questions.asked_groups(hinging)
        if plain:
            text = N_(
                "Disse overskriftene står ord for ord hos planene under dem, og sier ikke mer: {navn}. Er en av dem "
                "enheten som har ansvaret, skriv {valg}."
            )
            option = typed_option("--group", f"{plain[0]}=ansvarlig")
            result.merknader.append(Message.of_text(text, navn=_listed(plain), valg=option))
        result.questions += line_questions.asked_lines(tables)
        typed = {fold(plan.tittel) for plan in self.register.planer.values() if plan.type}
        untyped = [plan for plan in plans if fold(plan.tittel) not in typed]
        result.questions += asked_types(untyped, DeclaredWords(self.register, self.types))
        if self.decides:
            self.strategy = strategy_of(self.ask.planstrategi, self.register, years)
            if not self.strategy.id and not self.ask.planstrategi:
                self.strategy = strategy_of_work(plans, self.register)
                self._by_years(result)
            sure = self.ask.declare or bool(self.ask.planstrategi)
            result.questions += questions.asked_strategy(self.strategy, declare=sure)
            seen = self.memory.rows.keys()
            hold_against_register(plans, self.register, self.strategy.id, self.ask.valg.match, seen)
            result.questions += asked_decisions(plans, self.decisions)

    def _by_years(self, result: ImportResult) -> None:
        """Tell that the planstrategi is known by the years of the work only."""
        if self.strategy.id and self.ask.declare:
            text = N_(
                "Tabellen sier ikke hvilken planstrategi beslutningene er fra. De er ført på `{id}`, for det meste av "
                "arbeidet er i den valgperioden. Er det en annen, skriv --planstrategi ID."
            )
            result.merknader.append(Message.of_text(text, id=self.strategy.id))

    def _told(
        self, result: ImportResult, tables: list[ReadTable], undecided: list[ImportedPlan], found: Missing
    ) -> None:
        """Tell what was taken for granted, what was not used, and what may be declared."""
        result.ulest += told_colours(tables)
        result.merknader += told_bodies(tables)
        lines, more = told_outside(outside_lines(self.content, tables))
        adopted = adopted_in(around(self.content, tables), self.rower.words)
        result.merknader += [*more, *offered_vote(adopted, self.strategy, self.register)]
        not_used.told_lines(result, tables)
        result.unused += lines
        not_used.told_sheets(result, self.content, tables)
        if undecided:
            not_used.told_undecided(result, undecided)
        not_used.told_missing(result, found, declare=self.ask.declare)
        not_used.told_answers(result, "type", self.types)
        not_used.told_answers(result, "column", self.columns)
        for option, answers in (("group", self.groups), ("row", self.rows), ("decision", self.decisions)):
            result.faults += questions.faults_of(option, answers)

    def _changes(self, result: ImportResult, plans: list[ImportedPlan]) -> None:
        """Recognise the plans, and make the changes of their files."""
        known = known_plans(self.system, self.register)
        matcher = Matcher(known, self.ask.valg)
        drafts = Drafts(self.system, self.register, known, self.ask.opphav, self.strategy.id)
        others = {"uavgjort": result.uavgjorte, "hoppet_over": result.hoppet_over}
        hits = [matcher.find(row) for row in plans]
        for hit in hits:
            if hit.hva in {"ny", "kjent"}:
                cells = _public(hit.rad)
                if hit.hva == "kjent" and hit.id in self.memory.rows:
                    self._as_before(hit)
                self.memory.rows[hit.id] = cells
                result.endringer.append(_made(drafts, hit))
            else:
                others[hit.hva].append(hit)
        self._gone(result, hits, known)

    def _as_before(self, hit: Match) -> None:
        """Take out of a row what the same table said last time."""
        told = self.memory.rows[hit.id]
        row = hit.rad
        if told == _public(row):
            row.felt, row.beslutning, row.kilder = {"tittel": row.tittel}, {}, []
            row.ordrett, row.uforstaatt, row.notetekst, row.sagt = [], [], "", []
            return
        if old := self.rower.again(row, told):
            if not self.decides:
                undecide(old)
            settle([old], DeclaredWords(self.register, self.types), self.decisions, decides=self.decides)
            only_changed(row, old)

    def _gone(self, result: ImportResult, hits: list[Match], known: Mapping[str, KnownPlan]) -> None:
        """Ask about the plans that are gone from the table, or do what the user has answered."""
        here = [hit.id for hit in hits]
        new = [(hit.id, hit.rad.tittel) for hit in hits if hit.hva == "ny"]
        ask: dict[str, tuple[KnownPlan, str]] = {}
        for plan in gone(self.memory.rows, here, known):
            entity = self.register.planer.get(plan.id)
            if entity is not None and entity.status in AVSLUTTEDE:
                continue
            answer = self.gone.answer(plan.id)
            if not answer:
                ask[plan.id] = plan, successor(plan, new)
            elif answer != "står":
                end_plan(self.system, result, plan, answer, {id_ for id_, _ in new} | {*known})
            if answer:
                del self.memory.rows[plan.id]
        not_used.told_answers(result, "gone", self.gone)
        result.questions += questions.asked_gone(ask)

    def _remember(self, result: ImportResult) -> None:
        """Keep the answers and the rows for the next edition of the table."""
        answers = {
            "type": self.types.words, "column": self.columns.words, "group": self.groups.words, "row": self.rows.words,
            "decision": self.decisions.words, "match": dict(self.ask.valg.match),
            "new": dict.fromkeys(sorted(self.ask.valg.new), "ja"),
            "skip": dict.fromkeys(sorted(self.ask.valg.skip), "ja"),
        }  # fmt: skip
        self.memory.answers = {name: answers[name] for name in ANSWERS if answers[name]}
        self.memory.rows = {id_: row for id_, row in self.memory.rows.items() if row}
        if self.ask.opphav.kilde:
            result.memory = (self.memory.path, self.memory.raw, self.memory.bytes())


def _without_all(choice: Choices) -> tuple[bool, Choices]:
    """Give whether all rows that are alike in two tables are said to be one plan, and the other choices.

    Raises ChoiceError for another answer for all: no plan is what every title is about.
    """
    told = choice.match.get("*", "")
    if told and told != SAME:
        raise ChoiceError(
            N_("--match «*»: svaret for alle er «{ord}»: rader som ligner hverandre, er samme plan."), ord=SAME
        )
    return bool(told), replace(choice, match={title: id_ for title, id_ in choice.match.items() if title != "*"})


def _listed(names: list[str]) -> str:
    """Give names as one text, each in marks of quotation."""
    return ", ".join(f"«{name}»" for name in names)


def _public(row: ImportedPlan) -> dict[str, str]:
    """Give the cells of a row that may be kept: not what may be the name of a person."""
    private = {" ".join(item.tekst.split()) for item in row.uforstaatt if item.kolonne == "ansvarlig"}
    cells = {head: text for head, text in row.celler.items() if " ".join(text.split()) not in private}
    return {"Tittel": row.tittel} | cells | ({"Overskrift": row.gruppe} if row.gruppe else {})


def _made(drafts: Drafts, hit: Match) -> DraftChange:
    """Give the change of a row. Raises EditError that names the row."""
    try:
        return drafts.make(hit)
    except EditError as error:
        text = N_("Linje {nummer} «{tittel}»: {feil}.")
        raise EditError(text, nummer=hit.rad.nummer, tittel=hit.rad.tittel, feil=error) from None
