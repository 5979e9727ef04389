"""PL010 and a file so large that it would be no example."""

from __future__ import annotations

from pathlib import Path

from support.helpers import PLAN, check, fjordvik, write
from support.rule_cases import TODAY

from planlint.output.check_formats import render


def test_a_large_file(tmp_path: Path) -> None:
    """PL010 tells the size and the limit, and shows no text of the file."""
    write(fjordvik(tmp_path), "planer/klimastrategi.yaml", PLAN + "merknad: " + "a" * 300 * 1024 + "\n")
    report = check(tmp_path, TODAY)
    assert [item.diagnostic.code for item in report.findings] == ["PL010"]
    assert "Filen er på 300 KiB. Grensen er 256 KiB." in render(report, "text")
