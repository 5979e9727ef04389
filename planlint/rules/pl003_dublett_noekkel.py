"""PL003: the same key twice; reported by the reader."""

from planlint.diagnostic import Klasse, Severity
from planlint.rules.base import Rule, Tekst

check = Rule(
    "PL003",
    "dublett-nøkkel",
    Severity.FEIL,
    Klasse.FORMAT,
    kilde="YAML 1.2, kap. 3.2.1.1",
    krav="Et felt står bare én gang.",
    hvorfor="Når et felt står to ganger, velger hvert program sin verdi, og ingen vet hvilken som gjelder.",
    tekst=Tekst(
        melding="Feltet {felt} står to ganger.",
        merke="andre gang",
        hjelp="slett den av dem som er feil, eller slå dem sammen.",
    ),
)
