"""What the law asks for, whether the register shows a plan that answers, and how sure we are of the law."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.model import Plan
from planlint.output import read_where, when_applied
from planlint.register import INGEN, PLIKTER, gjeldende_krav, status
from planlint.site.page import Page
from planlint.tables import CellPart, PageLink, Table, column_heads, filled_groups, safe_url

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from planlint.law import Pliktslag
    from planlint.model import Planstrategi
    from planlint.register import Dekket
    from planlint.tables import Nettsted, TableCell, TableRow

_SHOWN = 8
_NAVN = {"plan": N_("Planer loven krever"), "oversikt": N_("Oversikter loven krever"), "årlig": N_("Årlige rapporter")}
_ID = {"plan": "planer", "oversikt": "oversikter", "årlig": "rapporter"}
_ABOUT = {
    "plan": N_("Tabellen viser planer som loven krever, og om registeret viser en plan som svarer til kravet."),
    "oversikt": N_("Tabellen viser oversikter og analyser som loven krever, og om registeret viser dem."),
    "årlig": N_("Tabellen viser det kommunestyret skal få minst hvert år, og om registeret viser det."),
}
_MISSING = {
    "plan": N_("ingen plan for {n} av {alle} krav om en plan"),
    "oversikt": N_("ingen oversikt for {n} av {alle} krav om en oversikt"),
    "årlig": N_("ingen rapport for {n} av {alle} krav om årlig rapport"),
}


def _planer(site: Nettsted, plans: Sequence[Plan | Planstrategi]) -> TableCell:
    """Give the plans with their status; of very many the first, and how many more."""
    shown = tuple(
        CellPart(
            plan.tittel,
            site.path(plan),
            f" ({status(site.register, plan, site.lang)})" if isinstance(plan, Plan) else "",
        )
        for plan in plans[:_SHOWN]
    )
    rest = len(plans) - len(shown)
    return (*shown, CellPart(site.lang.gettext("{n} til").format(n=rest), "planer.html")) if rest else shown


def _row(site: Nettsted, item: Dekket) -> TableRow:
    law, _ = item.bestemmelse, site.lang.gettext
    name = law.sted.replace("§ ", "§\N{NO-BREAK SPACE}")
    words = law.wording_on(site.register.today) or law.newest
    start = ((CellPart(name, url=law.address),), _(words.krav))
    how = read_where(words, site.lang)
    certain = f"{how[:1].upper()}{how[1:]}. {when_applied(law, words, site.lang)}"
    answer = (_(item.svar),) if item.svar else ()
    return (*start, *answer, _planer(site, item.planer), certain)


def _demands(site: Nettsted, slag: str, found: Sequence[Dekket]) -> Table:
    """Make the table of provisions that ask for one kind of document."""
    _ = site.lang.gettext
    doubt = _("«Ikke dokumentert» betyr at registeret ikke viser det. Kommunen kan likevel ha det.")
    return Table(
        id=f"{_ID[slag]}-tabell",
        navn=_(_NAVN[slag]),
        om=f"{_(_ABOUT[slag])} {doubt}",
        tomt=_("Ingen av bestemmelsene vi kjenner, gjelder på denne dagen."),
        kolonner=column_heads((_("Bestemmelse"), _("Krav"), _("Dekket"), _("Dekkes av"), _("Slik er loven lest"))),
        grupper=filled_groups([("", [_row(site, item) for item in found])]),
    )


def _procedure(site: Nettsted, found: Sequence[Dekket]) -> Table:
    _ = site.lang.gettext
    return Table(
        id="framgang-tabell",
        navn=_("Krav til hvordan planer blir laget"),
        om=_(
            "Disse bestemmelsene gjelder arbeidet med planene, så ingen enkelt plan svarer på dem. Tabellen viser "
            "planene som oppgir dem som hjemmel."
        ),
        tomt=_("Ingen av bestemmelsene vi kjenner, gjelder på denne dagen."),
        kolonner=column_heads((_("Bestemmelse"), _("Krav"), _("Oppgitt av"), _("Slik er loven lest"))),
        grupper=filled_groups([("", [_row(site, item) for item in found])]),
    )


def _own(site: Nettsted) -> Table:
    """Make the table of the provisions that the municipality itself has declared."""
    register, _ = site.register, site.lang.gettext
    rows: list[TableRow] = [
        (
            (CellPart(own.navn, url=safe_url(own.lenke)),),
            _planer(site, [plan for plan in register.plans_with_hjemmel(id_) if register.is_active(plan)]),
        )
        for id_, own in register.plansystem.bestemmelser.items()
    ]
    return Table(
        id="egne-tabell",
        navn=_("Andre bestemmelser"),
        om=_("Tabellen viser bestemmelser som kommunen selv har lagt inn, og planene som bygger på dem."),
        tomt=_("Kommunen har ikke lagt inn andre bestemmelser."),
        kolonner=column_heads((_("Bestemmelse"), _("Planer"))),
        grupper=filled_groups([("", rows)]),
    )


def _answer(site: Nettsted, duties: Mapping[Pliktslag, list[Dekket]]) -> str:
    """Give how many of each kind of duty that the register shows nothing for, in a sentence."""
    lang, told = site.lang, []
    for slag, found in duties.items():
        missing = sum(item.svar == INGEN for item in found)
        told.append(lang.gettext(_MISSING[slag]).format(n=lang.number(missing), alle=lang.number(len(found))))
    return lang.gettext("Registeret viser {mangler}.").format(mangler=lang.enumeration(told))


def pages(site: Nettsted) -> Iterator[Page]:
    """Yield the page."""
    _, found = site.lang.gettext, gjeldende_krav(site.register)
    duties = {slag: [item for item in found if item.bestemmelse.pliktslag == slag] for slag in PLIKTER}
    process = [item for item in found if item.bestemmelse.pliktslag not in PLIKTER]
    yield Page(
        sti="lov.html",
        mal="lov.html.j2",
        tittel=_("Lovkrav til planer"),
        beskrivelse=_(
            "Planer, oversikter og rapporter som loven krever av kommunene, og hva {kommune} har som svarer på kravene."
        ).format(kommune=site.kommune),
        innhold={
            "svar": _answer(site, duties),
            "krav": [(_ID[slag], _demands(site, slag, rows)) for slag, rows in duties.items()],
            "framgangsmaate": _procedure(site, process),
            "egne": _own(site),
        },
        smuler=(PageLink(_("Planer"), "planer.html"),),
        soekeord="lovpålagt hjemmel paragraf lovdata",
    )
