"""What the manual tells its reader to type, works as it is told."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import pytest
from support.docs_pages import PAGES, Block, Command, blocks, commands, is_run, is_shell, name
from support.docs_places import PLACES, environment

from planlint.cli.lazy_group import COMMANDS

if TYPE_CHECKING:
    from pathlib import Path

KINDS = {"yaml", "text", "python", "markdown", "sql", "toml", "jinja", "lua"}
TYPED = re.compile(rf"^(\$ |(\S*/)?planlint ({'|'.join(COMMANDS)})\b)", re.MULTILINE)
RUN = [page for page in PAGES if any(is_run(block) for block in blocks(page))]


class Shell:
    """Runs one command after the other, from the folder that the last one left."""

    def __init__(self, tmp_path: Path) -> None:
        """Make what every place needs; the place itself comes with the first block."""
        self.tmp_path, self.env = tmp_path, environment(tmp_path)
        self.folder = tmp_path
        self.made = 0

    def move(self, place: str) -> None:
        """Make a place anew and stand in it."""
        self.made += 1
        folder = self.tmp_path / f"sted{self.made}"
        folder.mkdir()
        self.folder = PLACES[place](folder, self.env)

    def run(self, command: str) -> tuple[int, str]:
        """Run a command; give its exit code and all it printed."""
        after = self.tmp_path / "etter"
        script = f'{command}\nkode=$?\npwd > "{after}"\nexit $kode'
        done = subprocess.run(
            ["bash", "-o", "pipefail", "-c", script], cwd=self.folder, env=self.env, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, encoding="utf-8", timeout=300, check=False,
        )  # fmt: skip
        self.folder = type(self.folder)(after.read_text(encoding="utf-8").strip())
        return done.returncode, done.stdout


def missing(shown: list[str], printed: str) -> str:
    """Give the first line that is shown and not printed after the one before it; nothing when all are there."""
    rest = iter(line.rstrip() for line in printed.splitlines())
    wanted = [line.rstrip() for line in shown if line.strip() not in {"", "…"}]
    return next((line for line in wanted if not any(line == there for there in rest)), "")


def try_block(shell: Shell, block: Block) -> list[str]:
    """Run the commands of a block; give what went otherwise than told."""
    wrong = []
    for command in commands(block):
        code, printed = shell.run(command.text)
        where = f"{name(block.page)}:{block.line}: {command.text}"
        if code != command.code:
            wrong.append(f"{where}: sluttkode {code}, ikke {command.code}\n{printed[-1500:]}")
        elif line := missing(command.shown, printed):
            wrong.append(f"{where}: dette står ikke i svaret: {line}\n{printed[-3000:]}")
    return wrong


@pytest.mark.parametrize("page", RUN, ids=name)
def test_every_command_works_as_it_is_told(page: Path, tmp_path: Path) -> None:
    """From top to bottom of a page: each command ends with the code that is told, and prints what is shown."""
    shell, wrong = Shell(tmp_path), []
    for block in blocks(page):
        if block.place:
            shell.move(block.place)
        if block.file:
            file = shell.folder / block.file
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block.text, encoding="utf-8")
        elif is_run(block):
            assert shell.made, f"{name(page)}:{block.line}: the page does not say where"
            wrong += try_block(shell, block)
    assert not wrong, "\n".join(wrong)


def test_no_command_hides_from_the_test() -> None:
    """A block with a command of planlint's is marked as one (sh or console), also when it is not run."""
    hidden = [
        f"{name(page)}:{block.line}"
        for page in PAGES
        for block in blocks(page)
        if not is_shell(block) and block.kind not in KINDS
    ]
    assert hidden == []
    typed = [
        f"{name(page)}:{block.line}"
        for page in PAGES
        for block in blocks(page)
        if not is_shell(block) and TYPED.search(block.text)
    ]
    assert typed == []


def test_the_guides_are_run() -> None:
    """The README and every guide with commands are among the pages that are run, with plenty of commands."""
    assert {"README.md", "docs/veiledning/forste-kommune.md", "docs/veiledning/import.md"} <= {*map(name, RUN)}
    assert sum(len(commands(block)) for page in RUN for block in blocks(page) if is_run(block)) > 60


def test_what_is_shown_is_looked_for() -> None:
    """The comparison sees a line that is not printed, and one that comes too early."""
    assert missing(["a", "…", "c"], "a\nb\nc\n") == ""
    assert missing(["a", "x"], "a\nb\n") == "x"
    assert missing(["b", "a"], "a\nb\n") == "a"
    told = Block(PAGES[0], 1, "console", "$ planlint check  # sluttkode 1\net funn\n", "", "", "")
    assert commands(told) == [Command("planlint check", 1, ["et funn"])]
