"""What no source states, in words: how many gaps there are, and of what."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from planlint.base import N_, NN_
from planlint.output.diff_labels import label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.base import Diagnostic
    from planlint.text import Language

_NAMES = {
    "ansvarlig": N_("ansvarlig sektor"),
    "dato": N_("dagen for vedtaket"),
    "høring": N_("høringen"),
    "indikator": N_("indikator som måler målet"),
    "nyere_verdier": N_("nyere målinger"),
    "sider": N_("sider i målkonflikten"),
    "offentliggjort": N_("dagen forslaget ble offentlig"),
    "oppstart": N_("dagen arbeidet begynte"),
    "planprogram": N_("planprogrammet"),
    "sak": N_("saksnummer"),
    "verdier": N_("målinger"),
}


def gap_name(asks: Iterable[str], lang: Language) -> str:
    """Give what a file lacks in a reader's words: «organ og saksnummer»."""
    return lang.enumeration([lang.gettext(_NAMES[name]) if name in _NAMES else _small(name, lang) for name in asks])


def _small(name: str, lang: Language) -> str:
    text = lang.gettext(label(name)) or name
    return text[:1].lower() + text[1:]


def gap_counts(gaps: Iterable[Diagnostic], lang: Language) -> list[tuple[str, int]]:
    """Give how many files lack each thing, in words, the most first."""
    counts = Counter(gap_name(item.finding.asks, lang) for item in gaps)
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def gap_sentence(gaps: Iterable[Diagnostic], lang: Language) -> str:
    """Say how many gaps there are, and of what; "" where there are none."""
    counts = gap_counts(gaps, lang)
    named = lang.whole_list([f"{name} ({lang.number(number)})" for name, number in counts])
    total = sum(number for _, number in counts)
    words = NN_(
        "{n} hull, som er en opplysning som kildene ifølge registeret ikke oppgir: {hva}.",
        "{n} hull, som er opplysninger som kildene ifølge registeret ikke oppgir: {hva}.",
    )
    return lang.choose(*words, total).format(n=lang.number(total), hva=named) if counts else ""
