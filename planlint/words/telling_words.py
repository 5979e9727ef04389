"""The words that tell what has happened to a plan, or shall happen, in bokmål and nynorsk, as one pattern."""

from __future__ import annotations

import re

_NOT = r"ikk(?:e|je)"
_REVISE = (
    r"(?:revidere?s?|reviderast|revidering|revisjon(?:en)?|revider|rulleres?|rullerast|rullering(?:en)?|rull\.|rev\.|(?:rev|rull)(?=\s*$)"
    r"|oppdateres?|oppdaterast|oppdatering|ajourføres?|ajourførast|ajourføring|justeres?|justerast|justering"
    r"|fornyes?|fornyast|fornying|endres|endrast|gjennomgås|gjennomgåast|gjennomgang|(?:hoved|hovud|total)revisjon)"
)
_SHALL = r"(?:(?:skal|bør|må|vil|vert|blir|ble|planlagt|planlegges|foreslås|behov for|behov for en|trenger) )*"
_NEW = r"(?:ny|nytt|nye)"
_ON = r"(?:videreføre?s?|vidareføre?s?|vidareførast|videreført|vidareført|(?:ført|føres|førast) (?:vidare|videre))"
_NOT_ON = rf"(?:{_ON} {_NOT}|{_NOT} {_ON}|føre(?:s|st|ast) {_NOT} (?:videre|vidare))(?! (?:uendre|uten|utan))"
_OF = r"(?: opp)? (?:av |på |med |for )?(?:arbeid(?:et)? med )?(?:en |ei )?"
KEYWORDS = {
    "utenfor": rf"erstatt(?:er|ar)|avløser|avløyser|{_NOT} aktuelt|uaktuelt|jf\.?|jfr\.?|sjå|utarbeida|utarbeidet"
    rf"|bygger på|byggjer på|{_SHALL}(?:{_ON} {_NOT}|{_NOT} {_ON})(?= (?:uendre|uten|utan))",
    "mangler": rf"(?:kommunen )?har {_NOT}(?: (?:plan|egen plan|eigen plan))?|finnes {_NOT}|finst {_NOT}"
    rf"|eksisterer {_NOT}"
    r"|ingen plan|mangl(?:er|ar)(?= *(?:[.;\n]|$))",
    "prioritert_ned": rf"{_NOT} (?:prioriter\w*|høyt prioritert)|nedprioriter\w*|prioriter\w* {_NOT}",
    "uendret": rf"(?:{_SHALL})?ing(?:en|a) (?:behov for )?(?:ny(?:tt)? )?(?:{_REVISE}|endring(?:er|ar)?|behov)"
    rf"|(?:{_SHALL})?{_NOT} (?:noe |noko )?behov(?! for (?:å (?:ha|lage) )?(?:ei?n )?(?:e(?:i)?gen|slik))"
    rf"(?: for (?:å )?(?:en |ei )?(?:ny )?(?:{_REVISE}|ny plan"
    r"|endring(?:er|ar)?))?"
    rf"|{_SHALL}(?:endres|endrast|revideres|reviderast|rulleres|rullerast) {_NOT}"
    rf"|(?:vert|blir|skal|bør) {_NOT} (?:revidert|rullert|endret|endra|revideres|reviderast|rulleres|rullerast|endres)"
    rf"|uendr(?:et|a)|trenger {_NOT} {_REVISE}"
    rf"|{_NOT} (?:revideres|reviderast|rulleres|rullerast|endres|revisjon|rullering)",
    "intet": rf"{_NOT} (?:endelig |endeleg |formelt )?(?:vedtatt|vedteke[nt]?|godkjent|godkjend|behandlet|revidert"
    r"|rullert)|(?:vedtatt|vedteke[nt]?) (?:oppstart|start|revidert|rullert|lagt|sendt|satt|å |videreført|igangsatt"
    r"|utarbeid|at )",
    "planlagt": rf"{_NOT} (?:på)?(?:begynt|startet|starta|igangsatt|igangsett|byrja|oppstartet)|under planlegging"
    r"|planlagt(?! (?:oppstart|start|ferdig|vedta|vedte|revi|rull))|kommende|komande",
    "planprogram": r"planprogram(?:met)? (?:ble |er |vart )?(?:vedtatt|fastsatt|fastsett|vedteke)"
    r"|(?:vedtatt|fastsatt|fastsett) planprogram",
    "planstatus": r"vedtatt plan med utsatt rettsvirkning|endelig vedtatt plan underlagt tidsbegrensning"
    r"|overstyrt",
    "planforslag": r"planlegging igangsatt|planlegging igangsett|planforslag",
    "varslet": r"(?:skal |vert |blir |forventes |ventes |planlagt |planlegges |forventet |forventa |planlagt )"
    r"(?:vedtatt|vedteke|vedtas|vedtak)|vedtas|vedtakast|til vedtak|sluttbehandl\w+",
    "vedtatt": r"(?:sist |egen |endelig |endeleg )?(?:vedtatt|vedteke[nt]?|godkjent|godkjend)(?: arealplan)?|vedtak"
    r"|vedt?\.(?=\s?(?:\d|[A-ZÆØÅ]))|sist (?:behandl(?:et|a)|handsama)(?= (?:i|av) \w)",
    "gjelder": r"gjelde(?:n?de|ne)(?! plan)|gjeldande(?! plan)|i kraft|gjeld(?:er)?(?=\s+[–—-]\s)",
    "utløper": r"(?:utgår|går ut|gjekk ut|gikk ut) på dato"
    r"|(?:utløp(?:er|te)?|gyldig til|gjeld(?:er|ande|ende)? til)(?: og med)?(?= (?:i |ved utgangen av )?\d)",
    "gjelder_for": r"(?:gjelde(?:n?de|ne)|gjeldande) plan(?:en)? (?:er |gjelder |gjeld )?for|gjelder (?:for )?perioden"
    r"|gjeld for|gjelder(?= (?:19|20)\d\d)"
    r"|planperioden? (?:er )?(?=\d)|(?:vedtatt )?plan for perioden|gjelder for",
    "orientering": r"(?:tatt |teke |teken |lagt fram |fremlagt |framlagt )?til orientering",
    "revidert": r"(?:sist |senest )?(?:revidert|rullert|oppdatert|ajourført)",
    "forlenget": r"forleng(?:et|a)",
    "opphevet": r"(?:(?:blir|vert|skal bli) )?opphev(?:et|a)(?! når)",
    "oppheves": rf"{_SHALL}(?:opphev(?:es?|ast|ing)|oppheve[td] når|oppheva når|opphør(?:er)?|opphøyrer)",
    "erstattes": r"(?:skal |vil |blir |vert |bli |planlegges |i løpet av perioden )*"
    r"(?:erstattes|erstattast|erstattet|erstatta|avløses|avløyst) av [^.;\n(]+",
    "utgått_erstattet": r"utgått ?/ ?erstattet",
    "erstattet": r"erstatt(?:et|a)",
    "utgått": r"utgått",
    "utgår": rf"{_SHALL}(?:utgår|utgå|går ut|gå ut|avvikles?|avviklast|fases ut|fasast ut|tas ut|{_NOT_ON})"
    r"(?: som (?:egen |eigen )?plan(?:oppgaver?|oppgåver?)?)?",
    "foreldet": r"foreldet|forelda",
    "utsettes": rf"{_SHALL}(?:utsatt|utsettes|utsettast|utsett|skyves|skyvast|forskyves)",
    "vent": r"(?:satt |sett |settes |lagt |står )?på vent|(?:stilt |satt |lagt )?i bero",
    "behandling": r"(?:klar )?til (?:(?:2\.|andre|annen) ?gangs |politisk )?(?:slutt)?(?:behandling|handsaming)",
    "utkast": r"(?:foreligger som )?utkast(?: foreligger| ligg føre| er (?:klart|ferdig))?",
    "høring": r"(?:er |ute |sendt |lagt ut )*(?:på|til) (?:offentlig |offentleg )?(?:høring|høyring|ettersyn)"
    r"|(?:høring|høyring)(?:sfrist)?|(?:offentlig|offentleg) ettersyn",
    "under_revisjon": r"under (?:revisjon|revidering|rullering|oppdatering)"
    r"|(?:revisjon|revidering|rullering)(?:en)? (?:pågår|er i gang|er igangsatt|er starta|er startet)",
    "slås_sammen": rf"{_SHALL}(?:(?:(?:slås?|slåes|slåast|slått) sam(?:men|an)|samanslåing|sammenslå(?:es|ing))"
    r"(?: (?:med|i|til) (?:\d+(?:\.\d+)*|[^.;,\n()]+))?"
    r"|(?:(?:samles|samlast|inngår?|innarbeidast|innarbeida|integrerast|innlemmast) i"
    r"|(?:inngår?|går?|tas|takast) inn? i|(?:innlemme|innarbeide|integrere)(?:s|t) i"
    r"|(?:blir?|vert) (?:en |ein )?del av)"
    r" [^.;,\n()]+)",
    "videreføres": rf"{_SHALL}(?:videreføre?s?|vidareføre?s?|vidareførast|videreført|vidareført"
    r"|videreføring|vidareføring|(?:ført|førast) (?:vidare|videre)|består|beholdes|står ved lag)"
    r"(?: uendret| uendra| (?:uten|utan) (?:vesentlige |vesentlege )?(?:endring(?:er|ar)?|revisjon)| inntil videre)?",
    "vurderes": rf"{_SHALL}(?:vurdere?s?|vurderast|vurdert|vurdering|avklares|avklarast)(?: om| behov(?:et)? for)?",
    "bestilt": r"bestilt|bestilling|tinga(?= (?:av|i) \w|\W*$)",
    "løpende": r"(?:fort)?løp(?:ende|ande)|kontinuerl(?:ig|eg)",
    "begge": rf"{_REVISE}\s?/\s?{_NEW}(?: plan)?|{_NEW}(?: plan)?\s?/\s?(?:{_REVISE}|revidert)",
    "oppstart_ny": rf"{_SHALL}(?:ha )?(?:oppstart|starte?|starter){_OF}{_NEW}"
    r" (?:plan|KPA|KDP|KPS|samfunnsdel|arealdel|\w*plan)(?:en)?",
    "oppstart_rev": rf"{_SHALL}(?:oppstart|starte?|starter){_OF}{_REVISE}"
    rf"|{_REVISE} (?:starter|startes|startar|startast|igangsettes|påbegynnes|med oppstart)",
    "ny_start": rf"{_NEW} plan (?:påbegynnes|påbyrjast|igangsettes|igangsettast|startes|startar|starter|startast)",
    "rulleres": rf"(?:neste |skal |planlagt |bør |må |vil bli |behov for (?:en |ei |å )?)*{_REVISE}"
    r"|(?:skal |må |bør )?(?:vert|blir|bli) (?:revidert|rullert|oppdatert|ajourført)",
    "arbeid": r"under (?:arbeid|utarbeidelse|utarbeiding)|arbeid(?:et)? pågår|pågår|pågående|pågåande|i arbeid|påbegynt"
    r"|påbyrja|til (?:1\.|første|fyrste) ?gangs (?:behandling|handsaming)"
    r"|(?:er |satt )*igangsatt|igangsett|(?:opp)?startet(?: opp)?|starta(?: opp)?|(?:er )?(?:satt |sett )?i gang",
    "oppstart": r"(?:planlagt |forventet |bør ha |ha )?(?:oppstart|start(?:er|es|ar|ast)?(?: opp)?|påbegynnes|påbyrjast"
    r"|igangsettes|igangsettast)",
    "ferdig": r"(?:planlagt |forventet |skal være |skal vere )?(?:ferdig(?:stilles|stilt|stillast|stilling)?"
    r"|sluttføres|avsluttes|avsluttast)",
    "ny": rf"(?<!\bi )(?<!\bav )(?<!\btil )(?<!\bmed )(?<!\bfor )"
    rf"{_SHALL}(?:{_NEW} plan(?! er vedt| er godkj)|{_NEW}(?! plan)"
    r"|utarbeides?|utarbeidast|utarbeiding|lages|lagast|opprettes"
    r"|opprettast)(?: ny(?:tt|e)?)?(?: plan)?",
}  # fmt: skip
"""Each kind of word, in the order in which they are tried at one place in a text."""
KEYWORD = re.compile(
    "|".join(rf"(?<!\w)(?P<{name}>{pattern})(?!\w)" for name, pattern in KEYWORDS.items()), re.IGNORECASE
)
PIECES = re.compile(r"\n|;|(?<=[\w?)])(?<!\b[Vv]ed)(?<!\b[Vv]edt)\.\s+(?=[A-ZÆØÅ])")
PARENTHESIS = re.compile(r"\((?!\s*\?\s*\))([^()]*)\)")
ORDINALS = {
    "annet": 2, "andre": 2, "anna": 2, "tredje": 3, "fjerde": 4, "femte": 5, "sjette": 6, "åttende": 8, "tiende": 10,
}  # fmt: skip
EVERY = re.compile(
    r"(?P<yearly>årlig|årleg|(?:hvert|kvart|kvar|hver) år)"
    r"|(?P<second>annethvert år|annakvart år|hvert anna år)"
    r"|(?:hvert?|kvart?) (?P<number>\d\d?|" + "|".join(ORDINALS) + r")\.? år"
    r"|(?P<term>(?:hver|kvar|en gang i|én gang i|éin gong i|ein gong i) (?:valgperiode|valperiode"
    r"|kommunestyreperiode)n?)"
    r"|(?P<need>(?:ved|etter) behov)",
    re.IGNORECASE,
)  # fmt: skip
YEARS = re.compile(r"(?P<n>[2-9]|[1-3]\d)\s?år", re.IGNORECASE)
ABOUT_WHEN = re.compile(
    r"(?:i |innen |innan |mot )?(?:(?:første|fyrste|siste|andre|1\.|2\.) (?:del|halvdel|halvpart)(?:en)? av "
    r"|slutten av |starten av |begynnelsen av |løpet av |tidlig i |sent i |seint i |neste |ny "
    r"|inneværende |inneverande )+"
    r"(?:plan|valg|val|kommunestyre)?perioden?|(?:våren|sommeren|sommaren|høsten|hausten|vinteren)(?! (?:hvert|kvart))",
    re.IGNORECASE,
)
IN_PERIOD = re.compile(
    r"(?:i|ila\.?|i løpet av|innen|innan|innenfor) (?:denne |inneværende |inneverande |gjeldende )?"
    r"(?:plan|valg|val|planstrategi|kommunestyre)?perioden",
    re.IGNORECASE,
)
TERMS = re.compile(
    r"(?:(?:når|etter at|så snart|dersom|hvis|viss|forutsatt at|under forutsetning av|avhengig av|avventer|i påvente av"
    r"|i forbindelse med|i samband med)\s[^.;\n()]+"
    r"|(?:frem |fram |inn)?til (?:dei? |det |den )?(?:ny|nytt|nye|revidert|KDP|KPA|KPS|[A-ZÆØÅ]\w+)\b[^.;\n()]{0,150}?"
    r"(?:(?:er |blir |vert )?(?:vedtatt|vedteke[nt]?|ferdig\w*|klar\w*|på plass)|vedtas|vedtakast"
    r"|foreligger|ligg føre))",
    re.IGNORECASE,
)
BLOCK = re.compile(
    r"(?<!\w)(?:delvis|deler|delar|handlingsdel\w*|handlingsplan\w*|handlingsprogram\w*|tiltaksdel\w*|tiltaksplan\w*"
    r"|tema|temaet|regional|regionale|statlig|kan|kunne|eventuelt|ev\.|evt\.|skulle|burde|tidligere|tidlegare|forrige"
    r"|førre|gammel|gamle|utkastet|vedlegg\w*|kartgrunnlag\w*|årlig vedtak|årleg vedtak)(?!\w)",
    re.IGNORECASE,
)
SOFT = re.compile(r"(?<!\w)(?:tema|temaet|tiltaksplan)(?!\w)", re.IGNORECASE)
"""Words of BLOCK beside which a need may still be considered: «tema vurderes»."""
FILLERS = frozenset(
    re.findall(
        r"\S+",
        "i av den på dato møte møtet er ble blei vart sak det år innen innan med og en ei et å planen plan denne for "
        "senest seinast skal vil bør må vert blir bli om gang gong dvs eksisterende eksisterande som no nå",
    )
)
HARMLESS = frozenset(
    ("mindre", "liten", "små", "endring", "endringer", "endringar", "justering", "justeringar", "justeringer", "1",
     "siste", "første"),
)  # fmt: skip
_STRETCH = frozenset(("fra", "frå", "til", "frist", "og"))
MORE = {
    "høring": _STRETCH,
    "arbeid": _STRETCH | {"planprosess", "prosess", "planarbeid", "arbeid", "arbeidet"},
    "forlenget": _STRETCH,
    "oppstart": _STRETCH | {"arbeid", "arbeidet", "planarbeid", "planarbeidet"},
    "ferdig": frozenset(("arbeid", "arbeidet")),
    "tid": frozenset(("fra", "frå", "f", "o", "m", "fom", "t", "tom", "til")),
    "utsettes": frozenset(("til",)),
    "vurderes": frozenset(("behov", "behovet")),
    "rulleres": frozenset(("full", "neste", "gang", "løpet", "fra", "til")),
    "gjelder_for": frozenset(("perioden", "planperioden", "planperiode", "fra", "til", "gjelder")),
}
TURNING = frozenset(("ikke", "ikkje", "ingen", "inga", "aldri", "uten", "utan", "neppe"))
"""Words that turn a sentence round wherever they stand in it."""
REGISTER_WORDS = {
    "planlegging igangsatt": "igangsatt", "planlegging igangsett": "igangsatt", "planforslag": "igangsatt",
    "vedtatt plan med utsatt rettsvirkning": "vedtatt",
    "endelig vedtatt plan underlagt tidsbegrensning": "vedtatt",
}  # fmt: skip
"""The words of SOSI's code list Planstatus that have no other place here; «overstyrt» says nothing of the format's."""
EMPTY = re.compile(r"[\s\-–—−.,:;/*·_]*|n/?a|i/t", re.IGNORECASE)
NONE = frozenset(("ingen", "ingenting", "intet", "ikke relevant", "ikkje relevant"))
