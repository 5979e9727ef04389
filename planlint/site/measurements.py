"""An indicator in words: what was measured last, what shall be reached, and whether it was."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.base import N_, NN_
from planlint.register import demands_of, maalt
from planlint.site.charts import ChartNumber, sparkline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.model import Indikator, Maaltall
    from planlint.site.charts import Sparkline
    from planlint.tables import Nettsted, PageLink
    from planlint.text import Language

RETNING = {
    "opp": N_("opp (høyere er bedre)"),
    "ned": N_("ned (lavere er bedre)"),
    "stabil": N_("stabil (verdien skal holde seg)"),
}
_COUNT = "antall"
_THOUSANDS = re.compile(r"1[ \u00a0]?000\s+")
_WAY = N_("{prosent} prosent av veien fra {fra} ({aar}) til {maal} ({frist}), ved siste måling i {siste}")
_AWAY = N_("Lenger unna {maal} ({frist}) enn i {aar}: {naa} i {siste}, mot {fra}")


@dataclass(frozen=True, slots=True)
class WayDone:
    """How far an indicator has come from its first value towards a target: 0 to 100 of a bar, and in words."""

    fylt: float
    tekst: str


@dataclass(frozen=True, slots=True)
class IndikatorRow:
    """An indicator in a table: last value, target, whether it is reached, its course as a line, its way as a bar."""

    lenke: PageLink
    enhet: str
    siste: str
    maaltall: str
    dom: str
    forloep: str
    gnist: Sparkline | None
    vei: WayDone | None = None

    @property
    def maaltall_og_dom(self) -> str:
        """The target and whether it is reached, in one run of words."""
        return f"{self.maaltall}, {self.dom[:1].lower()}{self.dom[1:]}"


def with_enhet(lang: Language, number: str, unit: str) -> str:
    """Give a number with its unit: of thousands in one word, of another number with words between the two."""
    if (found := _THOUSANDS.match(unit)) is not None:
        return lang.gettext("{tall} tusen {enhet}").format(tall=number, enhet=unit[found.end() :])
    if unit[:1].isdigit():
        return lang.gettext("{tall} målt i {enhet}").format(tall=number, enhet=unit)
    return f"{number} {unit}"


class Measurements:
    """The numbers of one indicator as they are known on the day."""

    def __init__(self, site: Nettsted, indikator: Indikator) -> None:
        """Look up what has been measured by today."""
        self.site, self.indikator, self.lang = site, indikator, site.lang
        self.maalt = maalt(site.register, indikator)
        self.i_aar = site.register.today.year

    def with_enhet(self, number: str) -> str:
        """Give a number with its unit."""
        unit = self.indikator.enhet
        return number if unit == _COUNT else with_enhet(self.lang, number, unit)

    def bounds(self, target: Maaltall) -> list[tuple[float, str]]:
        """Give each number of a target with its words: «67», «minst 72», «under 2»."""
        tall, ord_ = self.lang.number, self.lang.gettext
        return [
            (one.tall, f"{ord_(one.ord)} {tall(one.tall)}" if one.ord else tall(one.tall))
            for one in demands_of(target, 0.0, "opp")
        ]

    def bound(self, year: int) -> str:
        """Give a year's target in words."""
        return self.lang.enumeration([text for _, text in self.bounds(self.indikator.maaltall[year])])

    def _naadd(self, year: int, value: float) -> bool | None:
        demands = [one.naadd for one in demands_of(self.indikator.maaltall[year], value, self.indikator.retning)]
        return all(demands) if demands else None

    def verdict(self, year: int) -> str:
        """Tell in words whether a year's target is reached, by what was measured in that year or after (as PL704)."""
        _ = self.lang.gettext
        if not self.maalt:
            return _("Ingen måling i registeret")
        last, value = self.maalt[-1]
        judged = [self._naadd(year, number) for at, number in self.maalt if at >= year]
        now = self._naadd(year, value)
        if now is None:
            return _("Kan ikke vurderes uten ønsket retning")
        if judged:
            return _("Nådd") if any(judged) else _("Ikke nådd ved siste måling, {aar}").format(aar=last)
        if year < self.i_aar:
            return _("Registeret viser ingen måling etter {aar}").format(aar=last)
        return _("Nådd før tiden") if now else _("Ikke nådd ved siste måling, {aar}").format(aar=last)

    def gjeldende(self) -> int | None:
        """Give the year of the target that counts now: the newest that is past, or else the first to come."""
        years = sorted(self.indikator.maaltall)
        past = [year for year in years if year < self.i_aar]
        return past[-1] if past else years[0] if years else None

    def latest(self) -> str:
        """Give the last value, its unit and year; "" when nothing is measured."""
        if not self.maalt:
            return ""
        year, value = self.maalt[-1]
        return f"{self.with_enhet(self.lang.number(value))} ({year})"

    def numbers(self, numbers: list[tuple[int, float]]) -> list[ChartNumber]:
        """Give numbers as a chart takes them."""
        return [ChartNumber(year, value, self.lang.number(value)) for year, value in numbers]

    def maal(self) -> list[ChartNumber]:
        """Give the targets as a chart takes them."""
        target, text = self.indikator.maaltall, self.lang.gettext("mål {grense}")
        found = [(year, one) for year in sorted(target) for one in self.bounds(target[year])]
        return [ChartNumber(year, number, text.format(grense=words)) for year, (number, words) in found]

    def course(self) -> str:
        """Give the first and last value in words."""
        if len(self.maalt) < 2:  # noqa: PLR2004 - one number is no course
            return ""
        (first, low), (last, high) = self.maalt[0], self.maalt[-1]
        text = self.lang.gettext("Fra {foerste} i {fra} til {siste} i {til}")
        return text.format(foerste=self.lang.number(low), fra=first, siste=self.lang.number(high), til=last)

    def row(self) -> IndikatorRow:
        """Give the indicator as a row."""
        year = self.gjeldende()
        return IndikatorRow(
            lenke=self.site.link(self.indikator),
            enhet=self.indikator.enhet,
            siste=self.latest(),
            maaltall=f"{self.with_enhet(self.bound(year))} ({year})" if year is not None else "",
            dom=self.verdict(year) if year is not None else "",
            forloep=self.course(),
            gnist=sparkline(self.maalt),
            vei=self.way(year),
        )

    def way(self, year: int | None) -> WayDone | None:
        """Give how far the last value is from the first one towards a year's target.

        None where there is no way to measure: one value only, no target or several, no direction, or a target that the
        first value met already.
        """
        numbers = [number for number, _ in self.bounds(self.indikator.maaltall[year])] if year is not None else []
        if year is None or len(numbers) != 1 or len(self.maalt) < 2:  # noqa: PLR2004 - a way has two ends
            return None
        (first, low), (last, now), target = self.maalt[0], self.maalt[-1], numbers[0]
        if low == target or self.indikator.retning == "stabil" or self._naadd(year, low) is not False:
            return None
        share, tall = (now - low) / (target - low), self.lang.number
        words = {"fra": tall(low), "aar": first, "naa": tall(now), "siste": last, "maal": tall(target), "frist": year}
        text = self.lang.gettext(_AWAY if share < 0 else _WAY)
        return WayDone(round(min(max(share, 0), 1) * 100, 1), text.format(**words, prosent=tall(round(share * 100))))


_PROGRESS = NN_(
    "{n} indikator har måltall. Så langt registeret viser, er {naadd} av dem nådd.",
    "{n} indikatorer har måltall. Så langt registeret viser, er {naadd} av dem nådd.",
)


def progress_sentence(site: Nettsted, rows: Sequence[IndikatorRow]) -> str:
    """Say how many of the targets of some indicators are reached; of how many indicators no target is known."""
    lang, reached = site.lang, {site.lang.gettext(word) for word in (N_("Nådd"), N_("Nådd før tiden"))}
    aimed = [row for row in rows if row.maaltall]
    if not aimed:
        return lang.gettext("Registeret viser ingen måltall for indikatorene.")
    count = sum(row.dom in reached for row in aimed)
    return lang.choose(*_PROGRESS, len(aimed)).format(n=lang.number(len(aimed)), naadd=lang.number(count))
