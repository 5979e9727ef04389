"""What each telling word makes of its part of a sentence: events, a status, a decision, work; None is no sense."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.words.facts import DecisionFact, Fact, NoteFact, PeriodFact, RevisionFact, StatusFact
from planlint.words.sentence_part import BOTH, REMARK
from planlint.words.tell_events import (
    tell_events,
    tell_forlenget,
    tell_hoering,
    tell_opphevet,
    tell_orientering,
    tell_paa_vent,
    tell_planprogram,
    tell_revidert,
    tell_varslet,
    tell_vedtatt,
)
from planlint.words.tell_work import tell_arbeid, tell_begin, tell_ferdig, tell_oppstart, tell_time_alone
from planlint.words.telling_words import REGISTER_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from planlint.words.sentence_part import SentencePart

_SIMPLE = {
    "planlagt": "planlagt", "gjelder": "vedtatt", "utgått": "utgått", "utgått_erstattet": "utgått",
    "foreldet": "foreldet", "behandling": "til_vedtak", "utkast": "utkast",
    "under_revisjon": "under_revisjon", "erstattet": "erstattet",
}  # fmt: skip
_VALG = {
    "utgår": "utgår", "oppheves": "oppheves", "utsettes": "utsettes",
    "videreføres": "videreføres", "uendret": "videreføres", "vurderes": "vurderes",
    "prioritert_ned": "ikke_prioritert",
}  # fmt: skip
_SHALL = re.compile(r"es$|ast$|skal|må|bør|neste|planlagt|behov")


def tell(part: SentencePart) -> list[Fact] | None:
    """Give what a part says in a column; None when its word and its times do not go together."""
    if part.is_negated or (part.kolonne == REMARK and part.rart):
        return None
    if part.slag in _SIMPLE:
        return _simple(part)
    if part.slag in _VALG:
        return _decided(part)
    told = _TELL.get(part.slag)
    return told(part) if told else None


def _simple(part: SentencePart) -> list[Fact] | None:
    if part.has_time or part.sted or part.rulleres or part.rart:
        return None
    return [StatusFact(_SIMPLE[part.slag])]


def _decided(part: SentencePart) -> list[Fact] | None:
    if len(part.tider) > 1 or len(part.spenn) > 1 or part.kolonne == REMARK:
        return None
    if part.slag == "utsettes" and part.has_time:
        return [DecisionFact("utsettes"), NoteFact(part.hele)]
    return [DecisionFact(_VALG[part.slag], part.first_year(), part.last_time(), usikker=part.is_doubted)]


def _sammen(part: SentencePart) -> list[Fact] | None:
    """Tell of a merger, with the other plan as it is named."""
    named = re.search(r"\b(?:med|i|av|til) (.+)", part.sagt)
    if part.kolonne == REMARK or part.rart or len(part.tider) > 1 or len(part.spenn) > 1 or (named and part.has_time):
        return None
    times = (part.first_year(), part.last_time()) if part.has_time else (None, None)
    return [DecisionFact("slås_sammen", *times, plan=named[1].strip() if named else "", usikker=part.is_doubted)]


def _revision(part: SentencePart) -> list[Fact] | None:
    """Tell how often and when next. «Rullering 2019» is what the plan is in; «rulleres 2019» what it shall be."""
    if part.kolonne == "vedtatt" and part.ord and len(part.tider) == 1 and not _SHALL.search(part.ord):
        return tell_events(part, "revidert", "vedtatt")
    if part.sted or len(part.spenn) > 1 or (not part.ord and (part.rart or len(part.tider) > 1)):
        return None
    if len(part.tider) > 1:
        return [DecisionFact("revideres"), NoteFact(part.hele)] if part.kolonne != REMARK else None
    if not part.ord and not (part.has_time or part.rulleres or part.i_perioden):
        return None
    facts: list[Fact] = []
    if part.tider or part.rulleres:
        neste = part.tider[0].verdi if part.tider else None
        facts.append(RevisionFact(neste, part.rulleres, part.is_doubted))
    if part.kolonne != REMARK and (part.has_time or part.kolonne == "beslutning" or not part.rulleres):
        facts.append(DecisionFact("revideres", part.first_year(), part.last_time(), usikker=part.is_doubted))
    noun = part.ord in {"rullering", "revisjon", "revidering"}
    begun = not part.tider or int(str(part.tider[0].verdi)[:4]) <= part.today.year
    if part.kolonne == "status" and noun and begun and not (part.rulleres or part.i_perioden or part.spenn):
        facts.append(StatusFact("under_revisjon"))
    return facts


def _beslutning(part: SentencePart) -> list[Fact] | None:
    if part.rulleres and re.match(r"(?:årl|kvart|hver)", part.tekst, re.IGNORECASE):
        return [RevisionFact(rulleres=part.rulleres), DecisionFact("revideres")]
    if part.rart or part.sted or not part.has_time:
        return None
    return (
        [DecisionFact("", part.first_year(), part.last_time(), usikker=part.is_doubted)]
        if len(part.tider) < BOTH
        else None
    )


def _ny(part: SentencePart) -> list[Fact] | None:
    if part.sted or len(part.tider) > 1 or len(part.spenn) > 1 or part.kolonne == REMARK:
        return None
    if part.kolonne == "vedtatt" and part.has_time and not part.is_coming(part.last_time() or part.today.year):
        return None
    return [DecisionFact("ny", part.first_year(), part.last_time(), usikker=part.is_doubted), StatusFact("planlagt")]


def _revised_or_new(part: SentencePart) -> list[Fact] | None:
    found = _ny(part)
    return found and [DecisionFact("revideres", part.first_year(), part.last_time(), usikker=part.is_doubted)]


def _missing(part: SentencePart) -> list[Fact] | None:
    """Tell that there is no such plan, in the words of the text and in plain ones."""
    if part.rart or part.has_time or part.sted or part.kolonne == REMARK:
        return None
    plain = "planen finst ikkje" if "kkje" in part.ord or part.ord == "manglar" else "planen finnes ikke"
    return [NoteFact(f"{part.sagt}: {plain}" if re.match(r"har|mangl", part.ord) else part.sagt)]


def _always(part: SentencePart) -> list[Fact] | None:
    """Tell that something goes on all the time; where the vote does, the plan is adopted."""
    if part.rart or part.has_time or part.kolonne == REMARK:
        return None
    return [NoteFact(part.sagt), *([StatusFact("vedtatt")] if part.kolonne == "vedtatt" else [])]


def _ordered(part: SentencePart) -> list[Fact] | None:
    if part.has_time or part.kolonne == REMARK:
        return None
    return [DecisionFact("ny"), StatusFact("planlagt"), NoteFact(part.hele)]


def _replaced(part: SentencePart) -> list[Fact] | None:
    past = re.match(r"erstatt(?:et|a) av", part.ord)
    if past and part.kolonne == REMARK:
        return None
    if past and part.kolonne in {"status", "vedtatt"}:
        return [StatusFact("erstattet"), NoteFact(part.sagt.strip())]
    return [DecisionFact("oppheves", plan=re.split(r"(?<=[setta]) av ", part.sagt)[-1].strip())]


def _register_word(part: SentencePart) -> list[Fact] | None:
    status = REGISTER_WORDS.get(part.ord, "")
    return None if part.rart or part.has_time else [*([StatusFact(status)] if status else []), NoteFact(part.sagt)]


def _proposal(part: SentencePart) -> list[Fact] | None:
    return None if part.rart or part.has_time else [StatusFact(REGISTER_WORDS[part.ord])]


def _gjelder_for(part: SentencePart) -> list[Fact] | None:
    """Give the plan's period; in a remark it may be another plan's."""
    if len(part.spenn) != 1 or part.tider or part.rart or part.kolonne not in {"status", "vedtatt", "periode"}:
        return None
    return [PeriodFact(part.spenn[0].fra, part.spenn[0].til), StatusFact("vedtatt")]


def _ends(part: SentencePart) -> list[Fact] | None:
    """Tell when the plan in force ends; the time is that of the plan, and not of any work."""
    if len(part.tider) != 1 or part.spenn or part.rart or part.sted or part.kolonne not in {"status", "vedtatt"}:
        return None
    return [PeriodFact(til=part.tider[0].verdi)]


_TELL: dict[str, Callable[[SentencePart], list[Fact] | None]] = {
    "vedtatt": tell_vedtatt, "orientering": tell_orientering, "varslet": tell_varslet,
    "planprogram": tell_planprogram, "revidert": tell_revidert, "opphevet": tell_opphevet, "vent": tell_paa_vent,
    "forlenget": tell_forlenget, "høring": tell_hoering, "rulleres": _revision, "arbeid": tell_arbeid,
    "oppstart": tell_oppstart, "ferdig": tell_ferdig, "tid": tell_time_alone, "beslutning": _beslutning, "ny": _ny,
    "begge": _revised_or_new, "oppstart_ny": tell_begin, "ny_start": tell_begin, "oppstart_rev": tell_begin,
    "bestilt": _ordered, "erstattes": _replaced, "planstatus": _register_word, "planforslag": _proposal,
    "gjelder_for": _gjelder_for, "utløper": _ends, "slås_sammen": _sammen, "løpende": _always, "mangler": _missing,
}  # fmt: skip
