"""What each telling word makes of its part of a text: events, a status, a revision, work. False: it makes no sense."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from planlint.model.ord import HOERINGSTID

if TYPE_CHECKING:
    from collections.abc import Callable

    from planlint.imports.status_reading import Del, Lest

_SIMPLE = {
    "planlagt": "planlagt", "gjelder": "vedtatt", "utgått": "utgått", "foreldet": "foreldet", "vent": "satt_på_vent",
    "behandling": "til_vedtak", "utkast": "utkast", "under_revisjon": "under_revisjon", "erstattet": "erstattet",
}  # fmt: skip
_BOTH = 2


def fortell(part: Del, lest: Lest) -> bool:
    """Note what a part says; False when its word and its times do not go together."""
    if part.slag in _SIMPLE:
        return _simple(part, lest)
    tell = _TELL.get(part.slag)
    if tell is None or (part.rulleres and part.slag != "rulleres"):
        return False
    return tell(part, lest)


def _simple(part: Del, lest: Lest) -> bool:
    if part.tider or part.sted or part.rulleres:
        return False
    lest.naa(_SIMPLE[part.slag])
    if part.slag == "erstattet" and " av " in part.ord:
        lest.merknad.append(part.ord)
    return True


def hendelse(part: Del, lest: Lest, hva: str, status: str, **more: Any) -> bool:
    """Note one event for each day; several times that are not all days are not understood."""
    if len(part.tider) > 1 and not all(tid.er_dag for tid in part.tider):
        return False
    doubt = part.usikker
    lest.hendelser += [{"hva": hva, "dato": tid.verdi, **part.sted, **more, **doubt} for tid in part.tider]
    lest.naa(status)
    if part.sted and not part.tider:  # a decision without a day is no event
        lest.rest.append(" ".join(f"{part.ord} {part.tekst}".split()))
    return True


def _work(part: Del, lest: Lest, key: str) -> bool:
    if len(part.tider) != 1 or part.sted:
        return False
    lest.arbeid |= {key: part.tider[0].verdi, **part.usikker}
    return True


def _vedtatt(part: Del, lest: Lest) -> bool:
    return hendelse(part, lest, "vedtatt", "vedtatt")


def _orientering(part: Del, lest: Lest) -> bool:
    return hendelse(part, lest, "til_orientering", "til_orientering")


def _varslet(part: Del, lest: Lest) -> bool:
    if not part.tider and part.ord != "til vedtak":
        return False
    return hendelse(part, lest, "vedtatt", "til_vedtak", planlagt=True)


def _planprogram(part: Del, lest: Lest) -> bool:
    return bool(part.tider) and hendelse(part, lest, "planprogram_fastsatt", "igangsatt")


def _revidert(part: Del, lest: Lest) -> bool:
    return bool(part.tider) and hendelse(part, lest, "revidert", "vedtatt")


def _opphevet(part: Del, lest: Lest) -> bool:
    return hendelse(part, lest, "opphevet", "opphevet")


def _forlenget(part: Del, lest: Lest) -> bool:
    if len(part.tider) != _BOTH or not re.search(r"\btil\b", part.tekst):
        return False
    decided, until = part.tider
    lest.hendelser.append({"hva": "forlenget", "dato": decided.verdi, **part.sted, "til": until.verdi, **part.usikker})
    lest.naa("vedtatt")
    return True


def _hoering(part: Del, lest: Lest) -> bool:
    if len(part.tider) > _BOTH or part.sted:
        return False
    now = part.ord.startswith(("på", "ute", "er", "sendt", "lagt"))
    planned = {} if now else {"planlagt": True}
    ends = len(part.tider) == 1 and (part.ord.endswith("frist") or re.search(r"\b(?:til|frist)\b", part.tekst))
    kinds = ("høring_slutt",) if ends else HOERINGSTID
    for hva, tid in zip(kinds, part.tider, strict=False):
        late = {"planlagt": True} if hva == "høring_slutt" else planned
        lest.hendelser.append({"hva": hva, "dato": tid.verdi, **late, **({"usikker": True} if tid.usikker else {})})
    if now:
        lest.naa("på_høring")
    return now or bool(part.tider)


def _rulleres(part: Del, lest: Lest) -> bool:
    """Note how often and when next. «Rullering 2019» is what the plan is in; «rulleres 2019» what it shall be."""
    noun = part.ord in {"rullering", "revisjon", "revidering"}
    if part.sted or len(part.tider) > 1 or not (part.tider or part.rulleres or noun):
        return False
    if part.rulleres:
        lest.revisjon["rulleres"] = part.rulleres
    if part.tider:
        lest.revisjon |= {"neste": part.tider[0].verdi, **part.usikker}
    if noun and not part.rulleres and (not part.tider or int(str(part.tider[0].verdi)[:4]) <= lest.aar):
        lest.naa("under_revisjon")
    return True


def _arbeid(part: Del, lest: Lest) -> bool:
    if part.sted or len(part.tider) > _BOTH:
        return False
    if part.tider:
        lest.arbeid |= {"oppstart": part.tider[0].verdi, **part.usikker}
    if len(part.tider) == _BOTH:
        lest.arbeid["ferdig"] = part.tider[1].verdi
    lest.naa("igangsatt")
    return True


def _oppstart(part: Del, lest: Lest) -> bool:
    return _work(part, lest, "oppstart")


def _ferdig(part: Del, lest: Lest) -> bool:
    return _work(part, lest, "ferdig")


_TELL: dict[str, Callable[[Del, Lest], bool]] = {
    "vedtatt": _vedtatt, "orientering": _orientering, "varslet": _varslet, "planprogram": _planprogram,
    "revidert": _revidert, "opphevet": _opphevet, "forlenget": _forlenget, "høring": _hoering, "rulleres": _rulleres,
    "arbeid": _arbeid, "oppstart": _oppstart, "ferdig": _ferdig,
}  # fmt: skip
