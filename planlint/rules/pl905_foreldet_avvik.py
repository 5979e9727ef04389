"""PL905: a known finding that nothing matches any more; reported when avvik.yaml is applied."""

from planlint.base.diagnostic import Klasse, Severity
from planlint.rules.rule import Rule, Tekst

check = Rule(
    "PL905",
    "foreldet-avvik",
    Severity.ADVARSEL,
    Klasse.FORMAT,
    kilde="planlint, avvik.yaml",
    krav="Alt som står i avvik.yaml, finnes fortsatt.",
    hvorfor="Et avvik som er rettet, men blir stående, skjuler feilen hvis den kommer tilbake.",
    tekst=Tekst(
        melding="Avviket {regel} for `{gjelder}` finnes ikke lenger. Det er rettet, eller filen har fått nytt navn.",
        merke="treffer ingenting",
        hjelp="kjør `planlint avvik prune`, eller slett linjen.",
    ),
    varianter={
        "borte": Tekst(
            melding="Det finnes ingen fil for `{gjelder}` lenger, men avviket {regel} for den står fortsatt her.",
            merke="filen finnes ikke",
            hjelp=(
                "kjør `planlint avvik prune` hvis filen er slettet. Har den fått nytt navn, skriv det nye navnet her."
            ),
        ),
    },
)
