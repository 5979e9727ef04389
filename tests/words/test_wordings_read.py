"""What planlint makes of what people write: times, periods, statuses."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings, strategies as st

from planlint.model import Plansystem
from planlint.words import (
    DecisionFact,
    EventFact,
    KindFact,
    OwnerFact,
    PeriodFact,
    Reading,
    RevisionFact,
    StatusFact,
    WordContext,
    WorkFact,
    find_times,
    fold,
    period_in_title,
    read_cell,
    settled,
)


@pytest.fixture
def context() -> WordContext:
    """Give what a reading must know in a municipality with three bodies, in November 2026."""
    bodies = {
        "kommunestyret": {"navn": "kommunestyret"},
        "formannskapet": {"navn": "formannskapet"},
        "hovedutvalg-kultur": {"navn": "hovedutvalg for miljø, idrett og kultur"},
    }
    system = Plansystem.model_validate({"kommune": {"navn": "Prøve"}, "plantyper": {}, "organer": bodies})
    return WordContext.of(system, date(2026, 11, 29))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("24.3.10", ["2010-03-24"]),
        ("28.02.2018", ["2018-02-28"]),
        ("17.11.99", ["1999-11-17"]),
        ("17. og 18.04.18", ["2018-04-17", "2018-04-18"]),
        ("17.4. og 18.4.2018", ["2018-04-17", "2018-04-18"]),
        ("28/2-18", ["2018-02-28"]),
        ("24. mars 2010", ["2010-03-24"]),
        ("2019-03-12", ["2019-03-12"]),
        ("juni 2019", ["2019-06"]),
        ("06.2019", ["2019-06"]),
        ("høst 2019", ["2019-H2"]),
        ("Våren 2020", ["2020-H1"]),
        ("hausten 2020", ["2020-H2"]),
        ("1. halvår 2020", ["2020-H1"]),
        ("2. kvartal 2020", ["2020-K2"]),
        ("2021", [2021]),
        ("31.2.18", []),
        ("sak 019/18", []),
        ("2020/2021", []),
        ("2016-2020", []),
        ("24.3", []),
    ],
)
def test_times_are_read_as_precisely_as_they_are_written(said: str, expected: list[object]) -> None:
    """A day, a month, a quarter, a half-year or a year; what is no such thing is no time."""
    assert [tid.verdi for tid in find_times(said)] == expected


def test_doubt_about_a_time_is_kept() -> None:
    """«2021?» and «ca. 2021» are 2021, and uncertain."""
    assert [(tid.verdi, tid.usikker) for tid in find_times("2021?")] == [(2021, True)]
    assert [(tid.verdi, tid.usikker) for tid in find_times("ca. 2021")] == [(2021, True)]
    assert [(tid.verdi, tid.usikker) for tid in find_times("2018 (?)")] == [(2018, True)]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("2016–2020", PeriodFact(2016, 2020)),
        ("2016 - 20", PeriodFact(2016, 2020)),
        ("2016 til 2020", PeriodFact(2016, 2020)),
        ("fra 2016", PeriodFact(2016)),
        ("til 2030", PeriodFact(til=2030)),
        ("01.01.2019-31.12.2022", PeriodFact("2019-01-01", "2022-12-31")),
        ("2015-2025?", PeriodFact(2015, 2025, usikker=True)),
        ("2016", None),
        ("12 år", None),
        ("2020–2016", None),
    ],
)
def test_a_period_has_a_first_and_a_last(context: WordContext, said: str, expected: PeriodFact | None) -> None:
    """A single year may be either end, so it is not understood."""
    told = read_cell("periode", said, context)
    assert told == (Reading((expected,)) if expected else Reading((), (said,)))


def test_a_title_states_a_period_outright_or_not_at_all() -> None:
    """«2017-2020» and «mot 2035» do; a lone year may be an edition."""
    assert period_in_title("Strategisk kompetanseplan 2017-2020") == PeriodFact(2017, 2020)
    assert period_in_title("Arbeidsgiverstrategi mot 2035") == PeriodFact(til=2035)
    assert period_in_title("Klimastrategi frem mot 2050") is None
    assert period_in_title("Frivillighetsmeldingen 2012") is None


@pytest.mark.parametrize(
    ("said", "status", "events"),
    [
        ("Vedtatt 24.3.10", "vedtatt", [("vedtatt", "2010-03-24")]),
        ("Vedtatt 17. og 18.04.18", "vedtatt", [("vedtatt", "2018-04-17"), ("vedtatt", "2018-04-18")]),
        ("Vedteke av kommunestyret 12.3.2019", "vedtatt", [("vedtatt", "2019-03-12", "kommunestyret")]),
        (
            "Vedtatt i KST 28.02.2018, sak 019/18",
            "vedtatt",
            [("vedtatt", "2018-02-28", "kommunestyret", "019/18")],
        ),
        (
            "Vedtatt i kommunestyresak 41/19, 27.3.2019",
            "vedtatt",
            [("vedtatt", "2019-03-27", "kommunestyret", "41/19")],
        ),
        (
            "Vedtatt i hovedutvalg for miljø, idrett og kultur 9.4.19 sak 28/19",
            "vedtatt",
            [("vedtatt", "2019-04-09", "hovedutvalg-kultur", "28/19")],
        ),
        ("Tatt til orientering 6.2.18", "til_orientering", [("til_orientering", "2018-02-06")]),
        ("Vedtas juni 2019", "til_vedtak", [("vedtatt", "2019-06", "planlagt")]),
        ("Høring høst 2019", "", [("høring_start", "2019-H2", "planlagt")]),
        ("På høring til 1.5.2020", "på_høring", [("høring_slutt", "2020-05-01", "planlagt")]),
        ("Opphevet 3.4.2019", "opphevet", [("opphevet", "2019-04-03")]),
        ("Vedtatt 2016?", "vedtatt", [("vedtatt", 2016, "usikker")]),
        ("Forlenget 3.4.2019 til 2025", "vedtatt", [("forlenget", "2019-04-03", "til 2025")]),
        ("Planprogram vedtatt 3.4.19", "igangsatt", [("planprogram_fastsatt", "2019-04-03")]),
        ("Under arbeid", "igangsatt", []),
        ("Satt på vent", "satt_på_vent", []),
        ("Vedtatt\n24.3.10", "vedtatt", [("vedtatt", "2010-03-24")]),
        ("Vedtatt 4.2.2015\nUnder arbeid", "under_revisjon", [("vedtatt", "2015-02-04")]),
        ("Vedtatt 24.3.10. Under revisjon", "under_revisjon", [("vedtatt", "2010-03-24")]),
    ],
)
def test_a_status_becomes_a_status_and_events(
    context: WordContext, said: str, status: str, events: list[tuple[object, ...]]
) -> None:
    """What is written in a status column is told as dated facts, with body and case."""
    told = read_cell("status", said, context)
    short = []
    for event in told.of(EventFact):
        marks = [name for name in ("planlagt", "usikker") if getattr(event, name)]
        marks += [f"til {event.til}"] if event.til else []
        short.append((event.hva, event.dato, *filter(None, (event.organ, event.sak)), *marks))
    assert (told.status, short, told.rest) == (status, events, ())


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Rulleres årlig", [RevisionFact(rulleres="årlig")]),
        ("Rullerast kvart fjerde år", [RevisionFact(rulleres="hvert 4. år")]),
        ("Rulleres hvert 4. år, neste gang 2020", [RevisionFact(2020, "hvert 4. år")]),
        ("Revideres 2020", [RevisionFact(2020)]),
        ("Vedtatt 24.3.10, revideres 2020?", [RevisionFact(2020, usikker=True)]),
        ("Under arbeid 2018-2020", [WorkFact(2018, 2020)]),
        ("Oppstart høst 2019, ferdig 2021", [WorkFact("2019-H2"), WorkFact(ferdig=2021)]),
    ],
)
def test_a_status_may_tell_of_revision_and_work(
    context: WordContext, said: str, expected: list[RevisionFact | WorkFact]
) -> None:
    """How often, when next, and when the work first_year and last_time."""
    told = read_cell("status", said, context)
    assert ([*told.of(RevisionFact), *told.of(WorkFact)], told.rest) == (expected, ())


def test_a_revision_that_goes_on_is_a_status_and_one_to_come_is_not(context: WordContext) -> None:
    """«Rullering 2019» is what the plan is in, unless that year is to come; «rulleres 2019» is what it shall be."""
    assert read_cell("status", "Rullering 2019", context).status == "under_revisjon"
    assert read_cell("status", "Rullering 2030", context).status == ""
    assert read_cell("status", "Rulleres 2019", context).status == ""


@pytest.mark.parametrize(
    "said",
    [
        "Delvis vedtatt 2.3.19",
        "Ikke vedtatt",
        "Vedtatt oppstart 2020",
        "Vedtatt 31.2.18",
        "Ferdig",
        "2021?",
        "Fremmes våren 2020",
    ],
)
def test_a_word_that_turns_the_sense_and_nothing_is_guessed(context: WordContext, said: str) -> None:
    """A sentence whose sense is not understood gives no facts, and is kept as it stands."""
    assert read_cell("status", said, context) == Reading((), (said,))


@pytest.mark.parametrize("said", ["Vedtatt 24.3.10 - med forbehold", "Vedtatt 24.3.10 arkivsak 2018/12345"])
def test_what_is_understood_is_kept_although_the_rest_is_not(context: WordContext, said: str) -> None:
    """The fact stands, and the sentence with it, word for word."""
    assert read_cell("status", said, context) == Reading(
        (EventFact("vedtatt", "2010-03-24"), StatusFact("vedtatt")), (said,)
    )


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_either_understood_or_kept(said: str) -> None:
    """No text makes the reader stumble, and no line is lost: a text gives facts, remarks or a rest."""
    told = read_cell("status", said, WordContext(date(2026, 11, 29)))
    nothing = not any(char.isalnum() for char in said) or fold(said) in {"ingen", "ingenting", "intet"}
    assert told.facts or told.rest or nothing


def test_a_new_plan_where_there_is_one_is_a_revision(context: WordContext) -> None:
    """«Ny 2022» beside a plan that was adopted in 2014 makes it anew; where there is none, it is a new plan."""
    new = read_cell("revisjon", "Ny 2022", context).facts
    assert settled(new) == (DecisionFact("ny", ferdig=2022), StatusFact("planlagt"))
    old = read_cell("vedtatt", "2014", context).facts
    assert settled((*old, *new)) == (*old, DecisionFact("revideres", ferdig=2022))


@pytest.mark.parametrize(
    ("kind", "said", "expected"),
    [
        (
            "tittel",
            "Kommuneplanens arealdel 2014-2026",
            (KindFact("kommuneplanens arealdel", "arealdel"), PeriodFact(2014, 2026)),
        ),
        ("tittel", "Eiendomsstrategi (Ansvarlig: Økonomi)", (KindFact("strategi"), OwnerFact("Økonomi"))),
        ("ansvarlig", "HR og beredskap", (OwnerFact("HR og beredskap"),)),
        ("ansvarlig", "–", ()),
    ],
)
def test_a_title_says_what_the_plan_is(
    context: WordContext, kind: str, said: str, expected: tuple[object, ...]
) -> None:
    """Its kind, its role in the law, its years and who answers for it; a line says nothing."""
    assert read_cell(kind, said, context) == Reading(expected)


def test_a_municipality_adds_its_own_words() -> None:
    """What stands under `ord` is read as the known words it stands for, and kept as it was written."""
    own = {"tas opp igjen": "revideres", "KO": "kommunestyret", "fagdokument": "fagplan"}
    system = Plansystem.model_validate({"kommune": {"navn": "Prøve"}, "plantyper": {}, "ord": own})
    context = WordContext.of(system, date(2026, 11, 29))
    assert read_cell("beslutning", "Tas opp  igjen 2027", context).of(DecisionFact) == [
        DecisionFact("revideres", ferdig=2027)
    ]
    assert read_cell("vedtatt", "KO 12.3.2019", context).facts[0] == EventFact(
        "vedtatt", "2019-03-12", organ_ord="kommunestyret"
    )
    assert read_cell("type", "Fagdokument", context) == Reading((KindFact("fagplan"),))
    assert read_cell("status", "KO utsatte saken", context) == Reading((), ("KO utsatte saken",))
    assert read_cell("beslutning", "Tas opp igjen 2027", WordContext(date(2026, 11, 29))).facts == ()
