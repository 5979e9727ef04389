"""When something was last seen, in words: on a page, and for whoever goes through the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.register import is_unseen, last_seen

if TYPE_CHECKING:
    from planlint.model import Enhet
    from planlint.register import Register, Seen
    from planlint.text import Language

_BY = {
    "gjennomgått": N_("gått gjennom {dag}"),
    "ajourført": N_("registeret er ajourført {dag}"),
    "hendelser": N_("siste hendelse {dag}"),
    "kilder": N_("kilden «{kilde}» er fra {dag}"),
}
_NEVER = N_("ingen dag er ført")
_SENTENCES = {
    "gjennomgått": N_("Opplysningene ble sist gått gjennom {dag}."),
    "ajourført": N_("Registeret er ajourført {dag}."),
    "hendelser": N_("Det nyeste registeret viser om dette, er en hendelse {dag}."),
    "kilder": N_("Den nyeste kilden til opplysningene, «{kilde}», er fra {dag}."),
}
_UNDATED = N_("Det er ikke ført når noen sist gikk gjennom opplysningene.")
_OLD = N_("Ingen har ført at opplysningene er gått gjennom etter det, så noe kan ha endret seg.")


def _filled(register: Register, lang: Language, text: str, seen: Seen) -> str:
    declared = register.plansystem.kilder.get(seen.kilde)
    day = lang.tidspunkt(seen.tid) if seen.tid else lang.dato(seen.day)
    return lang.gettext(text).format(dag=day, kilde=declared.tittel if declared else seen.kilde)


def seen_words(register: Register, lang: Language, entity: Enhet) -> str:
    """Give in a few words when something was last seen, and by what: «registeret er ajourført 2.2.2024»."""
    seen = last_seen(register, entity)
    return _filled(register, lang, _BY[seen.field], seen) if seen else lang.gettext(_NEVER)


def seen_sentence(register: Register, lang: Language, entity: Enhet) -> str:
    """Give a sentence or two on when something was last seen; where that is long ago, what it means."""
    seen = last_seen(register, entity)
    if seen is None:
        return lang.gettext(_UNDATED)
    told = _filled(register, lang, _SENTENCES[seen.field], seen)
    return f"{told} {lang.gettext(_OLD)}" if is_unseen(register, entity) else told
