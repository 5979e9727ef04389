"""What the manual names is there: paths, rules, commands, options, targets of make, and names in the code."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import click
import pytest
from setup import STEPS
from support.docs_pages import BLOCK, PAGES, ROOT, name
from support.house import LAYERS

from planlint.cli.lazy_group import planlint
from planlint.rules.all_rules import RULES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MANUAL = [*PAGES, ROOT / ".github/SECURITY.md"]
CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
TOPS = {path.name for path in ROOT.iterdir()} - {".git", ".venv", "site", "build", "dist"}
DEVELOP = [page for page in MANUAL if "develop" in page.parts]


def coded(page: Path) -> list[str]:
    """Give what stands in code type in the text of a page, its blocks aside."""
    return CODE.findall(BLOCK.sub("", page.read_text(encoding="utf-8")))


@cache
def options() -> dict[str, set[str]]:
    """Give every command of planlint's, as typed, with its options."""
    top = click.Context(planlint, info_name="planlint")
    found = {"planlint": {opt for param in planlint.get_params(top) for opt in param.opts}}

    def gather(typed: str, group: click.Group, context: click.Context) -> None:
        for word in group.list_commands(context):
            command = group.get_command(context, word)
            assert command is not None
            below = click.Context(command, info_name=word, parent=context)
            found[f"{typed} {word}"] = {opt for param in command.get_params(below) for opt in param.opts}
            if isinstance(command, click.Group):
                gather(f"{typed} {word}", command, below)

    gather("planlint", planlint, top)
    return found


def typed(page: Path) -> Iterator[str]:
    """Give every command of planlint's on a page: in code type, and line by line in the blocks."""
    yield from (text for text in coded(page) if text.startswith("planlint "))
    for block in BLOCK.finditer(page.read_text(encoding="utf-8")):
        if block["kind"].strip() in {"sh", "console"}:
            for line in block["text"].replace("\\\n", " ").splitlines():
                text = line.strip().removeprefix("$ ").removeprefix(".venv/bin/").partition("  #")[0]
                if text.startswith("planlint "):
                    yield text


def typed_in(page: Path) -> list[str]:
    """Give the blocks of commands on a page."""
    found = BLOCK.finditer(page.read_text(encoding="utf-8"))
    return [block["text"] for block in found if block["kind"].strip() in {"sh", "console"}]


def unknown(command: str) -> list[str]:
    """Give what a command names that planlint does not have."""
    words = command.split()
    if re.fullmatch(r"[A-ZÆØÅ…-][A-ZÆØÅ-]*|…", words[1]):
        words = ["planlint", *(word for word in words[2:] if word.startswith("--help"))]
    known = next((" ".join(words[:n]) for n in (3, 2, 1) if " ".join(words[:n]) in options()), "")
    if known in {"", "planlint"} and not (len(words) > 1 and words[1].startswith("-")) and len(words) > 1:
        return [words[1]]
    asked = {word.partition("=")[0].strip("[]") for word in words if re.match(r"\[?--?[a-z]", word)}
    return sorted(asked - options()[known])


@pytest.mark.parametrize("page", MANUAL, ids=name)
def test_every_command_and_option_exists(page: Path) -> None:
    """Also in a block that is not run, and an option that is named alone is some command's."""
    assert {text: unknown(text) for text in typed(page) if unknown(text)} == {}
    every = set().union(*options().values())
    alone = {text.split()[0].partition("=")[0] for text in coded(page) if text.startswith("--")}
    assert alone - every - OTHERS == set()


# Options of other programs that the manual names: tests/benchmarks/run.py, pytest, Zensical and tools/.
OTHERS = {
    "--sizes", "--only", "--runs", "--without-peers", "--json", "--update-expected", "--strict", "--gather",
}  # fmt: skip


@pytest.mark.parametrize("page", MANUAL, ids=name)
def test_every_rule_exists(page: Path) -> None:
    """A rule that is named has a page; PL999 stands for one that is to be made."""
    codes = set(re.findall(r"\bPL\d{3}\b", page.read_text(encoding="utf-8")))
    assert codes - set(RULES) - {"PL999"} == set()
    groups = set(re.findall(r"\bPL\d\b", page.read_text(encoding="utf-8")))
    assert all(any(code.startswith(group) for code in RULES) for group in groups)


@pytest.mark.parametrize("page", MANUAL, ids=name)
def test_every_path_exists(page: Path) -> None:
    """A path in code type that begins at the top of the repository exists; `<x>`, `*` and capitals are any name."""
    paths = {text.rstrip("/") for text in coded(page) if text.split("/")[0] in TOPS and " " not in text}
    gone = [
        path for path in paths if not any(ROOT.glob(re.sub(r"<[^>]+>|\b[A-Z]{3,}\b|PL999|pl999|\bnNNN\b", "*", path)))
    ]
    assert gone == []


@pytest.mark.parametrize("page", MANUAL, ids=name)
def test_every_link_leads_somewhere(page: Path) -> None:
    """As on GitHub: a relative link names a file, and an anchor a heading in it."""
    text = BLOCK.sub("", page.read_text(encoding="utf-8"))
    for target, anchor in re.findall(r"\]\((?![a-z]+:)([^)#\s]*)(#[^)\s]*)?\)", text):
        file = (page.parent / target).resolve() if target else page
        assert file.exists(), target
        if anchor:
            headings = re.findall(r"^#+ (.*)$", file.read_text(encoding="utf-8"), re.MULTILINE)
            slugs = {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in headings}
            assert anchor[1:] in slugs, anchor


@pytest.mark.parametrize("page", MANUAL, ids=name)
def test_every_target_of_make_exists(page: Path) -> None:
    """`make x` is told only of targets that there are, and `tools/setup.py x` only of its steps."""
    rows = re.findall(r"^([a-z ]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    text = "\n".join([*coded(page), *typed_in(page)])
    assert set(re.findall(r"^make ([a-z]+)", text, re.MULTILINE)) <= {word for row in rows for word in row.split()}
    assert set(re.findall(r"^(?:\S*python3? )?tools/setup.py ([a-z]+)", text, re.MULTILINE)) <= set(STEPS)


@cache
def defined() -> set[str]:
    """Give every name that planlint, its tests and its tools define: functions, classes and constants."""
    folders = (ROOT / "planlint", ROOT / "tests", ROOT / "tools")
    text = "\n".join(path.read_text(encoding="utf-8") for folder in folders for path in sorted(folder.rglob("*.py")))
    return {*re.findall(r"(?:def|class) (\w+)", text), *re.findall(r"^([A-Z]\w+)(?::[^=\n]+)? =", text, re.MULTILINE)}


@pytest.mark.parametrize("page", DEVELOP, ids=name)
def test_every_name_in_the_code_exists(page: Path) -> None:
    """A function that is told of as `name()`, a class as `Name` or a constant as `NAME` is defined somewhere."""
    words = {text.partition("(")[0] for text in coded(page) if re.fullmatch(r"\w+\(.*\)", text)}
    words |= {text for text in coded(page) if re.fullmatch(r"[A-Z][a-z]+[A-Za-z]+|[A-Z]{2,}_?[A-Z]+", text)}
    assert words - defined() - NOT_OURS == set()


# Names of other programs, of files, of classes of rules, and words of click's.
NOT_OURS = {"LOV", "LOKAL", "FORMAT", "LICENSE", "Makefile", "PLANLINT_DATE"}


def test_the_readme_is_short() -> None:
    """A stranger reads all of it."""
    assert (ROOT / "README.md").stat().st_size <= 6 * 1024


def test_every_dependency_has_its_reason() -> None:
    """Each package that pyproject.toml asks for stands in the table of its extra, and no other does."""
    import tomllib  # noqa: PLC0415 - only here

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {"": project["dependencies"], **project["optional-dependencies"]}
    page = (ROOT / "docs/develop/dependencies.md").read_text(encoding="utf-8")
    for extra, packages in wanted.items():
        names = {re.split(r"[\[>=<;~! ]", item)[0].lower() for item in packages} - {"planlint"}
        head = f"## `{extra}`" if extra else "## Always"
        assert head in page, extra
        part = page.split(head)[1].split("\n## ")[0]
        told = {
            word.strip() for row in re.findall(r"^\| ([a-z][^|]*) \|", part, re.MULTILINE) for word in row.split(",")
        }
        assert told == names, extra


def test_the_picture_is_the_house() -> None:
    """The floors that the architecture draws are those that the layers' test holds, from the top."""
    picture = (ROOT / "docs/develop/architecture.md").read_text(encoding="utf-8").split("```text\nplanlint/\n")[1]
    drawn = [tuple(re.findall(r"(\w+)/(?= )", line)) for line in picture.split("```")[0].splitlines()]
    assert drawn == list(LAYERS)
