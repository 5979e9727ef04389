"""What the next planstrategi can take up, in words: as text, as Markdown and as JSON, and in the tables of the site."""

from __future__ import annotations

import json
import textwrap
from typing import TYPE_CHECKING, Any

from planlint import __version__
from planlint.ahead import Matter
from planlint.base import N_, with_capital
from planlint.output.paper import inline, table
from planlint.output.text import harmless
from planlint.register import Overskredet, overskridelse_text, overskridelser, periode, reckoned_by

if TYPE_CHECKING:
    from planlint.ahead import Agenda, AgendaRow
    from planlint.base import Ord
    from planlint.register import Register
    from planlint.text import Language

_WIDTH = 100
AGENDA_TITLE = N_("Til neste planstrategi")
MATTERS: dict[Matter, tuple[Ord, Ord]] = {
    Matter.KOMMUNEPLAN: (
        N_("Kommuneplanen"),
        N_(
            "Når kommunestyret behandler planstrategien, skal det ta stilling til om kommuneplanen eller deler av den "
            "skal revideres, eller om den skal videreføres uten endringer (plan- og bygningsloven § 10-1)."
        ),
    ),
    Matter.GRUNNLAG: (
        N_("Grunnlaget for planstrategien"),
        N_(
            "Et samlet oversiktsdokument om folkehelsen skal foreligge når arbeidet med planstrategien begynner "
            "(forskrift om oversikt over folkehelsen § 5). Planstrategien bygger på det, men avgjør ikke hva som skal "
            "skje med det."
        ),
    ),
    Matter.VEDTAK: (
        N_("Bestemt i planstrategien, uten at registeret viser at det er gjort"),
        N_("Skal det fortsatt gjøres, og når? Det kan være gjort uten at det er ført i registeret."),
    ),
    Matter.UTSATT: (
        N_("Utsatt eller ikke prioritert i planstrategien"),
        N_("Skal arbeidet prioriteres nå?"),
    ),
    Matter.STATUS: (
        N_("Først må det finnes ut om planen gjelder"),
        N_(
            "En frist er ute eller kommer, men registeret viser ikke om planen gjelder, eller om en nyere har "
            "erstattet den."
        ),
    ),
    Matter.PERIODE: (
        N_("Perioden er ute"),
        N_("Skal planene fornyes, forlenges eller oppheves?"),
    ),
    Matter.REVISJON: (
        N_("Skulle vært revidert"),
        N_("Skal planene revideres, eller gjelde som de er?"),
    ),
    Matter.ARBEID: (
        N_("Arbeidet skulle vært ferdig"),
        N_("Skal arbeidet gå videre, få ny frist eller avsluttes? Registeret viser ikke at det er ferdig."),
    ),
    Matter.PERIODE_KOMMER: (
        N_("Perioden går ut i planstrategiens tid"),
        N_("Skal planene fornyes, forlenges eller oppheves?"),
    ),
    Matter.REVISJON_KOMMER: (
        N_("Skal revideres i planstrategiens tid"),
        N_("Skal planene revideres, eller gjelde som de er?"),
    ),
    Matter.UTEN_BESLUTNING: (
        N_("Uten beslutning i den gjeldende planstrategien"),
        N_(
            "Registeret viser verken en beslutning om planene i planstrategien eller en frist i denne tiden. Skal de "
            "tas opp nå?"
        ),
    ),
    Matter.LOV: (
        N_("Krav i lov som registeret ikke viser noe sikkert svar på"),
        N_(
            "Dette gjelder uansett hva planstrategien tar opp. Det står her fordi registeret ikke viser et dokument "
            "som sikkert svarer på kravet. Kommunen kan ha det likevel."
        ),
    ),
    Matter.UTENFOR: (
        N_("Over fristen, men ikke til avgjørelse i planstrategien"),
        N_(
            "Planstrategien avgjør ikke hva som skal skje med disse planene, eller de skal erstatte en plan som står "
            "over. De er med så tallet på planer over fristen er det samme overalt."
        ),
    ),
}
"""Each matter with its heading, and what is to be settled."""
_NOT_DECIDED = frozenset((Matter.GRUNNLAG, Matter.LOV, Matter.UTENFOR))
"""What stands in the list without being for the planstrategi to decide about."""
NOTHING = N_("Registeret viser ingenting som planstrategien kan ta opp.")


_BY_LAW = N_(
    "Loven sier at planstrategien også bør drøfte kommunens strategiske valg for samfunnsutviklingen, som langsiktig "
    "arealbruk, miljøutfordringer og virksomheten i sektorene (plan- og bygningsloven § 10-1), og at nasjonale "
    "forventninger skal følges opp i planleggingen (§ 6-1)."
)
_NOT_IN_LIST = N_("Listen har bare planer og lovkrav, så slike drøftinger står ikke i den.")
_NOT_SHOWN = N_("Registeret viser ikke om planstrategien gjør det. Det kan stå i dokumentet.")


def agenda_law_note(lang: Language) -> str:
    """Say what the law says that a planstrategi should discuss, and that the list has nothing of it."""
    return f"{lang.gettext(_BY_LAW)} {lang.gettext(_NOT_IN_LIST)}"


def planstrategi_by_law(lang: Language) -> str:
    """Say what the law says that a planstrategi should discuss, and that the register does not show whether it does."""
    return f"{lang.gettext(_BY_LAW)} {lang.gettext(_NOT_SHOWN)}"


def agenda_about(agenda: Agenda, lang: Language) -> str:
    """Say what the list is, and who decides."""
    text = N_(
        "Listen viser det planstrategien for {periode} kan ta opp, så langt registeret viser. Hva den tar opp, "
        "bestemmer kommunestyret."
    )
    return lang.render(text, {"periode": agenda.valgperiode.replace("-", "–")})


def agenda_matter(register: Register, sak: Matter, lang: Language) -> str:
    """Say what is to be settled in a matter; of the kommuneplan, also which parts of it the register shows none of."""
    _, about = lang.gettext, MATTERS[sak][1]
    strategi = register.planstrategi
    if sak is Matter.VEDTAK and strategi:
        facts = {"tittel": strategi.tittel, "periode": periode(strategi)}
        which = _("Planstrategien er «{tittel}», for valgperioden {periode}.").format(**facts)
        return f"{_(about)} {which}"
    if sak is not Matter.KOMMUNEPLAN:
        return _(about)
    parts = {"samfunnsdel": N_("samfunnsdel"), "arealdel": N_("arealdel")}
    lacking = [_(name) for rolle, name in parts.items() if not register.plans_with_rolle(rolle)]
    none = _("Registeret viser ingen {deler} i kraft.").format(deler=lang.enumeration(lacking)) if lacking else ""
    return f"{_(about)} {none}".strip()


def agenda_name(row: AgendaRow, lang: Language) -> str:
    """Give what a row is about: a plan's title as it stands; a duty's, which is a phrase, with a capital letter."""
    return row.plan.tittel if row.plan else with_capital(lang.value(row.tittel))


def agenda_when(row: AgendaRow, lang: Language) -> str:
    """Give when a row is due, no nearer than the register knows it, and whether it is past its deadline."""
    day = lang.value(row.tid or row.dag) if row.dag else ""
    late = lang.gettext(N_("over fristen")) if row.is_late else ""
    return ", ".join(part for part in (day, late) if part)


def agenda_reasons(register: Register, row: AgendaRow, lang: Language) -> list[str]:
    """Give why a row stands there; of a plan that is not for the planstrategi to decide about, what is late first."""
    told = [one.in_language(lang) for one in row.grunner]
    found = overskridelser(register, row.plan) if row.plan and row.sak in _NOT_DECIDED else ()
    if row.plan and found:
        late = overskridelse_text(register, lang, row.plan, found[0])
        told.insert(0, f"{with_capital(late)}.")
    if row.plan and any(one.slag is Overskredet.REVISJON for one in overskridelser(register, row.plan)):
        told += reckoned_by(register, lang, row.plan)
    return told


def agenda_question(row: AgendaRow, lang: Language) -> str:
    """Give what must be found out first; "" where the register knows enough."""
    return lang.gettext(row.spoersmaal) if row.spoersmaal else ""


def agenda_to_decide(agenda: Agenda) -> int:
    """Give how many plans of the list the planstrategi can decide about; the other rows stand there all the same."""
    return sum(row.sak not in _NOT_DECIDED for row in agenda.rader)


def agenda_number(agenda: Agenda, lang: Language) -> str:
    """Say how many rows there are and of what, how many are plans past a deadline, and what the other plans are."""
    plans = [row for row in agenda.rader if row.plan]
    ours, laws = agenda_to_decide(agenda), len(agenda.rader) - len(plans)
    outside, late = len(agenda.rader) - ours - laws, sum(row.is_late for row in plans)
    parts = [lang.ngettext("{n} plan som planstrategien kan ta opp", "{n} planer som planstrategien kan ta opp", ours)]
    if outside:
        parts += [lang.ngettext("{n} plan som den ikke avgjør", "{n} planer som den ikke avgjør", outside)]
    if laws:
        parts += [lang.ngettext("{n} lovkrav som gjelder uansett", "{n} lovkrav som gjelder uansett", laws)]
    told = lang.ngettext("Listen har én rad:", "Listen har {n} rader:", len(agenda.rader))
    more = lang.ngettext("Én plan i listen er over fristen.", "{n} planer i listen er over fristen.", late)
    return f"{told} {lang.enumeration(parts)}. {more if late else ''}".strip()


def agenda_as_text(agenda: Agenda, register: Register, lang: Language) -> str:
    """Give the list for a terminal, matter by matter."""
    rows = [lang.gettext(AGENDA_TITLE), "", *textwrap.wrap(agenda_about(agenda, lang), _WIDTH)]
    rows += textwrap.wrap(agenda_number(agenda, lang) if agenda.rader else lang.gettext(NOTHING), _WIDTH)
    rows += textwrap.wrap(agenda_law_note(lang), _WIDTH)
    for sak in MATTERS:
        found = agenda.rows(sak)
        if found:
            rows += ["", f"{lang.gettext(MATTERS[sak][0])} ({len(found)})"]
            rows += textwrap.wrap(agenda_matter(register, sak, lang), _WIDTH)
        for row in found:
            rows += _row_text(row, register, lang)
    return "".join(f"{harmless(row)}\n" for row in rows)


def _row_text(row: AgendaRow, register: Register, lang: Language) -> list[str]:
    when = agenda_when(row, lang)
    head = f"{agenda_name(row, lang)} ({when})" if when else agenda_name(row, lang)
    lines = ["", *textwrap.wrap(head, _WIDTH, initial_indent="  ", subsequent_indent="    ")]
    for reason in agenda_reasons(register, row, lang):
        lines += textwrap.wrap(reason, _WIDTH, initial_indent="    – ", subsequent_indent="      ")
    if asked := agenda_question(row, lang):
        told = f"{lang.gettext('Spør')}: {asked}"
        lines += textwrap.wrap(told, _WIDTH, initial_indent="    ", subsequent_indent="      ")
    return lines


def agenda_as_markdown(agenda: Agenda, register: Register, lang: Language) -> str:
    """Give the list as a Markdown table for each matter."""
    _ = lang.gettext
    lines = [f"# {inline(_(AGENDA_TITLE))}", "", inline(agenda_about(agenda, lang)), ""]
    lines += [agenda_number(agenda, lang) if agenda.rader else _(NOTHING), "", agenda_law_note(lang), ""]
    heads = [_("Plan"), _("Når"), _("Hvorfor den står her"), _("Må finnes ut først")]
    for sak in MATTERS:
        if not agenda.rows(sak):
            continue
        rows = [
            (
                agenda_name(row, lang),
                agenda_when(row, lang),
                " ".join(agenda_reasons(register, row, lang)),
                agenda_question(row, lang),
            )
            for row in agenda.rows(sak)
        ]
        lines += [f"## {inline(_(MATTERS[sak][0]))}", "", inline(agenda_matter(register, sak, lang)), ""]
        lines += [*table([inline(one) for one in heads], rows)]
    return "\n".join(lines).rstrip() + "\n"


def _row_json(row: AgendaRow, register: Register, lang: Language) -> dict[str, Any]:
    return {
        "matter": row.sak.value,
        "entity": row.plan.entity if row.plan else None,
        "title": agenda_name(row, lang),
        "due": row.dag.isoformat() if row.dag else None,
        "due_text": lang.value(row.tid or row.dag) if row.dag else None,
        "late": row.is_late,
        "reasons": agenda_reasons(register, row, lang),
        "question": agenda_question(row, lang) or None,
        "responsible": (row.plan.ansvarlig if row.plan else None) or None,
    }


def agenda_as_json(agenda: Agenda, register: Register, lang: Language) -> str:
    """Give the list as JSON: a public contract, as `check --output json`. `due` is the last day that it may be."""
    data = {
        "schema": 1,
        "planlint": __version__,
        "date": register.today.isoformat(),
        "valgperiode": agenda.valgperiode,
        "note": agenda_about(agenda, lang),
        "counts": {sak.value: len(agenda.rows(sak)) for sak in MATTERS if agenda.rows(sak)},
        "late": sum(row.is_late for row in agenda.rader),
        "rows": [_row_json(row, register, lang) for row in agenda.rader],
        "rest": [plan.entity for plan in agenda.rest],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
