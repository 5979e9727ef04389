"""What the law asks for, whether the register shows a plan that answers, and how sure we are of the law."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base.diagnostic import N_
from planlint.model import Plan
from planlint.output.law_words import lest, tid
from planlint.register.lookup import status
from planlint.register.lovdekning import INGEN, PLIKTER, gjeldende
from planlint.site.page import Side
from planlint.tables.page_link import PageLink
from planlint.tables.safe_address import trygg
from planlint.tables.table import Del, Tabell, grupper, kolonner

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from planlint.law import Pliktslag
    from planlint.model import Planstrategi
    from planlint.register.lovdekning import Dekket
    from planlint.tables.nettsted import Nettsted
    from planlint.tables.table import Celle, Rad

_VIST = 8
_NAVN = {"plan": N_("Planer loven krever"), "oversikt": N_("Oversikter loven krever"), "årlig": N_("Årlige rapporter")}
_ID = {"plan": "planer", "oversikt": "oversikter", "årlig": "rapporter"}
_OM = {
    "plan": N_("Tabellen viser planer som loven krever, og om registeret viser en plan som svarer til kravet."),
    "oversikt": N_("Tabellen viser oversikter og analyser som loven krever, og om registeret viser dem."),
    "årlig": N_("Tabellen viser det kommunestyret skal få minst hvert år, og om registeret viser det."),
}
_MANGLER = {
    "plan": N_("ingen plan for {n} av {alle} krav om en plan"),
    "oversikt": N_("ingen oversikt for {n} av {alle} krav om en oversikt"),
    "årlig": N_("ingen rapport for {n} av {alle} krav om årlig rapport"),
}


def _planer(site: Nettsted, plans: Sequence[Plan | Planstrategi]) -> Celle:
    """Give the plans with their status; of very many the first, and how many more."""
    shown = tuple(
        Del(
            plan.tittel,
            site.sti(plan),
            f" ({status(site.register, plan, site.lang)})" if isinstance(plan, Plan) else "",
        )
        for plan in plans[:_VIST]
    )
    rest = len(plans) - len(shown)
    return (*shown, Del(site.lang.gettext("{n} til").format(n=rest), "planer.html")) if rest else shown


def _rad(site: Nettsted, item: Dekket) -> Rad:
    law, _ = item.bestemmelse, site.lang.gettext
    name = law.sted.replace("§ ", "§\N{NO-BREAK SPACE}")
    words = law.paa(site.register.today) or law.nyeste
    start = ((Del(name, url=law.lenke),), _(words.krav))
    how = lest(words, site.lang)
    certain = f"{how[:1].upper()}{how[1:]}. {tid(words, site.lang)}"
    answer = (_(item.svar),) if item.svar else ()
    return (*start, *answer, _planer(site, item.planer), certain)


def _krav(site: Nettsted, slag: str, found: Sequence[Dekket]) -> Tabell:
    """Make the table of provisions that ask for one kind of document."""
    _ = site.lang.gettext
    doubt = _("«Ikke dokumentert» betyr at registeret ikke viser det. Kommunen kan likevel ha det.")
    return Tabell(
        id=f"{_ID[slag]}-tabell",
        navn=_(_NAVN[slag]),
        om=f"{_(_OM[slag])} {doubt}",
        tomt=_("Ingen av bestemmelsene vi kjenner, gjelder på denne dagen."),
        kolonner=kolonner((_("Bestemmelse"), _("Krav"), _("Dekket"), _("Dekkes av"), _("Slik er loven lest"))),
        grupper=grupper([("", [_rad(site, item) for item in found])]),
    )


def _framgangsmaate(site: Nettsted, found: Sequence[Dekket]) -> Tabell:
    _ = site.lang.gettext
    return Tabell(
        id="framgang-tabell",
        navn=_("Krav til hvordan planer blir laget"),
        om=_(
            "Disse bestemmelsene gjelder arbeidet med planene, så ingen enkelt plan svarer på dem. Tabellen viser "
            "planene som oppgir dem som hjemmel."
        ),
        tomt=_("Ingen av bestemmelsene vi kjenner, gjelder på denne dagen."),
        kolonner=kolonner((_("Bestemmelse"), _("Krav"), _("Oppgitt av"), _("Slik er loven lest"))),
        grupper=grupper([("", [_rad(site, item) for item in found])]),
    )


def _egne(site: Nettsted) -> Tabell:
    """Make the table of the provisions that the municipality itself has declared."""
    register, _ = site.register, site.lang.gettext
    rows: list[Rad] = [
        (
            (Del(own.navn, url=trygg(own.lenke)),),
            _planer(site, [plan for plan in register.med_hjemmel(id_) if register.aktiv(plan)]),
        )
        for id_, own in register.plansystem.bestemmelser.items()
    ]
    return Tabell(
        id="egne-tabell",
        navn=_("Andre bestemmelser"),
        om=_("Tabellen viser bestemmelser som kommunen selv har lagt inn, og planene som bygger på dem."),
        tomt=_("Kommunen har ikke lagt inn andre bestemmelser."),
        kolonner=kolonner((_("Bestemmelse"), _("Planer"))),
        grupper=grupper([("", rows)]),
    )


def _svar(site: Nettsted, duties: Mapping[Pliktslag, list[Dekket]]) -> str:
    """Give how many of each kind of duty that the register shows nothing for, in a sentence."""
    lang, told = site.lang, []
    for slag, found in duties.items():
        missing = sum(item.svar == INGEN for item in found)
        told.append(lang.gettext(_MANGLER[slag]).format(n=lang.tall(missing), alle=lang.tall(len(found))))
    return lang.gettext("Registeret viser {mangler}.").format(mangler=lang.oppramsing(told))


def sider(site: Nettsted) -> Iterator[Side]:
    """Yield the page."""
    _, found = site.lang.gettext, gjeldende(site.register)
    duties = {slag: [item for item in found if item.bestemmelse.pliktslag == slag] for slag in PLIKTER}
    process = [item for item in found if item.bestemmelse.pliktslag not in PLIKTER]
    yield Side(
        sti="lov.html",
        mal="lov.html.j2",
        tittel=_("Lovkrav til planer"),
        beskrivelse=_(
            "Planer, oversikter og rapporter som loven krever av kommunene, og hva {kommune} har som svarer på kravene."
        ).format(kommune=site.kommune),
        innhold={
            "svar": _svar(site, duties),
            "krav": [(_ID[slag], _krav(site, slag, rows)) for slag, rows in duties.items()],
            "framgangsmaate": _framgangsmaate(site, process),
            "egne": _egne(site),
        },
        smuler=(PageLink(_("Planer"), "planer.html"),),
        soekeord="lovpålagt hjemmel paragraf lovdata",
    )
