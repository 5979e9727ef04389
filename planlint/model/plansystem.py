"""plansystem.yaml: the municipality's own declaration of levels, plan types, sectors, bodies, sources and rules."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StrictBool, model_validator
from pydantic_core import PydanticCustomError

from planlint.model.format import FIRST, FORMAT
from planlint.model.oppgir_ikke import OppgirIkkeOrList
from planlint.model.ord import Status
from planlint.model.plan import RULLERES
from planlint.model.planstrategi import VALGPERIODE
from planlint.model.shared import Id, Model, Name, Text, TypeId
from planlint.model.tidspunkt import Day, Tidspunkt

if TYPE_CHECKING:
    from datetime import date


class Kommunenummer(Model):
    """Et kommunenummer og tiden det gjelder."""

    nummer: Annotated[str, Field(pattern=r"^\d{4}$")] = Field(
        title="Nummer", description="Fire sifre, i anførselstegn."
    )
    fra: Tidspunkt | None = Field(None, title="Fra", description="Første år.")
    til: Tidspunkt | None = Field(None, title="Til", description="Siste år.")


class Kommune(Model):
    """Kommunen som har plansystemet."""

    navn: Name = Field(title="Navn", description="Kommunens navn.", examples=["Bærum"])
    nummer: tuple[Kommunenummer, ...] = Field((), title="Kommunenummer", description="Numrene kommunen har hatt.")


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


EIER = (
    r"^(@[A-Za-z0-9][A-Za-z0-9_-]{0,38}(/[A-Za-z0-9._-]{1,100})?"
    r"|[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})+)$"
)
Eier = Annotated[str, Field(pattern=EIER)]
Eiere = Annotated[tuple[Eier, ...], BeforeValidator(_as_list, json_schema_input_type=Eier | list[Eier])]


class Nivaa(Model):
    """Et nivå i plansystemet, og spørsmålet det svarer på."""

    navn: Name = Field(title="Navn", description="Nivåets navn.")
    rang: Annotated[int, Field(ge=0, le=20)] = Field(title="Rang", description="1 er øverst.")
    spoersmaal: Annotated[tuple[Name, ...], BeforeValidator(_as_list, json_schema_input_type=Name | list[Name])] = (
        Field((), title="Spørsmål", description="Spørsmålene nivået svarer på.", examples=["Hva skal vi oppnå?"])
    )
    horisont: Name | None = Field(None, title="Horisont", description="Hvor langt fram det ser.", examples=["20 år"])


_LAND_USE = re.compile(r"arealdel|\(areal|\barealplan|regulering(?:s?plan)?\b", re.IGNORECASE)
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


class Sektor(Model):
    """En sektor i kommunen."""

    navn: Name = Field(title="Navn", description="Sektorens navn.")
    eiere: Eiere = Field(
        (),
        title="Eiere",
        description="Hvem som blir bedt om å lese endringer (CODEOWNERS): @bruker, @organisasjon/gruppe eller e-post.",
        examples=[["@eksempel/miljo"]],
    )


class Organ(Model):
    """Et organ som kan fatte vedtak."""

    navn: Name = Field(title="Navn", description="Organets navn.")
    politisk: StrictBool = Field(default=True, title="Politisk", description="Om organet er folkevalgt.")


class Kilde(Model):
    """Et dokument som opplysningene er hentet fra."""

    tittel: Name = Field(title="Tittel", description="Dokumentets tittel.")
    utgiver: Text | None = Field(None, title="Utgiver", description="Hvem som ga det ut.")
    dato: Tidspunkt | None = Field(None, title="Dato", description="Når det kom.")
    url: Text | None = Field(None, title="Adresse", description="Hvor det finnes.")
    beskrivelse: Text | None = Field(None, title="Beskrivelse", description="Hva det er.")
    oppdiktet: StrictBool = Field(
        default=False,
        title="Oppdiktet",
        description="Kilden er et eksempel. Det som viser til den, er ikke kommunens opplysninger.",
    )
    oppgir_ikke: OppgirIkkeOrList | None = Field(
        None,
        title="Oppgir ikke",
        description=(
            "Opplysninger som kilden ikke gir, eller bare gir om noe av det den omtaler. Det den gir, står i filene. "
            "Mangler noe i en fil, og ingen av kildene til filen oppgir det, er det et hull og ikke et funn. Kilden må "
            "ha en dato: for det som har skjedd senere, gjelder reglene fullt ut."
        ),
        examples=[["ansvarlig", "organ", "sak"]],
    )


class EgenBestemmelse(Model):
    """En lovbestemmelse som planlint ikke kjenner fra før."""

    navn: Name = Field(
        title="Navn", description="Loven og paragrafen.", examples=["brann- og eksplosjonsvernloven § 9"]
    )
    lenke: Text | None = Field(None, title="Lenke", description="Adressen hos Lovdata.")


class Valgperiode(Model):
    """En valgperiode."""

    konstituert: Day | None = Field(
        None, title="Konstituert", description="Dagen det nye kommunestyret ble konstituert."
    )


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


class Nettstedsvalg(Model):
    """Opplysninger nettstedet trenger: hvor det ligger, hvor filene ligger, hvem leseren kan spørre, andre dager."""

    adresse: Text | None = Field(
        None, title="Adresse", description="Hvor nettstedet publiseres.", examples=["https://plan.eksempel.kommune.no/"]
    )
    repositorium: Text | None = Field(
        None, title="Repositorium", description="Hvor filene ligger.", examples=["https://github.com/eksempel/plan"]
    )
    gren: Text = Field("main", title="Gren", description="Grenen som publiseres.")
    kontakt: Text | None = Field(
        None, title="Kontakt", description="Hvem leseren kan spørre.", examples=["postmottak@eksempel.kommune.no"]
    )
    tidspunkter: Days = Field(
        (),
        title="Tidspunkter",
        description="Andre dager nettstedet viser plansystemet på, i utgaver ved siden av dagens.",
        examples=[["2020-06-01"]],
    )


def _regel(value: Any) -> Any:
    return {"alvor": value} if isinstance(value, str) else value


class Regel(Model):
    """Innstilling for en regel: alvor, og regelens egne valg ved siden av."""

    alvor: Literal["feil", "advarsel", "info", "av"] | None = Field(None, title="Alvor", description="Hvor alvorlig.")
    valg: dict[str, int | bool | str] = Field({}, title="Valg", description="Regelens egne terskler.")


RegelOrAlvor = Annotated[
    Regel,
    BeforeValidator(_regel, json_schema_input_type=Literal["feil", "advarsel", "info", "av"] | Regel),
]
MAALTYPER = {
    "hovedmål": Maaltype.model_construct(navn="hovedmål", under=(), skal_foelges_opp=False, skal_deles=True),
    "delmål": Maaltype.model_construct(navn="delmål", under=("hovedmål",), skal_foelges_opp=True, skal_deles=False),
    "strategi": Maaltype.model_construct(navn="strategi", under=("delmål",), skal_foelges_opp=False, skal_deles=False),
    "arealstrategi": Maaltype.model_construct(
        navn="arealstrategi", under=("hovedmål", "delmål"), skal_foelges_opp=False, skal_deles=False
    ),
}


class Plansystem(Model):
    """Kommunens plansystem: nivåer, plantyper, sektorer, organer, kilder og innstillinger for reglene."""

    kommune: Kommune = Field(title="Kommune", description="Kommunen som har plansystemet.")
    format: Annotated[int, Field(strict=True, ge=FIRST, le=FORMAT)] = Field(
        FIRST,
        title="Format",
        description="Formatet filene er skrevet i. Uten: 1. `planlint upgrade` løfter eldre filer.",
        examples=[FORMAT],
    )
    spraak: Literal["nb", "nn", "en"] = Field(
        "nb", title="Språk", description="Språket i meldinger, tabeller og nettsted."
    )
    ajourfoert: Day | None = Field(None, title="Ajourført", description="Dagen registeret beskriver.")
    nivaaer: dict[Id, Nivaa] = Field({}, title="Nivåer", description="Nivåene i plansystemet, øverst først.")
    plantyper: dict[Id, Plantype] = Field(title="Plantyper", description="Plantypene kommunen bruker.")
    maaltyper: dict[TypeId, Maaltype] = Field(
        MAALTYPER, title="Måltyper", description="Måltypene kommunen bruker.", validate_default=False
    )
    sektorer: dict[Id, Sektor] = Field({}, title="Sektorer", description="Sektorene som har ansvar for planer.")
    eiere: Eiere = Field(
        (),
        title="Eiere",
        description="Hvem som blir bedt om å lese endringer som ingen sektor med eiere har ansvaret for.",
        examples=[["@eksempel/plan"]],
    )
    organer: dict[Id, Organ] = Field({}, title="Organer", description="Organene som fatter vedtak.")
    kilder: dict[Id, Kilde] = Field({}, title="Kilder", description="Dokumentene som opplysningene kommer fra.")
    bestemmelser: dict[Id, EgenBestemmelse] = Field(
        {}, title="Bestemmelser", description="Lovbestemmelser utover dem planlint kjenner, til bruk i hjemmel."
    )
    ord: dict[Text, Text] = Field(
        {},
        title="Ord",
        description="Kommunens egne ord i tabeller, og hva de betyr med ord som planlint kjenner.",
        examples=[{"tas opp igjen": "revideres", "KO": "kommunestyret"}],
    )
    betingede_krav: tuple[Id, ...] = Field(
        (),
        title="Betingede krav",
        description="Lovkrav som bare gjelder noen kommuner, og som gjelder denne, som handlingsplan mot støy.",
        examples=[["forurensningsforskriften-5-14"]],
    )
    nettsted: Nettstedsvalg = Field(
        Nettstedsvalg.model_construct(adresse=None, repositorium=None, gren="main", kontakt=None, tidspunkter=()),
        title="Nettsted",
        description="Opplysninger til nettstedet.",
        validate_default=False,
    )
    regelpakker: tuple[Literal["ubekreftet"], ...] = Field(
        (), title="Regelpakker", description="Krav som er slått av til vanlig: ubekreftet er lovkrav uten sikker kilde."
    )
    valgperioder: dict[Annotated[str, Field(pattern=VALGPERIODE)], Valgperiode] = Field(
        {}, title="Valgperioder", description="Valgperioder med konstituering."
    )
    regler: dict[str, RegelOrAlvor] = Field(
        {}, title="Regler", description="Alvor og terskler per regel.", examples=[{"PL106": "av"}]
    )
