"""A planstrategi: what is known of it, and the three tables that a council asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.register.livsloep.strategi import periode
from planlint.register.valgperiode import alle, vedtak
from planlint.site.page import Side
from planlint.tables.page_link import PageLink
from planlint.tables.planstrategi_facts import fakta, om_dagen
from planlint.tables.planstrategi_tables import TITLER, tabeller

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.model import Planstrategi
    from planlint.register.valgperiode import Vedtak
    from planlint.tables.nettsted import Nettsted


def _side(site: Nettsted, strategi: Planstrategi, decided: list[Vedtak]) -> Side:
    _ = site.lang.gettext
    found = tabeller(site, strategi, decided)
    return Side(
        sti=site.sti(strategi),
        mal="valgperiode.html.j2",
        tittel=strategi.tittel,
        beskrivelse=_("Planer i kraft, beslutninger og kalender i planstrategien for {periode}.").format(
            periode=periode(strategi)
        ),
        innhold={
            "sammendrag": strategi.sammendrag,
            "merknad": strategi.merknad,
            "fakta": tuple(fakta(site, strategi)),
            "dag": om_dagen(site, strategi),
            "filnavn": strategi.id,
            "tabeller": [(letter, _(title), one) for letter, title, one in zip("ABC", TITLER, found, strict=True)],
            "funn": tuple(site.funn_om(strategi)),
        },
        smuler=(PageLink(_("Planstrategi"), "planstrategier.html"),),
        kildefil=strategi.file,
        soekeord=strategi.valgperiode,
    )


def sider(site: Nettsted) -> Iterator[Side]:
    """Yield one page for each planstrategi."""
    decided = vedtak(site.register)
    for strategi in alle(site.register):
        yield _side(site, strategi, decided.get(strategi.id, []))
