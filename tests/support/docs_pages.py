"""The pages of the manual as a test sees them: their code blocks, and what is said about how each is run.

A page says in comments, which no reader sees, where its commands are run:

    <!-- kjøres i: baerum -->     Bærum's plan system in a git repository (the others are in docs_places.py)
    <!-- kjøres ikke: grunn -->   the next block is not run, and why
    <!-- fil: plans/x.yaml -->    the next block is the text of this file; it is written before what follows is run

A command ends with 0, unless its comment says «sluttkode 1». In a console block, what stands under a command is
found in what it prints, line by line in that order; «…» stands for what is left out. Lines after <<'WORD' belong to
the command, until one that is the word alone.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / ".github/CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^ *(?P<mark>`{3,})(?P<kind>[^\n]*)\n(?P<text>.*?)^ *(?P=mark)\s*$", re.MULTILINE | re.DOTALL)
SAID = re.compile(r"<!-- (kjøres i|kjøres ikke|fil): *(.+?) *-->")


class Block(NamedTuple):
    """A code block, the line it begins on, and what the comments before it say."""

    page: Path
    line: int
    kind: str
    text: str
    place: str
    why_not: str
    file: str


class Command(NamedTuple):
    """A command as it is typed, the exit code that is told, and the lines that are shown under it."""

    text: str
    code: int
    shown: list[str]


def name(page: Path) -> str:
    """Give a page's name in a report."""
    return page.relative_to(ROOT).as_posix()


def blocks(page: Path) -> list[Block]:
    """Give the code blocks of a page in their order."""
    text = page.read_text(encoding="utf-8")
    found, place, since = [], "", 0
    for match in BLOCK.finditer(text):
        said: dict[str, str] = dict(SAID.findall(text[since : match.start()]))
        place = said.get("kjøres i", place)
        again = place if "kjøres i" in said else ""
        line = text.count("\n", 0, match.start()) + 1
        lines = match["text"].splitlines()
        indent = min((len(row) - len(row.lstrip()) for row in lines if row.strip()), default=0)
        plain = "".join(row[indent:] + "\n" for row in lines)
        found.append(
            Block(page, line, match["kind"].strip(), plain, again, said.get("kjøres ikke", ""), said.get("fil", ""))
        )
        since = match.end()
    return found


def _typed(line: str) -> tuple[str, int]:
    command, _, comment = line.partition("  #")
    told = re.search(r"sluttkode (\d+)", comment)
    return command.strip(), int(told[1]) if told else 0


def commands(block: Block) -> list[Command]:
    """Give the commands of a block; a line that ends in a backslash goes on."""
    found: list[Command] = []
    text = block.text.replace("\\\n", " ")
    until = ""
    for line in text.splitlines():
        if until:
            found[-1] = found[-1]._replace(text=f"{found[-1].text}\n{line}")
            until = "" if line == until else until
        elif here := re.search(r"<<'(\w+)'$", line):
            until = here[1]
            found.append(Command(line, 0, []))
        elif block.kind == "console" and not line.startswith("$ "):
            if found:
                found[-1].shown.append(line)
        elif line.strip() and not line.startswith("#"):
            found.append(Command(*_typed(line.removeprefix("$ ")), []))
    return found


def is_run(block: Block) -> bool:
    """Tell whether a block has a command of planlint's and nobody says that it is not run."""
    return not block.why_not and any(item.text.startswith("planlint ") for item in commands(block)) and is_shell(block)


def is_shell(block: Block) -> bool:
    """Tell whether a block is of commands."""
    return block.kind in {"sh", "console"}
