"""What the search fields know before anything is asked: titles to suggest, and the words that the site is written in.

A word that is not among them is a slip of the pen: the search page looks for the nearest one.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from planlint.site.page_words import SMALL_WORDS
from planlint.site.search_entry import PAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from planlint.site.page import Page

PATH = "assets/sokeord.json"
_WORD = re.compile(r"[^\W\d_]{4,}")


def _words(pages: Iterable[Page]) -> list[str]:
    """Give every word that is searched in, those of the pages that weigh most first, each part of a compound too."""
    best: dict[str, int] = {}
    for page in pages:
        known = page.soek
        texts = (page.tittel, known.tekst or page.beskrivelse, known.ord, page.hidden_words, *known.innhold)
        for word in _WORD.findall(" ".join(texts).casefold()):
            best[word] = min(best.get(word, known.rang), known.rang)
    return sorted(best, key=lambda word: (best[word], word))


def search_list(pages: Sequence[Page]) -> bytes:
    """Give the file: `titler` as title and path, what applies first, `ord`, and `smaaord`, what a question also has."""
    shown = [page for page in pages if page.soekbar]
    named = sorted(
        (page for page in shown if page.soek.rang not in PAGES), key=lambda page: (page.soek.rang, page.tittel)
    )
    titles = [[page.tittel, page.sti] for page in (*named, *(page for page in shown if page.soek.rang in PAGES))]
    told = {"titler": titles, "ord": _words(shown), "smaaord": SMALL_WORDS}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
