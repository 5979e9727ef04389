"""What the fields of a form can name, by the list it stands in: each called otherwise than all the others."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from planlint.law import bestemmelser
from planlint.model import AVSLUTTEDE, Maal, Plan
from planlint.text import alphabetical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.tables import Nettsted


class NamedChoice(NamedTuple):
    """What can be named: its id as a form sends it, what it is called, and 1 where it is to be chosen from a list.

    What no longer applies, and a draft, can be named where it is already.
    """

    id: str
    navn: str
    gjelder: int
    mer: str = ""
    """What tells it from another of the same name, as people say it."""


def named(site: Nettsted, lists: set[str]) -> dict[str, list[NamedChoice]]:
    """Give what the fields of a form can name, by the name of the list: each called otherwise than all the others."""
    return {name: _told_apart(one for kind in name.split("-") for one in _named(site, kind, name)) for name in lists}


def _told_apart(found: Iterator[NamedChoice]) -> list[NamedChoice]:
    rows = sorted(found, key=lambda one: (alphabetical(one.navn), one.id))
    times = Counter(one.navn for one in rows)
    rows = [one._replace(navn=f"{one.navn} ({one.mer})") if times[one.navn] > 1 and one.mer else one for one in rows]
    times = Counter(one.navn for one in rows)
    return [one._replace(navn=f"{one.navn} ({one.id})") if times[one.navn] > 1 else one for one in rows]


def _named(site: Nettsted, kind: str, name: str) -> Iterator[NamedChoice]:
    """Yield all of a kind; of the law, what planlint and the municipality know."""
    register, both = site.register, name == "maal-plan"  # a goal and a plan may have one id
    if kind == "bestemmelse":
        known: dict[str, Any] = {**bestemmelser(), **register.plansystem.bestemmelser}
        yield from (NamedChoice(id_, str(one.navn), 1) for id_, one in known.items())
    for entity in register.entities.get(kind, {}).values():
        match entity:
            case Maal():
                plan = register.find_plan(entity.plan)
                told = " ".join(filter(None, (entity.nummer, entity.tittel)))
                told = f"{told} – {plan.tittel}" if plan else told
                yield NamedChoice(entity.id, told, int(register.is_maal_i_kraft(entity) and not entity.utkast))
            case Plan():
                ended = register.status(entity) in AVSLUTTEDE or bool(register.replaced_by(entity))
                words = (_type_name(site, entity), _years(site, entity))
                id_, more = f"plan/{entity.id}" if both else entity.id, ", ".join(filter(None, words))
                yield NamedChoice(id_, entity.tittel, int(not ended), more)
            case _:
                yield NamedChoice(entity.id, entity.tittel, 1)


def _type_name(site: Nettsted, plan: Plan) -> str:
    """Give the name of a plan's type; "" where the municipality has declared none such."""
    declared = site.register.plansystem.plantyper.get(plan.type)
    return declared.navn if declared else ""


def _years(site: Nettsted, plan: Plan) -> str:
    """Give the years of a plan's period; "" where the register does not say them."""
    ends = (plan.periode.fra, plan.periode.til) if plan.periode else ()
    return "–".join(site.lang.tidspunkt(one) for one in ends if one)
