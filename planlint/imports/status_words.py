"""The words that tell what has happened to a plan, or shall happen, in bokmål and nynorsk, as one pattern."""

from __future__ import annotations

import re

_NOT = r"ikk(?:e|je)"
_KEYWORDS = {
    "intet": rf"{_NOT} (?:endelig |endeleg |formelt )?(?:vedtatt|vedteke[nt]?|godkjent|godkjend|behandlet|revidert"
    r"|rullert)|vedtatt (?:oppstart|start|revidert|rullert|lagt|satt|å )",
    "planlagt": rf"{_NOT} (?:på)?(?:begynt|startet|starta|igangsatt|igangsett|byrja|oppstartet)|under planlegging"
    r"|planlagt(?! (?:oppstart|start|ferdig|vedta|vedte|revi|rull))|kommende|komande|skal utarbeid(?:es|ast)",
    "planprogram": r"planprogram(?:met)? (?:ble |er |vart )?(?:vedtatt|fastsatt|fastsett|vedteke)"
    r"|(?:vedtatt|fastsatt|fastsett) planprogram",
    "varslet": r"(?:skal |vert |blir |forventes |ventes |planlagt |planlegges )(?:vedtatt|vedteke|vedtas)|vedtas"
    r"|vedtakast|til vedtak",
    "vedtatt": r"(?:sist |egen|endelig |endeleg )?(?:vedtatt|vedteke[nt]?|godkjent|godkjend)|vedtak",
    "gjelder": r"gjeldende|gjeldande|i kraft",
    "orientering": r"(?:tatt |teke |teken |lagt fram |fremlagt |framlagt )?til orientering",
    "revidert": r"(?:sist )?(?:revidert|rullert)",
    "forlenget": r"forleng(?:et|a)",
    "opphevet": r"opphev(?:et|a)",
    "erstattet": r"erstatt(?:et|a)(?: av [^.;\n(]+)?",
    "utgått": r"utgått",
    "foreldet": r"foreldet|forelda",
    "vent": r"(?:satt |sett |lagt |står )?på vent|(?:stilt |satt |lagt )?i bero",
    "behandling": r"(?:klar )?til (?:politisk )?(?:slutt)?behandling",
    "utkast": r"(?:foreligger som )?utkast",
    "høring": r"(?:er |ute |sendt |lagt ut )*(?:på|til) (?:offentlig |offentleg )?(?:høring|høyring|ettersyn)"
    r"|(?:høring|høyring)(?:sfrist)?|(?:offentlig|offentleg) ettersyn",
    "under_revisjon": r"under (?:revisjon|revidering|rullering|oppdatering)|(?:revisjon|revidering|rullering) pågår",
    "rulleres": r"(?:neste |skal |planlagt )?(?:rulleres|rullerast|revideres|reviderast|rullering|revisjon"
    r"|revidering|oppdateres)",
    "arbeid": r"under (?:arbeid|utarbeidelse|utarbeiding)|arbeid(?:et)? pågår|pågår|pågående|pågåande|i arbeid|påbegynt"
    r"|igangsatt|igangsett|(?:opp)?startet(?: opp)?|starta(?: opp)?|i gang",
    "oppstart": r"(?:planlagt |forventet )?(?:oppstart|start(?:er|es|ar|ast)?(?: opp)?)",
    "ferdig": r"(?:planlagt |forventet |skal være |skal vere )?(?:ferdig(?:stilles|stilt|stillast|stilling)?"
    r"|sluttføres)",
}
KEYWORD = re.compile(
    "|".join(rf"(?<!\w)(?P<{name}>{pattern})(?!\w)" for name, pattern in _KEYWORDS.items()), re.IGNORECASE
)
PIECES = re.compile(r"\n|;|(?<=[\w?)])\.\s+(?=[A-ZÆØÅ])")
PARENTHESIS = re.compile(r"\((?!\s*\?\s*\))([^()]*)\)")
ORDINALS = {
    "annet": 2, "andre": 2, "anna": 2, "tredje": 3, "fjerde": 4, "femte": 5, "sjette": 6, "åttende": 8, "tiende": 10,
}  # fmt: skip
EVERY = re.compile(
    r"(?P<yearly>årlig|årleg|(?:hvert|kvart) år)"
    r"|(?:hvert?|kvart?) (?P<number>\d\d?|" + "|".join(ORDINALS) + r")\.? år"
    r"|(?P<term>(?:hver|kvar|en gang i|én gang i|éin gong i) (?:valgperiode|valperiode)n?)|(?P<need>ved behov)",
    re.IGNORECASE,
)  # fmt: skip
FILLERS = frozenset(
    ("i", "av", "den", "på", "dato", "møte", "møtet", "er", "ble", "blei", "vart", "sak", "det", "år", "innen", "med")
)
_STRETCH = frozenset(("fra", "frå", "til", "frist", "og"))
MORE = {
    "høring": _STRETCH,
    "arbeid": _STRETCH,
    "forlenget": _STRETCH,
    "rulleres": frozenset(("neste", "gang", "løpet")),
}
