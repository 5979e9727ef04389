"""Coverage as text and as Markdown."""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING

from planlint.base import N_, shortened
from planlint.output.anchors import anchor_sentences
from planlint.output.gaps import gap_sentence
from planlint.output.paper import inline, table
from planlint.output.text import harmless
from planlint.register import FulgtOpp, RoedTraad, coverage_share
from planlint.text import FULGT_OPP_NAMES, ROED_TRAAD_NAMES, alphabetical

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from planlint.base import Diagnostic
    from planlint.register import CoverageDemand, Dekning, MaalCoverage, Maalgruppe, PlanCoverage, Share
    from planlint.text import Language

    Row = tuple[str, ...]

SEVERAL = 2
_ROOM = 110
"""So many characters of a title stand in a table; the goal's own page has all of it."""


def percent(share: Share) -> float:
    """Give the percentage with one decimal, rounded as at school; only all is 100, and only nothing is 0."""
    rounded = math.floor(share.percent * 10 + Fraction(1, 2)) / 10
    if 0 < share.antall < share.av:
        return min(max(rounded, 0.1), 99.9)
    return rounded


def share_text(share: Share, lang: Language) -> str:
    """Give a share in words: «3 av 4 (75 %)»."""
    facts = {"antall": share.antall, "av": share.av, "prosent": lang.number(percent(share))}
    return lang.render(N_("{antall} av {av} ({prosent} %)"), facts)


def _unreadable(found: Dekning, lang: Language) -> list[str]:
    text = lang.ngettext(
        "{n} fil kan ikke leses, så tallene kan være for lave. Kjør `planlint check`.",
        "{n} filer kan ikke leses, så tallene kan være for lave. Kjør `planlint check`.",
        found.uleselige,
    )
    return [text] if found.uleselige else []


def without_thread_text(found: Dekning, lang: Language) -> str:
    """Say what is known of the plans without a thread: how many name nothing, and how many threads stop; "" of none."""
    without = found.without_traad
    if not without:
        return ""
    silent = sum(rad.roed_traad is RoedTraad.IKKE_DOKUMENTERT for rad in without)
    if silent in {0, len(without)}:
        return _all_alike(len(without), lang, is_silent=bool(silent))
    text = N_(
        "Av de {n} uten viser registeret ikke hva {stumme} er forankret i, og fra {brutte} stopper tråden før "
        "samfunnsdelen. «Ikke dokumentert» betyr at registeret ikke viser det."
    )
    return lang.render(text, {"n": len(without), "stumme": silent, "brutte": len(without) - silent})


def _all_alike(number: int, lang: Language, *, is_silent: bool) -> str:
    """Say what holds of every plan without a thread, where the same holds of all."""
    if is_silent:
        return lang.ngettext(
            "Registeret viser ikke hva den ene uten er forankret i. «Ikke dokumentert» betyr at registeret ikke viser "
            "det.",
            "Registeret viser ikke hva de {n} uten er forankret i. «Ikke dokumentert» betyr at registeret ikke viser "
            "det.",
            number,
        )
    return lang.ngettext(
        "Fra den ene uten stopper tråden før samfunnsdelen.",
        "Fra de {n} uten stopper tråden før samfunnsdelen.",
        number,
    )


def thread_text(rad: PlanCoverage, lang: Language) -> str:
    """Say whether a plan's thread reaches the samfunnsdel; of one that ends in an earlier samfunnsdel, in which."""
    if rad.stopper_i is None:
        return lang.gettext(ROED_TRAAD_NAMES[rad.roed_traad])
    year = f" ({rad.stopper_aar})" if rad.stopper_aar else ""
    told = lang.gettext("Viser til «{plan}», som ikke er i kraft ifølge registeret")
    return told.format(plan=f"{rad.stopper_i.tittel}{year}")


def _gaps(diagnostics: Sequence[Diagnostic], lang: Language) -> list[str]:
    """Say what the sources do not state; what is missing for that reason counts as missing all the same."""
    gaps = [item for item in diagnostics if item.status == "gap"]
    return [gap_sentence(gaps, lang)] if gaps else []


def _described(found: Dekning, lang: Language) -> str:
    """Say which day the register describes; what has happened since may be missing from every number."""
    if found.ajourfoert is None:
        return lang.gettext("Registeret sier ikke når det sist ble ajourført.")
    text = N_("Registeret er ajourført {dag}. Enkelte opplysninger kan være eldre, og nyere hendelser kan mangle.")
    return lang.render(text, {"dag": found.ajourfoert})


def _intro(found: Dekning, krav: CoverageDemand, lang: Language, told: Sequence[Diagnostic]) -> list[str]:
    goals = N_("Mål som skal følges opp, og som en plan i kraft eller et tiltak følger opp: {andel}.")
    plans = N_("Planer i kraft med en rød tråd til et mål i samfunnsdelen som gjelder: {andel}.")
    none = N_("Registeret viser ingen mål i kraft av en type som skal følges opp.")
    rows = [_described(found, lang)]
    rows += [lang.render(goals, {"andel": share_text(found.maal, lang)}) if found.maal.av else lang.gettext(none)]
    rows += [lang.render(plans, {"andel": share_text(found.roed_traad, lang)})] if found.planer else []
    rows += [text for text in (without_thread_text(found, lang), anchor_sentences(found, told, lang)) if text]
    return rows + _unreadable(found, lang) + _gaps(told, lang) + _demands(krav, found.maal, lang)


def _demands(krav: CoverageDemand, share: Share, lang: Language) -> list[str]:
    """Give a sentence on each thing that the coverage is held against."""
    rows = []
    if krav.minst is not None:
        met = N_("Kravet er minst {minst} %, og det er nådd.")
        missed = N_("Kravet er minst {minst} %, og det er ikke nådd.")
        limit = lang.number(krav.minst)
        rows.append(lang.render(met if krav.is_reached(share) else missed, {"minst": limit}))
    if krav.foer is not None:
        kept = N_("I {base} var det {andel}. Dekningen har ikke gått ned.")
        fallen = N_("I {base} var det {andel}. Dekningen har gått ned.")
        facts = {"base": krav.base, "andel": share_text(krav.foer, lang)}
        rows.append(lang.render(kept if krav.is_kept(share) else fallen, facts))
    return rows


def _shown(rad: MaalCoverage) -> bool:
    return rad.dybde == 0 or rad.skal or any(rad.selv)


def _after(found: Dekning, lang: Language) -> list[str]:
    """Give what a reader must know to read the table of goals."""
    hidden = sum(not _shown(rad) for gruppe in found.grupper for rad in gruppe.rader)
    about = lang.gettext("Et tall etter plusstegn er det som følger opp målene under, og ikke målet selv.")
    left_out = lang.ngettext(
        "{n} mål som ingenting viser til og som ikke må følges opp, er utelatt.",
        "{n} mål som ingenting viser til og som ikke må følges opp, er utelatt.",
        hidden,
    )
    return [about, *same_numbers(found.grupper, lang), *([left_out] if hidden else [])]


def _answer(share: Share, rad: MaalCoverage, lang: Language) -> str:
    """Give whether a goal is followed up; for one at the top how many below it are, which is its group's share."""
    if rad.dybde == 0 and share.av and not (rad.skal and share.av == 1):
        return share_text(share, lang)
    return lang.gettext(FULGT_OPP_NAMES[rad.fulgt_opp if rad.skal else FulgtOpp.KREVES_IKKE]).lower()


def count_text(own: frozenset[str], below: frozenset[str]) -> str:
    """Give how many follow up a goal itself and, behind a plus, how many more follow up those below it: «1 + 2»."""
    more = below - own
    return f"{len(own)} + {len(more)}" if more else str(len(own))


def goal_label(grupper: Sequence[Maalgruppe], gruppe: Maalgruppe, rad: MaalCoverage) -> str:
    """Give a goal's number and short title; of one at the top, its type first where its plan has several types there.

    `grupper` are those of the plan.
    """
    title = _short(rad.maal.kortnavn or rad.maal.tittel)
    if rad.dybde or len({one.type for one in grupper}) < SEVERAL:
        return f"{rad.maal.nummer or ''} {title}".strip()
    name = f"{gruppe.type[:1].upper()}{gruppe.type[1:]}"
    return f"{name} {rad.maal.nummer}: {title}" if rad.maal.nummer else f"{name}: {title}"


def _short(title: str) -> str:
    """Give a title that a table has room for, cut between words."""
    return shortened(title, _ROOM)


def same_numbers(grupper: Iterable[Maalgruppe], lang: Language) -> list[str]:
    """Say of which types a plan has several goals at the top with one number; nothing where it has none."""
    names = dict.fromkeys((gruppe.plan, gruppe.type) for gruppe in grupper if gruppe.repeated)
    text = N_(
        "I {plan} har flere mål av typen {type} samme nummer. Registeret viser ikke hvilken overskrift i planen hvert "
        "av dem står under."
    )
    return [lang.gettext(text).format(plan=lang.quoted(plan), type=name) for plan, name in names]


def _goals(grupper: Sequence[Maalgruppe], lang: Language, step: str) -> list[Row]:
    """Give the rows of a table of goals, the title last and pushed in by `step` for each level, and the total."""
    rows = [
        (
            _answer(share, rad, lang),
            *map(count_text, rad.selv, rad.under),
            step * rad.dybde + goal_label(grupper, gruppe, rad),
        )
        for gruppe, share in ((one, coverage_share(one.rader)) for one in grupper)
        for rad in gruppe.rader
        if _shown(rad)
    ]
    total = coverage_share(rad for gruppe in grupper for rad in gruppe.rader)
    return [*rows, (share_text(total, lang), "", "", "", lang.gettext("I alt"))] if total.av else rows


def _by_plan(found: Dekning, lang: Language, step: str) -> list[tuple[str, list[Row]]]:
    """Give the goals of each plan."""
    plans = groupby(found.grupper, key=lambda gruppe: gruppe.plan)
    return [(plan, _goals(list(groups), lang, step)) for plan, groups in plans]


def _plans(found: Dekning, lang: Language) -> list[Row]:
    plans = sorted(found.planer, key=lambda rad: alphabetical(rad.plan.tittel))
    threads = (thread_text(rad, lang) for rad in plans)
    rows = [
        (f"{thread[:1].lower()}{thread[1:]}", str(rad.tiltak), str(rad.indikatorer), rad.plan.tittel)
        for thread, rad in zip(threads, plans, strict=True)
    ]
    return [*rows, (share_text(found.roed_traad, lang), "", "", lang.gettext("I alt"))] if rows else []


def _heads(lang: Language) -> tuple[Row, Row]:
    _ = lang.gettext
    goals = (_("Følges opp"), _("Planer"), _("Tiltak"), _("Indikatorer"), _("Mål"))
    return goals, (_("Rød tråd"), _("Tiltak"), _("Indikatorer"), _("Plan"))


def _title(found: Dekning, lang: Language) -> str:
    facts = {"kommune": found.kommune, "dato": found.date}
    return lang.render(N_("Dekning i plansystemet til {kommune} per {dato}"), facts)


def _columns(heads: Row, rows: Iterable[Row]) -> list[str]:
    """Give a table for a terminal; the last column may be as wide as it wants."""
    lines = [heads, *rows]
    widths = [max(len(line[at]) for line in lines) for at in range(len(heads) - 1)]
    return ["  ".join([*map(str.ljust, line, widths), line[-1]]) for line in lines] if len(lines) > 1 else []


def coverage_as_text(found: Dekning, krav: CoverageDemand, lang: Language, told: Sequence[Diagnostic] = ()) -> str:
    """Give the coverage for a terminal; `told` is all that the check has found, gaps too."""
    heads, of_plans = _heads(lang)
    rows = [_title(found, lang), *_intro(found, krav, lang, told)]
    for plan, goals in _by_plan(found, lang, "  "):
        rows += ["", plan, *_columns(heads, goals)]
    rows += ["", *_after(found, lang), "", lang.gettext("Planer i kraft"), *_columns(of_plans, _plans(found, lang))]
    return "".join(f"{harmless(row).rstrip()}\n" for row in rows)


def _table(heads: Row, rows: Iterable[Row]) -> list[str]:
    """Give a Markdown table with the title first."""
    return table((heads[-1], *heads[:-1]), [(row[-1], *row[:-1]) for row in rows])


def coverage_as_markdown(found: Dekning, krav: CoverageDemand, lang: Language, told: Sequence[Diagnostic] = ()) -> str:
    """Give the coverage as Markdown tables: the goals of each plan, and the plans; `told` is as for text."""
    heads, of_plans = _heads(lang)
    rows = [f"# {inline(_title(found, lang))}", ""]
    rows += [f"- {inline(line)}" for line in (*_intro(found, krav, lang, told), *_after(found, lang))]
    for plan, goals in _by_plan(found, lang, "– "):
        rows += ["", f"## {lang.render(N_('Mål i {plan}'), {'plan': inline(plan)})}", "", *_table(heads, goals)[:-1]]
    rows += ["", f"## {lang.gettext('Planer i kraft')}", "", *_table(of_plans, _plans(found, lang))]
    return "\n".join(rows)
