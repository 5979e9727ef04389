"""The attachment to a case: the tables of a planstrategi's page, with the same rows, and a draft for the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.exports.plain_text import paragraphs
from planlint.exports.word_document import WordPaper
from planlint.output import propose
from planlint.register import vedtak
from planlint.tables import TITLES, day_note, facts_of_strategi, planer_i_kraft_table, tables_of_strategi

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.ahead import Utkast
    from planlint.model import Planstrategi
    from planlint.tables import Nettsted, Table


def _write_table(papir: WordPaper, bokstav: str, tittel: str, tabell: Table) -> None:
    """Write a prepared table: a heading, what it shows, and a numbered table for each of its groups."""
    papir.heading(f"{bokstav} {tittel}")
    papir.paragraph(tabell.om if tabell.grupper else tabell.tomt)
    groups = ((gruppe.navn, gruppe.rader) for gruppe in tabell.grupper)
    papir.tables(tabell.navn, tabell.om, [str(kolonne) for kolonne in tabell.kolonner], groups)


def _introduction(papir: WordPaper, site: Nettsted, strategi: Planstrategi) -> None:
    for text, item in paragraphs(strategi.sammendrag or ""):
        papir.paragraph(text, "List Bullet" if item else "Normal")
    for one in facts_of_strategi(site, strategi):
        papir.fact(one.navn, [one.deler] if isinstance(one.deler, str) else [str(part) for part in one.deler])
    for text, item in paragraphs(strategi.merknad or ""):
        papir.paragraph(text, "List Bullet" if item else "Normal")
    if text := day_note(site, strategi):
        papir.paragraph(text)


def _forslag(papir: WordPaper, bokstav: str, utkast: Utkast) -> None:
    """Write the draft, and that nobody has decided it."""
    lang = papir.lang
    papir.heading(f"{bokstav} {propose.title(utkast, lang)}")
    papir.paragraph(lang.gettext(propose.WHO_DECIDES))
    papir.paragraph(propose.summary(utkast, lang) or lang.gettext("Registeret gir ingen forslag."))
    if questions := propose.unknown(utkast, lang):
        papir.paragraph(lang.gettext(propose.TO_FIND_OUT))
        for line in questions:
            papir.paragraph(line, "List Bullet")
    about = lang.gettext(propose.WHO_DECIDES)
    papir.tables(lang.gettext("Forslag"), about, propose.heads(lang), propose.groups(utkast, lang))
    if utkast.utenfor:
        outside, about = lang.gettext(propose.OUTSIDE), lang.gettext(propose.ABOUT_OUTSIDE)
        papir.tables(outside, about, propose.outside_heads(lang), [(outside, propose.outside_rows(utkast, lang))])


def _all_tables(site: Nettsted, strategi: Planstrategi | None) -> Sequence[Table]:
    if strategi is None:
        return (planer_i_kraft_table(site.register, site.lang),)
    return tables_of_strategi(site, strategi, vedtak(site.register).get(strategi.id, []))


def vedlegg(site: Nettsted, strategi: Planstrategi | None, utkast: Utkast | None) -> bytes:
    """Give the attachment as a Word file.

    Without a planstrategi it shows the plans in force. Raises BuildError where python-docx is missing.
    """
    _ = site.lang.gettext
    plain = _("Plansystemet i {kommune}").format(kommune=site.kommune)
    title = strategi.tittel if strategi else propose.title(utkast, site.lang) if utkast else plain
    papir = WordPaper(site.lang, title, site.kommune, site.register.today)
    day = site.lang.dato(site.register.today)
    papir.paragraph(
        _("Vedlegg til saksframlegg. {kommune}, {dato}.").format(kommune=site.kommune, dato=day), "Subtitle"
    )
    if since := site.register.plansystem.ajourfoert:
        papir.paragraph(_("Registeret beskriver planene slik de var {dato}.").format(dato=site.lang.dato(since)))
    if strategi:
        _introduction(papir, site, strategi)
    elif not utkast:
        papir.paragraph(_("Ingen planstrategi er registrert."))
    found = _all_tables(site, strategi)
    for letter, name, tabell in zip("ABC", TITLES, found, strict=False):
        _write_table(papir, letter, _(name), tabell)
    if utkast:
        _forslag(papir, "ABCD"[len(found)], utkast)
    return papir.file()
