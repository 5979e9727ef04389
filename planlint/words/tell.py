"""What each telling word makes of its part of a sentence: events, a status, a decision, work; None is no sense."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.model import HOERING_ENDS
from planlint.words.facts import DecisionFact, EventFact, Fact, NoteFact, PeriodFact, RevisionFact, StatusFact, WorkFact
from planlint.words.telling_words import REGISTER_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from planlint.words.sentence_part import SentencePart

_SIMPLE = {
    "planlagt": "planlagt", "gjelder": "vedtatt", "utgått": "utgått", "utgått_erstattet": "utgått",
    "foreldet": "foreldet", "vent": "satt_på_vent", "behandling": "til_vedtak", "utkast": "utkast",
    "under_revisjon": "under_revisjon", "erstattet": "erstattet",
}  # fmt: skip
_VALG = {
    "utgår": "utgår", "oppheves": "oppheves", "utsettes": "utsettes",
    "videreføres": "videreføres", "uendret": "videreføres", "vurderes": "vurderes",
    "prioritert_ned": "ikke_prioritert",
}  # fmt: skip
_PLANS = frozenset(("revisjon", "tid", "oppstart", "ferdig", "beslutning"))
"""Columns that tell what shall be, not what has been."""
_REMARK = "merknad"
_SHALL = re.compile(r"es$|ast$|skal|må|bør|neste|planlagt|behov")
_FROM = re.compile(r"(?:fra|frå|f\.?o\.?m\.?)(?: og med)?\s|\d{4}\s?(?:→|->|[-–—])\s*$", re.IGNORECASE)
_BOTH = 2


def tell(part: SentencePart) -> list[Fact] | None:
    """Give what a part says in a column; None when its word and its times do not go together."""
    if part.is_negated or (part.kolonne == _REMARK and part.rart):
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
    if len(part.tider) > 1 or len(part.spenn) > 1 or part.kolonne == _REMARK:
        return None
    if part.slag == "utsettes" and part.has_time:
        return [DecisionFact("utsettes"), NoteFact(f"{part.sagt} {part.tekst}")]
    return [DecisionFact(_VALG[part.slag], part.first_year(), part.last_time(), usikker=part.is_doubted)]


def _sammen(part: SentencePart) -> list[Fact] | None:
    """Tell of a merger, with the other plan as it is named."""
    if part.kolonne == _REMARK or part.rart or part.has_time:
        return None
    named = re.search(r"\b(?:med|i|av) (.+)", part.sagt)
    return [DecisionFact("slås_sammen", plan=named[1].strip() if named else "")]


def _events(part: SentencePart, hva: str, status: str) -> list[Fact] | None:
    """Give one event for each time; a day that has not come is announced, and says nothing of the status."""
    if part.spenn or part.rulleres or (part.rart and (part.rart_before_time or not part.tider)) or part.i_perioden:
        return None
    if len(part.tider) > 1 and not _listed(part):
        return None
    sted = part.sted
    events: list[Fact] = [
        EventFact(hva, tid.verdi, sted.organ, sted.sak, planlagt=part.is_coming(tid.verdi), usikker=tid.usikker,
              organ_ord=sted.ord)
        for tid in part.tider
    ]  # fmt: skip
    happened = not part.tider or any(isinstance(one, EventFact) and not one.planlagt for one in events)
    return [*events, StatusFact(status)] if happened else events


def _listed(part: SentencePart) -> bool:
    """Tell whether several times are a list of days, or of years."""
    return all(tid.is_day for tid in part.tider) or all(isinstance(tid.verdi, int) for tid in part.tider)


def _vedtatt(part: SentencePart) -> list[Fact] | None:
    if part.rulleres:
        return [RevisionFact(rulleres=part.rulleres)]
    if part.kolonne == _REMARK or (not part.ord and (not part.has_time or part.rart)):
        return None
    if part.ord == "vedtak" and part.kolonne in _PLANS:
        return _varslet(part)
    if not part.ord and (two := _pair_of_years(part)):
        return [*(EventFact("vedtatt", year, planlagt=part.is_coming(year)) for year in two), StatusFact("vedtatt")]
    return _events(part, "vedtatt", "vedtatt")


def _pair_of_years(part: SentencePart) -> tuple[int, ...]:
    """Give the years of «2012/2016»; two that follow each other are one winter's, and of no use."""
    years = [int(year) for span in part.spenn if span.skraa for year in (span.fra, span.til)]
    return tuple(years) if len(years) == _BOTH and years[1] - years[0] > 1 and not part.tider else ()


def _varslet(part: SentencePart) -> list[Fact] | None:
    if part.kolonne in _PLANS - {"revisjon"} or part.kolonne == _REMARK:
        if part.i_perioden and not part.has_time:
            return []
        return _work(part, "ferdig")
    if (not part.tider and part.ord != "til vedtak") or (part.rart and not part.tider):
        return None
    sted = part.sted
    events: list[Fact] = [
        EventFact("vedtatt", tid.verdi, sted.organ, sted.sak, planlagt=True, usikker=tid.usikker, organ_ord=sted.ord)
        for tid in part.tider
    ]
    return [*events, StatusFact("til_vedtak")] if part.kolonne == "status" else events


def _orientering(part: SentencePart) -> list[Fact] | None:
    return _events(part, "til_orientering", "til_orientering")


def _planprogram(part: SentencePart) -> list[Fact] | None:
    return _events(part, "planprogram_fastsatt", "igangsatt")


def _revidert(part: SentencePart) -> list[Fact] | None:
    return _events(part, "revidert", "vedtatt") if part.tider and part.kolonne != _REMARK else None


def _opphevet(part: SentencePart) -> list[Fact] | None:
    return _events(part, "opphevet", "opphevet")


def _forlenget(part: SentencePart) -> list[Fact] | None:
    if len(part.tider) != _BOTH or not re.search(r"\btil\b", part.tekst) or part.rart:
        return None
    decided, until = part.tider
    sted = part.sted
    event = EventFact(
        "forlenget", decided.verdi, sted.organ, sted.sak, until.verdi, part.is_coming(decided.verdi), part.is_doubted,
        sted.ord,
    )  # fmt: skip
    return [event, StatusFact("vedtatt")]


def _hoering(part: SentencePart) -> list[Fact] | None:
    if len(part.tider) > _BOTH or part.sted or part.spenn or part.rart:
        return None
    now = part.ord.startswith(("på", "ute", "er", "sendt", "lagt"))
    last_time = len(part.tider) == 1 and (part.ord.endswith("frist") or re.search(r"\b(?:til|frist)\b", part.tekst))
    kinds = ("høring_slutt",) if last_time else HOERING_ENDS
    facts: list[Fact] = [
        EventFact(
            hva, tid.verdi, planlagt=not now or hva == "høring_slutt" or part.is_coming(tid.verdi), usikker=tid.usikker
        )
        for hva, tid in zip(kinds, part.tider, strict=False)
    ]
    return [*facts, StatusFact("på_høring")] if now else facts or None


def _revision(part: SentencePart) -> list[Fact] | None:
    """Tell how often and when next. «Rullering 2019» is what the plan is in; «rulleres 2019» what it shall be."""
    if part.sted or len(part.spenn) > 1 or (not part.ord and (part.rart or len(part.tider) > 1)):
        return None
    if len(part.tider) > 1:
        return [DecisionFact("revideres"), NoteFact(f"{part.sagt} {part.tekst}")] if part.kolonne != _REMARK else None
    if not part.ord and not (part.has_time or part.rulleres or part.i_perioden):
        return None
    if part.kolonne == "vedtatt" and part.tider and not _SHALL.search(part.ord):
        return _events(part, "revidert", "vedtatt")
    facts: list[Fact] = []
    if part.tider or part.rulleres:
        neste = part.tider[0].verdi if part.tider else None
        facts.append(RevisionFact(neste, part.rulleres, part.is_doubted))
    if part.kolonne != _REMARK and (part.has_time or part.kolonne == "beslutning" or not part.rulleres):
        facts.append(DecisionFact("revideres", part.first_year(), part.last_time(), usikker=part.is_doubted))
    noun = part.ord in {"rullering", "revisjon", "revidering"}
    begun = not part.tider or int(str(part.tider[0].verdi)[:4]) <= part.today.year
    if part.kolonne == "status" and noun and begun and not (part.rulleres or part.i_perioden or part.spenn):
        facts.append(StatusFact("under_revisjon"))
    return facts


def _arbeid(part: SentencePart) -> list[Fact] | None:
    if part.sted or len(part.tider) > _BOTH or len(part.spenn) > 1 or part.rulleres:
        return None
    facts: list[Fact] = [StatusFact("igangsatt")]
    if part.spenn:
        return [WorkFact(part.spenn[0].fra, part.spenn[0].til), *facts]
    if part.tider:
        end = part.tider[1].verdi if len(part.tider) == _BOTH else None
        return [WorkFact(part.tider[0].verdi, end, part.is_doubted), *facts]
    return facts


def _work(part: SentencePart, key: str) -> list[Fact] | None:
    """Give when the work begins or ends, or both from a span."""
    if part.sted or len(part.tider) > 1 or len(part.spenn) > 1 or not part.has_time or part.rart_before_time:
        return None
    if part.spenn:
        return [WorkFact(part.spenn[0].fra, part.spenn[0].til)]
    time = part.tider[0].verdi
    return [
        WorkFact(oppstart=time, usikker=part.is_doubted)
        if key == "oppstart"
        else WorkFact(ferdig=time, usikker=part.is_doubted)
    ]


def _oppstart(part: SentencePart) -> list[Fact] | None:
    if not part.ord and part.i_perioden and not (part.has_time or part.rart):
        return [NoteFact(part.tekst)]
    return _work(part, "oppstart") or ([] if part.ord and (part.i_perioden or part.noter) else None)


def _ferdig(part: SentencePart) -> list[Fact] | None:
    return _work(part, "ferdig")


def _time_alone(part: SentencePart) -> list[Fact] | None:
    if part.rart:
        return None
    if not part.has_time and part.noter:
        return [NoteFact(note) for note in part.noter]
    if part.i_perioden and not (part.has_time or part.rulleres):
        return [NoteFact(part.tekst)]
    if part.rulleres and not part.has_time:
        return [RevisionFact(rulleres=part.rulleres)]
    return _work(part, "oppstart" if _FROM.match(part.tekst) else "ferdig")


def _beslutning(part: SentencePart) -> list[Fact] | None:
    if part.rulleres and re.match(r"(?:årl|kvart|hver)", part.tekst, re.IGNORECASE):
        return [RevisionFact(rulleres=part.rulleres), DecisionFact("revideres")]
    if part.rart or part.sted or not part.has_time:
        return None
    return (
        [DecisionFact("", part.first_year(), part.last_time(), usikker=part.is_doubted)]
        if len(part.tider) < _BOTH
        else None
    )


def _ny(part: SentencePart) -> list[Fact] | None:
    if part.sted or len(part.tider) > 1 or len(part.spenn) > 1 or part.kolonne == _REMARK:
        return None
    return [DecisionFact("ny", part.first_year(), part.last_time(), usikker=part.is_doubted), StatusFact("planlagt")]


def _revised_or_new(part: SentencePart) -> list[Fact] | None:
    found = _ny(part)
    return found and [DecisionFact("revideres", part.first_year(), part.last_time(), usikker=part.is_doubted)]


def _begin(part: SentencePart) -> list[Fact] | None:
    """Tell of work that first_year on a new plan or on a revision."""
    time = part.tider[0].verdi if part.tider else part.first_year()
    if len(part.tider) > 1 or part.sted:
        return None
    if part.kolonne == _REMARK:
        return [WorkFact(oppstart=time, usikker=part.is_doubted)] if time else None
    valg = "revideres" if part.slag == "oppstart_rev" else "ny"
    end = part.last_time() if part.spenn else None
    new: list[Fact] = [StatusFact("planlagt")] if valg == "ny" else []
    return [DecisionFact(valg, time, end, usikker=part.is_doubted), *new]


def _always(part: SentencePart) -> list[Fact] | None:
    return None if part.rart or part.has_time or part.kolonne == _REMARK else [NoteFact(part.sagt)]


def _ordered(part: SentencePart) -> list[Fact] | None:
    if part.has_time or part.kolonne == _REMARK:
        return None
    return [DecisionFact("ny"), StatusFact("planlagt"), NoteFact(f"{part.sagt} {part.tekst}".strip())]


def _replaced(part: SentencePart) -> list[Fact] | None:
    if part.kolonne == _REMARK:
        return None
    if re.match(r"erstatt(?:et|a) av", part.ord) and part.kolonne in {"status", "vedtatt"}:
        return [StatusFact("erstattet"), NoteFact(part.sagt.strip())]
    return [DecisionFact("oppheves", plan=part.sagt.partition(" av ")[2].strip())]


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


_TELL: dict[str, Callable[[SentencePart], list[Fact] | None]] = {
    "vedtatt": _vedtatt, "orientering": _orientering, "varslet": _varslet, "planprogram": _planprogram,
    "revidert": _revidert, "opphevet": _opphevet, "forlenget": _forlenget, "høring": _hoering,
    "rulleres": _revision, "arbeid": _arbeid, "oppstart": _oppstart, "ferdig": _ferdig, "tid": _time_alone,
    "beslutning": _beslutning, "ny": _ny, "begge": _revised_or_new, "oppstart_ny": _begin, "ny_start": _begin,
    "oppstart_rev": _begin, "bestilt": _ordered, "erstattes": _replaced, "planstatus": _register_word,
    "planforslag": _proposal, "gjelder_for": _gjelder_for, "slås_sammen": _sammen, "løpende": _always,
}  # fmt: skip
