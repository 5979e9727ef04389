"""PL008: a value that is read in two ways: by other YAML readers, or by people who cannot see all of it."""

from planlint.base import RuleClass, Severity
from planlint.rules.rule import FindingText, Rule

check = Rule(
    "PL008",
    "tvetydig-verdi",
    Severity.ADVARSEL,
    RuleClass.FORMAT,
    kilde="YAML 1.1 og 1.2, Unicode TR 36",
    krav="Ord og tall som YAML-programmer leser ulikt, står i anførselstegn. Tekster har ingen skjulte tegn.",
    hvorfor=(
        "Noen programmer leser `no` som nei, `012` som 10 og `12:30` som 750. Da får regnearket, editoren og "
        "planlint hver sin verdi. Med skjulte tegn er teksten en annen enn den som vises, og et søk finner den ikke."
    ),
    tekst=FindingText(
        melding="Verdien `{verdi}` uten anførselstegn leses ulikt av ulike programmer.",
        merke="tvetydig",
        hjelp='sett anførselstegn rundt: `"{verdi}"`.',
    ),
    varianter={
        "tekst": FindingText(
            melding="Feltet er en tekst, men verdien leses som et tall. Et tall mister nuller: `3.10` blir 3.1.",
            merke="leses som tall",
            hjelp="sett anførselstegn rundt verdien, nøyaktig slik den skal stå.",
        ),
        "ja_nei": FindingText(
            melding="Feltet er en tekst, men `{verdi}` uten anførselstegn leses som ja eller nei.",
            merke="leses som ja eller nei",
            hjelp='sett anførselstegn rundt (`"{verdi}"`), eller skriv en tekst.',
        ),
        "usynlig": FindingText(
            melding="Teksten har et usynlig tegn ({tegn}).",
            merke="skjult tegn",
            hjelp="slett teksten og skriv den på nytt. Usynlige tegn følger ofte med når tekst limes inn.",
        ),
        "kontroll": FindingText(
            melding="Teksten har et kontrolltegn ({tegn}). Det er en ordre til en maskin, og ingen del av en tekst.",
            merke="kontrolltegn",
            hjelp="slett tegnet. Finn ut hvem som la det inn; det kan skjule noe på en skjerm.",
        ),
        "retning": FindingText(
            melding="Teksten har et usynlig tegn ({tegn}) som kan snu rekkefølgen på det som vises.",
            merke="skjult tegn",
            hjelp="slett teksten og skriv den på nytt. Finn ut hvem som la inn tegnet; det kan skjule noe.",
        ),
    },
)
