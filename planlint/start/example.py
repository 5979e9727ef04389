"""The files of a new plan system, and where they may not go."""

from __future__ import annotations

import os
import re
from dataclasses import asdict
from typing import TYPE_CHECKING

from planlint.base import N_, Message
from planlint.model import schemas
from planlint.source import PLANS
from planlint.start.action import ACTION
from planlint.start.example_days import example_days
from planlint.start.templates import fill_templates

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from planlint.text import Language

_STRATEGI = "plans/planstrategier/planstrategi.yaml"
_LONGEST_NAME = 60
_WORD = r"[^\W\d_]+\.?"
_NAME = re.compile(rf"{_WORD}(?:(?:[ '’-]| [–-] ){_WORD})*(?: \({_WORD}(?:[ -]{_WORD})*\))?")
_NUMBER = re.compile(r"[0-9]{4}")
_ACTION = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?/[A-Za-z0-9._-]+@[A-Za-z0-9][A-Za-z0-9._/-]*")


def name_fault(name: str) -> Message | None:
    """Tell what is wrong with a municipality's name; None when nothing is."""
    if _NAME.fullmatch(name) and len(name) <= _LONGEST_NAME:
        return None
    text = N_("«{navn}» er ikke et kommunenavn. Skriv bokstaver, mellomrom og bindestrek, for eksempel Nord-Aurdal.")
    return Message.of_text(text, navn=name)


def number_fault(number: str) -> Message | None:
    """Tell what is wrong with a municipality's number; None when nothing is."""
    if _NUMBER.fullmatch(number):
        return None
    return Message.of_text(
        N_("«{nummer}» er ikke et kommunenummer. Skriv fire sifre, for eksempel 0301."), nummer=number
    )


def action_fault(action: str) -> Message | None:
    """Tell what is wrong with where the action is found; None when nothing is."""
    if action == ACTION or _ACTION.fullmatch(action):
        return None
    return Message.of_text(N_("«{action}» viser ikke til en action. Skriv eier/repositorium@versjon."), action=action)


def is_fixed(action: str) -> bool:
    """Tell whether the action is named by a commit, which is the same for ever; a tag or a branch can be moved."""
    return re.fullmatch(r"[0-9a-f]{40}", action.rpartition("@")[2]) is not None


def example_files(  # noqa: PLR0913 - what a municipality answers
    navn: str, nummer: str, lang: Language, day: date, action: str, *, empty: bool = False
) -> dict[str, bytes]:
    """Give every file of a new plan system by its path from the root; the same answers and day give the same bytes.

    An empty one has the declaration, and no plan, goal or anything else that is made up.
    """
    days = example_days(day)
    strategi = f"planstrategi-{days.valgperiode}"
    context: dict[str, object] = {
        "navn": navn,
        "nummer": nummer,
        "spraak": lang.code,
        "strategi": strategi,
        "action": action,
        "tomt": empty,
    }
    files = fill_templates(lang, context | asdict(days))
    files[f"plans/planstrategier/{strategi}.yaml"] = files.pop(_STRATEGI)
    if empty:
        files = {path: text for path, text in files.items() if not _is_entity(path)}
    files |= {f"schema/{name}": text.encode() for name, text in schemas().items()}
    return dict(sorted(files.items()))


def _is_entity(path: str) -> bool:
    return path.startswith(f"{PLANS}/") and path.count("/") > 1


def obstacles(root: Path, paths: Iterable[str]) -> list[str]:
    """Give what stands where the files are to go, and the plan system that is there from before."""
    found = {path for path in paths if os.path.lexists(root / path)}
    found |= {parent for path in paths for parent in _not_folders(root, path)}
    plans = root / PLANS
    if plans.is_dir():
        found |= {path.relative_to(root).as_posix() for path in plans.rglob("*") if not path.is_dir()}
    return sorted(found)


def _not_folders(root: Path, path: str) -> Iterable[str]:
    """Yield what should be a folder on the way to a file, and is not."""
    parts = path.split("/")[:-1]
    for end in range(1, len(parts) + 1):
        place = "/".join(parts[:end])
        if os.path.lexists(root / place) and (not (root / place).is_dir() or (root / place).is_symlink()):
            yield place
