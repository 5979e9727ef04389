"""What-if: adoption, repeal and deletion compared with what is there, no file touched."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from support.helpers import PLAN, fjordvik, run, write

from planlint.ahead.whatif import WhatIf, adopt, adopt_file, delete, repeal
from planlint.system.system import System, open_system

HELE = Path(__file__).parents[1] / "data" / "hele"
DAY = "2024-06-13"
NEW_PLAN = """\
tittel: Plan for idrett og friluftsliv 2024–2030
type: temaplan
status: på_høring
sammendrag: Planen viser hvilke anlegg kommunen skal bygge.
periode: {fra: 2024, til: 2030}
ansvarlig: oppvekst
forankring: [trygg-oppvekst]
erstatter: [idrettsplan-2022]
kilder: [{kilde: plandokument}]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A clean plan system with a history."""
    return Path(shutil.copytree(HELE, fjordvik(tmp_path / "kommune"), dirs_exist_ok=True))


def opened(root: Path, day: str = DAY) -> System:
    """Open it on a day."""
    return open_system(root, date.fromisoformat(day))


def entity(system: System, kind: str, id_: str):  # noqa: ANN201 - any kind
    """Give an entity that must be there."""
    return system.loaded.entities[kind][id_]


def codes(found: WhatIf) -> set[tuple[str, str]]:
    """Give (code, entity) of the new findings."""
    return {(item.code, item.entity) for item in found.change.new}


def names(refs: object) -> list[str]:
    """Give the names of a list of references."""
    return [ref.entity for ref in refs]  # type: ignore[attr-defined]


def test_the_weekday_of_the_question_is_no_finding(root: Path) -> None:
    """Asked on a Saturday, as on any other day: nobody says that the vote is to be held that day."""
    for day in (DAY, "2024-06-15", "2024-05-17"):
        system = opened(root, day)
        assert codes(repeal(system, entity(system, "plan", "idrettsplan-2022"))) == {("PL407", "plan/idrettsplan-2022")}


def test_the_law_is_named(root: Path) -> None:
    """A finding that rests on a law names it in every form of the answer."""
    args = ("whatif", "opphev", "samfunnsdel-2020", "--date", DAY)
    law = "plan- og bygningsloven § 11-1"
    assert f"PL604 kommuneplan-ufullstendig ({law})" in run(*args, cwd=root).stdout
    assert law in run(*args, "--output", "markdown", cwd=root).stdout
    new = json.loads(run(*args, "--output", "json", cwd=root).stdout)["findings"]["new"]
    assert [(item["class"], item["law"]) for item in new if item["code"] == "PL604"] == [("LOV", ["pbl-11-1"])]


def test_repeal_leaves_children_alone(root: Path) -> None:
    """A repealed plan is out of force, and the handlingsplan under it has nothing over it."""
    system = opened(root)
    found = repeal(system, entity(system, "plan", "idrettsplan-2022"))
    assert names(found.consequences.ends) == ["plan/idrettsplan-2022"]
    assert [move.plan.entity for move in found.consequences.children] == ["plan/handlingsplan-idrett"]
    assert codes(found) == {("PL407", "plan/idrettsplan-2022")}
    assert names(found.consequences.affected) == ["plan/handlingsplan-idrett", "plan/idrettsplan-2022"]


def test_repeal_of_the_samfunnsdel_takes_its_goals(root: Path) -> None:
    """Its goals are lost, what is anchored in them must move, and measures lose their goal."""
    system = opened(root)
    found = repeal(system, entity(system, "plan", "samfunnsdel-2020"))
    assert names(found.consequences.goals) == ["maal/gode-liv", "maal/naer-natur", "maal/trygg-oppvekst"]
    assert [move.plan.entity for move in found.consequences.reanchor] == [
        "plan/arealdel-2021", "plan/idrettsplan-2022", "plan/klimastrategi",
    ]  # fmt: skip
    assert names(found.consequences.measures) == ["tiltak/aapne-moeteplasser"]
    assert ("PL202", "plan/klimastrategi") in codes(found)


def test_a_goal_is_left_without_a_plan(root: Path) -> None:
    """Only a goal that a plan followed up, and none does any more, is told of."""
    write(
        root, "maal/ren-fjord.yaml", "tittel: Ren fjord\ntype: delmål\nplan: samfunnsdel-2020\noverordnet: gode-liv\n"
    )
    write(root, "planer/fjordplan.yaml", PLAN.replace("[trygg-oppvekst]", "[trygg-oppvekst, ren-fjord]"))
    system = opened(root)
    found = repeal(system, entity(system, "plan", "fjordplan"))
    assert names(found.consequences.unfollowed) == ["maal/ren-fjord"]
    assert ("PL207", "maal/ren-fjord") in codes(found)


@pytest.mark.parametrize("id_", ["kulturplan", "roekeplan-2010", "idrettsplan-2018"])
def test_nothing_to_repeal(root: Path, id_: str) -> None:
    """A plan that is not adopted, or is ended already, cannot be repealed: nothing changes, and why."""
    system = opened(root)
    found = repeal(system, entity(system, "plan", id_))
    assert not found.is_changed
    assert len(found.notes) == 1


def test_an_expired_plan_says_so(root: Path) -> None:
    """Nothing goes out of force with a plan whose period is over; the finding about that goes."""
    system = opened(root, "2026-02-12")
    found = repeal(system, entity(system, "plan", "handlingsplan-idrett"))
    assert found.consequences.ends == ()
    assert "PL301" in {item.code for item in found.change.gone}
    assert [note for note in found.notes if "Planperioden er over" in note]


def test_a_goal_that_is_continued_is_offered(root: Path) -> None:
    """Where a new samfunnsdel continues a goal, plans anchored in the old one are shown the new."""
    goal = "tittel: Trygg oppvekst\ntype: delmål\nplan: samfunnsdel-2024\nviderefører: [trygg-oppvekst]\n"
    write(root, "maal/trygg-oppvekst-2024.yaml", goal)
    old = (root / "plans/planer/samfunnsdel-2020.yaml").read_text(encoding="utf-8")
    new = [row for row in old.splitlines() if not row.startswith(("hendelser:", "  -", "status:", "erstatter:"))]
    write(root, "planer/samfunnsdel-2024.yaml", "\n".join([*new, "status: planlagt", "erstatter: [samfunnsdel-2020]"]))
    system = opened(root)
    found = adopt(system, entity(system, "plan", "samfunnsdel-2024"))
    offers = {move.plan.entity: names(move.til) for move in found.consequences.reanchor}
    assert offers["plan/klimastrategi"] == ["maal/trygg-oppvekst-2024"]


def test_adoption_of_a_registered_plan(root: Path) -> None:
    """The plan comes into force and must from then on have what its type asks for; its vote is taken as in order."""
    system = opened(root)
    found = adopt(system, entity(system, "plan", "kulturplan"))
    assert names(found.consequences.begins) == ["plan/kulturplan"]
    assert ("PL201", "plan/kulturplan") in codes(found)
    assert not {code for code, _ in codes(found)} & {"PL401", "PL402", "PL403"}


def test_an_announced_adoption_is_fulfilled(root: Path) -> None:
    """What was announced and did not come is no longer missing once it is adopted."""
    file = root / "plans/planer/kulturplan.yaml"
    event = "hendelser:\n  - {hva: vedtatt, dato: 2024-05-02, planlagt: true}\nkilder:"
    file.write_text(file.read_text(encoding="utf-8").replace("kilder:", event), encoding="utf-8")
    system = opened(root)
    found = adopt(system, entity(system, "plan", "kulturplan"))
    assert [item.code for item in found.change.gone] == ["PL307"]


def test_knowledge_is_noted_not_adopted(root: Path) -> None:
    """A knowledge document is taken to orientering, so no rule asks for an adoption."""
    text = "tittel: Analyse av kultur\ntype: analyse\nstatus: utkast\nsammendrag: Kort.\nansvarlig: oppvekst\n"
    write(root, "planer/kulturanalyse.yaml", text)
    system = opened(root)
    found = adopt(system, entity(system, "plan", "kulturanalyse"))
    assert names(found.consequences.begins) == ["plan/kulturanalyse"]
    assert not {code for code, _ in codes(found)} & {"PL401", "PL402", "PL403"}


def test_a_proposed_file_replaces_the_old_plan(root: Path) -> None:
    """It counts as adopted on the day: the old plan is out of force, and the plan under it may move to the new."""
    system = opened(root)
    found = adopt_file(system, "idrettsplan-2024.yaml", NEW_PLAN.encode())
    assert names(found.consequences.ends) == ["plan/idrettsplan-2022"]
    assert names(found.consequences.begins) == ["plan/idrettsplan-2024"]
    (move,) = found.consequences.children
    assert move.plan.entity == "plan/handlingsplan-idrett"
    assert names(move.til) == ["plan/idrettsplan-2024"]
    assert "PL404" not in {code for code, _ in codes(found)}


def test_a_proposed_file_takes_the_place_of_its_own_plan(root: Path) -> None:
    """A new version of a plan that is there stands where the old one stood, with its own defects only."""
    system = opened(root)
    text = (root / "plans/planer/klimastrategi.yaml").read_text(encoding="utf-8")
    changed = text.replace("forankring: [trygg-oppvekst]\n", "").replace("til: 2030", "til: 2034")
    found = adopt_file(system, "klimastrategi.yaml", changed.encode())
    assert codes(found) == {("PL201", "plan/klimastrategi")}
    assert adopt_file(system, "klimastrategi.yaml", text.encode()).consequences.begins == ()


def test_a_fault_in_a_proposed_file_is_a_new_finding(root: Path) -> None:
    """What check would say about the file, what-if says too."""
    found = adopt_file(opened(root), "ny.yaml", NEW_PLAN.replace("ansvarlig: oppvekst", "ansvarlig: opvekst").encode())
    assert ("PL102", "plan/ny") in codes(found)
    found = adopt_file(opened(root), "ny.yaml", NEW_PLAN.replace("ansvarlig:", "ansvarleg:").encode())
    assert ("PL004", "plan/ny") in codes(found)


def test_deletion_breaks_references(root: Path) -> None:
    """A deleted goal leaves plans to anchor anew, goals without a goal above, and unknown references."""
    system = opened(root)
    found = delete(system, entity(system, "maal", "trygg-oppvekst"))
    assert [move.plan.entity for move in found.consequences.reanchor] == ["plan/idrettsplan-2022", "plan/klimastrategi"]
    assert "PL102" in {code for code, _ in codes(found)}
    top = delete(system, entity(system, "maal", "gode-liv"))
    assert names(top.consequences.orphans) == ["maal/naer-natur", "maal/trygg-oppvekst"]


def test_deletion_of_a_draft_names_the_input_that_loses_it(root: Path) -> None:
    """All of it, and that the file can tell that nothing became of the draft; what is no plan is not counted as one."""
    draft = "tittel: Utkast\ntype: delmål\nplan: samfunnsdel-2020\nutkast: true\nkilder: [{kilde: plandokument}]\n"
    write(root, "maal/utkast-x.yaml", draft)
    for name in ("a", "b"):
        said = "plan: samfunnsdel-2020\nmål: [utkast-x]\navsender: innbygger\narena: høring\ndato: 2019\n"
        write(root, f"innspill/{name}.yaml", f"tittel: Om {name}\n{said}kilder: [{{kilde: plandokument}}]\n")
    system = opened(root)
    found = delete(system, entity(system, "maal", "utkast-x"))
    assert names(found.consequences.others) == ["innspill/a", "innspill/b"]
    assert found.consequences.affected == ()
    assert [note for note in found.notes if "utfall: utgått" in note]


def test_deletion_of_an_adopted_plan_is_advised_against(root: Path) -> None:
    """Its history would be lost; repeal is the way. What the file itself was at fault for goes with it."""
    write(root, "planer/feil.yaml", PLAN.replace("sammendrag:", "samendrag:"))
    system = opened(root)
    found = delete(system, entity(system, "plan", "feil"))
    assert "PL004" in {item.code for item in found.change.gone}
    assert [note for note in found.notes if "Opphev" in note]


def test_no_file_is_touched(root: Path) -> None:
    """The folder is the same, byte for byte, after every kind of what-if."""

    def state() -> dict[str, bytes]:
        return {str(file): file.read_bytes() for file in sorted(root.rglob("*")) if file.is_file()}

    before = state()
    write(root.parent, "ny.yaml", NEW_PLAN)
    for args in (("opphev", "klimastrategi"), ("vedta", "kulturplan"), ("slett", "trygg-oppvekst"),
                 ("vedta", str(root.parent / "plans/ny.yaml"))):  # fmt: skip
        done = run("whatif", *args, "--date", DAY, cwd=root)
        assert (done.returncode, done.stderr) == (0, "")
    assert state() == before


def test_text_for_a_terminal(root: Path) -> None:
    """What changes, in words; and one clear sentence where nothing does."""
    done = run("whatif", "opphev", "idrettsplan-2022", "--date", DAY, cwd=root)
    assert (
        done.stdout
        == """\
Hva skjer hvis «Plan for idrett og friluftsliv» oppheves 13.6.2024?
Planer som blir berørt: 2. Nye funn: 1. Funn som blir borte: 0.

Står ikke lenger som i kraft (1)
  Plan for idrett og friluftsliv (plan/idrettsplan-2022)

Planer som mister planen over seg (1)
  Handlingsplan for idrett (plan/handlingsplan-idrett)
    Mister: Plan for idrett og friluftsliv (plan/idrettsplan-2022)

Planer som mister den røde tråden til samfunnsdelen (1)
  Handlingsplan for idrett (plan/handlingsplan-idrett)

Nye funn (1)
  Plan for idrett og friluftsliv (plan/idrettsplan-2022)
    Hva: Planen har status «Opphevet», men «Handlingsplan for idrett» (handlingsplan-idrett) hører inn under den og står fortsatt som gjeldende.
    Regel: feil PL407 foreldreløse-etter-oppheving
"""  # noqa: E501 - as it is printed
    )
    benk = "tittel: Benk\nmål: [trygg-oppvekst]\nansvarlig: oppvekst\nkilder: [{kilde: plandokument}]\n"
    write(root, "tiltak/benk.yaml", benk)
    assert "Ingenting endrer seg" in run("whatif", "slett", "benk", "--date", DAY, cwd=root).stdout


def test_what_is_gained_is_told_too(root: Path) -> None:
    """An adoption answers a law, follows up a goal that nobody did, and may be due within the year: each in words."""
    goal = "tittel: Ren fjord\ntype: delmål\nplan: samfunnsdel-2020\noverordnet: gode-liv\n"
    write(root, "maal/ren-fjord.yaml", goal)
    (root / "forslag").mkdir()
    proposed = root / "forslag" / "fjordplan.yaml"
    new = NEW_PLAN.replace("til: 2030", "til: 2025-05").replace("[trygg-oppvekst]", "[ren-fjord]")
    proposed.write_text(
        new.replace("erstatter: [idrettsplan-2022]", "hjemmel: [smittevernloven-7-1]"), encoding="utf-8"
    )
    shown = run("whatif", "vedta", str(proposed), "--date", DAY, cwd=root).stdout
    plan = "Plan for idrett og friluftsliv 2024–2030"
    assert "\nMål som nå blir fulgt opp av noe som står som i kraft (1)\n  Ren fjord (maal/ren-fjord)\n" in shown
    law = f"  smittevernloven § 7-1\n    Endring: Ikke dokumentert → Ja\n    Planer: {plan} (plan/fjordplan)\n"
    assert f"\nLovkrav som er bedre dekket (1)\n{law}" in shown
    assert f"\nUtløper innen ett år (1)\n  {plan}\n    Fil: plan/fjordplan\n    Dato: mai 2025\n" in shown


def test_findings_that_say_the_same_are_one_row(root: Path) -> None:
    """Two plans anchored in the same lost goal share a row, and the heading still counts both."""
    shown = run("whatif", "opphev", "samfunnsdel-2020", "--date", DAY, cwd=root).stdout
    assert "  «Plan for idrett og friluftsliv» og «Klimastrategi for Fjordvik»\n" in shown


def test_known_findings_are_counted(root: Path) -> None:
    """A finding that is accepted already is a number, and so is an avvik with nothing left to answer for."""
    write(root, "planer/klimastrategi.yaml", PLAN.replace("forankring: [trygg-oppvekst]\n", ""))
    assert run("avvik", "add", "--reason", "Avklares", "--date", DAY, cwd=root).returncode == 0
    shown = run("whatif", "opphev", "klimastrategi", "--date", DAY, cwd=root).stdout
    assert "1 kjent avvik eller unntak faller bort." in shown
    unanchored = (root / "plans/planer/klimastrategi.yaml").read_text(encoding="utf-8")
    planned = [row for row in PLAN.splitlines() if not row.startswith(("hendelser:", "  -"))]
    write(root, "planer/klimastrategi.yaml", "\n".join(planned).replace("status: vedtatt", "status: planlagt"))
    (root / "forslag").mkdir()
    proposed = root / "forslag" / "klimastrategi.yaml"
    proposed.write_text(unanchored, encoding="utf-8")
    shown = run("whatif", "vedta", str(proposed), "--date", DAY, cwd=root).stdout
    assert "1 nytt funn er godtatt fra før." in shown


def test_markdown_for_a_case_paper(root: Path) -> None:
    """A heading, and a table for everything that changes."""
    shown = run("whatif", "opphev", "idrettsplan-2022", "--date", DAY, "--output", "markdown", cwd=root).stdout
    assert shown.startswith("# Hva skjer hvis «Plan for idrett og friluftsliv» oppheves 13.6.2024?\n")
    assert "\n## Planer som mister planen over seg (1)\n\n| Plan | Mister | Kan flyttes til |\n|---|---|---|\n" in shown


def test_json_is_a_contract(root: Path) -> None:
    """Every promised key is there, empty lists too."""
    done = run("whatif", "opphev", "idrettsplan-2022", "--date", DAY, "--output", "json", cwd=root)
    data = json.loads(done.stdout)
    assert list(data) == [
        "schema", "planlint", "date", "root", "action", "entity", "title", "changed", "notes", "affected",
        "outOfForce", "inForce", "goalsWithoutPlan", "goalsWithoutParent", "goalsLost", "measures", "others",
        "children", "reanchor", "consequences", "findings",
    ]  # fmt: skip
    assert data["outOfForce"] == [{"entity": "plan/idrettsplan-2022", "title": "Plan for idrett og friluftsliv"}]
    assert list(data["children"][0]) == ["entity", "title", "loses", "candidates"]
    assert list(data["findings"]) == ["new", "gone", "covered", "idle"]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("opphev", "klimastrategien"), "Mente du «klimastrategi»?"),
        (("slett", "xyz"), "Fant ingen med id «xyz»."),
        (("opphev", "gode-liv"), "maal/gode-liv er ingen plan."),
        (("vedta", "finnes-ikke.yaml"), "Kan ikke lese finnes-ikke.yaml"),
        (("vedta", "plans/maal/gode-liv.yaml"), "kan ikke leses som en plan."),
    ],
)
def test_wrong_use_is_exit_code_2(root: Path, args: tuple[str, str], said: str) -> None:
    """An unknown id gets a suggestion, what is no plan is told, and nothing is printed on standard output."""
    if args[1].startswith("plans/"):
        write(root, "maal/gode-liv.yaml", "[")
    done = run("whatif", *args, "--date", DAY, cwd=root)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_two_of_the_same_id_and_a_broken_declaration(root: Path) -> None:
    """An id that means two things is asked about; without a declaration there is no what-if."""
    write(root, "tiltak/klimastrategi.yaml", "tittel: Klima\nmål: [trygg-oppvekst]\n")
    assert "Flere har id «klimastrategi»" in run("whatif", "slett", "klimastrategi", "--date", DAY, cwd=root).stderr
    write(root, "plansystem.yaml", "[")
    done = run("whatif", "slett", "klimastrategi", "--date", DAY, cwd=root)
    assert done.returncode == 2
    assert "plansystem.yaml kan ikke brukes" in done.stderr


def test_a_planstrategi_may_be_adopted_too(root: Path) -> None:
    """Its decisions count from then: what is late by them is told, and nothing of the day on which we asked."""
    text = (
        'tittel: Ny planstrategi\nvalgperiode: "2023-2027"\nhendelser: [{hva: vedtatt, dato: 2099, planlagt: true}]\n'
    )
    write(root, "planstrategier/ny.yaml", text)
    late = "beslutninger: {ny: {valg: revideres, oppstart: 2023, ferdig: 2023}}\n"
    write(root, "planer/sen.yaml", PLAN.replace("Klimastrategi", "Sen") + late)
    done = run("whatif", "vedta", "ny", "--date", "2026-06-13", cwd=root)
    assert done.returncode == 0, done.stderr
    assert "Hva skjer hvis «Ny planstrategi» vedtas 13.6.2026?" in done.stdout
    assert "PL505" in done.stdout
    assert "Det er mer enn ett år etter" not in done.stdout
    gone = run("whatif", "opphev", "ny", "--date", "2026-06-13", cwd=root)
    assert "er ingen plan. Bare planer kan vedtas og oppheves" in gone.stderr
