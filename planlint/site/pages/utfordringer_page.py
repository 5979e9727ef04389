"""The challenges and conflicts between goals, and the goals that answer them; those without stand first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.base.diagnostic import N_
from planlint.site.page import Side
from planlint.site.plan.plan_links import ordnet
from planlint.site.plan.traad_chain import navn
from planlint.site.sources import kilderader
from planlint.tables.page_link import PageLink

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.model import Utfordring
    from planlint.site.sources import Kilderad
    from planlint.tables.nettsted import Funn, Nettsted

_TYPER = {"utfordring": N_("Utfordring"), "målkonflikt": N_("Målkonflikt")}


@dataclass(frozen=True, slots=True)
class Svar:
    """A goal that answers a challenge, and whether it applies today."""

    lenke: PageLink
    gjelder: bool


@dataclass(frozen=True, slots=True)
class Utfordringskort:
    """A challenge with what answers it and where it comes from."""

    id: str
    tittel: str
    type: str
    sammendrag: str
    merknad: str
    tema: str
    svar: tuple[Svar, ...]
    kilder: Sequence[Kilderad]
    funn: Sequence[Funn]
    endre: str

    @property
    def besvart(self) -> bool:
        """Whether a goal that applies answers it."""
        return any(each.gjelder for each in self.svar)


def _kort(site: Nettsted, utfordring: Utfordring) -> Utfordringskort:
    goals = [maal for id_ in utfordring.maal if (maal := site.register.finn_maal(id_))]
    return Utfordringskort(
        id=site.sti(utfordring).partition("#")[2],
        tittel=utfordring.tittel,
        type=site.lang.gettext(_TYPER[utfordring.type]),
        sammendrag=utfordring.sammendrag or "",
        merknad=utfordring.merknad or "",
        tema=", ".join(utfordring.tema),
        svar=tuple(Svar(PageLink(navn(maal), site.sti(maal)), site.register.maal_i_kraft(maal)) for maal in goals),
        kilder=kilderader(site, utfordring.kilder),
        funn=site.funn_om(utfordring),
        endre=site.endre(utfordring.file),
    )


def sider(site: Nettsted) -> Iterator[Side]:
    """Yield the page of challenges."""
    _, cards = site.lang.gettext, [_kort(site, each) for each in ordnet(site.register.utfordringer.values())]
    yield Side(
        sti="utfordringer.html",
        mal="utfordringer.html.j2",
        tittel=_("Utfordringer"),
        beskrivelse=_("Utfordringene og målkonfliktene i {kommune}, og målene som svarer på dem.").format(
            kommune=site.kommune
        ),
        innhold={
            "antall": len(cards),
            "uten": [card for card in cards if not card.besvart],
            "med": [card for card in cards if card.besvart],
        },
    )
