"""What planlint import makes of words: times, periods, statuses, and the heads of columns."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from planlint.imports.column_heads import columns, field_of
from planlint.imports.organ import OrganWords
from planlint.imports.status_cell import StatusReader
from planlint.imports.times import find_times, period_in_title, periode
from planlint.model import Plansystem


@pytest.fixture
def leser() -> StatusReader:
    """Give a reader of statuses in a municipality with three bodies, in 2026."""
    bodies = {
        "kommunestyret": {"navn": "kommunestyret"},
        "formannskapet": {"navn": "formannskapet"},
        "hovedutvalg-kultur": {"navn": "hovedutvalg for miljø, idrett og kultur"},
    }
    system = Plansystem.model_validate({"kommune": {"navn": "Prøve"}, "plantyper": {}, "organer": bodies})
    return StatusReader(OrganWords(system), 2026)


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
        ("2016–2020", {"fra": 2016, "til": 2020}),
        ("2016 - 20", {"fra": 2016, "til": 2020}),
        ("2016 til 2020", {"fra": 2016, "til": 2020}),
        ("fra 2016", {"fra": 2016}),
        ("til 2030", {"til": 2030}),
        ("01.01.2019-31.12.2022", {"fra": "2019-01-01", "til": "2022-12-31"}),
        ("2015-2025?", {"fra": 2015, "til": 2025, "usikker": True}),
        ("", {}),
        ("2016", None),
        ("12 år", None),
        ("2020–2016", None),
    ],
)
def test_a_period_has_a_first_and_a_last(said: str, expected: dict[str, object] | None) -> None:
    """A single year may be either end, so it is not understood."""
    assert periode(said) == expected


def test_a_title_states_a_period_outright_or_not_at_all() -> None:
    """«2017-2020» and «mot 2035» do; a lone year may be an edition."""
    assert period_in_title("Strategisk kompetanseplan 2017-2020") == {"fra": 2017, "til": 2020}
    assert period_in_title("Arbeidsgiverstrategi mot 2035") == {"til": 2035}
    assert period_in_title("Frivillighetsmeldingen 2012") == {}


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
    leser: StatusReader, said: str, status: str, events: list[tuple[object, ...]]
) -> None:
    """What is written in a status column is told as dated facts, with body and case."""
    lest = leser.read(said)
    short = []
    for event in lest.hendelser:
        marks = [name for name in ("planlagt", "usikker") if event.get(name)]
        marks += [f"til {event['til']}"] if "til" in event else []
        short.append((event["hva"], event["dato"], *(event[key] for key in ("organ", "sak") if key in event), *marks))
    assert (lest.status, short, lest.rest) == (status, events, [])


@pytest.mark.parametrize(
    ("said", "revisjon", "arbeid"),
    [
        ("Rulleres årlig", {"rulleres": "årlig"}, {}),
        ("Rullerast kvart fjerde år", {"rulleres": "hvert 4. år"}, {}),
        ("Rulleres hvert 4. år, neste gang 2020", {"rulleres": "hvert 4. år", "neste": 2020}, {}),
        ("Revideres 2020", {"neste": 2020}, {}),
        ("Vedtatt 24.3.10, revideres 2020?", {"neste": 2020, "usikker": True}, {}),
        ("Under arbeid 2018-2020", {}, {"oppstart": 2018, "ferdig": 2020}),
        ("Oppstart høst 2019, ferdig 2021", {}, {"oppstart": "2019-H2", "ferdig": 2021}),
    ],
)
def test_a_status_may_tell_of_revision_and_work(
    leser: StatusReader, said: str, revisjon: dict[str, object], arbeid: dict[str, object]
) -> None:
    """How often, when next, and when the work begins and ends."""
    lest = leser.read(said)
    assert (lest.revisjon, lest.arbeid, lest.rest) == (revisjon, arbeid, [])


def test_a_revision_that_goes_on_is_a_status_and_one_to_come_is_not(leser: StatusReader) -> None:
    """«Rullering 2019» is what the plan is in, unless that year is to come; «rulleres 2019» is what it shall be."""
    assert leser.read("Rullering 2019").status == "under_revisjon"
    assert leser.read("Rullering 2030").status == ""
    assert leser.read("Rulleres 2019").status == ""


@pytest.mark.parametrize(
    "said",
    [
        "Delvis vedtatt 2.3.19",
        "Ikke vedtatt",
        "Vedtatt oppstart 2020",
        "Vedtatt 31.2.18",
        "Revideres",
        "Ferdig",
        "2021?",
        "Vedtatt 24.3.10 - med forbehold",
        "Fremmes våren 2020",
        "Vedtatt 3.4.19 arkivsak 2018/12345",
    ],
)
def test_one_strange_word_and_nothing_is_guessed(leser: StatusReader, said: str) -> None:
    """A sentence that is not understood to the end gives no facts, and is kept as it stands."""
    lest = leser.read(said)
    assert (lest.status, lest.hendelser, lest.revisjon, lest.arbeid, lest.rest) == ("", [], {}, {}, [said])


@given(st.text(max_size=200))
def test_any_text_is_either_understood_or_kept(said: str) -> None:
    """No text makes the reader stumble, and no line is lost: a text gives facts, remarks or a rest."""
    system = Plansystem.model_validate({"kommune": {"navn": "Prøve"}, "plantyper": {}})
    lest = StatusReader(OrganWords(system), 2026).read(said)
    told = (lest.status, lest.hendelser, lest.revisjon, lest.arbeid, lest.merknad, lest.rest)
    assert any(told) or not said.replace(";", "").strip()


@pytest.mark.parametrize(
    ("head", "field"),
    [
        ("Plan", "tittel"), ("Navn på plan", "tittel"), ("PLANNAMN", "tittel"), ("Plantype", "type"),
        ("Status", "status"),
        ("Vedtatt (dato)", "vedtatt"), ("Vedtaksdto", "vedtatt"), ("Vedteke", "vedtatt"), ("Planperiode", "periode"),
        ("Oppstart", "oppstart"), ("Ferdigstilles", "ferdig"), ("Neste revisjon/rullering", "rullering"),
        ("Ansvarleg", "ansvarlig"), ("Tjenesteområde", "ansvarlig"), ("Lovhjemel", "hjemmel"), ("Heimel", "hjemmel"),
        ("Kommentar", "merknad"), ("Saksnr.", "sak"), ("Vedtatt av", "organ"), ("ID", "id"), ("PlanID", "arealplan_id"),
        ("Mål", "forankring"), ("Lenkje", "lenke"), ("Budsjett", ""), ("Økonomi", ""), ("", ""),
        ("Sist gjennomgått", "gjennomgått"), ("Gjennomgådd", "gjennomgått"),
    ],
)  # fmt: skip
def test_heads_are_known_in_both_languages_and_with_slips(head: str, field: str) -> None:
    """A head names a field whatever its letters, stars and parentheses; an unknown one names none."""
    assert field_of(head)[0] == field


def test_a_head_that_names_a_group_stands_above_the_titles() -> None:
    """«Temaplaner | Status | Oppstart» has its plans in the first column; a table of other things has no plans."""
    found, unknown = columns(["Temaplaner", "Status", "Oppstart", "Budsjett"])
    assert [(one.index, one.field) for one in found] == [(0, "tittel"), (1, "status"), (2, "oppstart")]
    assert unknown == ["Budsjett"]
    assert "tittel" not in {one.field for one in columns(["Kode", "Status", "Lov"])[0]}
