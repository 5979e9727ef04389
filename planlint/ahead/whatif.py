"""What if a plan is adopted or repealed, or a file deleted: a changed copy in memory, compared with what is there.

No file is touched. A vote is recorded as `planlint vedta` records it, in memory: what that command refuses, is refused
here too. The vote is taken to be made as it should be, by a body that can make it, so that no finding is about
the vote's own papers. The copy goes through the same linking and the same rules as a check.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from planlint.ahead.expected_vote import expected_vote
from planlint.base import N_, Diagnostic, Message, Ord, Severity
from planlint.change import Consequences, OutcomeChange, Ref, compare, find_consequences
from planlint.check import Request, diagnostics
from planlint.edit import Workspace, consequences, record_vedtak
from planlint.living import replaced
from planlint.model import Maal, Plan

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from planlint.base import Finding
    from planlint.model import Enhet, Planstrategi
    from planlint.register import Register
    from planlint.system import System

OF_THE_DAY = frozenset(("PL308", "PL601"))
STATUTORY = N_("Planen er registrert som lovpålagt.")
NOT_ADOPTED = N_("Planen er ikke vedtatt eller gjelder ikke lenger denne dagen, så det er ingenting å oppheve.")
EXPIRED = N_("Planperioden er over, så planen er ikke i kraft fra før heller.")
KEEP_FILE = N_("Planen har vært vedtatt. Opphev den i stedet for å slette filen, så blir historien stående.")

KEEP_DRAFT = N_(
    "Målet er et utkast. Skal det ikke bli noe mål, skriv `blir` med `utfall: utgått` i filen i stedet for å slette "
    "den. Da viser registeret fortsatt hva som ble foreslått, og hva som ble sagt om det."
)


class ProposalError(Exception):
    """A proposed file cannot be read as a plan; holds what is wrong with it."""

    def __init__(self, findings: list[tuple[str, Finding]]) -> None:
        """Keep the findings."""
        super().__init__()
        self.diagnostics = [Diagnostic(code, Severity.FEIL, finding) for code, finding in findings]


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What a change would do: `action` is opphev, vedta or slett; `notes` are sentences for the reader.

    `told` is what `planlint vedta` would tell beside the findings; `titles` are the titles of what these are about.
    """

    action: str
    day: date
    target: Ref
    consequences: Consequences
    change: OutcomeChange
    notes: tuple[Ord, ...] = ()
    told: tuple[Message, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_changed(self) -> bool:
        """Tell whether anything changes at all."""
        return bool(self.change or self.consequences)


def register_in(system: System) -> Register:
    """Give the register of a plan system that has its declaration. Raises ValueError where it has none."""
    if system.register is None:
        message = "a plan system without a declaration has no what-if"
        raise ValueError(message)
    return system.register


def _of_the_day(diagnostic: Diagnostic, target: Enhet, day: date) -> bool:
    """Tell whether a finding is about the day on which we happen to ask: the real vote has a day of its own."""
    about = diagnostic.code in OF_THE_DAY and diagnostic.entity == target.entity
    return about and str(diagnostic.finding.args.get("dato")) == day.isoformat()


def _voted(action: str, before: System, work: Workspace, target: Enhet, notes: Iterable[Ord] = ()) -> WhatIf:
    """Tell what an edit that records a vote does. Raises EditError where it would not be written."""
    consequences(work)
    return replace(_result(action, before, work.after(), target, notes), told=tuple(work.told))


def _result(action: str, before: System, after: System, target: Enhet, notes: Iterable[Ord] = ()) -> WhatIf:
    one, other = register_in(before), register_in(after)
    change = compare(diagnostics(before, Request(one.today)), diagnostics(after, Request(one.today)))
    change = replace(change, new=tuple(item for item in change.new if not _of_the_day(item, target, one.today)))
    known = {
        item.entity: item.tittel
        for register in (one, other)
        for those in register.entities.values()
        for item in those.values()
    }
    titles = {item.entity: known.get(item.entity, "") for item in (*change.new, *change.gone)}
    return WhatIf(
        action,
        one.today,
        Ref(target.entity, target.tittel),
        find_consequences(one, other),
        change,
        tuple(notes),
        titles=titles,
    )


def _statutory(register: Register, plan: Enhet) -> list[Ord]:
    if not isinstance(plan, Plan) or not register.is_vedtatt(plan):
        return []
    plantype = register.plantype(plan)
    return [STATUTORY] if plan.lovpaalagt or (plantype and plantype.lovpaalagt) else []


def repeal(system: System, plan: Plan) -> WhatIf:
    """Tell what happens if a plan is repealed on the register's day. Raises UsageError and EditError as a vote does."""
    register = register_in(system)
    if not register.is_vedtatt(plan) and not register.has_unknown_status(plan):
        return WhatIf(
            "opphev", register.today, Ref(plan.entity, plan.tittel), Consequences(), OutcomeChange(), (NOT_ADOPTED,)
        )
    work = Workspace(system)
    record_vedtak(work, register, plan, expected_vote(register, plan, "opphevet"))
    end = register.periodeslutt(plan)
    expired = [EXPIRED] if end and end < register.today and not register.is_bindende(plan) else []
    return _voted("opphev", system, work, plan, [*_statutory(register, plan), *expired])


def adopt(system: System, entity: Plan | Planstrategi, before: System | None = None) -> WhatIf:
    """Tell what happens if a plan or planstrategi is adopted on the register's day, as `planlint vedta` registers it.

    `before` is what to compare with, where the plan's file is not part of it. Raises UsageError and EditError with
    what that command would say where it changes nothing.
    """
    register, work = register_in(system), Workspace(system)
    record_vedtak(work, register, entity, expected_vote(register, entity))
    return _voted("vedta", before or system, work, entity)


def delete(system: System, entity: Enhet) -> WhatIf:
    """Tell what happens if an entity's file is deleted."""
    register = register_in(system)
    after = replaced(system, {entity.file: None}, register.today)
    notes = _statutory(register, entity)
    if isinstance(entity, Plan) and register.vedtak(entity):
        notes.append(KEEP_FILE)
    if isinstance(entity, Maal) and entity.utkast:
        notes.append(KEEP_DRAFT)
    return _result("slett", system, after, entity, notes)


def adopt_file(system: System, name: str, raw: bytes) -> WhatIf:
    """Tell what happens if a proposed plan, read from anywhere, is adopted on the register's day.

    It counts as lying in plans/planer/ under its own name, or in the place of the plan with that id.
    Raises ProposalError when it cannot be read as a plan, and as `adopt`.
    """
    register = register_in(system)
    old = register.planer.get(name.rpartition(".")[0])
    path = old.file if old else f"plans/planer/{name}"
    after = replaced(system, {path: raw}, register.today)
    proposed = next((plan for plan in after.loaded.entities["plan"].values() if plan.file == path), None)
    if not isinstance(proposed, Plan):
        raise ProposalError([item for item in after.loaded.findings if item[1].place.file == path])
    return adopt(after, proposed, system)
