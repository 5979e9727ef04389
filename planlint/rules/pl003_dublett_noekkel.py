"""PL003: the same key twice in a group, or the same item twice in a list; reported when files are read."""

from planlint.base import RuleClass, Severity
from planlint.rules.rule import FindingText, Rule

check = Rule(
    "PL003",
    "dublett-nøkkel",
    Severity.FEIL,
    RuleClass.FORMAT,
    kilde="YAML 1.2, kap. 3.2.1.1",
    krav="Et felt står bare én gang, og det samme står bare én gang i en liste.",
    hvorfor=(
        "Når et felt står to ganger, velger programmer hver sin verdi, og ingen vet hvilken som gjelder. Det som står "
        "to ganger i en liste, blir vist og talt to ganger."
    ),
    tekst=FindingText(
        melding="Feltet `{felt}` står mer enn én gang.",
        merke="står her igjen",
        hjelp="behold den riktige linjen, og slett den andre.",
    ),
    varianter={
        "liste": FindingText(
            melding="Det samme står to ganger i listen `{felt}`.",
            merke="står fra før i listen",
            hjelp="slett det ene. Er det to ulike ting, skriv det som skiller dem.",
        ),
    },
)
