"""Which plan or goal somebody means, by id or by title; never a path, and never a guess."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.base import N_, Message, nearest, pieces, without_quotes
from planlint.forms.body import FormError
from planlint.forms.field import LIST
from planlint.forms.quote import quote, safe
from planlint.forms.values import line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from planlint.forms.field import Field
    from planlint.model import Enhet, Plan
    from planlint.register import Register

_BULLET = re.compile(r"^\s*[-*•]\s+")
_WORDS = {"plan": "plan", "maal": "mål"}
_NONE = {
    ("plan",): N_("Feltet «{felt}»: Ingen plan i registeret har id eller tittel {tekst}."),
    ("maal", "plan"): N_("Feltet «{felt}»: Verken et mål eller en plan har id eller tittel {tekst}."),
}


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _matching(register: Register, kinds: Sequence[str], text: str) -> list[Enhet]:
    """Give what has this id (with or without its kind before it), else what has this title."""
    wanted = _folded(text)
    known = [entity for kind in kinds for entity in register.entities.get(kind, {}).values()]
    return [entity for entity in known if wanted in {entity.id, entity.entity}] or [
        entity for entity in known if _folded(entity.tittel) == wanted
    ]


def _suggestion(known: Mapping[str, Enhet], text: str) -> Message | None:
    """Give «Mente du …?» with the title and id of what is nearest, or None."""
    names = {entity.tittel: id_ for id_, entity in known.items()} | {id_: id_ for id_ in known}
    found = names.get(nearest(text, names), "")
    meant = f"{quote(known[found].tittel)} ({safe(found)})" if found else ""
    return Message.of_text(N_("Mente du {navn}?"), navn=meant) if found else None


def _one(register: Register, kinds: Sequence[str], field: Field, text: str) -> Enhet:
    found = _matching(register, kinds, text)
    if len(found) == 1:
        return found[0]
    told = {"felt": field.label, "tekst": quote(text)}
    if found:
        both = len({one.kind for one in found}) > 1
        ids = ", ".join(sorted(one.entity if both else one.id for one in found))
        text_ = N_("Feltet «{felt}»: {tekst} er navnet på flere. Skriv id-en til den du mener: `{ider}`.")
        raise FormError(text_, ider=safe(ids), **told)
    if any((kind, text.strip()) in register.opaque for kind in kinds):
        text_ = N_("Feltet «{felt}»: filen til {tekst} kan ikke leses. `planlint check` viser hva som er galt med den.")
        raise FormError(text_, **told)
    known = {id_: entity for kind in kinds for id_, entity in register.entities.get(kind, {}).items()}
    raise FormError(_NONE[tuple(kinds)], _suggestion(known, text), **told)


def _listed(register: Register, kinds: Sequence[str], row: str) -> list[str]:
    """Give what a line names: one thing, whose title may have commas, or several with commas between them."""
    listed = [without_quotes(piece) for piece in pieces(row)]
    alone = _matching(register, kinds, row) or not any(_matching(register, kinds, one) for one in listed)
    return [row] if alone else listed


def plan(register: Register, field: Field, text: str) -> Plan | None:
    """Give the plan that a line names; None for a blank one. Raises FormError when there is none, or more than one."""
    text = line(field, text)
    return _one(register, ("plan",), field, text) if text else None  # type: ignore[return-value] # only plans were sought


def several(register: Register, field: Field, text: str, *kinds: str) -> list[Enhet]:
    """Give what a text names, one a line or with commas between, each once.

    Raises FormError with a sentence for each that fails.
    """
    lines = [wanted for row in text.split("\n") if (wanted := _BULLET.sub("", row).strip())]
    if len(lines) > LIST:
        raise FormError(
            N_("Feltet «{felt}» har {antall} linjer. Flere enn {grense} må skrives i filen."),
            felt=field.label,
            antall=len(lines),
            grense=LIST,
        )
    found: dict[str, Enhet] = {}
    problems: list[Message] = []
    for wanted in [one for row in lines for one in _listed(register, kinds, row)]:
        try:
            entity = _one(register, kinds, field, line(field, wanted))
        except FormError as error:
            problems += error.problems
        else:
            found[entity.entity] = entity
    if problems:
        raise FormError(*problems)
    return list(found.values())
