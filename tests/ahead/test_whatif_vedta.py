"""`planlint whatif vedta` says what `planlint vedta` does: the same findings, the same sentences, the same refusals."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from support.helpers import PLAN, check, fjordvik, run, write

from planlint.ahead.expected_vote import expected_vote
from planlint.ahead.whatif import WhatIf, adopt, register_in
from planlint.edit import Decision, EditError, Workspace, apply, consequences, record_vedtak
from planlint.model import Plan, Planstrategi
from planlint.output.words import said
from planlint.system import UsageError
from planlint.system.system import open_system
from planlint.text import language

T = TypeVar("T")
HELE = Path(__file__).parents[1] / "data" / "hele"
DAY = date(2024, 6, 13)  # a Thursday: the day of the question is no finding
ON_DAY = ("--date", DAY.isoformat())
DRAFT = """\
tittel: Trygge nabolag
type: delmål
plan: samfunnsdel-2024
overordnet: gode-liv
nummer: "1.1"
utkast: true
variant: A
kilder: [{kilde: plandokument}]
"""
GONE = DRAFT.replace("variant: A\n", "variant: B\nblir: [{utfall: utgått}]\n").replace("Trygge", "Trygge og grønne")
INPUT = "tittel: Si det sterkere\nplan: samfunnsdel-2024\nmål: [utkast-a]\navsender: ungdomsrådet\narena: høring\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A plan system with a history, a new samfunnsdel with drafts and input, and announced votes."""
    root = Path(shutil.copytree(HELE, fjordvik(tmp_path / "kommune"), dirs_exist_ok=True))
    old = (root / "plans/planer/samfunnsdel-2020.yaml").read_text(encoding="utf-8")
    rows = [row for row in old.splitlines() if not row.startswith(("hendelser:", "  -", "status:", "erstatter:"))]
    new = [*rows, "status: til_vedtak", "erstatter: [samfunnsdel-2020]",
           "hendelser: [{hva: vedtatt, dato: 2024-12-12, planlagt: true}]"]  # fmt: skip
    write(root, "planer/samfunnsdel-2024.yaml", "\n".join(new) + "\n")
    write(root, "maal/utkast-a.yaml", DRAFT)
    write(root, "maal/utkast-b.yaml", GONE)
    write(root, "innspill/sterkere.yaml", INPUT)
    late = PLAN.replace("{hva: vedtatt, dato: 2022-02-16, organ: kommunestyret, sak: 7/22}",
                        "{hva: vedtatt, dato: 2024-05-02, planlagt: true}").replace("status: vedtatt", "status: igangsatt")  # fmt: skip # noqa: E501
    write(root, "planer/varslet.yaml", late)
    write(root, "planstrategier/ny.yaml", 'tittel: Ny planstrategi\nvalgperiode: "2023-2027"\n')
    return root


def _found(root: Path) -> Counter[tuple[str, str, str]]:
    """Give every finding that a check has, in its words."""
    shown = check(root, DAY).findings
    lang = language("nb")
    return Counter((one.code, one.entity, said(one, lang).message) for one in (item.diagnostic for item in shown))


def _asked(root: Path, name: str) -> tuple[WhatIf | None, Workspace, str]:
    """Give what what-if answers, the edit that a vote is, and the words of a refusal: of both, or of none."""
    system = open_system(root, DAY)
    register, (kind, _, id_) = register_in(system), name.partition("/")
    entity = register.entities[kind][id_]
    assert isinstance(entity, Plan | Planstrategi)
    work = Workspace(system)

    def voted() -> None:
        record_vedtak(work, register, entity, expected_vote(register, entity))
        consequences(work)

    answer, asked = _tried(lambda: adopt(system, entity))
    _, made = _tried(voted)
    assert asked == made, name
    return answer, work, made


def _tried(make: Callable[[], T]) -> tuple[T | None, str]:
    """Give what comes of it, and the words of a refusal."""
    try:
        return make(), ""
    except (UsageError, EditError) as error:
        return None, str(error)


def test_what_if_finds_what_the_vote_does(root: Path, tmp_path: Path) -> None:
    """Of every plan and planstrategi: new and gone findings are those of a check before and after the real vote."""
    before, tried = _found(root), 0
    entities, lang = open_system(root, DAY).loaded.entities, language("nb")
    for name in sorted(one.entity for kind in ("plan", "planstrategi") for one in entities[kind].values()):
        answer, work, _ = _asked(root, name)
        if answer is None:
            continue
        copy = Path(shutil.copytree(root, tmp_path / f"copy-{tried}"))
        apply(copy, work.changes(), work.was())
        after = _found(copy)
        for items, expected in ((answer.change.new, after - before), (answer.change.gone, before - after)):
            assert Counter((one.code, one.entity, said(one, lang).message) for one in items) == expected, name
        assert answer.told == tuple(work.told), name
        tried += 1
    assert tried > 8


@pytest.mark.parametrize(
    ("file", "text", "why"),
    [
        ("utkast-b", DRAFT.replace("variant: A", "variant: B"), "Flere utkast har nummer 1.1"),
        ("utkast-c", DRAFT.replace("gode-liv", "utkast-b").replace("1.1", "1.1.1"), "står under utkastet"),
    ],
)
def test_a_refusal_is_told_by_both(root: Path, file: str, text: str, why: str) -> None:
    """What stops the vote, stops the question, in the same words."""
    write(root, f"maal/{file}.yaml", text)
    assert why in _asked(root, "plan/samfunnsdel-2024")[2]


def test_the_commands_refuse_alike(root: Path) -> None:
    """A refusal is exit code 2 and the same sentence from both commands."""
    write(root, "maal/utkast-c.yaml", DRAFT)
    asked = run("whatif", "vedta", "samfunnsdel-2024", *ON_DAY, cwd=root)
    made = run("vedta", "samfunnsdel-2024", "--dato", DAY.isoformat(), "--sak", "9/24", *ON_DAY, cwd=root)
    assert (asked.returncode, asked.stdout, asked.stderr) == (made.returncode, "", made.stderr)
    assert made.returncode == 2


def test_the_drafts_are_no_finding(root: Path) -> None:
    """The vote makes goals of the drafts, so nobody is told that they are drafts still; how many is told."""
    shown = run("whatif", "vedta", "samfunnsdel-2024", *ON_DAY, cwd=root).stdout
    assert "PL412" not in shown
    assert "Utkast som blir mål i planen: 1." in shown
    assert "«Kommuneplanens samfunnsdel 2020–2032» blir erstattet av «" in shown
    assert "registeret viser ikke svaret på 1 innspill" in shown
    assert "PL411" in shown


def test_an_announced_vote_is_the_one_that_was_made(root: Path) -> None:
    """Of a new plan it goes, also when the day was another; of a plan that applies, it may be the next and stays."""

    def left(name: str, hva: str) -> bool:
        system = open_system(root, DAY)
        register, work = register_in(system), Workspace(system)
        plan = register.planer[name]
        record_vedtak(work, register, plan, Decision(DAY, "9/24", "kommunestyret", hva))
        return b"planlagt" in work.open(plan.file).bytes()

    assert not left("samfunnsdel-2024", "")
    for announced, is_kept in (("2024-06-13", False), ("2024-06", False), ("2030", True)):
        event = f"  - {{hva: revidert, dato: {announced}, planlagt: true}}\nansvarlig"
        write(root, "planer/gjelder.yaml", PLAN.replace("ansvarlig", event, 1))
        assert left("gjelder", "revidert") == is_kept


def test_no_bodies_is_said_as_that(root: Path) -> None:
    """Where nobody is declared who can vote, both say so, and no option that could not be given."""
    file = root / "plans/plansystem.yaml"
    text = file.read_text(encoding="utf-8")
    start = text.index("organer:")
    end = next(at for at in range(start + 8, len(text)) if text[at - 1] == "\n" and text[at] not in " \n#")
    file.write_text(text[:start] + text[end:], encoding="utf-8")
    asked = run("whatif", "vedta", "plan/varslet", *ON_DAY, cwd=root)
    assert asked.returncode == 2
    assert "plansystem.yaml har ingen «organer»" in asked.stderr
