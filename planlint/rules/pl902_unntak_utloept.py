"""PL902: a suppression whose last day has passed; reported when suppressions are read."""

from planlint.base import RuleClass, Severity
from planlint.rules.rule import FindingText, Rule

check = Rule(
    "PL902",
    "unntak-utløpt",
    Severity.FEIL,
    RuleClass.FORMAT,
    kilde="planlint, unntak i filene",
    krav="Et unntak brukes ikke etter siste dag.",
    hvorfor="En siste dag er et løfte om å komme tilbake til saken. Når dagen er passert, teller funnet igjen.",
    tekst=FindingText(
        melding="Unntaket fra {kode} gjaldt til og med {dato}, og det unntaket gjelder, er ikke rettet.",
        merke="gikk ut for {siden} siden",
        hjelp=(
            "rett det funnet gjelder, og ta bort kommentaren, eller skriv en ny siste dag og en grunn som gjelder nå."
        ),
    ),
)
