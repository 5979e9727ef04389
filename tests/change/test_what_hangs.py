"""What hangs on something that a change ends or deletes: told of what is still to count on it, and of nothing else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import PLAN, fjordvik, write

from planlint.change.comparison import Comparison
from planlint.change.consequence_model import Consequences
from planlint.change.diff import make_diff
from planlint.check.request import Request
from planlint.check.run import diagnostics, report_of
from planlint.output.consequences import post_lost
from planlint.output.words import said
from planlint.system.system import System, open_system
from planlint.text.language import language

DAY = date(2024, 6, 13)
GOAL = "tittel: Ren fjord\ntype: delmål\nplan: klima\noverordnet: gode-liv\nkilder: [{kilde: plandokument}]\n"
UNDER = PLAN.replace("[trygg-oppvekst]", "[{plan: klima}, trygg-oppvekst]").replace("Klimastrategi", "Havneplan")
REPEALED = PLAN.replace("status: vedtatt", "status: opphevet")


def compared(root: Path, before: dict[str, str], after: dict[str, str | None]) -> tuple[System, System]:
    """Open Fjordvik with some files, and with others (None: gone) after."""
    systems = []
    for name, files in (("foer", before), ("etter", {**before, **after})):
        folder = fjordvik(root / name)
        for path, text in files.items():
            if text is not None:
                write(folder, path, text)
        systems.append(open_system(folder, DAY))
    old, new = systems
    return old, new


def follows(root: Path, before: dict[str, str], after: dict[str, str | None]) -> Consequences:
    """Give what follows."""
    found = make_diff(Comparison(*compared(root, before, after)), DAY, lambda _: []).consequences
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("under", "told"),
    [
        (UNDER, True),
        (UNDER.replace("status: vedtatt", "status: planlagt"), True),
        (UNDER.replace("status: vedtatt\n", ""), True),
        (UNDER.replace("status: vedtatt", "status: opphevet"), False),
        (UNDER.replace("til: 2030", "til: 2023"), False),
    ],
    ids=["in force", "planned", "unknown", "repealed", "past its period"],
)
def test_a_plan_under_one_that_ends(tmp_path: Path, under: str, told: bool) -> None:
    """A plan that is planned loses it too, and keeps what else it has; one that is over is left with what it had."""
    found = follows(tmp_path, {"planer/klima.yaml": PLAN, "planer/havn.yaml": under}, {"planer/klima.yaml": REPEALED})
    moves = [move for move in found.children if move.plan.entity == "plan/havn"]
    assert bool(moves) is told
    assert all([ref.entity for ref in move.har] == ["maal/trygg-oppvekst"] for move in moves)


def test_a_challenge_and_a_draft_lose_their_goal(tmp_path: Path) -> None:
    """The challenge that no other goal answers, and the draft that says it became the goal that is deleted."""
    before = {
        "planer/klima.yaml": PLAN,
        "maal/ren-fjord.yaml": GOAL,
        "maal/fjord-utkast.yaml": f"{GOAL}utkast: true\nblir: [{{mål: ren-fjord, utfall: uendret}}]\n",
        "utfordringer/a.yaml": "tittel: A\nmål: [ren-fjord]\n",
        "utfordringer/b.yaml": "tittel: B\nmål: [ren-fjord, naer-natur]\n",
    }
    found = follows(tmp_path, before, {"maal/ren-fjord.yaml": None})
    assert [ref.entity for ref in found.challenges] == ["utfordring/a"]
    assert [ref.entity for ref in found.others] == ["maal/fjord-utkast"]


BUDGET = f"""{PLAN}budsjett:
  tittel: Klimabudsjett
  enhet: tonn
  poster:
    - {{tittel: Biler, verdi: -3, tiltak: [a, b]}}
    - {{tittel: Båter, verdi: -1, tiltak: [b]}}
"""


@pytest.mark.parametrize(
    ("after", "told"),
    [(None, [("Biler", 1, 2)]), (BUDGET.replace("[a, b]", "[b]"), [])],
    ids=["named still", "taken out"],
)
def test_a_budget_loses_a_measure(tmp_path: Path, after: str | None, told: list[tuple[str, int, int]]) -> None:
    """The row that names the measure that is deleted, and no other; one that the change takes it out of is no loss."""
    before = {"planer/klima.yaml": BUDGET, **{f"tiltak/{id_}.yaml": f"tittel: {id_}\nplan: klima\n" for id_ in "ab"}}
    files = {"planer/klima.yaml": after or BUDGET, "tiltak/a.yaml": None}
    found = follows(tmp_path, before, files)
    assert [(one.post, one.lost, one.of) for one in found.posts] == told
    assert all(post_lost(one, language("nb")).startswith("posten «Biler» i «Klimabudsjett» mister 1 av 2")
               for one in found.posts)  # fmt: skip


@pytest.mark.parametrize(
    ("files", "gone", "told"),
    [
        (
            {"planer/klima.yaml": PLAN},
            "maal/trygg-oppvekst.yaml",
            "må planen forankres i noe annet og tiltaket knyttes til et annet mål eller en plan.",
        ),
        (
            {"planer/klima.yaml": UNDER.replace("klima", "havn"), "planer/havn.yaml": PLAN},
            "planer/havn.yaml",
            "eller ta bort henvisningen.",
        ),
        (
            {"planer/klima.yaml": PLAN, "maal/ren-fjord.yaml": GOAL},
            "planer/klima.yaml",
            "må målet stå i en annen plan.",
        ),
        (
            {},
            "maal/gode-liv.yaml",
            "av typen hovedmål over seg. Registeret viser ikke noe annet mål av typen hovedmål som gjelder.",
        ),
    ],
    ids=["the only anchor", "one of two anchors", "the plan of a goal", "the goal above"],
)
def test_no_rule_forbids_what_is_advised(tmp_path: Path, files: dict[str, str], gone: str, told: str) -> None:
    """Only a reference that may be empty is said to be taken away; the others must lead elsewhere."""
    assert told in help_of_deleted(tmp_path, files, gone)


def help_of_deleted(root: Path, before: dict[str, str], gone: str) -> str:
    """Give what is to be done where a file is deleted, one of Fjordvik's own too."""
    systems = []
    for name in ("foer", "etter"):
        folder = fjordvik(root / name)
        for path, text in before.items():
            write(folder, path, text)
        if name == "etter":
            (folder / "plans" / gone).unlink()
        systems.append(open_system(folder, DAY))
    old, new = systems
    report = report_of(new, Request(DAY, base="main", select=("PL102",)), Comparison(old, new, "main"))
    return " ".join(str(said(item.diagnostic, language("nb")).help) for item in report.findings)


def test_a_plan_whose_name_is_taken_is_told_by_its_title(tmp_path: Path) -> None:
    """It is not read, and yet the reader is told what it is; both commands say which file is one too many."""
    new = PLAN.replace("Klimastrategi for Fjordvik", "En annen plan")
    old, now = compared(tmp_path, {"planer/klima.yaml": PLAN}, {"planer/andre/klima.yaml": new})
    diff = make_diff(Comparison(old, now), DAY, lambda system: diagnostics(system, Request(DAY)))
    (entry,) = diff.entries
    assert (entry.what, entry.tittel, entry.file) == ("doubled", "En annen plan", "plans/planer/andre/klima.yaml")
    assert diff.findings is not None
    (twin,) = [item for item in diff.findings.new if item.code == "PL101"]
    assert (twin.place.file, twin.finding.variant) == ("plans/planer/andre/klima.yaml", "lagt_til")
