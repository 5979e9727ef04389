"""The plans that are there already, also those whose files have faults, and the folders where plans lie."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from planlint.model import FOLDERS
from planlint.register import is_oppdiktet
from planlint.source import PLANS, SourceFile, UnreadableError, decode, parse

if TYPE_CHECKING:
    from planlint.model import Plan
    from planlint.register import Register
    from planlint.system import System

_PLANS = f"{PLANS}/planer/"


class KnownPlan(NamedTuple):
    """A plan that has a file: `tittel` is "" where the file cannot be read, or where it is `oppdiktet`: an example."""

    id: str
    tittel: str
    fil: str
    oppdiktet: bool = False


def known_plans(system: System, register: Register) -> dict[str, KnownPlan]:
    """Give the plans by id; one that is made up (the example of `init`) has its id only, and is like no row."""
    found = {plan.id: _known_plan(register, plan) for plan in register.planer.values()}
    for path, raw in system.contents.items():
        id_ = SourceFile(path, "plan").stem
        if path.startswith(_PLANS) and id_ not in found:
            found[id_] = KnownPlan(id_, _title(raw), path)
    return dict(sorted(found.items()))


def _known_plan(register: Register, plan: Plan) -> KnownPlan:
    oppdiktet = is_oppdiktet(register, plan)
    return KnownPlan(plan.id, "" if oppdiktet else plan.tittel, plan.file, oppdiktet)


def _title(raw: bytes | OSError) -> str:
    try:
        data = parse(decode(raw))[0] if isinstance(raw, bytes) else {}
    except UnreadableError:
        return ""
    title = data.get("tittel")
    return title if isinstance(title, str) else ""


def plan_folder(register: Register, kind: str, type_: str = "") -> str:
    """Give the folder for a new file: where most plans of its type lie, else the kind's own."""
    own = next(f"{PLANS}/{folder}" for folder, name in FOLDERS.items() if name == kind)
    if kind != "plan":
        return own
    found = Counter(plan.file.rpartition("/")[0] for plan in register.planer.values() if plan.type == type_)
    return min(found, key=lambda name: (-found[name], name)) if found else own
