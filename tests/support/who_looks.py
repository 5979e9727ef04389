"""Which rules look at a plan: plans with every fault at once, of each type, status and age, and what speaks of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple, get_args

from support.helpers import FELLES

from planlint.model.entity_kinds import KINDS
from planlint.model.ord import Status
from planlint.model.plansystem import Plansystem
from planlint.model.shared import Enhet
from planlint.register.register import Register
from planlint.rules.all_rules import RULES
from planlint.source.yaml import parse

TODAY = date(2024, 6, 15)
STATUSES: tuple[str | None, ...] = (*get_args(Status), None)
AGES = {"ny": (2023, 2031), "gammel": (2012, 2030), "utløpt": (2010, 2014)}
"""The first and the last year of the period; the plan was adopted in the first."""
TYPES = ("samfunnsdel", "arealdel", "handlingsdel", "temaplan", "handlingsplan", "fagplan", "analyse")
HANDLINGSDEL = {
    "navn": "handlingsdel",
    "rolle": "handlingsdel",
    "vedtas_av": ["kommunestyret"],
    "forankring": "påkrevd",
    "hjemmel": ["koml-14-3"],
}
_STRATEGI = {
    "tittel": "Planstrategi",
    "valgperiode": "2023-2027",
    "hendelser": [{"hva": "vedtatt", "dato": "2024-01-24"}],
}
_OLD_STRATEGI = {"tittel": "Eldre", "valgperiode": "2019-2023", "hendelser": [{"hva": "vedtatt", "dato": "2020-06-17"}]}


Files = Mapping[str, Mapping[str, dict[str, Any]]]
"""What files say, by kind and id."""


_NO_STATUS = "uten status"


class Probe(NamedTuple):
    """One way for a plan to be at fault: fields that it has (None: has not), and what else is in the plan system."""

    fields: dict[str, Any]
    others: Files = MappingProxyType({})
    events: tuple[dict[str, Any], ...] = ()


def _vedtatt(year: int, **more: str) -> dict[str, Any]:
    return {"hva": "vedtatt", "dato": f"{year}-05-10", **more}


_FULL = {"organ": "kommunestyret", "sak": "1/10"}
_OTHER = {
    "type": "temaplan",
    "status": "vedtatt",
    "tittel": "Noe helt annet",
    "forankring": ["trygg-oppvekst"],
    "hendelser": [_vedtatt(2023, **_FULL)],
    "periode": {"til": 2030},
    "ansvarlig": "miljoe",
}
_INTERN = {**_OTHER, "type": "fagplan", "tittel": "Rutiner"}
_ENDED = {**_OTHER, "tittel": "Den gamle", "status": "opphevet"}
_GOAL = {"tittel": "Et eget mål", "type": "delmål", "plan": "p"}


def _decided(valg: str, **more: int) -> dict[str, Any]:
    return {"beslutninger": {"ps": {"valg": valg, **more}}}


def probes(type_: str, first: int, last: int) -> Iterator[Probe]:
    """Yield the ways to be at fault, for a plan of this type and these years."""
    voted = _vedtatt(first, **_FULL)
    yield Probe({}, events=(_vedtatt(first),))
    yield Probe({})
    yield Probe({"tittel": f"Melding 1999–{last + 1}", "periode": {"fra": last - 30, "til": last}}, events=(voted,))
    yield Probe(
        {
            "periode": {"fra": last, "til": first},
            "bærekraftsmål": ["99"],
            "hjemmel": ["barnevernloven-1992-3-1"],
            "lenker": [{"tittel": "x", "url": "http://x.no"}],
            "gjennomgått": "2031-01-01",
            "budsjett": {"tittel": "B", "enhet": "kr", "sum": 2, "poster": [{"tittel": "x", "verdi": 1}]},
        },
        events=(voted,),
    )
    yield Probe(
        {
            "forankring": [
                {"plan": "intern"},
                {"mål": "gammelt-maal"},
                {"plan": "annen"},
                {"mål": "egen", "sitat": "x"},
                {"mål": "trygg-oppvekst", "avtrykk": "1:000000000000", "bekreftet": "2020-01-01"},
            ]
        },
        {
            "plan": {"intern": _INTERN, "annen": _OTHER, "gammel": _ENDED},
            "maal": {"egen": _GOAL, "gammelt-maal": {**_GOAL, "plan": "gammel", "tittel": "Var"}},
        },
        events=(voted,),
    )
    yield Probe({"forankring": [{"plan": "annen"}]}, {"plan": {"annen": {**_INTERN, "type": "analyse"}}}, (voted,))
    loose = {**_OTHER, "type": "arealdel", "forankring": [], "tittel": "Areal"}
    yield Probe({"forankring": [{"plan": "loes"}]}, {"plan": {"loes": loose}}, (voted,))
    yield Probe({"revisjon": {"neste": 2020}}, events=(voted,))
    if last > TODAY.year:
        yield Probe({"periode": {"fra": first}}, events=({**voted, "dato": "2023-05-10"},))
    if first == TODAY.year - 1:
        yield Probe({"periode": {"fra": first, "til": TODAY.year}}, events=(voted,))
    yield Probe({"revisjon": {"neste": "2027-06-01"}, "arbeid": {"oppstart": 2020, "ferdig": 2021}}, events=(voted,))
    for valg in ("ny", "revideres", "oppheves", "videreføres"):
        yield Probe(_decided(valg), events=(voted,))
        yield Probe(_decided(valg, oppstart=2021, ferdig=2022), events=(voted,))
    yield Probe({"beslutninger": {"ps-eldre": {"valg": "oppheves"}}}, events=(voted,))
    hearing = ({"hva": "høring_start", "dato": f"{first}-05-01"}, {"hva": "høring_slutt", "dato": f"{first}-05-05"})
    yield Probe({}, events=(*hearing, _vedtatt(first, organ="hovedutvalget", sak="1/1")))
    yield Probe({}, events=(voted, {"hva": "høring_start", "dato": "2023-05-02"}))
    yield Probe({}, events=({"hva": "opphevet", "dato": f"{first - 1}-05-02"}, {**voted, "dato": f"{first}-12-25"}))
    yield Probe({}, events=({"hva": "oppstart", "dato": f"{first}-01-10"},))
    yield Probe({}, events=(voted, {"hva": "satt_på_vent", "dato": "2024-01-10"}))
    yield Probe({}, events=(voted, {"hva": "opphevet", "dato": "2024-01-10"}))
    yield Probe({}, events=({"hva": "høring_start", "dato": "2030-01-10"},))
    yield Probe({}, events=({**voted, "dato": "2030-01-10"},))
    yield Probe({}, events=({**voted, "dato": "2023-01-10", "planlagt": True},))
    kilder = [{"kilde": "plandokument", "hva": "vedtatt", "dato": "2001-01-01"}]
    yield Probe(
        {"kilder": kilder},
        {"maal": {"m": _GOAL, "n": {**_GOAL, "type": "hovedmål", "tittel": "Et hovedmål"}}},
        (voted,),
    )
    yield Probe(
        {},
        {
            "maal": {
                "m": {**_GOAL, "overordnet": "n", "type": "strategi"},
                "n": {**_GOAL, "tittel": "Høyt"},
                "q": {**_GOAL, "tittel": "Umålt"},
                "o": {**_GOAL, "type": "hovedmål", "overordnet": "trygg-oppvekst", "tittel": "Feil"},
            },
            "indikator": {"i": {"tittel": "Antall", "enhet": "stk", "mål": ["m"], "retning": "opp"}},
        },
        (voted,),
    )
    yield Probe({}, {"plan": {"ny": {**_OTHER, "erstatter": ["p"]}}}, (voted,))
    yield Probe({}, {"plan": {"ny": {**_OTHER, "erstatter": ["p"], "status": "planlagt", "hendelser": []}}}, (voted,))
    yield Probe({}, {"plan": {"under": {**_OTHER, "del_av": "p"}}}, (voted,))
    for status in ("vedtatt", "utgått"):
        copy = {**_OTHER, "type": type_, "status": status, "periode": {"fra": first, "til": last}}
        yield Probe({"tittel": "Noe helt annet"}, {"plan": {"annen": copy}}, (voted,))
    yield Probe({"erstatter": ["annen"], "forankring": [{"plan": "p"}]}, {"plan": {"annen": _OTHER}}, (voted,))


def _read(text: str) -> dict[Any, Any]:
    """Read a file as planlint does."""
    return parse(text)[0]


@cache
def _system() -> Plansystem:
    text = (FELLES / "plans/plansystem.yaml").read_text(encoding="utf-8")
    data = _read(text)
    data["plantyper"]["handlingsdel"] = HANDLINGSDEL
    return Plansystem.model_validate(data)


@cache
def _felles() -> dict[str, dict[str, dict[str, Any]]]:
    """Give the shared plan system's own files, by kind and id."""
    folders = {"plan": "planer", "maal": "maal", "tiltak": "tiltak"}
    return {
        kind: {file.stem: _read(file.read_text(encoding="utf-8")) for file in (FELLES / "plans" / folder).iterdir()}
        for kind, folder in folders.items()
    }


def _entity(kind: str, id_: str, fields: dict[str, Any]) -> Enhet:
    return KINDS[kind].model_validate(fields).placed(id_, f"plans/{kind}/{id_}.yaml")


@cache
def _always() -> dict[str, dict[str, Enhet]]:
    """Give what is there beside the plan: Fjordvik's own, two planstrategier, and a plan that the newer one lists."""
    data = {kind: dict(files) for kind, files in _felles().items()}
    data["planstrategi"] = {"ps": _STRATEGI, "ps-eldre": _OLD_STRATEGI}
    data["plan"]["listet"] = {**_OTHER, "tittel": "Idrett", **_decided("videreføres")}
    return {kind: {id_: _entity(kind, id_, fields) for id_, fields in files.items()} for kind, files in data.items()}


def _register(plan: dict[str, Any], others: Files) -> Register:
    """Link Fjordvik with one more plan (`p`), and with what its fault is about."""
    entities = {kind: dict(_always().get(kind, {})) for kind in KINDS}
    for kind, files in others.items():
        entities[kind] |= {id_: _entity(kind, id_, fields) for id_, fields in files.items()}
    entities["plan"]["p"] = _entity("plan", "p", plan)
    return Register(_system(), entities, TODAY)


def looking(type_: str, status: str | None, age: str) -> set[str]:
    """Give the rules that speak of a plan, or of its own goals, in at least one of its ways to be at fault."""
    first, last = AGES[age]
    found = set()
    for probe in probes(type_, first, last):
        plan = {"tittel": "Plan for alt", "type": type_, "periode": {"fra": first, "til": last}, **probe.fields}
        plan |= {"hendelser": list(probe.events)} | ({"status": status} if status else {})
        register = _register(plan, probe.others)
        about = {"plan/p", *(f"maal/{id_}" for id_, maal in register.maal.items() if maal.plan == "p")}
        for code, rule in RULES.items():
            if code not in found and any(item.entity in about for item in rule.run(register, {})):
                found.add(code)
    return found


Cell = tuple[str, str, str]
"""A type, a status and an age."""


def cells() -> list[Cell]:
    """Give every kind of plan that is asked about."""
    return [(type_, status or _NO_STATUS, age) for type_ in TYPES for status in STATUSES for age in AGES]


def seen_in(asked: Iterable[Cell]) -> dict[Cell, set[str]]:
    """Give the rules that look at each of some kinds of plans."""
    return {
        (type_, status, age): looking(type_, None if status == _NO_STATUS else status, age)
        for type_, status, age in asked
    }


def table(seen: Mapping[Cell, set[str]]) -> str:
    """Give, rule by rule, the statuses and ages that it looks at, with the types that are alike on one line."""
    lines = []
    for code in sorted({code for codes in seen.values() for code in codes}):
        told: dict[str, dict[str, str]] = defaultdict(dict)
        for type_, status, age in (cell for cell, codes in seen.items() if code in codes):
            told[type_][status] = told[type_].get(status, "") + age[0]
        alike: dict[str, list[str]] = defaultdict(list)
        for type_, ages in told.items():
            alike[", ".join(f"{status} {''.join(letters)}" for status, letters in ages.items())].append(type_)
        lines.append(f"{code} {RULES[code].name}")
        lines += [f"  {' '.join(types)}: {ages}" for ages, types in alike.items()]
    return "\n".join(lines) + "\n"


def read_table(text: str) -> dict[Cell, set[str]]:
    """Give the rules that a table says look at each kind of plan."""
    seen: dict[Cell, set[str]] = {cell: set() for cell in cells()}
    letters = {age[0]: age for age in AGES}
    code = ""
    for line in text.splitlines():
        if not line.startswith(" "):
            code = line.partition(" ")[0]
            continue
        types, _, told = line.strip().partition(": ")
        for one in told.split(", "):
            status, _, ages = one.rpartition(" ")
            for type_ in types.split():
                for age in ages:
                    seen[type_, status, letters[age]].add(code)
    return seen
