"""A challenge that the goals are to answer, or a conflict between goals."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from planlint.model.shared import Enhet, Id, Kildehenvisning, Name, Text
from planlint.model.tidspunkt import Day


class Utfordring(Enhet):
    """En utfordring som målene skal svare på, eller en konflikt mellom mål."""

    kind: ClassVar[str] = "utfordring"

    type: Literal["utfordring", "målkonflikt"] = Field("utfordring", title="Type", description="Hva slags utfordring.")
    sammendrag: Name | None = Field(None, title="Sammendrag", description="En til tre setninger i klarspråk.")
    tema: tuple[Name, ...] = Field((), title="Tema", description="Emneord.")
    maal: tuple[Id, ...] = Field(
        (), title="Mål", description="Målene som svarer på utfordringen. I en målkonflikt: målene som er i konflikt."
    )
    sider: tuple[Name, ...] = Field(
        (),
        title="Sider",
        description="I en målkonflikt: hensynene som står mot hverandre, ett på hver side.",
        examples=[["flere boliger", "bevare naturen"]],
    )
    maal_paa_side: dict[Id, Name] = Field(
        {},
        title="Mål på side",
        description="I en målkonflikt: hvilken side hvert mål står på, med ordene fra `sider`.",
        examples=[{"flere-boliger": "flere boliger", "naer-natur": "bevare naturen"}],
    )
    avveiing: Name | None = Field(
        None, title="Avveiing", description="I en målkonflikt: hvordan hensynene er veid, og hvem som har gjort det."
    )
    kjede: tuple[Name, ...] = Field(
        (), title="Kjede", description="Leddene i en årsakskjede («dette henger sammen»), i kildens rekkefølge."
    )
    gjennomgaatt: Day | None = Field(
        None,
        title="Gjennomgått",
        description="Dagen noen sist gikk gjennom filen og fant at alt fortsatt stemmer.",
    )
    tidligere_id: tuple[Id, ...] = Field((), title="Tidligere id", description="Filnavn utfordringen har hatt før.")
    kilder: tuple[Kildehenvisning, ...] = Field((), title="Kilder", description="Hvor opplysningene kommer fra.")
    merknad: Text | None = Field(None, title="Merknad", description="Fritekst (Markdown).")

    def maal_paa(self, side: str) -> tuple[str, ...]:
        """Give the ids of the goals in the conflict that stand on a side, in the order of `mål`."""
        return tuple(id_ for id_ in self.maal if self.maal_paa_side.get(id_) == side)
