"""All measures: what, in which plan, for which goals, where it stands, and by when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.site.page import Side
from planlint.site.plan.plan_links import ordnet
from planlint.site.plan.tiltak_row import tiltaksrad
from planlint.site.sources import kilderader

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.model import Tiltak
    from planlint.site.plan.tiltak_row import Tiltaksrad
    from planlint.site.sources import Kilderad
    from planlint.tables.nettsted import Funn, Nettsted


@dataclass(frozen=True, slots=True)
class Tiltakslinje:
    """A measure's row with what is said about it: sources, findings, a note, and where to propose a change."""

    rad: Tiltaksrad
    merknad: str
    kilder: Sequence[Kilderad]
    funn: Sequence[Funn]
    endre: str


def _linje(site: Nettsted, tiltak: Tiltak) -> Tiltakslinje:
    return Tiltakslinje(
        rad=tiltaksrad(site, tiltak),
        merknad=tiltak.merknad or "",
        kilder=kilderader(site, tiltak.kilder),
        funn=site.funn_om(tiltak),
        endre=site.endre(tiltak.file),
    )


def sider(site: Nettsted) -> Iterator[Side]:
    """Yield the page of measures."""
    _, lines = site.lang.gettext, tuple(_linje(site, tiltak) for tiltak in ordnet(site.register.tiltak.values()))
    yield Side(
        sti="tiltak.html",
        mal="tiltak.html.j2",
        tittel=_("Tiltak"),
        beskrivelse=_("Tiltakene som følger opp planene og målene til {kommune}.").format(kommune=site.kommune),
        innhold={"linjer": lines, "forsinket": sum(line.rad.frist_ute for line in lines)},
    )
