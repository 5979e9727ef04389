"""A plan: kommuneplan parts, kommunedelplaner, temaplaner, strategies, reports, analyses."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Self

from pydantic import BeforeValidator, Field, StrictBool, model_validator
from pydantic_core import PydanticCustomError

from planlint.model.beslutning import Beslutning
from planlint.model.budsjett import Budsjett
from planlint.model.ord import Status
from planlint.model.shared import (
    Baerekraftsmaal,
    Enhet,
    Hendelse,
    Id,
    Kildehenvisning,
    Lenke,
    Model,
    Name,
    Periode,
    Text,
)
from planlint.model.tidspunkt import Day, Tidspunkt

RULLERES = r"^(årlig|hver valgperiode|ved behov|hvert ([2-9]|[1-3][0-9])\. år)$"


class Arbeid(Model):
    """Arbeidet med planen: når det begynte, og når det skal være ferdig."""

    oppstart: Tidspunkt | None = Field(None, title="Oppstart", description="Når arbeidet begynte eller skal begynne.")
    ferdig: Tidspunkt | None = Field(None, title="Ferdig", description="Når arbeidet skal være ferdig.")
    usikker: StrictBool = Field(
        default=False, title="Usikker", description="Kilden er selv i tvil, for eksempel «2021?»."
    )
    merknad: Text | None = Field(None, title="Merknad", description="Fritekst (Markdown).")


class Revisjon(Model):
    """Når planen skal vurderes på nytt."""

    rulleres: Annotated[str, Field(pattern=RULLERES)] | None = Field(
        None, title="Rulleres", description="Hvor ofte.", examples=["årlig", "hvert 4. år", "hver valgperiode"]
    )
    neste: Tidspunkt | None = Field(None, title="Neste", description="Neste revisjon.", examples=[2025, "2025-06-30"])
    usikker: StrictBool = Field(default=False, title="Usikker", description="Kilden er selv i tvil.")
    kilde: Id | None = Field(None, title="Kilde", description="En kilde i plansystem.yaml.")
    merknad: Text | None = Field(None, title="Merknad", description="Fritekst (Markdown).")


class Forankring(Model):
    """Et mål (eller en plan) over planen, som planen følger opp."""

    maal: Id | None = Field(None, title="Mål", description="Målet som planen følger opp.")
    plan: Id | None = Field(None, title="Plan", description="Planen over, for handlingsplaner og delplaner.")
    bekreftet: Day | None = Field(None, title="Bekreftet", description="Dagen en planlegger bekreftet koblingen.")
    avtrykk: Text | None = Field(
        None, title="Avtrykk", description="Merke for målets tekst da koblingen ble bekreftet."
    )
    sitat: Text | None = Field(None, title="Sitat", description="Målet slik planen selv gjengir det.")
    merknad: Text | None = Field(None, title="Merknad", description="Fritekst (Markdown).")

    @model_validator(mode="after")
    def _points_at_something(self) -> Self:
        if not self.maal and not self.plan:
            raise PydanticCustomError("uten_anker", "neither a goal nor a plan", {})
        return self


def _forankring(value: Any) -> Any:
    return {"mål": value} if isinstance(value, str) else value


ForankringOrId = Annotated[
    Forankring,
    BeforeValidator(_forankring, json_schema_input_type=Id | Forankring),
]


class Plan(Enhet):
    """En plan, strategi, melding, analyse eller et annet styringsdokument."""

    kind: ClassVar[str] = "plan"
    default_when_missing: ClassVar[dict[str, str]] = {"type": ""}

    type: Id = Field(title="Plantype", description="En plantype i plansystem.yaml.", examples=["strategi"])
    status: Status | None = Field(None, title="Status", description="Hva planen er nå.", examples=["vedtatt"])
    sammendrag: Name | None = Field(None, title="Sammendrag", description="En til tre setninger i klarspråk.")
    periode: Periode | None = Field(None, title="Periode", description="Tiden planen gjelder for.")
    arbeid: Arbeid | None = Field(None, title="Arbeid", description="Arbeidet med planen som pågår eller er planlagt.")
    hendelser: tuple[Hendelse, ...] = Field(
        (), title="Hendelser", description="Daterte fakta, i den rekkefølgen de kom."
    )
    revisjon: Revisjon | None = Field(None, title="Revisjon", description="Når planen skal vurderes på nytt.")
    ansvarlig: Id | None = Field(None, title="Ansvarlig", description="Sektoren som har ansvaret.")
    forankring: tuple[ForankringOrId, ...] = Field(
        (), title="Forankring", description="Målene (eller planene) over, som planen følger opp."
    )
    utfordringer: tuple[Id, ...] = Field(
        (), title="Utfordringer", description="Utfordringene som planen skal svare på."
    )
    del_av: Id | None = Field(None, title="Del av", description="En større plan som denne er en del av.")
    bygger_paa: tuple[Id, ...] = Field((), title="Bygger på", description="Kunnskapsgrunnlag som planen bygger på.")
    erstatter: tuple[Id, ...] = Field((), title="Erstatter", description="Planer som denne trådte i stedet for.")
    avgrenset_mot: tuple[Id, ...] = Field(
        (), title="Avgrenset mot", description="Lignende planer som denne er avgrenset mot."
    )
    hjemmel: tuple[Id, ...] = Field((), title="Hjemmel", description="Rettslig grunnlag.", examples=[["pbl-11-2"]])
    lovpaalagt: StrictBool | None = Field(None, title="Lovpålagt", description="Om en lov krever planen.")
    tema: tuple[Name, ...] = Field((), title="Tema", description="Emneord.", examples=[["klima"]])
    maalgruppe: tuple[Name, ...] = Field((), title="Målgruppe", description="Hvem planen er for.")
    partnere: tuple[Name, ...] = Field((), title="Partnere", description="Andre kommuner som har vedtatt planen.")
    baerekraftsmaal: tuple[Baerekraftsmaal, ...] = Field(
        (),
        title="Bærekraftsmål",
        description='FNs bærekraftsmål: mål (13) eller delmål ("13.2").',
        examples=[[11, "13.2"]],
    )
    beslutninger: dict[Id, Beslutning] = Field(
        {}, title="Beslutninger", description="Hva hver planstrategi har bestemt skal skje med planen."
    )
    budsjett: Budsjett | None = Field(
        None, title="Budsjett", description="Et budsjett i planen, for eksempel et klimabudsjett: poster og sum."
    )
    arealplan_id: Name | None = Field(
        None, title="Arealplan-id", description="Nasjonal id, bare for bindende arealplaner."
    )
    gjennomgaatt: Day | None = Field(
        None, title="Gjennomgått", description="Dagen noen sist gikk gjennom filen og fant at alt fortsatt stemmer."
    )
    tidligere_id: tuple[Id, ...] = Field((), title="Tidligere id", description="Filnavn planen har hatt før.")
    lenker: tuple[Lenke, ...] = Field((), title="Lenker", description="Dokumenter og saker på nettet.")
    kilder: tuple[Kildehenvisning, ...] = Field((), title="Kilder", description="Hvor opplysningene kommer fra.")
    merknad: Text | None = Field(None, title="Merknad", description="Fritekst (Markdown).")
