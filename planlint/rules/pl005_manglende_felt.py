"""PL005: a required key is missing; reported when the file is validated."""

from planlint.base import RuleClass, Severity
from planlint.rules.rule import FindingText, Rule

check = Rule(
    "PL005",
    "manglende-felt",
    Severity.FEIL,
    RuleClass.FORMAT,
    kilde="schema/",
    krav="Felt som alle filer av dette slaget må ha, er fylt ut.",
    hvorfor="Uten disse feltene kan filen verken vises, kobles eller vurderes.",
    tekst=FindingText(
        melding="Feltet `{felt}` mangler.",
        merke="her mangler `{felt}`",
        hjelp="legg til `{felt}:` og verdien.",
    ),
    varianter={
        "tom": FindingText(
            melding="Filen er tom.",
            merke="her mangler alt",
            hjelp="skriv det filen skal inneholde; den må minst ha {felt:kode}. Skal den ikke finnes, slett den.",
        ),
    },
)
