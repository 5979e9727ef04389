"""Coverage: what follows up each goal, which plans reach the samfunnsdel, and the limit for CI."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from support.helpers import DATE, PLAN, fjordvik, run, write

from planlint.register.dekning import Dekning, MaalCoverage, fulgt_opp, measure_dekning
from planlint.register.share import CoverageDemand, Share
from planlint.system.system import open_system

TODAY = date.fromisoformat(DATE)
HELE = Path(__file__).parents[1] / "data" / "hele"
GOAL = "tittel: Ren fjord\ntype: delmål\nplan: samfunnsdel-2020\noverordnet: gode-liv\n"
INDICATOR = "tittel: Trivsel\nenhet: prosent\nmål: [trygg-oppvekst]\nverdier: {2023: 63}\n"
TEXT = """\
Dekning i plansystemet til Fjordvik per 15.6.2024
Registeret er ajourført 1.5.2024. Enkelte opplysninger kan være eldre, og nyere hendelser kan mangle.
Mål som skal følges opp, og som en plan i kraft eller et tiltak følger opp: 1 av 2 (50 %).
Planer i kraft med en rød tråd til et mål i samfunnsdelen som gjelder: 1 av 1 (100 %).
Kravet er minst 60 %, og det er ikke nådd.

Kommuneplanens samfunnsdel 2020–2032
Følges opp        Planer  Tiltak  Indikatorer  Mål
1 av 2 (50 %)     0 + 1   0 + 1   0            Gode liv i Fjordvik
ja                0       1       0              1.1 Barn og unge har en trygg oppvekst
ikke dokumentert  0       0       0              Ren | fjord
kreves ikke       1       0       0              Alle har kort vei til natur
1 av 2 (50 %)                                  I alt

Et tall etter plusstegn er det som følger opp målene under, og ikke målet selv.

Planer i kraft
Rød tråd        Tiltak  Indikatorer  Plan
ja              0       0            Kommuneplanens arealdel 2021–2032
1 av 1 (100 %)                       I alt
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small clean plan system: one goal that must be followed up, and one measure that does."""
    return fjordvik(tmp_path)


def cover(root: Path, day: date = TODAY) -> Dekning:
    """Give the coverage of a plan system."""
    register = open_system(root, day).register
    assert register is not None
    return measure_dekning(register)


def row(found: Dekning, id_: str) -> MaalCoverage:
    """Give a goal's row."""
    (only,) = [rad for gruppe in found.grupper for rad in gruppe.rader if rad.maal.id == id_]
    return only


def commit(root: Path) -> None:
    """Put everything in a folder into git."""
    for args in (
        ("init", "-q"),
        ("add", "."),
        ("-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false", "commit", "-qm", "a"),
    ):
        subprocess.run(["git", *args], cwd=root, check=True, capture_output=True)


def test_a_goals_own_and_those_of_the_goals_below_are_apart(root: Path) -> None:
    """The hovedmål has nothing itself; the plan and the measure below it are shown as such."""
    write(root, "planer/klima.yaml", PLAN)
    write(root, "indikatorer/trivsel.yaml", INDICATOR)
    top, below = row(cover(root), "gode-liv"), row(cover(root), "trygg-oppvekst")
    assert not any(top.selv)
    assert top.under.planer == {"arealdel-2021", "klima"}
    assert (below.selv.planer, below.selv.tiltak, below.selv.indikatorer) == (
        {"klima"},
        {"aapne-moeteplasser"},
        {"trivsel"},
    )
    assert top.is_covered
    assert not top.skal
    assert below.skal


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("status: vedtatt", "status: igangsatt"),
        ("status: vedtatt", "status: opphevet"),
        ("til: 2030", "til: 2023"),
        ("2022-02-16", "2024-12-16"),
    ],
)
def test_only_what_is_in_force_counts(root: Path, old: str, new: str) -> None:
    """A plan under work, repealed, past its period or not adopted yet follows up nothing."""
    write(root, "planer/klima.yaml", PLAN.replace(old, new))
    assert row(cover(root), "trygg-oppvekst").selv.planer == set()


@pytest.mark.parametrize(("status", "counts"), [("pågår", 1), ("gjennomført", 1), ("utsatt", 0), ("avlyst", 0)])
def test_measures_count_while_they_stand(root: Path, status: str, counts: int) -> None:
    """One that is called off or put off follows up nothing; one that is done did."""
    text = (root / "plans/tiltak/aapne-moeteplasser.yaml").read_text(encoding="utf-8")
    write(root, "tiltak/aapne-moeteplasser.yaml", text.replace("pågår", status))
    found = cover(root)
    assert len(row(found, "trygg-oppvekst").selv.tiltak) == counts
    assert found.maal == Share(counts, 1)


def test_a_measure_falls_with_its_plan(root: Path) -> None:
    """A measure in a plan that is not in force does not count."""
    write(root, "planer/klima.yaml", PLAN.replace("til: 2030", "til: 2023"))
    write(root, "tiltak/sykkel.yaml", "tittel: Sykkel\nplan: klima\nmål: [trygg-oppvekst]\n")
    assert row(cover(root), "trygg-oppvekst").selv.tiltak == {"aapne-moeteplasser"}


def test_an_indicator_does_not_follow_up(root: Path) -> None:
    """Measuring a goal is not doing anything about it."""
    write(root, "maal/ren-fjord.yaml", GOAL)
    write(root, "indikatorer/trivsel.yaml", INDICATOR.replace("trygg-oppvekst", "ren-fjord"))
    found = cover(root)
    assert row(found, "ren-fjord").selv.indikatorer == {"trivsel"}
    assert found.maal == Share(1, 2)


def test_goals_of_a_replaced_samfunnsdel_are_left_out(tmp_path: Path) -> None:
    """On the day, only the goals in force are counted; before that, those that were."""
    root = Path(shutil.copytree(HELE, fjordvik(tmp_path), dirs_exist_ok=True))
    assert {gruppe.rader[0].maal.id for gruppe in cover(root).grupper} == {"gode-liv"}
    before = cover(root, date(2018, 6, 1))
    assert {gruppe.rader[0].maal.id for gruppe in before.grupper} == {"godt-liv-2016", "skole-2016"}
    assert row(before, "godt-liv-2016").selv.planer == {"idrettsplan-2018", "roekeplan-2010"}


def test_a_plan_has_the_measures_of_itself_and_of_its_goals(tmp_path: Path) -> None:
    """A measure that names the plan, one that names its goal, and one that names both: each is counted once."""
    root = Path(shutil.copytree(HELE, fjordvik(tmp_path), dirs_exist_ok=True))
    write(root, "maal/klima-x.yaml", "tittel: Lavere utslipp\ntype: strategi\nplan: klimastrategi\n")
    write(root, "tiltak/a.yaml", "tittel: A\nplan: klimastrategi\nmål: [klima-x]\n")
    write(root, "tiltak/b.yaml", "tittel: B\nmål: [klima-x]\nstatus: avlyst\n")
    write(root, "tiltak/c.yaml", "tittel: C\nplan: klimastrategi\n")
    write(root, "indikatorer/trivsel.yaml", INDICATOR.replace("trygg-oppvekst", "klima-x"))
    rows = {rad.plan.id: rad for rad in cover(root).planer}
    assert (rows["klimastrategi"].tiltak, rows["klimastrategi"].indikatorer) == (3, 1)
    assert rows["handlingsplan-idrett"].indikatorer == 0


def test_plans_reach_the_goals_by_way_of_plans(tmp_path: Path) -> None:
    """A handlingsplan reaches them through its parent, until the parent's period is over."""
    root = Path(shutil.copytree(HELE, fjordvik(tmp_path), dirs_exist_ok=True))
    write(root, "tiltak/bane.yaml", "tittel: Bane\nplan: handlingsplan-idrett\n")
    rows = {rad.plan.id: rad for rad in cover(root).planer}
    assert set(rows) == {"arealdel-2021", "handlingsplan-idrett", "idrettsplan-2022", "klimastrategi"}
    assert all(rad.has_traad for rad in rows.values())
    assert rows["handlingsplan-idrett"].tiltak == 1
    parent = (root / "plans/planer/idrettsplan-2022.yaml").read_text(encoding="utf-8")
    write(root, "planer/idrettsplan-2022.yaml", parent.replace("til: 2028", "til: 2023"))
    after = {rad.plan.id: rad.has_traad for rad in cover(root).planer}
    assert after == {"arealdel-2021": True, "handlingsplan-idrett": False, "klimastrategi": True}


def test_a_ring_of_goals_hides_no_goal_and_ends(root: Path) -> None:
    """Goals that hang under each other are each shown once (PL104 tells about the ring)."""
    write(root, "maal/ren-fjord.yaml", GOAL.replace("gode-liv", "ren-elv"))
    write(root, "maal/ren-elv.yaml", GOAL.replace("gode-liv", "ren-fjord"))
    found = cover(root)
    assert not row(found, "ren-fjord").is_covered
    assert found.maal == Share(1, 3)


def test_limits_are_exact() -> None:
    """The share is held against the limit without rounding; of no goals, all are followed up."""
    assert CoverageDemand(minst=66.7).holds(Share(2, 3)) is False
    assert CoverageDemand(minst=66.6).holds(Share(2, 3)) is True
    assert CoverageDemand(minst=100).holds(Share(0, 0)) is True
    assert CoverageDemand(foer=Share(1, 2)).holds(Share(2, 4)) is True
    assert CoverageDemand(foer=Share(1, 2)).holds(Share(2, 5)) is False
    assert CoverageDemand(minst=10, foer=Share(1, 1)).holds(Share(9, 10)) is False


def test_the_limit_decides_the_exit_code_in_every_format(root: Path) -> None:
    """1 below the limit, 0 at it; a limit over 100 is refused."""
    write(root, "maal/ren-fjord.yaml", GOAL)
    for form in ("text", "markdown", "json"):
        args = ("coverage", "--date", DATE, "--output", form)
        assert run(*args, cwd=root).returncode == 0
        assert run(*args, "--coverage-min", "50", cwd=root).returncode == 0
        assert run(*args, "--coverage-min", "50.1", cwd=root).returncode == 1
    assert run("coverage", "--coverage-min", "101", cwd=root).returncode == 2


def test_the_text_is_for_people(root: Path) -> None:
    """Title, shares, goals with their level, plans, and the limit in a sentence."""
    write(root, "maal/ren-fjord.yaml", GOAL.replace("Ren fjord", "Ren | fjord"))
    done = run("coverage", "--date", DATE, "--coverage-min", "60", cwd=root)
    assert done.returncode == 1
    assert done.stdout == TEXT
    markdown = run("coverage", "--date", DATE, "--output", "markdown", cwd=root).stdout
    assert "| – Ren \\| fjord | ikke dokumentert | 0 | 0 | 0 |" in markdown
    assert "| Kommuneplanens arealdel 2021–2032 | ja | 0 | 0 |" in markdown


def test_json_is_a_contract(root: Path) -> None:
    """Shares, limits and ids, with the keys that others rely on."""
    data = json.loads(run("coverage", "--date", DATE, "--output", "json", "--coverage-min", "60", cwd=root).stdout)
    assert (data["schema"], data["date"], data["min"], data["base"], data["passed"]) == (1, DATE, 60, None, True)
    (group,) = data["goals"].pop("groups")
    assert data["goals"] == {"covered": 1, "of": 1, "percent": 100}
    assert data["plans"]["plans"] == [
        {
            "id": "arealdel-2021",
            "title": "Kommuneplanens arealdel 2021–2032",
            "reaches": True,
            "thread": "når-fram",
            "measures": 0,
            "indicators": 0,
        }
    ]
    by_id = {goal["id"]: goal for goal in group["goals"]}
    assert by_id["gode-liv"]["below"]["measures"] == ["aapne-moeteplasser"]
    assert by_id["trygg-oppvekst"]["required"] is True


def test_a_file_that_cannot_be_read_is_told(root: Path) -> None:
    """The numbers may then be too low, and the reader should know."""
    write(root, "planer/klima.yaml", "tittel: [")
    assert "1 fil kan ikke leses" in run("coverage", "--date", DATE, cwd=root).stdout


def test_the_base_is_a_ratchet(root: Path) -> None:
    """Not below what it was at a revision, judged as of the same day; nothing in the folder is touched."""
    commit(root)
    assert run("coverage", "--date", DATE, "--base", "HEAD", cwd=root).returncode == 0
    write(root, "maal/ren-fjord.yaml", GOAL)
    files = sorted(root.rglob("*.yaml"))
    done = run("coverage", "--date", DATE, "--base", "HEAD", cwd=root / "plans")
    assert done.returncode == 1
    assert "I HEAD var det 1 av 1 (100 %). Dekningen har gått ned." in done.stdout
    assert sorted(root.rglob("*.yaml")) == files
    data = json.loads(run("coverage", "--date", DATE, "--base", "HEAD", "--output", "json", cwd=root).stdout)
    assert data["base"] == {"rev": "HEAD", "covered": 1, "of": 1, "percent": 100}
    assert data["passed"] is False


def test_a_base_that_cannot_be_read_is_a_sentence(root: Path) -> None:
    """No git, no such revision, no plan system there: exit code 2 and no stack trace."""
    no_git = run("coverage", "--base", "HEAD", cwd=root, env={"PATH": str(root)})
    outside = run("coverage", "--base", "HEAD", cwd=root, env={"GIT_CEILING_DIRECTORIES": str(root.parent)})
    commit(root)
    unknown = run("coverage", "--base", "nei", cwd=root)
    option = run("coverage", "--base=--help", cwd=root)
    (root / "plans/plansystem.yaml").rename(root / "plans/planer/bort.yaml")
    subprocess.run(["git", "-C", root, "rm", "-rq", "--cached", "plans/plansystem.yaml"], check=True)
    subprocess.run(
        ["git", "-C", root, "-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "b"],
        check=True,
    )
    (root / "plans/planer/bort.yaml").rename(root / "plans/plansystem.yaml")
    without = run("coverage", "--base", "HEAD", cwd=root)
    for done in (no_git, outside, unknown, option, without):
        assert done.returncode == 2, done
        assert done.stderr.startswith("planlint: Kan ikke sammenligne med"), done.stderr
        assert done.stdout == ""


def test_a_broken_plansystem_is_a_sentence(root: Path) -> None:
    """Exit code 2, and where to look."""
    write(root, "plansystem.yaml", "kommune: [")
    done = run("coverage", cwd=root)
    assert done.returncode == 2
    assert "planlint check" in done.stderr


LIER = Path(__file__).parents[2] / "examples" / "lier"


def test_goals_of_one_number_are_told_apart_as_far_as_the_register_goes() -> None:
    """The type stands first, of one number they stand by title, and a sentence says what the register does not show."""
    text = run("coverage", "--date", "2026-11-29", cwd=LIER).stdout
    rows = re.findall(r"Arealstrategi (\d+): (.+)", text)
    assert len(rows) == 10
    assert [number for number, _ in rows] == sorted((number for number, _ in rows), key=int)
    assert [row for row in rows if row[0] == "1"] == sorted(row for row in rows if row[0] == "1")
    assert all(len(title) <= 112 for _, title in rows)
    said = "I «Kommuneplanens samfunnsdel 2019–2028» har flere mål av typen arealstrategi samme nummer."
    assert text.count(said) == 1
    assert "Samfunnsmål 1: Levende landskap" in text
    assert "\nja                 1       0       0              2.1 Lier kommune skal" in text


@pytest.mark.parametrize(("numbers", "told"), [(("1", "2"), False), (("1", "1"), True), (("", ""), False)])
def test_only_numbers_that_are_repeated_are_told_of(root: Path, numbers: tuple[str, str], told: bool) -> None:
    """Goals without a number, or with one each, are told apart by themselves; one goal's plan is another matter."""
    for id_, number in zip("ab", numbers, strict=True):
        line = f"nummer: '{number}'\n" if number else ""
        text = GOAL.replace("overordnet: gode-liv\n", line).replace("type: delmål", "type: arealstrategi")
        write(root, f"maal/{id_}.yaml", text)
    markdown = run("coverage", "--date", DATE, "--output", "markdown", cwd=root).stdout
    assert ("har flere mål av typen arealstrategi samme nummer" in markdown) == told


def test_what_is_asked_of_each_goal_is_gathered_once(root: Path) -> None:
    """The table of goals asks once for each goal: gathered anew each time, it would grow with the square of them."""
    register = open_system(root, TODAY).register
    assert register is not None
    assert fulgt_opp(register) is fulgt_opp(register)
    assert fulgt_opp(register.at(date(2023, 1, 1))) is not fulgt_opp(register)
