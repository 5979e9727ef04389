"""The case paper of a plan (saksframlegg), and the overview of input with answers (merknadsbehandling).

Every sentence is from the register, and what it does not show is said to be not registered: neither yes nor no.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.edit import unclear_utkast
from planlint.exports.plain_text import paragraphs
from planlint.exports.word_document import WordPaper
from planlint.model import HOERING
from planlint.register import (
    is_settled,
    last_vedtak,
    medvirkning,
    old_goals,
    open_utkast,
    outcome_name,
    plan_order,
    stilling_sentence,
    told_number,
    unanswered,
)
from planlint.text import ARENA_NAMES, EVENT_NAMES, UTFALL_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.model import Blir, Hendelse, Innspill, Maal, Plan
    from planlint.register import OldGoal
    from planlint.tables import Nettsted

_HEADS = (
    N_("Nummer"), N_("Innspill"), N_("Fra"), N_("Stemmer"), N_("Gjelder"), N_("Svar"), N_("Begrunnelse"),
    N_("Førte til"),
)  # fmt: skip
_VOTES = 3  # the column of votes, left out where no source states any
_NOT_REGISTERED = N_("Ikke registrert")
_ABOUT_INPUT = N_("Tabellen viser innspillene som er registrert, og hva kommunen svarte. Tomt er ikke registrert.")


def _goals(site: Nettsted, ids: Iterable[str]) -> str:
    return "; ".join(_name(maal) for id_ in ids if (maal := site.register.find_maal(id_)))


def _name(maal: Maal) -> str:
    """Give a goal's number and title, and which variant a draft is."""
    return f"{maal.label} ({maal.variant})" if maal.variant else maal.label


def _from(site: Nettsted, item: Innspill) -> str:
    arena = site.lang.gettext(ARENA_NAMES[item.arena]) if item.arena else ""
    day = site.lang.tidspunkt(item.dato) if item.dato else ""
    return ", ".join(part for part in (item.avsender or "", arena, day) if part)


def input_table(site: Nettsted, plan: Plan) -> tuple[list[str], list[tuple[str, ...]]]:
    """Give the heads and the rows of the input to a plan, each with its answer.

    An answer that is not registered is said to be so. Votes and weight are a column where any are stated.
    """
    rows = [_input_row(site, item) for item in medvirkning(site.register).innspill.get(plan.id, ())]
    kept = [at for at in range(len(_HEADS)) if at != _VOTES or any(row[at] for row in rows)]
    return [site.lang.gettext(_HEADS[at]) for at in kept], [tuple(row[at] for at in kept) for row in rows]


def _weight(site: Nettsted, item: Innspill) -> str:
    votes = site.lang.number(item.stemmer) if item.stemmer is not None else ""
    return "; ".join(part for part in (votes, item.vekt or "") if part)


def _input_row(site: Nettsted, item: Innspill) -> tuple[str, ...]:
    said = f"{item.tittel}: {item.tekst}" if item.tekst else item.tittel
    about, svar = _goals(site, item.maal) or ", ".join(item.tema), item.svar
    first = (item.nummer or "", said, _from(site, item), _weight(site, item), about)
    if svar is None:
        return *first, site.lang.gettext(_NOT_REGISTERED), "", ""
    led = "; ".join(part for part in (svar.endring or "", _goals(site, svar.foerte_til)) if part)
    answer = site.lang.gettext(UTFALL_NAMES[svar.utfall])
    return *first, answer, svar.begrunnelse or "", led


def _paper(site: Nettsted, title: str, mal: bytes) -> WordPaper:
    papir = WordPaper(site.lang, title, site.kommune, site.register.today, mal)
    day = site.lang.dato(site.register.today)
    made = site.lang.gettext("{kommune}, {dato}. Laget av opplysningene i registeret.")
    papir.paragraph(made.format(kommune=site.kommune, dato=day), "Subtitle")
    return papir


def _write_input(papir: WordPaper, site: Nettsted, plan: Plan) -> None:
    _ = site.lang.gettext
    heads, rows = input_table(site, plan)
    if rows:
        papir.tables(_("Innspill og svar"), _(_ABOUT_INPUT), heads, [("", rows)])


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
    if number == 0:
        told.append(_("Etter registeret kom det ikke inn innspill i høringen."))
    elif number is not None:
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
    others = [*_goals_of(site, plan), *known.utkast.get(plan.id, ()), *known.innspill.get(plan.id, ())]
    said: dict[str, list[str]] = {}
    for entity in others:
        for funn in site.findings_about(entity):
            said.setdefault(funn.melding, []).append(site.lang.quoted(entity.tittel))
    own = [funn.melding for funn in site.findings_about(plan)]
    return [*own, *(f"{site.lang.enumeration(titles)}: {message}" for message, titles in said.items())]


def _goals_of(site: Nettsted, plan: Plan) -> list[Maal]:
    """Give the goals of a plan as it numbers them."""
    return sorted(site.register.maal_of(plan), key=lambda maal: plan_order(site.register, maal))


def _write_old_goals(papir: WordPaper, site: Nettsted, plan: Plan) -> list[tuple[str, ...]]:
    """Write how many goals of the plans that are replaced are carried on; give them as the rows of a table."""
    _, number, old = site.lang.gettext, site.lang.number, old_goals(site.register, plan)
    if not old:
        return []
    papir.heading(_old_heading(site, plan))
    kept, dropped = (sum(map(bool, those)) for those in ([one.heirs for one in old], [one.dropped for one in old]))
    text = (
        _(
            "Mål i planen som ble erstattet: {alle}. Ført videre: {videre}. Ikke ført videre: {ikke}. Registeret viser "
            "det ikke: {ukjent}."
        )
        if is_settled(site.register, plan)
        else _(
            "Mål i planen som blir erstattet: {alle}. Føres videre: {videre}. Føres ikke videre: {ikke}. Registeret "
            "viser det ikke: {ukjent}."
        )
    )
    left = sum(not one.is_told for one in old)
    papir.paragraph(text.format(alle=number(len(old)), videre=number(kept), ikke=number(dropped), ukjent=number(left)))
    return [(one.maal.nummer or "", one.maal.full_title, *_old_goal(site, plan, one)) for one in old]


def _old_heading(site: Nettsted, plan: Plan) -> str:
    """Name the goals of the plan that is replaced, or that was when the new one was adopted."""
    _ = site.lang.gettext
    done = is_settled(site.register, plan)
    return _("Målene i planen som ble erstattet") if done else _("Målene i planen som blir erstattet")


def _old_goal(site: Nettsted, plan: Plan, old: OldGoal) -> tuple[str, str]:
    """Give whether an old goal is carried on, and by what or why not."""
    _ = site.lang.gettext
    done = is_settled(site.register, plan)
    if old.heirs:
        return _("Ført videre") if done else _("Føres videre"), "; ".join(map(_name, old.heirs))
    if old.dropped:
        if done:
            return _("Ikke ført videre"), old.dropped.begrunnelse or ""
        return _(outcome_name(site.register, old.maal, old.dropped)), old.dropped.begrunnelse or ""
    return _(_NOT_REGISTERED), ""


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


def _goal_row(site: Nettsted, maal: Maal) -> tuple[str, ...]:
    state = "; ".join(_became(site, maal, blir) for blir in maal.blir)
    plan = site.register.find_plan(maal.plan)
    kind = N_("Mål i en plan som er erstattet") if plan and site.register.replaced_by(plan) else N_("Mål")
    state = state or site.lang.gettext(N_("Utkast") if maal.utkast else kind)
    type_ = site.register.maaltype(maal)
    number = " ".join(part for part in (maal.nummer, f"({maal.variant})" if maal.variant else "") if part)
    return number, maal.full_title, type_.navn if type_ else maal.type, state


def _became(site: Nettsted, maal: Maal, blir: Blir) -> str:
    """Give what became of a draft or a goal, with the goal that it became and why, as far as that is told."""
    name, new = site.lang.gettext(outcome_name(site.register, maal, blir)), _goals(site, [blir.maal or ""])
    told = f"{name}: {new}" if new else name
    return f"{told} ({blir.begrunnelse})" if blir.begrunnelse else told


def saksframlegg(site: Nettsted, plan: Plan, mal: bytes = b"") -> bytes:
    """Give the case paper of a plan as a Word file, with its goals, drafts and input as tables. Raises BuildError."""
    _, register = site.lang.gettext, site.register
    papir = _paper(site, _("Saksframlegg: {plan}").format(plan=plan.tittel), mal)
    _background(papir, site, plan)
    _assessment(papir, site, plan)
    papir.heading(_("Høring og innspill"))
    for line in hearing_lines(site, plan):
        papir.paragraph(line)
    old = _write_old_goals(papir, site, plan)
    _recommended(papir, site, plan)
    papir.heading(_("Vedlegg"))
    goals = [*_goals_of(site, plan), *medvirkning(register).utkast.get(plan.id, ())]
    if goals:
        heads = [_("Nummer"), _("Tittel"), _("Måltype"), _("Mål eller utkast")]
        papir.tables(_("Mål og utkast"), _("Tabellen viser målene og utkastene i planen."), heads,
                     [("", [_goal_row(site, maal) for maal in goals])])  # fmt: skip
    if old:
        became = _("Hva det ble av målet") if is_settled(register, plan) else _("Hva det blir av målet")
        heads = [_("Nummer"), _("Tittel"), became, _("Målet i den nye planen, eller grunnen")]
        papir.tables(_old_heading(site, plan), _("Tabellen viser hva registeret har om hvert mål."),
                     heads, [("", old)])  # fmt: skip
    _write_input(papir, site, plan)
    if not goals and not old and not medvirkning(register).innspill.get(plan.id):
        papir.paragraph(_("Registeret viser ingen mål, utkast eller innspill i planen."))
    return papir.file()
