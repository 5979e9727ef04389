"""What the examples of PL001, PL010 and PL104 cannot show: files that are too large, unreadable, or very many."""

from datetime import date
from pathlib import Path

from helpers import PLAN, fjordvik, write

from planlint.api import check
from planlint.system.load import load
from planlint.output import render
from planlint.source.find import SourceFile

TODAY = date(2024, 6, 15)
GOAL = "tittel: Mål {n}\ntype: delmål\nplan: samfunnsdel-2020\noverordnet: maal-{over}\n"


def test_a_file_that_cannot_be_opened() -> None:
    """PL001 says so at the top of the file, and the id is still known."""
    loaded = load([SourceFile("plans/planer/x.yaml", "plan")], {"plans/planer/x.yaml": PermissionError(13, "no")})
    ((code, finding),) = loaded.findings
    assert (code, finding.variant) == ("PL001", "uleselig")
    assert ("plan", "x") in loaded.opaque


def test_a_large_file(tmp_path: Path) -> None:
    """PL010 tells the size and the limit, and shows no text of the file."""
    write(fjordvik(tmp_path), "planer/klimastrategi.yaml", PLAN + "merknad: " + "a" * 300 * 1024 + "\n")
    report = check(tmp_path, TODAY)
    assert [item.diagnostic.code for item in report.findings] == ["PL010"]
    assert "Filen er på 300 KiB. Grensen er 256 KiB." in render(report, "text")


def test_a_ring_of_thousands_is_one_finding(tmp_path: Path) -> None:
    """PL104 follows long rings without recursion, and its message stays short."""
    fjordvik(tmp_path)
    for n in range(3000):
        write(tmp_path, f"maal/maal-{n}.yaml", GOAL.format(n=n, over=(n + 1) % 3000))
    found = check(tmp_path, TODAY, select=("PL104",)).findings
    assert [item.diagnostic.place.file for item in found] == ["plans/maal/maal-0.yaml"]
    assert len(found[0].related) == 2999
    assert len(str(found[0].diagnostic.finding.args["ring"])) < 150
