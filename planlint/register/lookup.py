"""One entity with its links both ways, and filtered tables: plain data for `show` and `list`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from planlint.base import N_, nearest
from planlint.model import KINDS, Enhet, Innspill, Maal, Plan, find_references
from planlint.register.dekning import fulgt_opp, plan_order
from planlint.register.in_force import Gjelder, gjelder
from planlint.register.kunnskap import viten
from planlint.register.livsloep.overskridelse import overskridelser
from planlint.register.medvirkning import input_place
from planlint.register.oppfoelging import roed_traad
from planlint.register.organisasjon import sektor_over, units_over
from planlint.register.short_status import kortstatus
from planlint.text import STATUS, UTFALL_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.model import Reference
    from planlint.register.register import Register
    from planlint.text import Language


_GOAL = {
    Gjelder.PERIODEN_OVER: N_("Perioden til planen er over"),
    Gjelder.UNDER_ARBEID: N_("Planen er under arbeid"),
    Gjelder.PLANLAGT: N_("Planen er planlagt"),
    Gjelder.AVSLUTTET: N_("Ikke i kraft"),
    Gjelder.UKJENT: N_("Ikke dokumentert"),
}
"""Whether a goal applies, by what its plan is; the rest are in force, and so is one whose plan cannot be read."""


class Link(NamedTuple):
    """A link between two entities: the field that makes it, and the other end."""

    felt: str
    kind: str
    id: str
    tittel: str


def find(register: Register, name: str) -> list[Enhet]:
    """Give the entities that a name means: an id, or kind/id."""
    kind, _, id_ = name.rpartition("/")
    return [
        entities[id_]
        for other, entities in sorted(register.entities.items())
        if id_ in entities and (not kind or kind == other)
    ]


def similar(register: Register, name: str) -> str:
    """Give the id most like a name that nothing has, or ""."""
    ids = {id_ for entities in register.entities.values() for id_ in entities}
    return nearest(name.rpartition("/")[2], ids)


def _link(register: Register, ref: Reference) -> Link | None:
    other = register.find(ref.kind, ref.id)
    return Link(ref.field, ref.kind, ref.id, other.tittel) if other else None


def links_out(register: Register, entity: Enhet) -> list[Link]:
    """Give what an entity refers to, in the order of its file."""
    found = (_link(register, ref) for ref in find_references(entity))
    return [link for link in found if link]


def links_in(register: Register, entity: Enhet) -> list[Link]:
    """Give what refers to an entity, by kind and id."""
    found = []
    for kind, entities in sorted(register.entities.items()):
        for id_, other in sorted(entities.items()):
            found += [
                Link(ref.field, kind, id_, other.tittel)
                for ref in find_references(other)
                if (ref.kind, ref.id) == (entity.kind, entity.id)
            ]
    return found


def status(register: Register, entity: Enhet, lang: Language) -> str:
    """Give an entity's status today in a reader's words; "" for what has none."""
    if isinstance(entity, Plan):
        return kortstatus(register, lang, entity)
    if isinstance(entity, Innspill):
        return lang.gettext(UTFALL_NAMES[entity.svar.utfall] if entity.svar else N_("Svaret er ikke registrert"))
    if isinstance(entity, Maal) and entity.utkast:
        return lang.gettext("Utkast")
    if isinstance(entity, Maal):
        plan = register.find_plan(entity.plan)
        where = gjelder(register, plan) if plan else Gjelder.UTEN_SLUTT
        return lang.gettext(_GOAL.get(where, N_("I kraft")))
    if "status" not in type(entity).model_fields:
        return ""
    return lang.gettext(STATUS.get(getattr(entity, "status", None), ""))


def view(register: Register, entity: Enhet, lang: Language) -> dict[str, Any]:
    """Give one entity: its fields as in its file, its status today, and its links both ways."""
    stated = entity.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return {
        "kind": entity.kind,
        "id": entity.id,
        "path": entity.file,
        "date": register.today.isoformat(),
        "status": status(register, entity, lang),
        "fields": {key: value for key, value in stated.items() if value != ""},
        "to": [link._asdict() for link in links_out(register, entity)],
        "from": [link._asdict() for link in links_in(register, entity)],
    }


def _values(fields: Any, path: list[str]) -> Iterator[str]:
    """Give every value at a dotted key; lists are looked through."""
    if isinstance(fields, list):
        for item in fields:
            yield from _values(item, path)
    elif not path:
        yield str(fields).lower() if isinstance(fields, bool) else str(fields)
    elif isinstance(fields, dict) and path[0] in fields:
        yield from _values(fields[path[0]], path[1:])


def _key_today(register: Register, entity: Enhet) -> str:
    """Give the status today as it is written in a file; "" for a plan whose period is over, and for what has none."""
    if not isinstance(entity, Plan):
        return str(getattr(entity, "status", None) or "")
    over = register.is_vedtatt(entity) and not register.is_i_kraft(entity)
    return "" if over else register.status(entity) or ""


_SAID = {"true": "ja", "false": "nei"}
"""What a file has as a YAML truth is asked for as people say it too, as the register's answers are."""
ANSWERS = {
    "plan": ("gjelder", "i_kraft", "over_fristen", "kunnskap", "rød_tråd", "sektor", "programområde"),
    "maal": ("fulgt_opp", "sektor", "programområde"),
    "indikator": ("sektor", "programområde"),
    "tiltak": ("sektor", "programområde"),
}
"""What a table can be filtered by that no file says: the register's answers on the day, each with its own key."""


def _data(entity: Enhet) -> dict[str, Any]:
    return {**entity.model_dump(mode="json", by_alias=True, exclude_none=True), "id": entity.id}


def where_keys(kind: str) -> list[str]:
    """Give the first keys that a table of a kind can be filtered by."""
    names = (field.alias or name for name, field in KINDS[kind].model_fields.items())
    return ["id", *names, *(["status"] if kind == "maal" else []), *ANSWERS.get(kind, ())]


def _answers(register: Register, entity: Enhet, key: str) -> set[str]:
    """Give what the register answers about an entity: codes, and ja or nei for a question that has only those."""
    if key == "sektor":
        own = getattr(entity, "ansvarlig", None) or ""
        return {own, sektor_over(register.plansystem, own)} - {""}
    if key == "programområde":
        own = getattr(entity, "ansvarlig", None) or ""
        return set(units_over(register.plansystem, own)[:-1])
    if isinstance(entity, Maal):
        followed = fulgt_opp(register).get(entity.id)
        return {followed} if followed else set()
    if not isinstance(entity, Plan):
        return set()
    late = {item.slag.value for item in overskridelser(register, entity)}
    return {
        "gjelder": {gjelder(register, entity).value},
        "i_kraft": {"ja" if register.is_i_kraft(entity) else "nei"},
        "over_fristen": {"ja", *late} if late else {"nei"},
        "kunnskap": {viten(register, entity).slag.value},
        "rød_tråd": {roed_traad(register, entity).value},
    }[key]


def _found(register: Register, entity: Enhet, key: str, fields: dict[str, Any], lang: Language) -> set[str]:
    """Give the values that an entity has at a key, in small letters."""
    if key == "status.nå":
        word = lang.gettext(STATUS[register.status(entity)]) if isinstance(entity, Plan) else ""
        now, today = status(register, entity, lang), _key_today(register, entity)
        return {now.casefold(), today, word.casefold() if today else ""}
    if key in ANSWERS.get(entity.kind, ()):
        return _answers(register, entity, key)
    found = {text.casefold() for text in _values(fields, key.split("."))}
    return found | {_SAID[text] for text in found if text in _SAID}


def values_at(register: Register, entity: Enhet, key: str) -> set[str]:
    """Give what an entity has at a key: the register's answer, or what its file says, as it is written there."""
    if key in ANSWERS.get(entity.kind, ()):
        return _answers(register, entity, key)
    return set(_values(_data(entity), key.split(".")))


def rows(register: Register, kind: str, where: Iterable[tuple[str, str]], lang: Language) -> list[dict[str, str]]:
    """Give the entities of a kind whose fields have these values: `status` is the file's, `status.nå` today's.

    The keys of `ANSWERS` are the register's answers on the day.
    """
    conditions = [(key, value.casefold()) for key, value in where]
    found, more = [], _MORE.get(kind, ())
    for id_, entity in in_plan_order(register, kind):
        now = status(register, entity, lang)
        fields = _data(entity)
        if all(value in _found(register, entity, key, fields, lang) for key, value in conditions):
            row = {"id": id_, "tittel": entity.tittel, "type": str(fields.get("type", "")), "status": now}
            found.append(row | {name: str(fields.get(name, "")) for name in more})
    return found


_MORE = {"maal": ("nummer", "variant"), "tiltak": ("nummer",), "innspill": ("nummer", "stemmer")}
"""What a row also tells, by kind: the number in the plan, which draft it is, how many stood behind an input."""


def in_plan_order(register: Register, kind: str) -> list[tuple[str, Enhet]]:
    """Give all of a kind by id; goals plan by plan as these number them, and input as the municipality numbers it."""
    found = sorted(register.entities.get(kind, {}).items())
    if kind == "maal":
        goals = register.every_maal
        return sorted(found, key=lambda item: (goals[item[0]].plan, plan_order(register, goals[item[0]]), item[0]))
    known = register.innspill
    return sorted(found, key=lambda item: input_place(known[item[0]])) if kind == "innspill" else found
