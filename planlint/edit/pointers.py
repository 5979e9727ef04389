"""Who points at the goals of a plan: anchors, goals below, measures, indicators and challenges."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from planlint.model import TILTAK_FERDIG, Indikator, Maal, Plan, Tiltak, Utfordring

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model import Enhet
    from planlint.register import Register


class Pointer(NamedTuple):
    """A reference to a goal of the old plan (or to that plan): who has it, in which field, and as which of several."""

    enhet: Enhet
    felt: Literal["forankring", "mål", "overordnet"]
    nummer: int
    gammelt: str
    slag: Literal["mål", "plan"] = "mål"


def find_pointers(register: Register, fra: Plan) -> Iterator[Pointer]:
    """Yield every reference to the goals of a plan but its own, and every anchor in the plan itself."""
    old = {maal.id for maal in register.maal_of(fra)}
    for plan in register.planer.values():
        for number, anchor in enumerate(plan.forankring):
            if anchor.maal in old and anchor.maal:
                yield Pointer(plan, "forankring", number, anchor.maal)
            elif anchor.plan == fra.id:
                yield Pointer(plan, "forankring", number, fra.id, "plan")
    for maal in register.maal.values():
        if maal.overordnet in old and maal.overordnet and maal.id not in old:
            yield Pointer(maal, "overordnet", 0, maal.overordnet)
    for entities in (register.tiltak, register.indikatorer, register.utfordringer):
        for entity in entities.values():
            if isinstance(entity, Tiltak | Indikator | Utfordring):
                yield from (Pointer(entity, "mål", at, id_) for at, id_ in enumerate(entity.maal) if id_ in old)


def is_relevant(register: Register, entity: Enhet) -> bool:
    """Tell whether an entity is in force or under work; what is over, keeps the goals that it had."""
    if isinstance(entity, Plan):
        return register.is_active(entity)
    if isinstance(entity, Maal):
        plan = register.find_plan(entity.plan)
        return plan is not None and register.is_active(plan)
    return not (isinstance(entity, Tiltak) and entity.status in TILTAK_FERDIG)


def current_targets(peker: Pointer) -> set[str]:
    """Give what an entity points at today."""
    entity = peker.enhet
    if isinstance(entity, Plan):
        return {id_ for anchor in entity.forankring if (id_ := anchor.plan if peker.slag == "plan" else anchor.maal)}
    return set(entity.maal) if isinstance(entity, Tiltak | Indikator | Utfordring) else set()


def has_own_words(peker: Pointer) -> bool:
    """Tell whether an anchor has words of its own, a quote or a remark."""
    if not isinstance(peker.enhet, Plan):
        return False
    anchor = peker.enhet.forankring[peker.nummer]
    return bool(anchor.sitat or anchor.merknad)
