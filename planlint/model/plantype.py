"""Levels, types of plans and types of goals: what a municipality's plan system is made of, as plansystem.yaml says."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StrictBool, model_validator

from planlint.model.ord import Status
from planlint.model.plan import RULLERES
from planlint.model.shared import Id, Model, Name, Text, TypeId


def as_list(value: Any) -> Any:
    """Give a text alone as a list of one; anything else as it is."""
    return [value] if isinstance(value, str) else value


class Nivaa(Model):
    """Et nivå i plansystemet, og spørsmålet det svarer på."""

    navn: Name = Field(title="Navn", description="Nivåets navn.")
    rang: Annotated[int, Field(ge=0, le=20)] = Field(title="Rang", description="1 er øverst.")
    spoersmaal: Annotated[tuple[Name, ...], BeforeValidator(as_list, json_schema_input_type=Name | list[Name])] = Field(
        (), title="Spørsmål", description="Spørsmålene nivået svarer på.", examples=["Hva skal vi oppnå?"]
    )
    horisont: Name | None = Field(
        None,
        title="Horisont",
        description="Hvor langt fram det ser: «20 år», «10-12 år» eller «4 år (1+3)».",
        examples=["20 år"],
    )
    styrer: tuple[Id, ...] = Field(
        (), title="Styrer", description="Nivåene som nivået er styrende for.", examples=[["prioritering"]]
    )


_LAND_USE = re.compile(r"arealdel|\(areal|\barealplan|regulering(?:s?plan)?\b", re.IGNORECASE)
_OTHERS = re.compile(r"(?:regional|ekstern|statlig|fylkeskommunal)", re.IGNORECASE)
_NOT_OURS = re.compile(r"ikke kommunens eg(?:en|ne)\b|\bfylkes(?:kommunen|tinget) vedtar\b", re.IGNORECASE)
_NO_PLAN = re.compile(r"program|strategi|prinsipp", re.IGNORECASE)


class Plantype(Model):
    """En plantype: nivået, hvem som vedtar den, hva den skal være forankret i, og hva den skal oppgi."""

    navn: Name = Field(title="Navn", description="Navnet i entall, med liten forbokstav.", examples=["temaplan"])
    gruppe: Name | None = Field(None, title="Gruppe", description="Overskriften i planoversikten.")
    nivaa: Id | None = Field(None, title="Nivå", description="Et nivå fra nivåer.")
    rolle: Literal["samfunnsdel", "arealdel", "handlingsdel"] | None = Field(
        None, title="Rolle", description="Rollen i plan- og bygningsloven, der den finnes."
    )
    lovpaalagt: StrictBool | None = Field(None, title="Lovpålagt", description="Om en lov krever typen.")
    hjemmel: tuple[Id, ...] = Field((), title="Hjemmel", description="Rettslig grunnlag.")
    vedtas_av: tuple[Id, ...] = Field((), title="Vedtas av", description="Organene som kan vedta typen.")
    forankring: Literal["påkrevd", "valgfri", "ingen"] = Field(
        "valgfri", title="Forankring", description="Om en plan av typen skal vise til et mål eller en plan over seg."
    )
    forankres_i: tuple[TypeId, ...] = Field(
        (), title="Forankres i", description="Måltypene og plantypene som typen kan forankres i. Tomt: alle."
    )
    foreldreplan: StrictBool = Field(
        default=False, title="Foreldreplan", description="Typen skal ha nøyaktig én plan over seg (handlingsplaner)."
    )
    lengste_periode: Annotated[int, Field(ge=1, le=100)] | None = Field(
        None, title="Lengste periode", description="I år."
    )
    rulleres: Annotated[str, Field(pattern=RULLERES)] | None = Field(
        None, title="Rulleres", description="Hvor ofte typen skal vurderes på nytt.", examples=["hvert 4. år"]
    )
    kunnskapsgrunnlag: StrictBool = Field(
        default=False, title="Kunnskapsgrunnlag", description="Tas til orientering i stedet for å vedtas."
    )
    intern: StrictBool = Field(default=False, title="Intern", description="Fastsettes administrativt, ikke politisk.")
    utenfor_planstrategi: Name | None = Field(
        None,
        title="Utenfor planstrategien",
        description="Hvorfor planstrategien ikke avgjør hva som skal skje med planer av typen.",
        examples=["Fylkeskommunen vedtar regionale planer."],
    )
    bindende: StrictBool = Field(
        default=False,
        title="Bindende",
        description="Bindende for arealbruken. Uten feltet: arealdel og reguleringsplan er det, andre ikke.",
    )
    prosess: Name | None = Field(None, title="Prosess", description="Prosessen som typen følger.")
    krav: dict[Status, tuple[Text, ...]] = Field(
        {},
        title="Krav",
        description="Felt som skal være fylt ut fra og med en status.",
        examples=[{"vedtatt": ["ansvarlig"]}],
    )

    @property
    def is_others(self) -> bool:
        """Whether another than the municipality decides plans of the type: by its name, or as the type itself says.

        A regional plan is decided by fylkestinget (pbl § 8-4).
        """
        return bool(_OTHERS.match(self.navn) or _NOT_OURS.search(self.utenfor_planstrategi or ""))

    @model_validator(mode="before")
    @classmethod
    def _binding_by_law(cls, data: Any) -> Any:
        """Let a type that says nothing be what the law says of it: an arealdel and a regulation plan are binding.

        pbl §§ 11-6 and 12-4; a kommunedelplan for land use is an arealdel for a part of the municipality (§ 11-5).
        """
        if not isinstance(data, dict) or "bindende" in data:
            return data
        name = data.get("navn")
        by_name = isinstance(name, str) and _LAND_USE.search(name) and not _NO_PLAN.search(name)
        return {**data, "bindende": True} if by_name or data.get("rolle") == "arealdel" else data


class Maaltype(Model):
    """En måltype, og typene den kan stå under."""

    navn: Name = Field(title="Navn", description="Navnet i entall.")
    under: tuple[TypeId, ...] = Field((), title="Under", description="Måltypene den kan stå under. Tomt: øverst.")
    skal_foelges_opp: StrictBool = Field(
        default=False, title="Skal følges opp", description="Minst én plan eller ett tiltak skal følge opp målet."
    )
    skal_deles: StrictBool = Field(default=False, title="Skal deles", description="Målet skal ha delmål under seg.")
