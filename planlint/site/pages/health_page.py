"""How the plan system stands: every finding, by what is overdue, by what is unanchored, by rule, and over time."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from planlint.base import N_, NN_
from planlint.output import gap_sentence, thread_text, without_thread_text
from planlint.register import measure_dekning
from planlint.rules import RULES
from planlint.site.page import Page
from planlint.site.reckoning import anchors_text, finding_about, findings_sentence, late_by_standing
from planlint.site.trend import trend
from planlint.tables import FORFALT, UFORANKRET, PageLink, count_late, late_plans
from planlint.text import SEVERITY, alphabetical

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.model import Plan
    from planlint.tables import LateRow, Nettsted, SiteFinding

PATHS = ("helse.html",)
_STATUS = {"new": N_("nytt"), "known": N_("kjent avvik"), "suppressed": N_("unntak"), "gap": N_("hull")}
_COUNTED = ("new", "known", "suppressed")
_ALVOR = {
    "feil": NN_("{n} feil", "{n} feil"),
    "advarsel": NN_("{n} advarsel", "{n} advarsler"),
    "info": NN_("{n} opplysning", "{n} opplysninger"),
}
_MOST = 60
"""So many new findings are shown in full on one page; more are found rule by rule."""


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding in a list; `gjelder.sti` is "" for what has no page."""

    gjelder: PageLink
    funn: SiteFinding
    status: str

    @property
    def sort_key(self) -> tuple[str, str, str, int]:
        """By title, then as a reader goes through the files."""
        return alphabetical(self.gjelder.tekst), self.funn.kode, self.funn.fil, self.funn.linje


@dataclass(frozen=True, slots=True)
class RuleCount:
    """A rule with the number of its findings."""

    kode: str
    navn: str
    alvor: str
    nye: int
    kjente: int
    unntatt: int


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """Findings of one rule with one reason and one last day; new ones have neither."""

    kode: str
    navn: str
    status: str
    grunn: str
    til: str
    rader: tuple[FindingRow, ...]


def _about(site: Nettsted, funn: SiteFinding) -> PageLink:
    kind, _, id_ = funn.gjelder.partition("/")
    entity = site.register.find(kind, id_)
    return site.link(entity) if entity else PageLink(funn.fil, "")


def _rows(site: Nettsted, found: Iterable[SiteFinding]) -> list[FindingRow]:
    """Give findings, or gaps, in the order of the titles."""
    rows = [FindingRow(_about(site, funn), funn, site.lang.gettext(_STATUS[funn.status])) for funn in found]
    return sorted(rows, key=lambda row: row.sort_key)


def _groups(rows: Iterable[FindingRow]) -> list[FindingGroup]:
    """Gather findings by status, rule, reason and last day: new ones first."""
    found: dict[tuple[int, str, str, str], list[FindingRow]] = defaultdict(list)
    for row in rows:
        place = list(_STATUS).index(row.funn.status)
        found[place, row.funn.kode, row.funn.grunn, row.funn.til].append(row)
    return [
        FindingGroup(
            code, RULES[code].name, list(_STATUS)[place], reason, until, tuple(found[place, code, reason, until])
        )
        for place, code, reason, until in sorted(found)
    ]


def _rule_counts(site: Nettsted, rows: Iterable[FindingRow]) -> list[RuleCount]:
    """Count the findings of each rule; where they are not equally serious, say how many there are of each severity."""
    counts: dict[str, dict[str, int]] = defaultdict(lambda: dict.fromkeys(_COUNTED, 0))
    found: dict[str, list[FindingRow]] = defaultdict(list)
    for row in rows:
        counts[row.funn.kode][row.funn.status] += 1
        found[row.funn.kode].append(row)
    return [
        RuleCount(code, RULES[code].name, _severity(site, found[code]), *counts[code].values())
        for code in sorted(counts)
    ]


def _severity(site: Nettsted, rows: list[FindingRow]) -> str:
    """Give how serious some findings are, as the list of them says it: one word where all are alike."""
    words = {row.funn.alvorsord for row in rows}
    return words.pop() if len(words) == 1 else _alvor(site, rows)


def _alvor(site: Nettsted, rows: Iterable[FindingRow]) -> str:
    """Say how many findings of each severity there are: «2 feil og 1 advarsel»."""
    counts = Counter(row.funn.alvor for row in rows)
    return site.lang.enumeration(
        [site.lang.ngettext(*words, counts[severity]) for severity, words in _ALVOR.items() if counts[severity]]
    )


def _sammendrag(site: Nettsted, rows: list[FindingRow]) -> list[str]:
    """Say in words how it stands."""
    say = site.lang.ngettext
    new = [row for row in rows if row.funn.status == "new"]
    known, exempt = (sum(row.funn.status == status for row in rows) for status in ("known", "suppressed"))
    said = [site.lang.gettext(N_("Kontrollen har ingen nye funn."))]
    if new:
        text = site.lang.choose(
            "Kontrollen har {n} nytt funn: {alvor}.", "Kontrollen har {n} nye funn: {alvor}.", len(new)
        )
        said = [text.format(n=site.lang.number(len(new)), alvor=_alvor(site, new))]
    if known:
        words = NN_(
            "{n} funn er et kjent avvik, som er forklart med en grunn og satt til side i kontrollen.",
            "{n} funn er kjente avvik, som er forklart med en grunn og satt til side i kontrollen.",
        )
        said.append(say(*words, known))
    if exempt:
        words = NN_(
            "{n} funn er unntatt i filen det gjelder, med en grunn.",
            "{n} funn er unntatt i filene de gjelder, med en grunn.",
        )
        said.append(say(*words, exempt))
    return said


def _about_plans(site: Nettsted, rows: Iterable[FindingRow], codes: frozenset[str]) -> tuple[FindingRow, ...]:
    """Give a row for each plan, rule and status; where there are several findings of a kind, the first and how many."""
    alike: dict[tuple[object, ...], list[FindingRow]] = defaultdict(list)
    for row in rows:
        if row.funn.kode in codes:
            alike[row.funn.gjelder, row.funn.kode, row.funn.status].append(row)
    return tuple(_first_of(site, those) for those in alike.values())


@dataclass(frozen=True, slots=True)
class PlanToCheck:
    """A plan in a list of what to look at: its link, what is the matter, and the finding's rule and status, if any."""

    gjelder: PageLink
    hva: str
    kode: str
    status: str


def _to_check(site: Nettsted, plan: Plan, hva: str, funn: SiteFinding | None) -> PlanToCheck:
    status = site.lang.gettext(_STATUS[funn.status] if funn else N_("uten funn"))
    return PlanToCheck(site.link(plan), hva, funn.kode if funn else "", status)


def _late(site: Nettsted, row: LateRow) -> PlanToCheck:
    return _to_check(site, row.plan, row.hva, row.funn)


def _without_thread(site: Nettsted) -> tuple[PlanToCheck, ...]:
    """Give the plans in force without a documented thread to the samfunnsdel: the same as on the page of coverage."""
    rows = sorted(
        measure_dekning(site.register).without_traad, key=lambda rad: (alphabetical(rad.plan.tittel), rad.plan.id)
    )
    found = []
    for rad in rows:
        funn = finding_about(site, rad.plan, UFORANKRET)
        found.append(_to_check(site, rad.plan, thread_text(rad, site.lang), funn))
    return tuple(found)


def _first_of(site: Nettsted, rows: list[FindingRow]) -> FindingRow:
    first, more = rows[0], len(rows) - 1
    if not more:
        return first
    told = site.lang.ngettext(*NN_("Og {n} funn til av samme slag.", "Og {n} funn til av samme slag."), more)
    return replace(first, funn=replace(first.funn, melding=f"{first.funn.melding} {told}"))


def _content(site: Nettsted, rows: list[FindingRow], groups: list[FindingGroup]) -> dict[str, Any]:
    new = sorted(
        (row for row in rows if row.funn.status == "new"), key=lambda row: list(SEVERITY).index(row.funn.alvor)
    )
    found = measure_dekning(site.register)
    threadless = [rad.plan for rad in found.without_traad]
    return {
        "sammendrag": _sammendrag(site, rows),
        "forfalt": _about_plans(site, rows, FORFALT),
        "over_fristen": tuple(_late(site, row) for row in late_plans(site)),
        "antall_over_fristen": count_late(site),
        "uforankret": _about_plans(site, [*rows, *_rows(site, site.gaps)], UFORANKRET),
        "uten_traad": _without_thread(site),
        "uten_traad_om": (without_thread_text(found, site.lang), findings_sentence(site, threadless, UFORANKRET)),
        "uforankret_om": anchors_text(site),
        "over_fristen_om": late_by_standing(site),
        "hull": gap_sentence((item.diagnostic for item in site.report.gaps), site.lang),
        "nye": new if len(new) <= _MOST else [],
        "antall_nye": len(new),
        "regler": _rule_counts(site, rows),
        "kjente": [group for group in groups if group.status == "known"],
        "unntak": [group for group in groups if group.status == "suppressed"],
        "trend": trend(site),
    }


def all_rows(site: Nettsted) -> list[FindingRow]:
    """Give every finding, in the order of the titles."""
    return _rows(site, site.findings)


def all_groups(site: Nettsted) -> list[FindingGroup]:
    """Give every finding by status, rule, reason and last day."""
    return _groups(site.gathered(all_rows))


def pages(site: Nettsted) -> Iterator[Page]:
    """Yield the page of the system's health."""
    _ = site.lang.gettext
    yield Page(
        sti="helse.html",
        mal="helse.html.j2",
        tittel=_("Kontroll: slik står det til med planene"),
        beskrivelse=_(
            "Planer over fristen, planer uten dokumentert rød tråd og alle andre funn i plansystemet i {kommune}."
        ).format(kommune=site.kommune),
        innhold=_content(site, site.gathered(all_rows), site.gathered(all_groups)),
    )
