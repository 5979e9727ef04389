"""PL010: more than plain YAML, too large, too deep, or no plain file; reported by the reader."""

from planlint.base import RuleClass, Severity
from planlint.rules.rule import FindingText, Rule

check = Rule(
    "PL010",
    "ikke-enkel-yaml",
    Severity.FEIL,
    RuleClass.FORMAT,
    kilde="planlint, filoppsettet",
    krav=(
        "Filen er en vanlig fil med enkel YAML: ett dokument, uten anker, alias, fletting og tagger, under 256 KiB og "
        "20 nivåer. Filer og mapper er ikke lenker."
    ),
    hvorfor=(
        "Planfiler leses og endres av folk. Det som henter innhold fra andre steder, kan ingen se i et regneark, og en "
        "lenke kan vise fram filer som ikke hører til plansystemet."
    ),
    tekst=FindingText(
        melding="Filen bruker mer av YAML enn planfiler skal.",
        hjelp="skriv verdiene rett ut.",
    ),
    varianter={
        "anker": FindingText(
            melding="Filen har et anker (&). Planfiler skal være rett fram å lese.",
            merke="anker",
            hjelp="slett ankeret og skriv verdien der den brukes. Skulle & være tekst, sett anførselstegn rundt.",
        ),
        "alias": FindingText(
            melding="Filen har et alias (*) som henter en verdi fra et annet sted.",
            merke="alias",
            hjelp="skriv verdien rett ut. Skulle * være tekst, sett anførselstegn rundt.",
        ),
        "tagg": FindingText(
            melding="Filen har en tagg (!). Planfiler trenger ingen.",
            merke="tagg",
            hjelp="slett taggen. Skulle ! være tekst, sett anførselstegn rundt.",
        ),
        "fletting": FindingText(
            melding="Filen fletter inn felt med `<<`.",
            merke="fletting",
            hjelp="skriv feltene rett ut.",
        ),
        "dokumenter": FindingText(
            melding="Filen har flere dokumenter (--- mellom dem).",
            merke="her begynner et nytt dokument",
            hjelp="lag én fil for hver plan.",
        ),
        "direktiv": FindingText(
            melding="Filen begynner med et YAML-direktiv (%).",
            merke="direktiv",
            hjelp="slett linjen.",
        ),
        "stor": FindingText(
            melding="Filen er på {kib} KiB. Grensen er {grense} KiB.",
            hjelp="legg dokumentet på nettet og bruk lenker; planfilen skal bare ha opplysningene om planen.",
        ),
        "dyp": FindingText(
            melding="Filen har mer enn {grense} nivåer inni hverandre.",
            hjelp="skriv verdiene med færre nivåer.",
        ),
        "lenke": FindingText(
            melding="Filen er en lenke til en annen fil, og blir ikke lest.",
            hjelp="legg selve filen her i stedet for lenken.",
        ),
        "lenket_mappe": FindingText(
            melding="Mappen er en lenke til en annen mappe, og filene i den blir ikke lest.",
            hjelp="legg selve mappen her i stedet for lenken.",
        ),
        "ingen_fil": FindingText(
            melding="Dette er ikke en vanlig fil, og blir ikke lest.",
            hjelp="slett det, eller legg planfilen her.",
        ),
    },
)
