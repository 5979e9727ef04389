"""From codes and facts to words, in bokmål, nynorsk and English.

May use `source`, and what lies below.
"""

from planlint.text.compiled import LANGUAGES
from planlint.text.kept_words import KEPT, KEPT_UNDER_HEAD, has_kept_words
from planlint.text.language import Language, Words, language
from planlint.text.names import (
    ARENA_NAMES,
    BEGINS,
    BESLUTNING_NAMES,
    DONE,
    DRAFT_OUTCOME,
    EVENT_NAMES,
    FORSLAG_UTFALL_NAMES,
    FULGT_OPP_NAMES,
    OLD_GOAL_NAMES,
    ROED_TRAAD_NAMES,
    SEVERITY,
    STATUS,
    USIKKER_UTFALL_NAMES,
    UTFALL_NAMES,
)
from planlint.text.sorting import alphabetical

__all__ = [
    "ARENA_NAMES",
    "BEGINS",
    "BESLUTNING_NAMES",
    "DONE",
    "DRAFT_OUTCOME",
    "EVENT_NAMES",
    "FORSLAG_UTFALL_NAMES",
    "FULGT_OPP_NAMES",
    "KEPT",
    "KEPT_UNDER_HEAD",
    "LANGUAGES",
    "OLD_GOAL_NAMES",
    "ROED_TRAAD_NAMES",
    "SEVERITY",
    "STATUS",
    "USIKKER_UTFALL_NAMES",
    "UTFALL_NAMES",
    "Language",
    "Words",
    "alphabetical",
    "has_kept_words",
    "language",
]
