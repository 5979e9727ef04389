"""The input to a plan with the answers, in the case paper and as an overview of its own (merknadsbehandling)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.exports.case_paper_goals import goal_names
from planlint.exports.word_document import WordPaper
from planlint.model import HOERING
from planlint.register import medvirkning, told_number, unanswered
from planlint.text import ARENA_NAMES, EVENT_NAMES, UTFALL_NAMES

if TYPE_CHECKING:
    from planlint.model import Hendelse, Innspill, Plan
    from planlint.tables import Nettsted

_HEADS = (
    N_("Nummer"), N_("Innspill"), N_("Fra"), N_("Stemmer"), N_("Gjelder"), N_("Svar"), N_("Begrunnelse"),
    N_("Førte til"),
)  # fmt: skip
_VOTES = 3  # the column of votes, left out where no source states any
_NOT_REGISTERED = N_("Ikke registrert")
_ABOUT_INPUT = N_("Tabellen viser innspillene som er registrert, og hva kommunen svarte. Tomt er ikke registrert.")


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
    about, svar = goal_names(site, item.maal) or ", ".join(item.tema), item.svar
    first = (item.nummer or "", said, _from(site, item), _weight(site, item), about)
    if svar is None:
        return *first, site.lang.gettext(_NOT_REGISTERED), "", ""
    led = "; ".join(part for part in (svar.endring or "", goal_names(site, svar.foerte_til)) if part)
    answer = site.lang.gettext(UTFALL_NAMES[svar.utfall])
    return *first, answer, svar.begrunnelse or "", led


def new_paper(site: Nettsted, title: str, mal: bytes) -> WordPaper:
    """Begin a paper with its title, the municipality and the day."""
    papir = WordPaper(site.lang, title, site.kommune, site.register.today, mal)
    day = site.lang.dato(site.register.today)
    made = site.lang.gettext("{kommune}, {dato}. Laget av opplysningene i registeret.")
    papir.paragraph(made.format(kommune=site.kommune, dato=day), "Subtitle")
    return papir


def write_input(papir: WordPaper, site: Nettsted, plan: Plan) -> None:
    """Write the table of input with answers; nothing where the register has none."""
    _ = site.lang.gettext
    heads, rows = input_table(site, plan)
    if rows:
        papir.tables(_("Innspill og svar"), _(_ABOUT_INPUT), heads, [("", rows)])


def merknadsbehandling(site: Nettsted, plan: Plan, mal: bytes = b"") -> bytes:
    """Give the overview of the input to a plan with the answers, as a Word file. Raises BuildError."""
    papir = new_paper(site, site.lang.gettext("Merknadsbehandling: {plan}").format(plan=plan.tittel), mal)
    for line in hearing_lines(site, plan):
        papir.paragraph(line)
    write_input(papir, site, plan)
    return papir.file()


def hearing_lines(site: Nettsted, plan: Plan) -> list[str]:
    """Give what the register shows of a plan's høring and of the input to it, and what it does not show."""
    _, register = site.lang.gettext, site.register
    events = [event for event in register.hendelser(plan) if event.hva in HOERING]
    told = [told_event(site, event) for event in events] or [_("Registeret viser ingen høring av planen.")]
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


def told_event(site: Nettsted, event: Hendelse) -> str:
    """Give an event in a sentence: what, when, by whom, in which case."""
    organ = site.register.plansystem.organer.get(event.organ or "")
    name = site.lang.gettext(EVENT_NAMES[event.hva])
    case = site.lang.gettext("sak {sak}").format(sak=event.sak) if event.sak else ""
    told = (f"{name[:1].upper()}{name[1:]} {site.lang.tidspunkt(event.dato)}", organ.navn if organ else "", case)
    return f"{', '.join(part for part in told if part)}."
