"""Make the runtime that judges in a browser: Pyodide, the libraries and planlint itself, as a folder and as a wheel.

    python tools/runtime/run.py [FOLDER]

FOLDER is `build/runtime` unless something else is said. It needs npm, pip and either node or playwright;
`planlint build` needs none of them. The same commit gives the same bytes.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from fetch import RuntimeNotMade, libraries, node, pins, pyodide
from papers import licences, sbom
from parts import ROOT, catalogues, is_standard, library_files, own_files

sys.path.insert(0, str(ROOT / "tools"))
from release import version

if TYPE_CHECKING:
    from collections.abc import Iterable

HERE = Path(__file__).parent
PACKAGE = "planlint_redigering"
_DAY = (2020, 1, 1, 0, 0, 0)
_PROGRAMS = ("pyodide.mjs", "pyodide.asm.mjs")
_ENGINE = "pyodide.asm.wasm"
_PYPROJECT = """\
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"
[project]
name = "planlint-redigering"
version = "{version}"
description = "Det som trengs for å kontrollere en endring i nettleseren"
license = "MIT AND MPL-2.0 AND PSF-2.0 AND BSD-3-Clause AND BSD-2-Clause AND Apache-2.0"
license-files = ["planlint_redigering/licences/*"]
requires-python = ">=3.11"
"""


def packed(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Give a zip of files, by name and without their dates; nothing in it is packed, for the whole of it will be."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, raw in sorted(files):
            entry = zipfile.ZipInfo(name, _DAY)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, raw)
    return out.getvalue()


def sent(files: dict[str, bytes]) -> dict[str, bytes]:
    """Give files packed as they are sent: not every host packs a .wasm or a .zip. The name tells no host what it is."""
    return {f"{name}.bin": gzip.compress(raw, 9, mtime=0) for name, raw in files.items()}


def laid(files: Iterable[tuple[str, bytes]], folder: Path) -> None:
    """Write files below a folder."""
    for name, raw in files:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(raw)


def bytecode(files: list[tuple[str, bytes]], program: Path) -> list[tuple[str, bytes]]:
    """Give the files with each source as bytecode of Pyodide's own Python."""
    with tempfile.TemporaryDirectory() as work:
        source, target = Path(work, "source"), Path(work, "target")
        target.mkdir()
        laid([(name, raw) for name, raw in files if name.endswith(".py")], source)
        made = [str(path) for path in (program, HERE / "compile.py", source, target)]
        subprocess.run([node(), str(HERE / "compile.mjs"), *made], check=True, stdout=subprocess.DEVNULL)
        compiled = [(path.relative_to(target).as_posix(), path.read_bytes()) for path in sorted(target.rglob("*.pyc"))]
    rest = [(name, raw) for name, raw in files if not name.endswith(".py")]
    return [*compiled, *rest]


def standard(program: Path) -> list[tuple[str, bytes]]:
    """Give the files of the standard library that the runtime has."""
    with zipfile.ZipFile(program / "python_stdlib.zip") as archive:
        return [
            (name, archive.read(name)) for name in sorted(archive.namelist()) if is_standard(name) and name[-1] != "/"
        ]


def own_digest(files: Iterable[tuple[str, bytes]]) -> str:
    """Give what tells planlint's own code from another's: a hash of its sources, in the order of their names."""
    told = hashlib.sha256()
    for name, raw in sorted(files):
        if name.endswith(".py"):
            told.update(name.encode() + b"\0" + hashlib.sha256(raw).digest())
    return told.hexdigest()


def make(folder: Path) -> dict[str, bytes]:
    """Make the runtime in a folder, and give its files. Raises RuntimeNotMade."""
    with tempfile.TemporaryDirectory() as work:
        program, unpacked = pyodide(Path(work, "npm")), libraries(Path(work, "pip"))
        own = list(own_files())
        lock = json.loads((program / "pyodide-lock.json").read_text(encoding="utf-8"))
        files = {name: (program / name).read_bytes() for name in _PROGRAMS}
        files["pyodide-lock.json"] = json.dumps({"info": lock["info"], "packages": {}}, sort_keys=True).encode()
        large = {_ENGINE: (program / _ENGINE).read_bytes(), **dict(catalogues())}
        large["stdlib.zip"] = packed(bytecode(standard(program), program))
        large["app.zip"] = packed(bytecode([*library_files(unpacked), *own], program))
        files |= sent(large)
        held = json.dumps(sbom(unpacked, pins(), version(), files), indent=1, sort_keys=True, ensure_ascii=False)
        told = {
            "planlint": version(),
            "kilde": own_digest(own),
            "moduler": [name for name, _ in sorted(own) if name.endswith(".py")],
            "pyodide": pins()["pyodide"],
            "filer": {name: hashlib.sha256(raw).hexdigest() for name, raw in sorted(files.items())},
        }
        files |= {f"licences/{name}": raw for name, raw in licences(unpacked, pins()).items()}
        files["sbom.cdx.json"] = f"{held}\n".encode()
        files["runtime.json"] = f"{json.dumps(told, indent=1, sort_keys=True)}\n".encode()
    shutil.rmtree(folder, ignore_errors=True)
    inside = folder / PACKAGE
    laid(sorted(files.items()), inside)
    (inside / "__init__.py").write_text(
        '"""What judges in a browser; `planlint build` lays it into the site."""\n', "utf-8"
    )
    (folder / "pyproject.toml").write_text(_PYPROJECT.format(version=version()), "utf-8")
    return files


def wheel(folder: Path) -> None:
    """Make the wheel of the folder, in `dist` beside its files."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1577836800"}
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", "dist"]
    subprocess.run(command, cwd=folder, check=True, env=environment, stdout=subprocess.DEVNULL)


def main() -> int:
    """Make it, and tell its size."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "build" / "runtime").resolve()
    try:
        files = make(folder)
    except RuntimeNotMade as error:
        sys.stderr.write(f"The runtime is not made: {error}.\n")
        return 1
    wheel(folder)
    for name, raw in sorted(files.items()):
        if not name.startswith("licences/"):
            sys.stdout.write(f"{len(raw) / 1e6:8.2f} MB  {name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
