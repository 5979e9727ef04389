"""What a row is when it is no plan: a sum, a legend, a sentence, a note; and what must be asked about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from planlint.imports.fold_words import fold
from planlint.imports.table.legend import legend_pairs
from planlint.words import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.imports.cells import Sheet

LineKind = Literal["plan", "sum", "legend", "sentence", "doubtful", "work"]

_SUM = re.compile(
    r"^(?:plan(?:er|ar) i alt|(?:tal|talet på|antall|antal) (?:vedtak|planer|planar)|(?:tal|antall|antal)$|sum|totalt?"
    r"|i alt|til sammen|tilsammen|til saman|tilsaman|samla|samlet|sum årsverk|antall planer|kapasitet|disponibelt?"
    r"|(?:tilgjengelig|tilgjengeleg|ledig|disponib[el]+)e?\s+(?:kapasitet|ressurs\w*|årsverk))\b",
    re.IGNORECASE,
)
_LEGEND = re.compile(
    r"^\(?[xX]\)?\s*+:|^\(?\s*+(?:[xX]|[^\W\d_]{1,3}|\?)\s*+(?:\)\s*+)?=|^[^\W\d_]{3,20}:\s*(?:\d{1,2}|[^\W\d_]{1,5})\s*="
    r"|^(?:forklaring|tegnforklaring|fargekode|teiknforklaring)\b",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:skal|vil|kan|må|bør|er|var|blir|vert|ble|vart|har|hadde|omfatter|omfattar|gjelder|gjeld|iverksette|vises"
    r"|viser|visast|legges|leggast|inngår|finnes|finst|utgjør|gjennomføres|gjennomførast)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\b(?:plan|strategi|forskrift|melding|program|analyse)\w{0,4}\b|\d\.$", re.IGNORECASE)
"""A word that the title of a plan has, which may well end in a stop."""
_WORDS = 12
_FEW_WORDS = 5
_LIST = re.compile(r"^\s*(?:[•·▪◦‣*–-]|\d{1,2}[.)])\s*(?=\S)")


_WORK = re.compile(
    r"^(?:behandling|saksbehandling|oppfølging|oppfølgjing|digitalisering|kartlegging|registrering|skanning|drift"
    r"|prosjektledelse|prosjektleiing|gjennomgang|veiledning|rettleiing)\b"
    r"|\b(?:utbyggingsavtale\w*|utbyggingsavtala\w*|dispensasjonssak\w*|planvask\w*|skanning)\b"
    r"|^(?:nye |behandle )?private (?:\w*regulerings|detalj)?plan(?:er|ar|forslag\w*|initiativ\w*)$"
    r"|^(?:rullering|revidering|oppdatering)\b.*\bhandlings(?:del|program)\w*$",
    re.IGNORECASE,
)
"""The name of work that is no plan: to handle matters, to map, to lead a project, to roll one part of a plan."""


def lines_alone(sheets: Iterable[Sheet]) -> list[str]:
    """Give the lines of sheets that stand alone in their rows: what a sheet without a table explains for the others."""
    rows = (list(dict.fromkeys(filter(None, row.texts))) for sheet in sheets for row in sheet.rows)
    return [texts[0] for texts in rows if len(texts) == 1]


def is_work(title: str) -> bool:
    """Tell whether a title is the name of work and names no kind of plan: «Behandling av private reguleringsplaner»."""
    return bool(_WORK.search(title)) and not kind_of(title)


_MANY = re.compile(r"(?:plan|regulering|strategi|melding|forskrift)(?:er|ar|ene|ane)\b", re.IGNORECASE)
_WORK_HEADING = re.compile(
    r"(?<!\w)(?:oppgaver|oppgåver)\b|\bikk(?:e|je) (?:er )?(?:egne |eigne )?(?:planer|planar)\b", re.IGNORECASE
)


def is_work_heading(text: str) -> bool:
    """Tell whether a heading says that what stands below it is work: «Løpende oppgaver», «(ikke planer)»."""
    return bool(_WORK_HEADING.search(text)) and not is_sentence(text)


def is_named_plan(title: str) -> bool:
    """Tell whether a title names one plan of a kind, and what it is about: «Temaplan Landbruk 2023-2030»."""
    return len(title.split()) > 1 and kind_of(title) is not None and not _MANY.search(title)


def line_kind(title: str, *, alone: bool) -> LineKind:
    """Give what a line is by its words; `alone`: nothing else stands in the row."""
    text = " ".join(title.split())
    if _SUM.match(text) and "plan" not in fold(text).split():
        return "sum"
    if _LEGEND.match(text) or legend_pairs(text):
        return "legend"
    if is_sentence(text):
        return "sentence"
    return "doubtful" if alone else "plan"


def is_sentence(text: str) -> bool:
    """Tell whether a text is prose and no name: it ends as a sentence does and has a verb, or is very long."""
    words = text.split()
    told = len(words) > _FEW_WORDS and text.endswith((".", ":")) and bool(_VERB.search(text))
    return (
        told
        or (len(words) > _FEW_WORDS and text.endswith(".") and not _NAMED.search(text))
        or (len(words) > _WORDS and text.endswith("."))
        or (len(words) > 2 * _WORDS and bool(_VERB.search(text)))
    )


def has_verb(text: str) -> bool:
    """Tell whether a text has a word that no name of a plan has: «Lista ble drøftet i formannskapet»."""
    return bool(_VERB.search(text))


def several(title: str) -> list[str]:
    """Give the plans that a title of several lines names, each on a line of its own; none where it is one plan."""
    lines = [_LIST.sub("", line).strip() for line in title.splitlines() if line.strip()]
    named = [line for line in lines if re.search(r"plan|strategi|melding|program", line, re.IGNORECASE)]
    marked = [line for line in title.splitlines() if _LIST.match(line)]
    listed = len(lines) > 1 and (len(named) == len(lines) or len(marked) == len(lines))
    return lines if listed and not any(is_sentence(line) or line[:1].islower() for line in lines) else []
