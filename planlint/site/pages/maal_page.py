"""A page for every goal: where it comes from, what stands over and under it, and who follows it up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.register.lookup import status
from planlint.site.baerekraftsmaal import med_navn
from planlint.site.follow_up import maaltype
from planlint.site.goal_links import (
    Punkt,
    fra_andre,
    indikatorer,
    kjede,
    med_oppfoelging,
    ordnet,
    planer,
    tiltak,
    typet,
    utfordringer,
)
from planlint.site.measurements import med_enhet
from planlint.site.page import Side
from planlint.site.search_words import soekeord
from planlint.site.sources import kilderader
from planlint.tables.page_link import PageLink

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from planlint.model import Maal, Utfordring
    from planlint.site.follow_up import Foelger
    from planlint.tables.nettsted import Nettsted


def _fakta(site: Nettsted, maal: Maal) -> dict[str, object]:
    register, lang = site.register, site.lang
    plan = register.finn_plan(maal.plan)
    return {
        "type": maaltype(site, maal),
        "nummer": maal.nummer or "",
        "gjelder": status(register, maal, lang),
        "plan": site.lenke(plan) if plan else None,
        "vedtatt": site.rader.plan(plan).vedtatt if plan else "",
        "tema": ", ".join(maal.tema),
        "baerekraft": med_navn(site.lang, maal.baerekraftsmaal),
        "effekt": _effekt(site, maal),
    }


def _effekt(site: Nettsted, maal: Maal) -> str:
    if maal.effekt is None:
        return ""
    until = site.lang.gettext("innen {tid}").format(tid=site.lang.tidspunkt(maal.effekt.til)) if maal.effekt.til else ""
    number = med_enhet(site.lang, site.lang.tall(maal.effekt.verdi), maal.effekt.enhet)
    return f"{number} {until}".strip()


def _innhold(
    site: Nettsted, foelger: Foelger, svar: Mapping[str, Sequence[Utfordring]], maal: Maal
) -> dict[str, object]:
    register = site.register
    older = [old for id_ in maal.viderefoerer if (old := register.finn_maal(id_))]
    picture = foelger.bilde(maal)
    return {
        **_fakta(site, maal),
        "sammendrag": maal.sammendrag or "",
        "merknad": maal.merknad or "",
        "oppfoelging": picture.tekst,
        "uten": picture.uten,
        "i_kraft": register.maal_i_kraft(maal),
        "kjede": [typet(site, over) for over in kjede(site, maal)],
        "dette": typet(site, maal).tekst,
        "under": med_oppfoelging(site, foelger, register.under(maal)),
        "planer": planer(site, maal, i_kraft=True),
        "andre_planer": planer(site, maal, i_kraft=False),
        "tiltak": tiltak(site, maal, teller_med=True),
        "andre_tiltak": tiltak(site, maal, teller_med=False),
        "indikatorer": indikatorer(site, maal),
        "utfordringer": [Punkt(site.lenke(item)) for item in ordnet(svar.get(maal.id, ()))],
        "viderefoerer": fra_andre(site, older),
        "viderefoert_av": fra_andre(site, register.viderefoert_av(maal)),
        "funn": site.funn_om(maal),
        "kilder": kilderader(site, maal.kilder),
    }


def sider(site: Nettsted, foelger: Foelger) -> Iterator[Side]:
    """Yield a page for every goal; called by the page of the goal tree, which has counted who follows up what."""
    _, svar = site.lang.gettext, utfordringer(site)
    for maal in site.register.maal.values():
        plan = site.register.finn_plan(maal.plan)
        about = _("Mål i {plan}: hva det sier, hvem som følger det opp, og hvordan det måles.")
        yield Side(
            sti=site.sti(maal),
            mal="ett_maal.html.j2",
            tittel=maal.tittel,
            beskrivelse=about.format(plan=plan.tittel if plan else maal.plan),
            innhold=_innhold(site, foelger, svar, maal),
            smuler=(PageLink(_("Mål"), "maal.html"),),
            kildefil=maal.file,
            soekeord=soekeord(maal.tittel, maal.sammendrag or "", *maal.tema),
        )
