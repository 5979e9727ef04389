"""What `make runtime` makes: no more than a page may fetch, all that planlint imports, the same bytes each time."""

from __future__ import annotations

import ast
import gzip
import hashlib
import importlib.util
import io
import json
import os
import sys
import zipfile
from pathlib import Path

import pytest
from support.runtime import RUNTIME, needs_runtime
from twin.browser import Runtime

TOOLS = Path(__file__).parents[2] / "tools/runtime"
MOST = 10_000_000
NOT_IN_A_BROWSER = {
    *("babel.messages.mofile", "babel.messages.pofile"),  # catalogues are compiled when the runtime is made
    *("yaml.cyaml", "xml.etree.ElementTree"),  # libyaml; JUnit's format
    *("planlint.ahead", "planlint.fixes"),  # rooms above
}

pytestmark = needs_runtime


def _names() -> dict[str, str]:
    """Give every module that planlint in the runtime is or imports, anywhere in it, and where."""
    from parts import own_files  # noqa: PLC0415 - found when twin.browser is

    found: dict[str, str] = {}
    for path, raw in own_files():
        if not path.endswith(".py"):
            continue
        found[path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")] = path
        for node in ast.walk(ast.parse(raw)):
            modules = [one.name for one in node.names] if isinstance(node, ast.Import) else []
            modules += [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
            found |= {name: path for name in modules if name not in found}
    return found


def test_all_that_planlint_imports_is_in_the_runtime(runtime: Runtime, tmp_path: Path) -> None:
    """No import within what the runtime has of planlint fails there, also where it stands within a function."""
    script = tmp_path / "imported.py"
    script.write_text(
        "import importlib, json\n"
        "def answer(asked):\n"
        "    missing = {}\n"
        "    for name in json.loads(asked)['names']:\n"
        "        try:\n"
        "            importlib.import_module(name)\n"
        "        except Exception as error:\n"
        "            missing[name] = getattr(error, 'name', None) or repr(error)\n"
        "    return json.dumps(missing)\n",
        "utf-8",
    )
    names = _names()
    missing = runtime.ask(script=str(script), names=sorted(names))
    known = {name.partition(".")[0] for name in NOT_IN_A_BROWSER} - {"planlint"} | NOT_IN_A_BROWSER | {"babel.messages"}
    assert {name: (why, names[name]) for name, why in missing.items() if why not in known} == {}


def test_every_encoding_that_planlint_names_is_there(runtime: Runtime, tmp_path: Path) -> None:
    """A file that is no UTF-8 is told with the sign that it likely is, which asks for the table of Windows-1252."""
    script = tmp_path / "encodings.py"
    script.write_text(
        "def answer(asked):\n    return '\"' + b'\\xe6'.decode('cp1252') + 'a.no'.encode('idna').decode() + '\"'"
    )
    assert runtime.ask(script=str(script)) == "æa.no"


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_a_page_fetches_less_than_ten_megabytes(lang: str) -> None:
    """All that a page of a language fetches before its first findings, as it is on the way, with Bærum's register."""
    others = {f"{code}.mo.bin" for code in ("nn", "en")} - {f"{lang}.mo.bin"}
    files = [path for path in RUNTIME.iterdir() if path.suffix in {".bin", ".mjs", ".json"} and path.name not in others]
    packed = [path for path in files if path.suffix == ".bin"]
    told = [path for path in files if path.suffix != ".bin" and path.name not in {"runtime.json", "sbom.cdx.json"}]
    register = sum(len(path.read_bytes()) for path in (RUNTIME.parents[2] / "plans").rglob("*.yaml"))
    size = sum(path.stat().st_size for path in packed) + sum(len(gzip.compress(path.read_bytes())) for path in told)
    assert len(packed) == 3 + (lang != "nb")
    assert size + register / 4 < MOST


def test_the_files_are_those_of_the_list_that_follows_them() -> None:
    """Each file has the hash that runtime.json and the SBOM say, and nothing in an archive has a day of its own."""
    told = json.loads((RUNTIME / "runtime.json").read_text("utf-8"))["filer"]
    sbom = json.loads((RUNTIME / "sbom.cdx.json").read_text("utf-8"))["components"]
    hashes = {part["name"]: part["hashes"][0]["content"] for part in sbom if part["type"] == "file"}
    made = {name: hashlib.sha256((RUNTIME / name).read_bytes()).hexdigest() for name in told}
    assert made == told == hashes
    for name in ("app.zip.bin", "stdlib.zip.bin"):
        raw = (RUNTIME / name).read_bytes()
        assert raw[4:8] == b"\0\0\0\0"
        with zipfile.ZipFile(io.BytesIO(gzip.decompress(raw))) as archive:
            assert {entry.date_time for entry in archive.infolist()} == {(2020, 1, 1, 0, 0, 0)}


@pytest.mark.skipif("PLANLINT_DEEP" not in os.environ, reason="it is made once more: half a minute, npm and pip")
def test_the_same_bytes_again(tmp_path: Path) -> None:
    """Made once more, every file is the same, bytecode and licences too."""
    sys.path.insert(0, str(TOOLS))
    spec = importlib.util.spec_from_file_location("runtime_run", TOOLS / "run.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name, raw in module.make(tmp_path / "igjen").items():
        assert (RUNTIME / name).read_bytes() == raw, name
