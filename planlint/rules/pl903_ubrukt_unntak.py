"""PL903: a suppression that suppresses nothing; reported when suppressions are read."""

from planlint.base import RuleClass, Severity
from planlint.rules.rule import FindingText, Rule

check = Rule(
    "PL903",
    "ubrukt-unntak",
    Severity.ADVARSEL,
    RuleClass.FORMAT,
    kilde="planlint, unntak i filene",
    krav="Et unntak gjelder et funn som finnes.",
    hvorfor="Et unntak som blir stående etter at feilen er rettet, skjuler feilen hvis den kommer tilbake.",
    tekst=FindingText(
        melding="Unntaket fra {kode} gjelder ingenting: regelen finner ikke noe galt her.",
        merke="ingen funn av {kode} her",
        hjelp="ta bort kommentaren, eller flytt den til linjen over feltet den gjelder.",
    ),
)
