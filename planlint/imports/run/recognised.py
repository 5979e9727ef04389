"""The rows of a table recognised as plans and made into changes of their files; those that are gone are asked about."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.base import N_, Message
from planlint.edit import EditError
from planlint.imports.fold_words import fold
from planlint.imports.known_plans import known_plans
from planlint.imports.match import Matcher
from planlint.imports.plan_draft import DraftChange, Drafts
from planlint.imports.run import not_used, questions
from planlint.imports.run.decided import settle
from planlint.imports.run.editions import gone, only_changed, successor
from planlint.imports.run.ended import end_plan
from planlint.imports.run.given_answers import GivenAnswers
from planlint.imports.run.import_order import ImportOrder
from planlint.imports.run.joined import joined
from planlint.imports.run.strategy import undecide
from planlint.model import AVSLUTTEDE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.imports.import_outcome import ImportResult
    from planlint.imports.known_plans import KnownPlan
    from planlint.imports.match import Match
    from planlint.imports.plan_draft import RowOrigin
    from planlint.imports.rows.imported_plan import ImportedPlan
    from planlint.imports.run.memory import Memory
    from planlint.imports.run.read_plans import PlanReader
    from planlint.register import Register
    from planlint.system import System


_TASK = "oppgave: "
"""What the rows of tasks are remembered under, before their titles: no plan has such an id."""


class Recogniser:
    """Recognises the plans of one table, and makes the changes of their files."""

    def __init__(
        self, system: System, register: Register, memory: Memory, answers: GivenAnswers, reader: PlanReader
    ) -> None:
        """Keep the plans that there are, what the table said last time, and how its rows are read."""
        self.system, self.register, self.memory = system, register, memory
        self.answers, self.reader = answers, reader
        self.known = known_plans(system, register)
        self._before: dict[tuple[str, int, str], ImportedPlan] | None = None

    def change(
        self, result: ImportResult, plans: Iterable[ImportedPlan], origin: RowOrigin, strategy: str, *, decides: bool
    ) -> None:
        """Put the changes of the plans' files into the result, and the rows that somebody must decide about.

        `decides`: the decisions are written, of the planstrategi `strategy`. Raises EditError.
        """
        matcher = Matcher(self.known, self.answers.valg)
        drafts = Drafts(self.system, self.register, self.known, origin, strategy)
        others = {"uavgjort": result.uavgjorte, "hoppet_over": result.hoppet_over}
        hits = [matcher.find(row) for row in plans]
        for hit in hits:
            if hit.hva in {"ny", "kjent"}:
                cells = _public(hit.rad)
                if hit.hva == "kjent" and hit.id in self.memory.rows:
                    self._as_before(hit, decides=decides)
                self.memory.rows[hit.id] = cells
                result.endringer.append(_made(drafts, hit))
            else:
                others[hit.hva].append(hit)
        self._gone(result, hits)

    def compare_tasks(self, result: ImportResult, tasks: Iterable[ImportedPlan], *, decides: bool) -> None:
        """Note what the table told of tasks last time, where it tells otherwise now; tell of those that are gone."""
        here = {f"{_TASK}{task.tittel}": task for task in tasks}
        for key in [key for key in self.memory.rows if key.startswith(_TASK) and key not in here]:
            del self.memory.rows[key]
            text = N_(
                "Oppgaven «{tittel}» sto i tabellen sist, men er ikke der nå. Den står fortsatt i planstrategien. Ta "
                "den ut der om den ikke gjelder."
            )
            result.merknader.append(Message.of_text(text, tittel=key.removeprefix(_TASK)))
        for key, task in here.items():
            told, cells = self.memory.rows.get(key), _public(task)
            if told and told != cells and (old := self.reader.rower.again(task, told)):
                settle([old], self.reader.lookup, self.answers.decisions, decides=decides)
                task.forrige = old, task
            self.memory.rows[key] = cells

    def _as_before(self, hit: Match, *, decides: bool) -> None:
        """Take out of a row what the same table said last time."""
        told = self.memory.rows[hit.id]
        row = hit.rad
        is_same = told == _public(row)
        if is_same and (old := self._answered_before(row, decides=decides)):
            row.forrige = old, replace(row, felt=dict(row.felt))
            only_changed(row, old)
            return
        if is_same:
            row.felt, row.beslutning, row.kilder = {"tittel": row.tittel}, {}, []
            row.ordrett, row.uforstaatt, row.notetekst, row.sagt = [], [], "", []
            return
        if old := self.reader.rower.again(row, told):
            if not decides:
                undecide(old)
            settle([old], self.reader.lookup, self.answers.decisions, decides=decides)
            row.forrige = old, replace(row, felt=dict(row.felt))
            only_changed(row, old)

    def _answered_before(self, row: ImportedPlan, *, decides: bool) -> ImportedPlan | None:
        """Give a row as it was read by the answers of last time; None where no answer about rows is new."""
        if self._before is None:
            old = GivenAnswers.of(ImportOrder(), self.memory.answers)
            names = ("type", "column", "group", "decision")
            is_new = any(self.answers.kept().get(name) != old.kept().get(name) for name in names)
            plans = self._read_by(old, decides=decides) if is_new else []
            self._before = {(plan.ark, plan.nummer, fold(plan.tittel)): plan for plan in plans}
        return self._before.get((row.ark, row.nummer, fold(row.tittel)))

    def _read_by(self, answers: GivenAnswers, *, decides: bool) -> list[ImportedPlan]:
        """Read the whole file by other answers, as it would be settled then."""
        plans = joined(type(self.reader)(self.reader.content, self.register, answers).read()[1], answers.valg)[0]
        for plan in () if decides else plans:
            undecide(plan)
        settle(plans, self.reader.lookup, answers.decisions, decides=decides)
        return plans

    def _gone(self, result: ImportResult, hits: list[Match]) -> None:
        """Ask about the plans that are gone from the table, or do what the user has answered."""
        here = [hit.id for hit in hits]
        new = [(hit.id, hit.rad.tittel) for hit in hits if hit.hva == "ny"]
        ask: dict[str, tuple[KnownPlan, str]] = {}
        for plan in gone(self.memory.rows, here, self.known):
            entity = self.register.planer.get(plan.id)
            if entity is not None and entity.status in AVSLUTTEDE:
                continue
            answer = self.answers.gone.answer(plan.id)
            if not answer:
                ask[plan.id] = plan, successor(plan, new)
            elif answer != "står":
                end_plan(self.system, result, plan, answer, {id_ for id_, _ in new} | {*self.known})
            if answer:
                del self.memory.rows[plan.id]
        not_used.told_answers(result, "gone", self.answers.gone)
        result.questions += questions.asked_gone(ask)


def _public(row: ImportedPlan) -> dict[str, str]:
    """Give the cells of a row that may be kept: not what may be the name of a person."""
    private = {" ".join(item.tekst.split()) for item in row.uforstaatt if item.kolonne == "ansvarlig"}
    own = row.heads.get("ansvarlig", "") if private else ""
    cells = {head: text for head, text in row.celler.items() if head != own and " ".join(text.split()) not in private}
    return {"Tittel": row.tittel} | cells | ({"Overskrift": row.gruppe} if row.gruppe else {})


def _made(drafts: Drafts, hit: Match) -> DraftChange:
    """Give the change of a row. Raises EditError that names the row."""
    try:
        return drafts.make(hit)
    except EditError as error:
        text = N_("Linje {nummer} «{tittel}»: {feil}.")
        raise EditError(text, nummer=hit.rad.nummer, tittel=hit.rad.tittel, feil=error) from None
