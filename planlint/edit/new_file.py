"""A new plan, goal or other thing from its title: the id, the folder, what can be filled in, and what is missing."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any, NamedTuple

from planlint.base import N_, Message, did_you_mean, is_reserved, nearest, slug
from planlint.edit.assign import Assignment, carry_out
from planlint.edit.document import Document
from planlint.edit.new import new_file_bytes
from planlint.edit.order import MODELS
from planlint.edit.rename import MAX_ID, reserved
from planlint.model import FOLDERS, SLUG
from planlint.register import lacking_fields
from planlint.source import PLANS
from planlint.system import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.edit.workspace import Workspace
    from planlint.model import Plan, Plantype
    from planlint.register import Register

_ALIKE = 0.85
_MOST_ALIKE = 3
_TERM = re.compile(r"(?<!\d)(\d{4})\s*[-–]\s*(\d{4})(?!\d)")
_BY = {"plan": ("type",), "maal": ("overordnet", "plan"), "tiltak": ("plan",), "indikator": ("plan", "ansvarlig"),
       "innspill": ("plan",)}  # fmt: skip
"""The fields that say in which subfolder a file lies: where others with the same value do."""


class Wish(NamedTuple):
    """What the user wants: a kind and a title, perhaps an id of their own, and fields."""

    kind: str
    title: str
    id_: str = ""
    assignments: Sequence[Assignment] = ()


def new_entity(work: Workspace, register: Register, wish: Wish) -> None:
    """Add a file for something new, and notes on what to look at. Raises UsageError and EditError."""
    kind, title, _, assignments = wish
    id_ = _id(work, register, wish)
    raw = new_file_bytes(kind, _given(register, kind, title, assignments), depth=0)
    document = Document.read(raw, kind)
    for assignment in assignments:
        carry_out(document, kind, assignment, register)
    data = document.data
    _types(register, kind, data)
    data = {**_filled(register, kind, title, data), **data}
    path = f"{folder(register, kind, data)}/{id_}.yaml"
    work.files[path] = new_file_bytes(kind, data, depth=path.count("/") if has_schema(work) else 0)
    work.notes += _twins(register, kind, title)
    if kind == "plan":
        work.notes += _missing(work, id_)


def has_schema(work: Workspace) -> bool:
    """Tell whether the schemas lie beside the plans, so that a file can name its own."""
    return (work.system.root / "schema").is_dir()


def _id(work: Workspace, register: Register, wish: Wish) -> str:
    kind, title, asked, _ = wish
    id_ = asked or slug(title)
    if not re.fullmatch(SLUG, id_) or len(id_) > MAX_ID:
        right = slug(asked)[:MAX_ID].strip("-") if slug(asked) else N_("navnet-paa-planen")
        raise UsageError(
            N_("«{id}» kan ikke være en id. Bruk små bokstaver, sifre og bindestrek, høyst {n}: `--id {riktig}`."),
            id=id_ or title,
            n=MAX_ID,
            riktig=right,
        )
    if is_reserved(id_):
        raise reserved(id_, kind)
    entities = register.entities[kind]
    if id_ in entities or (kind, id_) in work.system.loaded.opaque:
        known, unread = N_("{navn} finnes fra før ({fil})."), N_("{navn} finnes fra før.")
        own = Message.of_text(N_("Er det en annen, gi den en egen id med --id."))
        if id_ in entities:
            raise UsageError(known, own, navn=f"{kind}/{id_}", fil=entities[id_].file)
        raise UsageError(unread, own, navn=f"{kind}/{id_}")
    for other in entities.values():
        if id_ in getattr(other, "tidligere_id", ()):
            work.notes.append(Message.of_text(N_("Merk: {navn} het `{id}` før."), navn=other.entity, id=id_))
    return id_


def _given(register: Register, kind: str, title: str, assignments: Sequence[Assignment]) -> dict[str, Any]:
    """Give the first fields: those that the user's own cannot be judged without."""
    fields: dict[str, Any] = {"tittel": title}
    types = list(_declared(register, kind))
    if types and not any(assignment.key == "type" for assignment in assignments):
        if len(types) > 1:
            raise UsageError(N_("Si hvilken type det er, med --type. Typene er `{valg}`."), valg=", ".join(types))
        fields["type"] = types[0]
    return fields


def _declared(register: Register, kind: str) -> dict[str, Any]:
    system = register.plansystem
    return {**system.plantyper} if kind == "plan" else {**system.maaltyper} if kind == "maal" else {}


def _types(register: Register, kind: str, data: dict[str, Any]) -> None:
    types = _declared(register, kind)
    if types and data.get("type") not in types:
        suggestion = nearest(str(data.get("type")), types)
        ask = did_you_mean(suggestion) or Message.of_text(N_("Typene er `{typer}`."), typer=", ".join(types))
        raise UsageError(N_("Det finnes ingen type som heter `{type}`."), ask, type=data.get("type"))


def _filled(register: Register, kind: str, title: str, data: dict[str, Any]) -> dict[str, Any]:
    """Give what follows without asking: where the work begins, the only sector, the term in the title."""
    fields = {field.alias for field in MODELS[kind].model_fields.values()}
    filled: dict[str, Any] = {}
    if "status" in fields:
        plantype = register.plansystem.plantyper.get(str(data.get("type"))) if kind == "plan" else None
        filled["status"] = "utkast" if plantype and plantype.kunnskapsgrunnlag else "planlagt"
    sectors = list(register.plansystem.sektorer)
    if "ansvarlig" in fields and len(sectors) == 1:
        filled["ansvarlig"] = sectors[0]
    if "valgperiode" in fields and (term := _TERM.search(title)):
        filled["valgperiode"] = f"{term[1]}-{term[2]}"
    return filled


def folder(register: Register, kind: str, data: dict[str, Any]) -> str:
    """Give the folder where most of the others of its sort lie, else the kind's own."""
    for name in _BY.get(kind, ()):
        folders = Counter(
            entity.file.rpartition("/")[0]
            for entity in register.entities[kind].values()
            if data.get(name) is not None and getattr(entity, name) == data[name]
        )
        if folders:
            return min(folders, key=lambda folder: (-folders[folder], folder))
    return next(f"{PLANS}/{folder}" for folder, of in FOLDERS.items() if of == kind)


def _twins(register: Register, kind: str, title: str) -> list[Message]:
    """Give a warning for each of the few titles that are almost the same."""
    alike = []
    for entity in register.entities[kind].values():
        match = SequenceMatcher(None, title.casefold(), entity.tittel.casefold())
        if match.real_quick_ratio() > _ALIKE and match.quick_ratio() > _ALIKE and (ratio := match.ratio()) > _ALIKE:
            alike.append((-ratio, entity.entity, entity.tittel))
    text = N_("Merk: det ligner på {navn}, «{tittel}».")
    return [Message.of_text(text, navn=name, tittel=other) for _, name, other in sorted(alike)[:_MOST_ALIKE]]


def _missing(work: Workspace, id_: str) -> list[Message]:
    """Give what the plan type asks for later, for each status that asks for more than the one before."""
    register = work.after().register
    plan = register.planer.get(id_) if register else None
    plantype = register.plantype(plan) if register and plan else None
    if register is None or plan is None or plantype is None:
        return []
    told: list[str] = []
    rows = []
    for status in plantype.krav:
        if lacks := [name for name in lacking_fields(register, plan, plantype, status) if name not in told]:
            told += lacks
            text = N_("Før planen kan få `status: {status}`, må den ha `{felter}`.")
            rows.append(Message.of_text(text, status=status, felter=", ".join(lacks)))
    return rows + _anchor(plan, plantype, told)


def _anchor(plan: Plan, plantype: Plantype, told: list[str]) -> list[Message]:
    if plan.forankring or "forankring" in told or (plantype.forankring != "påkrevd" and not plantype.foreldreplan):
        return []
    above = N_("En plan av typen {type} skal vise til planen over seg: `planlint set {id} forankring+=ID`.")
    goal = N_(
        "En plan av typen {type} skal vise til målet eller planen den følger opp: `planlint set {id} forankring+=ID`."
    )
    return [Message.of_text(above if plantype.foreldreplan else goal, type=plantype.navn, id=plan.id)]
