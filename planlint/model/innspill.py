"""Input to a draft: who said what, when and where, how it was answered, and what it led to (medvirkning, pbl § 5-1)."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from planlint.model.shared import Enhet, Id, Kildehenvisning, Lenke, Model, Name, Text
from planlint.model.tidspunkt import Tidspunkt

Arena = Literal["verksted", "høring", "folkemøte", "møte_i_utvalg", "råd", "skjema", "annet"]
Utfall = Literal["tatt_inn", "delvis", "avvist", "til_orientering"]


class Svar(Model):
    """Hva kommunen svarte på innspillet, hvorfor, og hva det førte til."""

    utfall: Utfall = Field(
        title="Utfall", description="Om innspillet er tatt inn, helt eller delvis.", examples=["tatt_inn"]
    )
    begrunnelse: Name | None = Field(None, title="Begrunnelse", description="Hvorfor, med kommunens ord.")
    endring: Name | None = Field(None, title="Endring", description="Hva innspillet førte til, i ord.")
    foerte_til: tuple[Id, ...] = Field(
        (), title="Førte til", description="Målene (eller utkastene) som innspillet førte til eller endret."
    )
    dato: Tidspunkt | None = Field(None, title="Dato", description="Når det ble besvart.")
    organ: Id | None = Field(None, title="Organ", description="Hvem som svarte: et organ i plansystem.yaml.")
    sak: Name | None = Field(None, title="Sak", description="Saksnummer.", examples=["12/27"])


class Innspill(Enhet):
    """Et innspill til et utkast eller en plan: fra en høring, et verksted eller et møte."""

    kind: ClassVar[str] = "innspill"

    plan: Id | None = Field(None, title="Plan", description="Planen som innspillet gjelder.")
    maal: tuple[Id, ...] = Field((), title="Mål", description="Målene og utkastene som innspillet gjelder.")
    tema: tuple[Name, ...] = Field((), title="Tema", description="Emneord.")
    avsender: Name | None = Field(
        None,
        title="Avsender",
        description="Hvem innspillet er fra, som en rolle eller et organ. Aldri navnet på en person.",
        examples=["innbygger", "folkevalgte i verksted, gruppe 1", "statsforvalteren"],
    )
    arena: Arena | None = Field(None, title="Arena", description="Hvor innspillet kom.", examples=["høring"])
    dato: Tidspunkt | None = Field(None, title="Dato", description="Når innspillet kom, så nøyaktig som kilden sier.")
    nummer: Name | None = Field(
        None, title="Nummer", description="Nummeret i kommunens egen liste, i anførselstegn.", examples=["14"]
    )
    tekst: Text | None = Field(
        None, title="Tekst", description="Hva innspillet sier, uten opplysninger om personer (Markdown)."
    )
    stemmer: Annotated[int, Field(strict=True, ge=0)] | None = Field(
        None, title="Stemmer", description="Hvor mange stemmer, stjerner eller likelydende innspill kilden oppgir."
    )
    vekt: Name | None = Field(
        None, title="Vekt", description="Vekten innspillet fikk, med kildens ord.", examples=["viktigst i gruppa"]
    )
    svar: Svar | None = Field(
        None, title="Svar", description="Kommunens svar. Tomt betyr at svaret ikke er registrert."
    )
    tidligere_id: tuple[Id, ...] = Field((), title="Tidligere id", description="Filnavn innspillet har hatt før.")
    lenker: tuple[Lenke, ...] = Field((), title="Lenker", description="Dokumenter og saker på nettet.")
    kilder: tuple[Kildehenvisning, ...] = Field((), title="Kilder", description="Hvor opplysningene kommer fra.")
    merknad: Text | None = Field(None, title="Merknad", description="Fritekst (Markdown).")
