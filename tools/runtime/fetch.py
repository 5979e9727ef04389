"""What the runtime is made of is fetched by npm and pip, and nothing else than what is pinned."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

from parts import LIBRARIES, ROOT

PINS = Path(__file__).with_name("pins.json")
_LOCK = ROOT / "requirements" / "kjerne.txt"


class RuntimeNotMade(Exception):  # noqa: N818 - said to whoever made it
    """The runtime cannot be made; the text says why."""


def node() -> str:
    """Give the program that runs Pyodide while its bytecode is made: node, or the one that playwright brings."""
    if found := shutil.which("node"):
        return found
    import playwright  # noqa: PLC0415 - only where there is no node

    return str(Path(playwright.__file__).parent / "driver" / "node")


def pins() -> dict[str, str]:
    """Give what is pinned: Pyodide's version and hash, and the Python and the platform that follow from it."""
    found: dict[str, str] = json.loads(PINS.read_text(encoding="utf-8"))
    return found


def pyodide(into: Path) -> Path:
    """Fetch Pyodide by npm, and unpack it. Raises RuntimeNotMade where npm is missing or its hash is another."""
    pinned = pins()
    npm = shutil.which("npm")
    if npm is None:
        message = "npm is needed to fetch Pyodide"
        raise RuntimeNotMade(message)
    into.mkdir(parents=True, exist_ok=True)
    command = [npm, "pack", "--silent", f"pyodide@{pinned['pyodide']}"]
    name = subprocess.run(command, cwd=into, check=True, capture_output=True, text=True).stdout.split()[-1]
    made = "sha512-" + base64.b64encode(hashlib.sha512((into / name).read_bytes()).digest()).decode()
    if made != pinned["integrity"]:
        message = f"{name} is not the file that is pinned"
        raise RuntimeNotMade(message)
    with tarfile.open(into / name) as packed:
        packed.extractall(into, filter="data")
    return into / "package"


def locked() -> dict[str, str]:
    """Give what requirements/kjerne.txt says of each library: its version and hashes, as a requirement."""
    rows = re.split(r"\n(?=\S)", _LOCK.read_text(encoding="utf-8").replace("\\\n", " "))
    return {row.partition("==")[0]: row for row in rows if row.partition("==")[0] in LIBRARIES}


def libraries(into: Path) -> Path:
    """Fetch the libraries by pip, for Pyodide's platform where they are compiled, and unpack them into one folder."""
    pinned, found = pins(), locked()
    into.mkdir(parents=True, exist_ok=True)
    wanted = into / "requirements.txt"
    wanted.write_text("\n".join(found[name] for name in LIBRARIES), encoding="utf-8")
    python = pinned["python"].replace(".", "")
    platforms = [pinned["platform"], "manylinux2014_x86_64", "manylinux_2_17_x86_64", "manylinux_2_28_x86_64"]
    asked = [part for name in platforms for part in ("--platform", name)]
    where = ["--python-version", python, "--implementation", "cp", "--abi", f"cp{python}", "--abi", "none"]
    command = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-deps",
        "--require-hashes",
        "--only-binary",
        ":all:",
    ]
    environment = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    subprocess.run([*command, *asked, *where, "-r", str(wanted), "-d", str(into)], check=True, env=environment)
    unpacked = into / "unpacked"
    for wheel in sorted(into.glob("*.whl")):
        with zipfile.ZipFile(wheel) as packed:
            packed.extractall(unpacked)  # noqa: S202 - wheels that are known by their hashes
    return unpacked
