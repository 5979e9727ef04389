"""The old address of what has got a new id: it leads on to the page that is there now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.site.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.tables import Nettsted, PageLink

_KINDS = ("plan", "maal", "indikator", "planstrategi")
PATHS = tuple(f"{kind}/*.html" for kind in _KINDS)


def _moved(site: Nettsted) -> Iterator[tuple[str, PageLink]]:
    """Yield the old path and the page of now, for every id that nothing else has got since."""
    for kind in _KINDS:
        entities = site.register.entities[kind]
        for entity in entities.values():
            for old in getattr(entity, "tidligere_id", ()):
                if old not in entities and site.register.new_id(kind, old) == entity.id:
                    yield f"{kind}/{old}.html", site.link(entity)


def _places(site: Nettsted) -> dict[str, PageLink]:
    return dict(_moved(site))


def pages(site: Nettsted) -> Iterator[Page]:
    """Yield a page for each old address."""
    _ = site.lang.gettext
    for sti, now in site.gathered(_places).items():
        yield Page(
            sti=sti,
            mal="flyttet.html.j2",
            tittel=_("Siden har fått ny adresse"),
            beskrivelse=_("«{tittel}» har fått en ny adresse.").format(tittel=now.tekst),
            innhold={"ny": now},
            soekbar=False,
        )
