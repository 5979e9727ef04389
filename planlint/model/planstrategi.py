"""A planstrategi: what the council decides, once in a valgperiode, shall happen to the plan system (pbl § 10-1)."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from planlint.model.beslutning import Kapasitet, Oppgave, PerYear
from planlint.model.ord import Status
from planlint.model.shared import Enhet, Hendelse, Id, Kildehenvisning, Lenke, Name, Text

VALGPERIODE = r"^\d{4}-\d{4}$"


class Planstrategi(Enhet):
    """En planstrategi for en valgperiode."""

    kind: ClassVar[str] = "planstrategi"

    valgperiode: Annotated[str, Field(pattern=VALGPERIODE)] = Field(
        title="Valgperiode", description="Fra valgår til valgår.", examples=["2023-2027"]
    )
    status: Status | None = Field(None, title="Status", description="Hva planstrategien er nå.")
    sammendrag: Name | None = Field(None, title="Sammendrag", description="En til tre setninger i klarspråk.")
    prinsipper: tuple[Name, ...] = Field((), title="Prinsipper", description="Prinsipper for planarbeidet.")
    hendelser: tuple[Hendelse, ...] = Field(
        (), title="Hendelser", description="Daterte fakta, i den rekkefølgen de kom."
    )
    kunnskapsgrunnlag: tuple[Id, ...] = Field(
        (), title="Kunnskapsgrunnlag", description="Planer og analyser som planstrategien bygger på."
    )
    kapasitet: dict[Id, Kapasitet] = Field(
        {},
        title="Kapasitet",
        description="For hver sektor: samtidige planarbeider som et tall, eller årsverk til planarbeid for hvert år.",
        examples=[{"teknisk": 3, "oppvekst": {2024: 1.5, 2025: 1}}],
    )
    aarsverk: PerYear = Field(
        {},
        title="Årsverk",
        description="Årsverk til planarbeid i alt, for hvert år.",
        examples=[{2024: 8.5, 2025: 9}],
    )
    oppgaver: tuple[Oppgave, ...] = Field(
        (), title="Oppgaver", description="Planarbeid som ikke gjelder én plan i registeret, i planstrategiens orden."
    )
    tidligere_id: tuple[Id, ...] = Field((), title="Tidligere id", description="Filnavn planstrategien har hatt før.")
    lenker: tuple[Lenke, ...] = Field((), title="Lenker", description="Dokumenter og saker på nettet.")
    kilder: tuple[Kildehenvisning, ...] = Field((), title="Kilder", description="Hvor opplysningene kommer fra.")
    merknad: Text | None = Field(None, title="Merknad", description="Fritekst (Markdown).")
