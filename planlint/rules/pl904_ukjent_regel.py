"""PL904: a rule code that does not exist, in plansystem.yaml, plans/avvik/ or a suppression."""

from planlint.base import RuleClass, Severity
from planlint.rules.rule import FindingText, Rule

check = Rule(
    "PL904",
    "ukjent-regel",
    Severity.FEIL,
    RuleClass.FORMAT,
    kilde="planlint, regelkatalogen",
    krav="Koder i plansystem.yaml, kjente avvik og unntak finnes i regelkatalogen.",
    hvorfor="En skrivefeil i koden gjør at innstillingen eller unntaket ikke virker, uten at noen ser det.",
    tekst=FindingText(
        melding="Det finnes ingen regel med koden {kode}.",
        merke="ukjent regel",
        hjelp="rett koden, eller slett linjen. `planlint rules` viser alle kodene.",
    ),
    varianter={
        "forslag": FindingText(
            melding="Det finnes ingen regel med koden {kode}.",
            merke="mente du `{forslag}`?",
            hjelp="rett til `{forslag}`, eller slett linjen. `planlint rules` viser alle kodene.",
        ),
    },
)
