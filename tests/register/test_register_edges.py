"""The register at its edges: the same day twice, the newest of two, and years that no calendar has."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import PLAN, check, fjordvik, write

from planlint.model import Hendelse, Plan
from planlint.model.tidspunkt import parse
from planlint.register.livsloep.event_order import disordered_pair
from planlint.register.livsloep.frist import end_place, is_reversed
from planlint.register.livsloep.redated import changed_keys
from planlint.register.livsloep.rounds import find_rounds, lead_time
from planlint.register.livsloep.strategi import is_gjennomfoert, is_varslet
from planlint.register.livsloep.valg import first_day, kommunevalg, last_day
from planlint.register.register import Register
from planlint.system.system import open_system

DAY = "2024-06-15"
EVENT = "  - {hva: vedtatt, dato: 2022-02-16, organ: kommunestyret, sak: 7/22}\n"
UNANCHORED = PLAN.replace("forankring: [trygg-oppvekst]\n", "")
UNUSED = "# planlint: unntak[PL201] Samfunnsdelen er ny\n"
STRATEGI = 'tittel: {0}\nvalgperiode: "2019-2023"\nhendelser: [{{hva: vedtatt, dato: 2020-06-23}}]\n'


def register(root: Path, day: str = DAY) -> Register:
    """Open the plan system on a day."""
    found = open_system(root, date.fromisoformat(day)).register
    assert found is not None
    return found


def with_events(root: Path, *events: str, day: str = DAY, status: str = "vedtatt") -> tuple[Register, Plan]:
    """Give Fjordvik on a day, and in it a plan with these events, each written «hva dato» and perhaps more."""
    rows = "".join(f"  - {{hva: {event.replace(' ', ', dato: ', 1)}}}\n" for event in events)
    text = PLAN.replace(EVENT, rows).replace("status: vedtatt", f"status: {status}")
    write(fjordvik(root), "planer/klima.yaml", text)
    found = register(root, day)
    return found, found.planer["klima"]


def test_of_two_planstrategier_of_one_day_the_last_by_id_is_the_current_one(tmp_path: Path) -> None:
    """Ids end in the years, so that it is the newer one."""
    for id_ in ("strategi-b", "strategi-a", "strategi-c"):
        write(fjordvik(tmp_path), f"planstrategier/{id_}.yaml", STRATEGI.format(id_))
    current = register(tmp_path).planstrategi
    assert current is not None
    assert current.id == "strategi-c"


def test_a_fault_is_in_one_field_of_one_kind(tmp_path: Path) -> None:
    """Another field of a plan, or that field of something else, says nothing of the plans' events."""
    found = register(fjordvik(tmp_path))
    fields = {"plan/a": {"hendelser"}, "plan/b": {"tittel"}, "maal/c": {"hendelser"}, "plan/d": {"hendelser", "type"}}
    broken = {name: frozenset(faulty) for name, faulty in fields.items()}
    judged = Register(found.plansystem, found.entities, found.today, broken=broken)
    assert judged.faulty("plan", "hendelser") == {"a", "d"}


def test_a_known_finding_has_the_reason_and_the_last_day_of_its_own_group(tmp_path: Path) -> None:
    """Two groups of one rule: what is in the second is not told with the reason of the first."""
    for id_ in ("ett", "to", "tre"):
        write(fjordvik(tmp_path), f"planer/{id_}.yaml", UNANCHORED.replace("Klima", id_.title()))
    found = [item.diagnostic for item in check(tmp_path, date(2024, 6, 15)).findings]
    marks = {item.entity: item.fingerprint for item in found}
    ett, to, tre = (f"plan/{id_}: [{marks[f'plan/{id_}']}]" for id_ in ("ett", "to", "tre"))
    groups = (("A", "2024-06-14", ett), ("B", "2024-12-31", f"{to}, {tre}"))
    told = [f"  - {{regel: PL201, grunn: {why}, til: {day}, gjelder: {{{what}}}}}\n" for why, day, what in groups]
    write(tmp_path, "avvik.yaml", f"per: {DAY}\navvik:\n{''.join(told)}")
    report = check(tmp_path, date(2024, 6, 15))
    assert [item.diagnostic.entity for item in report.findings] == ["plan/ett"]
    assert {(item.diagnostic.entity, item.diagnostic.reason, str(item.diagnostic.until)) for item in report.known} == {
        ("plan/to", "B", "2024-12-31"),
        ("plan/tre", "B", "2024-12-31"),
    }


@pytest.mark.parametrize(("day", "codes"), [("2024-04-30", []), ("2024-05-01", ["PL903"])])
def test_an_unused_suppression_is_told_from_the_day_that_the_register_describes(
    tmp_path: Path, day: str, codes: list[str]
) -> None:
    """That day too: Fjordvik is brought up to date on 1 May 2024."""
    write(fjordvik(tmp_path), "planer/klima.yaml", f"{PLAN}{UNUSED}")
    assert [item.diagnostic.code for item in check(tmp_path, date.fromisoformat(day)).findings] == codes


def test_a_file_that_cannot_be_read_hides_no_suppression_of_the_next(tmp_path: Path) -> None:
    """The comments of the files after it still count."""
    write(fjordvik(tmp_path), "planer/aa.yaml", f"{UNUSED}tittel: [Klima\n")
    write(tmp_path, "planer/klima.yaml", UNANCHORED.replace("type: strategi", f"{UNUSED}type: strategi"))
    report = check(tmp_path, date(2024, 6, 15))
    assert [(item.diagnostic.code, item.diagnostic.entity) for item in report.suppressed] == [("PL201", "plan/klima")]
    assert [item.diagnostic.code for item in report.findings] == ["PL001"]


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        (None, "7/22", False),
        (None, None, False),
        ("7/22", "7/22", False),
        ("muntlig", "muntlig", False),
        ("PS 7/22", "07/22", False),
        ("7/22", "8/22", True),
        ("7/22", None, True),
        ("muntlig", "7/22", True),
    ],
)
def test_a_case_number_that_was_unknown_or_is_the_same_is_not_changed(
    old: str | None, new: str | None, changed: bool
) -> None:
    """Only a number that was recorded can become another, or be gone."""
    before, after = (Hendelse(hva="vedtatt", dato=parse("2022-02-16"), sak=sak) for sak in (old, new))
    assert changed_keys(before, after) == (["sak"] if changed else [])


@pytest.mark.parametrize(
    ("start", "end", "wrong"),
    [
        ("2024-06-15", "2024-06-15", False),
        ("2024-06-15", "2024-06-14", True),
        ("2024", "2024-01", False),
        ("2024-06-30", "2024-06", False),
        ("2024-07-01", "2024-06", True),
    ],
)
def test_what_begins_and_ends_on_one_day_is_not_reversed(start: str, end: str, wrong: bool) -> None:
    """Only an end that is surely before the beginning is."""
    assert is_reversed(parse(start), parse(end)) is wrong


def test_the_newest_extension_says_when_the_period_ends(tmp_path: Path) -> None:
    """Of two that have happened, the last; its place in the file is shown."""
    events = ("vedtatt 2012-02-16", "forlenget 2020-01-01, til: 2032", "forlenget 2022-01-01, til: 2031")
    found, plan = with_events(tmp_path, *events)
    assert found.periodeslutt(plan) == date(2031, 12, 31)
    assert end_place(found, plan) == ("hendelser", 2, "til")
    then = found.at(date(2021, 1, 1))
    assert then.periodeslutt(plan) == date(2032, 12, 31)
    assert end_place(then, plan) == ("hendelser", 1, "til")


REVISED = ("vedtatt 2012-02-16", "revidert 2016-02-16")


@pytest.mark.parametrize(
    ("events", "pair"),
    [
        # what happens on one day, or in one month, may have happened in the right order
        (["høring_start 2020-02-16", "høring_slutt 2020-02-16", "vedtatt 2022-02-16"], None),
        (["forlenget 2022-02-16, til: 2034", "vedtatt 2022-02-16"], None),
        (["vedtatt 2022-02-16", "høring_start 2022-02-16"], None),
        (["forlenget 2022-02, til: 2034", "vedtatt 2022-02-16"], None),
        # a day between is enough
        (["forlenget 2022-02-15, til: 2034", "vedtatt 2022-02-16"], ("vedtatt", "forlenget 2022-02-15")),
        (["vedtatt 2022-02-16", "høring_start 2022-02-17"], ("høring_start", "vedtatt 2022-02-16")),
        # an adoption between two hearings, on the day that the first ended or the next began
        (["høring_slutt 2020-02-16", "vedtatt 2020-02-16", "høring_start 2021-02-16", "vedtatt 2022-02-16"], None),
        (["høring_slutt 2020-02-16", "vedtatt 2021-02-16", "høring_start 2021-02-16", "vedtatt 2022-02-16"], None),
        (
            ["høring_slutt 2020-02-16", "høring_start 2021-02-16", "vedtatt 2022-02-16"],
            ("høring_start", "høring_slutt 2020-02-16"),
        ),
        # of two adoptions, the first must come before what needs one, and the last after what is heard
        (["opphevet 2011-02-16", *REVISED], ("vedtatt", "opphevet 2011-02-16")),
        ([*REVISED, "offentliggjort 2018-02-16"], ("offentliggjort", "revidert 2016-02-16")),
        # of several pairs, the first
        (
            ["høring_slutt 2010-02-16", "høring_start 2011-02-16", *REVISED, "offentliggjort 2018-02-16"],
            ("høring_start", "høring_slutt 2010-02-16"),
        ),
    ],
)
def test_which_two_events_cannot_both_be_right(tmp_path: Path, events: list[str], pair: tuple[str, str] | None) -> None:
    """The one that is due first, and the one that is dated before it all the same."""
    found, plan = with_events(tmp_path, *events)
    told = disordered_pair(found, plan)
    assert (told and (told[0].hva, f"{told[1].hva} {told[1].dato}")) == pair


def test_an_adoption_by_a_committee_ends_a_round_unless_the_council_is_asked_for(tmp_path: Path) -> None:
    """What was heard before it belongs to its round, or to the council's."""
    found, plan = with_events(
        tmp_path,
        "høring_start 2020-02-16",
        "vedtatt 2021-02-16, organ: hovedutvalget",
        "vedtatt 2022-02-16, organ: kommunestyret",
    )
    assert [len(runde.hendelser) for runde in find_rounds(found, plan)] == [1, 0]
    assert [len(runde.hendelser) for runde in find_rounds(found, plan, i_raadet=True)] == [2]


def test_the_newest_vote_is_the_one_that_a_proposal_was_public_before(tmp_path: Path) -> None:
    """Of two rounds, the last one's days are counted."""
    found, plan = with_events(
        tmp_path,
        "høring_start 2019-12-01",
        "vedtatt 2020-02-16, organ: kommunestyret",
        "høring_start 2024-02-01",
        "revidert 2024-02-16, organ: kommunestyret",
    )
    told = lead_time(found, plan)
    assert told is not None
    assert (told.vedtak.hva, told.dager) == ("revidert", 15)


@pytest.mark.parametrize(("day", "status"), [("2024-06-14", "vedtatt"), ("2024-06-15", "satt_på_vent")])
def test_the_files_status_counts_from_the_day_of_the_last_event(tmp_path: Path, day: str, status: str) -> None:
    """That day too; the day before, the events tell."""
    found, plan = with_events(tmp_path, "vedtatt 2022-02-16", "oppstart 2024-06-15", day=day, status="satt_på_vent")
    assert found.status(plan) == status


@pytest.mark.parametrize(("day", "done"), [("2020-06-22", False), ("2020-06-23", True), ("2020", True)])
def test_a_revision_on_the_planstrategis_own_day_carries_it_out(tmp_path: Path, day: str, done: bool) -> None:
    """Both may be in one meeting."""
    write(tmp_path, "planstrategier/planstrategi.yaml", STRATEGI.format("Planstrategi"))
    text = PLAN.replace("2022-02-16", day) + "beslutninger: {planstrategi: {valg: revideres}}\n"
    write(fjordvik(tmp_path), "planer/klima.yaml", text)
    found = register(tmp_path)
    plan, strategi = found.planer["klima"], found.planstrategier["planstrategi"]
    assert is_gjennomfoert(found, plan, strategi, plan.beslutninger["planstrategi"]) is done


@pytest.mark.parametrize(("status", "announced"), [("vedtatt", True), ("planlagt", True), ("satt_på_vent", False)])
def test_only_a_plan_that_waits_or_is_adopted_has_work_announced(tmp_path: Path, status: str, announced: bool) -> None:
    """What is put off, begun or ended is something else than announced."""
    write(tmp_path, "planstrategier/planstrategi.yaml", STRATEGI.format("Planstrategi"))
    text = PLAN.replace("status: vedtatt", f"status: {status}") + "arbeid: {oppstart: 2023-08, ferdig: 2024}\n"
    write(fjordvik(tmp_path), "planer/klima.yaml", text)
    found = register(tmp_path, "2023-06-15")
    assert is_varslet(found, found.planer["klima"], found.planstrategier["planstrategi"]) is announced


@pytest.mark.parametrize("day", ["2031-09-08", "2035-09-10", "2059-09-08"])
def test_where_september_begins_on_a_monday_the_election_is_on_the_eighth(day: str) -> None:
    """The first of September is then the first Monday, and the election on the second."""
    assert kommunevalg(int(day[:4])) == date.fromisoformat(day)


def test_a_term_lasts_from_one_council_to_the_day_before_the_next(tmp_path: Path) -> None:
    """A term whose years no calendar has is read as near to them as can be, and stops nothing."""
    system = register(fjordvik(tmp_path)).plansystem
    terms = (("2023-2027", date(2023, 10, 31), date(2027, 10, 30)), ("0000-0000", date(1, 10, 31), date(1, 10, 30)))
    for term, first, last in terms:
        assert (first_day(system, term), last_day(system, term)) == (first, last)
