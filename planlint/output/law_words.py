"""How a provision's words were read, told to a reader: the edition, another source, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_

if TYPE_CHECKING:
    from datetime import date

    from planlint.law import Bestemmelse, Ordlyd
    from planlint.text import Language

_KILDE = {
    "lovtekst": N_("lest i en endringslov, ikke i loven selv"),
    "forskrift": N_("lest i en endringsforskrift, ikke i forskriften selv"),
    "veileder": N_("gjengitt i en veileder, ikke lest i loven"),
    "etat": N_("gjengitt av en etat, ikke lest i loven"),
    None: N_("ikke bekreftet"),
}


def read_where(ordlyd: Ordlyd, lang: Language) -> str:
    """Give how a wording was read: «lest i utgaven av 2.7.2026», or what else it rests on."""
    if ordlyd.utgave:
        return lang.gettext("lest i utgaven av {dato}").format(dato=lang.dato(ordlyd.utgave))
    return lang.gettext(_KILDE[ordlyd.kildetype])


def when_applied(provision: Bestemmelse, ordlyd: Ordlyd, lang: Language) -> str:
    """Give when a wording applied, with a word where a day is inferred, and where it is not the first."""
    _, days = lang.gettext, {"fra": lang.dato(ordlyd.fra), "til": lang.dato(ordlyd.til) if ordlyd.til else ""}
    now = _("Gjelder fra {fra}.") if ordlyd is provision.ordlyder[0] else _("Med disse ordene fra {fra}.")
    text = _("Gjaldt fra {fra} til {til}.") if ordlyd.til else now
    inferred = {"fra", "til"}.intersection(ordlyd.slutning)
    if not inferred:
        return text.format(**days)
    doubt = _("Begge dagene er en slutning.") if len(inferred) > 1 else _("Dagen er en slutning.")
    doubt = doubt if len(inferred) > 1 or not ordlyd.til else _(_INFERRED[inferred.pop()])
    return f"{text.format(**days)} {doubt}"


_INFERRED = {"fra": N_("Den første dagen er en slutning."), "til": N_("Den siste dagen er en slutning.")}


def how_read(provision: Bestemmelse, ordlyd: Ordlyd, lang: Language) -> str:
    """Give all that a reader needs to judge a wording by: how it was read, its days, what is inferred, and the note.

    What a day rests on is told where it is inferred.
    """
    how = read_where(ordlyd, lang)
    basis = lang.gettext("Grunnlag: {tekst}").format(tekst=lang.gettext(ordlyd.grunnlag)) if ordlyd.slutning else ""
    note = lang.gettext(provision.merknad) if provision.merknad else ""
    told = (f"{how[:1].upper()}{how[1:]}.", when_applied(provision, ordlyd, lang), basis, note)
    return " ".join(part for part in told if part)


def with_hjemmel(provision: Bestemmelse, day: date | None, lang: Language) -> str:
    """Give a provision by name and how its words were read: those of a day, or the newest."""
    ordlyd = (provision.wording_on(day) if day else None) or provision.newest
    return f"{lang.value(provision.navn)} ({read_where(ordlyd, lang)})"
