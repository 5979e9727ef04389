"""Reading a whole plan system at its edges: what one file has to do with the findings of another."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from helpers import DATE, PLAN, fjordvik, write

from planlint.api import check
from planlint.diagnostic import Span
from planlint.source.find import SourceFile
from planlint.system.load import load

NO_TITLE = PLAN.partition("\n")[2]
NO_STATUS = NO_TITLE.replace("status: vedtatt\n", "")


def told(root: Path, *codes: str) -> list[tuple[str, str, int]]:
    """Give code, file and line of what a check finds."""
    report = check(root, date.fromisoformat(DATE), select=codes)
    return [
        (item.diagnostic.code, item.diagnostic.place.file.rpartition("/")[2], item.span.line)
        for item in report.findings
    ]


@pytest.mark.parametrize("before", [("a",), ("a", "b")])
def test_a_doubtful_and_invalid_value_hides_no_doubt_in_the_files_before(
    tmp_path: Path, before: tuple[str, ...]
) -> None:
    """It is told once, as invalid; the doubtful value that stands in the same place of another file is told too."""
    root = fjordvik(tmp_path)
    for name in before:
        write(root, f"planer/{name}.yaml", f"tittel: no\n{NO_TITLE}")
    write(root, "planer/c.yaml", f"status: no\ntittel: Klima\n{NO_STATUS}")
    write(root, "planer/d.yaml", f"tittel: no\n{NO_TITLE}")
    expected = [*(("PL008", f"{name}.yaml", 1) for name in before), ("PL006", "c.yaml", 1), ("PL008", "d.yaml", 1)]
    assert told(root, "PL006", "PL008") == expected


def test_the_first_files_doubt_is_told_once_as_invalid(tmp_path: Path) -> None:
    """Also where no finding of another file stands before it, and where the file has two doubts."""
    root = fjordvik(tmp_path)
    text = f"status: no\ntittel: off\n{NO_STATUS}"
    write(root, "planer/a.yaml", text)
    assert told(root, "PL006", "PL008") == [("PL006", "a.yaml", 1), ("PL008", "a.yaml", 2)]


def test_a_file_that_cannot_be_read_is_told_at_its_start_with_the_reason() -> None:
    """The operating system's words where it has any, else the name of what happened."""
    paths = ["plans/planer/a.yaml", "plans/planer/b.yaml"]
    files = [SourceFile(path, "plan") for path in paths]
    loaded = load(files, dict(zip(paths, (PermissionError(13, "ingen tilgang"), OSError()), strict=True)))
    assert [
        (code, finding.variant, finding.args["grunn"], finding.place.span) for code, finding in loaded.findings
    ] == [
        ("PL001", "uleselig", "ingen tilgang", Span(1, 1, 1, 1)),
        ("PL001", "uleselig", "OSError", Span(1, 1, 1, 1)),
    ]


def test_two_files_with_one_name_and_one_in_the_wrong_place_are_told_at_their_start() -> None:
    """There is no line in them that is wrong."""
    text = PLAN.encode()
    files = [SourceFile("plans/planer/a.yaml", "plan"), SourceFile("plans/planer/x/a.yaml", "plan")]
    files.append(SourceFile("plans/plan/b.yaml", ""))
    loaded = load(files, {file.path: text for file in files})
    start = Span(1, 1, 1, 1)
    assert [
        (code, finding.place.file, finding.place.span, [other.place.span for other in finding.related])
        for code, finding in loaded.findings
    ] == [("PL101", "plans/planer/x/a.yaml", start, [start]), ("PL007", "plans/plan/b.yaml", start, [])]
