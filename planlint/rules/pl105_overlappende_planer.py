"""PL105: two plans in force about the same thing, and nothing in the register that says how they differ."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from planlint.diagnostic import Klasse, Severity
from planlint.rules.base import N_, Tekst, finding, related, rule

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from planlint.diagnostic import Finding
    from planlint.model import Plan
    from planlint.register import Register

    Key = tuple[Hashable, ...]

_WORD = re.compile(r"[^\W_]+")
_NOTHING = re.compile(r"(?:19|20|21)\d\d|av|den|det|en|et|for|fra|fram|i|innen|kommunes?|med|mot|og|om|på|til|ved")
_ENDING = re.compile(r"(?<=\w{4})(?:enes|ene|ens|ets|en|et|es|e|s)$")
_LONG = 3
_HJELP = (
    "skriv erstatter i den nyeste hvis den har avløst den eldste, eller avgrenset_mot: [{id}] her hvis planene dekker "
    "hver sitt. Ellers: slå dem sammen."
)


@lru_cache(maxsize=4096)
def _root(word: str) -> str:
    """Give a word without its ending; nothing for years and small words."""
    return "" if _NOTHING.fullmatch(word) else _ENDING.sub("", word)


def _words(plan: Plan, own_name: set[str]) -> frozenset[str]:
    """Give what a title is about: no years, no small words, no endings, not the municipality's own name."""
    words = {_root(word) for word in _WORD.findall(plan.tittel.casefold()) if word not in own_name}
    return frozenset(words - {""})


def _keys(plan: Plan, words: frozenset[str]) -> tuple[list[Key], list[Key]]:
    """Give the keys to look a plan up by, and the keys to file it under for the plans after it.

    Titles meet when they hold the same words, or when the longer has three words or more and one more than the other.
    """
    shorter = [words - {word} for word in sorted(words)] if len(words) >= _LONG else []
    look: list[Key] = [("tittel", words), ("lengre", words), *(("tittel", rest) for rest in shorter)] if words else []
    file: list[Key] = [("tittel", words), *(("lengre", rest) for rest in shorter)]
    if plan.tema and plan.maalgruppe:
        about = tuple(frozenset(text.casefold() for text in texts) for texts in (plan.tema, plan.maalgruppe))
        look.append(("tema", plan.type, *about))
        file.append(("tema", plan.type, *about))
    return look, file


def _linked(plan: Plan, other: Plan) -> bool:
    """Tell whether one of the plans says how it stands to the other."""
    return any(
        b.id == a.del_av or b.id in a.erstatter or b.id in a.avgrenset_mot or any(b.id == x.plan for x in a.forankring)
        for a, b in ((plan, other), (other, plan))
    )


def _plans(register: Register) -> Iterator[Plan]:
    """Give the plans in force whose period has begun; reports and analyses are snapshots, and may be many."""
    for plan in register.gjeldende():
        plantype = register.plantype(plan)
        if plantype is None or plantype.kunnskapsgrunnlag:
            continue
        if not (plan.periode and plan.periode.fra and plan.periode.fra.start > register.today):
            yield plan


@rule(
    "PL105",
    "overlappende-planer",
    Severity.ADVARSEL,
    Klasse.LOKAL,
    kilde="god planskikk: én plan for hvert felt",
    krav="To planer som gjelder samtidig, handler ikke om det samme uten at en av dem sier hvordan de skiller seg.",
    hvorfor=(
        "Når to planer dekker samme felt, vet verken innbyggere eller ansatte hvilken som gjelder. Ofte er den ene "
        "avløst av den andre uten at det er skrevet ned."
    ),
    tekst=Tekst(
        melding="Planen har nesten samme tittel som «{tittel}», og begge gjelder.",
        merke="ligner på {id}",
        hjelp=_HJELP,
    ),
    varianter={
        "tema": Tekst(
            melding="Planen har samme type, tema og målgruppe som «{tittel}», og begge gjelder.",
            merke="samme tema som {id}",
            hjelp=_HJELP,
        ),
    },
    felt=("tittel", "type", "tema", "målgruppe", "erstatter", "avgrenset_mot", "del_av", "forankring"),
)
def check(register: Register) -> Iterator[Finding]:
    """Yield at most one finding for each plan: the nearest earlier plan, by id, that it is not told apart from."""
    own_name = {
        form for word in _WORD.findall(register.plansystem.kommune.navn.casefold()) for form in (word, f"{word}s")
    }
    filed: dict[Key, list[Plan]] = defaultdict(list)
    for plan in _plans(register):
        look, file = _keys(plan, _words(plan, own_name))
        for key in look:
            other = next((other for other in reversed(filed.get(key, [])) if not _linked(plan, other)), None)
            if other is not None:
                field, variant = ("tema", "tema") if key[0] == "tema" else ("tittel", "")
                note = (related(other, field, note=N_("den andre planen")),)
                yield finding(
                    plan, field, variant=variant, related=note, key=other.id, tittel=other.tittel, id=other.id
                )
                break
        for key in file:
            filed[key].append(plan)
