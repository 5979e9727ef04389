"""An indicator: what is measured, its values, forecasts and targets by year."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field

from planlint.model.shared import Enhet, Id, Kildehenvisning, Model, Name, Number, Text, Year
from planlint.model.tidspunkt import Day


class Maaltall(Model):
    """Et måltall: et tall, eller grensene som verdien skal holde seg innenfor."""

    verdi: Number | None = Field(None, title="Verdi", description="Tallet som skal nås.")
    minst: Number | None = Field(None, title="Minst", description="Tallet eller mer.")
    hoeyst: Number | None = Field(None, title="Høyst", description="Tallet eller mindre.")
    over: Number | None = Field(None, title="Over", description="Mer enn tallet.")
    under: Number | None = Field(None, title="Under", description="Mindre enn tallet.")


def _maaltall(value: Any) -> Any:
    return {"verdi": value} if isinstance(value, int | float | str) else value


MaaltallOrNumber = Annotated[Maaltall, BeforeValidator(_maaltall, json_schema_input_type=Number | Maaltall)]


class Indikator(Enhet):
    """Noe som måles, med verdier og måltall per år."""

    kind: ClassVar[str] = "indikator"

    enhet: Text = Field(title="Enhet", description="Måleenheten, vist etter tallet.", examples=["prosent", "kroner"])
    maal: tuple[Id, ...] = Field((), title="Mål", description="Målene som indikatoren måler.")
    sitat: dict[Id, Text] = Field(
        {}, title="Sitat", description="Målene slik indikatoren selv gjengir dem, med målets id foran."
    )
    plan: Id | None = Field(None, title="Plan", description="Planen som har indikatoren.")
    ansvarlig: Id | None = Field(None, title="Ansvarlig", description="En sektor i plansystem.yaml.")
    retning: Literal["opp", "ned", "stabil"] | None = Field(None, title="Retning", description="Veien som er ønsket.")
    sammendrag: Name | None = Field(None, title="Sammendrag", description="Hva indikatoren viser, i klarspråk.")
    verdier: dict[Year, Number] = Field({}, title="Verdier", description="Målte verdier per år.", examples=[{2018: 63}])
    prognose: dict[Year, Number] = Field({}, title="Prognose", description="Ventede eller budsjetterte verdier per år.")
    maaltall: dict[Year, MaaltallOrNumber] = Field(
        {}, title="Måltall", description="Verdien som skal nås, per år.", examples=[{2023: 71, 2024: {"minst": 72}}]
    )
    gjennomgaatt: Day | None = Field(
        None,
        title="Gjennomgått",
        description="Dagen noen sist gikk gjennom filen og fant at alt fortsatt stemmer.",
    )
    tidligere_id: tuple[Id, ...] = Field((), title="Tidligere id", description="Filnavn indikatoren har hatt før.")
    kilder: tuple[Kildehenvisning, ...] = Field((), title="Kilder", description="Hvor opplysningene kommer fra.")
    merknad: Text | None = Field(None, title="Merknad", description="Fritekst (Markdown).")
