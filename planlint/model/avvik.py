"""plans/avvik/: findings that are known and accepted for now, one file each, with a reason that is true for it.

One file each, so that two who mend or accept two different ones never meet in git, whatever they are. The list of
format 1, `plans/avvik.yaml`, is read as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

from pydantic import BeforeValidator, Field

from planlint.model.shared import Kildehenvisning, Model, Name, Text
from planlint.model.tidspunkt import Day

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Avtrykk = Annotated[str, Field(pattern=r"^[0-9a-f]{12}$")]
RuleCode = Annotated[str, Field(pattern=r"^PL\d{3}$")]


class Avvik(Model):
    """Et kjent avvik: et funn som er satt til side med en grunn. Hvilken regel, hva det gjelder, og hvorfor."""

    regel: RuleCode = Field(title="Regel", description="Regelens kode.", examples=["PL301"])
    gjelder: Text = Field(
        title="Gjelder", description="Det funnet gjelder: slag og id.", examples=["plan/klimastrategi-2030"]
    )
    grunn: Name = Field(
        title="Grunn", description="Hvorfor funnet er et kjent avvik. Grunnen må være sann for det den gjelder."
    )
    kilder: tuple[Kildehenvisning, ...] = Field(
        (), title="Kilder", description="Det kildene sier om dette, med deres egne ord i `oppgir`."
    )
    godtatt: Day | None = Field(
        None, title="Godtatt", description="Dagen det ble godtatt. På tidligere dager sies det aldri at det er rettet."
    )
    til: Day | None = Field(None, title="Til", description="Siste dag funnet er godtatt.")
    avtrykk: Avtrykk = Field(
        title="Avtrykk", description="Merket til funnet. planlint skriver det.", examples=["c5a2b7f543c0"]
    )


class OldAvvikGroup(Model):
    """Kjente funn av én regel, med én grunn (format 1)."""

    regel: RuleCode
    grunn: Name
    til: Day | None = None
    gjelder: dict[Text, tuple[Avtrykk, ...]]


def _no_items(value: Any) -> Any:
    return () if value is None else value


class OldAvvikList(Model):
    """plans/avvik.yaml: alle kjente avvik i én fil (format 1)."""

    per: Day | None = None
    avvik: Annotated[tuple[OldAvvikGroup, ...], BeforeValidator(_no_items)] = ()


class KnownAvvik(NamedTuple):
    """A known finding, and where it stands: a file, and in a list of format 1 the way to its mark."""

    avvik: Avvik
    file: str
    path: tuple[str | int, ...] = ()

    @property
    def mark(self) -> tuple[str, str]:
        """The finding that it answers for, by rule and fingerprint."""
        return self.avvik.regel, self.avvik.avtrykk

    @property
    def group(self) -> tuple[str | int, ...]:
        """The way to what says until when: the file itself, or the group of a list."""
        return self.path[:2]

    def reason(self, titles: dict[str, str] | None = None) -> str:
        """Give the reason, with the sources' own words; `titles` are the sources' names by id."""
        return " ".join(part for part in (self.avvik.grunn, self.said(titles)) if part)

    def said(self, titles: dict[str, str] | None = None) -> str:
        """Give what the sources say of it, in their own words, each with the source; "" where they say nothing."""
        return " ".join(_said(item, titles or {}) for item in self.avvik.kilder if item.oppgir)


def _said(item: Kildehenvisning, titles: dict[str, str]) -> str:
    where = ", ".join(part for part in (titles.get(item.kilde, item.kilde), item.sted) if part)
    return f"«{item.oppgir}» ({where})."


def listed(files: Sequence[Avvik | OldAvvikList], file: str) -> Iterator[KnownAvvik]:
    """Give what a file accepts: one finding, or those of a list of format 1."""
    for one in files:
        if isinstance(one, Avvik):
            yield KnownAvvik(one, file)
            continue
        for number, group in enumerate(one.avvik):
            for entity, marks in group.gjelder.items():
                for position, mark in enumerate(marks):
                    facts = {name: getattr(group, name) for name in ("regel", "grunn", "til")}
                    single = Avvik(**facts, gjelder=entity, godtatt=one.per, avtrykk=mark)
                    yield KnownAvvik(single, file, ("avvik", number, "gjelder", entity, position))
