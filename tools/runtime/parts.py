"""What the runtime is made of: libraries, rooms of planlint, and which files of them and of the standard library."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from support.house import LAYERS  # noqa: E402 - the floors of the house are written down once

from planlint.text.compiled import compiled  # noqa: E402 - as above

LIBRARIES = (
    "annotated-types", "babel", "pydantic", "pydantic-core", "python-dateutil", "pyyaml", "ruamel-yaml", "six",
    "typing-extensions", "typing-inspection",
)  # fmt: skip
"""What judging and editing a plan system imports; each stands in requirements/kjerne.txt with its version and hash."""
_ABOVE = {"cli", "site", "exports", "imports", "hosts", "start", "lsp", "tables", "ahead", "fixes"}
_ROOMS = {room for floor in LAYERS for room in floor} - _ABOVE | {"browser"}
_LANGUAGES = ("root", "nb", "nn", "no", "nb_NO", "nn_NO", "en", "en_001", "en_150", "en_GB")
_LEFT_OUT = re.compile(
    r"pydantic/(v1/|mypy\.py)|babel/(messages/|localtime/_win32)|dateutil/(zoneinfo/.*\.gz|tzwin|tz/win)|yaml/_yaml|pydantic/(experimental|plugin/_loader_x|color\.py|deprecated/(copy|json|parse|tools))"
    r"|.*(-linux-gnu\.so|\.pyi|\.pxd|\.pyx|\.c|/py\.typed)$"
)
_STD_LEFT_OUT = re.compile(
    r"(_pyrepl|ctypes|curses|dbm|doctest|ensurepip|ftplib|http|idlelib|imaplib|mailbox|multiprocessing|pdb|pydoc"
    r"|poplib|profile|cProfile|pstats|site-packages|smtplib|socketserver|sqlite3|tkinter|turtle|unittest|venv|wave|webbrowser"
    r"|wsgiref|xml|xmlrpc|zipapp|antigravity|this|trace|timeit|pickletools|modulefinder|pyclbr|rlcompleter|cmd|bdb"
    r"|nturl2path|plistlib|netrc|pty|shelve|fileinput|filecmp|colorsys|statistics|sched|tabnanny|compileall|py_compile)(/|\.py$)"
    r"|encodings/(?!cp437)(cp|mac_|iso|big5|euc|gb|hz|johab|koi8|shift|ptcp|palmos|kz1048|tis_620|hp_roman8|bz2|uu|rot_13|quopri|zlib"
    r"|oem|mbcs)\w*\.py$"
)


def library_files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the unpacked libraries that the runtime has, by name."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if not path.is_file() or ".dist-info/" in name or _LEFT_OUT.match(name):
            continue
        if name.startswith("babel/locale-data/") and path.stem not in _LANGUAGES:
            continue
        yield name, path.read_bytes()


def own_files() -> Iterator[tuple[str, bytes]]:
    """Yield the files of planlint that the runtime has: its rooms, and their data; catalogues as they are loaded."""
    package = ROOT / "planlint"
    for path in sorted(package.rglob("*")):
        name = path.relative_to(package).as_posix()
        room = name.partition("/")[0] if "/" in name else ""
        if not path.is_file() or "__pycache__" in name or (room not in _ROOMS and name != "__init__.py"):
            continue
        if path.suffix == ".po":
            if path.parent.name == "locale":
                yield f"planlint/{name.removesuffix('.po')}.mo", compiled(path)
        elif path.suffix != ".mo":
            yield f"planlint/{name}", path.read_bytes()


def is_standard(name: str) -> bool:
    """Tell whether a file of the standard library is one that the runtime has."""
    return not _STD_LEFT_OUT.match(name)
