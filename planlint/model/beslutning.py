"""What a planstrategi decides: about a plan, what comes after that, and work that is no plan (pbl § 10-1)."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, PlainValidator, StrictBool, Tag, WithJsonSchema
from pydantic_core import PydanticKnownError

from planlint.model.ord import Valg
from planlint.model.shared import PROSE, Id, Model, Name, Number, Text, Year, read_number
from planlint.model.tidspunkt import Tidspunkt

_LOWEST, _HIGHEST = 1, 9


def _amount(value: Any) -> int | float:
    number = read_number(value)
    if number < 0:
        raise PydanticKnownError("greater_than_equal", {"ge": 0})
    return number


def _prioritet(value: Any) -> int | str:
    """Accept a whole number from 1 to 9, or a word; text that is only digits is the number."""
    if isinstance(value, str) and not value.strip():
        raise PydanticKnownError("string_too_short", {"min_length": 1})
    if isinstance(value, str) and not value.strip().isdecimal():
        return value
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise PydanticKnownError("int_type")
    number = int(value)
    if number < _LOWEST:
        raise PydanticKnownError("greater_than_equal", {"ge": _LOWEST})
    if number > _HIGHEST:
        raise PydanticKnownError("less_than_equal", {"le": _HIGHEST})
    return number


def _is_yearly(value: Any) -> str:
    return "per_år" if isinstance(value, dict) else "fast"


Amount = Annotated[int | float, PlainValidator(_amount), WithJsonSchema({"type": "number", "minimum": 0})]
PerYear = dict[Year, Amount]
"""An amount for each year: {2024: 1, 2025: 0.5}."""
Prioritet = Annotated[
    int | str,
    PlainValidator(_prioritet),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "integer", "minimum": _LOWEST, "maximum": _HIGHEST},
                {"type": "string", "pattern": r"[^0-9\s]"},
            ]
        }
    ),
    PROSE,
]
Kapasitet = Annotated[
    Annotated[Number, Tag("fast")] | Annotated[PerYear, Tag("per_år")],
    Discriminator(_is_yearly),
]
"""What a sector has capacity for: works at the same time, or årsverk for each year."""


class Bestilling(Model):
    """Hvem som har bestilt arbeidet, når, og i hvilken sak."""

    organ: Id | None = Field(None, title="Organ", description="Hvem som bestilte det: et organ i plansystem.yaml.")
    dato: Tidspunkt | None = Field(None, title="Dato", description="Når det ble bestilt.", examples=["2020-06-09"])
    sak: Name | None = Field(None, title="Sak", description="Saksnummer.", examples=["41/20"])


class Deretter(Model):
    """Hva planstrategien har bestemt skal skje med planen etterpå."""

    valg: Valg = Field(title="Valg", description="Det som er bestemt.", examples=["oppheves"])
    vilkaar: Name | None = Field(
        None, title="Vilkår", description="Hva som må skje først.", examples=["når ny plan er vedtatt"]
    )
    oppstart: Tidspunkt | None = Field(None, title="Oppstart", description="Når arbeidet skal begynne.")
    ferdig: Tidspunkt | None = Field(None, title="Ferdig", description="Når det skal være gjort.")
    inn_i: Id | None = Field(None, title="Inn i", description="Planen som denne slås sammen med.")
    merknad: Text | None = Field(None, title="Merknad", description="Fritekst (Markdown).")


class Beslutning(Model):
    """Hva en planstrategi har bestemt skal skje med planen."""

    valg: Valg = Field(title="Valg", description="Det som er bestemt.", examples=["revideres"])
    vilkaar: Name | None = Field(
        None,
        title="Vilkår",
        description="Hva som må skje før beslutningen gjelder, med planstrategiens ord.",
        examples=["når ny plan er vedtatt"],
    )
    oppstart: Tidspunkt | None = Field(None, title="Oppstart", description="Når arbeidet skal begynne.")
    ferdig: Tidspunkt | None = Field(None, title="Ferdig", description="Når arbeidet skal være ferdig.")
    innsats: Literal["S", "M", "L"] | None = Field(None, title="Innsats", description="Liten, middels eller stor.")
    aarsverk: PerYear = Field(
        {}, title="Årsverk", description="Årsverk som er satt av, for hvert år.", examples=[{2024: 1, 2025: 0.5}]
    )
    kostnad: PerYear = Field(
        {}, title="Kostnad", description="Hva arbeidet koster, i kroner, for hvert år.", examples=[{2024: 500000}]
    )
    prioritet: Prioritet | None = Field(
        None,
        title="Prioritet",
        description="Et tall fra 1 til 9, der 1 er viktigst, eller planstrategiens eget ord.",
        examples=[1, "høy"],
    )
    nummer: Name | None = Field(
        None,
        title="Nummer",
        description="Nummeret i planstrategiens egen liste, i anførselstegn. Tabellene følger det.",
        examples=["12"],
    )
    ansvarlig: Id | None = Field(None, title="Ansvarlig", description="En sektor i plansystem.yaml.")
    utvalg: Id | None = Field(
        None, title="Utvalg", description="Det politiske utvalget som har saken: et organ i plansystem.yaml."
    )
    inn_i: Id | None = Field(None, title="Inn i", description="Planen som denne slås sammen med.")
    venter_paa: tuple[Id, ...] = Field(
        (), title="Venter på", description="Planer som må være ferdige før arbeidet med denne begynner."
    )
    deretter: tuple[Deretter, ...] = Field(
        (),
        title="Deretter",
        description="Det som skal skje etterpå, i rekkefølge, når mer enn én ting er bestemt om planen.",
        examples=[[{"valg": "oppheves", "vilkår": "når ny plan er vedtatt"}]],
    )
    hjemmel: tuple[Id, ...] = Field((), title="Hjemmel", description="Rettslig grunnlag for beslutningen.")
    bestilt: Bestilling | None = Field(
        None, title="Bestilt", description="Hvem som har bestilt arbeidet, for eksempel kommunestyret i et vedtak."
    )
    usikker: StrictBool = Field(default=False, title="Usikker", description="Kilden er selv i tvil om årstallene.")
    begrunnelse: Name | None = Field(
        None, title="Begrunnelse", description="Hvorfor, med planstrategiens ord (Markdown)."
    )
    merknad: Text | None = Field(None, title="Merknad", description="Fritekst (Markdown).")

    @property
    def every_valg(self) -> frozenset[Valg]:
        """What is decided first, and all that is decided for afterwards."""
        return frozenset((self.valg, *(later.valg for later in self.deretter)))


class Oppgave(Model):
    """Planarbeid i en planstrategi som ikke gjelder én plan i registeret, for eksempel opplæring eller en utredning."""

    tittel: Name = Field(title="Tittel", description="Hva som skal gjøres.", examples=["Private reguleringsplaner"])
    valg: Valg | None = Field(None, title="Valg", description="Det som er bestemt.")
    oppstart: Tidspunkt | None = Field(None, title="Oppstart", description="Når arbeidet skal begynne.")
    ferdig: Tidspunkt | None = Field(None, title="Ferdig", description="Når arbeidet skal være ferdig.")
    aarsverk: PerYear = Field(
        {}, title="Årsverk", description="Årsverk som er satt av, for hvert år.", examples=[{2024: 1, 2025: 0.5}]
    )
    kostnad: PerYear = Field(
        {}, title="Kostnad", description="Hva arbeidet koster, i kroner, for hvert år.", examples=[{2024: 500000}]
    )
    ansvarlig: Id | None = Field(None, title="Ansvarlig", description="En sektor i plansystem.yaml.")
    utvalg: Id | None = Field(
        None, title="Utvalg", description="Det politiske utvalget som har saken: et organ i plansystem.yaml."
    )
    merknad: Text | None = Field(None, title="Merknad", description="Fritekst (Markdown).")
