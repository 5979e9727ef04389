"""The tools that planlint stands beside, each asked for what comes nearest to the same work on the same files.

yamllint and ryl read the form of the YAML only, by the same rules; check-jsonschema validates by planlint's own
schemas; doorstop follows the links. None of them may keep anything from one run to the next.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from timing import Row, program

SCHEMAS = Path(__file__).parents[2] / "schema"
KINDS = {"planer": "plan", "maal": "maal", "indikatorer": "indikator", "tiltak": "tiltak"}
YAMLLINT, JSONSCHEMA, RYL, DOORSTOP, MKDOCS = "yamllint", "check-jsonschema", "ryl", "doorstop", "mkdocs"
HUGO, ELEVENTY, ZENSICAL = "hugo", "eleventy", "zensical"
AT_ONCE = 10_000
"""How many files check-jsonschema is given at a time: a command line has a longest length."""
PLAIN = "import sys; sys.modules['rfc3987_syntax'] = None; import check_jsonschema; sys.exit(check_jsonschema.main())"
"""check-jsonschema as it is by itself: a package that others here need makes it a second slower to start."""


def _validations(root: Path) -> Iterator[list[str]]:
    for folder, kind in KINDS.items():
        files = sorted(path.relative_to(root).as_posix() for path in (root / "plans" / folder).rglob("*.yaml"))
        for start in range(0, len(files), AT_ONCE):
            schema = str(SCHEMAS / f"{kind}.json")
            yield [sys.executable, "-c", PLAIN, "--schemafile", schema, *files[start : start + AT_ONCE]]


def _row(name: str, commands: list[list[str]], cwd: Path, *, slow: bool = True) -> Row:
    return Row(name, commands, cwd, slow=slow, missing="" if program(name) else "ikke installert")


def linters(root: Path) -> list[Row]:
    """Give the rows of the tools that read the plan system's own files."""
    folders = [f"plans/{name}" for name in KINDS if (root / "plans" / name).is_dir()]
    return [
        _row(YAMLLINT, [[program(YAMLLINT), "-d", "relaxed", *folders]], root),
        _row(JSONSCHEMA, [*_validations(root)], root),
        _row(RYL, [[program(RYL), "check", "--no-cache", "-d", "relaxed", *folders]], root, slow=False),
    ]


def doorstop(project: Path) -> Row:
    """Give the row of doorstop, in a project of its own; it changes no file there."""
    return _row(DOORSTOP, [[program(DOORSTOP), "--no-reformat"]], project)


def sites(folder: Path) -> list[Row]:
    """Give the rows of those that make a site of Markdown, each in a project of its own (`workspace.site_projects`)."""
    commands = {
        MKDOCS: ("build", "--quiet", "--clean"),
        HUGO: ("--quiet",),
        ELEVENTY: ("--quiet",),
        ZENSICAL: ("build", "--clean"),
    }
    return [_row(name, [[program(name), *asked]], folder / name) for name, asked in commands.items()]
