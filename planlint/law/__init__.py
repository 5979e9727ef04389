"""The law: provisions as data, their text, and what a newer edition of a statute changes."""

from planlint.law.provision_text import text_of
from planlint.law.provisions import Bestemmelse, Ordlyd, Pliktslag, applies_on, bestemmelser, read

__all__ = ["Bestemmelse", "Ordlyd", "Pliktslag", "applies_on", "bestemmelser", "read", "text_of"]
