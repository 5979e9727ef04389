"""PL001: the parser gives up; reported by the reader."""

from planlint.base import RuleClass, Severity
from planlint.rules.rule import FindingText, Rule

check = Rule(
    "PL001",
    "ugyldig-yaml",
    Severity.FEIL,
    RuleClass.FORMAT,
    kilde="YAML 1.2",
    krav="Filen er gyldig YAML: én linje per felt, med kolon mellom felt og verdi, og innrykk med mellomrom.",
    hvorfor="En fil som ikke kan leses, er ute av plansystemet: ingen tabell, ingen side og ingen regel ser den.",
    tekst=FindingText(
        melding="Filen kan ikke leses som YAML fra dette stedet.",
        merke="her stopper lesingen",
        hjelp="sammenlign linjen med en fil som virker: felt, kolon, mellomrom og verdi.",
    ),
    varianter={
        "tabulator": FindingText(
            melding="Linjen er rykket inn med tabulator. YAML godtar bare mellomrom.",
            merke="tabulator",
            hjelp="bytt tabulatoren med to mellomrom for hvert nivå.",
        ),
        "hardt_mellomrom": FindingText(
            melding="Linjen er rykket inn med harde mellomrom. YAML godtar bare vanlige.",
            merke="hardt mellomrom",
            hjelp="slett innrykket og skriv det på nytt. Harde mellomrom følger ofte med når tekst limes inn.",
        ),
        "konflikt": FindingText(
            melding="Filen har merker etter to endringer som ikke lot seg slå sammen.",
            merke="merke fra git",
            hjelp="behold den riktige av de to versjonene, og slett linjene med `<<<<<<<`, `=======` og `>>>>>>>`.",
        ),
        "anførselstegn": FindingText(
            melding="Et anførselstegn åpnes her, men lukkes aldri.",
            merke="åpnes her",
            hjelp="sett et likt anførselstegn der teksten slutter.",
        ),
        "etter_verdi": FindingText(
            melding="Det står mer på linjen etter at verdien er lukket med anførselstegn eller klamme.",
            merke="for mye",
            hjelp="sett anførselstegn rundt hele verdien, med « og » inni den. Lukk også anførselstegn lenger opp.",
        ),
        "klamme": FindingText(
            melding="En `[` eller `{{` åpnes her, men lukkes ikke, eller det mangler komma mellom to verdier.",
            merke="åpnes her",
            hjelp="lukk med `]` eller `}}`, og sett komma mellom verdiene.",
        ),
        "klamme_for_mye": FindingText(
            melding="En klamme lukkes her, men ingen er åpen.",
            merke="lukkes her",
            hjelp="slett klammen, eller sett inn den som åpner.",
        ),
        "mangler_verdi": FindingText(
            melding="Her ventes en verdi.",
            merke="uventet tegn",
            hjelp="skriv verdien som mangler, eller slett kommaet eller klammen som er for mye.",
        ),
        "kolon": FindingText(
            melding="Her er det et kolon for mye.",
            merke="uventet kolon",
            hjelp="sett anførselstegn rundt en tekst som har kolon i seg. Hvert felt skal stå på sin egen linje.",
        ),
        "mangler_kolon": FindingText(
            melding="Linjen er ikke et felt med kolon og verdi.",
            merke="her mangler kolon",
            hjelp="skriv `felt: verdi`, med kolon og ett mellomrom. Fortsetter teksten fra linjen over, rykk den inn.",
        ),
        "mellomrom": FindingText(
            melding="Det mangler mellomrom etter kolon.",
            merke="ikke mellomrom etter kolon",
            hjelp="skriv ett mellomrom mellom kolon og verdi.",
        ),
        "innrykk": FindingText(
            melding="Innrykket stemmer ikke med linjene over.",
            merke="feil innrykk",
            hjelp="felt på samme nivå skal ha like mange mellomrom foran seg.",
        ),
        "fortsettelse": FindingText(
            melding="Linjen hører til verdien over, men er ikke rykket inn lenger enn feltet.",
            merke="mangler innrykk",
            hjelp="rykk linjen inn minst ett mellomrom lenger enn feltet den hører til.",
        ),
        "kommentar": FindingText(
            melding="Kommentaren står helt inntil verdien. Ikke alle programmer ser at den er en kommentar.",
            merke="mangler mellomrom",
            hjelp="skriv et mellomrom foran `#`.",
        ),
        "tom_linje": FindingText(
            melding="En tom linje foran teksten har flere mellomrom enn teksten selv.",
            merke="tom linje med mellomrom",
            hjelp="slett mellomrommene på den tomme linjen.",
        ),
        "tegn": FindingText(
            melding="En verdi kan ikke begynne med dette tegnet.",
            merke="tegnet har egen betydning i YAML",
            hjelp="sett anførselstegn rundt hele verdien.",
        ),
        "skråstrek": FindingText(
            melding="Omvendt skråstrek i doble anførselstegn har egen betydning i YAML.",
            merke="ukjent tegnkode",
            hjelp="bruk enkle anførselstegn (`'…'`) rundt teksten.",
        ),
        "kontrolltegn": FindingText(
            melding="Filen har et usynlig kontrolltegn ({tegn}) som YAML ikke godtar.",
            merke="kontrolltegn",
            hjelp="slett tegnet. Det følger ofte med når tekst limes inn fra PDF.",
        ),
        "linjeskille": FindingText(
            melding="Filen har et usynlig linjeskille ({tegn}) som ulike programmer leser ulikt.",
            merke="usynlig linjeskille",
            hjelp="slett tegnet. Det følger ofte med når tekst limes inn fra PDF.",
        ),
        "nøkkel": FindingText(
            melding="Feltnavnet er en liste eller en gruppe, ikke et ord.",
            merke="dette er ikke et feltnavn",
            hjelp="skriv feltnavnet som ett ord med kolon etter.",
        ),
        "tom": FindingText(
            melding="Filen har ingen felt.",
            hjelp="fyll inn feltene som filen skal ha. Trengs den ikke, slett den.",
        ),
        "ikke_felt": FindingText(
            melding="Filen skal bestå av felt med verdier, men er en liste eller en enkelt tekst.",
            merke="her ventes et felt, for eksempel `tittel:`",
            hjelp="begynn filen med `tittel:` og navnet.",
        ),
        "ikke_her": FindingText(
            melding="Filen kan ikke leses her: planlint mangler libyaml, som i en nettleser, og vet ikke om noe er "
            "galt.",
            hjelp="kontroller filen der planlint har libyaml. Det har kontrollen av et forslag som er sendt.",
        ),
        "uleselig": FindingText(
            melding="Filen kan ikke åpnes.",
            hjelp="se at filen finnes, at du har lov til å lese den, og at den ikke er en lenke til seg selv.",
        ),
    },
)
