"""What stands under the pointer: title, kind, status, period and how many plans are anchored in it; a field's help."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lsprotocol.types import Hover, MarkupContent, MarkupKind

from planlint.base import N_
from planlint.living import kind_of_file, title_of
from planlint.lsp.lens import anchored
from planlint.model import KIND_NAMES, KINDS, Maal, Plan, Plansystem, fields_at

if TYPE_CHECKING:
    from lsprotocol.types import Position
    from pydantic import BaseModel

    from planlint.living import Pointed
    from planlint.lsp.session import Session
    from planlint.model import Enhet

_SIGNS = re.compile(r"[\\`*_{}\[\]<>#|!&]")


def hover(session: Session, uri: str, position: Position) -> Hover | None:
    """Tell what stands at a place; None where there is nothing to tell."""
    pointed = session.pointed(uri, position)
    if pointed is None:
        return None
    rows = _named(session, pointed) if pointed.reference else _field(session.path(uri), pointed)
    there = session.lines(session.path(uri)).range(pointed.spot.span)
    return Hover(MarkupContent(MarkupKind.Markdown, "\n\n".join(rows)), there) if rows else None


def _named(session: Session, pointed: Pointed) -> list[str]:
    reference, lang = pointed.reference, session.lang
    if reference is None or not (title := title_of(session.system, reference.kind, reference.id)):
        return []
    kind = lang.gettext(str(KIND_NAMES[reference.kind]))
    plain = _SIGNS.sub(r"\\\g<0>", title)
    head = f"**{plain}** – {kind} `{reference.id}`"
    return [head, *(_facts(session, pointed.entity) if pointed.entity else [])]


def _facts(session: Session, entity: Enhet) -> list[str]:
    """Give what is written of status and period, and how many plans are anchored in a plan or a goal."""
    lang, rows = session.lang, list[str]()
    if status := getattr(entity, "status", None):
        rows.append(lang.render(N_("Status: {status}"), {"status": lang.value(status)}))
    if period := getattr(entity, "periode", None):
        ends = [lang.tidspunkt(point) if point else "…" for point in (period.fra, period.til)]
        rows.append(lang.render(N_("Periode: {fra} til {til}"), {"fra": ends[0], "til": ends[1]}))
    if isinstance(entity, Maal | Plan):
        rows.append(anchored(session, entity))
    return rows


def _field(path: str, pointed: Pointed) -> list[str]:
    """Give the help of the field whose key it is."""
    spot = pointed.spot
    models: dict[str, type[BaseModel]] = {**KINDS, "plansystem": Plansystem}
    model = models.get(kind_of_file(path))
    help_ = fields_at(model, spot.path[:-1]).get(str(spot.path[-1]), "") if model and spot.path else ""
    return [help_] if help_ and spot.part == "key" else []
