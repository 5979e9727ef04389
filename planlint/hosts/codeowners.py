"""CODEOWNERS of the sectors: who is asked to read a change, file by file. Lines of others in the file are kept."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from typing import TYPE_CHECKING

from planlint.base import N_, Trouble
from planlint.output import harmless
from planlint.register import sektor_over
from planlint.source import PLANS, PLANSYSTEM

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from planlint.register import Register

PLACES = (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS")
"""Where GitHub looks, in its order; the first one that is there counts alone."""
START = (
    f"# planlint: start. Laget av planlint codeowners av eiere i {PLANSYSTEM}. "
    "Det som står til og med slutt, blir skrevet på nytt."
)
END = "# planlint: slutt"
_START = re.compile(r"^# planlint: start\b.*$", re.MULTILINE)
_END = re.compile(rf"^{END}[^\S\n]*$\n?", re.MULTILINE)
_PLAIN = frozenset("-_./~+,;:=@()&'$%")
_FOLDER = 3  # plans, kind, a folder below: those above belong to no sector, whatever lies in them today

Owners = tuple[str, ...]


class CodeownersError(Trouble):
    """The file that is there cannot be changed safely; the text is for the user."""


def pattern(path: str) -> str:
    """Give a path as CODEOWNERS has it: a space is escaped, and what its syntax cannot say matches any one character.

    (There, `#`, `!` and `[` cannot be escaped, and a line cannot hold a line break.)
    """
    said = (char if char.isalnum() or char in _PLAIN else "\\ " if char == " " else "?" for char in path)
    return "/" + "".join(said)


def owners(register: Register) -> dict[str, Owners]:
    """Give who owns each file that a sector with owners is responsible for."""
    sectors = register.plansystem.sektorer
    found = {}
    for entities in register.entities.values():
        for entity in entities.values():
            own = getattr(entity, "ansvarlig", None) or ""
            asked = (sectors.get(own), sectors.get(sektor_over(register.plansystem, own)))
            if who := next((sector.eiere for sector in asked if sector and sector.eiere), ()):
                found[entity.file] = who
    return found


def _folders(files: list[str], owned: Mapping[str, Owners]) -> dict[str, Owners]:
    """Give the folders in which several files lie and all have the same owners: one line is enough for them."""
    inside: dict[str, list[str]] = defaultdict(list)
    for file in files:
        steps = file.split("/")
        for depth in range(_FOLDER, len(steps)):
            inside["/".join(steps[:depth]) + "/"].append(file)
    return {
        folder: owned[within[0]]
        for folder, within in inside.items()
        if len(within) > 1 and len({owned.get(file) for file in within}) == 1 and within[0] in owned
    }


def _lines(register: Register, files: list[str], prefix: str) -> Iterator[str]:
    """Give the rows from the widest to the narrowest, for GitHub goes by the last one that fits."""
    everyone, owned = register.plansystem.eiere, owners(register)
    folders = _folders(files, owned)
    if everyone:
        yield f"{pattern(f'{prefix}{PLANS}/')} {' '.join(everyone)}"
    for path, who in sorted({**owned, **folders}.items()):
        if not any(path.startswith(folder) and path != folder for folder in folders):
            yield f"{pattern(prefix + path)} {' '.join(who)}"
    if not everyone and not owned:
        yield "# Ingen er ført som eiere, så GitHub ber ingen om å lese endringer i plansystemet."
    lacking = [
        f"{' '.join(harmless(it.navn).split())} ({id_})"
        for id_, it in register.plansystem.sektorer.items()
        if not it.eiere and not it.del_av
    ]
    if lacking:
        yield f"# Sektorer uten eiere: {', '.join(lacking)}"


def block(register: Register, files: list[str], prefix: str = "") -> str:
    """Give planlint's own part of CODEOWNERS; `files` are the plan system's, `prefix` its folder in the repository."""
    return "\n".join((START, *_lines(register, files, prefix), END)) + "\n"


def merged(old: str, new: str) -> str:
    """Give a CODEOWNERS with planlint's part in place of the one it had, or after all else. Raises CodeownersError."""
    starts, ends = list(_START.finditer(old)), list(_END.finditer(old))
    if not starts and not ends:
        return f"{old.rstrip()}\n\n{new}" if old.strip() else new
    if len(starts) != 1 or len(ends) != 1 or ends[0].start() < starts[0].end():
        raise CodeownersError(
            N_("linjene «# planlint: start» og «# planlint: slutt» skal stå én gang hver, i den rekkefølgen")
        )
    return old[: starts[0].start()] + new + old[ends[0].end() :]


def repository(root: Path) -> Path:
    """Give the repository that a plan system lies in: the nearest folder upwards with .git, else its own."""
    root = root.resolve()
    return next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), root)


def place(top: Path) -> Path:
    """Give the CODEOWNERS that GitHub reads in a repository; where there is none, the usual place."""
    return next((top / name for name in PLACES if os.path.lexists(top / name)), top / PLACES[0])
