"""The fields of a form for a plan, a goal or another thing: from its model, in the groups a planner thinks in."""

from __future__ import annotations

import typing
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import BaseModel

from planlint.base import N_
from planlint.edit import MODELS
from planlint.model import FOLDERS, TidspunktValue, forms, reference_kinds
from planlint.text import STATUS, alphabetical

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planlint.tables import Nettsted

KINDS = tuple(kind for kind in FOLDERS.values() if kind != "innspill")
_GROUPS = (
    (N_("Hva det er"), ("tittel", "kortnavn", "nummer", "type", "sammendrag", "tema", "målgruppe", "merknad", "enhet")),
    (N_("Status"), ("status", "utkast", "lovpålagt")),
    (N_("Tid"), ("periode", "arbeid", "revisjon", "valgperiode", "start", "slutt", "frist", "gjennomgått")),
    (N_("Forankring"), ("forankring", "plan", "overordnet", "mål", "utfordringer", "del_av", "erstatter")),
    (N_("Ansvar"), ("ansvarlig", "medansvarlige", "partnere")),
)


class FormField(NamedTuple):
    """A field: its path with dots, what it is called, its help, how it is filled in, and what can be chosen."""

    sti: str
    navn: str
    hjelp: str
    slag: str
    valg: tuple[tuple[str, str], ...] = ()
    liste: str = ""

    @property
    def id(self) -> str:
        """What it is called in the page."""
        return "felt-" + self.sti.replace(".", "-")


def groups(site: Nettsted, kind: str) -> list[tuple[str, list[FormField]]]:
    """Give the groups of a form that have fields, each with its heading."""
    model = MODELS[kind]
    infos = {info.alias or name: info for name, info in model.model_fields.items()}
    made = []
    for head, names in _GROUPS:
        fields = [field for name in names if name in infos for field in _fields(site, kind, name, infos[name])]
        made += [(site.lang.gettext(head), fields)] if fields else []
    return made


def _fields(site: Nettsted, kind: str, name: str, info: Any) -> Iterator[FormField]:
    """Yield the fields of one name: one, or those of its group, such as the first and last day of a period."""
    inner = next((one for one in forms(info.annotation) if isinstance(one, type) and issubclass(one, BaseModel)), None)
    if inner is None:
        yield _field(site, kind, name, info, "")
        return
    for key, part in inner.model_fields.items():
        if any(one in {TidspunktValue, date} for one in forms(part.annotation)):
            yield _field(site, kind, f"{name}.{part.alias or key}", part, info.title)


def _field(site: Nettsted, kind: str, path: str, info: Any, above: str) -> FormField:
    title = f"{above}: {info.title.lower()}" if above else info.title
    found = list(forms(info.annotation))
    steps = tuple(path.split("."))
    if any(typing.get_origin(one) is tuple for one in found):
        targets = reference_kinds(kind, (*steps, 0))
        named = "maal-plan" if path == "forankring" else targets[0] if targets else ""
        return FormField(path, title, info.description, "liste", liste=named)
    if targets := reference_kinds(kind, steps):
        choices = _declared(site, targets[0])
        shape = "valg" if choices else "id"
        return FormField(path, title, info.description, shape, choices, "" if choices else targets[0])
    literals = [one for one in found if typing.get_origin(one) is typing.Literal]
    if words := [str(word) for one in literals for word in typing.get_args(one)]:
        status: dict[str, Any] = {str(id_): name for id_, name in STATUS.items()} if path == "status" else {}
        choices = tuple((word, site.lang.gettext(status.get(word, word))) for word in words)
        return FormField(path, title, info.description, "valg", choices)
    if bool in found:
        answers = (("true", site.lang.gettext("Ja")), ("false", site.lang.gettext("Nei")))
        return FormField(path, title, info.description, "ja", answers)
    if any(one in {TidspunktValue, date} for one in found):
        return FormField(path, title, info.description, "tid")
    return FormField(path, title, info.description, "lang" if path in {"sammendrag", "merknad"} else "tekst")


def _declared(site: Nettsted, kind: str) -> tuple[tuple[str, str], ...]:
    """Give what plansystem.yaml declares of a kind, by name; nothing for what has files of its own."""
    system = site.register.plansystem
    tables: dict[str, Mapping[str, Any]] = {
        "plantype": system.plantyper,
        "måltype": system.maaltyper,
        "sektor": system.sektorer,
    }
    made = ((id_, one.navn) for id_, one in tables.get(kind, {}).items())
    return tuple(sorted(made, key=lambda choice: alphabetical(choice[1])))


def named(site: Nettsted, lists: set[str]) -> dict[str, list[tuple[str, str, str]]]:
    """Give the ids, titles and kinds that fields of a form can name, by the name of the list."""
    entities = site.register.entities
    return {
        name: sorted(
            ((one.id, one.tittel, kind) for kind in name.split("-") for one in entities.get(kind, {}).values()),
            key=lambda choice: alphabetical(choice[1]),
        )
        for name in sorted(lists)
    }
