"""PL010: more than plain YAML, too large or too deep; reported by the reader."""

from planlint.diagnostic import Klasse, Severity
from planlint.rules.base import Rule, Tekst

check = Rule(
    "PL010",
    "ikke-enkel-yaml",
    Severity.FEIL,
    Klasse.FORMAT,
    kilde="planlint, filoppsettet",
    krav="Filen er enkel YAML: ett dokument, uten anker, alias, fletting og tagger, under 256 KiB og 20 nivåer.",
    hvorfor="Planfiler leses og endres av folk. Det som henter innhold fra andre steder, kan ingen se i et regneark.",
    tekst=Tekst(
        melding="Filen bruker mer av YAML enn planfiler skal.",
        hjelp="skriv verdiene rett ut.",
    ),
    varianter={
        "anker": Tekst(
            melding="Filen har et anker (&). Planfiler skal være rett fram å lese.",
            merke="anker",
            hjelp="slett ankeret og skriv verdien der den brukes. Skulle & være tekst, sett anførselstegn rundt.",
        ),
        "alias": Tekst(
            melding="Filen har et alias (*) som henter en verdi fra et annet sted.",
            merke="alias",
            hjelp="skriv verdien rett ut. Skulle * være tekst, sett anførselstegn rundt.",
        ),
        "tagg": Tekst(
            melding="Filen har en tagg (!). Planfiler trenger ingen.",
            merke="tagg",
            hjelp="slett taggen. Skulle ! være tekst, sett anførselstegn rundt.",
        ),
        "fletting": Tekst(
            melding="Filen fletter inn felt med <<.",
            merke="fletting",
            hjelp="skriv feltene rett ut.",
        ),
        "dokumenter": Tekst(
            melding="Filen har flere dokumenter (--- mellom dem).",
            merke="her begynner et nytt dokument",
            hjelp="lag én fil for hver plan.",
        ),
        "direktiv": Tekst(
            melding="Filen begynner med et YAML-direktiv (%).",
            merke="direktiv",
            hjelp="slett linjen.",
        ),
        "stor": Tekst(
            melding="Filen er på {kib} KiB. Grensen er {grense} KiB.",
            hjelp="legg dokumentet på nettet og bruk lenker; planfilen skal bare ha opplysningene om planen.",
        ),
        "dyp": Tekst(
            melding="Filen har mer enn {grense} nivåer inni hverandre.",
            hjelp="skriv verdiene flatere.",
        ),
    },
)
