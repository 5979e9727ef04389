"""Lay out what is measured: a plan system in git, and the same items for doorstop and the same texts for mkdocs."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from timing import environment, program

HERE = Path(__file__).parent
LINK = re.compile(r"maal-(\d+)")
PREFIX = {"maal": "MAAL", "planer": "PLAN", "indikatorer": "IND", "tiltak": "TILTAK"}
NOBODY = ("-c", "user.name=x", "-c", "user.email=x@example.com", "-c", "commit.gpgsign=false", "-c", "gc.auto=0")


def git(root: Path, *args: str) -> None:
    """Run git in a folder, whatever the machine's own settings."""
    alone = {**environment(), "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(["git", *NOBODY, *args], cwd=root, env=alone, check=True, capture_output=True)


def commit(root: Path) -> None:
    """Commit everything in a folder."""
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "x")


def plan_system(root: Path, files: int) -> int:
    """Make a plan system in git, with a branch «endring» in which one file of a hundred is changed; count its files."""
    root.mkdir()
    subprocess.run([sys.executable, HERE / "generate.py", root, str(files)], check=True)  # its memory is not ours
    git(root, "init", "-q", "-b", "main")
    commit(root)
    git(root, "checkout", "-q", "-b", "endring")
    for number in range(max(1, files // 100)):
        file = root / "plans" / "planer" / f"b{number % 50}" / f"plan-{number}.yaml"
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("status: vedtatt", "status: under_revisjon"), encoding="utf-8")
    commit(root)
    git(root, "checkout", "-q", "main")
    os.sync()
    return sum(1 for _ in (root / "plans").rglob("*.yaml"))


def doorstop_items(system: Path, project: Path) -> None:
    """Lay out a doorstop project with an item for each generated file and a link for each of its links.

    doorstop reviews the items and stamps the links the first time; that is not measured.
    """
    project.mkdir()
    git(project, "init", "-q")
    for folder, prefix in PREFIX.items():
        (project / folder).mkdir()
        parent = "" if prefix == "MAAL" else "  parent: MAAL\n"
        settings = f"settings:\n  digits: 6\n  itemformat: yaml\n{parent}  prefix: {prefix}\n  sep: ''\n"
        (project / folder / ".doorstop.yml").write_text(settings, encoding="utf-8")
        for path in sorted((system / "plans" / folder).glob("b*/*.yaml")):
            number = int(path.stem.rpartition("-")[2])
            (project / folder / f"{prefix}{number:06}.yml").write_text(_item(path, number, folder), encoding="utf-8")
    subprocess.run([program("doorstop")], cwd=project, env=environment(), check=True, capture_output=True)
    commit(project)


def _item(path: Path, number: int, folder: str) -> str:
    """Give a doorstop item with a file's whole text, and its links."""
    text = path.read_text(encoding="utf-8")
    goals = dict.fromkeys(LINK.findall(text)) if folder != "maal" else {}
    links = "".join(f"\n- MAAL{int(goal):06}: null" for goal in goals) or " []"
    body = "".join(f"  {line}\n" for line in text.splitlines())
    return (
        f"active: true\nderived: {'false' if goals else 'true'}\nheader: ''\nlevel: {number + 1}\nlinks:{links}\n"
        f"normative: true\nref: ''\nreviewed: null\ntext: |\n{body}"
    )


def mkdocs_pages(system: Path, project: Path, pages: int) -> None:
    """Lay out a mkdocs project with as many pages, filled with the plan system's texts in turn."""
    paths = sorted((system / "plans").rglob("*.yaml"))
    (project / "docs").mkdir(parents=True)
    (project / "mkdocs.yml").write_text("site_name: Planer\nnav: [index.md]\n", encoding="utf-8")
    for number in range(pages):
        name = "index" if number == 0 else f"side-{number}"
        body = paths[number % len(paths)].read_text(encoding="utf-8").replace("\n", "\n\n")
        (project / "docs" / f"{name}.md").write_text(f"# Side {number}\n\n{body}\n", encoding="utf-8")
