"""Wordings of planners, one by one and mixed: what is read of each, and what no reading may ever do."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from growth.clock import growth
from hypothesis import given, settings, strategies as st
from words.telling import told

from planlint.model import Plansystem
from planlint.words import EventFact, PeriodFact, StatusFact, WordContext, read_cell

TABLE = Path(__file__).parent / "wordings.tsv"
TODAY = date(2026, 11, 29)
KINDS = (
    "vedtatt", "status", "beslutning", "tid", "oppstart", "ferdig", "revisjon", "periode", "prioritet", "ansvarlig",
    "hjemmel", "type", "tittel", "merknad",
)  # fmt: skip
BODIES = {
    "kommunestyret": {"navn": "kommunestyret"},
    "formannskapet": {"navn": "formannskapet"},
    "hovedutvalg-kultur": {"navn": "hovedutvalg for miljø, idrett og kultur"},
}
CONTEXT = WordContext.of(
    Plansystem.model_validate({"kommune": {"navn": "Prøve"}, "plantyper": {}, "organer": BODIES}), TODAY
)
_YEAR = re.compile(r"(?<!\d)(?:19|20|21)\d\d(?!\d)")


def _rows() -> list[tuple[str, ...]]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [(*line.split("\t"), "", "")[:4] for line in lines if line and not line.startswith("#")]


ROWS = _rows()
TEXTS = [row[1].replace("⏎", "\n") for row in ROWS]
MIXED = st.lists(st.sampled_from(TEXTS), min_size=1, max_size=4).flatmap(
    lambda parts: st.sampled_from(["\n", ". ", ", ", "; ", " – ", " "]).map(lambda sign: sign.join(parts))
)


@pytest.mark.parametrize(("kind", "said", "facts", "rest"), ROWS, ids=[f"{row[0]}: {row[1]}" for row in ROWS])
def test_a_wording_is_read_as_a_careful_reader_would(kind: str, said: str, facts: str, rest: str) -> None:
    """Each wording of the table gives its facts, and keeps word for word what is not understood."""
    text = said.replace("⏎", "\n")
    whole = " ".join(text.split())
    assert told(read_cell(kind, text, CONTEXT)) == (facts, whole if rest == "ALT" else rest)


def test_the_table_is_large_and_says_nothing_twice() -> None:
    """There are more than four hundred wordings, each once in its kind of column."""
    asked = [row[:2] for row in ROWS]
    assert len(asked) > 400
    assert len(set(asked)) == len(asked)
    assert {row[0] for row in ROWS} == set(KINDS)


@settings(deadline=None)
@given(st.sampled_from(KINDS), MIXED)
def test_no_year_is_made_up(kind: str, said: str) -> None:
    """A year in a fact stands in the text, with four digits or with its last two."""
    reading = read_cell(kind, said, CONTEXT)
    years = set(_YEAR.findall(told(reading)[0]))
    assert [year for year in years if year not in said and not re.search(rf"(?<!\d){year[2:]}(?!\d)", said)] == []


@settings(deadline=None)
@given(st.sampled_from(KINDS), MIXED)
def test_no_year_is_lost(kind: str, said: str) -> None:
    """Every year of a text is in a fact or in what is kept word for word; a title keeps its own words itself."""
    facts, rest = told(read_cell(kind, said, CONTEXT))
    lost = [year for year in _YEAR.findall(said) if year not in facts and year not in rest]
    assert lost == [] or kind == "tittel" or _all_between(lost, facts)


def _all_between(lost: list[str], facts: str) -> bool:
    """Tell whether years that are not named lie inside a span that is: 2024, 2025 and 2026."""
    named = [int(year) for year in _YEAR.findall(facts)]
    return bool(named) and all(min(named) < int(year) < max(named) for year in lost)


@settings(deadline=None)
@given(st.sampled_from(KINDS), MIXED)
def test_nothing_past_lies_ahead(kind: str, said: str) -> None:
    """An event on a day that has not come is announced, and a plan is adopted only where an event or a word says so."""
    for event in read_cell(kind, said, CONTEXT).of(EventFact):
        assert event.planlagt or str(event.dato)[:4] <= str(TODAY.year)


@pytest.mark.parametrize(
    "said",
    ["Ny plan", "Planlagt", "Under arbeid", "Ikke vedtatt", "Skal vedtas 2025", "Forventet vedtak 2024", "Ny 2022",
     "Kan vedtas i 2027", "Vedtatt oppstart 2020", "Vedtatt lagt ut på høring 12.3.2024", "-", "–", "2030",
     "Handlingsdelen er vedtatt 2024", "Tidligere plan vedtatt 2008", "Regional plan vedtatt 2020"],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["vedtatt", "status", "revisjon", "beslutning", "merknad", "tid"])
def test_what_is_only_planned_is_never_adopted(kind: str, said: str) -> None:
    """In no column does it become an adopted plan, or a vote that has been."""
    reading = read_cell(kind, said, CONTEXT)
    assert StatusFact("vedtatt") not in reading.facts
    assert [event for event in reading.of(EventFact) if not event.planlagt] == []


@pytest.mark.parametrize(
    "said",
    ["erstattar Rusmiddelpolitisk plan for Gol kommune 2012–2016", "Erstatter tidligere plan for 2012–2016",
     "Avløser plan for perioden 2010-2014"],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["vedtatt", "status", "revisjon", "beslutning", "merknad", "tid", "tittel"])
def test_another_plans_period_is_not_this_ones(kind: str, said: str) -> None:
    """What a text says of the plan before, or of a part, gives no period."""
    assert read_cell(kind, said, CONTEXT).of(PeriodFact) == []


def test_a_remark_on_the_plan_in_force_gives_no_period() -> None:
    """In the status column it is this plan's; in a remark it may be any plan's, and a part's is not the plan's."""
    part = "Handlingsdelen gjelder for perioden 2024–2027"
    assert [fact for kind in ("status", "vedtatt", "merknad") for fact in read_cell(kind, part, CONTEXT).facts] == []
    said = "Gjeldende plan er for perioden 2017–2021"
    assert read_cell("status", said, CONTEXT).of(PeriodFact) == [PeriodFact(2017, 2021)]
    assert read_cell("merknad", said, CONTEXT).of(PeriodFact) == []


@settings(deadline=None)
@given(st.sampled_from(KINDS), st.text(max_size=300) | MIXED)
def test_no_text_makes_the_reader_stumble(kind: str, said: str) -> None:
    """Any text gives a reading, and one with letters or digits gives facts or a rest."""
    reading = read_cell(kind, said, CONTEXT)
    assert all(isinstance(piece, str) and piece for piece in reading.rest)


@pytest.mark.parametrize(
    "piece", ["til ny ", "1", "vedtatt ", "(", "2024, ", "1. ", "ikke ", "a" * 50 + " ", "når ", "-", "i ", "skal bør "]
)
@pytest.mark.parametrize("kind", ["status", "tittel", "hjemmel", "periode"])
def test_time_grows_with_the_text(kind: str, piece: str) -> None:
    """The longest cell that Excel has takes four times as long as one of a fourth of it, whatever it repeats."""

    def reading(size: int) -> Callable[[], object]:
        said = piece * (size // len(piece))
        return lambda: read_cell(kind, said, CONTEXT)

    found = growth("celle", reading, 32_767 // 4, 32_767 // 4, tries=1)
    assert not found.too_much, found


def test_a_kind_that_does_not_exist_is_told() -> None:
    """A column is of a known kind; anything else is a mistake of ours."""
    with pytest.raises(ValueError, match="farge"):
        read_cell("farge", "2018", CONTEXT)
