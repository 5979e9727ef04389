"""PL901: a suppression without a reason, or one that cannot be understood; reported when suppressions are read."""

from planlint.base import RuleClass, Severity
from planlint.rules.rule import FindingText, Rule

check = Rule(
    "PL901",
    "unntak-uklart",
    Severity.FEIL,
    RuleClass.FORMAT,
    kilde="planlint, unntak i filene",
    krav="Et unntak sier hvilken regel det gjelder og hvorfor, og er skrevet slik at det kan leses.",
    hvorfor=(
        "Den som leser filen om tre år, må kunne se om grunnen fortsatt gjelder. Et unntak som ikke kan leses, virker "
        "ikke, og det må noen få vite."
    ),
    tekst=FindingText(
        melding="Unntaket sier ikke hvorfor regelen er satt til side.",
        merke="grunnen mangler",
        hjelp="skriv grunnen etter klammen: `# planlint: unntak[PL301] Ny plan er på høring til 2027-06-30`.",
    ),
    varianter={
        "uleselig": FindingText(
            melding="Kommentaren begynner med `planlint:`, men er ikke et unntak som planlint forstår.",
            merke="her skal det stå `unntak[KODE]` og en grunn",
            hjelp="skriv kommentaren slik: `# planlint: unntak[PL301] Ny plan er på høring til 2027-06-30`.",
        ),
        "dato": FindingText(
            melding="Unntaket gjelder til {dato}, men den dagen finnes ikke.",
            merke="{dato} er ingen dag",
            hjelp="rett siste dag til år-måned-dag, for eksempel `til 2027-06-30`.",
        ),
        "tidsrom": FindingText(
            melding="Unntaket slutter med «til {dato}». Det er ikke lest som siste dag. Det kan høre til setningen.",
            merke="er dette siste dag?",
            hjelp=(
                "er det siste dag, skriv `til: {dato}` sist i unntaket, på samme linje, eller hele dagen: `til: "
                "{siste}`. Er det ikke det, trenger du ikke gjøre noe."
            ),
        ),
        "form": FindingText(
            melding="Unntaket gjelder til {dato}, men siste dag skrives som år-måned-dag.",
            merke="{dato} er skrevet på en annen måte",
            hjelp="rett siste dag til år-måned-dag, for eksempel `til 2027-06-30`.",
        ),
    },
)
