"""PL001 where the system refuses to open a file, which no example can be made of."""

from __future__ import annotations

from planlint.source.find import SourceFile
from planlint.system.load import load_files


def test_a_file_that_cannot_be_opened() -> None:
    """PL001 says so at the top of the file, and the id is still known."""
    loaded = load_files([SourceFile("plans/planer/x.yaml", "plan")], {"plans/planer/x.yaml": PermissionError(13, "no")})
    ((code, finding),) = loaded.findings
    assert (code, finding.variant) == ("PL001", "uleselig")
    assert ("plan", "x") in loaded.opaque
