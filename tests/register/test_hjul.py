"""The wheels: when a step is expected, which step has left no trace, and where both are told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import PLAN, check, fjordvik, run, write
from support.rule_cases import told

from planlint.ahead import find_due
from planlint.register import Register, hjulsteg, next_time, times_between, undocumented_steg
from planlint.system.system import open_system

ANALYSE = """\
tittel: Virksomhetsanalyse
type: analyse
status: til_orientering
sammendrag: Viser hva tjenestene trenger.
ansvarlig: oppvekst
hendelser:
  - {{hva: til_orientering, dato: {dato}, organ: hovedutvalget}}
kilder: [{{kilde: plandokument}}]
"""


def with_wheel(root: Path, rulleres: str, *steps: str, fra: str = "", analyse: tuple[str, ...] = ()) -> Path:
    """Give Fjordvik with one wheel, and with an analysis noted on each of these days."""
    fjordvik(root)
    path = root / "plans" / "plansystem.yaml"
    start = f", fra: {fra}" if fra else ""
    wheel = f"hjul:\n  hjulet: {{navn: årshjulet, rulleres: {rulleres}{start}, steg: [{', '.join(steps)}]}}\n"
    path.write_text(path.read_text(encoding="utf-8") + wheel, encoding="utf-8")
    for number, day in enumerate(analyse):
        write(root, f"planer/analyse-{number}.yaml", ANALYSE.format(dato=day))
    return root


def register(root: Path, day: str = "2024-06-15") -> Register:
    """Open a plan system on a day."""
    found = open_system(root, date.fromisoformat(day)).register
    assert found is not None
    return found


def expected(root: Path, day: str = "2024-06-15") -> list[str]:
    """Give when the first step is expected from 2020 to 2030."""
    found = register(root, day)
    return [time.tekst for time in times_between(found, hjulsteg(found)[0], 2020, 2030)]


@pytest.mark.parametrize(
    ("rulleres", "step", "fra", "times"),
    [
        ("hvert 4. år", "{hva: Plan, år: 2, måned: 6}", "2015", ["2020-06", "2024-06", "2028-06"]),
        ("hver valgperiode", "{hva: Planstrategi, år: 2}", "", ["2020", "2024", "2028"]),
        ("hver valgperiode", "{hva: Planstrategi, år: 2}", "2023", ["2024", "2028"]),
        ("hver valgperiode", "{hva: Planstrategi, år: 2}", "2026", ["2028"]),  # it begins in the year of the election
        ("årlig", "{hva: Årsrapport}", "2028", ["2028", "2029", "2030"]),
        ("hver valgperiode", "{hva: Planstrategi}", "", []),
        ("hvert 4. år", "{hva: Plan, år: 2}", "", []),
        ("hvert 2. år", "{hva: LDIP, plantype: analyse}", "", []),
        ("ved behov", "{hva: Plan}", "", []),
        ("ved behov", "{hva: Plan, år: 1}", "2020", []),
        ("årlig", "{hva: LDIP, rulleres: hvert 5. år, år: 1}", "2020", ["2020", "2025", "2030"]),
    ],
)
def test_a_step_comes_when_the_wheel_says(rulleres: str, step: str, fra: str, times: list[str], tmp_path: Path) -> None:
    """A step has a time where the wheel places it in a year, and none where nobody says which year it is."""
    assert expected(with_wheel(tmp_path, rulleres, step, fra=fra)) == times


def test_a_yearly_step_comes_every_year(tmp_path: Path) -> None:
    """A step of a yearly wheel comes in its month of each year."""
    times = expected(with_wheel(tmp_path, "årlig", "{hva: Økonomimelding I, måned: 6}"))
    assert times == [f"{year}-06" for year in range(2020, 2031)]


def test_without_a_place_in_the_wheel_the_last_decision_counts(tmp_path: Path) -> None:
    """Every second year is counted from the newest decision about a plan of the type, and never before it."""
    step = "{hva: Analyse, plantype: analyse}"
    root = with_wheel(tmp_path, "hvert 2. år", step, analyse=("2019-03-01", "2021-05-01"))
    assert expected(root) == ["2023", "2025", "2027", "2029"]
    found = register(root)
    last = undocumented_steg(found, hjulsteg(found)[0])
    assert last is not None
    assert last.tekst == "2023"


@pytest.mark.parametrize(
    ("noted", "missing"),
    [
        ((), ""),  # nobody says from when, and nothing shows it
        (("2023-03-10",), "2024-03"),
        (("2023-04-20",), "2024-03"),  # late for 2023, and so not the one of 2024
        (("2023-05-02",), ""),
        (("2024-03-10",), ""),
        (("2024-05-20",), ""),
    ],
)
def test_a_decision_after_the_time_before_shows_that_it_was_done(
    noted: tuple[str, ...], missing: str, tmp_path: Path
) -> None:
    """A decision counts for one time: that of the year before is no trace of this one, but a late one is."""
    root = with_wheel(tmp_path, "årlig", "{hva: Analyse, plantype: analyse, måned: 3}", analyse=noted)
    found = register(root)
    last = undocumented_steg(found, hjulsteg(found)[0], days=31)
    assert (last.tekst if last else "") == missing


def test_the_second_report_of_a_year_is_no_trace_of_the_first(tmp_path: Path) -> None:
    """Of two steps about one type, each needs a decision of its own."""
    steps = ("{hva: I, plantype: analyse, måned: 5}", "{hva: II, plantype: analyse, måned: 10}")
    found = register(with_wheel(tmp_path, "årlig", *steps, fra="2023", analyse=("2023-10-12",)), "2023-12-31")
    assert [bool(undocumented_steg(found, one)) for one in hjulsteg(found)] == [True, False]


def test_of_a_step_without_a_type_nothing_is_known(tmp_path: Path) -> None:
    """What no decision can show is never said to be missing."""
    found = register(with_wheel(tmp_path, "årlig", "{hva: Lederavtaler, måned: 1}"))
    one = hjulsteg(found)[0]
    assert undocumented_steg(found, one) is None
    coming = next_time(found, one)
    assert coming is not None
    assert coming.tekst == "2025-01"


@pytest.mark.parametrize("day", ["1800-06-01", "2200-11-30"])
def test_the_ends_of_time_are_no_crash(day: str, tmp_path: Path) -> None:
    """On the first and the last day that a file may have, the wheels are read like any other."""
    step = "{hva: Analyse, plantype: analyse, måned: 1, skal_dokumenteres: true}"
    root = with_wheel(tmp_path, "årlig", step)
    assert [item.code for item in told(root, "PL316", day)] == ["PL316"]


def test_what_is_expected_falls_due_with_its_body_and_is_never_told_as_decided(tmp_path: Path) -> None:
    """A step stands in the forecast with its month, its bodies and the time before that has left no trace."""
    step = "{hva: Analysen, plantype: analyse, måned: 3, organ: [hovedutvalget], ansvarlig: oppvekst}"
    root = with_wheel(tmp_path, "årlig", step, fra="2020")
    due = [item for item in find_due(register(root), date(2025, 1, 1), date(2025, 12, 31)) if item.slag == "hjul"]
    assert [(str(item.dag), item.tittel, item.sektor, item.organ) for item in due if item.hva == "steg"] == [
        ("2025-03-31", "Analysen", "oppvekst", ("hovedutvalget",))
    ]
    done = run("forecast", "--date", "2024-06-15", "--until", "2025-04-30", cwd=root)
    assert (
        "mars 2025   Forventet etter årshjulet: Analysen (forventet mars 2025, behandles av hovedutvalget, registeret "
        "viser ikke at det ble gjort forrige gang, mars 2024)" in done.stdout
    )


def test_a_time_before_is_told_of_the_next_one_alone_and_only_when_it_has_passed(tmp_path: Path) -> None:
    """«Forrige gang» is no later than today, and stands at the first time after it."""
    root = with_wheel(tmp_path, "årlig", "{hva: Analysen, plantype: analyse, måned: 3}", fra="2020")
    due = find_due(register(root), date(2023, 1, 1), date(2027, 12, 31))
    told = [(str(item.dag), str(item.forrige)) for item in due if item.hva == "steg"]
    assert told == [
        ("2023-03-31", "None"), ("2024-03-31", "None"), ("2025-03-31", "2024-03"), ("2026-03-31", "None"),
        ("2027-03-31", "None"),
    ]  # fmt: skip
    done = run("forecast", "--date", "2024-06-15", "--until", "2027-12-31", cwd=root)
    assert done.stdout.count("forrige gang") == 1


def test_an_overdue_revision_is_projected_and_said_to_be_overdue(tmp_path: Path) -> None:
    """A plan that should have been revised is expected again after as long, beside the time that has no trace."""
    root = fjordvik(tmp_path)
    write(root, "planer/kultur.yaml", PLAN.replace("type: strategi", "type: temaplan"))
    due = find_due(register(root, "2030-01-01"), date(2030, 1, 1), date(2034, 12, 31))
    later = [item for item in due if item.hva == "rulleres"]
    assert [(item.entity, str(item.dag), str(item.forrige)) for item in later] == [
        ("plan/kultur", "2030-02-16", "2026-02-16"),
        ("plan/kultur", "2034-02-16", "None"),
    ]
    early = find_due(register(root), date(2024, 6, 15), date(2034, 12, 31))
    assert [item.forrige for item in early if item.hva == "rulleres"] == [None, None]


def test_a_wheel_that_tells_of_a_type_is_the_only_one_that_does(tmp_path: Path) -> None:
    """The revisions of a type that a wheel has are told once: by the wheel."""
    root = with_wheel(tmp_path, "hvert 4. år", "{hva: Temaplaner, plantype: temaplan, år: 1}", fra="2023")
    write(root, "planer/kultur.yaml", PLAN.replace("type: strategi", "type: temaplan"))
    due = find_due(register(root), date(2024, 6, 15), date(2034, 12, 31))
    assert {item.hva for item in due if item.slag == "hjul"} == {"steg"}


@pytest.mark.parametrize(
    ("step", "codes"),
    [
        ("{hva: A, plantype: analysen, skal_dokumenteres: true}", ["PL102"]),
        ("{hva: A, organ: fylkestinget}", ["PL102"]),
        ("{hva: A, ansvarlig: kultur}", ["PL102"]),
        ("{hva: A, måned: 13}", ["PL006"]),
    ],
)
def test_what_a_step_refers_to_must_be_declared(step: str, codes: list[str], tmp_path: Path) -> None:
    """A step's type, body and sector are references like any other, and PL316 says nothing of an unknown type."""
    root = with_wheel(tmp_path, "årlig", step)
    found = check(root, date(2024, 6, 15)).findings
    assert [item.diagnostic.code for item in found if item.diagnostic.place.file.endswith("plansystem.yaml")] == codes


def test_a_decision_without_a_day_keeps_the_rule_silent(tmp_path: Path) -> None:
    """A plan of the type that applies and has no date may be the one: PL401 asks for the date, PL316 waits."""
    step = "{hva: Analyse, plantype: analyse, måned: 3, skal_dokumenteres: true}"
    root = with_wheel(tmp_path, "årlig", step)
    undated = ANALYSE.replace("hendelser:\n  - {{hva: til_orientering, dato: {dato}, organ: hovedutvalget}}\n", "")
    write(root, "planer/analyse-0.yaml", undated.format())
    assert told(root, "PL316") == []


@pytest.mark.parametrize(("day", "codes"), [("2024-05-01", []), ("2024-05-02", ["PL316"])])
def test_a_step_has_a_month_before_it_is_missed(day: str, codes: list[str], tmp_path: Path) -> None:
    """PL316 gives the register 31 days after the time that a step was expected."""
    step = "{hva: Analyse, plantype: analyse, måned: 3, skal_dokumenteres: true}"
    root = with_wheel(tmp_path, "årlig", step, fra="2024")
    assert [item.code for item in told(root, "PL316", day)] == codes


@pytest.mark.parametrize(
    ("fra", "analyse", "variants"),
    [
        ("", (), ["uten_fra"]),
        ("", ("2022-03-10",), ["uten_fra"]),  # 2023 and 2024 may be from before the wheel was declared
        ("2024-06", (), []),
        ("2024-04", (), []),
        ("2025", (), []),
        ("2024-03", (), [""]),
        ("2024", (), [""]),
        ("2024", ("2024-03-10",), []),
    ],
)
def test_nothing_is_missing_before_the_wheel_began(
    fra: str, analyse: tuple[str, ...], variants: list[str], tmp_path: Path
) -> None:
    """PL316 asks from when, and tells of no time before it, whatever month of its first year the wheel began in."""
    step = "{hva: Analyse, plantype: analyse, måned: 3, skal_dokumenteres: true}"
    root = with_wheel(tmp_path, "årlig", step, fra=fra, analyse=analyse)
    assert [item.finding.variant for item in told(root, "PL316", "2024-06-15")] == variants


ROUND = "{hva: Analyse, plantype: analyse, måned: 12, skal_dokumenteres: true}"


def test_what_was_decided_before_the_wheel_began_shows_no_turn_of_it(tmp_path: Path) -> None:
    """The first turn has a lower end too: the turn before it."""
    root = with_wheel(tmp_path, "årlig", ROUND, fra="2023", analyse=("2021-12-13",))
    found = register(root, "2024-06-15")
    (one,) = hjulsteg(found)
    assert str(undocumented_steg(found, one)) == "2023-12"


@pytest.mark.parametrize(("noted", "coming"), [("2024-11-25", "2025-12"), ("2024-02-01", "2024-12")])
def test_what_is_done_already_is_not_expected(tmp_path: Path, noted: str, coming: str) -> None:
    """A decision near the time is the one expected; one nearer to the time before may be that one, late."""
    found = register(with_wheel(tmp_path, "årlig", ROUND, fra="2022", analyse=(noted,)), "2024-11-30")
    (one,) = hjulsteg(found)
    assert str(next_time(found, one)) == coming
    times = [str(item.tid) for item in find_due(found, date(2024, 11, 30), date(2025, 12, 31)) if item.hva == "steg"]
    assert times[0] == coming


@pytest.mark.parametrize(("plantype", "shown"), [("", False), (", plantype: analyse", True)])
def test_a_time_that_is_over_is_told_with_what_the_register_shows(tmp_path: Path, plantype: str, shown: bool) -> None:
    """Of a step that nothing in the register can show, nobody knows whether it was done."""
    step = f"{{hva: Analyse, måned: 3{plantype}}}"
    found = register(with_wheel(tmp_path, "årlig", step, fra="2022", analyse=("2024-03-10",)), "2024-06-15")
    (due,) = [item for item in find_due(found, date(2024, 1, 1), date(2024, 12, 31)) if item.hva == "steg"]
    assert due.vist is shown
