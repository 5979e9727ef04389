"""The case paper of a plan (saksframlegg), and the overview of input with answers (merknadsbehandling).

Every sentence is from the register, and what it does not show is said to be not registered: neither yes nor no.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.exports.plain_text import paragraphs
from planlint.exports.word_document import WordPaper
from planlint.model import HOERING
from planlint.register import (
    last_vedtak,
    medvirkning,
    open_utkast,
    outcome_name,
    stilling_sentence,
    told_number,
    unanswered,
)
from planlint.text import ARENA_NAMES, EVENT_NAMES, UTFALL_NAMES

if TYPE_CHECKING:
    from planlint.model import Hendelse, Innspill, Maal, Plan
    from planlint.tables import Nettsted

INPUT_HEADS = (
    N_("Nummer"), N_("Innspill"), N_("Fra"), N_("Gjelder"), N_("Svar"), N_("Begrunnelse"), N_("Førte til")
)  # fmt: skip
_NOT_REGISTERED = N_("Ikke registrert")
_ABOUT_INPUT = N_("Tabellen viser innspillene som er registrert, og hva kommunen svarte. Tomt er ikke registrert.")


def _goals(site: Nettsted, ids: tuple[str, ...]) -> str:
    return "; ".join(maal.label for id_ in ids if (maal := site.register.find_maal(id_)))


def _from(site: Nettsted, item: Innspill) -> str:
    arena = site.lang.gettext(ARENA_NAMES[item.arena]) if item.arena else ""
    day = site.lang.tidspunkt(item.dato) if item.dato else ""
    return ", ".join(part for part in (item.avsender or "", arena, day) if part)


def input_rows(site: Nettsted, plan: Plan) -> list[tuple[str, ...]]:
    """Give the input to a plan, each with its answer; an answer that is not registered is said to be so."""
    return [_input_row(site, item) for item in medvirkning(site.register).innspill.get(plan.id, ())]


def _input_row(site: Nettsted, item: Innspill) -> tuple[str, ...]:
    said = f"{item.tittel}: {item.tekst}" if item.tekst else item.tittel
    about, svar = _goals(site, item.maal) or ", ".join(item.tema), item.svar
    if svar is None:
        return item.nummer or "", said, _from(site, item), about, site.lang.gettext(_NOT_REGISTERED), "", ""
    led = "; ".join(part for part in (svar.endring or "", _goals(site, svar.foerte_til)) if part)
    answer = site.lang.gettext(UTFALL_NAMES[svar.utfall])
    return item.nummer or "", said, _from(site, item), about, answer, svar.begrunnelse or "", led


def _paper(site: Nettsted, title: str, mal: bytes) -> WordPaper:
    papir = WordPaper(site.lang, title, site.kommune, site.register.today, mal)
    day = site.lang.dato(site.register.today)
    made = site.lang.gettext("{kommune}, {dato}. Laget av opplysningene i registeret.")
    papir.paragraph(made.format(kommune=site.kommune, dato=day), "Subtitle")
    return papir


def _write_input(papir: WordPaper, site: Nettsted, plan: Plan) -> None:
    _ = site.lang.gettext
    if rows := input_rows(site, plan):
        papir.tables(_("Innspill og svar"), _(_ABOUT_INPUT), [_(head) for head in INPUT_HEADS], [("", rows)])


def merknadsbehandling(site: Nettsted, plan: Plan, mal: bytes = b"") -> bytes:
    """Give the overview of the input to a plan with the answers, as a Word file. Raises BuildError."""
    papir = _paper(site, site.lang.gettext("Merknadsbehandling: {plan}").format(plan=plan.tittel), mal)
    for line in hearing_lines(site, plan):
        papir.paragraph(line)
    _write_input(papir, site, plan)
    return papir.file()


def hearing_lines(site: Nettsted, plan: Plan) -> list[str]:
    """Give what the register shows of a plan's høring and of the input to it, and what it does not show."""
    _, register = site.lang.gettext, site.register
    events = [event for event in register.hendelser(plan) if event.hva in HOERING]
    told = [_event(site, event) for event in events] or [_("Registeret viser ingen høring av planen.")]
    number, known = told_number(register, plan), len(medvirkning(register).innspill.get(plan.id, ()))
    if number is not None:
        told.append(_("Etter registeret kom det inn {n} innspill i høringen.").format(n=site.lang.number(number)))
    if not known:
        silent = _("Registeret viser ingen innspill. Det betyr ikke at det ikke kom noen.")
        return told if number == 0 else [*told, silent]
    left = len(unanswered(register, plan))
    text = _("Registrerte innspill: {n}. Innspill uten registrert svar: {uten}.")
    return [*told, text.format(n=site.lang.number(known), uten=site.lang.number(left))]


def _event(site: Nettsted, event: Hendelse) -> str:
    organ = site.register.plansystem.organer.get(event.organ or "")
    name = site.lang.gettext(EVENT_NAMES[event.hva])
    case = site.lang.gettext("sak {sak}").format(sak=event.sak) if event.sak else ""
    told = (f"{name[:1].upper()}{name[1:]} {site.lang.tidspunkt(event.dato)}", organ.navn if organ else "", case)
    return f"{', '.join(part for part in told if part)}."


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
    events = [_event(site, event) for event in register.hendelser(plan)]
    if events:
        papir.fact(_("Dette er registrert om planen"), events)
    else:
        papir.paragraph(_("Registeret viser ingen hendelser for planen."))


def _assessment(papir: WordPaper, site: Nettsted, plan: Plan) -> None:
    _ = site.lang.gettext
    papir.heading(_("Vurdering ut fra registeret"))
    found = [funn.melding for funn in site.findings_about(plan)]
    papir.paragraph(
        _("Kontrollen av registeret sier dette om planen:") if found else _("Kontrollen har ingen funn her.")
    )
    for message in found:
        papir.paragraph(message, "List Bullet")
    if text := site.missing(plan):
        papir.paragraph(text)
    papir.paragraph(_("Faglig vurdering står ikke i registeret, og skrives av saksbehandleren."))


def _recommended(papir: WordPaper, site: Nettsted, plan: Plan) -> None:
    """Write what the decision would be; of a plan that is adopted, that it is."""
    _, register = site.lang.gettext, site.register
    papir.heading(_("Forslag til vedtak"))
    vote = last_vedtak(register, plan)
    if vote and not register.is_under_arbeid(plan):
        told = _("Registeret viser at planen ble vedtatt {dato}. Derfor er det ikke noe forslag til vedtak her.")
        papir.paragraph(told.format(dato=site.lang.tidspunkt(vote.dato)))
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
        papir.paragraph(_("Utkast som blir mål i planen: {n}. De står i tabellen.").format(n=number), "List Bullet")


def _goal_row(site: Nettsted, maal: Maal) -> tuple[str, ...]:
    names = [site.lang.gettext(outcome_name(blir)) for blir in maal.blir]
    state = ", ".join(names) or (site.lang.gettext("Utkast") if maal.utkast else site.lang.gettext("Mål"))
    kind = site.register.maaltype(maal)
    return maal.nummer or "", maal.full_title, kind.navn if kind else maal.type, state


def saksframlegg(site: Nettsted, plan: Plan, mal: bytes = b"") -> bytes:
    """Give the case paper of a plan as a Word file, with its goals, drafts and input as tables. Raises BuildError."""
    _, register = site.lang.gettext, site.register
    papir = _paper(site, _("Saksframlegg: {plan}").format(plan=plan.tittel), mal)
    _background(papir, site, plan)
    _assessment(papir, site, plan)
    papir.heading(_("Høring og innspill"))
    for line in hearing_lines(site, plan):
        papir.paragraph(line)
    _recommended(papir, site, plan)
    papir.heading(_("Vedlegg"))
    goals = [*medvirkning(register).utkast.get(plan.id, ()), *register.maal_of(plan)]
    if goals:
        heads = [_("Nummer"), _("Tittel"), _("Måltype"), _("Hva det er")]
        papir.tables(_("Mål og utkast"), _("Tabellen viser målene og utkastene i planen."), heads,
                     [("", [_goal_row(site, maal) for maal in goals])])  # fmt: skip
    _write_input(papir, site, plan)
    if not goals and not medvirkning(register).innspill.get(plan.id):
        papir.paragraph(_("Registeret viser ingen mål, utkast eller innspill i planen."))
    return papir.file()
