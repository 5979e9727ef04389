"""What the law asks for, whether the register shows a plan that answers, and how sure we are of the law."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from planlint.base import NN_
from planlint.register import (
    ARBEID,
    FOUR_YEARS,
    INGEN,
    NO_BODY,
    NO_DATE,
    NOTED,
    OLD,
    OTHER_BODY,
    OTHER_TERM,
    PARTLY,
    PLIKTER,
    RUN_OUT,
    UNSURE_TERM,
    YES,
    counts_on,
    gjeldende_krav,
    not_declared_krav,
)
from planlint.site.page import Page
from planlint.site.pages.law_tables import (
    ID,
    RETNINGSLINJER,
    demands,
    missing,
    own,
    procedure,
    some_municipalities,
    unread,
)
from planlint.site.sparse_columns import without_sparse_columns
from planlint.tables import PageLink

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.register import Dekket
    from planlint.tables import Nettsted, Table
    from planlint.text import Language

PATHS = ("lov.html",)
_COVERED = {
    "plan": NN_("{n} av {alle} krav om en plan er dekket", "{n} av {alle} krav om en plan er dekket"),
    "oversikt": NN_("{n} av {alle} krav om en oversikt er dekket", "{n} av {alle} krav om en oversikt er dekket"),
    "årlig": NN_(
        "{n} av {alle} krav om en årlig rapport er dekket", "{n} av {alle} krav om en årlig rapport er dekket"
    ),
    RETNINGSLINJER: NN_(
        "{n} av {alle} punkt i statlige planretningslinjer er dekket",
        "{n} av {alle} punkter i statlige planretningslinjer er dekket",
    ),
}
_OTHERS = {
    PARTLY: NN_("{n} er delvis dekket", "{n} er delvis dekket"),
    RUN_OUT: NN_("{n} har et dokument der perioden er over", "{n} har dokumenter der perioden er over"),
    OLD: NN_("{n} er ikke dekket det siste året", "{n} er ikke dekket det siste året"),
    NO_DATE: NN_("{n} har et dokument uten dokumentert vedtak", "{n} har dokumenter uten dokumentert vedtak"),
    ARBEID: NN_("{n} har et dokument under arbeid", "{n} har dokumenter under arbeid"),
    OTHER_BODY: NN_("{n} er registrert på et annet organ", "{n} er registrert på et annet organ"),
    NOTED: NN_("{n} er bare tatt til orientering", "{n} er bare tatt til orientering"),
    NO_BODY: NN_("{n} er vedtatt uten at organet er oppgitt", "{n} er vedtatt uten at organet er oppgitt"),
    OTHER_TERM: NN_("{n} er ikke dekket i denne valgperioden", "{n} er ikke dekket i denne valgperioden"),
    UNSURE_TERM: NN_("{n} er kanskje dekket i denne valgperioden", "{n} er kanskje dekket i denne valgperioden"),
    FOUR_YEARS: NN_("{n} er ikke dekket de siste fire årene", "{n} er ikke dekket de siste fire årene"),
    INGEN: NN_("{n} er ikke dokumentert", "{n} er ikke dokumentert"),
}


def answer(slag: str, found: Sequence[Dekket], lang: Language) -> str:
    """Give how the demands of one kind stand: those that are answered apart, then each other answer with its number.

    The kinds are the law's (`PLIKTER`), and what guidelines ask for, which is counted apart.
    """
    numbers = Counter(item.svar for item in found)
    told = [
        lang.choose(*_COVERED[slag], numbers[YES]).format(n=lang.number(numbers[YES]), alle=lang.number(len(found)))
    ]
    told += [lang.ngettext(*words, numbers[svar]) for svar, words in _OTHERS.items() if numbers[svar]]
    return f"{lang.whole_list(told)}."


def _kept(site: Nettsted, table: Table) -> Table:
    return without_sparse_columns(table, site.lang)


def pages(site: Nettsted) -> Iterator[Page]:
    """Yield the page."""
    _, register = site.lang.gettext, site.register
    every = gjeldende_krav(register)
    found = [item for item in every if counts_on(register, item.bestemmelse.id, register.today)]
    duties: dict[str, list[Dekket]] = {slag: [] for slag in (*PLIKTER, RETNINGSLINJER)}
    for item in found:
        if (slag := item.bestemmelse.pliktslag) in PLIKTER:
            duties[RETNINGSLINJER if item.bestemmelse.is_retningslinje else slag].append(item)
    process = [item for item in found if item.bestemmelse.pliktslag not in PLIKTER]
    yield Page(
        sti="lov.html",
        mal="lov.html.j2",
        tittel=_("Lovkrav til planer"),
        beskrivelse=_(
            "Planer, oversikter og rapporter som loven krever av kommunene, og hva {kommune} har som svarer på kravene."
        ).format(kommune=site.kommune),
        innhold={
            "svar": [answer(slag, rows, site.lang) for slag, rows in duties.items() if rows],
            "mangler": missing(site, [item for rows in duties.values() for item in rows]),
            "krav": [(ID[slag], _kept(site, demands(site, slag, rows))) for slag, rows in duties.items()],
            "framgangsmaate": _kept(site, procedure(site, process)),
            "betingede": some_municipalities(site, not_declared_krav(register)),
            "uleste": unread(site, [item for item in every if item not in found]),
            "egne": own(site),
        },
        smuler=(PageLink(_("Planer"), "planer.html"),),
    )
