"""The law: provisions as data, their text, and what a newer edition of a statute changes."""

from planlint.law.provisions import Bestemmelse, Ordlyd, Pliktslag, applies_on, bestemmelser, read
from planlint.law.tekst import tekst

__all__ = ["Bestemmelse", "Ordlyd", "Pliktslag", "applies_on", "bestemmelser", "read", "tekst"]
