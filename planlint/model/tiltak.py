"""A measure that follows up a goal or a plan."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from planlint.model.beslutning import Amount, PerYear
from planlint.model.ord import TiltakStatus
from planlint.model.shared import Effekt, Enhet, Id, Kildehenvisning, Name, Text
from planlint.model.tidspunkt import Day, Tidspunkt


class Tiltak(Enhet):
    """Et tiltak som følger opp et mål eller en plan."""

    kind: ClassVar[str] = "tiltak"

    nummer: Name | None = Field(
        None, title="Nummer", description="Nummeret i planen, i anførselstegn.", examples=["10"]
    )
    plan: Id | None = Field(None, title="Plan", description="Planen som tiltaket står i.")
    maal: tuple[Id, ...] = Field((), title="Mål", description="Målene som tiltaket følger opp.")
    ansvarlig: Id | None = Field(None, title="Ansvarlig", description="En sektor i plansystem.yaml.")
    medansvarlige: tuple[Id, ...] = Field(
        (), title="Medansvarlige", description="Sektorer som har ansvaret sammen med den i `ansvarlig`."
    )
    status: TiltakStatus | None = Field(None, title="Status", description="Hvor langt tiltaket er kommet.")
    frist: Tidspunkt | None = Field(None, title="Frist", description="Når tiltaket skal være gjennomført.")
    effekt: Effekt | None = Field(None, title="Effekt", description="Virkningen som er ventet.")
    kostnad: PerYear = Field(
        {}, title="Kostnad", description="Hva tiltaket koster, i kroner, for hvert år.", examples=[{2027: 500000}]
    )
    driftsramme: PerYear = Field(
        {},
        title="Driftsramme",
        description="Hva budsjettet setter av til drift av tiltaket, i kroner, for hvert år.",
        examples=[{2027: 2500000, 2028: 2500000}],
    )
    investeringsramme: PerYear = Field(
        {},
        title="Investeringsramme",
        description="Hva budsjettet setter av til investeringer i tiltaket, i kroner, for hvert år.",
        examples=[{2027: 10000000}],
    )
    totalramme: Amount | None = Field(
        None,
        title="Totalramme",
        description="Rammen for hele investeringen, i kroner, også før og etter årene i budsjettet.",
        examples=[10000000],
    )
    sammendrag: Name | None = Field(None, title="Sammendrag", description="En til tre setninger i klarspråk.")
    gjennomgaatt: Day | None = Field(
        None, title="Gjennomgått", description="Dagen noen sist gikk gjennom filen og fant at alt fortsatt stemmer."
    )
    tidligere_id: tuple[Id, ...] = Field((), title="Tidligere id", description="Filnavn tiltaket har hatt før.")
    kilder: tuple[Kildehenvisning, ...] = Field((), title="Kilder", description="Hvor opplysningene kommer fra.")
    merknad: Text | None = Field(None, title="Merknad", description="Fritekst (Markdown).")
