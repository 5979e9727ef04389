"""All indicators, by the folder they lie in: a small line, the last value, the target, and whether it is reached."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.model import norwegian_key
from planlint.site.measurements import Measurements
from planlint.site.page import Page
from planlint.text import alphabetical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model import Indikator
    from planlint.site.measurements import IndikatorRow
    from planlint.tables import Nettsted

PATHS = ("indikatorer.html",)
_DEPTH = 3  # plans/indikatorer/<folder>/<file>


@dataclass(frozen=True, slots=True)
class IndikatorGroup:
    """A folder's indicators."""

    id: str
    navn: str
    rader: tuple[IndikatorRow, ...]


def folder_of(indikator: Indikator) -> str:
    """Give the name of the folder that an indicator lies in; "" right under plans/indikatorer/."""
    parts = indikator.file.split("/")
    return parts[2] if len(parts) > _DEPTH else ""


def folder_name(site: Nettsted, folder: str) -> str:
    """Give a folder's name as a heading: «vann-og-avloep» is «Vann og avløp»."""
    words = norwegian_key(folder).replace("-", " ").replace("_", " ")
    return words[:1].upper() + words[1:] or site.lang.gettext("Andre indikatorer")


def indikator_groups(site: Nettsted) -> list[IndikatorGroup]:
    """Gather the indicators by folder, those of none last."""
    found: dict[str, list[Indikator]] = defaultdict(list)
    for indikator in sorted(site.register.indikatorer.values(), key=lambda item: (alphabetical(item.tittel), item.id)):
        found[folder_of(indikator)].append(indikator)
    folders = sorted(found, key=lambda folder: (not folder, alphabetical(folder_name(site, folder)), folder))
    return [
        IndikatorGroup(
            f"omraade-{number}",
            folder_name(site, folder),
            tuple(Measurements(site, indikator).row() for indikator in found[folder]),
        )
        for number, folder in enumerate(folders, 1)
    ]


def pages(site: Nettsted) -> Iterator[Page]:
    """Yield the list of indicators."""
    _, found = site.lang.gettext, indikator_groups(site)
    yield Page(
        sti="indikatorer.html",
        mal="indikatorer.html.j2",
        tittel=_("Indikatorer"),
        beskrivelse=_("Tallene {kommune} måler målene sine med: siste verdi, måltall og om det er nådd.").format(
            kommune=site.kommune
        ),
        innhold={"grupper": found, "antall": sum(len(gruppe.rader) for gruppe in found)},
    )
