"""The whole of it at once: a real-looking clean system gives nothing, and eight defects give eight findings."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from support.helpers import DATE, check, fjordvik, write

TODAY = date.fromisoformat(DATE)
HELE = Path(__file__).parents[1] / "data" / "hele"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A plan system with a history: chains of replaced plans, goals of a replaced samfunnsdel, a plan without dates."""
    return Path(shutil.copytree(HELE, fjordvik(tmp_path), dirs_exist_ok=True))


def found(root: Path) -> list[tuple[str, str, int]]:
    """Give (code, file, line) of every finding."""
    report = check(root, TODAY)
    return [
        (item.diagnostic.code, item.diagnostic.place.file.removeprefix("plans/"), item.span.line)
        for item in report.findings
    ]


def edit(root: Path, path: str, old: str, new: str) -> None:
    """Replace a piece of text that must be there exactly once."""
    text = (root / "plans" / path).read_text(encoding="utf-8")
    assert text.count(old) == 1
    write(root, path, text.replace(old, new))


def test_a_clean_system_gives_nothing(root: Path) -> None:
    """Replaced plans, superseded goals that nobody uses, plans without dates: none of them is a defect."""
    assert found(root) == []


def test_eight_defects_at_once_give_eight_findings(root: Path) -> None:
    """One finding per cause, all in one run, each at its own place."""
    edit(root, "planer/klimastrategi.yaml", "forankring: [trygg-oppvekst]\n", "")
    edit(root, "planer/idrettsplan-2022.yaml", "forankring: [trygg-oppvekst]", "forankring: [trygg-opvekst]")
    edit(root, "planer/handlingsplan-idrett.yaml", "til: 2025", "til: 2023")
    edit(root, "planer/arealdel-2021.yaml", "2021-03-24", "2023-02-30")
    edit(root, "planer/idrettsplan-2014.yaml", "status: erstattet", "status: vedtatt")
    edit(root, "planer/levekaarsanalyse-2023.yaml", "ansvarlig: oppvekst\n", "")
    edit(root, "planer/kulturplan.yaml", "type: temaplan\n", "type: temaplan\ntype: temaplan\n")
    write(root, "maal/ren-fjord.yaml", GOAL)
    assert found(root) == [
        ("PL207", "maal/ren-fjord.yaml", 2),
        ("PL006", "planer/arealdel-2021.yaml", 7),
        ("PL301", "planer/handlingsplan-idrett.yaml", 5),
        ("PL404", "planer/idrettsplan-2014.yaml", 3),
        ("PL102", "planer/idrettsplan-2022.yaml", 13),
        ("PL201", "planer/klimastrategi.yaml", 2),
        ("PL003", "planer/kulturplan.yaml", 3),
        ("PL408", "planer/levekaarsanalyse-2023.yaml", 3),
    ]


GOAL = """\
tittel: Fjorden er ren nok til å bade i
type: delmål
plan: samfunnsdel-2020
overordnet: gode-liv
kilder: [{kilde: plandokument}]
"""


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        ("planer/samfunnsdel-2020.yaml", "2020-06-17", "2023-02-30", "PL006"),
        ("planer/samfunnsdel-2020.yaml", "tittel: ", "\ttittel: ", "PL001"),
        ("planer/samfunnsdel-2020.yaml", "erstatter: [samfunnsdel-2016]", "erstatter: samfunnsdel-2016", "PL006"),
        ("planer/arealdel-2021.yaml", "type: arealdel", "type: areal-del", "PL102"),
        ("planer/idrettsplan-2018.yaml", "periode:", "peiode:", "PL004"),
        ("plansystem.yaml", "  samfunnsdel:", "  samfunnsdelen:", "PL102"),
    ],
)
def test_a_fault_at_the_top_does_not_spread(root: Path, path: str, old: str, new: str, code: str) -> None:
    """The plan that everything else rests on has a fault: one finding, and nothing about what rests on it."""
    edit(root, path, old, new)
    assert [item[0] for item in found(root)] == [code]


def test_a_missing_samfunnsdel_is_told_where_it_is_referred_to(root: Path) -> None:
    """Not again as a gap in the kommuneplan, a plan replaced by nothing and an arealdel tied to nothing."""
    (root / "plans/planer/samfunnsdel-2020.yaml").unlink()
    assert [item[0] for item in found(root)] == ["PL102"]
