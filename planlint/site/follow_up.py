"""Who follows up each goal, in words: gathered once for all pages about goals."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planlint.register import FulgtOpp, Oppfoelging, direct_oppfoelging, measure_dekning

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.model import Maal
    from planlint.register import MaalCoverage
    from planlint.tables import Nettsted


class FollowUpPicture(NamedTuple):
    """A goal's following up in words, and whether it lacks one that it must have."""

    tekst: str
    uten: bool


def maaltype(site: Nettsted, maal: Maal) -> str:
    """Give the name of a goal's type with a capital letter, as declared, or as the file says when it is not."""
    declared = site.register.maaltype(maal)
    name = declared.navn if declared else maal.type
    return name[:1].upper() + name[1:]


class FollowUp:
    """The follow-up of every goal on the day."""

    def __init__(self, site: Nettsted) -> None:
        """Count once."""
        self.lang, self.register = site.lang, site.register
        self.dekning = measure_dekning(site.register)
        self.rader: dict[str, MaalCoverage] = {
            rad.maal.id: rad for gruppe in self.dekning.grupper for rad in gruppe.rader
        }
        self._direkte = direct_oppfoelging(site.register)

    @property
    def unfollowed(self) -> list[Maal]:
        """The goals that must be followed up, and for which the register shows nothing that does."""
        return self.dekning.unfollowed

    def of_itself(self, maal: Maal) -> Oppfoelging:
        """Give what follows up the goal itself."""
        return self._direkte.get(maal.id, Oppfoelging())

    def _counts(self, found: Oppfoelging) -> str:
        plans = self.lang.ngettext("{n} plan", "{n} planer", len(found.planer))
        measures = self.lang.ngettext("{n} tiltak", "{n} tiltak", len(found.tiltak))
        counted: Sequence[tuple[frozenset[str], str]] = ((found.planer, plans), (found.tiltak, measures))
        return self.lang.enumeration([text for ids, text in counted if ids])

    def picture(self, maal: Maal) -> FollowUpPicture:
        """Tell who follows up a goal: itself, and the goals under it."""
        _, rad, own = self.lang.gettext, self.rader.get(maal.id), self.of_itself(maal)
        if rad is None:
            still = _("Fortsatt vist til av {antall}.").format(antall=self._counts(own)) if own.is_followed_up else ""
            return FollowUpPicture(still, uten=False)
        said = []
        if own.is_followed_up:
            said.append(_("Følges opp av {antall}.").format(antall=self._counts(own)))
        if rad.under.is_followed_up:
            said.append(_("Målene under følges opp av {antall}.").format(antall=self._counts(rad.under)))
        lacks = rad.fulgt_opp is FulgtOpp.IKKE_DOKUMENTERT
        return FollowUpPicture(
            _("Registeret viser ikke hvem som følger opp dette målet.") if lacks else " ".join(said), lacks
        )
