"""Many goals that end with their plan, told as one: what has no heir, and the command that moves what hung on them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from planlint.base import N_, NN_, shortened
from planlint.output.consequences import why
from planlint.output.diff_rows import COUNTED, MANY, DiffRow, RowPart

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planlint.change import Ended, Ref
    from planlint.output.diff_values import Values
    from planlint.text import Language

_FEW, _NAMED, _TITLE = 2, 3, 60
"""So many goals whose plan is replaced are told as one; as many as are named, and as much of a title."""
_NO_HEIR = NN_(
    "{n} er ikke ført videre av noe mål som gjelder (feltet `viderefører`){hva}",
    "{n} er ikke ført videre av noe mål som gjelder (feltet `viderefører`){hva}",
)
_NONE_HAS = N_("Ingen av dem er ført videre av noe mål som gjelder (feltet `viderefører`){hva}")
_NOTHING_THERE = N_(
    "Registeret har ingen mål i den nye planen, og ingen mål som gjelder, fører dem videre (feltet `viderefører`){hva}"
)
_HEIR = NN_("{n} er ført videre", "{n} er ført videre")
_COMMAND = N_(
    "Legg først inn målene i den nye planen, med `viderefører` der de fører et gammelt mål videre. Så flytter "
    "`planlint omforanke {gammel} {ny}` det som viser til de gamle."
)


def ended_rows(told: Sequence[Ended], sign: str, values: Values) -> dict[Ended, DiffRow]:
    """Give one row for each group of many that end for the same reason, by each of its goals."""
    lang = values.lang
    rows: dict[Ended, DiffRow] = {}
    for _, group in groupby(sorted(told, key=_reason), key=_reason):
        those = list(group)
        if len(those) >= (_FEW if those[0].plans else MANY) and those[0].why == "plan":
            number = lang.ngettext(*COUNTED["maal"], len(those))
            left = [end.tittel for end in those if not end.heirs]
            named = tuple(map(RowPart, left)) if len(left) > _NAMED else ()
            row = DiffRow(sign, number, why(those[0], lang, values.quoted), tuple(_lines(those, lang)), those=named)
            rows |= dict.fromkeys(those, row)
    return rows


def _reason(end: Ended) -> tuple[str, tuple[Ref, ...], tuple[Ref, ...]]:
    return end.why, end.by, end.plans


def _lines(those: list[Ended], lang: Language) -> Iterator[str]:
    heirs, left = [end for end in those if end.heirs], [end for end in those if not end.heirs]
    if heirs:
        yield lang.ngettext(*_HEIR, len(heirs))
    if left:
        named = [lang.quoted(shortened(end.tittel, _TITLE)) for end in left] if len(left) <= _NAMED else []
        none = lang.gettext(_NOTHING_THERE if those[0].bare else _NONE_HAS)
        told = lang.choose(*_NO_HEIR, len(left)) if heirs else none
        hva = f": {lang.enumeration(named)}" if named else "."
        yield told.format(n=lang.number(len(left)), hva=hva)
    if those[0].bare and heirs:
        yield lang.gettext("Registeret har ingen mål i planen som erstatter den.")
    if len(those[0].by) == len(those[0].plans) == 1:
        old, new = (one[0].entity.partition("/")[2] for one in (those[0].by, those[0].plans))
        yield lang.render(_COMMAND, {"gammel": old, "ny": new})
