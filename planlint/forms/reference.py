"""Which plan or goal somebody means: by id, title, page address, or words that name one and no other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from planlint.base import N_, Message, without_quotes
from planlint.forms.field import LIST
from planlint.forms.form_error import FormError
from planlint.forms.likeness import candidates, fitting
from planlint.forms.listed import known, listed, matching
from planlint.forms.page_address import entity_at, has_address
from planlint.forms.quote import quote, safe
from planlint.forms.values import line
from planlint.words import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.forms.field import Field
    from planlint.model import Enhet
    from planlint.register import Register

_NO = "nei"
_BULLET = re.compile(r"^\s*(?:[-–*•]|\d{1,2}[.)])\s+")
_REMARK = re.compile(r"(?<!\s)\s*+\([^()\d]*\)$")
"""What is said of something in brackets after its name, and no year that may tell it from another: «(utkast)»."""
_NONE = {
    ("plan",): N_("Feltet «{felt}»: Ingen plan i registeret har id eller tittel {tekst}."),
    ("maal",): N_("Feltet «{felt}»: Ikke noe mål eller utkast i registeret har id eller tittel {tekst}."),
    ("maal", "plan"): N_("Feltet «{felt}»: Verken et mål eller en plan har id eller tittel {tekst}."),
}


class ReadReference(NamedTuple):
    """What somebody means; `told` says how it was read, where they wrote something else than its id or title."""

    enhet: Enhet
    told: Message | None = None


def _names(found: Sequence[Enhet]) -> str:
    both = len({one.kind for one in found}) > 1
    return ", ".join(f"{quote(one.tittel)} ({safe(one.entity if both else one.id)})" for one in found)


def _suggestion(found: Sequence[Enhet]) -> Message | None:
    """Give «Mente du …?» with the titles and ids of what is nearest, or None."""
    one, several = N_("Mente du {navn}?"), N_("Kanskje en av disse: {navn}.")
    return Message.of_text(one if len(found) == 1 else several, navn=_names(found)) if found else None


def _one(register: Register, kinds: Sequence[str], field: Field, text: str) -> ReadReference:
    text = without_quotes(text)
    found = matching(register, kinds, text)
    if len(found) == 1:
        return ReadReference(found[0])
    told = {"felt": field.label, "tekst": quote(text)}
    if found:
        both = len({one.kind for one in found}) > 1
        ids = ", ".join(sorted(one.entity if both else one.id for one in found))
        text_ = N_("Feltet «{felt}»: {tekst} er navnet på flere. Skriv id-en til den du mener: `{ider}`.")
        raise FormError(text_, ider=safe(ids), **told)
    if any((kind, text.strip()) in register.opaque for kind in kinds):
        text_ = N_("Feltet «{felt}»: filen til {tekst} kan ikke leses. `planlint check` viser hva som er galt med den.")
        raise FormError(text_, **told)
    if page := entity_at(register, kinds, text):
        return ReadReference(page, _as_read(text, page))
    remark = _REMARK.search(text)
    if remark and len(named := matching(register, kinds, text[: remark.start()])) == 1:
        return ReadReference(named[0], _as_read(text, named[0]))
    return _by_words(register, kinds, text, told)


def _by_words(register: Register, kinds: Sequence[str], text: str, told: dict[str, str]) -> ReadReference:
    """Give the one that the words of a text name. Raises FormError with those that somebody may have meant."""
    everything, place = known(register, kinds), fold(register.plansystem.kommune.navn).split()
    if has_address(text):
        last = re.sub(r"\.(?:html|ya?ml).*$", "", text.rstrip("/)> ").rpartition("/")[2])
        text_ = N_("Feltet «{felt}»: adressen {tekst} er ikke siden til noe i registeret.")
        raise FormError(text_, _suggestion(candidates(last, everything, place)), **told)
    found = fitting(text, everything, place)
    if len(found) == 1:
        return ReadReference(found[0], _as_read(text, found[0]))
    if found:
        shown = candidates(text, found, place)
        text_ = N_("Feltet «{felt}»: {tekst} kan være flere. Skriv id-en eller hele tittelen til den du mener.")
        raise FormError(text_, _suggestion(shown), **told)
    raise FormError(_NONE[tuple(kinds)], _suggestion(candidates(text, everything, place)), **told)


def _as_read(text: str, one: Enhet) -> Message:
    return Message.of_text(N_("{tekst} er lest som {navn}."), tekst=quote(text), navn=_names([one]))


def plan(register: Register, field: Field, text: str) -> ReadReference | None:
    """Give the plan that a line names; None for a blank one. Raises FormError when there is none, or more than one."""
    text = line(field, text)
    if not text:
        return None
    named = listed(register, ("plan",), text)
    if len(named) > 1:
        text_ = N_("Feltet «{felt}» er for én plan, og {tekst} er {antall}. Send ett skjema for hver.")
        raise FormError(text_, felt=field.label, tekst=quote(text), antall=len(named))
    return _one(register, ("plan",), field, text)


def several(register: Register, field: Field, text: str, *kinds: str) -> list[ReadReference]:
    """Give what a text names, one a line or with commas between, each once.

    Raises FormError with a sentence for each that fails.
    """
    lines = [wanted for row in text.split("\n") if (wanted := _BULLET.sub("", row).strip())]
    if len(lines) > LIST:
        raise FormError(
            N_("Feltet «{felt}» har {antall} linjer. Flere enn {grense} må skrives i filen."),
            felt=field.label,
            antall=len(lines),
            grense=LIST,
        )
    if fold(text) == _NO:
        return []
    found: dict[str, ReadReference] = {}
    problems: list[Message] = []
    for wanted in [one for row in lines for one in listed(register, kinds, row)]:
        try:
            one = _one(register, kinds, field, line(field, wanted))
        except FormError as error:
            problems += error.problems
        else:
            found.setdefault(one.enhet.entity, one)
    if problems:
        raise FormError(*problems)
    return list(found.values())
