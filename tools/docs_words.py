"""The manual's page of what planlint reads in tables and forms: each example is read as the page is made."""

from __future__ import annotations

from datetime import date
from typing import Any

from planlint.text import BESLUTNING_NAMES, EVENT_NAMES, STATUS, language
from planlint.words import (
    DecisionFact,
    EventFact,
    Fact,
    KindFact,
    NoteFact,
    PeriodFact,
    RevisionFact,
    StatusFact,
    WordContext,
    WorkFact,
    read_cell,
)

PLACE = "oppslag/ord.md"
_DAY = date(2026, 11, 29)
_EXAMPLES: dict[tuple[str, str], tuple[str, ...]] = {
    ("Når planen er vedtatt", "vedtatt"): (
        "12.06.2018, sak K 24/18", "Kst.14.06.2023", "Vedteke av kommunestyret 12. mars 2019", "KS 18/6-2020",
        "juni 2014", "feb 23", "10/2019", "høsten 2019", "2012, revidert 2016", "2012/2016", "2021?", "2028",
        "Ny plan", "K-sak 45/19", "–",
    ),
    ("Hva planen er nå", "status"): (
        "Vedtatt 24.3.10. Under revisjon", "Under arbeid 2025-2027", "På høring til 1.5.2027", "Satt på vent",
        "Gjeldende plan er for perioden 2017–2021", "Planlegging igangsatt", "Endelig vedtatt arealplan",
        "Utgått/erstattet", "Rulleres hvert 4. år, neste gang 2027", "Delvis vedtatt 2.3.19",
    ),
    ("Hva planstrategien bestemmer", "beslutning"): (
        "Revideres", "Ny plan i perioden", "Revidering/ny plan", "Ingen revisjon i perioden", "Videreføres",
        "Planen videreføres til ny plan er vedtatt", "Oppheves når ny er vedtatt", "Utgår som planoppgave",
        "Slås sammen med kulturplanen", "Erstattes av ny regional plan", "Utsettes", "Ikke prioritert",
        "Behov vurderes", "Revideres 2026-27", "Ny plan. Oppstart i 2027", "Handlingsdelen rulleres årlig",
    ),
    ("Når arbeidet skal gjøres", "tid"): (
        "2027", "2026-27", "2026/2027", "Q1 2027", "2. kvartal 2027", "3. tertial 2027", "1. halvdel av 2027",
        "våren 2027", "sommeren 2027", "mars 2027", "18/3-27", "senest 2027", "fra 2027", "siste del av perioden",
        "løpende",
    ),
    ("Når planen skal revideres", "revisjon"): (
        "2027", "Rull. 2027", "Ny 2027", "hvert 4. år", "kvart år", "etter behov", "I perioden", "Nei",
        "vedtak 3. kvartal 2027",
    ),
    ("Perioden", "periode"): ("2018-2030", "2013-17", "2023 →", "12 år"),
    ("Tittelen", "tittel"): (
        "Kommuneplanens samfunnsdel 2018-2030", "Handlingsplan mot vold i nære relasjoner",
        "Energi- og klimaplan 2018-2021 (2030)", "Handlingsplan 2024-2027 (erstatter plan for 2020-2023)",
        "Utviklingsstrategi frem mot 2050",
    ),
}  # fmt: skip
_TOP = """# Ord og tider som planlint forstår

Tabeller, skjemaer og `planlint set` leses av samme leser, på bokmål og nynorsk. Det den forstår av en tekst, blir
felt i filen. En setning som har noe den ikke forstår, blir i tillegg stående ordrett. Eksemplene er lest slik de
ville blitt det {dag}.

Har kommunen egne ord, står de i `plansystem.yaml`, med ord fra denne siden som betydning
(`planlint set plansystem 'ord={{tas opp igjen: revideres}}'`):

```yaml
ord:
  tas opp igjen: revideres
  KO: kommunestyret
```
"""


def word_pages() -> dict[str, str]:
    """Give the page, by its place."""
    lang = language("nb")
    parts = [_TOP.format(dag=lang.dato(_DAY))]
    for (head, kind), texts in _EXAMPLES.items():
        rows = [f"| «{text}» | {_told(kind, text)} |" for text in texts]
        parts += [f"\n## {head}\n", "| Tekst | Slik blir den lest |", "|---|---|", *rows]
    return {PLACE: "\n".join(parts) + "\n"}


def _told(kind: str, text: str) -> str:
    reading = read_cell(kind, text, WordContext(_DAY))
    told = [_fact(fact) for fact in reading.facts]
    kept = [f"står ordrett: «{rest}»" for rest in reading.rest]
    return "; ".join([*filter(None, told), *kept]) or "ingenting"


def _fact(fact: Fact) -> str:  # noqa: PLR0911 - one line for each kind of fact
    lang = language("nb")
    match fact:
        case StatusFact(value):
            return f"status {lang.gettext(STATUS[value]).lower()}"
        case EventFact():
            where = [fact.organ_ord and f"i {fact.organ_ord}", fact.sak and f"sak {fact.sak}"]
            return " ".join(filter(None, [EVENT_NAMES[fact.hva], str(fact.dato), *where, *_marks(fact)]))
        case DecisionFact():
            name = lang.gettext(BESLUTNING_NAMES[fact.valg]) if fact.valg else "tid"
            return " ".join([f"beslutning {name.lower()}", *_parts(fact, "oppstart", "ferdig", "vilkaar", "plan")])
        case WorkFact():
            return " ".join(["arbeid", *_parts(fact, "oppstart", "ferdig")])
        case RevisionFact():
            return " ".join(["revisjon", *_parts(fact, "neste", "rulleres")])
        case PeriodFact():
            return " ".join(["periode", *_parts(fact, "fra", "til")])
        case KindFact():
            return f"plantype {fact.navn}"
        case NoteFact(text):
            return f"merknad «{text}»"
    return ""


def _marks(fact: EventFact) -> list[str]:
    return [word for name, word in (("planlagt", "(planlagt)"), ("usikker", "(usikker)")) if getattr(fact, name)]


def _parts(fact: Any, *names: str) -> list[str]:
    shown = {"vilkaar": "vilkår", "plan": "plan"}
    return [
        f"{shown.get(name, name)} {f'«{value}»' if name in shown else value}"
        for name in names
        if (value := getattr(fact, name))
    ]
