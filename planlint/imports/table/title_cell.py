"""A title without what a table writes beside it: numbers, stars, remarks in parentheses and sentences behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from planlint.imports.table.heads import field_of

_STARS = re.compile(r"(?<=[\w).!?])\*+|\s\*+(?=\s|$)|(?<=\w)[¹²³⁴⁵]+(?=\W|$)")
_NUMBER = re.compile(r"^\(?\d{1,3}(?:\.\d{1,2})*[.)]\s+(?=\S)")
_LABELLED = re.compile(r"\(\s*([^():]{3,30}):\s*([^()]+)\)")
_PARENTHESIS = re.compile(r"(?<!\s)\s*+\(([^()]+)\)")
_RELATION = (
    r"erstatt\w+|sammensl\w+|samansl\w+|slås (?:sammen|i hop)|slåast|inngår|inngå i|utgår|går ut|oppheves|opphevast"
    r"|videreføres|vidareført|vidareførast|revideres|reviderast|rulleres|rullerast|utarbeidet|utarbeida|utarbeides"
    r"|vedtas|vedtatt|vedteken|vedteke|under arbeid|under revisjon|under rullering|ny plan|jf\.?|se|sjå|venter på"
    r"|er under|oppstart|når|dersom|ventar på|avventer|avventar|innarbeides|innarbeidast|blir|skal|bør|må"
)
_TOLD = re.compile(rf"^(?:{_RELATION})\b", re.IGNORECASE)
_DASHED = re.compile(rf"(?<!\s)\s++[-–—]\s++(?=(?:{_RELATION})\b)", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[\w)])\.\s+(?=[A-ZÆØÅ])")
_TASK = re.compile(
    r"^(?:(?P<rev>revidere|rullere|oppdatere|revisjon av|rullering av|revidering av|oppdatering av)"
    r"|(?P<ny>utarbeide|utarbeiding av|utarbeidelse av|lage|ny:))\s+(?=[^\W\d_]{3})",
    re.IGNORECASE,
)
_TASK_BEHIND = re.compile(
    r"(?<=\w)\s?(?:,|[-–—:]\s)\s?((?:full |hoved|hovud)?(?:rullering|revisjon|revidering)(?:en)?)$", re.IGNORECASE
)
"""What shall be done with a plan, written behind its title: «Kommuneplanens arealdel, rullering»."""
_VOTE = re.compile(
    r"\d|(?:kst|bst|hst|ks|k|f|fsk)[.\s-]+(?:sak|\d)|vedt[aeo]|godkjen|under (?:arbeid|revisjon)|p[åa] h", re.IGNORECASE
)
"""The beginning of a line below a title that tells what has been decided, and is no part of the title."""
_SHORT = 20


@dataclass(slots=True)
class Title:
    """A title as it should stand, its stars, what stood beside it, and the decision that its first word tells.

    `whole` is the cell as it stands, where it has stars. `labelled` are remarks with a head of their own: «(Ansvarlig:
    Økonomi)», by the field that the head names.
    """

    text: str
    stars: tuple[str, ...] = ()
    beside: list[str] = field(default_factory=list)
    labelled: dict[str, str] = field(default_factory=dict)
    valg: str = ""
    whole: str = ""


def read_title(cell: str) -> Title:
    """Give the title of a cell, and what else the cell says; nothing of it is thrown away but numbers and stars."""
    first, *more = [line.strip() for line in cell.splitlines() if line.strip()] or [""]
    if more and not _VOTE.match(more[0]) and (len(first) < _SHORT or _goes_on(first, more[0])):
        first, more = " ".join([first, *more]), []
    title = Title(_NUMBER.sub("", " ".join(first.split())), beside=more)
    title.stars = tuple(dict.fromkeys(mark.strip() for mark in _STARS.findall(title.text)))
    title.whole = " ".join(cell.split()) if title.stars else ""
    title.text = _STARS.sub("", title.text)
    title.text = _LABELLED.sub(lambda match: _label(match, title), title.text)
    title.text = _PARENTHESIS.sub(lambda match: _inside(match, title), title.text)
    for cut in (_SENTENCE, _DASHED):
        head, *tail = cut.split(title.text, maxsplit=1)
        if (tail and len(head) >= _SHORT) or (tail and cut is _DASHED):
            title.text, title.beside = head, [*tail, *title.beside]
    if task := _TASK.match(title.text):
        title.beside.append(task[0].strip())
        title.valg = "revideres" if task["rev"] else "ny"
        rest = title.text[task.end() :]
        title.text = rest[:1].upper() + rest[1:]
    if (task := _TASK_BEHIND.search(title.text)) and not title.valg:
        title.beside.append(task[1])
        title.valg, title.text = "revideres", title.text[: task.start()]
    title.text = " ".join(title.text.split()).rstrip(" ,;:–-") or " ".join(cell.split())
    return title


def _goes_on(first: str, following: str) -> bool:
    """Tell whether a line is only broken: it ends in a word that wants more, or the next one begins small."""
    return first.endswith((",", "-", "–", " og", " for", " av", " i")) or following.lstrip("-–— ")[:1].islower()


def _label(match: re.Match[str], title: Title) -> str:
    named, _ = field_of(match[1])
    if not named:
        return match[0]
    title.labelled[named] = match[2].strip()
    return " "


def _inside(match: re.Match[str], title: Title) -> str:
    """Take a parenthesis out of a title where it tells what happens to the plan."""
    if not _TOLD.match(match[1].strip()):
        return match[0]
    title.beside.append(match[1].strip())
    return " "
