"""PL105: two plans in force about the same thing, and nothing in the register that says how they differ."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.register import links_of, overlapping_plans, own_names, topic_words
from planlint.rules.rule import N_, FindingText, finding, related, rule

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping

    from planlint.base import Finding
    from planlint.model import Plan
    from planlint.register import Register

    Key = tuple[Hashable, ...]

_LONG = 3
_MANY = 40  # titles of more words are compared as a whole only
_HELP = (
    "skriv `erstatter` i den nyeste hvis den har avløst den eldste, eller `avgrenset_mot: [{id}]` her hvis planene "
    "dekker hver sitt. Ellers: slå dem sammen."
)


def _topic(plan: Plan) -> Hashable | None:
    """Give type, tema and målgruppe of a plan that tells them all."""
    if not plan.tema or not plan.maalgruppe:
        return None
    return (plan.type, *(frozenset(text.casefold() for text in texts) for texts in (plan.tema, plan.maalgruppe)))


def _pairs(register: Register) -> Iterator[tuple[Plan, Plan, str]]:
    """Give pairs of plans that are not told apart, and the field in which they are alike.

    Titles are alike when they hold the same words, or when the longer has three words or more and one more than the
    other. Of many alike, a plan is paired with one: the nearest before it.
    """
    own = own_names(register)
    titles: dict[frozenset[str], list[Plan]] = defaultdict(list)
    topics: dict[Hashable, list[Plan]] = defaultdict(list)
    links = {plan.id: links_of(plan) for plan in register.planer.values()}
    all_words = [(plan, topic_words(plan, own)) for plan in overlapping_plans(register)]
    for plan, words in all_words:
        if words:
            yield from _first(plan, titles[words], "tittel", links)
            titles[words].append(plan)
    for plan, words in all_words:
        for word in sorted(words) if _LONG <= len(words) <= _MANY else ():
            yield from _first(plan, titles.get(words - {word}, []), "tittel", links)
        if topic := _topic(plan):
            yield from _first(plan, topics[topic], "tema", links)
            topics[topic].append(plan)


def _first(
    plan: Plan, others: list[Plan], field: str, links: Mapping[str, frozenset[str | None]]
) -> Iterator[tuple[Plan, Plan, str]]:
    for other in reversed(others):
        if other.id not in links[plan.id] and plan.id not in links[other.id]:
            yield plan, other, field
            return


@rule(
    "PL105",
    "overlappende-planer",
    Severity.ADVARSEL,
    RuleClass.LOKAL,
    kilde="god planskikk: én plan for hvert område",
    krav="To planer som gjelder samtidig, handler ikke om det samme uten at en av dem sier hvordan de skiller seg.",
    hvorfor=(
        "Når to planer dekker samme område, vet verken innbyggere eller ansatte hvilken som gjelder. Ofte er den ene "
        "avløst av den andre uten at det er skrevet ned."
    ),
    tekst=FindingText(
        melding="Planen har nesten samme tittel som «{tittel}», og begge står som gjeldende.",
        merke="ligner på `{id}`",
        hjelp=_HELP,
    ),
    varianter={
        "tema": FindingText(
            melding="Planen har samme type, tema og målgruppe som «{tittel}», og begge står som gjeldende.",
            merke="samme tema som `{id}`",
            hjelp=_HELP,
        ),
    },
    felt=("tittel", "type", "tema", "målgruppe", "erstatter", "avgrenset_mot", "del_av", "forankring"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield at most one finding for each plan, at the later of two by id."""
    told: set[str] = set()
    for plan, other, field in _pairs(register):
        earlier, later = sorted((plan, other), key=lambda each: each.id)
        if later.id in told:
            continue
        told.add(later.id)
        note = (related(earlier, field, note=N_("den andre planen")),)
        title, variant = earlier.tittel, "tema" if field == "tema" else ""
        yield finding(later, field, variant=variant, related=note, key=earlier.id, tittel=title, id=earlier.id)
