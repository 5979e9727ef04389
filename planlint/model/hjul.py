"""The wheels of a plan system: what comes round, how often, in which month, and before which body."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field, StrictBool

from planlint.model.plan import RULLERES
from planlint.model.plantype import as_list
from planlint.model.shared import Id, Model, Name
from planlint.model.tidspunkt import Tidspunkt

Rulleres = Annotated[str, Field(pattern=RULLERES)]


class Hjulsteg(Model):
    """Et steg i et hjul: det som skal skje hver gang hjulet går rundt."""

    hva: Name = Field(title="Hva", description="Hva som skjer.", examples=["Årsrapport"])
    plantype: Id | None = Field(
        None,
        title="Plantype",
        description="Plantypen som steget gjelder. Et vedtak om en plan av typen viser at steget er gjort.",
    )
    rulleres: Rulleres | None = Field(
        None,
        title="Rulleres",
        description="Hvor ofte steget kommer, der det er sjeldnere enn hjulet går rundt.",
        examples=["hvert 2. år"],
    )
    aar: Annotated[int, Field(strict=True, ge=1, le=40)] | None = Field(
        None, title="År", description="Hvilket år i omløpet steget hører til. 1 er det første.", examples=[1]
    )
    maaned: Annotated[int, Field(strict=True, ge=1, le=12)] | None = Field(
        None, title="Måned", description="Måneden steget hører til, med tall.", examples=[6]
    )
    organ: Annotated[tuple[Id, ...], BeforeValidator(as_list, json_schema_input_type=Id | list[Id])] = Field(
        (), title="Organ", description="Organene som behandler steget.", examples=["kommunestyret"]
    )
    ansvarlig: Id | None = Field(None, title="Ansvarlig", description="Sektoren som har ansvaret for steget.")
    skal_dokumenteres: StrictBool = Field(
        default=False,
        title="Skal dokumenteres",
        description=(
            "Registeret skal vise at steget er gjort, hver gang fra `fra` i hjulet. Uten feltet sier ingen regel fra "
            "når det mangler."
        ),
    )


class Hjul(Model):
    """Et hjul i styringssystemet: det som kommer igjen, og hvor ofte."""

    navn: Name = Field(title="Navn", description="Hjulets navn.", examples=["1-årshjulet"])
    rulleres: Rulleres = Field(
        title="Rulleres",
        description="Hvor lang tid hjulet bruker på å gå rundt. «hver valgperiode» begynner i valgåret.",
        examples=["årlig", "hver valgperiode"],
    )
    fra: Tidspunkt | None = Field(
        None,
        title="Fra",
        description="Året eller måneden det første omløpet begynner. Ingenting er forventet før det.",
        examples=[2023, "2027-01"],
    )
    steg: tuple[Hjulsteg, ...] = Field((), title="Steg", description="Stegene, i den rekkefølgen de kommer.")
