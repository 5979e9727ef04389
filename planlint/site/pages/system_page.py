"""The plan system: its levels, what each asks and how far it looks, who decides, what steers what, and the plans."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.base import N_, RulleresCode
from planlint.model import parse
from planlint.register import hjulsteg, next_time, parts_of, planer_i_steg, sectors, undocumented_steg
from planlint.site.page import Page
from planlint.site.sparse_columns import without_sparse_columns
from planlint.site.system_figure import LevelBox, system_figure
from planlint.tables import CellPart, PageLink, Table, column_heads, filled_groups, in_reading_order

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.model import Nivaa, Plan
    from planlint.register import HjulSteg
    from planlint.tables import Nettsted, TableRow

PATHS = ("plansystem.html",)
_COLUMNS = (
    N_("Nivå"),
    N_("Spørsmål"),
    N_("Horisont"),
    N_("Plantyper"),
    N_("Vedtas av"),
    N_("Er styrende for"),
    N_("Planer"),
)


@dataclass(frozen=True, slots=True)
class LevelPlan:
    """A plan at a level: its link and its short status."""

    lenke: PageLink
    status: str


@dataclass(frozen=True, slots=True)
class LevelPlans:
    """A level's part of the page: its place, its name, and its plans by title."""

    id: str
    navn: str
    planer: tuple[LevelPlan, ...]


class _Levels:
    """The levels of a plan system from the top, with their types and plans."""

    def __init__(self, site: Nettsted) -> None:
        """Put the levels in order, and each type and plan under its level ("" where none is declared)."""
        system = site.register.plansystem
        self.site, self.types = site, system.plantyper
        self.levels: dict[str, Nivaa] = dict(sorted(system.nivaaer.items(), key=lambda item: item[1].rang))
        self.plans: dict[str, list[Plan]] = {id_: [] for id_ in (*self.levels, "")}
        self.counts: dict[str, int] = {}
        for plan in in_reading_order(site.register.planer.values()):
            plantype = site.register.plantype(plan)
            self.plans[self._known(plantype.nivaa if plantype else None)].append(plan)
            self.counts[plan.type] = self.counts.get(plan.type, 0) + 1

    def _known(self, id_: str | None) -> str:
        return id_ if id_ in self.levels else ""

    def types_of(self, level: str) -> list[str]:
        """Give the types of a level, in the order in which they are declared."""
        return [id_ for id_, plantype in self.types.items() if self._known(plantype.nivaa) == level]

    def name(self, level: str) -> str:
        """Give a level's name; for "", that none is declared."""
        return self.levels[level].navn if level else self.site.lang.gettext("Uten nivå i registeret")

    def link(self, level: str) -> PageLink:
        """Give the link to a level's plans on the page."""
        return PageLink(self.name(level), f"plansystem.html#{self.place(level)}")

    def place(self, level: str) -> str:
        """Give a level's place on the page."""
        return f"niva-{[*self.levels, ''].index(level) + 1}"

    def type_words(self, level: str) -> tuple[str, ...]:
        """Give the types of a level, each with how many plans of it there are."""
        return tuple(f"{self.types[id_].navn} ({self.counts.get(id_, 0)})" for id_ in self.types_of(level))

    def bodies(self, level: str) -> list[str]:
        """Give the bodies that may adopt a type of the level, each once, by name."""
        organer = self.site.register.plansystem.organer
        ids = dict.fromkeys(id_ for type_ in self.types_of(level) for id_ in self.types[type_].vedtas_av)
        return [organer[id_].navn if id_ in organer else id_ for id_ in ids]

    def steered(self, level: str) -> list[str]:
        """Give the levels that a level is declared to steer."""
        return [id_ for id_ in (self.levels[level].styrer if level else ()) if id_ in self.levels and id_ != level]


def _row(levels: _Levels, id_: str) -> TableRow:
    level = levels.levels.get(id_)
    return (
        (CellPart(levels.name(id_), levels.link(id_).sti),),
        tuple(map(CellPart, level.spoersmaal)) if level else "",
        (level.horisont or "") if level else "",
        tuple(map(CellPart, levels.type_words(id_))),
        tuple(map(CellPart, levels.bodies(id_))),
        tuple(CellPart(levels.name(below), levels.link(below).sti) for below in levels.steered(id_)),
        str(len(levels.plans[id_])),
    )


def _shown(levels: _Levels) -> list[str]:
    """Give the levels to show; what has no level last, where there is any."""
    rest = [""] if levels.types_of("") or levels.plans[""] else []
    return [*levels.levels, *rest]


def _table(levels: _Levels, shown: Sequence[str]) -> Table:
    _ = levels.site.lang.gettext
    return Table(
        id="nivaaer",
        navn=_("Nivåene i plansystemet"),
        om=_("Tabellen viser det samme som tegningen, og hvem som kan vedta plantypene der det er ført."),
        tomt=_("Registeret viser ingen nivåer."),
        kolonner=column_heads(map(_, _COLUMNS)),
        grupper=filled_groups([("", [_row(levels, id_) for id_ in shown])]),
    )


_RESPONSIBLE = (N_("Sektor"), N_("Hovedutvalg"), N_("Programområder"), N_("Planer"), N_("Mål"))


def _sector_row(site: Nettsted, id_: str) -> TableRow:
    """Give a sector with its body, its programme areas, and how many plans and goals are theirs."""
    register, system = site.register, site.register.plansystem
    parts, body = parts_of(system, id_), system.organer.get(system.sektorer[id_].utvalg or "")
    return (
        system.sektorer[id_].navn,
        body.navn if body else "",
        tuple(CellPart(system.sektorer[part].navn) for part in parts if part != id_),
        str(sum(plan.ansvarlig in parts for plan in register.planer.values())),
        str(sum(maal.ansvarlig in parts and register.is_maal_i_kraft(maal) for maal in register.maal.values())),
    )


def _organisation(site: Nettsted) -> Table:
    _ = site.lang.gettext
    return Table(
        id="organisasjonen",
        navn=_("Sektorene"),
        om=_(
            "Tabellen viser sektorene, hovedutvalgene og programområdene, og hvor mange planer og mål som er ført på "
            "dem i registeret. Bare mål som gjelder, er talt."
        ),
        tomt=_("Registeret viser ingen sektorer."),
        kolonner=column_heads(map(_, _RESPONSIBLE)),
        grupper=filled_groups([("", [_sector_row(site, id_) for id_ in sectors(site.register.plansystem)])]),
    )


_WHEEL = (
    N_("Steg"),
    N_("Hvor ofte"),
    N_("Måned"),
    N_("Organ"),
    N_("Plantype"),
    N_("Forventet neste gang"),
    N_("Ikke gjort sist, så langt registeret viser"),
)


def _step_row(site: Nettsted, one: HjulSteg) -> TableRow:
    """Give a step as it is declared, when it is expected, and the last time that nothing shows it was done."""
    system, step, tell = site.register.plansystem, one.steg, site.lang.tidspunkt
    coming, without = next_time(site.register, one), undocumented_steg(site.register, one)
    return (
        step.hva,
        site.lang.value(RulleresCode(step.rulleres or one.hjul.rulleres)),
        tell(parse(f"2001-{step.maaned:02}")).removesuffix(" 2001") if step.maaned else "",
        tuple(CellPart(system.organer[id_].navn) for id_ in step.organ if id_ in system.organer),
        system.plantyper[step.plantype].navn if step.plantype in system.plantyper else "",
        tell(coming) if coming else "",
        tell(without) if without else _never(site, one),
    )


def _wheel_table(site: Nettsted) -> Table:
    """Make a table of the wheels, a group for each."""
    _, steps = site.lang.gettext, hjulsteg(site.register)
    names = {id_: wheel.navn for id_, wheel in site.register.plansystem.hjul.items()}
    table = Table(
        id="hjulene",
        navn=_("Stegene i hjulene"),
        om=" ".join(_wheel_words(site)),
        tomt=_("Registeret viser ingen hjul."),
        kolonner=column_heads(map(_, _WHEEL)),
        grupper=filled_groups(
            (name, [_step_row(site, one) for one in steps if one.felt[1] == id_]) for id_, name in names.items()
        ),
        gruppenavn=_("Hjul"),
    )
    return without_sparse_columns(table, site.lang, len(_WHEEL) - 1)


def _never(site: Nettsted, one: HjulSteg) -> str:
    """Say so where the register has no decision at all that could show a step; "" where it has one, or never can."""
    if not one.steg.plantype or one.hjul.fra or any(map(site.register.vedtak, planer_i_steg(site.register, one))):
        return ""
    return site.lang.gettext("ingen vedtak i registeret")


def _wheel_words(site: Nettsted) -> list[str]:
    """Tell what the expected times rest on, and of which steps nobody can see in the register whether they are done."""
    _, unseen = site.lang.gettext, [one.steg.hva for one in hjulsteg(site.register) if not one.steg.plantype]
    told = [_("Det forventede er regnet ut fra hvor ofte steget kommer. Det er ikke hentet fra noe vedtak.")]
    if unseen:
        text = _("Disse stegene har ingen plantype, så registeret kan ikke vise om de er gjort: {steg}.")
        told.append(text.format(steg=site.lang.enumeration([site.lang.quoted(name) for name in unseen])))
    return told


def _boxes(levels: _Levels) -> list[LevelBox]:
    ids = list(levels.levels)
    return [
        LevelBox(
            levels.link(id_),
            level.spoersmaal,
            levels.site.lang.gettext("Horisont: {tid}").format(tid=level.horisont) if level.horisont else "",
            levels.type_words(id_),
            tuple(ids.index(below) for below in levels.steered(id_)),
        )
        for id_, level in levels.levels.items()
    ]


def _plans(levels: _Levels, id_: str) -> LevelPlans:
    site = levels.site
    found = tuple(LevelPlan(site.link(plan), site.rader.plan(plan).status) for plan in levels.plans[id_])
    return LevelPlans(levels.place(id_), levels.name(id_), found)


def pages(site: Nettsted) -> Iterator[Page]:
    """Yield the page of the plan system."""
    _, levels = site.lang.gettext, _Levels(site)
    shown, boxes = _shown(levels), _boxes(levels)
    yield Page(
        sti="plansystem.html",
        mal="plansystem.html.j2",
        tittel=_("Plansystemet"),
        beskrivelse=_("Nivåene i plansystemet til {kommune}: spørsmål, horisont, plantyper og planer.").format(
            kommune=site.kommune
        ),
        innhold={
            "tegning": system_figure(boxes) if boxes else None,
            "styring": any(box.styrer for box in boxes),
            "tabell_nivaaer": without_sparse_columns(_table(levels, shown), site.lang),
            "tabell_hjul": _wheel_table(site),
            "tabell_sektorer": without_sparse_columns(_organisation(site), site.lang),
            "nivaaer": [_plans(levels, id_) for id_ in shown],
        },
    )
