"""Try the set-up as a stranger meets it: fresh clones, old and new Pythons, old and new pips, and an index of tomorrow.

    python tools/try_setup.py [--all]

Each try is a clone in a folder of its own, set up by the pip named, with `make install`, `planlint check` and
`planlint build`. The index then also has a newer release of every locked package, which does not work: what is
installed must be what the lock names. The oldest Python found with the oldest pip, and the newest with the newest;
`--all` tries every pair. What is tried is what is committed.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from zipfile import ZipFile

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parents[1]
# By hash, as everything that CI installs; 22.3 and 23.1 do not start on Python 3.12.
PIPS = {
    "22.3": "1daab4b8d3b97d1d763caeb01a4640a2250a0ea899e257b1e44b9eded91e15ab",
    "23.2": "78e5353a9dda374b462f2054f83a7b63f3f065c98236a68361845c1b0ee7e35f",
    "24.3": "461877c364317128146d1eb33c62c2a80e33cb23b4cafdf4ad728bc74958e0dd",
}
NEWEST = "the newest"  # the one that requirements/installer.txt names
BEFORE_312 = ("22.3",)
DAY = "2026-11-21"
LIMIT = 600
# Run by the clone's own Python, since a lock may name one version for old Pythons and another for new ones.
FITTING = """
import sys, pathlib, re
from packaging.requirements import Requirement
for name in sys.argv[1:]:
    for line in re.findall(r"^[\\w.-]+.*==.*$", pathlib.Path(name).read_text(encoding="utf-8"), re.MULTILINE):
        found = Requirement(line.split("--hash")[0].rstrip().removesuffix("\\\\"))
        if found.marker is None or found.marker.evaluate():
            print(found.name, str(found.specifier).removeprefix("=="))
"""
INSTALLED = "import importlib.metadata as m; [print(d.name, d.version) for d in m.distributions()]"
LOCKS = ("requirements/installer.txt", "requirements/dev.txt")


def version(python: Path) -> tuple[int, ...]:
    """Give a Python's version; () where it does not start, is an environment's own, or can make no environment."""
    asked = "import sys, venv, ensurepip; print(*sys.version_info[:3], int(sys.prefix == sys.base_prefix))"
    done = subprocess.run([python, "-c", asked], check=False, capture_output=True, text=True)
    *found, own = (int(part) for part in done.stdout.split()) if done.returncode == 0 else (0,)
    return tuple(found) if own else ()


def pythons() -> dict[tuple[int, ...], str]:
    """Give the Pythons of this machine that planlint is for, by version, the oldest first."""
    places = [Path(folder) for folder in os.environ.get("PATH", "").split(os.pathsep)]
    places += sorted(Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")).glob("versions/*/bin"))
    files = [file for place in places if place.name != "shims" for file in sorted(place.glob("python3*"))]
    files = [file for file in files if re.fullmatch(r"python3(\.\d+)?", file.name)]
    found: dict[tuple[int, ...], str] = {}
    for file in dict.fromkeys([Path(sys.executable).resolve(), *files]):
        found.setdefault(version(file), str(file))
    return {key: found[key] for key in sorted(found) if key >= OLDEST}


def pairs(*, every: bool) -> list[tuple[str, str]]:
    """Give the Pythons and pips to try together."""
    fit = [
        (python, pip)
        for key, python in pythons().items()
        for pip in (*PIPS, NEWEST)
        if key < (3, 12) or pip not in BEFORE_312
    ]
    return fit if every else list(dict.fromkeys((fit[0], fit[-1])))


def named(clone: Path) -> list[str]:
    """Give the names of all packages in the lock and in the installer's, whatever Python they are for."""
    text = "".join((clone / lock).read_text(encoding="utf-8") for lock in LOCKS)
    return sorted({plain(name) for name in re.findall(r"^([\w.-]+).*==", text, re.MULTILINE)})


def plain(name: str) -> str:
    """Give a package's name as all its ways of writing have in common."""
    return re.sub(r"[-_.]+", "-", name).lower()


def tomorrow(folder: Path, names: list[str]) -> None:
    """Lay out a newer release of each package; none of them can be used."""
    folder.mkdir()
    for name in names:
        module, version = name.replace("-", "_").replace(".", "_"), "99999"
        with ZipFile(folder / f"{module}-{version}-py3-none-any.whl", "w") as wheel:
            info = f"{module}-{version}.dist-info"
            wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
            wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
            wheel.writestr(f"{info}/RECORD", "")


def run(clone: Path, *command: str | Path, **more: str) -> str:
    """Run a command in a clone; give what it said. Raises CalledProcessError."""
    ours = ("VIRTUAL_ENV", "PYTHONPATH", "PYTEST_", "COV_", "MAKE", "MFLAGS")
    env = {key: value for key, value in os.environ.items() if not key.startswith(ours)} | more
    words = [str(word) for word in command]
    return subprocess.run(
        words, cwd=clone, check=True, timeout=LIMIT, env=env, capture_output=True, encoding="utf-8"
    ).stdout


def old_pip(clone: Path, python: str, pip: str) -> None:
    """Make .venv with a Python and a pip, before planlint's own set-up sees it. Raises CalledProcessError."""
    run(clone, python, "-m", "venv", ".venv")
    named = clone / "requirements/installer.txt"
    if pip in PIPS:
        named = clone.parent / "pip.txt"
        named.write_text(f"pip=={pip} --hash=sha256:{PIPS[pip]}\n", encoding="utf-8")
    run(clone, clone / ".venv/bin/python", "-m", "pip", "install", "--require-hashes", "--requirement", named)


def others(clone: Path) -> list[str]:
    """Give what is installed and not named by the locks, or at another version. Raises CalledProcessError."""
    python = clone / ".venv/bin/python"
    wanted, found = run(clone, python, "-c", FITTING, *LOCKS), run(clone, python, "-c", INSTALLED)
    locked = {plain(name): version for name, version in (line.split() for line in wanted.splitlines())}
    pairs = [line.split() for line in found.splitlines()]
    return sorted(f"{name} {v}" for name, v in pairs if plain(name) != "planlint" and locked.get(plain(name)) != v)


def attempt(folder: Path, python: str, pip: str) -> str:
    """Set up, check and build in a fresh clone; say how long it took. Raises CalledProcessError, ValueError."""
    clone, index, begun = folder / "en klone", folder / "index", time.monotonic()
    run(folder, "git", "clone", "--quiet", ROOT, clone)
    old_pip(clone, python, pip)
    tomorrow(index, named(clone))
    before = time.monotonic()
    run(
        clone,
        "make",
        "install",
        PYTHON=python,
        PIP_FIND_LINKS=f"{os.environ.get('PIP_FIND_LINKS', '')} {index}".strip(),
    )
    took = time.monotonic() - before
    if wrong := others(clone):
        message = f"not what the locks name: {', '.join(wrong)}"
        raise ValueError(message)
    for command in ("check", "build"):
        run(clone, clone / ".venv/bin/planlint", command, "--date", DAY)
    return f"set up in {took:.0f} s, all in {time.monotonic() - begun:.0f} s"


def main() -> None:
    """Try each pair, and say how it went; leave with 1 where one fails."""
    failed = False
    for python, pip in pairs(every="--all" in sys.argv[1:]):
        folder = Path(tempfile.mkdtemp(prefix="planlint-"))
        try:
            said = attempt(folder, python, pip)
        except subprocess.CalledProcessError as error:
            failed, said = True, f"FAILED: {error.cmd}\n{error.stdout}{error.stderr}"
        except ValueError as error:
            failed, said = True, f"FAILED: {error}"
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        sys.stdout.write(f"{python}, pip {pip}: {said}\n")
        sys.stdout.flush()
    sys.exit(failed)


if __name__ == "__main__":
    main()
