"""What lets the form judge a change as it is typed: a package of its own, laid into the site with the plans.

The package is `planlint-redigering`, made by `make runtime`. Without it the site has the form alone.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from planlint.base import N_, Message, folder
from planlint.browser import register_file

if TYPE_CHECKING:
    from datetime import date

    from planlint.system import System

PACKAGE = "planlint_redigering"
_TOLD = "runtime.json"
_PLANLINT = Path(__file__).parents[1]
_SHORT = 16


class Runtime(NamedTuple):
    """What is laid into a site: its folder, where the plan system's files are, and every file by its path."""

    folder: str
    register: str
    files: dict[str, bytes]


def runtime_folder(chosen: Path | None) -> Path | None:
    """Give where the package lies: where the user says, or where it is installed; None for nowhere."""
    if chosen:
        return next((one for one in (chosen, chosen / PACKAGE) if (one / _TOLD).is_file()), None)
    found = importlib.util.find_spec(PACKAGE)
    return Path(found.origin).parent if found and found.origin else None


def _is_of_this_planlint(told: dict[str, object]) -> bool:
    """Tell whether the package holds the very code that builds the site: else the two could say different things."""
    digest, names = hashlib.sha256(), told.get("moduler")
    for name in names if isinstance(names, list) else []:
        path = _PLANLINT.parent / str(name)
        if not path.is_file():
            return False
        digest.update(str(name).encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest() == told.get("kilde")


def runtime_for(system: System, today: date, chosen: Path | None) -> Runtime | Message:
    """Give what is laid into the site of a plan system, or why the form stands alone. Raises OSError."""
    there = runtime_folder(chosen)
    if there is None:
        text = N_(
            "Skjemaet på nettstedet kan brukes, men forslagene blir først kontrollert når de er sendt: pakken "
            "planlint-redigering er ikke installert."
        )
        return Message.of_text(text)
    raw = (there / _TOLD).read_bytes()
    if not _is_of_this_planlint(json.loads(raw)):
        text = N_("Skjemaet kontrollerer ikke mens man skriver, for planlint-redigering er av en annen utgave.")
        return Message.of_text(text)
    own = {path.name: path.read_bytes() for path in sorted((folder("templates") / "redigering").iterdir())}
    service = own.pop("sw.js")
    name = f"skjema/redigering-{_name(raw, *own.values())}/"
    files = {name + path.relative_to(there).as_posix(): path.read_bytes() for path in sorted(there.rglob("*"))
             if path.is_file() and path.suffix not in {".py", ".pyc"}}  # fmt: skip
    files |= {name + path: content for path, content in own.items()}
    held = register_file(system.contents, today, has_schema=(system.root / "schema").is_dir())
    register = f"skjema/register-{_name(held)}.json"
    return Runtime(name, register, {**files, register: held, "skjema/sw.js": service})


def _name(*parts: bytes) -> str:
    """Give a name that is another where the content is: what a browser has kept is never taken for the new."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()[:_SHORT]
