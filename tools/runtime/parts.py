"""What the runtime is made of: libraries, rooms of planlint, and which files of them and of the standard library."""

from __future__ import annotations

import pickle
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
    r"pydantic/(v1/|mypy\.py|experimental|color\.py|deprecated/(copy|json|parse|tools))"
    r"|pydantic/(class_validators|error_wrappers|datetime_parse|env_settings|validators|generics|decorator|typing|schema|utils"
    r"|tools|parse|json)\.py$"
    r"|babel/(messages/|localtime/_win32|languages\.py|units\.py)|dateutil/(zoneinfo/|tzwin|tz/win|rrule\.py)"
    r"|annotated_types/test_cases|yaml/(_yaml|cyaml\.py)|_yaml/|ruamel/yaml/(clibz/|cyaml\.py|configobjwalker)"
    r"|.*(-linux-gnu\.so|\.pyi|\.pxd|\.pyx|\.c|/py\.typed|\.md|\.rst)$"
)
_STD_LEFT_OUT = re.compile(
    r"(_pyrepl|ctypes|curses|dbm|doctest|ensurepip|ftplib|http|idlelib|imaplib|mailbox|multiprocessing|pdb|pydoc"
    r"|poplib|profile|cProfile|pstats|site-packages|smtplib|socketserver|sqlite3|tkinter|turtle|unittest|venv|wave|webbrowser"
    r"|wsgiref|xml|xmlrpc|zipapp|antigravity|this|trace|timeit|pickletools|modulefinder|pyclbr|rlcompleter|cmd|bdb"
    r"|nturl2path|plistlib|netrc|pty|tty|shelve|fileinput|filecmp|colorsys|statistics|sched|tabnanny|compileall|py_compile"
    r"|tarfile|argparse|optparse|getopt|getpass|configparser|_ast_unparse|_pyio|_pydatetime|_py_abc|_pylong|mimetypes|gzip|csv"
    r"|tracemalloc|symtable|graphlib|runpy|pkgutil|sre_\w+|__hello__|__phello__|email/mime|zipfile/__main__|json/(tool|__main__)"
    r"|logging/(handlers|config)|urllib/robotparser|sysconfig/__main__|pyodide/(console|http/pyxhr)|html/parser|_markupbase"
    r"|concurrent/(interpreters|futures/(process|interpreter))|asyncio/(windows_\w+|proactor_events|tools|__main__))(/|\.py$)"
    r"|encodings/(?!cp437|cp1252)(cp|mac_|iso|big5|euc|gb|hz|johab|koi8|shift|ptcp|palmos|kz1048|tis_620|hp_roman8|bz2|uu|rot_13"
    r"|quopri|zlib|oem|mbcs)\w*\.py$"
)


_NOT_SAID = frozenset((
    "unit_patterns", "unit_display_names", "compound_unit_patterns", "currency_names", "currency_names_plural",
    "currency_symbols", "compact_decimal_formats", "compact_currency_formats", "languages", "territories", "scripts",
    "variants", "time_zones", "meta_zones", "territory_zones", "zone_aliases", "zone_territories",
    "windows_zone_mapping", "likely_subtags", "territory_currencies", "territory_languages", "all_currencies",
))  # fmt: skip
"""What babel knows that planlint never says: names of lands, languages, units, money and time zones."""


def _short(raw: bytes) -> bytes:
    """Give a file of babel's without what planlint never says; the file is a pickle of a group, from a locked wheel."""
    data = pickle.loads(raw)  # noqa: S301 - known by its hash
    return pickle.dumps({key: {} if key in _NOT_SAID else value for key, value in data.items()}, 4)


def library_files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the unpacked libraries that the runtime has, by name."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if not path.is_file() or ".dist-info/" in name or _LEFT_OUT.match(name):
            continue
        if name.startswith("babel/locale-data/") and path.stem not in _LANGUAGES:
            continue
        raw = path.read_bytes()
        yield name, _short(raw) if name.startswith("babel/") and path.suffix == ".dat" else raw


def catalogues() -> Iterator[tuple[str, bytes]]:
    """Yield planlint's catalogues as they are loaded, by file name: a page fetches that of its own language alone."""
    for path in sorted((ROOT / "planlint/text/locale").glob("*.po")):
        yield f"{path.stem}.mo", compiled(path)


def own_files() -> Iterator[tuple[str, bytes]]:
    """Yield the files of planlint that the runtime has: its rooms, and their data."""
    package = ROOT / "planlint"
    for path in sorted(package.rglob("*")):
        name = path.relative_to(package).as_posix()
        room = name.partition("/")[0] if "/" in name else ""
        if not path.is_file() or "__pycache__" in name or (room not in _ROOMS and name != "__init__.py"):
            continue
        if path.suffix not in {".po", ".mo"}:
            yield f"planlint/{name}", path.read_bytes()


def is_standard(name: str) -> bool:
    """Tell whether a file of the standard library is one that the runtime has."""
    return not _STD_LEFT_OUT.match(name)
