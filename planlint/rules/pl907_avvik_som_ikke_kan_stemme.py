"""PL907: a known finding whose own facts cannot be right; reported when plans/avvik/ is applied."""

from planlint.base import RuleClass, Severity
from planlint.rules.rule import FindingText, Rule

check = Rule(
    "PL907",
    "avvik-som-ikke-kan-stemme",
    Severity.ADVARSEL,
    RuleClass.FORMAT,
    kilde="planlint, plans/avvik/",
    krav=(
        "Et kjent avvik er godtatt på en dag som har vært, for høyst ti år, med en grunn i ord, én gang, og sier hva "
        "det gjelder."
    ),
    hvorfor=(
        "Et avvik tar et funn ut av kontrollen. Den som leser det, må kunne se hva som er godtatt, når og hvorfor, og "
        "det må ikke vare for alltid."
    ),
    tekst=FindingText(
        melding="Avviket er godtatt {dato}, som ikke har vært ennå.",
        merke="fram i tid (per {per})",
        hjelp="skriv dagen da det ble godtatt.",
    ),
    varianter={
        "til": FindingText(
            melding="Avviket er godtatt til og med {dato}, mer enn ti år fram i tid. Da ser ingen på det igjen.",
            merke="mer enn ti år fram (per {per})",
            hjelp="skriv en dag da noen skal se på det igjen.",
        ),
        "lenge": FindingText(
            melding="Avviket er godtatt fra {dato} til {til}, i mer enn ti år.",
            merke="mer enn ti år",
            hjelp=(
                "skriv en dag da noen skal se på det igjen. Er det godtatt på nytt, skriv dagen for det i `godtatt`."
            ),
        ),
        "snudd": FindingText(
            melding="Avviket er godtatt {dato}, etter siste dag det gjelder ({til}).",
            merke="etter siste dag",
            hjelp="rett `godtatt` eller `til`.",
        ),
        "gjelder": FindingText(
            melding="Avviket sier at det gjelder «{gjelder}», men funnet som det godtar, er om `{riktig}`.",
            merke="gjelder noe annet",
            hjelp="skriv `gjelder: {riktig}`.",
        ),
        "grunn": FindingText(
            melding="Grunnen «{grunn}» sier ikke hvorfor funnet er et kjent avvik.",
            merke="ikke en grunn",
            hjelp="skriv hvorfor funnet er et kjent avvik, så andre kan se om det fortsatt er sant.",
        ),
        "to_ganger": FindingText(
            melding="Det samme funnet er kjent avvik to ganger.",
            merke="kjent avvik i en annen fil også",
            hjelp="slett den ene filen.",
        ),
    },
)
