"""«Foreslå endring»: one form page per kind, filled from a small file of what it is about, and one for a new plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.site.form_fields import KINDS, list_names, sections
from planlint.site.page import Page
from planlint.site.sent_to import host_of, is_gitlab

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.tables import Nettsted


PATHS = ("skjema/*.html",)


def pages(site: Nettsted) -> Iterator[Page]:
    """Yield the pages; where the municipality has not said where a proposal can be sent, it is a file to hand over."""
    for kind in KINDS:
        yield _page(site, kind, f"skjema/{kind}.html", site.lang.gettext("Foreslå endring"))
    yield _page(site, "plan", "skjema/ny-plan.html", site.lang.gettext("Ny plan"))


def _page(site: Nettsted, kind: str, path: str, title: str) -> Page:
    found = sections(site, kind)
    repository = (site.valg.repositorium or "").rstrip("/")
    return Page(
        sti=path,
        mal="skjema.html.j2",
        tittel=title,
        beskrivelse=site.lang.gettext(
            "Et skjema som lager et forslag. Ingenting blir endret før en kollega godkjenner."
        ),
        innhold={
            "slag": kind,
            "ny": path.endswith("ny-plan.html"),
            "grupper": found,
            "lister": sorted(list_names(found)),
            "send": repository if site.change_address("x") else "",
            "gitlab": is_gitlab(repository),
            "vert": host_of(site),
        },
        soekbar=False,
    )
