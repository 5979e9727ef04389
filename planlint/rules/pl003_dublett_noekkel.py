"""PL003: the same key twice; reported by the reader."""

from planlint.base import RuleClass, Severity
from planlint.rules.rule import FindingText, Rule

check = Rule(
    "PL003",
    "dublett-nøkkel",
    Severity.FEIL,
    RuleClass.FORMAT,
    kilde="YAML 1.2, kap. 3.2.1.1",
    krav="Et felt står bare én gang.",
    hvorfor="Når et felt står to ganger, velger programmer hver sin verdi, og ingen vet hvilken som gjelder.",
    tekst=FindingText(
        melding="Feltet `{felt}` står mer enn én gang.",
        merke="står her igjen",
        hjelp="behold den riktige linjen, og slett den andre.",
    ),
)
