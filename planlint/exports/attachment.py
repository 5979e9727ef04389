"""The attachment to a case: the tables of a planstrategi's page, with the same rows, and a draft for the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.exports.plain_text import avsnittene
from planlint.exports.word_document import Papir
from planlint.output import propose
from planlint.register.valgperiode import vedtak
from planlint.tables.planstrategi_facts import fakta, om_dagen
from planlint.tables.planstrategi_tables import TITLER, planer_i_kraft, tabeller

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.ahead.draft import Utkast
    from planlint.model import Planstrategi
    from planlint.tables.nettsted import Nettsted
    from planlint.tables.table import Tabell


def _tabell(papir: Papir, bokstav: str, tittel: str, tabell: Tabell) -> None:
    """Write a prepared table: a heading, what it shows, and a numbered table for each of its groups."""
    papir.overskrift(f"{bokstav} {tittel}")
    papir.avsnitt(tabell.om if tabell.grupper else tabell.tomt)
    groups = ((gruppe.navn, gruppe.rader) for gruppe in tabell.grupper)
    papir.tabeller(tabell.navn, tabell.om, [str(kolonne) for kolonne in tabell.kolonner], groups)


def _innledning(papir: Papir, site: Nettsted, strategi: Planstrategi) -> None:
    for text, item in avsnittene(strategi.sammendrag or ""):
        papir.avsnitt(text, "List Bullet" if item else "Normal")
    for one in fakta(site, strategi):
        papir.opplysning(one.navn, [one.deler] if isinstance(one.deler, str) else [str(part) for part in one.deler])
    for text, item in avsnittene(strategi.merknad or ""):
        papir.avsnitt(text, "List Bullet" if item else "Normal")
    if text := om_dagen(site, strategi):
        papir.avsnitt(text)


def _forslag(papir: Papir, bokstav: str, utkast: Utkast) -> None:
    """Write the draft, and that nobody has decided it."""
    lang = papir.lang
    papir.overskrift(f"{bokstav} {propose.title(utkast, lang)}")
    papir.avsnitt(lang.gettext(propose.WHO_DECIDES))
    papir.avsnitt(propose.summary(utkast, lang) or lang.gettext("Registeret gir ingen forslag."))
    about = lang.gettext(propose.WHO_DECIDES)
    papir.tabeller(lang.gettext("Forslag"), about, propose.heads(lang), propose.groups(utkast, lang))


def _alle_tabeller(site: Nettsted, strategi: Planstrategi | None) -> Sequence[Tabell]:
    if strategi is None:
        return (planer_i_kraft(site.register, site.lang),)
    return tabeller(site, strategi, vedtak(site.register).get(strategi.id, []))


def vedlegg(site: Nettsted, strategi: Planstrategi | None, utkast: Utkast | None) -> bytes:
    """Give the attachment as a Word file.

    Without a planstrategi it shows the plans in force. Raises BuildError where python-docx is missing.
    """
    _ = site.lang.gettext
    plain = _("Plansystemet i {kommune}").format(kommune=site.kommune)
    title = strategi.tittel if strategi else propose.title(utkast, site.lang) if utkast else plain
    papir = Papir(site.lang, title, site.kommune, site.register.today)
    day = site.lang.dato(site.register.today)
    papir.avsnitt(_("Vedlegg til saksframlegg. {kommune}, {dato}.").format(kommune=site.kommune, dato=day), "Subtitle")
    if since := site.register.plansystem.ajourfoert:
        papir.avsnitt(_("Registeret beskriver planene slik de var {dato}.").format(dato=site.lang.dato(since)))
    if strategi:
        _innledning(papir, site, strategi)
    elif not utkast:
        papir.avsnitt(_("Ingen planstrategi er registrert."))
    found = _alle_tabeller(site, strategi)
    for letter, name, tabell in zip("ABC", TITLER, found, strict=False):
        _tabell(papir, letter, _(name), tabell)
    if utkast:
        _forslag(papir, "ABCD"[len(found)], utkast)
    return papir.filen()
