"""PL206 to the day, where a file cannot be read, and where another rule speaks and it must not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import PLAN, check, fjordvik, found as found_in, write
from support.rule_cases import GOAL, SAMFUNNSDEL, change, changed, goal, plan, told, told_in


def found(root: Path) -> list[tuple[str, str]]:
    """Give code and plan of what PL201 and PL206 report."""
    report = check(root, date(2024, 6, 15), select=("PL201", "PL206"))
    return [(item.diagnostic.code, item.diagnostic.entity) for item in report.findings]


@pytest.fixture
def arealdel(tmp_path: Path) -> str:
    """The text of Fjordvik's arealdel; the plan system itself lies in tmp_path."""
    return (fjordvik(tmp_path) / "plans/planer/arealdel-2021.yaml").read_text(encoding="utf-8")


AREALDEL = "planer/arealdel-2021.yaml"


def test_what_cannot_be_read_may_be_the_tie(tmp_path: Path, arealdel: str) -> None:
    """Nobody knows where an unreadable goal or plan leads."""
    write(tmp_path, "planer/ulest.yaml", "tittel: [\n")
    write(tmp_path, "maal/ulest.yaml", "tittel: [\n")
    for anchor in ("{plan: ulest}", "ulest"):
        write(tmp_path, "planer/arealdel-2021.yaml", arealdel.replace("naer-natur", anchor))
        assert found(tmp_path) == []


def test_what_binds_and_is_no_arealdel_is_judged_by_its_own_ties(tmp_path: Path, arealdel: str) -> None:
    """A file that cannot be read may be the plan above, but only where the plan says that it has one."""
    system = (tmp_path / "plans/plansystem.yaml").read_text(encoding="utf-8")
    write(tmp_path, "plansystem.yaml", system.replace("    rolle: arealdel\n", ""))
    write(tmp_path, "planer/ulest.yaml", "tittel: [\n")
    write(tmp_path, "planer/arealdel-2021.yaml", arealdel.replace("naer-natur", "{plan: ulest}"))
    assert found(tmp_path) == []
    write(tmp_path, "planer/arealdel-2021.yaml", arealdel.replace("naer-natur", "trygg-oppvekst"))
    assert found(tmp_path) == [("PL206", "plan/arealdel-2021")]


def test_a_plan_that_must_be_anchored_is_left_to_pl201(tmp_path: Path, arealdel: str) -> None:
    """No anchor at all is one fault, not two."""
    system = (tmp_path / "plans/plansystem.yaml").read_text(encoding="utf-8")
    system = system.replace("forankring: ingen\n    bindende", "forankring: påkrevd\n    bindende")
    write(tmp_path, "plansystem.yaml", system)
    write(tmp_path, "planer/arealdel-2021.yaml", arealdel.replace("forankring: [naer-natur]\n", ""))
    assert found(tmp_path) == [("PL201", "plan/arealdel-2021")]


def test_an_arealdel_without_events_is_not_called_older(tmp_path: Path, arealdel: str) -> None:
    """A day that is not documented cannot be compared; PL401 asks for it."""
    lines = [line for line in arealdel.splitlines(keepends=True) if "hendelser" not in line and "hva:" not in line]
    write(tmp_path, "planer/arealdel-2021.yaml", "".join(lines))
    assert found(tmp_path) == []


def test_plans_in_a_ring_end_the_search(tmp_path: Path, arealdel: str) -> None:
    """A plan that is part of itself has no tie, and no endless loop."""
    text = arealdel.replace("forankring: [naer-natur]", "del_av: arealdel-2021\nforankring: [trygg-oppvekst]")
    write(tmp_path, "planer/arealdel-2021.yaml", text)
    assert found(tmp_path) == [("PL206", "plan/arealdel-2021")]


@pytest.mark.parametrize(("day", "variants"), [("2021-03-23", []), ("2021-03-24", []), ("2021-03-25", ["eldre"])])
def test_an_arealdel_is_older_when_the_arealstrategi_came_on_a_later_day(
    day: str, variants: list[str], root: Path
) -> None:
    """PL206 calls an arealdel adopted on the same day no older."""
    change(root, SAMFUNNSDEL, "2020-06-17", day)
    assert [each.finding.variant for each in told(root, "PL206")] == variants


def test_only_a_samfunnsdel_with_an_arealstrategi_makes_an_arealdel_older(root: Path) -> None:
    """PL206 has nothing to compare with where the arealdel has the arealstrategi itself, or no day is known."""
    change(root, SAMFUNNSDEL, "2020-06-17", "2022-06-17")
    assert [each.finding.variant for each in told(root, "PL206")] == ["eldre"]
    change(root, "maal/naer-natur.yaml", "samfunnsdel-2020", "arealdel-2021")
    assert told(root, "PL206") == []
    change(root, "maal/naer-natur.yaml", "arealdel-2021", "samfunnsdel-2020")
    change(root, SAMFUNNSDEL, "vedtatt, dato", "oppstart, dato")
    assert told(root, "PL206") == []


def test_an_older_arealdel_without_a_tie_is_told_once(root: Path) -> None:
    """PL206 has one finding for a plan: that it must be looked at again."""
    change(root, SAMFUNNSDEL, "2020-06-17", "2022-06-17")
    change(root, AREALDEL, "forankring: [naer-natur]\n", "")
    assert [each.finding.variant for each in told(root, "PL206")] == ["eldre"]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("planer/x.yaml", PLAN.replace("type: strategi", "type: ukjent")),
        ("planer/x.yaml", "tittel: [\n"),
        (SAMFUNNSDEL, ""),
    ],
    ids=["a type that is not known", "a file that cannot be read", "an adoption that cannot be read"],
)
def test_an_arealdel_without_a_tie_is_judged_when_all_is_known(path: str, text: str, root: Path) -> None:
    """PL206 is silent where the arealdel may be older than an arealstrategi: one plan, one finding, one day."""
    change(root, AREALDEL, "forankring: [naer-natur]\n", "")
    assert [each.entity for each in told(root, "PL206")] == ["plan/arealdel-2021"]
    own = (root / "plans" / SAMFUNNSDEL).read_text(encoding="utf-8")
    write(root, path, text or own.replace("dato: 2020-06-17", "dato: 17. juni"))
    assert told(root, "PL206") == []


def test_no_arealstrategi_is_picked_for_the_planner(root: Path) -> None:
    """PL206 says how the field is written, and not which arealstrategi the plan follows up: the register cannot know."""
    goal(root, "a-natur", "samfunnsdel-2020", "arealstrategi", "overordnet: gode-liv\n")
    change(root, AREALDEL, "forankring: [naer-natur]\n", "")
    assert [set(each.finding.args.values()) & {"a-natur", "naer-natur"} for each in told(root, "PL206")] == [set()]


@pytest.mark.parametrize("adopted", [("2022-02-16", "2023-02-15"), ("2023-02-15", "2022-02-16")])
def test_an_arealdel_is_compared_with_the_newest_arealstrategi(tmp_path: Path, adopted: tuple[str, str]) -> None:
    """PL206 names the samfunnsdel that was adopted last, whatever the files are called, and tells of it once."""
    files = {
        path: text
        for id_, day in zip("ab", adopted, strict=True)
        for path, text in {
            f"planer/samfunnsdel-{id_}.yaml": plan(("type: strategi", "type: samfunnsdel"), ("2022-02-16", day)),
            f"maal/natur-{id_}.yaml": GOAL.format(id=id_, type="arealstrategi", plan=f"samfunnsdel-{id_}"),
        }.items()
    }
    assert [str(args["dato"]) for args in told_in(tmp_path, "PL206", files)] == ["2023-02-15"]


def test_an_older_arealdel_hides_no_plan_without_a_tie(tmp_path: Path) -> None:
    """PL206 tells of the one that is older than the arealstrategi, and of the newer one that has none."""
    files = changed(SAMFUNNSDEL, "2020-06-17", "2021-06-16")
    files["planer/b.yaml"] = plan(("type: strategi", "type: arealdel"), ("forankring: [trygg-oppvekst]\n", ""))
    assert found_in(tmp_path, "PL206", files) == [("plan/arealdel-2021", "eldre"), ("plan/b", "")]
