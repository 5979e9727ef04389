"""PL101: two files of one kind with the same id; reported when files are read."""

from planlint.base import RuleClass, Severity
from planlint.rules.rule import FindingText, Rule

check = Rule(
    "PL101",
    "dublett-id",
    Severity.FEIL,
    RuleClass.FORMAT,
    kilde="planlint, filoppsettet",
    krav="To filer av samme slag har aldri samme filnavn, heller ikke i ulike mapper eller med ulike store bokstaver.",
    hvorfor="Filnavnet er id-en. Er den brukt to ganger, vet ingen hvilken fil en lenke eller en forankring mener.",
    tekst=FindingText(
        melding="Filnavnet `{id}` er brukt av både {fil} og {denne}. Derfor er {denne} ikke lest.",
        hjelp="gi én av filene et annet navn, eller slett den som er for mye.",
    ),
    varianter={
        "lagt_til": FindingText(
            melding="Filnavnet `{id}` var allerede brukt av {fil}.",
            hjelp="gi denne filen et annet navn. Er de to det samme, slett denne og skriv det nye i {fil}.",
        ),
        "store_bokstaver": FindingText(
            melding="Filnavnet skiller seg fra {fil} bare i store og små bokstaver. Derfor er {denne} ikke lest.",
            hjelp="gi filen et eget navn med små bokstaver, eller slett den av filene som er for mye.",
        ),
    },
)
