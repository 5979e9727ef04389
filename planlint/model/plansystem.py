"""plansystem.yaml: the municipality's own declaration of levels, plan types, sectors, bodies, sources and rules."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StrictBool

from planlint.model.format import FIRST, FORMAT
from planlint.model.hjul import Hjul
from planlint.model.nettstedsvalg import NO_CHOICES, Nettstedsvalg
from planlint.model.oppgir_ikke import OppgirIkkeOrList
from planlint.model.organisasjonsnummer import Organisasjonsnummer
from planlint.model.planstrategi import VALGPERIODE
from planlint.model.plantype import Maaltype, Nivaa, Plantype, as_list
from planlint.model.shared import Id, Model, Name, Text, TypeId
from planlint.model.tidspunkt import Day, Tidspunkt


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
    organisasjonsnummer: Organisasjonsnummer | None = Field(
        None,
        title="Organisasjonsnummer",
        description="Kommunens nummer i Enhetsregisteret, i anførselstegn. De åpne dataene sier hvem som gir dem ut.",
    )


EIER = (
    r"^(@[A-Za-z0-9][A-Za-z0-9_-]{0,38}(/[A-Za-z0-9._-]{1,100})?"
    r"|[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})+)$"
)
Eier = Annotated[str, Field(pattern=EIER)]
Eiere = Annotated[tuple[Eier, ...], BeforeValidator(as_list, json_schema_input_type=Eier | list[Eier])]


class Sektor(Model):
    """En sektor i kommunen, eller et programområde i en sektor."""

    navn: Name = Field(title="Navn", description="Sektorens navn.")
    del_av: Id | None = Field(
        None, title="Del av", description="Sektoren som programområdet er en del av. En sektor har ingen."
    )
    utvalg: Id | None = Field(
        None, title="Utvalg", description="Hovedutvalget som har ansvaret for sektoren: et organ i plansystem.yaml."
    )
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


class Dimensjon(Model):
    """En dimensjon av bærekraft, og FNs bærekraftsmål i den."""

    navn: Name = Field(title="Navn", description="Dimensjonens navn.", examples=["Miljømessig dimensjon"])
    baerekraftsmaal: tuple[Annotated[int, Field(strict=True, ge=1, le=17)], ...] = Field(
        (),
        title="Bærekraftsmål",
        description="FNs bærekraftsmål i dimensjonen. Et som står i alle, er gjennomgående.",
        examples=[[6, 13, 14, 15, 17]],
    )
    kilde: Id | None = Field(None, title="Kilde", description="En kilde i plansystem.yaml.")
    sted: Name | None = Field(None, title="Sted", description="Hvor i kilden.", examples=["kap. 4"])
    merknad: Text | None = Field(None, title="Merknad", description="Fritekst (Markdown).")


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
    hjul: dict[Id, Hjul] = Field(
        {}, title="Hjul", description="Hjulene i styringssystemet: det som kommer igjen hvert år, eller sjeldnere."
    )
    sektorer: dict[Id, Sektor] = Field({}, title="Sektorer", description="Sektorene som har ansvar for planer.")
    eiere: Eiere = Field(
        (),
        title="Eiere",
        description="Hvem som blir bedt om å lese endringer som ingen sektor med eiere har ansvaret for.",
        examples=[["@eksempel/plan"]],
    )
    organer: dict[Id, Organ] = Field({}, title="Organer", description="Organene som fatter vedtak.")
    baerekraftsdimensjoner: dict[Id, Dimensjon] = Field(
        {},
        title="Bærekraftsdimensjoner",
        description="Dimensjonene som kommunen fordeler FNs bærekraftsmål på, slik kilden gjør det.",
    )
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
        Nettstedsvalg.model_construct(**NO_CHOICES),
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
