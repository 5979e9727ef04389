"""The tables of the page of the law: what is asked for, what answers it, and how sure we are of the law."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_, with_capital
from planlint.model import Plan
from planlint.output import how_read
from planlint.register import (
    INGEN,
    LOVPLIKTER,
    YES,
    Dekket,
    counts_on,
    gjeldende_krav,
    plans_for_krav,
    status_without_deadlines,
)
from planlint.tables import CellPart, Table, column_heads, filled_groups, safe_url

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.law import Bestemmelse
    from planlint.model import Planstrategi
    from planlint.tables import Nettsted, TableCell, TableRow

_SHOWN = 8
ROLLE = {"samfunnsdel": N_("samfunnsdelen"), "handlingsdel": N_("handlingsdelen"), "arealdel": N_("arealdelen")}
RETNINGSLINJER = "retningslinjer"
_NAVN = {
    "plan": N_("Planer loven krever"),
    "oversikt": N_("Oversikter loven krever"),
    "årlig": N_("Årlige rapporter"),
    RETNINGSLINJER: N_("Statlige planretningslinjer"),
}
_OWN_DAYS = N_("Frister som kommunen selv har satt, står på siden til planen, og ikke her.")
ID = {"plan": "planer", "oversikt": "oversikter", "årlig": "rapporter", RETNINGSLINJER: "retningslinjer"}
_ABOUT = {
    "plan": N_("Tabellen viser planer som loven krever, og om registeret viser en plan som svarer til kravet."),
    "oversikt": N_("Tabellen viser oversikter og analyser som loven krever, og om registeret viser dem."),
    "årlig": N_("Tabellen viser det kommunestyret skal få minst hvert år, og om registeret viser det."),
    RETNINGSLINJER: N_(
        "Tabellen viser det statlige planretningslinjer ber om, og om registeret viser det. Retningslinjer skal "
        "legges til grunn for planleggingen etter plan- og bygningsloven § 6-2, men er ikke lov."
    ),
}


def _called(site: Nettsted, plan: Plan | Planstrategi, *, by_title: bool) -> CellPart:
    """Give a plan with its status, and with the doubt where only its title says that it answers.

    The deadlines that the municipality has set itself stand on the plans' own pages: here only the law's count.
    """
    if not isinstance(plan, Plan):
        return CellPart(plan.tittel, site.path(plan))
    status = status_without_deadlines(site.register, site.lang, plan)
    doubt = N_("{status}; bare tittelen tyder på at den kan dekke kravet")
    told = site.lang.gettext(doubt).format(status=status) if by_title else status
    return CellPart(site.name(plan), site.path(plan), f" ({told})")


def _planer(site: Nettsted, plans: Sequence[tuple[Plan | Planstrategi, bool]]) -> TableCell:
    """Give plans with their status, and whether only the title says so; of very many the first, and how many more."""
    shown = tuple(_called(site, plan, by_title=by_title) for plan, by_title in plans[:_SHOWN])
    rest = len(plans) - len(shown)
    return (*shown, CellPart(site.lang.gettext("{n} til").format(n=rest), "planer.html")) if rest else shown


def _answer(site: Nettsted, item: Dekket) -> str:
    """Give the answer in a word; of several parts, in brackets those that are answered otherwise than «Ja»."""
    _ = site.lang.gettext
    parts = [f"{_(ROLLE[rolle])}: {_(word)[:1].lower()}{_(word)[1:]}" for rolle, word in item.deler if word != YES]
    return _("{svar} ({deler})").format(svar=_(item.svar), deler=", ".join(parts)) if parts else _(item.svar)


def _row(site: Nettsted, item: Dekket) -> TableRow:
    law, _ = item.bestemmelse, site.lang.gettext
    name = law.sted.replace("§ ", "§\N{NO-BREAK SPACE}")
    words = law.wording_on(site.register.today) or law.newest
    start = ((CellPart(name, url=law.address),), _(words.krav))
    answer = (_answer(site, item),) if item.svar else ()
    by = _planer(site, plans_for_krav(site.register, item))
    return (*start, *answer, by, how_read(law, words, site.lang))


def _short_row(site: Nettsted, law: Bestemmelse) -> TableRow:
    """Give a provision that the register is not held against."""
    row = _row(site, Dekket(law, "", ()))
    return (*row[:2], row[-1])


def demands(site: Nettsted, slag: str, found: Sequence[Dekket]) -> Table:
    """Make the table of provisions that ask for one kind of document; those of guidelines have one of their own."""
    _ = site.lang.gettext
    doubt = _("«Ikke dokumentert» betyr at registeret ikke viser det. Kommunen kan likevel ha det.")
    return Table(
        id=f"{ID[slag]}-tabell",
        navn=_(_NAVN[slag]),
        om=f"{_(_ABOUT[slag])} {doubt} {_(_OWN_DAYS)}",
        tomt=_("Ingen av bestemmelsene vi kjenner, gjelder på denne dagen."),
        kolonner=column_heads((_("Bestemmelse"), _("Krav"), _("Dekket"), _("Dekkes av"), _("Slik er loven lest"))),
        klasse="lovkrav",
        grupper=filled_groups([("", [_row(site, item) for item in found])]),
    )


def missing(site: Nettsted, found: Sequence[Dekket]) -> Table:
    """Make the table of the demands that the register shows no sure answer to, those it shows nothing for first."""
    _, lacking = site.lang.gettext, [item for item in found if item.svar != YES]
    answers = dict.fromkeys((INGEN, *(item.svar for item in lacking)))
    groups = ((_(answer), [_missing_row(site, item) for item in lacking if item.svar == answer]) for answer in answers)
    return Table(
        id="mangler-tabell",
        navn=_("Krav uten dokumentert svar"),
        om=_(
            "Tabellen viser kravene der registeret ikke viser at kommunen har det kravet ber om på denne dagen. "
            "«Ikke dokumentert» betyr at registeret ikke viser det. Kommunen kan likevel ha det. Statlige "
            "planretningslinjer skal legges til grunn, men er ikke lov."
        ),
        tomt=_("Registeret viser svar på alle kravene vi kjenner. Om innholdet svarer til kravet, er ikke vurdert."),
        kolonner=column_heads((_("Krav"), _("Bestemmelse"), _("Dette kan dekke det"))),
        grupper=filled_groups(groups),
        gruppenavn=_("Dekket"),
    )


def _missing_row(site: Nettsted, item: Dekket) -> TableRow:
    """Give a demand in a few words, where the duty has some; else its wording."""
    law, lang = item.bestemmelse, site.lang
    words = [lang.value(plikt.hva) for plikt in LOVPLIKTER.values() if law.id in plikt.lov]
    wording = law.wording_on(site.register.today) or law.newest
    told = with_capital(lang.enumeration(words)) if words else lang.gettext(wording.krav)
    name = lang.value(law.navn).replace("§ ", "§\N{NO-BREAK SPACE}")
    by = _planer(site, plans_for_krav(site.register, item))
    return told, (CellPart(name, url=law.address),), by


def procedure(site: Nettsted, found: Sequence[Dekket]) -> Table:
    """Make the table of provisions about how plans are made, or what is in them."""
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


def some_municipalities(site: Nettsted, found: Sequence[Bestemmelse]) -> Table:
    """Make the table of what binds some municipalities only, and that this one has not told that it is bound by."""
    _ = site.lang.gettext
    return Table(
        id="betingede-tabell",
        navn=_("Krav som bare gjelder noen kommuner"),
        om=_(
            "Tabellen viser krav som bare gjelder noen kommuner, og som ikke er slått på i feltet `betingede_krav` i "
            "`plansystem.yaml`. Det er ikke vurdert om de gjelder for kommunen, og de er ikke med i tallene øverst."
        ),
        tomt=_(
            "Alle slike krav som vi kjenner, er slått på i feltet `betingede_krav`, eller gjelder ikke på denne dagen."
        ),
        kolonner=column_heads((_("Bestemmelse"), _("Krav"), _("Slik er loven lest"))),
        grupper=filled_groups([("", [_short_row(site, law) for law in found])]),
    )


def about_planstrategi(site: Nettsted) -> Table:
    """Make the table of the provisions on the day whose words say something of the planstrategi."""
    _, register = site.lang.gettext, site.register
    every = (
        item.bestemmelse
        for item in gjeldende_krav(register)
        if counts_on(register, item.bestemmelse.id, register.today)
    )
    found = [law for law in every if "planstrategi" in (law.wording_on(register.today) or law.newest).krav]
    return Table(
        id="loven-tabell",
        navn=_("Bestemmelser om planstrategien"),
        om=_(
            "Tabellen viser bestemmelsene vi kjenner, som sier noe om planstrategien, gjengitt med våre egne ord. "
            "Statlige planretningslinjer skal legges til grunn, men er ikke lov."
        ),
        tomt=_("Ingen av bestemmelsene vi kjenner, gjelder på denne dagen."),
        kolonner=column_heads((_("Bestemmelse"), _("Krav"), _("Slik er loven lest"))),
        grupper=filled_groups([("", [_short_row(site, law) for law in found])]),
    )


def unread(site: Nettsted, found: Sequence[Dekket]) -> Table:
    """Make the table of what applied on the day in words that nobody has read for planlint."""
    _ = site.lang.gettext
    return Table(
        id="uleste-tabell",
        navn=_("Bestemmelser som ikke er lest"),
        om=_(
            "Tabellen viser lover og bestemmelser som gjaldt på denne dagen, men som ikke er lest eller bekreftet. De "
            "er ikke med i tallene øverst, og kommunen kan ha hatt plikter som ikke står her."
        ),
        tomt=_("Alle bestemmelsene vi kjenner, er lest, eller gjengitt av andre som har lest dem."),
        kolonner=column_heads((_("Bestemmelse"), _("Krav"), _("Slik er loven lest"))),
        grupper=filled_groups([("", [_short_row(site, item.bestemmelse) for item in found])]),
    )


def own(site: Nettsted) -> Table:
    """Make the table of the provisions that the municipality itself has declared."""
    register, _ = site.register, site.lang.gettext
    rows: list[TableRow] = [
        (
            (CellPart(own.navn, url=safe_url(own.lenke)),),
            _planer(site, [(plan, False) for plan in register.plans_with_hjemmel(id_) if register.is_active(plan)]),
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
