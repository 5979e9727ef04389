"""All indicators, by the folder they lie in: a small line, the last value, the target, and whether it is reached."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.model.felles import norsk
from planlint.site.measurements import Maalinger
from planlint.site.page import Side
from planlint.text.sorting import alfabetisk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model import Indikator
    from planlint.site.measurements import Indikatorrad
    from planlint.tables.nettsted import Nettsted

_DYBDE = 3  # plans/indikatorer/<folder>/<file>


@dataclass(frozen=True, slots=True)
class Gruppe:
    """A folder's indicators."""

    id: str
    navn: str
    rader: tuple[Indikatorrad, ...]


def mappe(indikator: Indikator) -> str:
    """Give the name of the folder that an indicator lies in; "" right under plans/indikatorer/."""
    parts = indikator.file.split("/")
    return parts[2] if len(parts) > _DYBDE else ""


def mappenavn(site: Nettsted, folder: str) -> str:
    """Give a folder's name as a heading: «vann-og-avloep» is «Vann og avløp»."""
    words = norsk(folder).replace("-", " ").replace("_", " ")
    return words[:1].upper() + words[1:] or site.lang.gettext("Andre indikatorer")


def grupper(site: Nettsted) -> list[Gruppe]:
    """Gather the indicators by folder, those of none last."""
    found: dict[str, list[Indikator]] = defaultdict(list)
    for indikator in sorted(site.register.indikatorer.values(), key=lambda item: (alfabetisk(item.tittel), item.id)):
        found[mappe(indikator)].append(indikator)
    folders = sorted(found, key=lambda folder: (not folder, alfabetisk(mappenavn(site, folder)), folder))
    return [
        Gruppe(
            f"omraade-{number}",
            mappenavn(site, folder),
            tuple(Maalinger(site, indikator).rad() for indikator in found[folder]),
        )
        for number, folder in enumerate(folders, 1)
    ]


def sider(site: Nettsted) -> Iterator[Side]:
    """Yield the list of indicators."""
    _, found = site.lang.gettext, grupper(site)
    yield Side(
        sti="indikatorer.html",
        mal="indikatorer.html.j2",
        tittel=_("Indikatorer"),
        beskrivelse=_("Tallene {kommune} måler målene sine med: siste verdi, måltall og om det er nådd.").format(
            kommune=site.kommune
        ),
        innhold={"grupper": found, "antall": sum(len(gruppe.rader) for gruppe in found)},
    )
