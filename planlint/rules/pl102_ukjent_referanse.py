"""PL102: an id that nothing has; reported when references are linked, once for each unknown id."""

from planlint.base import RuleClass, Severity
from planlint.rules.rule import N_, FindingText, Rule

_DELETED = N_("hent filen tilbake, så virker henvisningene igjen. Var det meningen å slette den, {gjoer}")

check = Rule(
    "PL102",
    "ukjent-referanse",
    Severity.FEIL,
    RuleClass.FORMAT,
    kilde="planlint, filoppsettet",
    krav="Hver id som en fil viser til, finnes.",
    hvorfor="En id som ikke finnes, er en brutt lenke: forankringen, arven eller ansvaret er borte.",
    tekst=FindingText(
        melding="Det finnes ingen fil for {slag} med id-en `{id}`.",
        merke="finnes ikke",
        hjelp="rett id-en (filnavnet uten .yaml), eller lag filen som mangler.",
    ),
    varianter={
        "nytt_navn": FindingText(
            melding="`{id}` er et tidligere navn. Henvisningen virker, men navnet er nå `{forslag}`.",
            merke="heter nå `{forslag}`",
            hjelp="du trenger ikke gjøre noe i denne filen nå. `planlint fix` retter alle stedene.",
        ),
        "sagt": FindingText(
            melding="Andre filer viser fortsatt til det tidligere navnet `{id}`. Henvisningene virker.",
            merke="het `{id}`",
            hjelp="du trenger ikke gjøre noe. Skal henvisningene skrives om, gjør `planlint fix` det.",
        ),
        "nytt_filnavn": FindingText(
            melding="Filen har fått nytt navn, men andre filer viser fortsatt til `{id}`.",
            merke="het `{id}`",
            hjelp=(
                "skriv `tidligere_id: [{id}]` i filen, så følger henvisninger, lenker og kjente avvik med. Var det nye "
                "navnet ikke meningen, la filen hete `{id}.yaml`."
            ),
        ),
        "forslag": FindingText(
            melding="{slag:stor} med id-en `{id}` finnes ikke.",
            merke="mente du `{forslag}`?",
            hjelp=(
                "rett til `{forslag}`. Er det en annen som er ment, skriv id-en til den. Finnes den ikke, lag filen "
                "først."
            ),
        ),
        "forslag_erklæres": FindingText(
            melding="{slag:stor} med id-en `{id}` er ikke erklært i plansystem.yaml.",
            merke="mente du `{forslag}`?",
            hjelp=(
                "rett til `{forslag}`. Er det en annen som er ment, skriv id-en til den. Er den ikke erklært, legg den "
                "til i plansystem.yaml først, under `{felt}`."
            ),
        ),
        "slettet": FindingText(
            melding="«{tittel}» ({slag}) er slettet, men blir vist til her (`{id}`).",
            merke="er slettet",
            hjelp="hent filen tilbake, så virker henvisningen igjen. Var det meningen å slette den, {gjoer}",
        ),
        "slettet_flere": FindingText(
            melding="«{tittel}» ({slag}) er slettet, men {antall} steder viser til `{id}`.",
            merke="er slettet",
            hjelp=_DELETED,
        ),
        "erklæres": FindingText(
            melding="{slag:stor} med id-en `{id}` er ikke erklært i plansystem.yaml.",
            merke="ikke erklært",
            hjelp="rett id-en, eller legg den til i plansystem.yaml, under `{felt}`.",
        ),
        "erklæres_blant": FindingText(
            melding="{slag:stor} med id-en `{id}` er ikke erklært i plansystem.yaml.",
            merke="ikke erklært",
            hjelp="skriv en som er erklært ({erklærte}), eller legg `{id}` til i plansystem.yaml, under `{felt}`.",
        ),
    },
)
