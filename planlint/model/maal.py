"""A goal: hovedmål, delmål, strategi, arealstrategi, or another goal type that plansystem.yaml declares."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import Field, StrictBool, model_validator
from pydantic_core import PydanticCustomError

from planlint.model.shared import Baerekraftsmaal, Effekt, Enhet, Id, Kildehenvisning, Model, Name, Text, TypeId


class Blir(Model):
    """Hva det ble av et utkast da planen ble vedtatt, eller av et mål da planen ble erstattet."""

    utfall: Literal["uendret", "omformulert", "sammenslått", "delt", "utgått"] = Field(
        title="Utfall", description="Hva som skjedde med utkastet.", examples=["omformulert"]
    )
    maal: Id | None = Field(None, title="Mål", description="Det vedtatte målet. Et utkast som er utgått, har ikke noe.")
    usikker: StrictBool = Field(
        default=False, title="Usikker", description="Koblingen bygger på likhet. Kilden sier den ikke."
    )
    begrunnelse: Name | None = Field(None, title="Begrunnelse", description="Hvorfor, med kommunens ord.")
    merknad: Text | None = Field(None, title="Merknad", description="Fritekst (Markdown).")

    @model_validator(mode="after")
    def _names_a_goal_or_none(self) -> Self:
        if (self.maal is None) != (self.utfall == "utgått"):
            raise PydanticCustomError("blir_uten_mål", "dropped with a goal, or adopted without", {})
        return self


class Maal(Enhet):
    """Et mål i kommuneplanens samfunnsdel eller i en annen plan."""

    kind: ClassVar[str] = "maal"

    kortnavn: Name | None = Field(
        None,
        title="Kortnavn",
        description="Det korte navnet som planen setter foran målet, til tabeller og overskrifter.",
        examples=["Livsmestring for alle"],
    )
    type: TypeId = Field(title="Måltype", description="En måltype i plansystem.yaml.", examples=["delmål"])
    plan: Id = Field(title="Plan", description="Planen som målet er vedtatt i.")
    ansvarlig: Id | None = Field(
        None, title="Ansvarlig", description="Sektoren eller programområdet som målet hører til, om planen sier det."
    )
    overordnet: Id | None = Field(None, title="Overordnet", description="Målet over. Et hovedmål har ingen.")
    nummer: Name | None = Field(
        None, title="Nummer", description="Nummeret i planen, i anførselstegn.", examples=["3.1"]
    )
    utkast: StrictBool = Field(
        default=False, title="Utkast", description="Målet er foreslått i arbeidet med planen, og er ikke vedtatt."
    )
    variant: Name | None = Field(
        None,
        title="Variant",
        description="Hvilken variant utkastet er, når det finnes flere med samme nummer.",
        examples=["A", "ordlyden i høringen"],
    )
    blir: tuple[Blir, ...] = Field(
        (),
        title="Blir",
        description=(
            "Hva det ble av utkastet: det vedtatte målet, eller at det er utgått. Ved et mål i en plan som blir "
            "erstattet, sier `utfall: utgått` at målet ikke føres videre."
        ),
    )
    sammendrag: Name | None = Field(None, title="Sammendrag", description="En til tre setninger i klarspråk.")
    baerekraftsmaal: tuple[Baerekraftsmaal, ...] = Field(
        (), title="Bærekraftsmål", description='FNs bærekraftsmål: mål (13) eller delmål ("13.2").', examples=[[13]]
    )
    viderefoerer: tuple[Id, ...] = Field(
        (), title="Viderefører", description="Mål i en tidligere samfunnsdel som dette målet fører videre."
    )
    tema: tuple[Name, ...] = Field((), title="Tema", description="Emneord.")
    effekt: Effekt | None = Field(None, title="Effekt", description="Virkningen som målet er ventet å gi.")
    tidligere_id: tuple[Id, ...] = Field((), title="Tidligere id", description="Filnavn målet har hatt før.")
    kilder: tuple[Kildehenvisning, ...] = Field((), title="Kilder", description="Hvor opplysningene kommer fra.")
    merknad: Text | None = Field(None, title="Merknad", description="Fritekst (Markdown).")

    @property
    def label(self) -> str:
        """The goal as a heading or a cell calls it: its number, and its short name where it has one, else its title."""
        return f"{self.nummer or ''} {self.kortnavn or self.tittel}".strip()

    @property
    def full_title(self) -> str:
        """All the goal's words: its short name, where it has one, and its title."""
        return f"{self.kortnavn}: {self.tittel}" if self.kortnavn else self.tittel
