"""Every rule's examples are its tests: `ok` gives nothing, `bad` gives exactly its expected.txt, from all rules at once."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from planlint.check.request import Request
from planlint.check.run import report_of
from support.helpers import check
from planlint.output.examples import BASE, DEFAULT_DATE, check_example, lay_out
from planlint.output.check_formats import render
from planlint.check.report import Report
from planlint.rules.all_rules import RULES
from planlint.source.find import find_files
from planlint.system.system import open_system, system_of

HERE = Path(__file__).parent
EXAMPLES = sorted(path for path in HERE.glob("PL*/*") if path.is_dir())


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_example(example: Path, tmp_path: Path, update_expected: bool) -> None:
    """The example says exactly what it promises, and nothing else."""
    report = check_example(example, tmp_path)
    text = render(report, "text").replace(str(tmp_path), "")
    if example.name.startswith("ok"):
        assert report.findings == (), text
        return
    expected = example / "expected.txt"
    if update_expected:
        expected.write_text(text, encoding="utf-8")
    assert text == expected.read_text(encoding="utf-8")
    assert {item.diagnostic.code for item in report.findings} == {example.parent.name}


COMPANY = HERE.parent / "data" / "selskap"
ORDERED = [path for path in EXAMPLES if not (path / BASE).is_dir()]
FIRST = ("PL102",)  # what several files lack is told at the first of them


@pytest.mark.parametrize("example", ORDERED, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_the_order_of_files_changes_nothing(example: Path, tmp_path: Path) -> None:
    """A file that a rule passes over says nothing about those read after it: here are some that most rules pass over."""

    def found(report: Report) -> list[tuple[str, str, str]]:
        told = [item.diagnostic for item in report.findings]
        return sorted((each.code, each.entity, each.finding.variant) for each in told)

    day = lay_out(example, tmp_path)
    shutil.copytree(COMPANY, tmp_path, dirs_exist_ok=True)
    system = open_system(tmp_path, day)
    backwards = system_of(tmp_path, find_files(tmp_path)[::-1], system.contents, day)
    assert found(report_of(backwards, Request(day, ignore=FIRST))) == found(
        report_of(system, Request(day, ignore=FIRST))
    )


def test_the_shared_plan_system_is_clean(tmp_path: Path) -> None:
    """What examples are laid over has no findings of its own."""
    shutil.copytree(HERE / "felles", tmp_path, dirs_exist_ok=True)
    report = check(tmp_path, date.fromisoformat(DEFAULT_DATE))
    assert report.findings == (), render(report, "text")


@pytest.mark.parametrize("code", RULES)
def test_every_rule_has_a_good_and_a_bad_example(code: str) -> None:
    """A rule without examples has neither tests nor documentation."""
    names = [path.name for path in EXAMPLES if path.parent.name == code]
    assert any(name.startswith("ok-") for name in names)
    assert any(name.startswith("bad-") for name in names)


def test_the_company_is_clean(tmp_path: Path) -> None:
    """What is read beside the examples has no findings of its own."""
    for folder in (HERE / "felles", COMPANY):
        shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    report = check(tmp_path, date.fromisoformat(DEFAULT_DATE))
    assert {item.diagnostic.code for item in report.findings} <= {"PL701"}, render(report, "text")


def test_no_example_without_a_rule() -> None:
    """An example of a rule that does not exist would test nothing."""
    assert {path.parent.name for path in EXAMPLES} <= set(RULES)
