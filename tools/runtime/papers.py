"""What follows the runtime: the licences of all that is in it, and the list of it (SBOM, CycloneDX)."""

from __future__ import annotations

import hashlib
import re
from email.parser import HeaderParser
from pathlib import Path
from typing import Any

from parts import ROOT

_HERE = Path(__file__).parent
_WITHIN = """\
pyodide.asm.mjs, pyodide.asm.wasm, pyodide.mjs: Pyodide {pyodide}, Mozilla Public License 2.0 (MPL-2.0.txt).
Its source: https://github.com/pyodide/pyodide/tree/{pyodide}
In pyodide.asm.wasm and stdlib.zip: CPython {python}, PSF License 2 (PYTHON.txt), which also names the licences of what
CPython holds (expat, libffi, zlib, bzip2, xz, mpdecimal, SQLite, HACL*), compiled by Emscripten (MIT).
app.zip: planlint, MIT (PLANLINT.txt), and the libraries that each have their licence here.
"""


def metadata(unpacked: Path) -> dict[str, dict[str, str]]:
    """Give name, version and licence of each library, by its folder of metadata."""
    found = {}
    for path in sorted(unpacked.glob("*.dist-info/METADATA")):
        told = HeaderParser().parsestr(path.read_text(encoding="utf-8"))
        licence = told["License-Expression"] or told["License"] or ""
        classes = [row.rpartition(" :: ")[2] for row in told.get_all("Classifier") or [] if row.startswith("License")]
        found[path.parent.name] = {
            "name": told["Name"],
            "version": told["Version"],
            "licence": licence if licence and "\n" not in licence else ", ".join(classes),
        }
    return found


def licences(unpacked: Path, pinned: dict[str, str]) -> dict[str, bytes]:
    """Give the texts of the licences, by file name."""
    texts = {
        "NOTICE.txt": _WITHIN.format(**pinned).encode(),
        "MPL-2.0.txt": (_HERE / "MPL-2.0.txt").read_bytes(),
        "PYTHON.txt": (_HERE / "PYTHON.txt").read_bytes(),
        "PLANLINT.txt": (ROOT / "LICENSE").read_bytes(),
    }
    for folder in sorted(unpacked.glob("*.dist-info")):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and re.match(r"(?i)(licen[cs]e|copying|notice|authors)", path.name):
                texts[f"{folder.name.removesuffix('.dist-info')}-{path.stem}.txt"] = path.read_bytes()
    return texts


def sbom(unpacked: Path, pinned: dict[str, str], version: str, files: dict[str, bytes]) -> dict[str, Any]:
    """Give what the runtime is made of, as CycloneDX."""
    parts = [
        _component("pyodide", pinned["pyodide"], "MPL-2.0", f"pkg:npm/pyodide@{pinned['pyodide']}"),
        _component("cpython", pinned["python"], "PSF-2.0", f"pkg:generic/cpython@{pinned['python']}"),
    ]
    for told in metadata(unpacked).values():
        name = re.sub(r"[-_.]+", "-", told["name"]).lower()
        parts.append(_component(name, told["version"], told["licence"], f"pkg:pypi/{name}@{told['version']}"))
    held = [
        {"type": "file", "name": name, "hashes": [{"alg": "SHA-256", "content": hashlib.sha256(raw).hexdigest()}]}
        for name, raw in sorted(files.items())
    ]
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": _component("planlint-redigering", version, "MIT", f"pkg:generic/planlint-redigering@{version}")
        },
        "components": [*parts, *held],
    }


def _component(name: str, version: str, licence: str, purl: str) -> dict[str, Any]:
    told = {"license": {"name": licence}} if " " in licence and " AND " not in licence else {"expression": licence}
    return {"type": "library", "name": name, "version": version, "licenses": [told], "purl": purl}
