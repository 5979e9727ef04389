"""Why PL210 would say nothing when the goal of a confirmed anchor changes: the rule is tried on a changed goal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.base import N_, Message
from planlint.check import Request, diagnostics, read_settings
from planlint.edit.workspace import Workspace
from planlint.register import Gjelder, gjelder
from planlint.rules import RULES
from planlint.system import link_system, usable
from planlint.text import STATUS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.base import Diagnostic
    from planlint.edit.confirm_anchor import PlanFile
    from planlint.model import Maal, Plan
    from planlint.register import Register
    from planlint.system import System

_CODE = "PL210"
_OTHERS = tuple(code for code in RULES if code != _CODE)


def silent_anchors(system: System, files: Iterable[PlanFile], maal: Maal) -> dict[str, Message]:
    """Give, by the ids of the plans of whose anchors PL210 would say nothing if the goal got other words, why.

    The rule itself is asked, on the plan system as it is when the files are written and the goal is changed: with the
    municipality's settings, known findings and exceptions. Raises UsageError where there is no register to ask.
    """
    files = list(files)
    after = _with_another_goal(system, files, maal)
    found = [item for item in diagnostics(after, Request(usable(after).today, ignore=_OTHERS)) if item.code == _CODE]
    heard = {item.entity for item in found if item.status == "new"}
    return {file.plan.id: _why(after, file.plan, found) for file in files if file.plan.entity not in heard}


def _with_another_goal(system: System, files: Iterable[PlanFile], maal: Maal) -> System:
    """Give the plan system with the anchors confirmed, and the goal then given other words."""
    work = Workspace(system, files={file.plan.file: file.ny for file in files if file.ny is not None})
    after = work.after()
    entities = {kind: dict(those) for kind, those in after.loaded.entities.items()}
    entities["maal"][maal.id] = maal.model_copy(update={"tittel": f"{maal.tittel} (endret)"})
    return link_system(after.root, after.contents, replace(after.loaded, entities=entities), work.today)


def _why(system: System, plan: Plan, found: Iterable[Diagnostic]) -> Message:
    text = N_("Blir målet endret siden, sier PL210 likevel ikke fra om «{plan}».")
    return Message.of_text(text, *_reasons(system, plan, found), plan=plan.tittel)


def _reasons(system: System, plan: Plan, found: Iterable[Diagnostic]) -> Iterator[Message]:
    """Yield each reason that holds, as a sentence."""
    if not read_settings(system.loaded.plansystem)[0].runs(_CODE):
        yield Message.of_text(N_("Regelen er slått av i plansystem.yaml."))
    register, rule = usable(system), RULES[_CODE]
    if faults := sorted(system.broken.get(plan.entity, frozenset()) & rule.reads):
        yield Message.of_text(N_("Filen har feil i `{felt}`. Kjør `planlint check` og rett det først."), felt=faults[0])
    elif not register.is_active(register.planer[plan.id]):
        yield _standing(register, register.planer[plan.id])
        yield Message.of_text(N_("Regelen ser bare på planer i kraft eller under arbeid."))
    if any(item.entity == plan.entity and item.status == "suppressed" for item in found):
        yield Message.of_text(N_("Et unntak i filen dekker det."))


def _standing(register: Register, plan: Plan) -> Message:
    """Say what a plan that is neither in force nor under work is, by what the register shows."""
    where, end = gjelder(register, plan), register.period_end(plan)
    if where is Gjelder.UKJENT:
        return Message.of_text(N_("Statusen til planen er ikke dokumentert."))
    if where is Gjelder.PERIODEN_OVER:
        return Message.of_text(N_("Perioden til planen gikk ut {dato:ved}."), dato=end)
    status = "erstattet" if register.replaced_by(plan) else register.status(plan)
    return Message.of_text(N_("Statusen til planen er «{status}»."), status=Message.of_text(STATUS[status]))
