"""Time the site beside mkdocs with as many pages of the same texts, in the same run. Nothing is asserted.

`python tests/benchmarks/site.py [ENTITIES]`; mkdocs is left out where it is not installed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

from generate import generate

BIN = Path(sys.executable).parent
DATE = "2024-06-15"


def run(command: list[str], cwd: Path) -> tuple[float, int]:
    """Run a command; give seconds and the most memory it and what it started took, in MB."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    assert status == 0, command
    return time.perf_counter() - start, usage.ru_maxrss // 1024


def as_mkdocs(system: Path, project: Path, pages: int) -> None:
    """Lay out a mkdocs project with as many pages, filled with the plan system's texts in turn."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((system / "plans").rglob("*.yaml"))]
    (project / "docs").mkdir(parents=True)
    (project / "mkdocs.yml").write_text("site_name: Planer\nnav: [index.md]\n", encoding="utf-8")
    for number in range(pages):
        name = "index" if number == 0 else f"side-{number}"
        body = texts[number % len(texts)].replace("\n", "\n\n")
        (project / "docs" / f"{name}.md").write_text(f"# Side {number}\n\n{body}\n", encoding="utf-8")


def report(line: str) -> None:
    """Print a line."""
    sys.stdout.write(line + "\n")


def main(entities: int) -> None:
    """Print seconds, pages, memory and the ratio."""
    with tempfile.TemporaryDirectory() as folder:
        system, out, project = (Path(folder, name) for name in ("system", "site", "mkdocs"))
        system.mkdir()
        generate(system, entities)
        seconds, memory = run([str(BIN / "planlint"), "build", "--date", DATE, "--out", str(out)], system)
        pages = sum(1 for _ in out.rglob("*.html"))
        report(f"planlint build  {entities} entities, {pages} pages: {seconds:.1f} s, {memory} MB")
        if find_spec("mkdocs") is None:
            report("mkdocs is not installed: no ratio")
            return
        as_mkdocs(system, project, pages)
        other, memory = run([str(BIN / "mkdocs"), "build", "--quiet"], project)
        report(f"mkdocs build    {pages} pages: {other:.1f} s, {memory} MB; planlint takes {seconds / other:.2f} of it")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
