"""PL006: values whose form is wrong; by the variant of the finding, which says what kind of wrong it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from planlint.base import slug
from planlint.edit import MODELS
from planlint.fixes import fix_numbers
from planlint.fixes.fix import REMOVED, Edit, kind_of, proposal, told
from planlint.model import keys_at, norwegian_key
from planlint.system import declared_ids

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from planlint.base import Diagnostic
    from planlint.fixes.fix import FixProposal, Source

    Variant = Callable[["Source", Diagnostic, Any], FixProposal | None]

_YES = {"ja": True, "yes": True, "true": True, "nei": False, "no": False, "false": False}
_TERM = re.compile(r"(\d{4})\s*[-–—/]\s*(\d{4})")
_YEAR = re.compile(r"\d{4}")
_SDG = re.compile(r"(1[0-7]|[1-9])\.[0-9a-d]{1,2}")
_EVERY = re.compile(r"(?:hvert|hver)\s+(\w+)\.?\s+år", re.IGNORECASE)
_ORDINALS = ("annet", "tredje", "fjerde", "femte", "sjette", "sjuende", "åttende", "niende", "tiende")
_NUMBERS = {"andre": 2, "annethvert": 2, "syvende": 7, **{word: at + 2 for at, word in enumerate(_ORDINALS)}}


def _set(item: Diagnostic, old: Any, new: Any, *, safe: bool, also: tuple[Edit, ...] = ()) -> FixProposal:
    edits = (Edit(item.place.file, "set", item.place.path, new), *also)
    to = ", ".join(map(str, new)) if isinstance(new, list) and not any(isinstance(part, dict) for part in new) else ""
    shown = f"[{to}]" if to else f"{{fra: {new['fra']}, til: {new['til']}}}" if isinstance(new, dict) else new
    return proposal(item, safe=safe, edits=edits, sted=told(item.place.path), fra=old, til=shown)


def _date(_source: Source, item: Diagnostic, old: Any) -> FixProposal | None:
    return _set(item, old, str(item.finding.args["riktig"]), safe=_YEAR.search(str(old)) is not None)


def _doubtful(_source: Source, item: Diagnostic, old: Any) -> FixProposal | None:
    """`2021?` is 2021, with the doubt beside it where the group has a field for that."""
    file, above, new = item.place.file, item.place.path[:-1], str(item.finding.args["riktig"])
    if "usikker" not in keys_at(MODELS[kind_of(file)], above):
        return None
    doubt = Edit(file, "set", (*above, "usikker"), value=True)
    return _set(item, old, int(new) if new.isdecimal() else new, safe=True, also=(doubt,))


def _choice(_source: Source, item: Diagnostic, old: Any) -> FixProposal | None:
    new = str(item.finding.args["riktig"])
    same = norwegian_key(re.sub(r"[\s_-]+", "_", str(old).strip().casefold())) == new
    return _set(item, old, new, safe=same)


def _list(_source: Source, item: Diagnostic, old: Any) -> FixProposal | None:
    """One value is a list of one; where it has commas, somebody must have meant several."""
    parts = [part.strip() for part in old.split(",")] if isinstance(old, str) else [old]
    return _set(item, old, parts, safe=len(parts) == 1) if all(part != "" for part in parts) else None


def _groups(_source: Source, item: Diagnostic, old: Any) -> FixProposal | None:
    edits = (Edit(item.place.file, "set", item.place.path, [old]),)
    return proposal(item, safe=True, edits=edits, sted=told(item.place.path), fra="{…}", til="[{…}]")


def _span(_source: Source, item: Diagnostic, old: Any) -> FixProposal | None:
    if not {"fra", "til"} <= set(keys_at(MODELS[kind_of(item.place.file)], item.place.path)):
        return None
    return _set(item, old, {key: int(str(item.finding.args[key])) for key in ("fra", "til")}, safe=True)


def _number(_source: Source, item: Diagnostic, old: Any) -> FixProposal | None:
    new = fix_numbers.read(old)
    return None if new is None else _set(item, old, new.value, safe=new.safe)


def _year(_source: Source, item: Diagnostic, _old: Any) -> FixProposal | None:
    """Take the quotes off a year, where years are keys."""
    key, path = item.place.path[-1], item.place.path
    if not isinstance(key, str) or not _YEAR.fullmatch(key):
        return None
    edits = (Edit(item.place.file, "rename", path, int(key)),)
    return proposal(item, safe=True, edits=edits, sted=told(path[:-1]), fra=f'"{key}"', til=key)


def _yes(_source: Source, item: Diagnostic, old: Any) -> FixProposal | None:
    new = _YES.get(str(old).strip().casefold())
    return None if new is None else _set(item, old, new, safe=True)


def _empty(_source: Source, item: Diagnostic, _old: Any) -> FixProposal | None:
    """Take out a field that says nothing; but somebody may have meant to fill it in."""
    edits = (Edit(item.place.file, "remove", item.place.path),)
    return proposal(item, REMOVED, safe=False, edits=edits, sted=told(item.place.path), fra=None)


def _sdg(source: Source, item: Diagnostic, old: Any) -> FixProposal | None:
    """Quote a target as it is written: it was read as a number, and 13.10 is not 13.1."""
    node = source.node(item.place)
    raw = source.text(item.place.file)[node.start_mark.index : node.end_mark.index]
    return _set(item, raw, raw, safe=True) if isinstance(old, float) and _SDG.fullmatch(raw) else None


def _id(source: Source, item: Diagnostic, old: Any) -> FixProposal | None:
    """Certain where something has the id that the text becomes, or a file will have it when it is rightly named."""
    new, loaded = str(item.finding.args["riktig"]), source.system.loaded
    known = {slug(id_) for ids in loaded.entities.values() for id_ in ids}
    known |= {id_ for ids in declared_ids(loaded.plansystem).values() for id_ in ids} if loaded.plansystem else set()
    path = item.place.path
    if item.place.part == "key":
        edits = (Edit(item.place.file, "rename", path, new),)
        return proposal(item, safe=new in known, edits=edits, sted=told(path[:-1]), fra=path[-1], til=new)
    return _set(item, old, new, safe=new in known)


def _interval(_source: Source, item: Diagnostic, old: Any) -> FixProposal | None:
    """`hvert fjerde år` and the like, in planlint's words."""
    text = " ".join(str(old).casefold().split())
    if text in {"årlig", "hvert år", "hver valgperiode", "ved behov"}:
        return _set(item, old, "årlig" if text == "hvert år" else text, safe=True)
    match = _EVERY.fullmatch(text)
    number = (int(match[1]) if match[1].isdecimal() else _NUMBERS.get(match[1], 0)) if match else 0
    return _set(item, old, f"hvert {number}. år", safe=True) if number > 1 else None


def _term(_source: Source, item: Diagnostic, old: Any) -> FixProposal | None:
    match = _TERM.fullmatch(str(old).strip())
    return _set(item, old, f"{match[1]}-{match[2]}", safe=True) if match else None


def _code(_source: Source, item: Diagnostic, old: Any) -> FixProposal | None:
    return _set(item, old, str(old).strip().upper(), safe=True)


def _single(_source: Source, item: Diagnostic, old: Any) -> FixProposal | None:
    """Take the brackets off a list of one, where one value goes."""
    one = isinstance(old, list) and len(old) == 1 and not isinstance(old[0], list | dict)
    return _set(item, f"[{old[0]}]", old[0], safe=True) if one else None


_VARIANTS: Mapping[str, Variant] = {
    "dato_forslag": _date,
    "usikker": _doubtful,
    "valg_forslag": _choice,
    "liste": _list,
    "grupper": _groups,
    "fra_til": _span,
    "tall": _number,
    "år": _year,
    "ja_nei": _yes,
    "tom": _empty,
    "bærekraftsmål": _sdg,
    "id_forslag": _id,
    "rulleres": _interval,
    "periode": _term,
    "kode": _code,
    "enkel": _single,
}


def propose(source: Source, item: Diagnostic) -> FixProposal | None:
    """Propose by the variant; the check afterwards says whether the value can then be used."""
    make = _VARIANTS.get(item.finding.variant)
    return make(source, item, source.value(item.place.file, item.place.path)) if make else None
