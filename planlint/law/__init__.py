"""The law: provisions as data, their text, and what a newer edition of a statute changes."""

from planlint.law.bestemmelser import Bestemmelse, Ordlyd, Pliktslag, bestemmelser, gjelder, read
from planlint.law.tekst import tekst

__all__ = ["Bestemmelse", "Ordlyd", "Pliktslag", "bestemmelser", "gjelder", "read", "tekst"]
