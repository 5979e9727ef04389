"""How many plans the register shows no anchor of, in words, and what that number is made of."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from planlint.base import NN_
from planlint.register import RoedTraad
from planlint.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.base import Diagnostic
    from planlint.register import Dekning
    from planlint.text import Language

_WHOLE = NN_(
    "Registeret viser ikke hva {n} plan i kraft eller under arbeid er forankret i: {deler}.",
    "Registeret viser ikke hva {n} planer i kraft eller under arbeid er forankret i: {deler}.",
)
_PARTS = {
    "PL201": NN_("{n} er av en type som skal være forankret", "{n} er av typer som skal være forankret"),
    "PL205": NN_("{n} skal høre til én bestemt plan", "{n} skal høre til hver sin plan"),
    "PL206": NN_(
        "{n} er en bindende arealplan som skal følge en arealstrategi",
        "{n} er bindende arealplaner som skal følge en arealstrategi",
    ),
    "": NN_("for {n} er det ingen regel som spør", "for {n} er det ingen regel som spør"),
}
_IN_FORCE = NN_("Av dem er {n} i kraft.", "Av dem er {n} i kraft.")
_GAPS = NN_("For {n} oppgir kildene det ikke (hull).", "For {n} oppgir kildene det ikke (hull).")


def anchor_sentences(found: Dekning, diagnostics: Iterable[Diagnostic], lang: Language) -> str:
    """Say how many plans have no documented anchor, which rules ask for it, and how many are gaps; "" where none is.

    `diagnostics` are all that the check has: new, known, suppressed and gaps. The parts add up to the number, so that
    the rules' numbers, the number of gaps and the number of plans without a thread are seen to be of the same plans.
    """
    asked = _asked(found, diagnostics)
    codes = Counter(asked[plan.entity].code if plan.entity in asked else "" for plan in found.uforankret)
    count = len(found.uforankret)
    if not count:
        return ""
    parts = [_part(code, codes[code], lang) for code in _PARTS if codes[code]]
    told = [lang.choose(*_WHOLE, count).format(n=lang.number(count), deler=lang.enumeration(parts))]
    current = sum(rad.roed_traad is RoedTraad.IKKE_DOKUMENTERT for rad in found.planer)
    gaps = sum(item.status == "gap" for item in asked.values())
    told += [_counted(_IN_FORCE, current, lang), *([_counted(_GAPS, gaps, lang)] if gaps else [])]
    return " ".join(told)


def _part(code: str, number: int, lang: Language) -> str:
    """Say how many a rule asks for, with its code where the reader has the files before them."""
    told = _counted(_PARTS[code], number, lang)
    return f"{told} ({code})" if code and lang.with_ids else told


def _asked(found: Dekning, diagnostics: Iterable[Diagnostic]) -> dict[str, Diagnostic]:
    """Give the first finding, or gap, that asks for each plan's anchor; else one by which a rule says more than that.

    PL206 tells of an arealdel without a tie that it is older than the arealstrategi, and then not that the tie is gone.
    """
    plans = {plan.entity for plan in found.uforankret}
    asked: dict[str, Diagnostic] = {}
    about = [item for item in diagnostics if item.entity in plans and item.code in _PARTS]
    for item in sorted(about, key=lambda item: "forankring" not in RULES[item.code].asked(item.finding)):
        asked.setdefault(item.entity, item)
    return asked


def _counted(words: tuple[str, str], number: int, lang: Language) -> str:
    return lang.choose(*words, number).replace("{n}", lang.number(number))
