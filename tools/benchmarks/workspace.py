"""Lay out what is measured: a plan system in git, and the same items and texts for what planlint stands beside."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import tarfile
import zipfile
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


def wheel(folder: Path) -> Path:
    """Lay out planlint as it is installed from its wheel: with compiled catalogues, and data beside the code."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder / "made")]
    subprocess.run(command, cwd=HERE.parents[1], env=environment(), check=True, capture_output=True)
    (made,) = (folder / "made").glob("*.whl")
    with zipfile.ZipFile(made) as packed:
        packed.extractall(folder / "planlint")  # noqa: S202 - made a moment ago by ourselves
    return folder / "planlint"


BAERUM = "dfe474a"
"""The commit with Bærum's files as they were when the aims were set: what is measured is then the same every time."""


def baerum(root: Path) -> bool:
    """Lay out Bærum's plan system as it was; tell whether this history has it (one that was cut short has not)."""
    here = HERE.parents[1]
    packed = subprocess.run(["git", "archive", BAERUM, "plans"], cwd=here, capture_output=True, check=False)
    if packed.returncode:
        return False
    root.mkdir()
    with tarfile.open(fileobj=io.BytesIO(packed.stdout)) as archive:
        archive.extractall(root, filter="data")
    git(root, "init", "-q", "-b", "main")
    commit(root)
    return True


_LAYOUT = "<!doctype html><title>{title}</title><main>{content}</main>\n"
_MATTER = {"hugo": "---\ntitle: Side {number}\n---\n", "eleventy": "---\ntitle: Side {number}\nlayout: side.njk\n---\n"}
_TEXTS = {"mkdocs": "docs", "zensical": "docs", "hugo": "content", "eleventy": ""}
_MADE = {
    "mkdocs": {"mkdocs.yml": "site_name: Planer\nnav: [index.md]\n"},
    "zensical": {"mkdocs.yml": "site_name: Planer\nnav: [index.md]\n"},
    "hugo": {
        "config.toml": 'title = "Planer"\nbaseURL = "/"\ndisableKinds = ["taxonomy", "term", "RSS"]\n',
        "layouts/_default/single.html": _LAYOUT.format(title="{{ .Title }}", content="{{ .Content }}"),
        "layouts/_default/list.html": _LAYOUT.format(title="{{ .Title }}", content="{{ .Content }}"),
    },
    "eleventy": {"_includes/side.njk": _LAYOUT.format(title="{{ title }}", content="{{ content | safe }}")},
}
"""What each needs beside the texts: a layout of one line, no search and no theme but their own."""


def site_projects(system: Path, folder: Path, pages: int) -> None:
    """Lay out a project for each that makes a site, with as many pages, of the plan system's texts in turn."""
    paths = sorted((system / "plans").rglob("*.yaml"))
    for program_, files in _MADE.items():
        for path, text in files.items():
            (folder / program_ / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / program_ / path).write_text(text, encoding="utf-8")
        (folder / program_ / _TEXTS[program_]).mkdir(exist_ok=True)
    for number in range(pages):
        body = paths[number % len(paths)].read_text(encoding="utf-8").replace("\n", "\n\n")
        for program_, below in _TEXTS.items():
            name = f"side-{number}" if number else "_index" if program_ == "hugo" else "index"
            head = _MATTER.get(program_, "").format(number=number)
            text = f"{head}# Side {number}\n\n{body}\n"
            (folder / program_ / below / f"{name}.md").write_text(text, encoding="utf-8")
