"""Marks in cells: what a letter, a cross, a shade or a number under a year or a decision means."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from planlint.imports.fold_words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_VALG = {
    "ny": "ny|nytt|nye|ny plan|nye planer|nye planar|ny plan utarbeides|utarbeides|utarbeidast|utarbeide|utarbeiding"
    "|utarbeidelse|skal utarbeides|lages|ny utarbeides|nyutvikling|nyutarbeiding|nye planbehov|ny plan i perioden",
    "revideres": "revideres|rulleres|revisjon|rullering|revidering|reviderast|rullerast|oppdateres|revidere|rullere"
    "|reviderte|rullerte|rev|rull"
    "|revideres i perioden|rulleres i perioden|revidert plan|skal revideres|skal rulleres|oppdatering|revidert",
    "videreføres": "videreføres|vidareførast|videreføring|vidareføring|videreføre|uendret|uendra|videreføres uendret"
    "|beholdes|beholdast|videreføres uten endring|videreføres uten endringer|vidareførast utan endring"
    "|vidareførast utan endringar"
    "|står ved lag|gjelder fortsatt|inga endring|ingen endring|ikke revisjon|ingen revisjon|ikke rullering"
    "|vidareførest|vidareførte|videreførte|videreført|vidareført|ført vidare|vidareførte utan endring"
    "|videreførte uten endring|gjelder videre|gjeld vidare|gjelder fortsatt uendret|står ved lag uten endring",
    "oppheves": "opphevde|opphevede|opphører|opphøyrer|blir oppheva|blir opphevet"
    "|oppheves|opphevast|oppheve|opphevelse|oppheving|oppheve når ny er vedtatt|oppheves når ny er vedtatt",
    "utgår": "avvikles|avviklast|avvikle|utgår|går ut|utgå|avsluttes|avsluttast|fases ut|sluttes|videreføres ikke"
    "|tas ut|takast ut|tatt ut|blir tatt ut|vert tekne ut|vert teke ut|fases ut av planverket|tas ut av planverket"
    "|ikke videreføres|skal ikke videreføres|vidareførast ikkje|ikkje vidareførast|skal ikkje vidareførast"
    "|vert ikkje vidareført|vert ikkje vidareførte|ikke videreført|ikkje vidareført|føres ikke videre"
    "|vert ikkje førte vidare|vert ikkje ført vidare",
    "slås_sammen": "slås sammen|slåast saman|sammenslåing|samanslåing",
    "vurderes": "vurderes|vurderast|skal vurderes|vurdere|vurdering av behov",
    "utsettes": "utsettes|utsetjast|utsatt|utsett|utsettes til neste periode",
    "ikke_prioritert": "ikke prioritert|ikkje prioritert|nedprioritert|ikke prioriteres|nedprioriteres",
}
_DECISION = {fold(word): valg for valg, words in _VALG.items() for word in words.split("|")}
_MARK = re.compile(r"\(?\s*(?:[xX✓✔•●○√×■*]|[jJ][aA]|j)\s*\)?")
_NO = re.compile(r"nei\W*|n", re.IGNORECASE)
_CODE = re.compile(r"\(?\s*[^\W\d_]{1,3}\s*\)?")
_NUMBER = re.compile(r"\d{1,3}(?:[.,]\d{1,3})?")
_PAIR = re.compile(
    r"(?<![\w-])(?P<key>\([^\W\d_]{1,2}\)|[^\W\d_]{1,3}|(?-i:[A-ZÆØÅ]){4,6}(?=\s*=)|\?(?=\s*=))(?:-?\s?sak)?\s*(?P<sign>=|:|[-–—]|\bbetyr\b|\bbetyder\b)\s*"
    r"(?P<means>[^,;=]+?)(?=\s*(?:[,;]|\.(?:\s|$)|$|(?:\b[^\W\d_]{1,3}|\?)\s*=))"
)
_FEW = 2
_VOTE_YEAR = re.compile(
    r"vedtaksår|år(?:et)? for vedtak|(?:når|året) \w*\s?(?:planen )?(?:skal )?(?:vedtas|vedtakast)|forventet vedtak"
    r"|planlagt vedtak|plan(?:en)? (?:blir|vert|skal bli) (?:vedtatt|vedteken|vedteke)"
    r"|plan(?:en|ene|ane|er|ar)? (?:skal )?(?:vedtas|vedtakast)"
    r"|legge[sn]?(?:ast)? fram for vedtak|lagt? fram for vedtak"
    r"|skal til (?:slutt|endelig |endeleg )?(?:vedtak|behandling)",
    re.IGNORECASE,
)


_ALL_ADOPTED = re.compile(
    r"\b(?:alle|samtlige|samtlege) (?:planer|planene|planar|planane|vedtak|vedtaka|vedtakene) (?:i \w+ )?"
    r"(?:er|ble|vart) (?:vedtatt|vedtatte|vedtekne|vedteke|gjort) (?:av|i) ([^\W\d_]{3,40})",
    re.IGNORECASE,
)
"""A line that says who has adopted all of the plans."""


_PARENTHESIS = re.compile(
    r"\bparentes(?:en)?\s*(?:=|:|[-–]|betyr|betyder|tyder|viser|vil si)\s*(?:at\s+)?([^.;\n]{3,120})", re.IGNORECASE
)
"""A line that says what it means that a mark stands in a parenthesis."""


class Legend(NamedTuple):
    """What the lines around a table say of its marks: the words by mark, and whether a mark is the year of a vote."""

    words: dict[str, str]
    votes: bool = False
    nothing: str = ""
    body: str = ""
    doubt: str = ""
    letters: bool = True
    """The body that the lines say has adopted every plan of the table, what they say that a parenthesis means, and
    whether a letter that nobody explains may mean what it most often does."""

    def with_others(self, other: Legend, bodies: Mapping[str, str]) -> Legend:
        """Give this legend with what another part of the file explains, where its own lines do not."""
        return Legend(
            {**bodies, **other.words, **self.words}, self.votes or other.votes, self.nothing or other.nothing,
            self.body or other.body, self.doubt or other.doubt, self.letters,
        )  # fmt: skip

    def word(self, mark: str) -> str:
        """Give the words that explain a mark, or ""."""
        return self.words.get(mark_key(mark), "")

    def spelt(self, text: str) -> str:
        """Give a text with the short forms of bodies, as the legend explains them, spelt out."""
        bodies = bodies_in(self.words)
        text = _CASE_BEHIND.sub(
            lambda match: f"{bodies[match[1].lower()]} sak " if match[1].lower() in bodies else match[0], text
        )
        return _SHORT_FORM.sub(lambda match: bodies.get(match[0].lower(), match[0]), text)

    def valg(self, mark: str) -> str:
        """Give the decision that a mark means: as it is explained, else as the word or the letter it is; or ""."""
        if word := self.word(mark):
            return decision_of(word) or decision_of(_CONDITION.sub("", word)) or begun_decision(word)
        return decision_of(mark) or (_LETTERS.get(mark_key(mark).strip("()"), "") if self.letters else "")


_CASE_BEHIND = re.compile(r"(?<!\w)([A-ZÆØÅ]{1,6})(?:[-.\s]{0,2}sak)?[\s.:-]{0,2}(?=\d{1,5}/\d{2,4}(?!\d))")
"""A short form of a body with the number of a case behind it."""
_SHORT_FORM = re.compile(r"(?<!\w)[A-ZÆØÅ]{2,6}(?!\w)")
# What a letter means where no legend says otherwise.
_LETTERS = {"r": "revideres", "n": "ny", "v": "videreføres", "u": "utgår"}
_SURE_LETTERS = frozenset("rnv")
_ENOUGH_LETTERS = 2
_CONDITION = re.compile(r"\b(?:når|dersom|hvis|viss|i|innen|forutsatt)\b.*", re.IGNORECASE)
NOTHING = re.compile(
    r"(?:ikke|ikkje) står (?:no(?:en|kon|e|ko)\b ?)?(?:bokstav\w*|kryss|merke|[.,;]|$)"
    r"|(?:uten|utan) (?:bokstav|kryss|merke)",
    re.IGNORECASE,
)


_STEPS = {
    "oppstart": r"(?:planlagt )?(?:oppstart|start|igangset)",
    "ferdig": r"(?:politisk |planlagt |endelig |endeleg |forventet |forventa )?"
    r"(?:(?:slutt)?vedtak|vedtas|vedtakast|sluttbehandl)",
    "høring": r"(?:høring|høyring|offentl\w+ ettersyn|planprogram|forslag|utkast)",
}
_STEP = re.compile("|".join(f"(?P<{name}>{words})" for name, words in _STEPS.items()), re.IGNORECASE)


def is_usual(text: str) -> bool:
    """Tell whether a mark is a cross, a number or a letter whose usual meaning is a decision."""
    return not _CODE.fullmatch(text) or is_cross(text) or mark_key(text).strip("()") in _LETTERS


def has_usual_letters(marks: Iterable[str]) -> bool:
    """Tell whether unexplained marks have their usual meanings: «U» means that only beside two of the other letters."""
    letters = {mark_key(mark).strip("()") for mark in marks}
    return "u" not in letters or len(letters & _SURE_LETTERS) >= _ENOUGH_LETTERS


def usual_meaning(mark: str) -> str:
    """Give the decision that a letter most often means; "" for what is no such letter."""
    return _LETTERS.get(mark_key(mark).strip("()"), "")


def step_of(word: str) -> str:
    """Give the step of the work that an explanation of a mark is: `oppstart`, `høring`, `ferdig`; or ""."""
    if len(word.split()) <= _FEW_WORDS and _AND_VOTE.search(word):
        return "ferdig"
    match = _STEP.match(word)
    return str(match.lastgroup) if match else ""


_FEW_WORDS = 4
_AND_VOTE = re.compile(r"\b(?:og|\+|/) ?(?:politisk |endelig |endeleg )?(?:vedtak|sluttbehandling)$", re.IGNORECASE)
"""A step with the vote behind it: «Høring og vedtak»."""


def is_step(text: str) -> bool:
    """Tell whether a cell names a step of the work in a few words, and nothing else: «Oppstart», «Høring og vedtak»."""
    return len(text.split()) <= _FEW_WORDS and not any(c.isdigit() for c in text) and bool(step_of(text))


def mark_key(text: str) -> str:
    """Give a mark as explanations are found by: in small letters, without blanks; a parenthesis is a part of it."""
    return "".join(text.split()).casefold()


def decision_of(text: str) -> str:
    """Give the decision that a whole text names, or ""."""
    return _DECISION.get(fold(text), "")


def decision_word(valg: str) -> str:
    """Give the word that a decision is told with in a cell; "" for none."""
    return {"ny": "ny plan", "slås_sammen": "slås sammen", "ikke_prioritert": "ikke prioritert"}.get(valg, valg)


_BEGUN = {
    "ny": r"(?:lage? )?ny(?:tt|e)?(?: plan| strategi)?(?=\W|$)(?! (?:vurdering|runde))|bestilt"
    r"|(?:skal )?utarbeid(?:es?|ast)\b",
    "videreføres": r"(?:ingen|inga) (?:revisjon|endring|rullering|revidering)"
    r"|(?:(?:skal|blir|vert|bør) )*(?:vide|vida)reføre?(?:s|st|ast|t)?\b(?! ikk)"
    r"|står ved lag|ikk(?:e|je) (?:revidere?s|rulleres)",
    "revideres": r"(?:(?:skal|bør|må|full|delvis|blir|vert) )*"
    r"(?:revi(?:dere?s?|derast|dert|sjon|dering)|ruller(?:es|ast|ing|e)?)\b",
    "oppheves": r"(?:planen )?(?:(?:skal|blir|vert) )?(?:opphev(?:es?|ast|et|a)?|opphør(?:er)?|opphøyrer)\b",
    "utgår": r"(?:planen )?(?:utgår|går ut|avvikl(?:es?|ast)|(?:(?:skal|blir|vert) )?ikk(?:e|je) (?:vide|vida)refør\w*"
    r"|(?:vide|vida)refør(?:es|est|ast) ikk(?:e|je))\b(?! (?:uendre|uten|utan))",
    "vurderes": r"(?:behov(?:et)? (?:for \w+ )?)?(?:(?:skal|bør|må) )?(?:vurder(?:es?|ast)|(?:blir|vert) vurdert)\b",
    "utsettes": r"(?:(?:skal|blir|vert) )?(?:utsett(?:es|ast)?|utsatt)\b",
    "ikke_prioritert": r"ikk(?:e|je) prioriter|nedprioriter",
    "slås_sammen": r"slå(?:s|ast)? sa(?:m|mm)[ae]n\b",
}
_FIRST_WORDS = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _BEGUN.items()), re.IGNORECASE)


def begun_decision(text: str) -> str:
    """Give the decision that a text begins with: «Revideres, oppstart 2025», «ny plan blir vedteken»; or ""."""
    match = _FIRST_WORDS.match(text.strip())
    return next((name for name in _BEGUN if match[name]), "") if match else ""


def is_mark(text: str) -> bool:
    """Tell whether a cell is a cross, a letter or two, or a small number, and nothing else."""
    return bool(_MARK.fullmatch(text) or _CODE.fullmatch(text) or _NUMBER.fullmatch(text))


def is_cross(text: str) -> bool:
    """Tell whether a cell is a cross or the like: yes, and no more."""
    return bool(_MARK.fullmatch(text))


def is_no(text: str) -> bool:
    """Tell whether a cell says no, and no more."""
    return bool(_NO.fullmatch(text.strip()))


def is_question(text: str) -> bool:
    """Tell whether a cell is a question mark, and no more."""
    return text.strip() in {"?", "(?)"}


def is_blank(text: str) -> bool:
    """Tell whether a cell says nothing: it is empty, or a dash stands where nothing is to be said."""
    return not text.strip(" -–—")


def is_doubtful(text: str) -> bool:
    """Tell whether a mark stands in a parenthesis."""
    return text.startswith("(") and text.endswith(")")


def number_of(text: str) -> float | None:
    """Give the man-years of a cell; None where it is no small number."""
    return float(text.replace(",", ".")) if _NUMBER.fullmatch(text) else None


def bodies_in(words: dict[str, str]) -> dict[str, str]:
    """Give the explanations that are of bodies: «HOU = hovedutvalg for helse»."""
    return {key: word for key, word in words.items() if _BODY.search(word) and key.isalpha()}


_BODY = re.compile(r"styre|utval|\bråd|tinget|nemnd|formannskap|komite|administrasjon", re.IGNORECASE)


_CASE_OF = re.compile(r"^sak(?:er)? (?:i|til|fra) ", re.IGNORECASE)
"""What «K-sak = sak i kommunestyret» says before the body itself."""
_WORD_PAIR = re.compile(r"^(?P<key>[A-ZÆØÅ][a-zæøå]{3,20})\s*[:=]\s*(?:det )?(?P<means>[^.;\n]{3,120})")
"""A line that explains a whole word: «Evaluering: det vurderes om planen skal revideres»."""


def _word_pair(line: str) -> dict[str, str]:
    """Give the word that a line explains as a decision; nothing of a line that is about anything else."""
    match = _WORD_PAIR.match(line)
    return {mark_key(match["key"]): match["means"]} if match and begun_decision(match["means"]) else {}


def legend_pairs(text: str) -> dict[str, str]:
    """Give what a line explains: «R = Revideres, U = Utarbeides»; nothing where it explains nothing.

    A lone pair counts only with a sign of equality: «pbl: loven» and «A - plan» may be anything.
    """
    pairs = {}
    signs = []
    for match in _PAIR.finditer(text):
        pairs[mark_key(match["key"])] = _CASE_OF.sub("", " ".join(match["means"].split()))
        signs.append(match["sign"])
    return pairs if "=" in signs or "bety" in "".join(signs) or len(pairs) > _FEW else {}


def legend(lines: Iterable[str]) -> Legend:
    """Give what the lines around a table say of its marks."""
    words: dict[str, str] = {}
    votes, nothing, body, doubt = False, "", "", ""
    for line in lines:
        doubt = " ".join(told[1].split()) if (told := _PARENTHESIS.search(line)) else doubt
        words |= _word_pair(line) | legend_pairs(line)
        votes |= bool(_VOTE_YEAR.search(line))
        nothing = line if NOTHING.search(line) else nothing
        body = adopted[1] if (adopted := _ALL_ADOPTED.search(line)) else body
    return Legend(words, votes, nothing, body, doubt)
