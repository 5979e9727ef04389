"""The fields of a form for a plan, a goal or another thing: from its model, in the groups a planner thinks in."""

from __future__ import annotations

import re
import typing
from datetime import date
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from planlint.base import N_
from planlint.edit import MODELS
from planlint.model import (
    FOLDERS,
    STATUS_AFTER,
    TidspunktValue,
    forms,
    parts,
    reference_kinds,
)
from planlint.site.form_field import Choice, FormField
from planlint.site.form_rows import row_groups
from planlint.text import ARENA_NAMES, BESLUTNING_NAMES, EVENT_NAMES, STATUS, UTFALL_NAMES, alphabetical

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planlint.model import Enhet
    from planlint.tables import Nettsted

KINDS = tuple(FOLDERS.values())
_GROUPS = (
    (N_("Hva det er"), ("tittel", "kortnavn", "nummer", "type", "sammendrag", "tema", "målgruppe", "merknad", "enhet")),
    (N_("Innspillet"), ("avsender", "arena", "dato", "tekst", "stemmer", "vekt")),
    (N_("Kommunens svar"), ("svar",)),
    (N_("Sidene i en målkonflikt"), ("sider", "mål_på_side", "avveiing", "kjede")),
    (N_("Status"), ("status", "utkast", "variant")),
    (N_("Tid"), ("periode", "arbeid", "revisjon", "valgperiode", "start", "slutt", "frist", "gjennomgått")),
    (
        N_("Forankring"),
        ("forankring", "plan", "overordnet", "mål", "utfordringer", "del_av", "erstatter", "viderefører"),
    ),
    (N_("Ansvar"), ("ansvarlig", "medansvarlige", "partnere")),
    (N_("Lov og kart"), ("lovpålagt", "hjemmel", "arealplan_id")),
)
_ITEMS = (
    ("hendelser", N_("Noe som har skjedd"), ("hva", "dato", "organ", "sak", "til", "merknad")),
    ("kilder", N_("Hvor har du det fra?"), ("kilde", "sted", "oppgir")),
    ("lenker", N_("Sak eller dokument på nettet"), ("tittel", "url")),
)
_IN_FILE = re.compile(
    r"(?:(?:: |^)[Ee][nt] \w+)? i plansystem\.yaml| \(Markdown\)|, i anførselstegn| gjennom filen(?= og)"
)
_CODE = re.compile(r"`([^`]*)`")
_NAMES = {
    "hendelser.til": N_("Ny sluttdato"),
    "hendelser.merknad": N_("Merknad til det som skjedde"),
    "hendelser.sak": N_("Saksnummer"),
    "lenker.tittel": N_("Hva lenken viser"),
    "lenker.url": N_("Adressen"),
    "kilder.oppgir": N_("Det kilden sier"),
}
"""What a part of an item is called, where its own name says too little beside the other fields."""
_LONG = frozenset(("sammendrag", "merknad", "oppgir", "tekst", "begrunnelse", "endring", "avveiing"))
_PLAIN: tuple[tuple[str, frozenset[Any]], ...] = (
    ("tid", frozenset((TidspunktValue, date))),
    ("tall", frozenset((int,))),
)
_WHOLE = frozenset(("svar",))
"""The groups of which every field is in the form, not only the times."""


def _groups(site: Nettsted, kind: str) -> list[tuple[str, list[FormField]]]:
    """Give the groups of a form that have fields, each with its heading."""
    model = MODELS[kind]
    infos = {info.alias or name: info for name, info in model.model_fields.items()}
    made = []
    for head, names in _GROUPS:
        fields = [field for name in names if name in infos for field in _fields(site, kind, name, infos[name])]
        made += [(site.lang.gettext(head), fields)] if fields else []
    return made


def sections(site: Nettsted, kind: str) -> list[tuple[str, list[FormField]]]:
    """Give all the groups of a form in their order: an event comes right after the status that it gives."""
    made = _groups(site, kind)
    for head, fields in _added(site, kind):
        after = [at for at, (_, above) in enumerate(made, 1) if any(field.sti == "status" for field in above)]
        made.insert(after[0] if after and fields[0].legg == "hendelser" else len(made), (head, fields))
    return made


def _added(site: Nettsted, kind: str) -> list[tuple[str, list[FormField]]]:
    """Give the groups that make one more item of a list, such as an event or a source, each with its heading."""
    infos = {info.alias or name: info for name, info in MODELS[kind].model_fields.items()}
    made = []
    for name, head, keys in _ITEMS:
        fields = list(_item(site, kind, name, infos[name], keys)) if name in infos else []
        if all(field.valg for field in fields if field.krav and field.slag == "valg") and fields:
            made.append((site.lang.gettext(head), fields))
    at = bool(made and made[0][1][0].legg == "hendelser")
    return [*made[:at], *row_groups(site, kind, _field, _key), *made[at:]]


def _key(site: Nettsted, kind: str) -> FormField:
    """Give a field that a row is found by: a plan from its list, a planstrategi among them all, or else a year."""
    made = FormField("", "", "", "tall")
    if kind != "planstrategi":
        return made._replace(slag="id", liste=kind) if kind else made
    found = sorted(site.register.planstrategier.values(), key=lambda one: one.valgperiode, reverse=True)
    return made._replace(slag="valg", valg=tuple(Choice(one.id, one.tittel) for one in found))


def _item(site: Nettsted, kind: str, name: str, info: Any, keys: tuple[str, ...]) -> Iterator[FormField]:
    """Yield the fields of an item; one that names what the municipality has declared none of, only if it must."""
    model = next(one for one in parts(info.annotation) if isinstance(one, type) and issubclass(one, BaseModel))
    inner = {part.alias or key: part for key, part in model.model_fields.items()}
    for key in keys:
        field = _field(site, kind, f"{name}.{key}", inner[key], (name, 0, key))
        own = _NAMES.get(field.sti)
        field = field._replace(navn=site.lang.gettext(own)) if own else field
        if field.slag != "id":
            yield field._replace(legg=name, krav=inner[key].is_required())
        elif inner[key].is_required():
            yield field._replace(legg=name, krav=True, slag="valg", liste="")


def _fields(site: Nettsted, kind: str, name: str, info: Any) -> Iterator[FormField]:
    """Yield the fields of one name: one, or those of its group, such as the first and last day of a period."""
    inner = next((one for one in forms(info.annotation) if isinstance(one, type) and issubclass(one, BaseModel)), None)
    if inner is None:
        yield _field(site, kind, name, info)
        return
    for key, part in inner.model_fields.items():
        found = set(forms(part.annotation))
        if name in _WHOLE or found & {TidspunktValue, date} or (str in found and part.examples):
            field = _field(site, kind, f"{name}.{part.alias or key}", part)
            yield field._replace(navn=f"{info.title}: {str(part.title).lower()}")


def _field(site: Nettsted, kind: str, path: str, info: Any, steps: tuple[Any, ...] = ()) -> FormField:
    made = FormField(path, info.title, _help(info.description), "tekst")
    found = list(forms(info.annotation))
    steps = steps or tuple(path.split("."))
    if several := next((origin for one in found if (origin := typing.get_origin(one)) in {dict, tuple}), None):
        targets = reference_kinds(kind, (*steps, "" if several is dict else 0))
        named = "maal-plan" if path == "forankring" else targets[0] if targets else ""
        return made._replace(slag="par" if several is dict else "liste", liste=named)
    if targets := reference_kinds(kind, steps):
        choices = _declared(site, targets[0])
        return made._replace(slag="valg", valg=choices) if choices else made._replace(slag="id", liste=targets[0])
    if bool in found:
        answers = (("true", site.lang.gettext("Ja")), ("false", site.lang.gettext("Nei")))
        return made._replace(slag="ja", valg=tuple(Choice(*one) for one in answers))
    return _plain(site, made, info, found, str(steps[-1]))


def _plain(site: Nettsted, made: FormField, info: Any, found: list[Any], name: str) -> FormField:
    """Give a field that names nothing: one of some words, a time, a number or a text."""
    literals = [one for one in found if typing.get_origin(one) is typing.Literal]
    if words := [str(word) for one in literals for word in typing.get_args(one)]:
        return made._replace(slag="valg", valg=_words(site, name, words))
    if plain := next((slag for slag, types in _PLAIN if types & {*found}), ""):
        return made._replace(slag=plain)
    if info.examples and str in found:
        shown = ", ".join(f"«{one}»" for one in info.examples)
        made = made._replace(hjelp=f"{made.hjelp} {site.lang.gettext('For eksempel {verdi}.').format(verdi=shown)}")
    return made._replace(slag="lang" if name in _LONG else "tekst")


def _help(text: str) -> str:
    """Give a field's help without what is only so in the file, which whoever fills in a form does not see."""
    found = _CODE.sub(r"«\1»", _IN_FILE.sub("", text))
    return "" if found == "." else found


def _words(site: Nettsted, name: str, words: list[str]) -> tuple[Choice, ...]:
    """Give the words of a field as choices, as people say them; an event has the status that it gives."""
    tables: dict[str, Mapping[Any, Any]] = {
        "status": STATUS,
        "hva": EVENT_NAMES,
        "arena": ARENA_NAMES,
        "valg": BESLUTNING_NAMES,
        "utfall": UTFALL_NAMES,
    }
    told = {str(id_): text for id_, text in tables.get(name, {}).items()}
    after = STATUS_AFTER if name == "hva" else {}
    return tuple(Choice(word, site.lang.gettext(told.get(word, word)), "", after.get(word, "")) for word in words)


def _declared(site: Nettsted, kind: str) -> tuple[Choice, ...]:
    """Give what plansystem.yaml declares of a kind, by name; nothing for what has files of its own."""
    system = site.register.plansystem
    tables: dict[str, Mapping[str, Any]] = {
        "plantype": system.plantyper,
        "måltype": system.maaltyper,
        "sektor": system.sektorer,
        "organ": system.organer,
    }
    if kind == "kilde":
        made = [Choice(id_, one.tittel) for id_, one in system.kilder.items()]
    else:
        made = [Choice(id_, _first(one.navn), _sector(site, one)) for id_, one in tables.get(kind, {}).items()]
    return tuple(sorted(made, key=_order))


def _order(choice: Choice) -> tuple[Any, ...]:
    """Put a programme area after the sector that it is in, and the sectors in the order of the alphabet."""
    return alphabetical(choice.under or choice.navn), bool(choice.under), alphabetical(choice.navn)


def _sector(site: Nettsted, one: Any) -> str:
    """Give the name of the sector that a programme area is in; "" for what is in none."""
    above = site.register.plansystem.sektorer.get(getattr(one, "del_av", None) or "")
    return _first(above.navn) if above else ""


def _first(name: str) -> str:
    """Give a name as it begins a line."""
    return name[:1].upper() + name[1:]


def form_of(entity: Enhet) -> str:
    """Give where the form for an entity is, filled in."""
    return f"skjema/{entity.kind}.html?id={entity.id}"


def list_names(found: list[tuple[str, list[FormField]]]) -> set[str]:
    """Give the names of the lists that the fields of a form choose from."""
    return {field.liste for _, fields in found for field in fields if field.liste}
