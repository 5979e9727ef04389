"""PL006: a value of the wrong type, outside its choices, or an impossible date."""

from planlint.diagnostic import Klasse, Severity
from planlint.rules.base import Rule, Tekst

_DATO = "skriv datoen som år-måned-dag (2018-02-28), eller bare måned, halvår eller år (2018-02, 2018-H1, 2018)."

check = Rule(
    "PL006",
    "ugyldig-verdi",
    Severity.FEIL,
    Klasse.FORMAT,
    kilde="schema/",
    krav="Verdien er av det slaget feltet skal ha, og datoer finnes i kalenderen.",
    hvorfor="En verdi som ikke kan leses, kan verken sorteres, regnes med eller kontrolleres.",
    tekst=Tekst(
        melding="Verdien «{verdi}» kan ikke brukes i feltet {felt}.",
        merke="ugyldig verdi",
        hjelp="se planlint explain PL006, eller en fil som virker, for formen feltet skal ha.",
    ),
    varianter={
        "valg": Tekst(
            melding="«{verdi}» er ikke en verdi som {felt} kan ha.",
            merke="ukjent valg",
            hjelp="velg en av disse: {valg}.",
        ),
        "valg_forslag": Tekst(
            melding="«{verdi}» er ikke en verdi som {felt} kan ha.",
            merke="mente du {riktig}?",
            hjelp="rett til {riktig}.",
        ),
        "dato": Tekst(melding="«{verdi}» er ikke en dato planlint kan lese.", merke="ingen dato", hjelp=_DATO),
        "dato_forslag": Tekst(
            melding="«{verdi}» er ikke skrevet slik datoer skal skrives her.",
            merke="skriv {riktig}",
            hjelp="rett til {riktig} (år-måned-dag), hvis det er den dagen som er ment.",
        ),
        "dag": Tekst(
            melding="«{verdi}» er ikke en bestemt dag, og det må det være her.",
            merke="her ventes en dag",
            hjelp="skriv dagen som år-måned-dag (2018-02-28).",
        ),
        "umulig": Tekst(
            melding="Datoen {verdi} finnes ikke i kalenderen.",
            merke="dagen finnes ikke",
            hjelp="finn riktig dag i vedtaket og skriv den som år-måned-dag.",
        ),
        "tall": Tekst(
            melding="Feltet {felt} skal være et tall, men er «{verdi}».",
            merke="ikke et tall",
            hjelp="skriv tallet uten anførselstegn, enhet og mellomrom, med punktum som desimaltegn (1234.5).",
        ),
        "tekst": Tekst(
            melding="Feltet {felt} skal være en tekst.",
            merke="ikke en tekst",
            hjelp="skriv en tekst på samme linje som feltet, eller slett feltet.",
        ),
        "tom": Tekst(
            melding="Feltet {felt} er tomt.",
            merke="tomt",
            hjelp="fyll inn teksten, eller slett feltet. Det som er ukjent, utelates.",
        ),
        "lang": Tekst(
            melding="Verdien i {felt} er for lang.",
            merke="for lang",
            hjelp="skriv kortere; lange tekster hører hjemme i merknad.",
        ),
        "liste": Tekst(
            melding="Feltet {felt} skal være en liste.",
            merke="ikke en liste",
            hjelp="skriv verdien i klammer: {felt}: [{verdi}].",
        ),
        "felt": Tekst(
            melding="Feltet {felt} skal ha egne felt under seg.",
            merke="her ventes felt: verdi",
            hjelp="skriv felt og verdi på hver sin linje med innrykk, eller i krøllklammer: {{felt: verdi}}.",
        ),
        "ja_nei": Tekst(
            melding="Feltet {felt} skal være true eller false, men er «{verdi}».",
            merke="verken true eller false",
            hjelp="skriv true for ja og false for nei.",
        ),
        "grense": Tekst(
            melding="Tallet {verdi} er utenfor det {felt} kan være.",
            merke="grensen er {grense}",
            hjelp="rett tallet.",
        ),
        "id": Tekst(
            melding="«{verdi}» er ikke en gyldig id.",
            merke="ikke en id",
            hjelp="en id er filnavnet uten .yaml: små bokstaver a–z, tall og bindestrek (æ, ø, å skrives ae, oe, aa).",
        ),
        "periode": Tekst(
            melding="«{verdi}» er ikke en valgperiode.",
            merke="ikke en valgperiode",
            hjelp="skriv fra valgår til valgår, som 2023-2027.",
        ),
        "mønster": Tekst(
            melding="«{verdi}» har ikke formen som {felt} skal ha.",
            merke="feil form",
            hjelp="se eksemplene i schema/ eller en fil som virker.",
        ),
    },
)
