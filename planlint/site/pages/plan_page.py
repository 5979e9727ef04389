"""Every plan's page: where it stands, what was decided, what it follows up and what follows it up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from planlint.register.stilling import I_KRAFT, setning, stilling
from planlint.site.page import Side
from planlint.site.plan.events import beslutninger, hendelser
from planlint.site.plan.metadata import jsonld
from planlint.site.plan.plan_facts import Verdi, fakta, hjemler
from planlint.site.plan.plan_links import Koblinger, ordnet
from planlint.site.plan.tiltak_row import tiltaksrad
from planlint.site.plan.traad_chain import Traadmaker, avvikende
from planlint.site.search_words import soekeord
from planlint.site.sources import kilderader
from planlint.tables.page_link import PageLink
from planlint.text.names import STATUS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.model import Indikator, Plan
    from planlint.tables.nettsted import Nettsted

_COLOURS = {I_KRAFT: "success", "perioden-er-over": "warning", "under-arbeid": "info"}


@dataclass(frozen=True, slots=True)
class Planlenke:
    """A link to another plan, with its status in words when it is not in force."""

    lenke: PageLink
    merknad: str


@dataclass(frozen=True, slots=True)
class Indikatorrad:
    """An indicator: its newest value and its next target."""

    lenke: PageLink
    enhet: str
    siste: str
    maaltall: str


@dataclass(frozen=True, slots=True)
class Endringsrad:
    """A change of the plan's file, with the commit's address where the files are known to lie."""

    dato: str
    tekst: str
    commit: Verdi


def _planlenker(site: Nettsted, plans: Iterable[Plan | None]) -> tuple[Planlenke, ...]:
    found = ordnet(plan for plan in plans if plan)
    return tuple(Planlenke(site.lenke(plan), avvikende(site, plan)) for plan in found)


def _indikator(site: Nettsted, indikator: Indikator) -> Indikatorrad:
    newest = max(indikator.verdier, default=None)
    later = [year for year in sorted(indikator.maaltall) if newest is None or year > newest] or sorted(
        indikator.maaltall
    )[-1:]
    target = next((indikator.maaltall[year] for year in later), None)
    tall = site.lang.tall
    words = {"verdi": "{tall}", "minst": "minst {tall}", "hoeyst": "høyst {tall}", "over": "over {tall}",
             "under": "under {tall}"}  # fmt: skip
    said = [
        site.lang.gettext(text).format(tall=tall(value))
        for name, text in words.items()
        if target and (value := getattr(target, name)) is not None
    ]
    return Indikatorrad(
        lenke=site.lenke(indikator),
        enhet=indikator.enhet,
        siste="" if newest is None else f"{tall(indikator.verdier[newest])} ({newest})",
        maaltall=f"{', '.join(said)} ({later[0]})" if said else "",
    )


def _historie(site: Nettsted, plan: Plan) -> tuple[Endringsrad, ...]:
    repository = (site.valg.repositorium or "").rstrip("/")
    base = f"{repository}/commit/" if repository.startswith("https://") else ""
    return tuple(
        Endringsrad(change.dato, change.tekst, Verdi(change.sha[:10], url=base + change.sha if base else ""))
        for change in site.versjon.endringer.get(plan.file, ())
    )


def _innhold(site: Nettsted, plan: Plan, koblinger: Koblinger, traader: Traadmaker) -> dict[str, Any]:
    register, legal = site.register, hjemler(site, plan)
    where = stilling(register, plan)
    return {
        "status": site.lang.gettext(STATUS[register.status(plan)]),
        "farge": _COLOURS.get(where, "neutral"),
        "setning": setning(site.register, site.lang, plan),
        "sammendrag": plan.sammendrag or "",
        "merknad": plan.merknad or "",
        "fakta": fakta(site, plan),
        "hendelser": hendelser(site, plan),
        "traad": traader.traad(plan),
        "erstatter": _planlenker(site, (register.finn_plan(id_) for id_ in plan.erstatter)),
        "erstattet_av": _planlenker(site, register.etterfoelgere(plan)),
        "bygger_paa": _planlenker(site, (register.finn_plan(id_) for id_ in plan.bygger_paa)),
        "brukt_av": _planlenker(site, koblinger.brukt_av(plan)),
        "avgrenset_mot": _planlenker(site, koblinger.avgrenset_mot(plan)),
        "beslutninger": beslutninger(site, plan),
        "tiltak": tuple(tiltaksrad(site, each) for each in koblinger.tiltak(plan)),
        "indikatorer": tuple(_indikator(site, each) for each in koblinger.indikatorer(plan)),
        "funn": tuple(site.funn_om(plan)),
        "kilder": kilderader(site, plan.kilder),
        "historie": _historie(site, plan),
        "jsonld": jsonld(site, plan, legal),
    }


def _beskrivelse(site: Nettsted, plan: Plan) -> str:
    row = site.rader.plan(plan)
    told = site.lang.gettext("{tittel}, {type}: {status}.").format(tittel=plan.tittel, type=row.type, status=row.status)
    return " ".join(f"{told} {plan.sammendrag or ''}".split())


def sider(site: Nettsted) -> Iterator[Side]:
    """Yield a page for every plan."""
    koblinger = Koblinger(site.register)
    traader = Traadmaker(site, koblinger)
    planer = PageLink(site.lang.gettext("Planer"), "planer.html")
    for plan in site.register.planer.values():
        yield Side(
            sti=site.sti(plan),
            mal="plan.html.j2",
            tittel=plan.tittel,
            beskrivelse=_beskrivelse(site, plan),
            innhold=_innhold(site, plan, koblinger, traader),
            smuler=(planer,),
            kildefil=plan.file,
            soekeord=soekeord(plan.tittel, plan.sammendrag or "", *plan.tema),
        )
