"""What follows from a change is the same whether it is asked for ahead (`whatif`) or seen afterwards (`diff`)."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pytest
from support.gittools import commit
from support.helpers import PLAN, fjordvik, run, write

from planlint.ahead import whatif
from planlint.change.comparison import Comparison
from planlint.change.consequence_model import Consequences, Ref
from planlint.change.consequences import find_consequences
from planlint.change.diff import make_diff
from planlint.check.request import Request
from planlint.check.run import diagnostics
from planlint.edit.vedta import Decision, record_vedtak
from planlint.edit.workspace import Workspace
from planlint.output import diff_effects, whatif as whatif_text
from planlint.output.consequences import HEADINGS, consequences_json
from planlint.output.diff_values import Values
from planlint.register import Overskredet
from planlint.system.system import System, open_system
from planlint.text import language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from planlint.model import Enhet, Plan
    from planlint.register.register import Register

Sampled = TypeVar("Sampled")
HERE = Path(__file__).parents[1]
SYSTEMS = {
    "hele": (HERE / "data" / "hele", "2024-06-13"),
    "baerum-2022": (HERE.parent, "2022-06-01"),
    "baerum": (HERE.parent, "2026-11-01"),
}
HANDLINGSPLAN = "handlingsplan-klimastrategi-2030"


@pytest.fixture(params=SYSTEMS)
def system(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> System:
    """A whole plan system on a day; the rules are left out, for what follows does not rest on them."""
    monkeypatch.setattr(whatif, "diagnostics", lambda *_: [])
    root, day = SYSTEMS[request.param]
    if request.param == "hele":
        root = Path(shutil.copytree(root, fjordvik(tmp_path / "kommune"), dirs_exist_ok=True))
    return open_system(root, date.fromisoformat(day))


def seen(system: System, make: Callable[..., object], *args: object) -> Consequences:
    """Give what `diff` says of an edit, which `make` makes of an empty one and the rest of what is given."""
    work = Workspace(system)
    make(work, *args)
    found = make_diff(Comparison(system, work.after()), work.today, lambda _: []).consequences
    assert found is not None
    return found


def deleted(work: Workspace, one: Enhet) -> None:
    """Take a file away."""
    work.files[one.file] = None


def there(system: System) -> Register:
    """Give the register."""
    assert system.register is not None
    return system.register


def anchored(system: System) -> Iterator[Plan]:
    """Give the plans that are adopted and anchored in a goal or a plan, or have goals, measures or plans under them."""
    register = there(system)
    above = {one.plan for kind in ("maal", "tiltak", "indikator") for one in register.entities[kind].values()}  # type: ignore[attr-defined]
    above |= {plan.del_av for plan in register.planer.values()}
    for plan in register.planer.values():
        if (plan.forankring or plan.id in above) and register.is_vedtatt(plan):
            yield plan


def sample(all_of_them: Iterable[Sampled]) -> list[Sampled]:
    """Give every third, or in `make deep` all."""
    listed = list(all_of_them)
    return listed if os.environ.get("PLANLINT_DEEP") or len(listed) < 12 else listed[::3]


def test_a_repeal_is_told_alike(system: System) -> None:
    """All in `make deep`, of anchored plans: `whatif opphev` names what `vedta` and then `diff` name, and why."""
    register, told = there(system), 0
    organ = next(iter(register.plansystem.organer))
    for plan in sample(anchored(system)):
        ahead = whatif.repeal(system, plan).consequences
        vote = Decision(register.today, "1/22", organ, "opphevet")
        assert ahead == seen(system, record_vedtak, register, plan, vote), plan.id
        told += bool(ahead)
    assert told >= 3


def test_a_deletion_is_told_alike(system: System) -> None:
    """For goals and anchored plans, `whatif slett` names what `diff` names once the file is gone."""
    goals: list[Enhet] = [*there(system).maal.values()]
    for one in [*sample(goals[:: 1 + len(goals) // 40]), *sample(anchored(system))]:
        ahead = whatif.delete(system, one).consequences
        assert ahead == seen(system, deleted, one), one.entity


def test_the_commands_agree(tmp_path: Path) -> None:
    """In Bærum: the goals that only measures of the repealed handlingsplan follow up now, and those measures."""
    root, day = tmp_path / "baerum", ("--date", "2022-06-01")
    shutil.copytree(HERE.parent / "plans", root / "plans")
    commit(root, "2022-05-01")
    done = run("whatif", "opphev", HANDLINGSPLAN, *day, "--output", "json", cwd=root)
    ahead = json.loads(done.stdout)["consequences"]
    vote = ("--dato", "2022-06-01", "--sak", "1/22", "--hva", "opphevet", "--organ", "kommunestyret")
    assert run("vedta", HANDLINGSPLAN, *vote, *day, cwd=root).returncode == 0
    assert json.loads(run("diff", "HEAD", *day, "--output", "json", cwd=root).stdout)["consequences"] == ahead
    shown = run("diff", "HEAD", *day, cwd=root).stdout
    assert [len(ahead[key]) for key in ("goalsUnfollowed", "goalsResting", "measures", "outOfForce")] == [0, 5, 35, 1]
    for key in ("goalsResting", "measures", "outOfForce"):
        assert all(f"{one['title']} ({one['entity']})" in shown for one in ahead[key])


def test_what_is_new_loses_nothing(tmp_path: Path) -> None:
    """A plan or a measure that is made in the same change never had what the change takes away."""
    root = fjordvik(tmp_path)
    system = open_system(root, date(2024, 6, 13))
    tiltak = "tittel: Benk\nmål: [naer-natur]\nansvarlig: oppvekst\nkilder: [{kilde: plandokument}]\n"

    def make(work: Workspace) -> None:
        work.files["plans/maal/naer-natur.yaml"] = None
        work.files["plans/tiltak/benk.yaml"] = tiltak.encode()
        work.files["plans/planer/ny.yaml"] = PLAN.replace("[trygg-oppvekst]", "[naer-natur]").encode()

    found = seen(system, make)
    assert {one.entity for one in found.goals} == {"maal/naer-natur"}
    assert found.measures == ()
    assert "plan/ny" not in {move.plan.entity for move in found.reanchor}


def test_a_goal_that_moves_is_kept(tmp_path: Path) -> None:
    """A goal that gets a new plan in the change that repeals the old one is lost with neither."""
    root = fjordvik(tmp_path)
    write(root, "planer/klima.yaml", PLAN)
    write(root, "planer/ny.yaml", PLAN)
    goal = "tittel: Ren fjord\ntype: delmål\nplan: klima\noverordnet: gode-liv\n"
    write(root, "maal/ren-fjord.yaml", goal)
    write(root, "planer/fjordplan.yaml", PLAN.replace("[trygg-oppvekst]", "[ren-fjord]"))
    system = open_system(root, date(2024, 6, 13))
    repealed = PLAN.replace("status: vedtatt", "status: opphevet").encode()

    def make(work: Workspace) -> None:
        work.files["plans/planer/klima.yaml"] = repealed
        work.files["plans/maal/ren-fjord.yaml"] = goal.replace("plan: klima", "plan: ny").encode()

    found = seen(system, make)
    assert (found.goals, found.reanchor) == ((), ())
    lost = seen(system, lambda work: work.files.update({"plans/planer/klima.yaml": repealed}))
    assert [(one.entity, one.why) for one in lost.goals] == [("maal/ren-fjord", "plan")]
    assert [move.plan.entity for move in lost.reanchor] == ["plan/fjordplan"]


def test_every_list_is_shown_everywhere() -> None:
    """A list of consequences that is new has a heading, a place in both commands, and a key in the JSON."""
    lists = {field.name for field in fields(Consequences)}
    shown = (lists - {"law"}) | {"law_lost", "law_gained"}
    assert shown == {*HEADINGS} == {*diff_effects._LISTS} == {*whatif_text._FIRST, *whatif_text._LAST}  # noqa: SLF001 - the tables themselves
    assert len(consequences_json(Consequences())) == len(lists)


def test_an_id_that_two_files_claim_stays_with_the_file_that_had_it(tmp_path: Path) -> None:
    """The new file comes first by path, and yet the old plan has not become another."""
    fjordvik(tmp_path)
    write(tmp_path, "planer/klima/klima.yaml", PLAN)
    before = open_system(tmp_path, date(2024, 6, 15))
    write(tmp_path, "planer/andre/klima.yaml", PLAN.replace("Klimastrategi for Fjordvik", "En annen plan"))
    after = open_system(tmp_path, date(2024, 6, 15))
    assert after.register.planer["klima"].tittel == "En annen plan"
    found = Comparison(before, after).undisputed()
    assert found.register.planer["klima"].tittel == "Klimastrategi for Fjordvik"


FOLLOWS = {
    "in force": PLAN,
    "past its period": PLAN.replace("til: 2030", "til: 2023"),
    "being made": PLAN.replace("status: vedtatt", "status: igangsatt"),
    "repealed": PLAN.replace("status: vedtatt", "status: opphevet"),
}


@pytest.mark.parametrize("old", FOLLOWS)
@pytest.mark.parametrize("new", FOLLOWS)
def test_the_rule_and_the_comparison_count_alike(old: str, new: str, tmp_path: Path) -> None:
    """PL207 comes exactly when the goal is told to be followed up no more, and goes when it is told otherwise."""
    goal = "tittel: Ren fjord\ntype: delmål\nplan: samfunnsdel-2020\noverordnet: gode-liv\n"
    found: list[System] = []
    for name, text in (("foer", FOLLOWS[old]), ("etter", FOLLOWS[new])):
        root = fjordvik(tmp_path / name)
        write(root, "maal/ren-fjord.yaml", goal)
        write(root, "planer/fjordplan.yaml", text.replace("[trygg-oppvekst]", "[ren-fjord]"))
        found.append(open_system(root, date(2024, 6, 13)))
    before, after = (
        any(
            item.code == "PL207" and item.entity == "maal/ren-fjord"
            for item in diagnostics(one, Request(date(2024, 6, 13)))
        )
        for one in found
    )
    assert found[0].register is not None
    assert found[1].register is not None
    told = find_consequences(found[0].register, found[1].register)
    there = {name: any(ref.entity == "maal/ren-fjord" for ref in getattr(told, name))
             for name in ("unfollowed", "resting", "followed")}  # fmt: skip
    assert there["unfollowed"] is (after and not before)
    assert (before and not after) <= (there["resting"] or there["followed"])
    assert there["followed"] is (new == "in force" != old)
    assert sum(there.values()) <= 1


def edited(work: Workspace, file: str, old: str, new: str) -> None:
    """Write something else in a file."""
    raw = work.system.contents[file]
    assert isinstance(raw, bytes)
    assert old.encode() in raw
    work.files[file] = raw.replace(old.encode(), new.encode())


def written(work: Workspace, file: str, text: str) -> None:
    """Write a file."""
    work.files[file] = text.encode()


def test_a_deadline_that_is_moved_is_a_consequence(tmp_path: Path) -> None:
    """A plan past its next revision is so no longer when that is put off, and the other way round; told once."""
    root = fjordvik(tmp_path)
    write(root, "planer/klima.yaml", f"{PLAN}revisjon: {{neste: 2023}}\n")
    system, file = open_system(root, date(2024, 6, 13)), "plans/planer/klima.yaml"
    found = seen(system, edited, file, "neste: 2023", "neste: 2028")
    assert [(one.plan.entity, one.frist, str(one.tid)) for one in found.in_time] == [
        ("plan/klima", Overskredet.REVISJON, "2023")
    ]
    assert (found.late, found.affected) == ((), (Ref("plan/klima", "Klimastrategi for Fjordvik"),))
    same = seen(system, edited, file, "Strategien viser", "Den viser")
    assert (same.late, same.in_time) == ((), ())
    write(root, "planer/klima.yaml", f"{PLAN}revisjon: {{neste: 2028}}\n")
    late = seen(open_system(root, date(2024, 6, 13)), edited, file, "neste: 2028", "neste: 2023")
    assert [one.plan.entity for one in late.late] == ["plan/klima"]
    assert consequences_json(late)["late"] == [
        {"entity": "plan/klima", "title": "Klimastrategi for Fjordvik", "deadline": "revisjon", "date": "2023"}
    ]


def test_what_ends_is_not_told_as_in_time(tmp_path: Path) -> None:
    """A plan that is repealed is not praised for being past no deadline."""
    root = fjordvik(tmp_path)
    write(root, "planer/klima.yaml", f"{PLAN}revisjon: {{neste: 2023}}\n")
    system = open_system(root, date(2024, 6, 13))
    found = seen(system, edited, "plans/planer/klima.yaml", "status: vedtatt", "status: opphevet")
    assert [end.entity for end in found.ends] == ["plan/klima"]
    assert found.in_time == ()


def test_a_plan_to_come_is_a_promise_to_its_goal(tmp_path: Path) -> None:
    """A goal that nothing follows up, and a planned plan is anchored in: that is told, and so is that it is no more."""
    root = fjordvik(tmp_path)
    goal, file = "frisk-luft", "plans/planer/natur.yaml"
    aim = "type: delmål\nplan: samfunnsdel-2020\noverordnet: gode-liv\nkilder: [{kilde: plandokument}]\n"
    write(root, f"maal/{goal}.yaml", f"tittel: Luften er frisk\n{aim}")
    planned = f"tittel: Naturplan\ntype: temaplan\nstatus: planlagt\nforankring: [{goal}]\n"
    system = open_system(root, date(2024, 6, 13))
    found = seen(system, written, file, planned)
    assert [one.entity for one in found.promised] == [f"maal/{goal}"]
    assert (found.resting, found.followed, found.unpromised) == ((), (), ())
    write(root, "planer/natur.yaml", planned)
    gone = seen(open_system(root, date(2024, 6, 13)), edited, file, "planlagt", "utgått")
    assert ([one.entity for one in gone.unpromised], gone.promised) == ([f"maal/{goal}"], ())


@pytest.mark.parametrize(("tied", "told"), [(True, "hvilke mål som er fulgt opp"), (False, "den røde tråden")])
def test_nothing_is_said_of_a_thread_that_is_another(tmp_path: Path, tied: bool, told: str) -> None:
    """Where a plan is tied to something else, the thread is not said to be as it was; only what follows up goals is."""
    root = fjordvik(tmp_path)
    write(root, "planer/klima.yaml", PLAN)
    write(root, "planer/annen.yaml", PLAN.replace("Klima", "Annen "))
    system = open_system(root, date(2024, 6, 13))
    work = Workspace(system)
    new = ("[trygg-oppvekst]", "[trygg-oppvekst, {plan: annen}]") if tied else ("Strategien", "Denne strategien")
    edited(work, "plans/planer/klima.yaml", *new)
    diff = make_diff(Comparison(system, work.after()), work.today, lambda _: [])
    (only,) = diff_effects.effects(diff, Values(diff.names, language("nb")))
    assert only.rows[0].head.startswith(f"Endringen har ingen følger for {told}")


NEW = """\
tittel: Kommuneplanens samfunnsdel 2024–2036
type: samfunnsdel
status: til_vedtak
erstatter: [samfunnsdel-2020]
kilder: [{kilde: plandokument}]
"""
DRAFT = "tittel: {title}\ntype: delmål\nplan: samfunnsdel-2024\nutkast: true\n{more}kilder: [{{kilde: plandokument}}]\n"


def test_a_plan_on_a_draft_that_became_no_goal_is_told_of(tmp_path: Path) -> None:
    """An adoption leaves a dropped draft, a deletion takes any: the plan on it must be anchored anew, and counts."""
    root = fjordvik(tmp_path)
    write(root, "planer/samfunnsdel-2024.yaml", NEW)
    write(root, "maal/ny.yaml", DRAFT.format(title="Trygge nabolag", more=""))
    write(root, "maal/ute.yaml", DRAFT.format(title="Nok parkering", more="blir: [{utfall: utgått}]\n"))
    write(root, "maal/inn.yaml", DRAFT.format(title="Trygge gater", more="blir: [{mål: ny, utfall: sammenslått}]\n"))
    for name in ("ny", "ute", "inn"):
        write(root, f"planer/{name}-plan.yaml", PLAN.replace("trygg-oppvekst", name))
    system = open_system(root, date(2024, 6, 14))
    assert system.register
    voted = whatif.adopt(system, system.register.planer["samfunnsdel-2024"]).consequences
    moves = {move.plan.entity: move for move in voted.reanchor}
    assert {"plan/ute-plan", "plan/inn-plan"} <= moves.keys()
    assert "plan/ny-plan" not in moves
    assert [ref.entity for ref in moves["plan/ute-plan"].fra] == ["maal/ute"]
    assert moves["plan/ute-plan"].til == ()
    assert [ref.entity for ref in moves["plan/inn-plan"].til] == ["maal/ny"]
    gone = whatif.delete(system, system.register.every_maal["ny"]).consequences
    assert [move.plan.entity for move in gone.reanchor] == ["plan/ny-plan"]
    assert [ref.entity for ref in gone.affected] == ["plan/ny-plan"]
