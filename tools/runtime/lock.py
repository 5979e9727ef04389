"""Move the pins of the runtime together: the newest Pyodide that there is a pydantic-core of the locked version for.

    python tools/runtime/lock.py [--check]

Pyodide comes from npm, and says itself which Python and which platform it is; requirements/kjerne.txt has pydantic-core
locked, with the hash of its file for that platform. `--check` changes nothing, and says no where a pin would move.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from fetch import PINS, RuntimeNotMade, libraries, pins

_VERSION = re.compile(r"\d+\.\d+\.\d+")


def _npm(*asked: str, folder: Path | None = None) -> str:
    npm = shutil.which("npm")
    if npm is None:
        message = "npm is needed to ask for Pyodide's versions"
        raise RuntimeNotMade(message)
    return subprocess.run([npm, *asked], check=True, capture_output=True, text=True, cwd=folder).stdout


def newest() -> dict[str, str]:
    """Give the pins of the newest Pyodide. Raises RuntimeNotMade for one that does not say what it is."""
    told = json.loads(_npm("view", "pyodide@latest", "version", "dist.integrity", "--json"))
    version, integrity = told["version"], told["dist.integrity"]
    if not _VERSION.fullmatch(version):
        message = f"pyodide@latest is {version}, which is no release"
        raise RuntimeNotMade(message)
    with tempfile.TemporaryDirectory() as work:
        name = _npm("pack", "--silent", f"pyodide@{version}", folder=Path(work)).split()[-1]
        with tarfile.open(Path(work, name)) as packed:
            member = packed.extractfile("package/pyodide-lock.json")
            info = json.load(member)["info"] if member else {}
    abi = f"pyemscripten_{info['abi_version']}_{info['arch']}"
    python = ".".join(info["python"].split(".")[:2])
    return {"pyodide": version, "integrity": integrity, "python": python, "platform": abi}


def main() -> int:
    """Write the pins, where libraries for them can be had."""
    now, found = pins(), newest()
    if found == now:
        sys.stdout.write(f"Pyodide {now['pyodide']} is the newest.\n")
        return 0
    if "--check" in sys.argv[1:]:
        sys.stdout.write(f"Pyodide {found['pyodide']} is newer than {now['pyodide']}.\n")
        return 1
    PINS.write_text(f"{json.dumps(found, indent=2)}\n", encoding="utf-8")
    try:
        with tempfile.TemporaryDirectory() as work:
            libraries(Path(work))
    except subprocess.CalledProcessError:
        PINS.write_text(f"{json.dumps(now, indent=2)}\n", encoding="utf-8")
        sys.stdout.write(
            f"Pyodide {found['pyodide']} lacks libraries of the locked versions; {now['pyodide']} stays.\n"
        )
        return 0
    sys.stdout.write(f"Pyodide {now['pyodide']} → {found['pyodide']}.\n")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except RuntimeNotMade as error:
        sys.exit(f"The pins are as they were: {error}.")
