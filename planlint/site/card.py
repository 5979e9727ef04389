"""The picture that stands beside a link to the site elsewhere, and the icon of a telephone: the plan map without words.

The words stand beside the picture already, in what each page says of itself (`og:title`, `og:description`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.register import AVSLUTTET, BEING_MADE, I_KRAFT, NO_STATUS, PLANLAGT, UTLOEPT
from planlint.site.pixels import Pixels
from planlint.site.plan_map import PlanMap
from planlint.site.plan_states import LATE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.tables import Nettsted

CARD, ICON = "assets/kort.png", "assets/ikon.png"
CARD_WIDTH, CARD_HEIGHT = 1200, 630
_ICON = 180
_COLOUR = "#0b5c8a"
_PAPER = "#ffffff"
_MARGIN, _INSET, _GAP = 48, 36, 8
_WIDEST, _LINE = 132, 4
_TILES = {
    LATE: ("#f6d9b5", "#8a4b00"),
    I_KRAFT: ("#9cc7e3", "#0b5c8a"),
    UTLOEPT: ("#fdf1e2", "#b87a2c"),
    BEING_MADE: (_PAPER, "#2f6b3a"),
    PLANLAGT: (_PAPER, "#8fb898"),
    NO_STATUS: ("#eceef0", "#9aa2aa"),
    AVSLUTTET: (_PAPER, "#cdd2d6"),
}
"""Each state's colour and line, as on the plan map in light."""


def card(site: Nettsted) -> bytes:
    """Draw the card: a band for each level, a tile for each plan, on the municipality's colour."""
    picture = Pixels(CARD_WIDTH, CARD_HEIGHT, site.valg.farge or _COLOUR)
    width, height = CARD_WIDTH - 2 * _MARGIN, CARD_HEIGHT - 2 * _MARGIN
    picture.fill(_MARGIN, _MARGIN, width, height, _PAPER)
    bands = PlanMap(site).bands()
    high = (height - 2 * _INSET) // max(len(bands), 1)
    for number, band in enumerate(bands):
        states = [tile.tilstand for tile in band.fliser]
        wide = min((width - 2 * _INSET) // len(states), _WIDEST)
        for place, state in enumerate(states):
            inside, line = _TILES[state]
            left, top = _MARGIN + _INSET + place * wide, _MARGIN + _INSET + number * high
            picture.frame(left, top, wide - _GAP, high - _GAP, (_LINE, line), inside)
    return picture.png()


def icon(site: Nettsted) -> bytes:
    """Draw the icon: three lines, the lowest the shortest, on the municipality's colour."""
    picture = Pixels(_ICON, _ICON, site.valg.farge or _COLOUR)
    for top, width in ((45, 79), (82, 79), (119, 51)):
        picture.fill(50, top, width, 16, _PAPER)
    return picture.png()


def pictures(site: Nettsted) -> Iterator[tuple[str, bytes]]:
    """Yield the card and the icon."""
    yield CARD, card(site)
    yield ICON, icon(site)
