"""The search page: a form that reads without JavaScript, and the texts that the script shows."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from planlint.site.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.tables import Nettsted


def _kinds(site: Nettsted) -> dict[str, str]:
    """Give the kind of page by the beginning of its path."""
    _ = site.lang.gettext
    return {
        "plan/": _("Plan"),
        "maal/": _("Mål"),
        "indikator/": _("Indikator"),
        "planstrategi/": _("Planstrategi"),
        "": _("Side"),
    }


def pages(site: Nettsted) -> Iterator[Page]:
    """Yield the search page."""
    _ = site.lang.gettext
    yield Page(
        sti="sok.html",
        mal="sok.html.j2",
        tittel=_("Søk"),
        beskrivelse=_("Søk i planene, målene og indikatorene til {kommune}.").format(kommune=site.kommune),
        innhold={"slag": json.dumps(_kinds(site), ensure_ascii=False)},
        soekbar=False,
    )
