"""From an issue's body to a proposal: the changed files, and what the change does to the plan system."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from planlint.base import N_, Message
from planlint.change import Comparison
from planlint.check import Request, diagnostics, report_of
from planlint.edit import EditError, FaultError, Workspace, refuse_faults
from planlint.forms.catalogue import forms
from planlint.forms.doubts import doubts
from planlint.forms.edits import carry_out
from planlint.forms.file_edit import faults
from planlint.forms.form_error import FormError
from planlint.forms.quote import inside
from planlint.forms.read_form import Given, read
from planlint.register import planer_under
from planlint.source import PLANSYSTEM, entity_of
from planlint.system import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from planlint.base import Diagnostic
    from planlint.check import Report
    from planlint.model import Plan
    from planlint.register import Register
    from planlint.system import System


@dataclass(frozen=True, slots=True)
class ProposedChange:
    """What a form leads to: the edit, and the plans in force under one that is repealed.

    `report` is the one that the check of a pull request with the edit gives: what it touches or causes.
    """

    given: Given
    work: Workspace
    report: Report
    under: tuple[Plan, ...]

    @property
    def tittel(self) -> str:
        """The title of the plan, or other thing, that it is about; the file where it has none."""
        if self.given.plan and self.given.form.name != "innspill":
            return self.given.plan.tittel
        if self.given.tittel or not self.given.fil:
            return self.given.tittel
        kind, _, id_ = entity_of(self.given.fil).partition("/")
        there = self.work.system.loaded.entities[kind].get(id_)
        return there.tittel if there else self.given.fil


def _plans_below(register: Register, plan: Plan) -> tuple[Plan, ...]:
    """Give the plans in force that are anchored in a plan or parts of it."""
    return tuple(other for other in planer_under(register, plan) if register.is_i_kraft(other))


class Found(NamedTuple):
    """What was found in the plan system before a change: by a check of it, and as what a change is compared with."""

    alone: Sequence[Diagnostic]
    as_base: Sequence[Diagnostic]


def found_before(system: System, today: date) -> Found:
    """Judge a plan system as it is before a change, once for all changes of it that are proposed."""
    return Found(diagnostics(system, Request(today)), diagnostics(system, _compared(today)))


def propose(system: System, body: str, name: str = "", found: Found | None = None) -> ProposedChange:
    """Give what a filled-in form proposes; `name` is the form that it must be, where that is known.

    `found` is what was found before the change, where that is known.

    Writes nothing. Raises FormError with everything that is wrong.
    """
    register = system.register
    if register is None:
        raise FormError(
            N_("Plansystemet kan ikke leses, for {fil} har en feil. Si fra til den som har ansvaret for det."),
            fil=PLANSYSTEM,
        )
    given, problems = read(body, forms(register.plansystem), register, name)
    problems += doubts(given, register)
    if problems:
        raise FormError(*problems)
    work = Workspace(system)
    try:
        carry_out(given, work, register)
        refuse_faults(work, found.alone if found else diagnostics(system, Request(work.today)))
    except FaultError as error:
        head = Message.of_text(N_("Endringen kan ikke gjøres, for da ville noe blitt galt."))
        refused = FormError(head, *faults(error))
        refused.found, refused.file = tuple(error.faults), given.fil
        raise refused from None
    except (EditError, UsageError) as error:
        raise FormError(N_("Endringen kan ikke gjøres: {feil}."), feil=inside(error.melding)) from None
    if not work.changes():
        raise FormError(N_("Alt som står i skjemaet, er i registeret fra før."))
    under = _plans_below(register, given.plan) if given.plan and given.form.name == "plan-oppheves" else ()
    return ProposedChange(given, work, _report(work, found), under)


def _compared(today: date) -> Request:
    return Request(today, base="main", change=True)


def _report(work: Workspace, found: Found | None) -> Report:
    request = _compared(work.today)
    change = Comparison(work.system, work.after(), rev=request.base or "")
    return report_of(change.after, request, change, found.as_base if found else None)
