"""PL905: a known finding that nothing matches any more; reported when avvik.yaml is applied."""

from planlint.base import RuleClass, Severity
from planlint.rules.rule import FindingText, Rule

check = Rule(
    "PL905",
    "foreldet-avvik",
    Severity.ADVARSEL,
    RuleClass.FORMAT,
    kilde="planlint, avvik.yaml",
    krav="Alt som står i avvik.yaml, finnes fortsatt.",
    hvorfor="Et avvik som er rettet, men blir stående, skjuler feilen hvis den kommer tilbake.",
    tekst=FindingText(
        melding="Avviket {regel} for `{gjelder}` finnes ikke lenger. Det er rettet, eller filen har fått nytt navn.",
        merke="treffer ingenting",
        hjelp="kjør `planlint avvik prune`, eller slett linjen.",
    ),
    varianter={
        "borte": FindingText(
            melding="Det finnes ingen fil for `{gjelder}` lenger, men avviket {regel} for den står fortsatt her.",
            merke="filen finnes ikke",
            hjelp=(
                "kjør `planlint avvik prune` hvis filen er slettet. Har den fått nytt navn, skriv det nye navnet her."
            ),
        ),
    },
)
