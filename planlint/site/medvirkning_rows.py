"""Drafts and input as the pages show them: what was proposed, what was said, what was answered, what became of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from planlint.register import is_decided, lacks_reason, medvirkning, outcome_name
from planlint.site.form_fields import form_of
from planlint.site.goal_links import numbered_link
from planlint.site.sources import kilde_rows
from planlint.text import ARENA_NAMES, UTFALL_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from planlint.model import Blir, Innspill, Maal, Svar
    from planlint.site.sources import KildeRow
    from planlint.tables import Nettsted, PageLink, SiteFinding


@dataclass(frozen=True, slots=True)
class InnspillRow:
    """An input: who (a role), where and when, what it says, and the answer; "" for what is not recorded."""

    id: str
    sti: str
    tittel: str
    fra: str
    tekst: str
    vekt: str
    tema: str
    gjelder: tuple[PageLink, ...]
    svar: str
    begrunnelse: str
    uten_grunn: bool
    endring: str
    foerte_til: tuple[PageLink, ...]
    besvart: str
    merknad: str
    kilder: Sequence[KildeRow]
    funn: Sequence[SiteFinding]
    hull: str
    endre: str
    skjema: str


@dataclass(frozen=True, slots=True)
class BlirRow:
    """What became of a draft, or which draft a goal came from: the other one, how, and why."""

    lenke: PageLink | None
    utfall: str
    begrunnelse: str
    usikker: bool


@dataclass(frozen=True, slots=True)
class UtkastRow:
    """A draft in a list: its link, its variant, how much input there is to it, and what became of it.

    `stemmer` are the votes that each input to it was given, where they are stated; `avgjort` tells whether its plan has
    been adopted or has ended.
    """

    lenke: PageLink
    variant: str
    innspill: int
    blir: tuple[BlirRow, ...]
    stemmer: str = ""
    avgjort: bool = True


def _goals(site: Nettsted, ids: Iterable[str]) -> tuple[PageLink, ...]:
    found = {maal.id: maal for id_ in ids if (maal := site.register.find_maal(id_))}
    return tuple(_link(site, maal) for maal in found.values())


def _link(site: Nettsted, maal: Maal) -> PageLink:
    """Give a link to a goal, or to a draft with the variant that it is."""
    link = numbered_link(site, maal)
    return replace(link, tekst=f"{link.tekst} ({maal.variant})") if maal.utkast and maal.variant else link


def _weight(site: Nettsted, item: Innspill) -> str:
    votes = site.lang.ngettext("{n} stemme", "{n} stemmer", item.stemmer or 0)
    told = votes.format(n=site.lang.number(item.stemmer)) if item.stemmer is not None else ""
    return ", ".join(part for part in (told, item.vekt or "") if part)


def _answered(site: Nettsted, svar: Svar | None) -> str:
    """Give when an answer was given, by whom and in which case."""
    if svar is None:
        return ""
    organ = site.register.plansystem.organer.get(svar.organ or "")
    day = site.lang.tidspunkt(svar.dato) if svar.dato else ""
    case = site.lang.gettext("sak {sak}").format(sak=svar.sak) if svar.sak else ""
    return ", ".join(part for part in (organ.navn if organ else svar.organ or "", day, case) if part)


def sender(site: Nettsted, item: Innspill) -> str:
    """Give from whom an input is (a role), where and when it came, as far as the register shows."""
    arena = site.lang.gettext(ARENA_NAMES[item.arena]) if item.arena else ""
    day = site.lang.tidspunkt(item.dato) if item.dato else ""
    return ", ".join(part for part in (item.avsender or "", arena, day) if part)


def innspill_rows(site: Nettsted, items: Iterable[Innspill]) -> tuple[InnspillRow, ...]:
    """Give input as rows, in the order given."""
    return tuple(_row(site, item) for item in items)


def _row(site: Nettsted, item: Innspill) -> InnspillRow:
    svar = item.svar
    return InnspillRow(
        id=item.id,
        sti=site.path(item),
        tittel=f"{item.nummer or ''} {item.tittel}".strip(),
        fra=sender(site, item),
        tekst=item.tekst or "",
        vekt=_weight(site, item),
        tema=", ".join(item.tema),
        gjelder=_goals(site, item.maal),
        svar=site.lang.gettext(UTFALL_NAMES[svar.utfall]) if svar else "",
        begrunnelse=(svar.begrunnelse or "") if svar else "",
        uten_grunn=bool(svar and lacks_reason(svar)),
        endring=(svar.endring or "") if svar else "",
        foerte_til=_goals(site, svar.foerte_til) if svar else (),
        besvart=_answered(site, svar),
        merknad=item.merknad or "",
        kilder=kilde_rows(site, item.kilder),
        funn=site.findings_about(item),
        hull=site.missing(item),
        endre=site.change_address(item.file),
        skjema=form_of(item),
    )


def _blir(site: Nettsted, maal: Maal, blir: Blir, other: Maal | None) -> BlirRow:
    link = _link(site, other) if other else None
    name = outcome_name(site.register, maal, blir)
    return BlirRow(link, site.lang.gettext(name), blir.begrunnelse or "", blir.usikker)


def blir_rows(site: Nettsted, draft: Maal) -> tuple[BlirRow, ...]:
    """Give what became of a draft, or of a goal whose plan was replaced."""
    return tuple(_blir(site, draft, blir, site.register.find_maal(blir.maal)) for blir in draft.blir)


def fra_utkast(site: Nettsted, maal: Maal) -> tuple[BlirRow, ...]:
    """Give the drafts that became a goal."""
    became = medvirkning(site.register).fra_utkast.get(maal.id, ())
    return tuple(_blir(site, draft, blir, draft) for draft, blir in became)


def utkast_rows(site: Nettsted, drafts: Iterable[Maal]) -> tuple[UtkastRow, ...]:
    """Give drafts as rows, in the order given."""
    return tuple(_draft_row(site, draft) for draft in drafts)


def _draft_row(site: Nettsted, draft: Maal) -> UtkastRow:
    about = medvirkning(site.register).om_maal.get(draft.id, ())
    votes = [site.lang.number(item.stemmer) for item in about if item.stemmer is not None]
    return UtkastRow(
        numbered_link(site, draft),
        draft.variant or "",
        len(about),
        blir_rows(site, draft),
        site.lang.whole_list(votes) if votes else "",
        is_avgjort(site, draft),
    )


def is_avgjort(site: Nettsted, draft: Maal) -> bool:
    """Tell whether the plan of a draft has been adopted or has ended; of a plan that is not there, nobody knows."""
    plan = site.register.find_plan(draft.plan)
    return plan is None or is_decided(site.register, plan)
