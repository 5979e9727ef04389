"""What `planlint law check` tells: each paragraph that is changed, with its old and new words."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

from planlint.base import N_
from planlint.output.text import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.law import Bestemmelse, ChangedParagraph, LawComparison, SomeWords
    from planlint.text import Language

_WIDTH = 96
_MARK = {"-": "[-{}-]", "+": "{{+{}+}}", " ": "{}", "…": "…"}


def _ord(words: Iterable[SomeWords]) -> str:
    """Give words with what is taken out in [-…-] and what is put in in {+…+}."""
    return " ".join(_MARK[kind].format(harmless(text)) for kind, text in words)


def _change(change: ChangedParagraph, lang: Language) -> list[str]:
    first = change.bestemmelser[0]
    ids = ", ".join(one.id for one in change.bestemmelser)
    name = f"{first.lov} {first.paragraf}"
    if not change.ord:
        return [lang.gettext("{lov} ({id}) står ikke lenger i loven.").format(lov=name, id=ids), ""]
    head = lang.gettext("{lov} ({id}) er endret:").format(lov=name, id=ids)
    return [head, *textwrap.wrap(_ord(change.ord), _WIDTH, initial_indent="  ", subsequent_indent="  "), ""]


def _list(text: str, those: Iterable[Bestemmelse], lang: Language) -> list[str]:
    names = "; ".join(one.navn for one in those)
    return textwrap.wrap(f"{lang.gettext(text)} {names}.", _WIDTH, subsequent_indent="  ") if names else []


def law_check_json(found: LawComparison) -> dict[str, Any]:
    """Give the comparison as data: ids of provisions, and the words of each changed paragraph."""
    return {
        "changed": [
            {
                "ids": [one.id for one in change.bestemmelser],
                "gone": not change.ord,
                "words": [{"kind": kind, "text": text} for kind, text in change.ord],
            }
            for change in found.endret
        ],
        "missing": [one.id for one in found.mangler],
        "unread": [one.id for one in found.ulest],
        "same": found.like,
    }


def law_check_text(found: LawComparison, lang: Language) -> str:
    """Give the comparison for a terminal: what is changed, what could not be compared, and how many are the same."""
    rows = [row for change in found.endret for row in _change(change, lang)]
    rows += _list(N_("Mappen har ikke disse, så de er ikke sammenlignet:"), found.mangler, lang)
    rows += _list(N_("Disse er ikke lest i loven, så det finnes ingen tekst å sammenligne med:"), found.ulest, lang)
    number = len(found.endret)
    changed = lang.ngettext("{n} paragraf er endret", "{n} paragrafer er endret", number)
    same = lang.ngettext("{n} bestemmelse er lik", "{n} bestemmelser er like", found.like)
    return "\n".join([*rows, f"{changed}, {same}.", ""])
