"""The case paper of a plan (saksframlegg).

Every sentence is from the register, and what it does not show is said to be not registered: neither yes nor no.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.edit import unclear_utkast
from planlint.exports.case_paper_goals import goal_row, goals_of, old_heading, write_loose, write_old_goals
from planlint.exports.case_paper_input import hearing_lines, new_paper, told_event, write_input
from planlint.exports.plain_text import paragraphs
from planlint.register import is_settled, last_vedtak, medvirkning, open_utkast, stilling_sentence

if TYPE_CHECKING:
    from planlint.exports.word_document import WordPaper
    from planlint.model import Plan
    from planlint.tables import Nettsted


def _background(papir: WordPaper, site: Nettsted, plan: Plan) -> None:
    _, register = site.lang.gettext, site.register
    papir.heading(_("Bakgrunn"))
    for text, item in paragraphs(plan.sammendrag or ""):
        papir.paragraph(text, "List Bullet" if item else "Normal")
    papir.paragraph(stilling_sentence(register, site.lang, plan))
    above = [register.find_maal(one.maal) or register.find_plan(one.plan) for one in plan.forankring]
    titles = [entity.tittel for entity in above if entity]
    if titles:
        papir.fact(_("Planen følger opp"), titles)
    events = [told_event(site, event) for event in register.hendelser(plan)]
    if events:
        papir.fact(_("Dette er registrert om planen"), events)
    else:
        papir.paragraph(_("Registeret viser ingen hendelser for planen."))


def _assessment(papir: WordPaper, site: Nettsted, plan: Plan) -> None:
    _ = site.lang.gettext
    papir.heading(_("Vurdering ut fra registeret"))
    found = _findings(site, plan)
    papir.paragraph(
        _("Kontrollen av registeret sier dette om planen, målene, utkastene og innspillene:")
        if found
        else _("Kontrollen har ingen funn om planen, målene og utkastene i den eller innspillene til den.")
    )
    for message in found:
        papir.paragraph(message, "List Bullet")
    if text := site.missing(plan):
        papir.paragraph(text)
    papir.paragraph(_("Faglig vurdering står ikke i registeret, og skrives av saksbehandleren."))


def _findings(site: Nettsted, plan: Plan) -> list[str]:
    """Give what the check says of a plan, and of its goals, drafts and input; those that say one thing as one."""
    known = medvirkning(site.register)
    others = [*goals_of(site, plan), *known.utkast.get(plan.id, ()), *known.innspill.get(plan.id, ())]
    said: dict[str, list[str]] = {}
    for entity in others:
        for funn in site.findings_about(entity):
            said.setdefault(funn.melding, []).append(site.lang.quoted(entity.tittel))
    own = [funn.melding for funn in site.findings_about(plan)]
    return [*own, *(f"{site.lang.enumeration(titles)}: {message}" for message, titles in said.items())]


def _recommended(papir: WordPaper, site: Nettsted, plan: Plan) -> None:
    """Write what the decision would be; of a plan that is adopted, that it is."""
    _, register = site.lang.gettext, site.register
    papir.heading(_("Forslag til vedtak"))
    vote = last_vedtak(register, plan)
    if vote and not register.is_under_arbeid(plan):
        told = _("Registeret viser at planen ble vedtatt {dato}. Derfor er det ikke noe forslag til vedtak her.")
        papir.paragraph(told.format(dato=site.lang.tidspunkt(vote.dato)))
        return
    if unclear := unclear_utkast(register, plan):
        papir.paragraph(_("Dette må avklares før registeret kan gi et forslag til vedtak:"))
        for message in unclear:
            papir.paragraph(message.in_language(site.lang), "List Bullet")
        return
    plantype = register.plantype(plan)
    organs = [register.plansystem.organer[id_].navn for id_ in plantype.vedtas_av if id_ in
              register.plansystem.organer] if plantype else []  # fmt: skip
    if len(organs) == 1:
        name = f"{organs[0][:1].upper()}{organs[0][1:]}"
        papir.paragraph(_("{organ} vedtar «{plan}».").format(organ=name, plan=plan.tittel), "List Bullet")
    else:
        papir.paragraph(_("«{plan}» blir vedtatt.").format(plan=plan.tittel), "List Bullet")
    for old in (register.find_plan(id_) for id_ in plan.erstatter):
        if old:
            papir.paragraph(_("Planen erstatter «{plan}».").format(plan=old.tittel), "List Bullet")
    if drafts := open_utkast(register, plan):
        number = site.lang.number(len(drafts))
        papir.paragraph(
            _("Utkast som blir mål i planen: {n}. De står i tabellen «{tabell}».").format(
                n=number, tabell=_("Mål og utkast")
            ),
            "List Bullet",
        )


def saksframlegg(site: Nettsted, plan: Plan, mal: bytes = b"") -> bytes:
    """Give the case paper of a plan as a Word file, with its goals, drafts and input as tables. Raises BuildError."""
    _, register = site.lang.gettext, site.register
    papir = new_paper(site, _("Saksframlegg: {plan}").format(plan=plan.tittel), mal)
    _background(papir, site, plan)
    _assessment(papir, site, plan)
    papir.heading(_("Høring og innspill"))
    for line in hearing_lines(site, plan):
        papir.paragraph(line)
    old = write_old_goals(papir, site, plan)
    write_loose(papir, site, plan)
    _recommended(papir, site, plan)
    papir.heading(_("Vedlegg"))
    goals = [*goals_of(site, plan), *medvirkning(register).utkast.get(plan.id, ())]
    if goals:
        heads = [_("Nummer"), _("Tittel"), _("Måltype"), _("Mål eller utkast")]
        papir.tables(_("Mål og utkast"), _("Tabellen viser målene og utkastene i planen."), heads,
                     [("", [goal_row(site, maal) for maal in goals])])  # fmt: skip
    if old:
        became = _("Hva det ble av målet") if is_settled(register, plan) else _("Hva det blir av målet")
        heads = [_("Nummer"), _("Tittel"), became, _("Målet i den nye planen, eller grunnen")]
        papir.tables(old_heading(site, plan), _("Tabellen viser hva registeret har om hvert mål."),
                     heads, [("", old)])  # fmt: skip
    write_input(papir, site, plan)
    if not goals and not old and not medvirkning(register).innspill.get(plan.id):
        papir.paragraph(_("Registeret viser ingen mål, utkast eller innspill i planen."))
    return papir.file()
