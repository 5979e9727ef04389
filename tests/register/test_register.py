"""The register on a day: what is in force, what replaced what, and links both ways."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import DATE, PLAN, fjordvik, write

from planlint.base.days import Duration, add_months, add_years, interval
from planlint.model.tidspunkt import parse
from planlint.register.register import Register
from planlint.system.system import open_system
from planlint.text import language

NB = language("nb")
GOAL = "tittel: {title}\ntype: delmål\nplan: {plan}\noverordnet: gode-liv\nkilder: [{{kilde: plandokument}}]\n"

STRATEGI = 'tittel: {0}\nvalgperiode: "2019-2023"\nhendelser: [{{hva: vedtatt, dato: 2020-06-23}}]\n'


def register(root: Path, day: str = DATE) -> Register:
    """Open the plan system on a day."""
    found = open_system(root, date.fromisoformat(day)).register
    assert found is not None
    return found


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Two generations of a plan, and a third that is only announced."""
    fjordvik(tmp_path)
    write(
        tmp_path,
        "planer/gammel.yaml",
        PLAN.replace("status: vedtatt", "status: erstattet").replace("2022-02-16", "2015-03-04"),
    )
    ny = PLAN.replace("kilder:", "erstatter: [gammel]\nkilder:")
    write(
        tmp_path,
        "planer/ny.yaml",
        ny.replace(
            "  - {hva",
            "  - {hva: oppstart, dato: 2021-01-10}\n  - {hva: vedtatt, dato: 2026-05-01, planlagt: true}\n  - {hva",
        ),
    )
    return tmp_path


def test_status_follows_the_events(root: Path) -> None:
    """In the past the register is what its events say; later it is what the files say."""
    for day, old, new in (
        ("2014-01-01", None, None),
        ("2016-01-01", "vedtatt", None),
        ("2021-06-01", "vedtatt", "igangsatt"),
        ("2022-02-15", "vedtatt", "igangsatt"),
        ("2022-02-16", "erstattet", "vedtatt"),
        ("2027-01-01", "erstattet", "vedtatt"),
    ):
        found = register(root, day)
        assert found.status(found.planer["gammel"]) == old, day
        assert found.status(found.planer["ny"]) == new, day


def test_in_force_ends_with_the_period(root: Path) -> None:
    """The last day counts; after it the plan is adopted but no longer in force."""
    last, after = register(root, "2030-12-31"), register(root, "2031-01-01")
    assert last.is_i_kraft(last.planer["ny"])
    assert not after.is_i_kraft(after.planer["ny"])
    assert after.is_vedtatt(after.planer["ny"])


def test_an_extension_moves_the_end(root: Path) -> None:
    """The newest extension by the day counts."""
    longer = PLAN.replace("ansvarlig", "  - {hva: forlenget, dato: 2029-01-01, til: 2034}\nansvarlig")
    write(root, "planer/klima.yaml", longer)
    assert register(root, "2028-01-01").periodeslutt(register(root, "2028-01-01").planer["klima"]) == date(2030, 12, 31)
    assert register(root, "2031-01-01").is_i_kraft(register(root, "2031-01-01").planer["klima"])


def test_a_hearing_after_adoption_is_a_revision(root: Path) -> None:
    """A plan that is being revised stays adopted, and repeal ends it."""
    text = PLAN.replace("status: vedtatt", "status: opphevet").replace(
        "ansvarlig",
        "  - {hva: oppstart, dato: 2024-01-01}\n  - {hva: opphevet, dato: 2025-01-01, organ: kommunestyret}\nansvarlig",
    )
    write(root, "planer/klima.yaml", text)
    found = register(root, "2024-06-01")
    assert found.status(found.planer["klima"]) == "under_revisjon"
    assert found.is_i_kraft(found.planer["klima"])
    later = register(root, "2025-01-01")
    assert later.status(later.planer["klima"]) == "opphevet"


def test_links_go_both_ways(root: Path) -> None:
    """A goal knows its plans, measures and sub-goals; a plan its successors."""
    found = register(root, "2023-01-01")
    goal = found.maal["trygg-oppvekst"]
    assert [plan.id for plan in found.anchored_in(goal)] == ["gammel", "ny"]
    assert [tiltak.id for tiltak in found.tiltak_of(goal)] == ["aapne-moeteplasser"]
    assert [maal.id for maal in found.maal_below(found.maal["gode-liv"])] == ["naer-natur", "trygg-oppvekst"]
    assert [plan.id for plan in found.replaced_by(found.planer["gammel"])] == ["ny"]
    assert [plan.id for plan in found.plans_with_rolle("samfunnsdel")] == ["samfunnsdel-2020"]
    assert found.at(date(2016, 1, 1)).replaced_by(found.planer["gammel"]) == []


def test_a_plan_anchored_in_a_plan(root: Path) -> None:
    """The plan above knows what hangs under it."""
    write(
        root,
        "planer/tiltaksplan.yaml",
        PLAN.replace("type: strategi", "type: handlingsplan").replace("[trygg-oppvekst]", "[{plan: ny}]"),
    )
    found = register(root, "2023-01-01")
    assert [plan.id for plan in found.anchored_in(found.planer["ny"])] == ["tiltaksplan"]


def test_the_planstrategi_adopted_last_counts(root: Path) -> None:
    """Decisions are those of the planstrategi in force on the day."""
    for period, day in (("2019-2023", "2020-06-23"), ("2023-2027", "2024-06-19")):
        write(
            root, f"planstrategier/planstrategi-{period}.yaml",
            f'tittel: Planstrategi {period}\nvalgperiode: "{period}"\nhendelser: [{{hva: vedtatt, dato: {day}}}]\n',
        )  # fmt: skip
    write(
        root,
        "planer/klima.yaml",
        PLAN
        + "beslutninger:\n  planstrategi-2019-2023: {valg: revideres}\n  planstrategi-2023-2027: {valg: videreføres}\n",
    )
    for day, decision in (("2020-01-01", None), ("2021-01-01", "revideres"), ("2025-01-01", "videreføres")):
        found = register(root, day)
        decided = found.beslutning(found.planer["klima"])
        assert (decided.valg if decided else None) == decision


def test_unknown_types_and_levels_give_nothing(root: Path) -> None:
    """A lookup that cannot be answered gives None, so that rules can stay silent."""
    write(root, "planer/rar.yaml", PLAN.replace("type: strategi", "type: rar"))
    write(root, "maal/rart.yaml", GOAL.format(title="Rart", plan="finnes-ikke-her"))
    found = register(root, "2024-01-01")
    assert found.plantype(found.planer["rar"]) is None
    assert found.rang(found.planer["rar"]) is None
    assert found.rang(found.planer["ny"]) == 2
    assert found.is_maal_i_kraft(found.maal["rart"])
    assert found.find("plan", None) is None
    assert found.maaltype(found.maal["rart"]) is not None


def test_a_misspelt_id_is_read_as_the_one_it_means(root: Path) -> None:
    """One slip of the pen is one finding: links follow the suggestion."""
    write(root, "planer/klima.yaml", PLAN.replace("[trygg-oppvekst]", "[trygg-opvekst]"))
    found = register(root, "2024-01-01")
    assert "klima" in [plan.id for plan in found.anchored_in(found.maal["trygg-oppvekst"])]


@pytest.mark.parametrize(
    ("text", "start", "end", "shown"),
    [
        ("2018", "2018-01-01", "2018-12-31", "2018"),
        ("2018-02", "2018-02-01", "2018-02-28", "februar 2018"),
        ("2018-H2", "2018-07-01", "2018-12-31", "2. halvår 2018"),
        ("2018-K3", "2018-07-01", "2018-09-30", "3. kvartal 2018"),
        ("2018-02-28", "2018-02-28", "2018-02-28", "28.2.2018"),
    ],
)
def test_points_in_time(text: str, start: str, end: str, shown: str) -> None:
    """A point in time has a first and a last day, and is shown as precisely as it is known."""
    point = parse(text)
    assert (point.start.isoformat(), point.slutt.isoformat(), NB.tidspunkt(point)) == (start, end, shown)


def test_spans_of_time() -> None:
    """Years, months and days as people count them."""
    assert NB.duration(Duration(date(2019, 12, 31), date(2026, 11, 21))) == "6 år og 10 måneder"
    assert NB.duration(Duration(date(2024, 2, 29), date(2025, 2, 28))) == "1 år"
    assert NB.duration(Duration(date(2024, 1, 31), date(2024, 2, 29))) == "1 måned"
    assert NB.duration(Duration(date(2024, 1, 1), date(2024, 1, 2))) == "1 dag"
    assert NB.duration(Duration(date(2024, 1, 1), date(2024, 1, 1))) == "0 dager"
    assert add_years(date(2024, 2, 29), 1) == date(2025, 2, 28)
    assert add_months(date(2024, 1, 15), -1) == date(2023, 12, 15)
    assert [interval(text) for text in ("årlig", "hver valgperiode", "hvert 4. år", "ved behov", None)] == [
        12,
        48,
        48,
        None,
        None,
    ]


def test_numbers_lists_and_days() -> None:
    """Norwegian form."""
    assert NB.number(1234567.5) == "1\u00a0234\u00a0567,5"
    assert NB.number(-3.0) == "-3"
    assert NB.enumeration(["a"]) == "a"
    assert NB.enumeration(["a", "b", "c"]) == "a, b og c"
    assert NB.enumeration(list("abcdefghij")) == "a, b, c, d, e, f, g, h og 2 til"
    assert NB.enumeration([]) == ""
    assert NB.dato(date(2019, 1, 6)) == "6.1.2019"


def test_a_goal_that_continues_nothing_known(tmp_path: Path) -> None:
    """An unknown id in `viderefører` is PL102's; the register simply has no link for it."""
    text = GOAL.format(title="Trygge barn", plan="samfunnsdel-2020") + "viderefører: [helt-ukjent-og-fjern, gode-liv]\n"
    write(fjordvik(tmp_path), "maal/trygge-barn.yaml", text)
    found = register(tmp_path, "2024-06-15")
    assert [maal.id for maal in found.continued_by(found.maal["gode-liv"])] == ["trygge-barn"]


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
