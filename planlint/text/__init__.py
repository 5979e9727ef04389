"""From codes and facts to words: the rules' texts are bokmål; other languages come from catalogues."""

from planlint.text.format import Words, render

__all__ = ["Words", "render"]
