"""Table B of a planstrategi: what it decided, plan by plan in its own order, and the årsverk added up."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planlint.register import sum_by_year
from planlint.tables.table import CellPart, Table, column_heads, filled_groups, without_empty_columns
from planlint.text import BESLUTNING_NAMES, alphabetical

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from planlint.model import Beslutning, Oppgave, Planstrategi
    from planlint.register import PlanstrategiVedtak
    from planlint.tables.plan_row import RowMaker
    from planlint.tables.table import TableCell, TableRow
    from planlint.text import Language

_WORDS = {"svært": 1, "haster": 1, "høy": 2, "høg": 2, "middels": 3, "medium": 3, "normal": 3, "lav": 4, "låg": 4}
"""Words for how much something matters, the most first; what holds none of them comes last."""
_LAST = 1_000_000


class DecidedYears(NamedTuple):
    """The years that a table of decisions has columns for: those with årsverk, and those with a cost."""

    aarsverk: tuple[int, ...]
    kostnad: tuple[int, ...]


def priority_rank(prioritet: int | str | None) -> int:
    """Give where a priority comes among others of its kind: numbers as they are, words by what they mean."""
    if isinstance(prioritet, int):
        return prioritet
    said = (prioritet or "").casefold()
    return min((rank for word, rank in _WORDS.items() if word in said), default=_LAST)


def own_order(vedtak: Iterable[PlanstrategiVedtak]) -> list[PlanstrategiVedtak]:
    """Give decisions by their numbers in the planstrategi's own list, else by priority, else as they come."""

    def key(item: PlanstrategiVedtak) -> tuple[bool, str, int]:
        number = item.beslutning.nummer
        return number is None, alphabetical(number or ""), priority_rank(item.beslutning.prioritet)

    return sorted(vedtak, key=key)


def _amounts(numbers: Mapping[int, float], years: Iterable[int], lang: Language) -> Iterator[str]:
    return (lang.number(numbers[year]) if year in numbers else "" for year in years)


def _row(item: PlanstrategiVedtak, years: DecidedYears, rader: RowMaker) -> TableRow:
    plan, told, lang = item.plan, item.beslutning, rader.lang
    row = rader.beslutning(plan, told)
    into = rader.register.find_plan(told.inn_i)
    merged = f" ({lang.gettext('inn i {plan}').format(plan=rader.name(into))})" if into else ""
    waits = (rader.register.find_plan(id_) for id_ in told.venter_paa)
    doubt = f" ({lang.gettext('usikkert')})" if told.usikker else ""
    return (
        (CellPart(rader.name(plan), f"plan/{plan.id}.html", merged),),
        row.vilkaar,
        row.oppstart + (doubt if row.oppstart else ""),
        row.ferdig,
        *_amounts(told.aarsverk, years.aarsverk, lang),
        *_amounts(told.kostnad, years.kostnad, lang),
        row.ansvarlig,
        row.utvalg,
        row.prioritet,
        tuple(CellPart(rader.name(other), f"plan/{other.id}.html") for other in waits if other),
        row.deretter,
        row.hjemmel,
        row.bestilt,
        row.begrunnelse,
        row.merknad,
    )


def _task(task: Oppgave, years: DecidedYears, rader: RowMaker) -> TableRow:
    """Give the row of work that is no plan: its title, what is decided, and the same columns as a plan has."""
    lang, row = rader.lang, rader.oppgave(task)
    told = f" ({lang.gettext(BESLUTNING_NAMES[task.valg])})" if task.valg else ""
    return (
        (CellPart(task.tittel, "", told),), "", row.oppstart, row.ferdig,
        *_amounts(task.aarsverk, years.aarsverk, lang), *_amounts(task.kostnad, years.kostnad, lang),
        row.ansvarlig, row.utvalg, "", "", "", "", "", "", row.merknad,
    )  # fmt: skip


def _sum_row(
    name: str, sums: Mapping[int, float], costs: Mapping[int, float], years: DecidedYears, lang: Language
) -> TableRow:
    empty: TableCell = ""
    numbers = (*_amounts(sums, years.aarsverk, lang), *_amounts(costs, years.kostnad, lang))
    return (name, empty, empty, empty, *numbers, *([empty] * 9))


def _sums(
    strategi: Planstrategi, vedtak: list[PlanstrategiVedtak], years: DecidedYears, lang: Language
) -> Iterator[TableRow]:
    """Yield the sums of the table's amounts, and the årsverk that the planstrategi says there are."""
    items: list[Beslutning | Oppgave] = [*(item.beslutning for item in vedtak), *strategi.oppgaver]
    if years.aarsverk or years.kostnad:
        sums, costs = sum_by_year(one.aarsverk for one in items), sum_by_year(one.kostnad for one in items)
        if sums or costs:
            yield _sum_row(lang.gettext("Sum av tabellen"), sums, costs, years, lang)
    if strategi.aarsverk:
        yield _sum_row(lang.gettext("Årsverk til planarbeid i alt"), strategi.aarsverk, {}, years, lang)


def decided_years(strategi: Planstrategi, vedtak: Iterable[PlanstrategiVedtak]) -> DecidedYears:
    """Give the years that anybody has set an amount for."""
    items: list[Beslutning | Oppgave] = [*(item.beslutning for item in vedtak), *strategi.oppgaver]
    work = {year for one in items for year in one.aarsverk} | {*strategi.aarsverk}
    return DecidedYears(tuple(sorted(work)), tuple(sorted({year for one in items for year in one.kostnad})))


def _heads(years: DecidedYears, lang: Language) -> tuple[str, ...]:
    _ = lang.gettext
    return (
        _("Plan"), _("Vilkår"), _("Oppstart"), _("Ferdig"),
        *(_("Årsverk {aar}").format(aar=year) for year in years.aarsverk),
        *(_("Kroner {aar}").format(aar=year) for year in years.kostnad),
        _("Ansvarlig"), _("Utvalg"), _("Prioritet"), _("Venter på"), _("Deretter"), _("Hjemmel"), _("Bestilt"),
        _("Begrunnelse"), _("Merknad"),
    )  # fmt: skip


def _about(vedtak: list[PlanstrategiVedtak], lang: Language) -> str:
    _ = lang.gettext
    about = _("Tabellen viser hva planstrategien sier skal skje med hver plan.")
    ranked = any(isinstance(item.beslutning.prioritet, int) for item in vedtak)
    return f"{about} {_('Prioritet 1 er viktigst.')}" if ranked else about


def decision_table(strategi: Planstrategi, vedtak: list[PlanstrategiVedtak], rader: RowMaker) -> Table:
    """Make table B: what the planstrategi decided, in a group for each; columns that nobody filled in are dropped."""
    lang, years = rader.lang, decided_years(strategi, vedtak)
    _, ordered = lang.gettext, own_order(vedtak)
    groups = filled_groups(
        (
            *(
                (_(name), [_row(item, years, rader) for item in ordered if item.beslutning.valg == valg])
                for valg, name in BESLUTNING_NAMES.items()
            ),
            (_("Annet planarbeid"), [_task(task, years, rader) for task in strategi.oppgaver]),
            (_("I alt"), list(_sums(strategi, vedtak, years, lang))),
        )
    )
    table = Table(
        id="b",
        navn=_("Beslutninger i planstrategien"),
        om=_about(vedtak, lang),
        tomt=_("Registeret viser ingen beslutninger i denne planstrategien."),
        kolonner=column_heads(_heads(years, lang)),
        grupper=groups,
        gruppenavn=_("Beslutning"),
    )
    return without_empty_columns(table)
