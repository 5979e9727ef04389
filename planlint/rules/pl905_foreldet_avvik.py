"""PL905: a known finding that nothing matches any more; reported when plans/avvik/ is applied."""

from planlint.base import RuleClass, Severity
from planlint.rules.rule import FindingText, Rule

check = Rule(
    "PL905",
    "foreldet-avvik",
    Severity.ADVARSEL,
    RuleClass.FORMAT,
    kilde="planlint, plans/avvik/",
    krav="Hvert kjent avvik gjelder et funn som fortsatt er der.",
    hvorfor="Et avvik som er rettet, men blir stående, skjuler feilen hvis den kommer tilbake.",
    tekst=FindingText(
        melding="Det er ikke lenger noe slikt funn fra {regel} om «{gjelder}», så avviket trengs ikke.",
        merke="treffer ingenting",
        hjelp="kjør `planlint avvik prune`. Den tar bare bort det som ikke trengs.",
    ),
    varianter={
        "mangler": FindingText(
            melding=(
                "Det er ikke lenger noe slikt funn fra {regel} om «{gjelder}», men registeret mangler opplysninger som "
                "både {regel} og {annen} bygger på."
            ),
            merke="treffer ingenting",
            hjelp=(
                "er opplysningene tatt ut ved en feil, sett dem inn igjen og la avviket stå. Ellers kjør `planlint "
                "avvik prune`."
            ),
        ),
        "borte": FindingText(
            melding="Det finnes ingen fil for `{gjelder}` lenger, men avviket {regel} for den står fortsatt her.",
            merke="filen finnes ikke",
            hjelp=(
                "kjør `planlint avvik prune` hvis den er slettet. Har den fått nytt navn, skriv det gamle navnet i "
                "`tidligere_id` i den nye filen, så følger avviket med."
            ),
        ),
    },
)
