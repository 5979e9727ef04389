"""What the command line says of a filled-in form: `planlint form`, and then `planlint check` of what it wrote."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING, Any, NamedTuple

from click.testing import CliRunner

from planlint.cli.check import command as check
from planlint.cli.form import command as form

if TYPE_CHECKING:
    from pathlib import Path

    from click import Command


_NOBODY = ("-c", "user.name=twin", "-c", "user.email=twin@example.org", "-c", "commit.gpgsign=false")


class Said(NamedTuple):
    """The files that a form changes, what the check of the change finds, and why the form cannot be used."""

    files: dict[str, str]
    found: list[tuple[Any, ...]]
    refused: str


class Commands:
    """A plan system on disk and in git, which is set back after each form."""

    def __init__(self, root: Path, day: str) -> None:
        """Hold its folder and its day."""
        self.root, self.asked = root, ["--root", str(root), "--date", day]
        self.before = self._files()
        for command in (["init", "-q"], ["add", "plans"], ["commit", "-qm", "before"]):
            subprocess.run(["git", "-C", str(root), *_NOBODY, *command], check=True, capture_output=True)

    def _files(self) -> dict[str, bytes]:
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for path in sorted((self.root / "plans").rglob("*"))
            if path.is_file()
        }

    def _run(self, command: Command, *asked: str) -> Any:
        return CliRunner().invoke(command, [*asked, *self.asked])

    def findings(self) -> list[tuple[Any, ...]]:
        """Give what the check of a proposal finds that nobody has let stand: code, place and words."""
        done = self._run(check, "--base", "HEAD", "--output", "json")
        rows = [row for row in json.loads(done.stdout)["findings"] if row["status"] == "new"]
        return sorted(
            tuple(row[name] for name in ("code", "path", "line", "column", "message", "help")) for row in rows
        )

    def said(self, body: str) -> Said:
        """Give what becomes of a form."""
        file = self.root / "endring.md"
        file.write_text(body, encoding="utf-8")
        done = self._run(form, str(file))
        if done.exit_code:
            assert done.exit_code == 2, done.output
            return Said({}, [], done.stderr)
        after = self._files()
        changed = {path: raw.decode() for path, raw in after.items() if self.before.get(path) != raw}
        found = self.findings()
        for path in changed:
            if path in self.before:
                (self.root / path).write_bytes(self.before[path])
            else:
                (self.root / path).unlink()
        return Said(changed, found, "")
