"""The challenges and the goals that answer them, those without first; then the conflicts, and the goals in them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.model import AVSLUTTEDE
from planlint.site.form_fields import form_of
from planlint.site.page import Page
from planlint.site.page_parts import part_title, parts_shown
from planlint.site.plan.traad_chain import entity_name
from planlint.site.resident_words import resident_words
from planlint.site.search_entry import list_entry
from planlint.site.sources import kilde_rows, note_of
from planlint.tables import ANSWERED, CONFLICT, UNANSWERED, PageLink, in_reading_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planlint.model import Maal, Plan, Utfordring
    from planlint.site.sources import KildeRow
    from planlint.tables import Nettsted, SiteFinding

PATHS = ("utfordringer.html", "utfordringer-*.html")
_TYPES = {"utfordring": N_("Utfordring"), "målkonflikt": N_("Målkonflikt")}


@dataclass(frozen=True, slots=True)
class UtfordringAnswer:
    """A goal that answers a challenge, whether it applies today, and of a draft that it is one, and of which plan."""

    lenke: PageLink
    gjelder: bool
    utkast: str = ""


@dataclass(frozen=True, slots=True)
class KonfliktSide:
    """A side of a conflict, which a template may write as its words alone, with the goals that stand on it."""

    hensyn: str
    maal: tuple[UtfordringAnswer, ...]

    def __str__(self) -> str:
        """Give what the side is about."""
        return self.hensyn


@dataclass(frozen=True, slots=True)
class UtfordringCard:
    """A challenge with what answers it and where it comes from; of a conflict, `svar` are the goals that are in it.

    `paa_side`: somebody has said which side a goal stands on; `uten_side` are the goals that nobody has said it of.
    """

    id: str
    tittel: str
    type: str
    sammendrag: str
    merknad: str
    tema: str
    svar: tuple[UtfordringAnswer, ...]
    kilder: Sequence[KildeRow]
    funn: Sequence[SiteFinding]
    hull: str
    endre: str
    skjema: str
    konflikt: bool
    planer: tuple[PageLink, ...] = ()
    sider: tuple[KonfliktSide, ...] = ()
    paa_side: bool = False
    uten_side: tuple[UtfordringAnswer, ...] = ()
    avveiing: str = ""
    kjede: tuple[str, ...] = ()

    @property
    def besvart(self) -> bool:
        """Whether a goal that applies answers it."""
        return any(each.gjelder for each in self.svar)


def _answered_by(site: Nettsted) -> dict[str, list[Plan]]:
    """Give the plans that say they are to answer a challenge, by its id, those that have ended left out."""
    register = site.register
    found: dict[str, list[Plan]] = defaultdict(list)
    for plan in register.planer.values():
        if register.status(plan) not in AVSLUTTEDE and not register.replaced_by(plan):
            for id_ in plan.utfordringer:
                if challenge := register.find("utfordring", id_):
                    found[challenge.id].append(plan)
    return found


def _answers(site: Nettsted, ids: Iterable[str]) -> tuple[UtfordringAnswer, ...]:
    """Give goals with their pages, and whether they apply."""
    goals = [maal for id_ in ids if (maal := site.register.find_maal(id_))]
    return tuple(
        UtfordringAnswer(
            PageLink(entity_name(maal), site.path(maal)), site.register.is_maal_i_kraft(maal), _draft_of(site, maal)
        )
        for maal in goals
    )


def _draft_of(site: Nettsted, maal: Maal) -> str:
    """Tell which plan a goal is a draft in; "" of what is no draft."""
    if not maal.utkast:
        return ""
    plan = site.register.find_plan(maal.plan)
    return site.lang.render(N_("utkast i «{plan}»"), {"plan": plan.tittel}) if plan else site.lang.gettext("utkast")


def _card(site: Nettsted, utfordring: Utfordring, planer: Sequence[Plan]) -> UtfordringCard:
    answers = _answers(site, utfordring.maal)
    placed = [id_ for side in utfordring.sider for id_ in utfordring.maal_paa(side)]
    return UtfordringCard(
        id=site.path(utfordring).partition("#")[2],
        tittel=utfordring.tittel,
        type=site.lang.gettext(_TYPES[utfordring.type]),
        sammendrag=utfordring.sammendrag or "",
        merknad=note_of(site, utfordring),
        tema=", ".join(utfordring.tema),
        svar=answers,
        kilder=kilde_rows(site, utfordring.kilder),
        funn=site.findings_about(utfordring),
        hull=site.missing(utfordring),
        endre=site.change_address(utfordring.file),
        skjema=form_of(utfordring),
        konflikt=utfordring.type == "målkonflikt",
        planer=tuple(site.link(plan) for plan in in_reading_order(planer)),
        sider=tuple(KonfliktSide(side, _answers(site, utfordring.maal_paa(side))) for side in utfordring.sider),
        paa_side=bool(placed),
        uten_side=_answers(site, [id_ for id_ in utfordring.maal if id_ not in placed]),
        avveiing=utfordring.avveiing or "",
        kjede=utfordring.kjede,
    )


def pages(site: Nettsted) -> Iterator[Page]:
    """Yield the page of challenges; where they are many, the pages."""
    _, parts, planer = site.lang.gettext, site.entity_lists.utfordringer, _answered_by(site)
    sizes = Counter({UNANSWERED: 0, ANSWERED: 0, CONFLICT: 0})
    for part in parts:
        sizes.update({group: len(rows) for group, rows in part.grupper})
    shown = {"antall": sizes.total(), **{f"antall_{group}": size for group, size in sizes.items()}}
    for part in parts:
        groups = {group: [_card(site, row, planer.get(row.id, ())) for row in rows] for group, rows in part.grupper}
        titles = tuple(row.tittel for row in part.rows)
        yield Page(
            sti=part.sti,
            mal="utfordringer.html.j2",
            tittel=part_title(site, _("Utfordringer"), part),
            beskrivelse=_("Utfordringene i {kommune} med målene som svarer på dem, og målkonfliktene.").format(
                kommune=site.kommune
            ),
            innhold={
                **shown,
                "uten": groups.get(UNANSWERED, []),
                "med": groups.get(ANSWERED, []),
                "konflikter": groups.get(CONFLICT, []),
                "foerste": part.nummer == 1,
                **parts_shown(parts, lambda row: row.tittel),
            },
            smuler=(PageLink(_("Utfordringer"), parts[0].sti),) if part.nummer > 1 else (),
            soek=list_entry(part.nummer, titles, resident_words(*titles)),
        )
