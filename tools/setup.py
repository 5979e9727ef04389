"""Set up .venv from what requirements/ names by version and hash, the same way on every system, and run a step in it.

    python tools/setup.py [install | dev | measuring | site | test]

`make` calls this and nothing else; where there is no make (Windows) it is called as it stands. It needs Python 3.11 or
newer, and nothing that is not in it.

The installer is a pinned pip, fetched by whatever pip Python brought with it. uv was tried on the same sets, without
caches and without compiling: dev 5.4 s against 9.6 s, nettsted 2.5 s against 2.7 s. For those four seconds, once for
each clone, uv would ask for a translation of the user's pip.conf and PIP_* (proxies, certificates, mirrors, keyrings),
which it does not read, and for a file of its own for each kind of machine; pip is one file for all of them.
Nothing is resolved: `--no-deps` installs what the lock names and no more, `--no-build-isolation` builds with what is
there (tools/check_lock.py sees that the locks name all that is needed).
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
STAMP = VENV / ".installed"
OLDEST = (3, 11)
LOCKS = ("dev", "maaling")  # what comes later holds all of what comes before
SETTINGS = {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0"}


def program(name: str) -> Path:
    """Give the path of a program in .venv."""
    return VENV / "Scripts" / f"{name}.exe" if os.name == "nt" else VENV / "bin" / name


def run(*command: str | Path, may_end_with: tuple[int, ...] = (0,)) -> None:
    """Run a command in the project's folder; leave with its exit code when it is none of those named."""
    code = subprocess.run([str(part) for part in command], cwd=ROOT, check=False).returncode
    if code not in may_end_with:
        sys.exit(code)


def pip(*arguments: str) -> None:
    """Install something into .venv; the user's own settings for pip hold."""
    os.environ.update(SETTINGS)
    run(program("python"), "-m", "pip", "install", "--quiet", "--no-deps", "--no-compile", *arguments)


def pinned(lock: str) -> None:
    """Install what a lock names, by hash; the one package without a wheel is built with what is there."""
    pip("--require-hashes", "--no-build-isolation", "--requirement", f"requirements/{lock}.txt")


def works(python: Path) -> bool:
    """Tell whether a Python is there and starts (its home may have been taken away, or have brought no pip)."""
    try:
        return subprocess.run([str(python), "-c", "import pip"], check=False, capture_output=True).returncode == 0
    except OSError:
        return False


def sources() -> list[Path]:
    """Give all that goes into an installed planlint, by what pyproject.toml puts into the wheel."""
    import tomllib  # noqa: PLC0415 - a Python too old for it is told so first

    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]["targets"]
    tops = [*wheel["wheel"]["packages"], *wheel["wheel"]["force-include"], "pyproject.toml", "hatch_build.py"]
    found = [path for top in tops for path in (ROOT / top, *sorted((ROOT / top).rglob("*"))) if path.is_file()]
    return [path for path in found if "__pycache__" not in path.parts]


def digest(*texts: str | bytes) -> str:
    """Give a short name for some texts."""
    whole = hashlib.sha256()
    for text in texts:
        whole.update(text if isinstance(text, bytes) else text.encode())
        whole.update(b"\0")
    return whole.hexdigest()[:16]


def locked(lock: str) -> str:
    """Give the mark of what a lock names, and of the pip that installs it."""
    names = ("installer", lock)
    return f"{lock} {digest(*((ROOT / 'requirements' / f'{name}.txt').read_bytes() for name in names))}"


def installed() -> str:
    """Give the mark of planlint's own files as they are now."""
    files = ((path.relative_to(ROOT).as_posix(), path.stat()) for path in sources())
    return f"copy {digest(*(f'{name} {stat.st_size} {stat.st_mtime_ns}' for name, stat in files))}"


def install(lock: str = "dev", *, editable: bool = False) -> None:
    """Bring .venv up to date: the locked set when the lock has changed, and planlint when one of its files has."""
    if not works(program("python")):
        run(sys.executable, "-m", "venv", "--clear", VENV)
    marks = [*(STAMP.read_text(encoding="utf-8").splitlines() if STAMP.exists() else ()), "", ""]
    STAMP.unlink(missing_ok=True)  # what is stopped halfway is done again
    if marks[0] not in {locked(name) for name in LOCKS[LOCKS.index(lock) :]}:
        pinned("installer")
        pinned(lock)
        marks[0] = locked(lock)
    wanted = "editable" if editable or marks[1] == "editable" else installed()
    if marks[1] != wanted:
        how = ("--editable", ".") if wanted == "editable" else ("--force-reinstall", ".")
        pip("--no-build-isolation", "--no-index", *how)
    STAMP.write_text(f"{marks[0]}\n{wanted}\n", encoding="utf-8")


def site() -> None:
    """Check plans/ and make the site; findings do not stop it, for the site shows them."""
    install()
    run(program("planlint"), "check", "--statistics", may_end_with=(0, 1))
    run(program("planlint"), "build")


def test() -> None:
    """Run every test against the installed package; where judgements are made, every branch is asked for.

    A core that has nothing left takes over half of what another has: the tests are of very different lengths, and those
    of a file, which may share a site that is built once, stay together.
    """
    install()
    run(program("pytest"), "-q", "-n", "auto", "--dist", "worksteal", "--cov")


STEPS = {
    "install": install,
    "dev": lambda: install(editable=True),
    "measuring": lambda: install("maaling"),
    "site": site,
    "test": test,
}


def main(arguments: list[str]) -> None:
    """Run the step that is named; without a name, install."""
    if sys.version_info < OLDEST:
        sys.exit("planlint trenger Python {}.{} eller nyere. Dette er {}.{}.".format(*OLDEST, *sys.version_info))
    step = arguments[0] if arguments else "install"
    if step not in STEPS or len(arguments) > 1:
        sys.exit(f"Bruk: python tools/setup.py [{' | '.join(STEPS)}]")
    STEPS[step]()


if __name__ == "__main__":
    main(sys.argv[1:])
