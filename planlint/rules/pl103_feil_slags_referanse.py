"""PL103: an id that belongs to another kind; reported when references are linked."""

from planlint.base import RuleClass, Severity
from planlint.rules.rule import FindingText, Rule

check = Rule(
    "PL103",
    "feil-slags-referanse",
    Severity.FEIL,
    RuleClass.FORMAT,
    kilde="planlint, filoppsettet",
    krav="En referanse viser til det slaget feltet er for: mål til mål, plan til plan.",
    hvorfor="En forankring til noe som ikke er et mål, eller en arv fra noe som ikke er en plan, gir ingen mening.",
    tekst=FindingText(
        melding="Her ventes en id av slaget {slag}, men `{id}` er av slaget {er}.",
        merke="er av slaget {er}",
        hjelp="bytt til en id av slaget {slag}, eller slett referansen.",
    ),
    varianter={
        "forankring": FindingText(
            melding="Her ventes en id av slaget {slag}, men `{id}` er av slaget {er}.",
            merke="er av slaget {er}",
            hjelp="skal planen forankres i `{id}`, skriv `{{{er}: {id}}}`. Ellers: bytt til en id av slaget {slag}.",
        ),
    },
)
