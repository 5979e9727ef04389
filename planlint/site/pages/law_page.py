"""What the law asks for, whether the register shows a plan that answers, and how sure we are of the law."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.model import Plan
from planlint.register.lookup import status
from planlint.register.lovdekning import FRAMGANGSMAATE, INGEN, SIKKERHET, gjeldende
from planlint.site.page import Side
from planlint.tables.page_link import PageLink
from planlint.tables.safe_address import trygg
from planlint.tables.table import Del, Tabell, grupper, kolonner

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.model import Planstrategi
    from planlint.register.lovdekning import Dekket
    from planlint.tables.nettsted import Nettsted
    from planlint.tables.table import Celle, Rad

_VIST = 8


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
    name = law.navn.replace("§ ", "§\N{NO-BREAK SPACE}")
    start = ((Del(name, url=law.lenke),), _(law.krav))
    certain = _(SIKKERHET[law.sikkerhet])
    answer = (_(item.svar),) if item.svar else ()
    return (*start, *answer, _planer(site, item.planer), certain)


def _krav(site: Nettsted, found: Sequence[Dekket]) -> Tabell:
    """Make the table of provisions that ask for a plan, a report or a knowledge base."""
    _ = site.lang.gettext
    return Tabell(
        id="krav-tabell",
        navn=_("Krav om en plan eller et annet dokument"),
        om=_(
            "Tabellen viser hva loven krever, om registeret viser noe som svarer til kravet, og hvor sikre vi er på "
            "gjengivelsen av loven. «Ikke dokumentert» betyr at registeret ikke viser det. Kommunen kan likevel ha det."
        ),
        tomt=_("Ingen av bestemmelsene vi kjenner, gjelder på denne dagen."),
        kolonner=kolonner((_("Bestemmelse"), _("Krav"), _("Dekket"), _("Dekkes av"), _("Sikkerhet"))),
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
        kolonner=kolonner((_("Bestemmelse"), _("Krav"), _("Oppgitt av"), _("Sikkerhet"))),
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


def _svar(site: Nettsted, found: Sequence[Dekket]) -> str:
    missing = sum(item.svar == INGEN for item in found)
    return site.lang.ngettext(
        "Registeret viser ingen plan for {n} av kravene.", "Registeret viser ingen plan for {n} av kravene.", missing
    )


def sider(site: Nettsted) -> Iterator[Side]:
    """Yield the page."""
    _, found = site.lang.gettext, gjeldende(site.register)
    duties = [item for item in found if item.bestemmelse.id not in FRAMGANGSMAATE]
    process = [item for item in found if item.bestemmelse.id in FRAMGANGSMAATE]
    yield Side(
        sti="lov.html",
        mal="lov.html.j2",
        tittel=_("Lovkrav til planer"),
        beskrivelse=_(
            "Planer som loven krever av kommunene, og hvilke planer {kommune} har til å svare på kravene."
        ).format(kommune=site.kommune),
        innhold={
            "svar": _svar(site, duties),
            "krav": _krav(site, duties),
            "framgangsmaate": _framgangsmaate(site, process),
            "egne": _egne(site),
        },
        smuler=(PageLink(_("Planer"), "planer.html"),),
        soekeord="lovpålagt hjemmel paragraf lovdata",
    )
