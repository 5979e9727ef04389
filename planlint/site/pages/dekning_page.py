"""The coverage: which goals are followed up, by how much, and which plans lead up to the samfunnsdel."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from planlint.output import (
    count_text,
    gap_sentence,
    goal_label,
    same_numbers,
    share_text,
    thread_text,
    without_thread_text,
)
from planlint.register import FulgtOpp, coverage_share, measure_dekning
from planlint.site.page import Page
from planlint.site.reckoning import anchors_text
from planlint.tables import CellPart, PageLink, Table, column_heads, filled_groups
from planlint.text import FULGT_OPP_NAMES, alphabetical

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.register import Dekning, MaalCoverage, Maalgruppe
    from planlint.tables import Nettsted, TableCell, TableRow


PATHS = ("dekning.html",)


def _is_shown(rad: MaalCoverage) -> bool:
    """Leave out the goals that nobody must follow up and that nothing points at."""
    return rad.dybde == 0 or rad.skal or any(rad.selv)


def _answer(gruppe: Maalgruppe, rad: MaalCoverage, site: Nettsted) -> TableCell:
    """Tell whether a goal is followed up; for one at the top, how many below it are."""
    share = coverage_share(gruppe.rader if rad.dybde == 0 else ())
    if share.av and not (rad.skal and share.av == 1):
        return share_text(share, site.lang)
    return site.lang.gettext(FULGT_OPP_NAMES[rad.fulgt_opp if rad.skal else FulgtOpp.KREVES_IKKE])


def _maal_row(groups: Sequence[Maalgruppe], gruppe: Maalgruppe, rad: MaalCoverage, site: Nettsted) -> TableRow:
    return (
        (CellPart(goal_label(groups, gruppe, rad), site.path(rad.maal)),),
        _answer(gruppe, rad, site),
        *map(count_text, rad.selv, rad.under),
    )


def _maal_table(number: int, plan: str, groups: Sequence[Maalgruppe], site: Nettsted) -> Table:
    """Make the table of one plan's goals."""
    lang, _ = site.lang, site.lang.gettext
    rows = [_maal_row(groups, gruppe, rad, site) for gruppe in groups for rad in gruppe.rader if _is_shown(rad)]
    share = coverage_share(rad for gruppe in groups for rad in gruppe.rader)
    about = _("Målene i {plan}.").format(plan=plan)
    if share.av:
        about = _("Av målene i {plan} som skal følges opp, er {andel} fulgt opp så langt registeret viser.").format(
            plan=plan, andel=share_text(share, lang)
        )
    return Table(
        id=f"maal-{number}",
        navn=_("Mål i {plan}").format(plan=plan),
        om=" ".join((about, *same_numbers(groups, lang))),
        tomt="",
        kolonner=column_heads((_("Mål"), _("Følges opp"), _("Planer"), _("Tiltak"), _("Indikatorer"))),
        grupper=filled_groups([("", rows)]),
    )


def _planer(found: Dekning, site: Nettsted) -> Table:
    _ = site.lang.gettext
    plans = sorted(found.planer, key=lambda rad: (rad.has_traad, alphabetical(rad.plan.tittel), rad.plan.id))
    rows: list[TableRow] = [
        (
            (CellPart(site.name(rad.plan), site.path(rad.plan)),),
            thread_text(rad, site.lang),
            str(rad.tiltak),
            str(rad.indikatorer),
        )
        for rad in plans
    ]
    about = _(
        "Tabellen viser planene som kan ha en rød tråd til et mål i samfunnsdelen, de uten tråd først. Av planene "
        "har {andel} en dokumentert tråd."
    ).format(andel=share_text(found.roed_traad, site.lang))
    counted = _(
        "Tiltak og indikatorer er alle som står i planen eller gjelder mål i den, som på siden til planen. Tiltak som "
        "er utsatt eller avlyst, er med."
    )
    anchors = anchors_text(site, with_codes=False)
    return Table(
        id="planer-tabell",
        navn=_("Planer som gjelder"),
        om=" ".join(text for text in (about, counted, without_thread_text(found, site.lang), anchors) if text),
        tomt=_("Registeret viser ingen planer i kraft som kan ha en rød tråd til et mål i samfunnsdelen."),
        kolonner=column_heads((_("Plan"), _("Rød tråd"), _("Tiltak"), _("Indikatorer"))),
        grupper=filled_groups([("", rows)]),
    )


def _content(site: Nettsted) -> dict[str, object]:
    found, lang = measure_dekning(site.register), site.lang
    plans = groupby(found.grupper, key=lambda gruppe: gruppe.plan)
    goals = [_maal_table(at, plan, list(groups), site) for at, (plan, groups) in enumerate(plans, 1)]
    return {
        "maal": share_text(found.maal, lang) if found.maal.av else "",
        "roed_traad": share_text(found.roed_traad, lang) if found.planer else "",
        "hull": gap_sentence((item.diagnostic for item in site.report.gaps), lang),
        "uleselige": found.uleselige,
        "utelatt": sum(not _is_shown(rad) for gruppe in found.grupper for rad in gruppe.rader),
        "tabeller": goals,
        "planer": _planer(found, site),
    }


def pages(site: Nettsted) -> Iterator[Page]:
    """Yield the page."""
    _ = site.lang.gettext
    yield Page(
        sti="dekning.html",
        mal="dekning.html.j2",
        tittel=_("Dekning"),
        beskrivelse=_("Hvor mange av målene til {kommune} som følges opp, og hvilke planer som gjør det.").format(
            kommune=site.kommune
        ),
        innhold=_content(site),
        smuler=(PageLink(_("Mål"), "maal.html"),),
    )
