"""PL007: a file name that is no id, a wrong extension, or an unknown folder; reported when files are read."""

from planlint.base import RuleClass, Severity
from planlint.rules.rule import FindingText, Rule

check = Rule(
    "PL007",
    "ugyldig-filnavn",
    Severity.FEIL,
    RuleClass.FORMAT,
    kilde="planlint, filoppsettet",
    krav="Filen ligger i en mappe planlint kjenner, har endelsen .yaml og et navn som kan være id på alle maskiner.",
    hvorfor="Filnavnet er id-en som andre filer viser til. Det må være likt på alle maskiner og i alle lenker.",
    tekst=FindingText(
        melding="Filnavnet «{navn}» kan ikke være en id.",
        hjelp="gi filen navnet `{riktig}.yaml` (små bokstaver a–z, tall og bindestrek), og rett det som viser til den.",
    ),
    varianter={
        "endelse": FindingText(
            melding="Filer i plansystemet skal ha endelsen .yaml.",
            hjelp="gi filen navnet `{riktig}`.",
        ),
        "reservert": FindingText(
            melding="Windows har reservert navnet «{navn}». Filen kan ikke hentes ned på en Windows-maskin.",
            hjelp="gi den et annet navn, for eksempel `{riktig}`, og rett det som viser til den.",
        ),
        "reservert_mappe": FindingText(
            melding="Windows har reservert navnet «{navn}». Mappen kan ikke hentes ned på en Windows-maskin.",
            hjelp="gi mappen et annet navn.",
        ),
        "txt": FindingText(
            melding="Filen «{navn}» blir ikke lest: den er lagret som tekstfil. Windows skjuler endelsen .txt.",
            hjelp="gi filen navnet `{riktig}`.",
        ),
        "mappe": FindingText(
            melding="planlint leser ikke mappen `plans/{mappe}`.",
            hjelp="flytt filen til en av disse mappene under plans: {mapper:kode}.",
        ),
        "slag": FindingText(
            melding="Innholdet passer til {slag}, men filen ligger i mappen `plans/{mappe}`.",
            hjelp="flytt filen til mappen `plans/{riktig}`.",
        ),
        "rot": FindingText(
            melding="Rett under plans/ leser planlint bare plansystem.yaml.",
            hjelp="flytt filen til en av disse mappene under plans: {mapper:kode}.",
        ),
    },
)
