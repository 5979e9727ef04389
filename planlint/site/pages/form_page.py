"""«Foreslå endring»: one form page per kind, filled from a small file of what it is about, and one for a new plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.site.form_fields import KINDS, list_names, sections
from planlint.site.page import Page
from planlint.site.sent_to import host_of, is_gitlab
from planlint.tables import PageLink

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.site.form_field import FormField
    from planlint.tables import Nettsted


PATHS = ("skjema/*.html",)
_TITLE = N_("Hele navnet på planen.")


def pages(site: Nettsted) -> Iterator[Page]:
    """Yield the pages; where the municipality has not said where a proposal can be sent, it is a file to hand over."""
    for kind in KINDS:
        yield _page(site, kind, f"skjema/{kind}.html", site.lang.gettext("Foreslå endring"))
    yield _page(site, "plan", "skjema/ny-plan.html", site.lang.gettext("Ny plan"))


def _page(site: Nettsted, kind: str, path: str, title: str) -> Page:
    is_new = path.endswith("ny-plan.html")
    found = sections(site, kind)
    repository = (site.valg.repositorium or "").rstrip("/")
    _ = site.lang.gettext
    return Page(
        sti=path,
        mal="skjema.html.j2",
        tittel=title,
        beskrivelse=_("Et skjema som lager et forslag. Ingenting blir endret før en kollega godkjenner."),
        innhold={
            "slag": kind,
            "ny": is_new,
            "grupper": [(head, _as_new(fields, _(_TITLE))) for head, fields in found] if is_new else found,
            "lister": sorted(list_names(found)),
            "send": repository if site.change_address("x") else "",
            "gitlab": is_gitlab(repository),
            "vert": host_of(site),
        },
        smuler=(PageLink(_("Planer"), "planer.html"),) if kind == "plan" else (),
        soekbar=is_new,
        soekeord=_("ny plan, foreslå en ny plan, legg til plan, opprette plan") if is_new else "",
    )


def _as_new(fields: list[FormField], title: str) -> list[FormField]:
    """Give the fields of what is not decided yet: its title stands in no decision."""
    return [field._replace(hjelp=title) if field.sti == "tittel" else field for field in fields]
