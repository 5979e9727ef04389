"""What has happened to a plan's file, change by change, in the plan system's own words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from planlint.exports import change_teller
from planlint.site.plan.plan_facts import FactValue

if TYPE_CHECKING:
    from planlint.change import PlanChange
    from planlint.model import Plan
    from planlint.tables import Nettsted

_MOST = 8


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A change: the day, what is different in a line each, and the commit where the files are known to lie.

    `tekst` is all of it in one run of words.
    """

    dato: str
    linjer: tuple[str, ...]
    commit: FactValue

    @property
    def tekst(self) -> str:
        """All lines in one."""
        return "; ".join(self.linjer)


class HistoryTeller:
    """Tells the changes of plans, with the names that things have today."""

    def __init__(self, site: Nettsted) -> None:
        """Keep the site."""
        self.site = site

    def rows(self, plan: Plan) -> tuple[ChangeRow, ...]:
        """Give the latest changes of a plan, newest first."""
        return tuple(self._row(change) for change in self.site.versjon.endringer.get(plan.file, ()))

    def _row(self, change: PlanChange) -> ChangeRow:
        repository = (self.site.valg.repositorium or "").rstrip("/")
        address = f"{repository}/commit/{change.sha}" if repository.startswith("https://") else ""
        day = self.site.lang.dato(date.fromisoformat(change.day))
        return ChangeRow(day, tuple(self._lines(change)), FactValue(change.sha[:10], url=address))

    def _lines(self, change: PlanChange) -> list[str]:
        _ = self.site.lang.gettext
        if change.first:
            return [_("Planen kom inn i registeret.")]
        told = list(dict.fromkeys(change_teller(self.site).details(change.details, "plan")))
        if not told:
            return [_("Skrivemåten i filen ble endret. Opplysningene er de samme, så langt de lar seg lese.")]
        rest = len(told) - _MOST
        more = [self.site.lang.ngettext("og {n} endring til", "og {n} endringer til", rest)] if rest > 0 else []
        return [*told[:_MOST], *more]
