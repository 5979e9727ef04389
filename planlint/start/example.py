"""The files of a new plan system, and where they may not go."""

from __future__ import annotations

import os
import re
from dataclasses import asdict
from typing import TYPE_CHECKING

from planlint.base.diagnostic import N_
from planlint.base.trouble import Melding
from planlint.model.schema import schemas
from planlint.source.find import PLANS
from planlint.start import ACTION
from planlint.start.example_days import dager
from planlint.start.templates import fyll

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from planlint.text import Language

_STRATEGI = "plans/planstrategier/planstrategi.yaml"
_LENGSTE_NAVN = 60
_ORD = r"[^\W\d_]+\.?"
_NAVN = re.compile(rf"{_ORD}(?:(?:[ '’-]| [–-] ){_ORD})*(?: \({_ORD}(?:[ -]{_ORD})*\))?")
_NUMMER = re.compile(r"[0-9]{4}")
_ACTION = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?/[A-Za-z0-9._-]+@[A-Za-z0-9][A-Za-z0-9._/-]*")


def feil_i_navn(name: str) -> Melding | None:
    """Tell what is wrong with a municipality's name; None when nothing is."""
    if _NAVN.fullmatch(name) and len(name) <= _LENGSTE_NAVN:
        return None
    text = N_("«{navn}» er ikke et kommunenavn. Skriv bokstaver, mellomrom og bindestrek, for eksempel Nord-Aurdal.")
    return Melding.av(text, navn=name)


def feil_i_nummer(number: str) -> Melding | None:
    """Tell what is wrong with a municipality's number; None when nothing is."""
    if _NUMMER.fullmatch(number):
        return None
    return Melding.av(N_("«{nummer}» er ikke et kommunenummer. Skriv fire sifre, for eksempel 0301."), nummer=number)


def feil_i_action(action: str) -> Melding | None:
    """Tell what is wrong with where the action is found; None when nothing is."""
    if action == ACTION or _ACTION.fullmatch(action):
        return None
    return Melding.av(N_("«{action}» viser ikke til en action. Skriv eier/repositorium@versjon."), action=action)


def filer(navn: str, nummer: str, lang: Language, day: date, action: str) -> dict[str, bytes]:
    """Give every file of the example by its path from the root; the same answers and day give the same bytes."""
    days = dager(day)
    strategi = f"planstrategi-{days.valgperiode}"
    context = {"navn": navn, "nummer": nummer, "spraak": lang.code, "strategi": strategi, "action": action}
    files = fyll(lang, context | asdict(days))
    files[f"plans/planstrategier/{strategi}.yaml"] = files.pop(_STRATEGI)
    files |= {f"schema/{name}": text.encode() for name, text in schemas().items()}
    return dict(sorted(files.items()))


def i_veien(root: Path, paths: Iterable[str]) -> list[str]:
    """Give what stands where the files are to go, and the plan system that is there from before."""
    found = {path for path in paths if os.path.lexists(root / path)}
    found |= {parent for path in paths for parent in _ikke_mapper(root, path)}
    plans = root / PLANS
    if plans.is_dir():
        found |= {path.relative_to(root).as_posix() for path in plans.rglob("*") if not path.is_dir()}
    return sorted(found)


def _ikke_mapper(root: Path, path: str) -> Iterable[str]:
    """Yield what should be a folder on the way to a file, and is not."""
    parts = path.split("/")[:-1]
    for end in range(1, len(parts) + 1):
        place = "/".join(parts[:end])
        if os.path.lexists(root / place) and (not (root / place).is_dir() or (root / place).is_symlink()):
            yield place
