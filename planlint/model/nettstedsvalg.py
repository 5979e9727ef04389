"""What plansystem.yaml says of the site: where it is, who stands behind it, its looks, and which other days it has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from planlint.model.shared import Model, Text
from planlint.model.tidspunkt import Day

if TYPE_CHECKING:
    from datetime import date


def _each_once(days: tuple[date, ...]) -> tuple[date, ...]:
    for place, day in enumerate(days):
        if day in days[:place]:
            raise PydanticCustomError("gjentatt", "the same twice", {"verdi": day.isoformat()})
    return days


Days = Annotated[
    tuple[Day, ...],
    Field(max_length=10, json_schema_extra={"uniqueItems": True}),
    AfterValidator(_each_once),
]


FARGE = r"^#[0-9A-Fa-f]{6}$"
VAAPEN = r"^([A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*\.(svg|png)$"
_LEAST_CONTRAST = 4.5
"""WCAG 2.1, 1.4.3: text against what it stands on."""


def _light(part: int) -> float:
    """Give how much light a part of a colour (0 to 255) gives, as WCAG 2.1 counts it."""
    share = part / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - the standard's


def contrast_to_white(colour: str) -> float:
    """Give the contrast between white and a colour written as `#rrggbb`: from 1 (white) to 21 (black)."""
    red, green, blue = (_light(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _read_farge(text: str) -> str:
    """Accept a colour that white text can be read on."""
    if (found := contrast_to_white(text)) < _LEAST_CONTRAST:
        raise PydanticCustomError("kontrast", "too little contrast", {"verdi": int(found * 10) / 10})
    return text.lower()


def _not_a_comment(value: Any) -> Any:
    """Refuse a colour that is not there: `farge: #14436b` is a field without a value, and a comment."""
    if value is None:
        raise PydanticCustomError("tom_farge", "a comment", {})
    return value


Farge = Annotated[
    Annotated[str, Field(pattern=FARGE), AfterValidator(_read_farge)] | None, BeforeValidator(_not_a_comment)
]


class Nettstedsvalg(Model):
    """Opplysninger nettstedet trenger: hvor det ligger, hvem som står bak, utseendet, andre dager."""

    adresse: Text | None = Field(
        None, title="Adresse", description="Hvor nettstedet publiseres.", examples=["https://plan.eksempel.kommune.no/"]
    )
    repositorium: Text | None = Field(
        None, title="Repositorium", description="Hvor filene ligger.", examples=["https://github.com/eksempel/plan"]
    )
    gren: Text = Field("main", title="Gren", description="Grenen som publiseres.")
    send_med_noekkel: bool = Field(
        default=False,
        title="Send med nøkkel",
        description="Skjemaet på nettstedet kan sende forslaget rett dit filene ligger. Den som sender, limer inn en "
        "nøkkel.",
    )
    kontakt: Text | None = Field(
        None, title="Kontakt", description="Hvem leseren kan spørre.", examples=["postmottak@eksempel.kommune.no"]
    )
    avsender: Text | None = Field(
        None,
        title="Avsender",
        description="Hvem som står bak nettstedet, nederst på hver side. Uten: kommunen.",
        examples=["Eksempel kommune, seksjon for plan"],
    )
    tilgjengelighetserklaering: Text | None = Field(
        None,
        title="Tilgjengelighetserklæring",
        description="Adressen til kommunens tilgjengelighetserklæring for nettstedet, hos uustatus.no.",
        examples=["https://uustatus.no/nb/erklaringer/publisert/eksempel"],
    )
    personvernerklaering: Text | None = Field(
        None,
        title="Personvernerklæring",
        description="Adressen til kommunens personvernerklæring.",
        examples=["https://www.eksempel.kommune.no/personvern"],
    )
    vaapen: Annotated[str, Field(pattern=VAAPEN, max_length=200)] | None = Field(
        None,
        title="Våpen",
        description="Filen med kommunevåpenet, regnet fra mappen over plans/: SVG eller PNG, høyst 50 kB.",
        examples=["vaapen.svg"],
    )
    farge: Farge = Field(
        None,
        title="Farge",
        description="Kommunens farge, i anførselstegn. Hvit tekst står på den, så den må være mørk nok.",
        examples=["#14436b"],
    )
    tidspunkter: Days = Field(
        (),
        title="Tidspunkter",
        description="Andre dager nettstedet viser plansystemet på, i utgaver ved siden av dagens.",
        examples=[["2020-06-01"]],
    )


NO_CHOICES: dict[str, Any] = {
    **dict.fromkeys(("adresse", "repositorium", "kontakt", "avsender", "vaapen", "farge")),
    **dict.fromkeys(("tilgjengelighetserklaering", "personvernerklaering")),
    "gren": "main",
    "send_med_noekkel": False,
    "tidspunkter": (),
}
