"""About the site: what each status means, licence and contact, accessibility, and how somebody changes a plan."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from planlint.base import N_, NN_
from planlint.output import seen_words
from planlint.register import last_seen, reviewable, unseen
from planlint.site.page import Page
from planlint.site.page_parts import part_title, parts_shown
from planlint.site.pages.change_example import change_example
from planlint.site.reckoning import knowledge_sentences
from planlint.tables import PageLink, is_light, list_parts
from planlint.text import STATUS, alphabetical

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planlint.tables import Nettsted

PATHS = ("om.html", "endre.html", "tilgjengelighet.html", "usett*.html")
MEANING = {
    "planlagt": N_("Planen eller tiltaket er bestemt. Registeret viser ikke at arbeidet er begynt."),
    "igangsatt": N_("Arbeidet med planen er begynt."),
    "på_høring": N_("Forslaget er lagt fram, og alle kan si hva de mener."),
    "til_vedtak": N_("Forslaget er ferdig og skal behandles politisk."),
    "vedtatt": N_(
        "Planen er vedtatt. En bindende arealplan gjelder til den blir endret, opphevet eller erstattet. Andre planer "
        "regner vi som i kraft ut perioden."
    ),
    "under_revisjon": N_(
        "En ny utgave av planen er under arbeid. Registeret regner den gamle som vedtatt, også der vedtaket ikke er "
        "dokumentert."
    ),
    "erstattet": N_("En nyere plan har tatt over. Planen gjelder ikke lenger."),
    "opphevet": N_("Planen er opphevet ved et vedtak og gjelder ikke lenger."),
    "utgått": N_("Planen er tatt ut av bruk og gjelder ikke lenger."),
    "utkast": N_("Det finnes et utkast, men det er ikke sendt på høring eller vedtatt."),
    "til_orientering": N_("Dokumentet er lagt fram for et politisk organ, som har tatt det til orientering."),
    "foreldet": N_("Opplysningene i dokumentet er for gamle til å brukes."),
    "satt_på_vent": N_("Arbeidet med planen er stanset inntil videre."),
    "pågår": N_("Tiltaket er i gang."),
    "gjennomført": N_("Tiltaket er gjort ferdig."),
    "utsatt": N_("Tiltaket er flyttet til senere."),
    "avlyst": N_("Tiltaket blir ikke gjennomført."),
    None: N_("Registeret viser ikke hvilken status planen eller tiltaket har."),
}
"""What each status means, in words for everybody."""


def contact_link(site: Nettsted) -> PageLink | None:
    """Give whom a reader can ask: a link to write to, or a text (`sti` is then ""); None where none is declared."""
    declared = (site.valg.kontakt or "").strip()
    if not declared:
        return None
    if declared.casefold().startswith(("https://", "http://", "mailto:")):
        return PageLink(declared.removeprefix("mailto:"), declared)
    is_mail = "@" in declared and not any(char.isspace() or char in '<>"?&:/' for char in declared)
    return PageLink(declared, f"mailto:{declared}" if is_mail else "")


_GROUP = 200
"""What the head of a group of what nobody has looked at weighs."""
_KINDS = {
    "plan": NN_("{n} plan", "{n} planer"),
    "tiltak": NN_("{n} tiltak", "{n} tiltak"),
    "indikator": NN_("{n} indikator", "{n} indikatorer"),
    "utfordring": NN_("{n} utfordring", "{n} utfordringer"),
    "innspill": NN_("{n} innspill", "{n} innspill"),
}


@dataclass(frozen=True, slots=True)
class UnseenGroup:
    """What nobody has looked at for a year, of one kind and last seen alike: how many, when, and a link to each."""

    navn: str
    sett: str
    rader: tuple[PageLink, ...]


def _unseen(site: Nettsted) -> tuple[UnseenGroup, ...]:
    found: dict[tuple[str, str], list[PageLink]] = {}
    for entity in sorted(unseen(site.register), key=lambda entity: (alphabetical(entity.tittel), entity.id)):
        seen = seen_words(site.register, site.lang, entity)
        found.setdefault((entity.kind, seen), []).append(site.link(entity))
    return tuple(
        UnseenGroup(site.lang.ngettext(*words, len(rows)), seen, tuple(rows))
        for kind, words in _KINDS.items()
        for (of_kind, seen), rows in found.items()
        if of_kind == kind
    )


def _rests_on_the_register(site: Nettsted) -> bool:
    """Tell whether anything counts as seen only because all of the register is brought up to date."""
    seen = (last_seen(site.register, entity) for entity in reviewable(site.register))
    return any(one is not None and one.field == "ajourført" for one in seen)


def _about(site: Nettsted) -> dict[str, Any]:
    _ = site.lang.gettext
    day = site.register.plansystem.ajourfoert
    return {
        "statuser": [(_(name), _(MEANING[key])) for key, name in STATUS.items()],
        "ajourfoert": site.lang.dato(day) if day else "",
        "alle_sett": bool(reviewable(site.register)) and not site.register.opaque,
        "sett_av_registeret": _rests_on_the_register(site),
        "kunnskap": knowledge_sentences(site),
        "kontakt": contact_link(site),
        "repositorium": site.valg.repositorium if site.change_address("plans") else "",
    }


def _change(site: Nettsted) -> dict[str, Any]:
    return {
        "eksempel": change_example(site),
        "kontakt": contact_link(site),
        "kan_endre": bool(site.change_address("plans")),
    }


def _bytes_of(link: PageLink) -> int:
    return 65 + len(link.tekst.encode()) + len(link.sti.encode())


def _is_listed_here(groups: Iterable[UnseenGroup]) -> bool:
    """Tell whether the page about the site has room for what nobody has looked at."""
    return is_light([(group, group.rader) for group in groups], _bytes_of, _GROUP)


def _unseen_pages(site: Nettsted, groups: Iterable[UnseenGroup]) -> Iterator[Page]:
    """Yield the pages of what nobody has looked at, where it is too much for the page about the site."""
    _ = site.lang.gettext
    parts = list_parts("usett.html", [(group, group.rader) for group in groups], _bytes_of, _GROUP)
    for part in parts:
        yield Page(
            sti=part.sti,
            mal="usett.html.j2",
            tittel=part_title(site, _("Hva ingen har sett på det siste året"), part),
            beskrivelse=_("Opplysningene som det ikke er ført at noen har gått gjennom det siste året."),
            innhold={
                "grupper": tuple(replace(group, rader=rows) for group, rows in part.grupper),
                **parts_shown(parts, lambda link: link.tekst),
            },
            smuler=(PageLink(_("Om"), "om.html"),),
            soekbar=False,
        )


def pages(site: Nettsted) -> Iterator[Page]:
    """Yield the page about the site, the one on how to change a plan, and the accessibility statement."""
    _ = site.lang.gettext
    unseen_groups = _unseen(site)
    if not (is_here := _is_listed_here(unseen_groups)):
        yield from _unseen_pages(site, unseen_groups)
    about = (PageLink(_("Om"), "om.html"),)
    yield Page(
        sti="om.html",
        mal="om.html.j2",
        tittel=_("Om plansystemet"),
        beskrivelse=_("Hva nettstedet er, hva statusene betyr, hvem du kan spørre, og hvordan du kan bruke dataene."),
        innhold={**_about(site), "usett": unseen_groups, "delt": not is_here},
    )
    yield Page(
        sti="endre.html",
        mal="endre.html.j2",
        tittel=_("Slik endrer du en plan"),
        beskrivelse=_("Slik blir opplysningene om en plan rettet eller oppdatert."),
        innhold=_change(site),
        smuler=about,
    )
    yield Page(
        sti="tilgjengelighet.html",
        mal="tilgjengelighet.html.j2",
        tittel=_("Tilgjengelighetserklæring"),
        beskrivelse=_("Hva som er prøvd for at alle skal kunne bruke nettstedet, og hva som ikke er prøvd."),
        innhold={"kontakt": contact_link(site)},
        smuler=about,
    )
