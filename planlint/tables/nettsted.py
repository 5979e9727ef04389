"""What every page of the site is made from: the register on a day, its report, a language, a revision."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from planlint.change import PlansVersion
from planlint.output import gap_name, laws, words_of
from planlint.tables.entity_lists import EntityLists
from planlint.tables.page_link import PageLink
from planlint.tables.plan_row import RowMaker
from planlint.text import SEVERITY

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from planlint.check import Located, Report
    from planlint.model import Enhet, Nettstedsvalg
    from planlint.register import Register
    from planlint.text import Language

V = TypeVar("V")
FORFALT = frozenset(("PL301", "PL302", "PL406", "PL505"))
"""The rules that say that a plan is past its time; how many plans are, the register says (`late_plans`)."""
UFORANKRET = frozenset(("PL201", "PL202", "PL204", "PL205", "PL206"))
"""The rules that say that a plan lacks what it should hang under."""
_OWN_PAGES = frozenset(("plan", "maal", "indikator", "planstrategi"))


@dataclass(frozen=True, slots=True)
class SiteFinding:
    """A finding as a page shows it."""

    kode: str
    navn: str
    alvor: str
    alvorsord: str
    melding: str
    hjelp: str
    lov: str
    fil: str
    linje: int
    gjelder: str
    status: str
    grunn: str
    til: str = ""
    mangler: str = ""
    kilder: tuple[str, ...] = ()


class Nettsted:
    """The site being made."""

    def __init__(  # noqa: PLR0913 - what a site is made from
        self,
        register: Register,
        report: Report,
        lang: Language,
        versjon: PlansVersion | None = None,
        valg: Nettstedsvalg | None = None,
        root: Path | None = None,
    ) -> None:
        """Keep the parts. `valg` are the choices for the site where they are others than those of plansystem.yaml.

        `root` is the folder above plans/, where the crest lies; without it the site has none.
        """
        self.register = register
        self.report = report
        self.lang = lang
        self.versjon = versjon or PlansVersion()
        self.rader = RowMaker(register, lang)
        self.valg = valg or register.plansystem.nettsted
        self.root = root
        self._gathered: dict[Callable[[Nettsted], Any], Any] = {}

    def gathered(self, make: Callable[[Nettsted], V]) -> V:
        """Give what is gathered from the whole site for a page of it: made once, and kept as long as the site is."""
        if make not in self._gathered:
            self._gathered[make] = make(self)
        found: V = self._gathered[make]
        return found

    @property
    def kommune(self) -> str:
        """The municipality's name."""
        return self.register.plansystem.kommune.navn

    @cached_property
    def entity_lists(self) -> EntityLists:
        """The lists of measures, challenges and input, and on which page each of them stands."""
        return EntityLists(self.register, self.report)

    def path(self, entity: Enhet) -> str:
        """Give the path of an entity's page, or its place on the page of all of its kind."""
        if entity.kind in _OWN_PAGES:
            return f"{entity.kind}/{entity.id}.html"
        return f"{self.entity_lists.page_of(entity)}#{entity.id}"

    def link(self, entity: Enhet) -> PageLink:
        """Give a link to an entity's page."""
        return PageLink(self.name(entity), self.path(entity))

    def name(self, entity: Enhet) -> str:
        """Give what an entity is called: its title, and of a plan which edition it is where that does not tell."""
        found = self.register.find_plan(entity.id) if entity.kind == "plan" else None
        return self.rader.name(found) if found else entity.tittel

    def change_address(self, fil: str) -> str:
        """Give the address at which somebody can propose a change to a file; "" when no repository is declared."""
        repository = (self.valg.repositorium or "").rstrip("/")
        return f"{repository}/edit/{self.valg.gren}/{fil}" if repository.startswith("https://") else ""

    @cached_property
    def findings(self) -> list[SiteFinding]:
        """All findings: new, then known and suppressed ones, each in the order of the files."""
        items = (*self.report.findings, *self.report.known, *self.report.suppressed)
        return [self._finding(item) for item in items]

    @cached_property
    def gaps(self) -> list[SiteFinding]:
        """What no source states, in the order of the files: it is no finding, and stands nowhere among them."""
        return [self._finding(item) for item in self.report.gaps]

    def missing(self, entity: Enhet) -> str:
        """Say what no source states of an entity; "" where nothing is missing for that reason."""
        found = [funn.mangler for funn in self._gaps_about.get(entity.entity, ())]
        words = self.lang.enumeration(sorted(dict.fromkeys(found)))
        return self.lang.gettext("Dette oppgir ikke kildene: {hva}.").format(hva=words) if found else ""

    @cached_property
    def _gaps_about(self) -> dict[str, list[SiteFinding]]:
        found: dict[str, list[SiteFinding]] = defaultdict(list)
        for funn in self.gaps:
            found[funn.gjelder].append(funn)
        return found

    @cached_property
    def _findings_about(self) -> dict[str, list[SiteFinding]]:
        found: dict[str, list[SiteFinding]] = defaultdict(list)
        for funn in self.findings:
            found[funn.gjelder].append(funn)
        return found

    def findings_about(self, entity: Enhet) -> Sequence[SiteFinding]:
        """Give the findings about an entity, worst first."""
        order = list(SEVERITY)
        return sorted(self._findings_about.get(entity.entity, ()), key=lambda funn: order.index(funn.alvor))

    def _finding(self, item: Located) -> SiteFinding:
        from planlint.rules import RULES  # noqa: PLC0415 - a site without findings needs no rules

        diagnostic = item.diagnostic
        message, text = words_of(item, self.lang.for_readers).message, words_of(item, self.lang)
        return SiteFinding(
            kode=diagnostic.code,
            navn=RULES[diagnostic.code].name,
            alvor=diagnostic.severity.value,
            alvorsord=self.lang.gettext(SEVERITY[diagnostic.severity.value]),
            melding=message,
            hjelp=text.help,
            lov="; ".join(laws(item, self.lang)),
            fil=diagnostic.place.file,
            linje=item.span.line,
            gjelder=diagnostic.entity,
            status=diagnostic.status,
            grunn=diagnostic.reason,
            til=self.lang.dato(diagnostic.until) if diagnostic.until else "",
            mangler=gap_name(diagnostic.finding.asks, self.lang) if diagnostic.status == "gap" else "",
            kilder=diagnostic.sources,
        )
