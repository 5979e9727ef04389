"""The import of a table that somebody else has made: read, asked about, declared, recognised, and made into changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.base import N_, Message, slug, typed_option
from planlint.edit import EditError
from planlint.imports.fold_words import fold
from planlint.imports.known_plans import known_plans
from planlint.imports.run import line_questions, not_used, questions
from planlint.imports.run.agreement import asked_decisions, hold_against_register
from planlint.imports.run.decided import settle
from planlint.imports.run.declare import declared, missing
from planlint.imports.run.given_answers import GivenAnswers
from planlint.imports.run.headings import unknown_headings
from planlint.imports.run.joined import joined
from planlint.imports.run.memory import remembered
from planlint.imports.run.outside import adopted_in, around, offered_vote
from planlint.imports.run.read_plans import PlanReader
from planlint.imports.run.recognised import Recogniser
from planlint.imports.run.repeated import without_repeated
from planlint.imports.run.strategy import Strategy, is_deciding, strategy_of, strategy_of_work, undecide, years_of
from planlint.imports.run.strategy_file import write_strategy
from planlint.imports.run.sums import kept_sum, told_sums
from planlint.imports.run.told_derived import told_derived
from planlint.imports.run.told_table import tell_answers, tell_tables
from planlint.imports.run.type_questions import asked_types
from planlint.source import PLANSYSTEM
from planlint.text import language

if TYPE_CHECKING:
    from pathlib import Path

    from planlint.imports.cells import Content
    from planlint.imports.import_outcome import ImportResult
    from planlint.imports.rows.imported_plan import ImportedPlan
    from planlint.imports.run.declare import Missing
    from planlint.imports.run.import_order import ImportOrder
    from planlint.imports.table.read_table import ReadTable
    from planlint.register import Register
    from planlint.system import System


class FreeImport:
    """One import: the plan system as it is, or as it is with what the table names declared."""

    def __init__(self, path: Path, content: Content, system: System, register: Register, ask: ImportOrder) -> None:
        """Keep what the import is about, and lay the user's answers over those of the last edition."""
        self.path, self.content, self.system, self.register, self.ask = path, content, system, register, ask
        self.memory = remembered(system.root, ask.opphav.kilde, path)
        self.answers = GivenAnswers.of(ask, self.memory.answers)
        self.reader = PlanReader(content, register, self.answers)
        self.strategy = Strategy()

    def run(self, result: ImportResult) -> None:
        """Put into the result what the file would do. Raises ImportFault, ChoiceError and EditError."""
        register = self.register
        tables, plans = self.reader.read()
        found = missing(plans, self.reader.lookup)
        if self.ask.declare:
            self._declare(result, found)
        if self.reader.lookup.register is not register:
            tables, plans = self.reader.read()
        tables, plans = self._put_together(result, tables, plans)
        foreseen = self.ask.declare and any(plan.is_next for plan in plans)
        decides = bool(self.ask.planstrategi) or is_deciding(tables, plans) or foreseen
        for plan in () if decides else plans:
            undecide(plan)
        undecided = settle(plans, self.reader.lookup, self.answers.decisions, decides=decides)
        self._ask(result, tables, plans)
        if decides:
            self._place(result, plans, years_of(self.content, tables, self.path.stem))
            told = kept_sum(tables, undecided, language(self.register.plansystem.spraak))
            self.strategy = replace(self.strategy, remark=told)
            result.merknader += told_sums(tables)
        tell_tables(result, self.content, tables)
        adopted = adopted_in(around(self.content, tables), self.reader.rower.words)
        result.merknader += offered_vote(adopted, self.strategy, self.register)
        result.merknader += told_derived(plans)
        not_used.told_undecided(result, undecided)
        not_used.told_missing(result, found, declare=self.ask.declare)
        tell_answers(result, self.answers)
        self._write(result, plans, decides=decides)

    def _declare(self, result: ImportResult, found: Missing) -> None:
        """Declare what the table names and plansystem.yaml lacks, and read by that. Raises EditError."""
        source = self.ask.opphav.kilde
        new_source = bool(source) and source not in self.register.plansystem.kilder
        if not (found or new_source):
            return
        title = (source, self.path.name) if new_source else ("", "")
        self.system, result.others[PLANSYSTEM] = declared(self.system, self.register, found, title)
        if self.system.register is None:
            raise EditError(N_("plansystem.yaml kan ikke brukes. Kjør `planlint check` og rett den først"))
        self.register = self.system.register
        self.reader = PlanReader(self.content, self.register, self.answers)

    def _put_together(
        self, result: ImportResult, tables: list[ReadTable], plans: list[ImportedPlan]
    ) -> tuple[list[ReadTable], list[ImportedPlan]]:
        """Give the tables, and the plans with their rows of several tables put together."""
        known = known_plans(self.system, self.register)
        self.answers.valg = self.answers.valg.by_id(known)
        self.answers.valg.control(plans, known)
        titles = [plan.tittel for plan in known.values()]
        plans, doubts = joined(plans, self.answers.valg, titles)
        if self.answers.is_all_alike and doubts:
            self.answers.match_also({plan.tittel: slug(other.tittel) for plan, other in doubts})
            tables, plans = self.reader.read()
            plans, doubts = joined(plans, self.answers.valg, titles)
        result.tabeller = tables
        plans = without_repeated(result, plans, self.answers.valg.skip)
        result.questions += line_questions.asked_rows(doubts)
        return tables, plans

    def _ask(self, result: ImportResult, tables: list[ReadTable], plans: list[ImportedPlan]) -> None:
        """Ask what headings and lines are, and of which type the plans are."""
        hinging, plain = unknown_headings(tables, plans)
        result.questions += line_questions.asked_groups(hinging)
        if plain:
            text = N_(
                "Disse overskriftene står ord for ord hos planene under dem, og sier ikke mer: {navn}. Er en av dem "
                "enheten som har ansvaret, skriv {valg}."
            )
            option = typed_option("--group", f"{plain[0]}=ansvarlig")
            quoted = ", ".join(f"«{name}»" for name in plain)
            result.merknader.append(Message.of_text(text, navn=quoted, valg=option))
        result.questions += line_questions.asked_lines(tables)
        typed = {fold(plan.tittel) for plan in self.register.planer.values() if plan.type}
        untyped = [plan for plan in plans if fold(plan.tittel) not in typed]
        result.questions += asked_types(untyped, self.reader.lookup)

    def _place(self, result: ImportResult, plans: list[ImportedPlan], years: tuple[int, int] | None) -> None:
        """Find the planstrategi of the decisions, and ask where it is not known or has decided otherwise."""
        self.strategy = strategy_of(self.ask.planstrategi, self.register, years)
        if not self.strategy.id and not self.ask.planstrategi:
            self.strategy = strategy_of_work(plans, self.register)
            if self.strategy.id and self.ask.declare:
                result.merknader.append(questions.told_by_years(self.strategy))
        sure = self.ask.declare or bool(self.ask.planstrategi)
        result.questions += questions.asked_strategy(self.strategy, declare=sure)
        match, seen = self.answers.valg.match, self.memory.rows.keys()
        hold_against_register(plans, self.register, self.strategy.id, match, seen)
        result.questions += asked_decisions(plans, self.answers.decisions)

    def _write(self, result: ImportResult, plans: list[ImportedPlan], *, decides: bool) -> None:
        """Make the changes of the files, and keep the answers and the rows for the next edition of the table."""
        recogniser = Recogniser(self.system, self.register, self.memory, self.answers, self.reader)
        rows, tasks = [one for one in plans if not one.is_task], [one for one in plans if one.is_task]
        recogniser.change(result, rows, self.ask.opphav, self.strategy.id, decides=decides)
        if self.strategy.id:
            recogniser.compare_tasks(result, tasks, decides=decides)
            write_strategy(self.system, self.strategy, self.ask.opphav.kilde, result, tasks)
        else:
            not_used.told_tasks(result, tasks)
        self.memory.answers = self.answers.kept()
        self.memory.rows = {id_: row for id_, row in self.memory.rows.items() if row}
        if self.ask.opphav.kilde:
            result.memory = (self.memory.path, self.memory.raw, self.memory.bytes())
