"""PL006: a value of the wrong type, outside its choices, or an impossible date."""

from planlint.base import RuleClass, Severity
from planlint.rules.rule import FindingText, Rule

_DATO = (
    "skriv datoen som år-måned-dag (`2018-02-28`), eller bare måned, halvår eller år (`2018-02`, `2018-H1`, `2018`)."
)

check = Rule(
    "PL006",
    "ugyldig-verdi",
    Severity.FEIL,
    RuleClass.FORMAT,
    kilde="schema/",
    krav="Verdien er av det slaget feltet skal ha, og datoer finnes i kalenderen.",
    hvorfor="En verdi som ikke kan leses, kan verken sorteres, regnes med eller kontrolleres.",
    tekst=FindingText(
        melding="Verdien «{verdi}» kan ikke brukes i feltet `{felt}`.",
        merke="ugyldig verdi",
        hjelp="se `planlint explain PL006`, eller en fil som virker, for formen feltet skal ha.",
    ),
    varianter={
        "valg": FindingText(
            melding="«{verdi}» er ikke en verdi som feltet `{felt}` kan ha.",
            merke="ukjent valg",
            hjelp="velg en av disse: {valg:kode}.",
        ),
        "valg_forslag": FindingText(
            melding="«{verdi}» er ikke en verdi som feltet `{felt}` kan ha.",
            merke="mente du `{riktig}`?",
            hjelp="rett til `{riktig}`. Andre valg: {valg:kode}.",
        ),
        "dato": FindingText(melding="«{verdi}» er ikke en dato planlint kan lese.", merke="ingen dato", hjelp=_DATO),
        "dato_forslag": FindingText(
            melding="«{verdi}» er ikke skrevet slik datoer skal skrives her.",
            merke="skriv `{riktig}`",
            hjelp="rett til `{riktig}` (år-måned-dag), hvis det er den dagen som er ment.",
        ),
        "dag": FindingText(
            melding="«{verdi}» er ikke en bestemt dag, og det må det være her.",
            merke="her ventes en dag",
            hjelp="skriv dagen som år-måned-dag (`2018-02-28`).",
        ),
        "umulig": FindingText(
            melding="Datoen {verdi} finnes ikke i kalenderen.",
            merke="dagen finnes ikke",
            hjelp="finn riktig dag i vedtaket og skriv den som år-måned-dag.",
        ),
        "århundre": FindingText(
            melding="Året i {verdi} er utenfor det planlint regner med (1800 til 2200).",
            merke="uventet år",
            hjelp="rett årstallet.",
        ),
        "usikker": FindingText(
            melding="«{verdi}» er ikke en dato planlint kan lese. Tvil skrives i et eget felt.",
            merke="skriv `{riktig}`",
            hjelp="skriv `{riktig}`, og `usikker: true` ved siden av.",
        ),
        "år": FindingText(
            melding="«{verdi}» er ikke et årstall, og det må det være her.",
            merke="her ventes et år",
            hjelp=(
                "skriv året med fire sifre og uten anførselstegn (`2024`). Desimaltegn er punktum: `43.5`, ikke `43,5`."
            ),
        ),
        "tall": FindingText(
            melding="Feltet `{felt}` skal være et tall, men er «{verdi}».",
            merke="ikke et tall",
            hjelp="skriv tallet uten anførselstegn, enhet og mellomrom, med punktum som desimaltegn (`1234.5`).",
        ),
        "minst": FindingText(
            melding="Tallet {verdi} er for lite for feltet `{felt}`.",
            merke="minst {grense}",
            hjelp="skriv {grense} eller et høyere tall.",
        ),
        "høyst": FindingText(
            melding="Tallet {verdi} er for stort for feltet `{felt}`.",
            merke="høyst {grense}",
            hjelp="skriv {grense} eller et lavere tall.",
        ),
        "tekst": FindingText(
            melding="Feltet `{felt}` skal være en tekst, men er «{verdi}».",
            merke="ikke en tekst",
            hjelp="skriv en tekst i anførselstegn, eller slett feltet.",
        ),
        "tom": FindingText(
            melding="Feltet `{felt}` mangler verdi.",
            merke="her mangler verdien",
            hjelp="fyll inn verdien, eller slett feltet. Ta ikke med det som er ukjent.",
        ),
        "tom_farge": FindingText(
            melding=("Feltet `{felt}` mangler verdi. Uten anførselstegn er # og det som står etter, en kommentar."),
            merke="her mangler verdien",
            hjelp='skriv fargen i anførselstegn: `"#14436b"`.',
        ),
        "farge": FindingText(
            melding="«{verdi}» er ikke en farge som planlint forstår.",
            merke="her ventes en farge",
            hjelp='skriv # og seks tegn, to hver for rødt, grønt og blått, i anførselstegn: `"#14436b"`.',
        ),
        "kontrast": FindingText(
            melding=(
                "Fargen «{verdi}» er for lys for hvit tekst. Kontrasten er {grad} til 1, og kravet i WCAG 2.1 er minst "
                "4,5 til 1."
            ),
            merke="for lys",
            hjelp="velg en mørkere farge, eller slett feltet.",
        ),
        "våpen": FindingText(
            melding="«{verdi}» kan ikke være filen med kommunevåpenet.",
            merke="her ventes en SVG- eller PNG-fil",
            hjelp=(
                "skriv stien fra mappen over plans/, som `vaapen.svg`: bokstavene a–z, tall, bindestrek og skråstrek, "
                "og .svg eller .png til slutt."
            ),
        ),
        "orgnummer": FindingText(
            melding="«{verdi}» er ikke et organisasjonsnummer.",
            merke="her ventes ni sifre",
            hjelp='skriv de ni sifrene uten mellomrom, i anførselstegn: `"123456785"`.',
        ),
        "kontrollsiffer": FindingText(
            melding="Organisasjonsnummeret «{verdi}» finnes ikke: det siste sifferet passer ikke til de andre.",
            merke="ett eller flere sifre er feil",
            hjelp="se etter hva nummeret er i Enhetsregisteret, og skriv det på nytt.",
        ),
        "uten_ord": FindingText(
            melding="Feltet `{felt}` har verken bokstaver eller tall som kan leses.",
            merke="her mangler ordene",
            hjelp="skriv det med ord eller tall, slik det står i kilden. Et felt som ikke må være med, kan slettes.",
        ),
        "plassholder": FindingText(
            melding="«{verdi}» er ingen tittel. Det ser ut til å stå der til noen fyller ut feltet.",
            merke="her mangler tittelen",
            hjelp="skriv tittelen slik den står i vedtaket eller i dokumentet.",
        ),
        "uten_anker": FindingText(
            melding="Forankringen viser verken til et mål eller en plan.",
            merke="forankret i hva?",
            hjelp="skriv `mål` eller `plan` med id-en til det som planen følger opp, eller slett punktet.",
        ),
        "blir_uten_mål": FindingText(
            melding="Det stemmer ikke hva det ble av utkastet: bare et utkast som er utgått, er uten mål.",
            merke="hvilket mål?",
            hjelp="skriv `mål` med id-en til det vedtatte målet, eller `utfall: utgått` uten `mål`.",
        ),
        "enkel": FindingText(
            melding="Feltet `{felt}` skal ha én verdi, ikke en liste eller en gruppe.",
            merke="for mange verdier",
            hjelp="skriv én verdi rett etter kolon, uten klammer.",
        ),
        "lang": FindingText(
            melding="Id-en i feltet `{felt}` er for lang.",
            merke="over 100 tegn",
            hjelp="gi filen et kortere navn, og bruk det navnet her.",
        ),
        "liste": FindingText(
            melding="Feltet `{felt}` skal være en liste.",
            merke="ikke en liste",
            hjelp="skriv verdien i klammer: `{felt}: [{verdi}]`.",
        ),
        "mange": FindingText(
            melding="Listen i feltet `{felt}` er for lang.",
            merke="høyst {grense}",
            hjelp="ta bort noen, så det er høyst {grense} igjen.",
        ),
        "gjentatt": FindingText(
            melding="Listen i feltet `{felt}` har {gang} to ganger.",
            merke="{gang} to ganger",
            hjelp="ta bort den ene.",
        ),
        "grupper": FindingText(
            melding="Feltet `{felt}` skal være en liste, men er én enkelt gruppe.",
            merke="ikke en liste",
            hjelp="sett bindestrek og mellomrom foran gruppen, eller klammer rundt den: `{felt}: [{{…}}]`.",
        ),
        "felt": FindingText(
            melding="Feltet `{felt}` skal ha egne felt under seg.",
            merke="her ventes `felt: verdi`",
            hjelp="skriv felt og verdi på hver sin linje med innrykk, eller i krøllklammer: `{{felt: verdi}}`.",
        ),
        "fra_til": FindingText(
            melding="Feltet `{felt}` skal ha egne felt for første og siste år.",
            merke="her ventes `fra` og `til`",
            hjelp="skriv `{felt}: {{fra: {fra}, til: {til}}}`.",
        ),
        "ja_nei": FindingText(
            melding="Feltet `{felt}` skal være `true` eller `false`, men er «{verdi}».",
            merke="verken `true` eller `false`",
            hjelp="skriv `true` for ja og `false` for nei.",
        ),
        "bærekraftsmål": FindingText(
            melding="«{verdi}» er ikke et bærekraftsmål.",
            merke="her ventes et mål fra 1 til 17",
            hjelp='skriv nummeret til målet (`13`), eller til delmålet i anførselstegn (`"13.2"`).',
        ),
        "id": FindingText(
            melding="«{verdi}» er ikke en gyldig id.",
            merke="ikke en id",
            hjelp="en id er filnavnet uten .yaml: små bokstaver a–z, tall og bindestrek (æ, ø, å skrives ae, oe, aa).",
        ),
        "id_forslag": FindingText(
            melding="«{verdi}» er ikke en gyldig id.",
            merke="en id skrives som `{riktig}`",
            hjelp="skriv id-en til noe som finnes: filnavnet uten .yaml, som har bare a–z, tall og bindestrek.",
        ),
        "typeid": FindingText(
            melding="«{verdi}» er ikke et gyldig navn på en type.",
            merke="ikke et typenavn",
            hjelp="skriv typen slik den står i plansystem.yaml: små bokstaver, tall og bindestrek.",
        ),
        "periode": FindingText(
            melding="«{verdi}» er ikke en valgperiode.",
            merke="ikke en valgperiode",
            hjelp="skriv fra valgår til valgår med bindestrek, som `2023-2027`.",
        ),
        "rulleres": FindingText(
            melding="planlint forstår ikke hvor ofte «{verdi}» er.",
            merke="ukjent svar på hvor ofte",
            hjelp="skriv `årlig`, `hver valgperiode`, `ved behov` eller et antall år, som `hvert 4. år`.",
        ),
        "eier": FindingText(
            melding="«{verdi}» er verken en bruker, en gruppe eller en e-postadresse.",
            merke="ingen eier",
            hjelp='skriv i anførselstegn: `"@bruker"`, `"@organisasjon/gruppe"` eller `"navn@eksempel.kommune.no"`.',
        ),
        "sifre": FindingText(
            melding="«{verdi}» er ikke fire sifre.",
            merke="her ventes fire sifre",
            hjelp='skriv fire sifre i anførselstegn, som `"0301"`.',
        ),
        "kode": FindingText(
            melding="«{verdi}» er ikke en regelkode.",
            merke="ikke en kode",
            hjelp="skriv koden til regelen, som PL301. `planlint rules` viser alle.",
        ),
        "avtrykk": FindingText(
            melding="«{verdi}» er ikke merket til et funn.",
            merke="ikke et merke",
            hjelp="slett avviket, og la planlint skrive det på nytt: `planlint avvik add`.",
        ),
        "mønster": FindingText(
            melding="«{verdi}» har ikke formen som feltet `{felt}` skal ha.",
            merke="feil form",
            hjelp="se eksemplene i schema/ eller en fil som virker.",
        ),
    },
)
