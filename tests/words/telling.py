"""A reading in short words, as the table of wordings has them."""

from __future__ import annotations

from planlint.words import (
    BasisFact,
    DecisionFact,
    EventFact,
    Fact,
    KindFact,
    NoteFact,
    OwnerFact,
    PeriodFact,
    Reading,
    RevisionFact,
    StatusFact,
    WorkFact,
)


def fact_told(fact: Fact) -> str:  # noqa: C901, PLR0911 - one line for each kind of fact
    """Give a fact in short words: «vedtatt 2018-06-12 i kommunestyret sak 24/18»."""
    match fact:
        case EventFact():
            where = fact.organ or (f"«{fact.organ_ord}»" if fact.organ_ord else "")
            parts = [fact.hva, str(fact.dato), where and f"i {where}", fact.sak and f"sak {fact.sak}"]
            marks = [name for name in ("planlagt", "usikker") if getattr(fact, name)]
            return " ".join(filter(None, [*parts, f"til {fact.til}" if fact.til else "", *marks]))
        case StatusFact(value):
            return f"status {value}"
        case DecisionFact():
            return _decision(fact)
        case WorkFact():
            return " ".join(["arbeid", *_named(fact, "oppstart", "ferdig", "usikker")])
        case PeriodFact():
            return " ".join(["periode", *_named(fact, "fra", "til", "usikker")])
        case RevisionFact():
            return " ".join(["revisjon", *_named(fact, "neste", "rulleres", "usikker")])
        case BasisFact(ids):
            return f"hjemmel {' '.join(ids)}"
        case KindFact(navn, rolle):
            return f"type {navn}" + (f" ({rolle})" if rolle else "")
        case OwnerFact(navn):
            return f"ansvarlig {navn}"
        case NoteFact(text):
            return f"notat «{text}»"


def _named(fact: object, *names: str) -> list[str]:
    return [name if value is True else f"{name} {value}" for name in names if (value := getattr(fact, name))]


def _decision(fact: DecisionFact) -> str:
    words = _named(fact, "oppstart", "ferdig", "prioritet", "usikker")
    words += [f"{name} «{value}»" for name in ("vilkaar", "plan") if (value := getattr(fact, name))]
    words += [f"deretter ({_decision(one)})" for one in fact.deretter]
    return " ".join(["valg", *filter(None, [fact.valg]), *words])


def told(reading: Reading) -> tuple[str, str]:
    """Give the facts and the rest of a reading."""
    return "; ".join(map(fact_told, reading.facts)), " ¦ ".join(reading.rest)
