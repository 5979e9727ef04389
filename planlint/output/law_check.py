"""What `planlint law check` tells: each paragraph that is changed, with its old and new words."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

from planlint.base import N_
from planlint.output.text import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.law import Bestemmelse, ChangedDay, ChangedParagraph, LawComparison, SomeWords
    from planlint.text import Language

_WIDTH = 96
_MARK = {"-": "[-{}-]", "+": "{{+{}+}}", " ": "{}", "…": "…"}


def _ord(words: Iterable[SomeWords]) -> str:
    """Give words with what is taken out in [-…-] and what is put in in {+…+}."""
    return " ".join(_MARK[kind].format(harmless(text)) for kind, text in words)


def _change(change: ChangedParagraph, lang: Language) -> list[str]:
    """Give a changed paragraph with its words; of one with a day of entry into force, whose days rest on it."""
    ids = ", ".join(one.id for one in change.bestemmelser)
    name = f"{change.lov} {change.paragraf}"
    gone, other = (N_("{lov} ({id}) står ikke lenger i loven."), N_("{lov} ({id}) er endret:"))
    if change.dager:
        gone = N_("{lov} står ikke lenger i loven. Dagene til disse hviler på den: {id}.")
        other = N_("{lov} er endret. Dagene til disse hviler på den: {id}.")
    head = _wrapped(lang.gettext(other if change.ord else gone).format(lov=name, id=ids))
    return [*head, *textwrap.wrap(_ord(change.ord), _WIDTH, initial_indent="  ", subsequent_indent="  "), ""]


def _day(change: ChangedDay, lang: Language) -> list[str]:
    text = N_("{lov} har fått en annen dag for ikrafttredelse øverst: før {foer}, nå {naa}.")
    none = lang.gettext("ingen")
    words = {"lov": change.lov, "foer": change.foer or none, "naa": harmless(change.naa) or none}
    return [*_wrapped(lang.gettext(text).format(**words)), ""]


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, subsequent_indent="  ")


def _list(text: str, those: Iterable[Bestemmelse], lang: Language) -> list[str]:
    names = "; ".join(one.navn for one in those)
    return _wrapped(f"{lang.gettext(text)} {names}.") if names else []


def law_check_json(found: LawComparison) -> dict[str, Any]:
    """Give the comparison as data: ids of provisions, and the words of each changed paragraph."""
    return {
        "changed": [
            {
                "paragraph": change.paragraf,
                "ids": [one.id for one in change.bestemmelser],
                "days": change.dager,
                "gone": not change.ord,
                "words": [{"kind": kind, "text": text} for kind, text in change.ord],
            }
            for change in found.endret
        ],
        "in_force": [{"law": day.lov, "before": day.foer, "now": day.naa} for day in found.dager],
        "missing": [one.id for one in found.mangler],
        "unread": [one.id for one in found.ulest],
        "same": found.like,
    }


def law_check_text(found: LawComparison, lang: Language) -> str:
    """Give the comparison for a terminal: what is changed, what could not be compared, and how many are the same."""
    rows = [row for change in found.endret for row in _change(change, lang)]
    rows += [row for day in found.dager for row in _day(day, lang)]
    rows += _list(N_("Mappen har ikke disse, så de er ikke sammenlignet:"), found.mangler, lang)
    rows += _list(N_("Disse er ikke lest i loven, så det finnes ingen tekst å sammenligne med:"), found.ulest, lang)
    gone = sum(not change.ord for change in found.endret)
    changed, n = len(found.endret) - gone, lang.ngettext
    told = [
        n("{n} paragraf er endret", "{n} paragrafer er endret", changed),
        *([n("{n} paragraf er borte", "{n} paragrafer er borte", gone)] if gone else []),
        n("{n} paragraf er lik", "{n} paragrafer er like", found.like),
    ]
    return "\n".join([*rows, f"{lang.enumeration(told)}.", ""])
