"""Lier again, by the commands: what examples/lier/lag.sh makes in an empty folder is what stands there, file for file.

The whole script takes half a minute, so it is run where `PLANLINT_DEEP` is set (`make deep`); a sample of it always.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from planlint.source.yaml import parse
from planlint.system.system import open_system

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model import Beslutning, Plan
    from planlint.register.register import Register

LIER = Path(__file__).parents[2] / "examples" / "lier"
DAY = date(2026, 11, 29)
STRATEGI = "planstrategi-2024-2027"
KNOWN_AS = {
    "Detaljregulering ny hovedvannforsyning Kleivdammen–Liertoppen": (
        "Detaljregulering ny hovedvannforskyning Kleivdammen-Liertoppen"
    ),
    "Handlingsplan mot barnefattigdom 2016–2019": "Handlingsplan mot barnefattigdom",
    "Kommuneplanens arealdel": "Kommuneplanens arealdel - kun mindre endringer",
    "Kommuneplanens samfunnsdel 2019–2028": "Planstrategi og kommuneplanens samfunnsdel med arealstrategi",
    "Oppvekstplan for Lier kommune 2024–2032": "Oppvekstplan",
    "Rusmiddelpolitisk handlingsplan 2016–2020": "Rusmiddelpolitisk handlingsplan",
    "Temaplan demensomsorg 2024–2028": "Temaplan for demensomsorg",
}
"""What the planstrategi's table calls the plans that other documents tell more of."""


deep = pytest.mark.skipif("PLANLINT_DEEP" not in os.environ, reason="the whole script takes half a minute")


def planlint_in(folder: Path) -> dict[str, str]:
    """Give an environment in which the command `planlint` is this one."""
    program = folder / "bin/planlint"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m planlint "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "PLANLINT_DATE": str(DAY)}


def run_script(script: Path, root: Path) -> Path:
    """Run a script that makes a plan system in a folder; give the folder."""
    done = subprocess.run(
        ["sh", str(script), str(root / "ny")], env=planlint_in(root), stdin=subprocess.DEVNULL,
        capture_output=True, encoding="utf-8", timeout=900, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr
    return root / "ny"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Run the script, and give the folder of what it has made."""
    return run_script(LIER / "lag.sh", tmp_path_factory.mktemp("lier"))


@pytest.fixture(scope="module")
def made(whole: Path) -> Register:
    """Give what the script has made."""
    return register_of(whole)


def files_of(root: Path) -> dict[str, dict[str, Any]]:
    """Give what each file says, by its kind's folder and its id: in which folder below, no command says."""
    files = sorted((root / "plans").rglob("*.yaml"))
    return {
        f"{file.relative_to(root / 'plans').parts[0]}/{file.stem}": parse(file.read_text(encoding="utf-8"))[0]
        for file in files
    }


def words_of(data: dict[str, Any], place: str = "merknad") -> str:
    """Give a remark by its words: the cells have line breaks where the example has full stops."""
    return word(str(data.get(place, "")))


def explained(name: str, data: dict[str, Any]) -> dict[str, Any]:
    """Give what a file says without the differences that are meant; each is named here, and there are no others.

    1. Of the planstrategi's rows the import quotes the cells by their heads, the example the row.
    2. The column «Forventet vedtak» is an announced event too; the example has the time in the decision alone.
    3. A decision's first year is that of its person-years; the example has it only where the text says it. A unit that
       is the plan's own is not said again in the decision, and a year that is blank has no person-years.
    4. The remark of a row is the plan's in the import, the decision's in the example; only its words are compared.
    5. An anchor of a table is `{mål: ID}`, one that is typed may be the id alone.
    """
    found = dict(data)
    if name.startswith("planstrategier/"):
        found["oppgaver"] = [{**one, "merknad": words_of(one)} for one in data["oppgaver"]]
    if not name.startswith("planer/"):
        return found
    found["kilder"] = [one for one in data.get("kilder", []) if not (one["kilde"] == STRATEGI and "oppgir" in one)]
    events = data.get("hendelser", [])
    found["hendelser"] = [one for one in events if not (one.get("planlagt") and one.get("kilde") == STRATEGI)]
    found["forankring"] = [{"mål": one} if isinstance(one, str) else one for one in data.get("forankring", [])]
    if decision := {**data.get("beslutninger", {}).get(STRATEGI, {})}:
        years = {year: number for year, number in decision.pop("årsverk", {}).items() if number}
        if decision.get("ansvarlig") == data.get("ansvarlig"):
            decision.pop("ansvarlig", None)
        if years:
            decision.setdefault("oppstart", min(years))
        remark = [words_of(found), words_of(decision)]
        decision.pop("merknad", None)
        found |= {"beslutninger": decision, "årsverk": years, "merknad": " ".join(filter(None, remark))}
    return {key: value for key, value in found.items() if value}


def different(made: Path, names: Iterator[str]) -> dict[str, dict[str, tuple[Any, Any]]]:
    """Give what differs between the example and what is made, beyond what is explained: by file and field."""
    ours, theirs = files_of(LIER), files_of(made)
    found = {}
    for name in names:
        one, other = explained(name, ours.get(name, {})), explained(name, theirs.get(name, {}))
        if one != other:
            found[name] = {
                key: (one.get(key), other.get(key)) for key in {**one, **other} if one.get(key) != other.get(key)
            }
    return found


@deep
def test_every_file_is_there_and_says_the_same(whole: Path) -> None:
    """Every file, and none more: declaration, plans, goals, measures, indicators, challenges and the planstrategi."""
    ours, theirs = files_of(LIER), files_of(whole)
    assert theirs.keys() == ours.keys()
    assert different(whole, iter(ours)) == {}


@deep
def test_what_is_made_again_has_the_same_order_of_types_and_goals(whole: Path) -> None:
    """The site's order follows the declaration's and the goals' numbers: both are as in the example."""
    ours, theirs = register_of(LIER), register_of(whole)
    assert [*theirs.plansystem.maaltyper] == [*ours.plansystem.maaltyper]
    assert [*theirs.maal] == [*ours.maal]


def test_a_sample_of_the_script_says_the_same(tmp_path: Path) -> None:
    """The declaration, the plans of the other documents, and the goals of one of them: as they stand in the example."""
    lines = (LIER / "lag.sh").read_text(encoding="utf-8")
    head, _, rest = lines.partition("# Planstrategien, tabellene på side 18 og 20.")
    goals = re.findall(r"^(?:maal\(\)|maal maal-boligstrategi).*$", rest, re.MULTILINE)
    assert len(goals) == 2
    script = tmp_path / "lag.sh"
    here = f"her={shlex.quote(str(LIER))}"
    script.write_text("\n".join([re.sub(r"(?m)^her=.*$", lambda _: here, head), *goals]), encoding="utf-8")
    made = run_script(script, tmp_path)
    ours, theirs = files_of(LIER), files_of(made)
    assert theirs["plansystem.yaml/plansystem"] == ours["plansystem.yaml/plansystem"]
    mine = [name for name in theirs if name.startswith("maal/")]
    assert len(mine) == 13
    assert different(made, iter(mine)) == {}
    for name in (name for name in theirs if name.startswith("planer/")):
        assert {key: ours[name][key] for key in theirs[name]} == theirs[name]


@cache
def register_of(root: Path) -> Register:
    """Read a plan system."""
    register = open_system(root, DAY).register
    assert register is not None
    return register


def word(title: str) -> str:
    """Give a title by its letters alone."""
    return " ".join(re.findall(r"\w+", title.casefold()))


def decided(register: Register) -> dict[str, tuple[Plan, Beslutning]]:
    """Give each plan that the planstrategi decides about, by its title in the planstrategi."""
    plans = [plan for plan in register.planer.values() if STRATEGI in plan.beslutninger]
    return {word(KNOWN_AS.get(plan.tittel, plan.tittel)): (plan, plan.beslutninger[STRATEGI]) for plan in plans}


def utvalg(register: Register, decision: Beslutning) -> str:
    """Give the committee as the table names it."""
    return (
        register.plansystem.organer[decision.utvalg].navn.removeprefix("utvalg for ").casefold()
        if decision.utvalg
        else ""
    )


@deep
def test_every_plan_and_decision_is_there(made: Register) -> None:
    """All 44 rows that are plans, and what is decided of each; no row more."""
    ours, theirs = decided(register_of(LIER)), decided(made)
    assert len(ours) == 44
    assert {title: one.valg for title, (_, one) in theirs.items()} == {
        title: one.valg for title, (_, one) in ours.items()
    }


@deep
def test_years_and_resources_are_there(made: Register) -> None:
    """The times that the example has are the same, and each year's person-years; a year that is blank is none."""
    theirs = decided(made)
    for title, (_, one) in decided(register_of(LIER)).items():
        other = theirs[title][1]
        for mine, its in ((one.oppstart, other.oppstart), (one.ferdig, other.ferdig)):
            assert mine is None or (its and its.tekst) == mine.tekst, title
        used = [{year: number for year, number in each.aarsverk.items() if number} for each in (one, other)]
        assert used[0] == used[1], title


@deep
def test_committees_responsible_and_orders_are_there(made: Register) -> None:
    """The committee, the sector, the number and what the council has ordered, of each row that has them."""
    example, theirs = register_of(LIER), decided(made)
    for title, (_, one) in decided(example).items():
        plan, other = theirs[title]
        assert utvalg(example, one) == utvalg(made, other), title
        assert one.nummer == other.nummer
        assert one.bestilt == other.bestilt
        if one.ansvarlig:
            sector = made.plansystem.sektorer[other.ansvarlig or plan.ansvarlig or ""]
            assert sector.navn == example.plansystem.sektorer[one.ansvarlig].navn, title


@deep
def test_rows_that_are_no_plans_are_tasks(made: Register) -> None:
    """The four rows of other work, with their person-years; the planstrategi is adopted as it was."""
    ours, theirs = (register.planstrategier[STRATEGI] for register in (register_of(LIER), made))
    assert [(one.tittel, one.aarsverk) for one in theirs.oppgaver] == [
        (one.tittel, one.aarsverk) for one in ours.oppgaver
    ]
    assert len(ours.oppgaver) == 4
    assert [(one.hva, one.dato, one.organ) for one in theirs.hendelser] == [
        (one.hva, one.dato, one.organ) for one in ours.hendelser
    ]
