"""PL002: the file is not UTF-8; reported by the reader."""

from planlint.base import RuleClass, Severity
from planlint.rules.rule import FindingText, Rule

check = Rule(
    "PL002",
    "ugyldig-tegnsett",
    Severity.FEIL,
    RuleClass.FORMAT,
    kilde="YAML 1.2, kap. 5.2",
    krav="Filen er lagret som UTF-8.",
    hvorfor="Et annet tegnsett gjør æ, ø og å til andre tegn, og ulikt fra maskin til maskin.",
    tekst=FindingText(
        melding="Filen er ikke lagret som UTF-8: byte nummer {nummer} er {byte}.",
        merke="denne byten er ikke UTF-8",
        hjelp="lagre filen på nytt med tegnsettet UTF-8.",
    ),
    varianter={
        "windows": FindingText(
            melding="Filen er ikke lagret som UTF-8: byte nummer {nummer} er {byte}, som er «{tegn}» i Windows-1252.",
            merke="«{tegn}» i Windows-tegnsett",
            hjelp="lagre filen på nytt med tegnsettet UTF-8 (Lagre som, Koding: UTF-8).",
        ),
        "utf16": FindingText(
            melding="Filen er lagret som {tegnsett}, ikke som UTF-8.",
            hjelp="lagre filen på nytt med tegnsettet UTF-8 (Lagre som, Koding: UTF-8).",
        ),
    },
)
