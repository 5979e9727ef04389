"""From codes and facts to words: the rules' texts are bokmål; other languages come from catalogues."""

from planlint.text.compiled import LANGUAGES
from planlint.text.language import Language, Words, language

__all__ = ["LANGUAGES", "Language", "Words", "language"]
