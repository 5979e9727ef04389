"""What each telling word makes of its part of a text: events, a status, a revision, work. False: it makes no sense."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from planlint.model import HOERING_ENDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from planlint.imports.status_reading import StatusPart, StatusReading

_SIMPLE = {
    "planlagt": "planlagt", "gjelder": "vedtatt", "utgått": "utgått", "foreldet": "foreldet",
    "behandling": "til_vedtak", "utkast": "utkast", "under_revisjon": "under_revisjon", "erstattet": "erstattet",
}  # fmt: skip
_BOTH = 2


def note_part(part: StatusPart, lest: StatusReading) -> bool:
    """Note what a part says; False when its word and its times do not go together."""
    if part.slag in _SIMPLE:
        return _simple(part, lest)
    tell = _TELL.get(part.slag)
    if tell is None or (part.rulleres and part.slag != "rulleres"):
        return False
    return tell(part, lest)


def _simple(part: StatusPart, lest: StatusReading) -> bool:
    if part.tider or part.sted or part.rulleres:
        return False
    lest.note_status(_SIMPLE[part.slag])
    if part.slag == "erstattet" and " av " in part.ord:
        lest.merknad.append(part.ord)
    return True


def note_event(part: StatusPart, lest: StatusReading, hva: str, status: str, **more: Any) -> bool:
    """Note one event for each day; several times that are not all days are not understood."""
    if len(part.tider) > 1 and not all(tid.is_day for tid in part.tider):
        return False
    doubt = part.usikker
    lest.hendelser += [{"hva": hva, "dato": tid.verdi, **part.sted, **more, **doubt} for tid in part.tider]
    lest.note_status(status)
    if part.sted and not part.tider:  # a decision without a day is no event
        lest.rest.append(" ".join(f"{part.ord} {part.tekst}".split()))
    return True


def _work(part: StatusPart, lest: StatusReading, key: str) -> bool:
    if len(part.tider) != 1 or part.sted:
        return False
    lest.arbeid |= {key: part.tider[0].verdi, **part.usikker}
    return True


def _vedtatt(part: StatusPart, lest: StatusReading) -> bool:
    return note_event(part, lest, "vedtatt", "vedtatt")


def _orientering(part: StatusPart, lest: StatusReading) -> bool:
    return note_event(part, lest, "til_orientering", "til_orientering")


def _note_varslet(part: StatusPart, lest: StatusReading) -> bool:
    if not part.tider and part.ord != "til vedtak":
        return False
    return note_event(part, lest, "vedtatt", "til_vedtak", planlagt=True)


def _vent(part: StatusPart, lest: StatusReading) -> bool:
    return note_event(part, lest, "satt_på_vent", "satt_på_vent")


def _planprogram(part: StatusPart, lest: StatusReading) -> bool:
    return bool(part.tider) and note_event(part, lest, "planprogram_fastsatt", "igangsatt")


def _revidert(part: StatusPart, lest: StatusReading) -> bool:
    return bool(part.tider) and note_event(part, lest, "revidert", "vedtatt")


def _opphevet(part: StatusPart, lest: StatusReading) -> bool:
    return note_event(part, lest, "opphevet", "opphevet")


def _forlenget(part: StatusPart, lest: StatusReading) -> bool:
    if len(part.tider) != _BOTH or not re.search(r"\btil\b", part.tekst):
        return False
    decided, until = part.tider
    lest.hendelser.append({"hva": "forlenget", "dato": decided.verdi, **part.sted, "til": until.verdi, **part.usikker})
    lest.note_status("vedtatt")
    return True


def _hoering(part: StatusPart, lest: StatusReading) -> bool:
    if len(part.tider) > _BOTH or part.sted:
        return False
    now = part.ord.startswith(("på", "ute", "er", "sendt", "lagt"))
    planned = {} if now else {"planlagt": True}
    ends = len(part.tider) == 1 and (part.ord.endswith("frist") or re.search(r"\b(?:til|frist)\b", part.tekst))
    kinds = ("høring_slutt",) if ends else HOERING_ENDS
    for hva, tid in zip(kinds, part.tider, strict=False):
        late = {"planlagt": True} if hva == "høring_slutt" else planned
        lest.hendelser.append({"hva": hva, "dato": tid.verdi, **late, **({"usikker": True} if tid.usikker else {})})
    if now:
        lest.note_status("på_høring")
    return now or bool(part.tider)


def _rulleres(part: StatusPart, lest: StatusReading) -> bool:
    """Note how often and when next. «Rullering 2019» is what the plan is in; «rulleres 2019» what it shall be."""
    noun = part.ord in {"rullering", "revisjon", "revidering"}
    if part.sted or len(part.tider) > 1 or not (part.tider or part.rulleres or noun):
        return False
    if part.rulleres:
        lest.revisjon["rulleres"] = part.rulleres
    if part.tider:
        lest.revisjon |= {"neste": part.tider[0].verdi, **part.usikker}
    if noun and not part.rulleres and (not part.tider or int(str(part.tider[0].verdi)[:4]) <= lest.aar):
        lest.note_status("under_revisjon")
    return True


def _note_work(part: StatusPart, lest: StatusReading) -> bool:
    if part.sted or len(part.tider) > _BOTH:
        return False
    if part.tider:
        lest.arbeid |= {"oppstart": part.tider[0].verdi, **part.usikker}
    if len(part.tider) == _BOTH:
        lest.arbeid["ferdig"] = part.tider[1].verdi
    lest.note_status("igangsatt")
    return True


def _oppstart(part: StatusPart, lest: StatusReading) -> bool:
    return _work(part, lest, "oppstart")


def _note_done(part: StatusPart, lest: StatusReading) -> bool:
    return _work(part, lest, "ferdig")


_TELL: dict[str, Callable[[StatusPart, StatusReading], bool]] = {
    "vedtatt": _vedtatt, "orientering": _orientering, "varslet": _note_varslet, "planprogram": _planprogram,
    "revidert": _revidert, "opphevet": _opphevet, "forlenget": _forlenget, "høring": _hoering, "rulleres": _rulleres,
    "arbeid": _note_work, "vent": _vent, "oppstart": _oppstart, "ferdig": _note_done,
}  # fmt: skip
