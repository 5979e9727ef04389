"""What a change did, told to whoever made it: what became of an id that nothing has, and of a decision that is gone.

An id is told of at the file that is in hand. Those who refer to it have done nothing, and are told of as places.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.base import N_, Message, Place, Related, Severity, StatusCode, fingerprints
from planlint.change.deleted import what_to_do
from planlint.change.outcome import UNKNOWN_ID
from planlint.change.told_once import with_its_source
from planlint.model import KIND_NAMES, VEDTAK, Plan

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.base import Diagnostic, Finding
    from planlint.change.comparison import Comparison
    from planlint.model import Enhet

_KINDS = {str(name): kind for kind, name in KIND_NAMES.items()}
_LEFT = {"PL911": "mål_nytt_navn", "PL912": "nytt_navn"}
"""The rules that ask for the former name, and the variants that do."""
_HERE = N_("viser til `{id}`")
_TWIN = "PL101"
"""Two files have the same id."""
_DECISIONS = {"PL401": VEDTAK, "PL405": frozenset(("opphevet",))}
"""The rules that ask for a decision, and the events that show it."""
_INCOMPLETE = frozenset(("organ", "sak", "organ_sak", "ikke_vedtatt"))
"""What these rules say where the decision is there, and lacks something."""


def with_what_became(after: Iterable[Diagnostic], change: Comparison) -> list[Diagnostic]:
    """Say of an id that nothing has after a change, that the change deleted it or gave it another name.

    The reader is told what became of an id that was known before, and nothing is guessed. A new name is told of at the
    file that has it: once, as serious as the worst of it, where it is asked to say the name that it had. That it has
    said so, asks nothing of anybody.
    The fingerprint is left as it is, so that a known finding stays known.
    """
    after = with_its_source(blamed(after, change))
    told = [_told(item, change) if item.code == UNKNOWN_ID else _taken_away(item, change) for item in after]
    broken = {item.entity: item for item in told if item.finding.variant == "nytt_filnavn" and item.code == UNKNOWN_ID}
    asked = {item.entity: item for item in told if item.finding.variant == _LEFT.get(item.code)}
    both = {name: (asked[name], item) for name, item in broken.items() if name in asked}
    new = {name: pair for name, pair in both.items() if pair[0].status == pair[1].status == "new"}
    once = {name for name, (one, other) in new.items() if one.severity.rank <= other.severity.rank}
    left = {id(pair[name in once]) for name, pair in new.items()}
    return [
        _with_places(item, broken[item.entity].finding) if item.entity in once and item is asked[item.entity] else item
        for item in told
        if id(item) not in left
    ]


def blamed(after: Iterable[Diagnostic], change: Comparison) -> list[Diagnostic]:
    """Give findings, one that two files have the same id at the file that the change touches: it is one too many."""
    found = list(after)
    told = [_at_the_new(item, change) if item.code == _TWIN else item for item in found]
    return fingerprints(told) if any(new is not old for new, old in zip(told, found, strict=True)) else found


def _at_the_new(item: Diagnostic, change: Comparison) -> Diagnostic:
    finding, touched = item.finding, change.touched
    here, there = finding.place, finding.related[0].place
    variant = finding.variant or "lagt_til"
    if here.file in touched and there.file not in touched:
        return replace(item, finding=replace(finding, variant=variant))
    if here.file in touched or there.file not in touched:
        return item
    args = {**finding.args, "fil": here.file, "denne": there.file}
    related = (Related(here, finding.related[0].note),)
    moved = replace(finding, place=there, args=args, related=related, variant=variant, key=there.file)
    return replace(item, finding=moved)


def _with_places(item: Diagnostic, broken: Finding) -> Diagnostic:
    others = (*item.finding.related, *broken.related)
    return replace(item, finding=replace(item.finding, related=others))


def _taken_away(item: Diagnostic, change: Comparison) -> Diagnostic:
    """Say of a plan whose decision is lacking, that the change took it away, where it did: what, and its day."""
    asked = _DECISIONS.get(item.code)
    if asked is None or item.finding.variant in _INCOMPLETE:
        return item
    id_ = item.entity.removeprefix("plan/")
    plan, old = change.after.loaded.entities["plan"].get(id_), change.former(item.entity)
    if not isinstance(plan, Plan) or not isinstance(old, Plan):
        return item
    gone = [event for event in old.hendelser if event.hva in asked and not event.planlagt]
    if not gone or any(event.hva in asked for event in plan.hendelser):
        return item
    event = gone[-1]
    facts = {"hva": event.hva, "dato": event.dato.tekst, "organ": event.organ, "sak": event.sak}
    words = ", ".join(f"{name}: {value}" for name, value in facts.items() if value)
    args = {"status": item.finding.args.get("status", StatusCode("opphevet")), "dato": event.dato}
    told = {**args, **_put_back(f"{{{words}}}", plan)}
    return replace(item, finding=replace(item.finding, variant="tatt_bort", args=told, related=()))


def _put_back(event: str, plan: Plan) -> dict[str, object]:
    """Tell where an event goes in again, and as what: with the field, where that is gone as well."""
    if plan.hendelser:
        return {"hvor": Message.of_text(N_("under `hendelser`")), "hendelse": f"- {event}"}
    return {"hvor": Message.of_text(N_("i filen")), "hendelse": f"hendelser: [{event}]"}


def _told(item: Diagnostic, change: Comparison) -> Diagnostic:
    args, before = item.finding.args, change.before.loaded
    kind, id_ = _KINDS[str(args["slag"])], str(args["id"])
    if id_ not in before.entities.get(kind, {}):
        return item
    name = change.renames.new.get((kind, id_), "")
    new = change.after.loaded.entities[kind].get(name)
    if new is None:
        if item.finding.variant == "nytt_navn":
            return replace(item, finding=replace(item.finding, args={**args, "forslag": name}))
        variant = "slettet_flere" if item.finding.related else "slettet"
        places = [item.finding.place, *(other.place for other in item.finding.related)]
        told = {
            **args,
            "forslag": name,
            "tittel": before.entities[kind][id_].tittel,
            "gjoer": what_to_do(places, kind, id_, change.after.register),
        }
        return replace(item, finding=replace(item.finding, variant=variant, args=told))
    return _at(new, item, id_)


def _at(new: Enhet, item: Diagnostic, id_: str) -> Diagnostic:
    """Give a finding of a former name at the file that has got another."""
    finding, said = item.finding, item.finding.variant == "nytt_navn"
    places = [finding.place, *(other.place for other in finding.related)]
    related = tuple(Related(place, _HERE, {"id": id_}) for place in places)
    args = {**finding.args, "forslag": new.id, "antall": len(places)}
    moved = replace(
        finding,
        entity=new.entity,
        place=Place(new.file, ("tidligere_id",) if said else ("tittel",)),
        args=args,
        related=related,
        variant="sagt" if said else "nytt_filnavn",
    )
    mild = Severity.INFO if said and item.severity.rank < Severity.INFO.rank else item.severity
    return replace(item, finding=moved, severity=mild)
