"""The rules on indicators, challenges, links and sources in cases that would make long or odd examples."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import DATE, PLAN, check, fjordvik, write

from planlint.model import Maaltall
from planlint.model.baerekraftsmaal import DELMAAL
from planlint.register.maaling import demands_of
from planlint.rules.pl803_ugyldig_lenke import fault_variant

INDIKATOR = "tittel: Trivsel\nenhet: prosent\nmål: [trygg-oppvekst]\n"


def found(root: Path, code: str, day: str = DATE) -> list[tuple[str, str]]:
    """Give file and variant of what a rule reports."""
    report = check(root, date.fromisoformat(day), select=(code,))
    items = (item.diagnostic for item in report.findings)
    return [(item.place.file.removeprefix("plans/"), item.finding.variant) for item in items if item.code == code]


def change(root: Path, old: str, new: str, path: str = "plansystem.yaml") -> None:
    """Change a file of the plan system."""
    text = (root / "plans" / path).read_text(encoding="utf-8")
    assert old in text
    write(root, path, text.replace(old, new))


def source(root: Path, *items: str) -> None:
    """Write a plan with these statements of sources."""
    plan = PLAN.replace("kilder: [{kilde: plandokument}]\n", "kilder:\n")
    write(root, "planer/klima.yaml", plan + "".join(f"  - {{{item}}}\n" for item in items))


def test_only_the_lower_of_two_goals_is_to_be_measured(tmp_path: Path) -> None:
    """A goal over another that must be followed up is measured by what measures the lower one."""
    change(fjordvik(tmp_path), "skal_deles: true", "skal_følges_opp: true")
    write(tmp_path, "indikatorer/areal.yaml", INDIKATOR.replace("trygg-oppvekst", "naer-natur"))
    write(tmp_path, "maal/naer-natur.yaml", "tittel: Natur\ntype: arealstrategi\nplan: samfunnsdel-2020\n")
    assert found(tmp_path, "PL701") == [("maal/trygg-oppvekst.yaml", "")]


def test_an_unreadable_indicator_may_measure_the_goal(tmp_path: Path) -> None:
    """Nobody can say that no indicator measures a goal while one cannot be read."""
    write(fjordvik(tmp_path), "indikatorer/areal.yaml", INDIKATOR.replace("trygg-oppvekst", "naer-natur"))
    write(tmp_path, "indikatorer/ulest.yaml", "tittel: [\n")
    assert found(tmp_path, "PL701") == []


def test_an_unknown_goal_to_continue_is_no_help(tmp_path: Path) -> None:
    """A goal that says it continues one that nobody knows is reported without a related indicator."""
    write(fjordvik(tmp_path), "indikatorer/areal.yaml", INDIKATOR.replace("trygg-oppvekst", "naer-natur"))
    change(tmp_path, "overordnet:", "viderefører: [ukjent-maal]\noverordnet:", "maal/trygg-oppvekst.yaml")
    assert found(tmp_path, "PL701") == [("maal/trygg-oppvekst.yaml", "")]


def test_how_old_a_measurement_may_be_is_an_option(tmp_path: Path) -> None:
    """plansystem.yaml sets how many years an indicator may go without a measurement."""
    write(fjordvik(tmp_path), "indikatorer/trivsel.yaml", INDIKATOR + "verdier: {2020: 80}\n")
    assert found(tmp_path, "PL703") == [("indikatorer/trivsel.yaml", "")]
    change(tmp_path, "kilder:", "regler: {PL703: {valg: {indikator_år: 4}}}\nkilder:")
    assert found(tmp_path, "PL703") == []


def test_a_value_of_a_year_to_come_is_no_measurement(tmp_path: Path) -> None:
    """On an earlier day the register had no measurement yet."""
    write(fjordvik(tmp_path), "indikatorer/trivsel.yaml", INDIKATOR + "verdier: {2024: 80}\n")
    assert found(tmp_path, "PL703", "2023-06-15") == [("indikatorer/trivsel.yaml", "ingen")]


@pytest.mark.parametrize(
    ("fields", "reported"),
    [
        ("retning: stabil\nverdier: {2022: 7}\nmåltall: {2022: 8}\n", False),
        ("verdier: {2022: 7}\nmåltall: {2022: {minst: 8}}\n", True),
        ("verdier: {2022: 7}\nmåltall: {2020: {minst: 8}, 2023: {minst: 6}}\n", True),
        ("verdier: {2019: 7, 2020: 9, 2021: 7}\nmåltall: {2020: {minst: 8}}\n", False),
        ("verdier: {2022: 9}\nmåltall: {2022: {høyst: 8}}\nplan: samfunnsdel-2008\nmål: []\n", False),
    ],
    ids=["no-direction", "bound", "newest-measured-target", "met-once", "plan-ended"],
)
def test_which_target_is_judged(tmp_path: Path, fields: str, reported: bool) -> None:
    """The newest past target that has a measurement since is missed only if no such measurement meets it."""
    ended = "tittel: Gammel\ntype: samfunnsdel\nstatus: opphevet\n"
    write(fjordvik(tmp_path), "planer/samfunnsdel-2008.yaml", ended)
    text = INDIKATOR.replace("mål: [trygg-oppvekst]\n", "" if "mål: []" in fields else "mål: [trygg-oppvekst]\n")
    write(tmp_path, "indikatorer/trivsel.yaml", text + fields)
    assert bool(found(tmp_path, "PL704")) is reported


@pytest.mark.parametrize(
    ("target", "retning", "met"),
    [
        ({"verdi": 8}, "opp", [False]),
        ({"verdi": 8}, "ned", [True]),
        ({"verdi": 7}, "opp", [True]),
        ({"verdi": 8}, "stabil", []),
        ({"verdi": 8}, None, []),
        ({"minst": 7, "høyst": 7}, None, [True, True]),
        ({"over": 7, "under": 7}, None, [False, False]),
        ({"minst": 8, "verdi": 7}, "opp", [False, True]),
    ],
)
def test_when_a_target_is_met(target: dict[str, int], retning: str | None, met: list[bool]) -> None:
    """A bound is met or not by itself; a plain number only in the light of the wanted direction."""
    assert [demand.naadd for demand in demands_of(Maaltall.model_validate(target), 7, retning)] == met


def test_an_ended_goal_needs_no_right_direction(tmp_path: Path) -> None:
    """Indicators that measure only goals no longer in force are left alone by PL709."""
    write(
        fjordvik(tmp_path),
        "indikatorer/trivsel.yaml",
        INDIKATOR + "retning: opp\nverdier: {2021: 3, 2022: 2, 2023: 1}\n",
    )
    assert found(tmp_path, "PL709") == [("indikatorer/trivsel.yaml", "")]
    change(tmp_path, "status: vedtatt", "status: opphevet", "planer/samfunnsdel-2020.yaml")
    assert found(tmp_path, "PL709") == []


def test_the_united_nations_have_169_targets() -> None:
    """The list is whole: 17 goals and 169 targets, 43 of them with letters."""
    assert [len(targets) for targets in DELMAAL.values()] == [
        7,
        8,
        13,
        10,
        9,
        8,
        5,
        12,
        8,
        10,
        10,
        11,
        5,
        10,
        12,
        12,
        19,
    ]
    assert sum(len(targets) for targets in DELMAAL.values()) == 169
    assert sum(target.isalpha() for targets in DELMAAL.values() for target in targets) == 43


def test_targets_are_written_as_the_united_nations_write_them(tmp_path: Path) -> None:
    """Zeros in front, capital letters and a dot without a target are no targets."""
    for value in ("0", "13.01", "13.A", "13.", "13.2.1", "tretten"):
        write(fjordvik(tmp_path), "planer/klima.yaml", PLAN + f'bærekraftsmål: ["{value}"]\n')
        assert len(found(tmp_path, "PL705")) == 1, value


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("https://fjordvik.example", None),
        ("HTTPS://fjordvik.example:443/a?b=%20#c", None),
        ("http://fjordvik.example", "http"),
        ("ftp://fjordvik.example", ""),
        ("fjordvik.example", ""),
        ("https:/fjordvik.example", ""),
        ("https://", "ugyldig"),
        ("https://fjordvik", "ugyldig"),
        ("https://fjordvik..example", "ugyldig"),
        ("https://fjordvik.example:http", "ugyldig"),
        ("https://[fjordvik.example", "ugyldig"),
        ("https://fjordvik.example/a b", "ugyldig"),
        ("https://fjordvik.example/\u200b", "ugyldig"),
    ],
)
def test_what_an_address_is(url: str, fault: str | None) -> None:
    """An address has https, a host with a dot, and nothing that a browser would not take."""
    assert fault_variant(url) == fault


def test_addresses_in_plansystem_yaml_are_links_too(tmp_path: Path) -> None:
    """Sources and the municipality's own provisions can have an address."""
    change(
        fjordvik(tmp_path),
        "kilder:\n",
        "bestemmelser: {brann-9: {navn: brannvernloven § 9, lenke: lovdata.no}}\nkilder:\n",
    )
    change(tmp_path, "{tittel: Plandokumentet}", '{tittel: Plandokumentet, url: "http://fjordvik.example"}')
    assert found(tmp_path, "PL803") == [("plansystem.yaml", ""), ("plansystem.yaml", "http")]


def test_a_summary_that_the_type_demands_is_for_pl410(tmp_path: Path) -> None:
    """One cause, one finding: a missing summary or source is PL410's where the plan type asks for it."""
    text = PLAN.replace("sammendrag: Strategien viser hvordan Fjordvik skal kutte utslipp.\n", "")
    write(fjordvik(tmp_path), "planer/klima.yaml", text.replace("kilder: [{kilde: plandokument}]\n", ""))
    assert [found(tmp_path, code) != [] for code in ("PL801", "PL804")] == [True, True]
    change(tmp_path, "    navn: strategi\n", "    navn: strategi\n    krav: {vedtatt: [sammendrag, kilder]}\n")
    assert [found(tmp_path, code) != [] for code in ("PL801", "PL804")] == [False, False]


def test_planstrategier_need_sources_too(tmp_path: Path) -> None:
    """A planstrategi without a source is reported like any other file."""
    write(fjordvik(tmp_path), "planstrategier/p.yaml", 'tittel: Planstrategi\nvalgperiode: "2023-2027"\n')
    assert found(tmp_path, "PL801") == [("planstrategier/p.yaml", "")]


AASM = "kilde: aarsmelding-2023, "
OVERSIKT = "kilde: planoversikt-2021, "


@pytest.mark.parametrize(
    ("items", "variants"),
    [
        ((OVERSIKT + "hva: vedtatt, dato: 2020-02-19", AASM + "hva: vedtatt, dato: 2020-03-18"), ["dato"]),
        ((AASM + "hva: vedtatt, dato: 2022-02-16", AASM + "hva: vedtatt, dato: 2022-03-16"), []),
        ((AASM + "hva: offentliggjort, dato: 2021-05-02", AASM + "hva: oppstart, dato: 2021-05-03"), []),
        ((OVERSIKT + "hva: oppstart, dato: 2021, organ: ukjent", AASM + "hva: oppstart, dato: 2020"), []),
        ((OVERSIKT + "hva: oppstart, dato: 2021-02", "kilde: ukjent, hva: oppstart, dato: 2021-04"), []),
        ((OVERSIKT + "status: vedtatt", AASM + "status: opphevet"), []),
        ((OVERSIKT + "status: opphevet", AASM + "status: vedtatt"), ["status"]),
        ((OVERSIKT + "status: vedtatt", AASM + "status: satt_på_vent"), []),
        ((OVERSIKT + "status: utkast", "kilde: plandokument, status: vedtatt"), ["status"]),
    ],
    ids=[
        "event-unsure", "one-source", "two-kinds", "unknown-body", "unknown-source",
        "ended-since", "ended-before", "on-hold", "undated-source",
    ],
)  # fmt: skip
def test_what_sources_contradict_each_other(tmp_path: Path, items: tuple[str, ...], variants: list[str]) -> None:
    """Two sources contradict each other only where neither time, body nor precision explains the difference.

    A body or a source that nobody knows is reported by PL102, and by nothing else.
    """
    source(fjordvik(tmp_path), *items)
    if variants == ["dato"] and "2020-02-19" in items[0]:
        change(tmp_path, "dato: 2022-02-16, organ: kommunestyret", "dato: 2020-02", "planer/klima.yaml")
    assert [variant for _, variant in found(tmp_path, "PL802")] == variants


def test_the_event_that_two_sources_contradict_is_the_odd_one(tmp_path: Path) -> None:
    """Where both sources agree, the finding stands at the register's event."""
    items = (OVERSIKT + "hva: vedtatt, dato: 2020-03-18", AASM + "hva: vedtatt, dato: 2020-03-18")
    source(fjordvik(tmp_path), *items)
    change(tmp_path, "dato: 2022-02-16", "dato: 2020-02-19", "planer/klima.yaml")
    report = check(tmp_path, date.fromisoformat(DATE), select=("PL802",))
    (item,) = report.findings
    assert item.diagnostic.place.path == ("hendelser", 0, "dato")
    assert len(item.diagnostic.finding.related) == 2


TARGET = "retning: opp\nkilder: [{kilde: plandokument}]\n"


def test_indicators_are_judged_one_by_one(tmp_path: Path) -> None:
    """PL702 to PL704 and PL709 go on after an indicator that is as it should be."""
    good = "verdier: {2021: 60, 2022: 61, 2023: 62}\nmåltall: {2023: 61}\n"
    bad = "verdier: {2019: 62, 2020: 61, 2021: 60}\nmåltall: {2020: 70}\n"
    write(fjordvik(tmp_path), "indikatorer/a.yaml", INDIKATOR + TARGET + good)
    write(tmp_path, "indikatorer/b.yaml", INDIKATOR + TARGET + bad)
    write(tmp_path, "indikatorer/c.yaml", INDIKATOR + TARGET)
    assert found(tmp_path, "PL702") == [("indikatorer/c.yaml", "")]
    assert found(tmp_path, "PL703") == [("indikatorer/b.yaml", ""), ("indikatorer/c.yaml", "ingen")]
    assert found(tmp_path, "PL704") == [("indikatorer/b.yaml", "")]
    assert found(tmp_path, "PL709") == [("indikatorer/b.yaml", "")]


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ("2021: 62, 2022: 61, 2023: 60", True),
        ("2021: 61, 2022: 61, 2023: 60", False),
        ("2021: 62, 2022: 61, 2023: 61", False),
        ("2021: 60, 2022: 61, 2023: 62", False),
        ("2021: 60, 2022: 63, 2023: 61", False),
        ("2021: 62, 2022: 60, 2023: 61", False),
        ("2020: 60, 2021: 62, 2022: 61, 2023: 60", True),
        ("2022: 61, 2023: 60", False),
        ("2021: 62, 2022: 61, 2024: 60", True),  # this year's value is a measurement
        ("2021: 62, 2022: 61, 2025: 60", False),
    ],
)
@pytest.mark.parametrize("way", ["opp", "ned"])
def test_three_values_in_a_row_the_wrong_way(tmp_path: Path, values: str, told: bool, way: str) -> None:
    """PL709: each has to be worse than the one before it."""
    pairs = [pair.split(": ") for pair in values.split(", ")]
    turned = ", ".join(f"{year}: {value if way == 'opp' else 100 - int(value)}" for year, value in pairs)
    write(fjordvik(tmp_path), "indikatorer/a.yaml", f"{INDIKATOR}retning: {way}\nverdier: {{{turned}}}\n")
    assert bool(found(tmp_path, "PL709")) is told


@pytest.mark.parametrize(("year", "told"), [(2023, True), (2024, False)])
def test_a_target_is_judged_when_its_year_is_over(tmp_path: Path, year: int, told: bool) -> None:
    """PL704, also where a value of that year is in."""
    fields = f"verdier: {{2023: 60, 2024: 61}}\nmåltall: {{{year}: 70}}\n"
    write(fjordvik(tmp_path), "indikatorer/a.yaml", INDIKATOR + TARGET + fields)
    assert bool(found(tmp_path, "PL704")) is told


@pytest.mark.parametrize(("deadline", "told"), [("2024-06-14", True), ("2024-06-15", False), ("2024", False)])
def test_the_last_day_of_a_deadline_is_in_time(tmp_path: Path, deadline: str, told: bool) -> None:
    """PL707; PL706 and PL707 go on after a measure that is done."""
    write(fjordvik(tmp_path), "tiltak/a.yaml", "tittel: A\nstatus: gjennomført\nfrist: 2020\n")
    write(tmp_path, "tiltak/b.yaml", f"tittel: B\nstatus: pågår\nfrist: {deadline}\n")
    assert bool(found(tmp_path, "PL707")) is told
    assert [file for file, _ in found(tmp_path, "PL706")] == ["tiltak/b.yaml"] * 2


@pytest.mark.parametrize(("today", "told"), [("2024-04-30", False), ("2024-05-01", True)])
def test_challenges_are_known_from_the_day_the_register_describes(tmp_path: Path, today: str, told: bool) -> None:
    """PL708 is silent about the past."""
    write(fjordvik(tmp_path), "utfordringer/a.yaml", "tittel: A\n")
    assert bool(found(tmp_path, "PL708", today)) is told


def test_a_target_that_is_just_reached_is_met(tmp_path: Path) -> None:
    """A plain number is met by the number itself, whichever way is wanted."""
    for way in ("opp", "ned"):
        write(
            fjordvik(tmp_path),
            "indikatorer/a.yaml",
            f"{INDIKATOR}retning: {way}\nverdier: {{2023: 70}}\nmåltall: {{2023: 70}}\n",
        )
        assert found(tmp_path, "PL704") == []
