"""Values from the files that a reader knows by a name: in a sentence the name stands, in code the value itself."""

from __future__ import annotations

from typing import Self


class TypedCode(str):
    """A value as somebody types it in a file; code wherever it stands."""

    __slots__ = ()


class StatusCode(str):
    """A status of a plan, a planstrategi or a tiltak: `under_revisjon`, «Under revisjon»."""

    __slots__ = ()


class HendelseCode(str):
    """What an event is: `til_orientering`, «tatt til orientering»."""

    __slots__ = ()


class BeslutningCode(str):
    """What a planstrategi has decided: `slås_sammen`, «Slås sammen»."""

    __slots__ = ()


class RulleresCode(str):
    """How often something is to be revised: `hvert 4. år`."""

    __slots__ = ()


class LawName(str):
    """A provision by its short name: kommuneloven § 14-3, kommunelova § 14-3, the Local Government Act section 14-3."""

    __slots__ = ()


class Named(str):  # noqa: SLOT000 - a name is kept
    """An id with the name that it has in the files: a sector, a plan type, an organ."""

    name: str

    def __new__(cls, id_: str, name: str) -> Self:
        """Give an id its name."""
        made = super().__new__(cls, id_)
        made.name = name
        return made

    def __getnewargs__(self) -> tuple[str, str]:  # type: ignore[override] # a str is made of one
        """Give what makes a copy of it."""
        return str(self), self.name


class QuotedTitle(str):
    """A title that stands in quotation marks, as the reader's language sets them."""

    __slots__ = ()


class Titled(Named):
    """The id of a file with its title, which stands in quotation marks."""
