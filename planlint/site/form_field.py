"""One field of a form, and what can be chosen in it."""

from __future__ import annotations

from typing import NamedTuple


class Choice(NamedTuple):
    """What can be chosen: the value, its name, what it stands under, and the status that it gives."""

    verdi: str
    navn: str
    under: str = ""
    status: str = ""


class FormField(NamedTuple):
    """A field: its path with dots, what it is called, its help, how it is filled in, and what can be chosen.

    `legg` is the list that it is one more item of, together with the others that are; `krav` that the item needs it,
    and `nokkel` that it is the key by which the item is found.
    """

    sti: str
    navn: str
    hjelp: str
    slag: str
    valg: tuple[Choice, ...] = ()
    liste: str = ""
    legg: str = ""
    krav: bool = False
    nokkel: bool = False

    @property
    def id(self) -> str:
        """What it is called in the page."""
        return "felt-" + self.sti.replace(".", "-")
