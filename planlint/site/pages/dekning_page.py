"""The coverage: which goals are followed up, by how much, and which plans lead up to the samfunnsdel."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from planlint.base.diagnostic import N_
from planlint.output.coverage import av
from planlint.register.dekning import andel, dekning
from planlint.site.page import Side
from planlint.tables.page_link import PageLink
from planlint.tables.table import Del, Tabell, grupper, kolonner
from planlint.text.sorting import alfabetisk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.register.dekning import Dekning, Maalgruppe, Maalrad
    from planlint.tables.nettsted import Nettsted
    from planlint.tables.table import Celle, Rad

JA, NEI = N_("Ja"), N_("Nei")


def _vises(rad: Maalrad) -> bool:
    """Leave out the goals that nobody must follow up and that nothing points at."""
    return rad.dybde == 0 or rad.skal or any(rad.selv)


def _svar(gruppe: Maalgruppe, rad: Maalrad, site: Nettsted) -> Celle:
    """Tell whether a goal is followed up; for one at the top, how many below it are."""
    share = andel(gruppe.rader if rad.dybde == 0 else ())
    if share.av and not (rad.skal and share.av == 1):
        return av(share, site.lang)
    return site.lang.gettext(JA if rad.dekket else NEI) if rad.skal else site.lang.gettext("Kreves ikke")


def _maalrad(gruppe: Maalgruppe, rad: Maalrad, site: Nettsted) -> Rad:
    name = f"{rad.maal.nummer or ''} {rad.maal.tittel}".strip()
    counts = zip(rad.selv, rad.under, strict=True)
    return (
        (Del(name, site.sti(rad.maal)),),
        _svar(gruppe, rad, site),
        *(f"{len(own)} + {len(below)}" if below else str(len(own)) for own, below in counts),
    )


def _maaltabell(number: int, plan: str, groups: Sequence[Maalgruppe], site: Nettsted) -> Tabell:
    """Make the table of one plan's goals."""
    lang, _ = site.lang, site.lang.gettext
    rows = [_maalrad(gruppe, rad, site) for gruppe in groups for rad in gruppe.rader if _vises(rad)]
    share = andel(rad for gruppe in groups for rad in gruppe.rader)
    about = _("Målene i {plan}.").format(plan=plan)
    if share.av:
        about = _("Av målene i {plan} som skal følges opp, blir {andel} fulgt opp.").format(
            plan=plan, andel=av(share, lang)
        )
    return Tabell(
        id=f"maal-{number}",
        navn=_("Mål i {plan}").format(plan=plan),
        om=about,
        tomt="",
        kolonner=kolonner((_("Mål"), _("Følges opp"), _("Planer"), _("Tiltak"), _("Indikatorer"))),
        grupper=grupper([("", rows)]),
    )


def _planer(found: Dekning, site: Nettsted) -> Tabell:
    _ = site.lang.gettext
    plans = sorted(found.planer, key=lambda rad: (rad.naar, alfabetisk(rad.plan.tittel), rad.plan.id))
    rows: list[Rad] = [
        (
            (Del(rad.plan.tittel, site.sti(rad.plan)),),
            _(JA if rad.naar else NEI),
            str(rad.tiltak),
            str(rad.indikatorer),
        )
        for rad in plans
    ]
    return Tabell(
        id="planer-tabell",
        navn=_("Planer som gjelder"),
        om=_(
            "Tabellen viser planene som kan ha en rød tråd til et mål i samfunnsdelen, de uten tråd først. Av planene "
            "har {andel} en slik tråd."
        ).format(andel=av(found.roed_traad, site.lang)),
        tomt=_("Ingen planer som gjelder, kan ha en rød tråd til et mål i samfunnsdelen."),
        kolonner=kolonner((_("Plan"), _("Rød tråd"), _("Tiltak"), _("Indikatorer"))),
        grupper=grupper([("", rows)]),
    )


def _innhold(site: Nettsted) -> dict[str, object]:
    found, lang = dekning(site.register), site.lang
    plans = groupby(found.grupper, key=lambda gruppe: gruppe.plan)
    goals = [_maaltabell(at, plan, list(groups), site) for at, (plan, groups) in enumerate(plans, 1)]
    return {
        "maal": av(found.maal, lang) if found.maal.av else "",
        "roed_traad": av(found.roed_traad, lang) if found.planer else "",
        "uleselige": found.uleselige,
        "utelatt": sum(not _vises(rad) for gruppe in found.grupper for rad in gruppe.rader),
        "tabeller": goals,
        "planer": _planer(found, site),
    }


def sider(site: Nettsted) -> Iterator[Side]:
    """Yield the page."""
    _ = site.lang.gettext
    yield Side(
        sti="dekning.html",
        mal="dekning.html.j2",
        tittel=_("Dekning"),
        beskrivelse=_("Hvor mange av målene til {kommune} som følges opp, og hvilke planer som gjør det.").format(
            kommune=site.kommune
        ),
        innhold=_innhold(site),
        smuler=(PageLink(_("Mål"), "maal.html"),),
        soekeord="oppfølging rød tråd forankring",
    )
