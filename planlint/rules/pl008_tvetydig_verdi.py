"""PL008: an unquoted scalar that other YAML readers read differently; reported by the reader."""

from planlint.diagnostic import Klasse, Severity
from planlint.rules.base import Rule, Tekst

check = Rule(
    "PL008",
    "tvetydig-verdi",
    Severity.ADVARSEL,
    Klasse.FORMAT,
    kilde="YAML 1.1 og 1.2",
    krav="Ord og tall som YAML-programmer leser ulikt, står i anførselstegn.",
    hvorfor=(
        "Noen programmer leser no som nei, 012 som 10 og 12:30 som 750. Da får regnearket, editoren og planlint hver "
        "sin verdi."
    ),
    tekst=Tekst(
        melding="Verdien {verdi} uten anførselstegn leses ulikt av ulike programmer.",
        merke="tvetydig",
        hjelp='sett anførselstegn rundt: "{verdi}".',
    ),
    varianter={
        "tekst": Tekst(
            melding="Feltet er en tekst, men verdien leses som et tall. Et tall mister nuller: 3.10 blir 3.1.",
            merke="leses som tall",
            hjelp="sett anførselstegn rundt verdien, nøyaktig slik den skal stå.",
        ),
        "ja_nei": Tekst(
            melding="Feltet er en tekst, men {verdi} uten anførselstegn leses som ja eller nei.",
            merke="leses som ja eller nei",
            hjelp='sett anførselstegn rundt ("{verdi}"), eller skriv en tekst.',
        ),
    },
)
