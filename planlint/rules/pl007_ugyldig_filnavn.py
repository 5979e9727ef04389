"""PL007: a file name that is no id, a wrong extension, or an unknown folder; reported when files are read."""

from planlint.base.diagnostic import Klasse, Severity
from planlint.rules.rule import Rule, Tekst

check = Rule(
    "PL007",
    "ugyldig-filnavn",
    Severity.FEIL,
    Klasse.FORMAT,
    kilde="planlint, filoppsettet",
    krav="Filen ligger i en mappe som planlint kjenner, har endelsen .yaml og et navn som kan være id.",
    hvorfor="Filnavnet er id-en som andre filer viser til. Det må være likt på alle maskiner og i alle lenker.",
    tekst=Tekst(
        melding="Filnavnet «{navn}» kan ikke være en id.",
        hjelp="gi filen navnet `{riktig}.yaml` (små bokstaver a–z, tall og bindestrek), og rett det som viser til den.",
    ),
    varianter={
        "endelse": Tekst(
            melding="Filer i plansystemet skal ha endelsen .yaml.",
            hjelp="gi filen navnet `{riktig}`.",
        ),
        "mappe": Tekst(
            melding="planlint leser ikke mappen `plans/{mappe}`.",
            hjelp="flytt filen til en av disse mappene under plans: {mapper:kode}.",
        ),
        "rot": Tekst(
            melding="Rett under plans/ leser planlint bare plansystem.yaml og avvik.yaml.",
            hjelp="flytt filen til en av disse mappene under plans: {mapper:kode}.",
        ),
    },
)
