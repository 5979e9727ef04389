"""PL104: references of one kind that lead back to where they began."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from planlint.base import RuleClass, Severity, knots, shortest_ring
from planlint.rules.rule import N_, FindingText, finding, related, rule, titled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from planlint.base import Finding, Step
    from planlint.model import Enhet, Maal, Plan
    from planlint.register import Register

    Links = dict[str, tuple[Step, ...]]  # from an id that a file names, to the keys where it does so

E = TypeVar("E", bound="Enhet")
_SHOWN = 8
FIELDS = frozenset(("overordnet", "del_av", "erstatter", "forankring", "bygger_på", "venter_på", "viderefører", "blir"))


def _overordnet(maal: Maal) -> Links:
    return {maal.overordnet: ("overordnet",)} if maal.overordnet else {}


def _del_av(plan: Plan) -> Links:
    return {plan.del_av: ("del_av",)} if plan.del_av else {}


def _erstatter(plan: Plan) -> Links:
    return {id_: ("erstatter", index) for index, id_ in enumerate(plan.erstatter)}


def _forankring(plan: Plan) -> Links:
    return {anchor.plan: ("forankring", index, "plan") for index, anchor in enumerate(plan.forankring) if anchor.plan}


def _builds_on(plan: Plan) -> Links:
    return {id_: ("bygger_på", index) for index, id_ in enumerate(plan.bygger_paa)}


def _viderefoerer(maal: Maal) -> Links:
    return {id_: ("viderefører", index) for index, id_ in enumerate(maal.viderefoerer)}


def _became(maal: Maal) -> Links:
    return {blir.maal: ("blir", index, "mål") for index, blir in enumerate(maal.blir) if blir.maal}


def _venter_paa(strategi: str) -> Callable[[Plan], Links]:
    """Give what follows what a plan waits for, by the decision of one planstrategi."""

    def links(plan: Plan) -> Links:
        decision = plan.beslutninger.get(strategi)
        waits = enumerate(decision.venter_paa if decision else ())
        return {id_: ("beslutninger", strategi, "venter_på", at) for at, id_ in waits}

    return links


def _findings(entities: Mapping[str, E], links_of: Callable[[E], Links], variant: str = "") -> Iterator[Finding]:
    links = {id_: found for id_, entity in entities.items() if (found := links_of(entity))}
    for knot in knots(links):
        ring = shortest_ring(links, min(knot), frozenset(knot))
        ids = [*ring, ring[0]]
        start, second, *_ = ids
        path = links[start][second]
        names = [entities[id_].tittel for id_ in ids]
        shown = names if len(ids) <= _SHOWN else [*names[: _SHOWN - 2], "…", names[0]]
        others = tuple(
            related(entities[id_], *links[id_][after], note=N_("herfra til {hit}"), hit=titled(entities[after]))
            for id_, after in pairwise(ids[1:])
        )
        own = variant if others else "selv"
        yield finding(
            entities[start],
            *path,
            variant=own,
            related=others,
            key=" ".join(ids),
            felt=[step for step in path if isinstance(step, str) and step in FIELDS][-1],
            ring=" → ".join(shown),
        )


@rule(
    "PL104",
    "sirkel",
    Severity.FEIL,
    RuleClass.FORMAT,
    kilde="planlint, filoppsettet",
    krav=(
        "Feltene `overordnet`, `del_av`, `erstatter`, `forankring`, `bygger_på`, `venter_på`, `viderefører` og `blir` "
        "fører aldri tilbake til der de begynte."
    ),
    hvorfor="I en ring er alt over alt annet. Da finnes det ingen topp, ingen nyeste plan og ingen rød tråd.",
    tekst=FindingText(
        melding="Feltet `{felt}` går i ring: {ring}.",
        merke="her går ringen videre",
        hjelp="behold feltet `{felt}` bare i det dokumentet som ble laget sist.",
    ),
    varianter={
        "selv": FindingText(
            melding="Feltet `{felt}` viser til filen det selv står i.",
            merke="viser til seg selv",
            hjelp="rett `{felt}` til id-en som er ment, eller slett feltet.",
        ),
        "overordnet": FindingText(
            melding="Målene står under hverandre i ring: {ring}.",
            merke="her går ringen videre",
            hjelp="slett `overordnet` i målet som skal stå øverst, eller rett det til målet over.",
        ),
        "del_av": FindingText(
            melding="Planene er deler av hverandre i ring: {ring}.",
            merke="her går ringen videre",
            hjelp="slett `del_av` i planen som rommer de andre.",
        ),
        "erstatter": FindingText(
            melding="Planene erstatter hverandre i ring: {ring}.",
            merke="her går ringen videre",
            hjelp="slett `erstatter` i den eldste planen. Den nyere planen viser til den eldre, aldri omvendt.",
        ),
        "venter_på": FindingText(
            melding="Planene venter på hverandre i ring: {ring}.",
            merke="her går ringen videre",
            hjelp="ta bort `venter_på` i beslutningen om planen som skal lages først.",
        ),
        "forankring": FindingText(
            melding="Planene er forankret i hverandre i ring: {ring}.",
            merke="her går ringen videre",
            hjelp="slett `forankring` i planen som skal stå øverst, eller forankre den i et mål i samfunnsdelen.",
        ),
    },
)
def check(register: Register) -> Iterator[Finding]:
    """Yield one finding for each knot of rings, at the file whose id comes first in the alphabet.

    The shortest ring through that file is told; when it is mended, the next one is, where there are more.
    Ids are followed as they stand, also where a misspelt one is likely to mean another.
    """
    yield from _findings(register.every_maal, _overordnet, "overordnet")
    yield from _findings(register.every_maal, _viderefoerer)
    yield from _findings(register.every_maal, _became)
    yield from _findings(register.planer, _del_av, "del_av")
    yield from _findings(register.planer, _erstatter, "erstatter")
    yield from _findings(register.planer, _forankring, "forankring")
    yield from _findings(register.planer, _builds_on)
    for strategi in dict.fromkeys(id_ for plan in register.planer.values() for id_ in plan.beslutninger):
        yield from _findings(register.planer, _venter_paa(strategi), "venter_på")
