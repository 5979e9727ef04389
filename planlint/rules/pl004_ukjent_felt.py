"""PL004: a key that the kind of file does not have; reported when the file is validated."""

from planlint.base import RuleClass, Severity
from planlint.rules.rule import FindingText, Rule

check = Rule(
    "PL004",
    "ukjent-felt",
    Severity.FEIL,
    RuleClass.FORMAT,
    kilde="schema/",
    krav="Filen har bare felt som formatet kjenner.",
    hvorfor="Et felt med skrivefeil leses ikke, og opplysningen er borte uten at noen ser det.",
    tekst=FindingText(
        melding="Feltet `{felt}` finnes ikke her.",
        merke="ukjent felt",
        hjelp="slett feltet, eller skriv opplysningen i `merknad` der filen har det.",
    ),
    varianter={
        "forslag": FindingText(
            melding="Feltet `{felt}` finnes ikke her.",
            merke="mente du `{forslag}`?",
            hjelp="rett feltnavnet til `{forslag}`.",
        ),
        "mellomrom": FindingText(
            melding="Feltet `{felt}` finnes ikke her. Det mangler mellomrom etter kolon.",
            merke="mente du `{forslag}`?",
            hjelp="skriv mellomrom etter `{forslag}:` og før verdien.",
        ),
        "id": FindingText(
            melding="Id-en skrives ikke i filen. Den er filnavnet uten .yaml.",
            merke="ukjent felt",
            hjelp="slett feltet. Skal planen ha en annen id, gi filen et annet navn.",
        ),
    },
)
