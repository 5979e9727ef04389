"""What a change would do, as text, and as Markdown for a case paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planlint.base import N_
from planlint.change import Ended, EndsSoon, InTime, Late, LawChange, Move, PostLoss, Ref, Resting
from planlint.law import bestemmelser
from planlint.output.consequences import HEADINGS, answers, deadline, name, names, no_longer_late, post_lost
from planlint.output.paper import alvor, named, table
from planlint.output.text import harmless
from planlint.output.words import said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.ahead import WhatIf
    from planlint.text import Language


class WhatIfSection(NamedTuple):
    """A heading with a number, and a table under it."""

    heading: str
    number: int
    heads: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]


_TITLE = {
    "opphev": N_("Hva skjer hvis «{tittel}» oppheves {dato}?"),
    "vedta": N_("Hva skjer hvis «{tittel}» vedtas {dato}?"),
    "slett": N_("Hva skjer hvis filen til «{tittel}» slettes {dato}?"),
}
_FIRST = (
    *("ends", "begins", "children", "reanchor", "thread_lost", "thread_regained", "unfollowed", "resting", "followed"),
    *("promised", "unpromised", "orphans", "law_lost", "law_gained", "expires", "late", "in_time"),
)
_LAST = ("others", "goals", "measures", "challenges", "posts")
"""The lists that follow from a change: what needs an answer first, long ones last; the findings stand between."""


def _findings(found: WhatIf, lang: Language) -> list[WhatIfSection]:
    """Give new and gone findings; several that say the same are one row, so that a case paper stays short."""
    _ = lang.gettext
    sections = []
    for title, items in ((_("Nye funn"), found.change.new), (_("Funn som blir borte"), found.change.gone)):
        rows: dict[tuple[str, str], list[str]] = {}
        for item in items:
            rows.setdefault((said(item, lang).message, alvor(item, lang)), []).append(item.entity)
        cells = [(_subject(found, entities, lang), *row) for row, entities in rows.items()]
        sections += [WhatIfSection(title, len(items), (_("Gjelder"), _("Hva"), _("Regel")), cells)] if items else []
    return sections


def _subject(found: WhatIf, entities: list[str], lang: Language) -> str:
    """Name what a row of findings is about: one by title and file, several by their titles."""
    if len(entities) == 1:
        return named(found.titles[entities[0]], entities[0])
    return lang.enumeration([lang.quoted(found.titles[entity] or entity) for entity in entities])


def _list(found: WhatIf, listed: str, lang: Language) -> list[WhatIfSection]:
    _, rows = lang.gettext, getattr(found.consequences, listed)
    if not rows:
        return []
    heads: tuple[str, ...] = (_("Tittel"), _("Fil"))
    if isinstance(rows[0], Move):
        heads = (_("Plan"), _("Mister"), _("Kan flyttes til"))
    elif isinstance(rows[0], LawChange):
        heads = (_("Bestemmelse"), _("Endring"), _("Planer"))
    elif isinstance(rows[0], Late | InTime):
        heads = (*heads, _("Frist"))
    elif listed == "expires":
        heads = (*heads, _("Dato"))
    elif listed == "posts":
        heads = (*heads, _("Hva"))
    return [WhatIfSection(_(HEADINGS[listed]), len(rows), heads, [_cells(row, lang) for row in rows])]


def _cells(
    row: Ref | Ended | Resting | Move | LawChange | Late | InTime | EndsSoon | PostLoss, lang: Language
) -> tuple[str, ...]:
    match row:
        case Move():
            return name(row.plan), names(row.fra, lang), names(row.til, lang)
        case LawChange():
            return lang.value(bestemmelser()[row.id].navn), answers(row, lang), names(row.plans, lang)
        case Late() | InTime() | EndsSoon() | PostLoss():
            return row.plan.tittel, row.plan.entity, _of_plan(row, lang)
        case Ref() | Ended() | Resting():
            return row.tittel, row.entity


def _of_plan(row: Late | InTime | EndsSoon | PostLoss, lang: Language) -> str:
    match row:
        case Late():
            return deadline(row, lang)
        case InTime():
            return no_longer_late(row, lang)
        case EndsSoon():
            return lang.tidspunkt(row.tid)
        case PostLoss():
            return post_lost(row, lang)


def _sections(found: WhatIf, lang: Language) -> list[WhatIfSection]:
    """Give what changes, list by list, empty ones left out."""
    first, last = ([section for listed in those for section in _list(found, listed, lang)] for those in (_FIRST, _LAST))
    return [*first, *_findings(found, lang), *last]


def _intro(found: WhatIf, lang: Language) -> list[str]:
    n, change = lang.ngettext, found.change
    rows = [*(lang.gettext(note) for note in found.notes), *(note.in_language(lang) for note in found.told)]
    if not found.is_changed:
        return [*rows, lang.gettext("Ingenting endrer seg: de samme planene er i kraft, og funnene er de samme.")]
    counts = {"planer": len(found.consequences.affected), "nye": len(change.new), "borte": len(change.gone)}
    counted = N_("Planer som blir berørt: {planer}. Nye funn: {nye}. Funn som blir borte: {borte}.")
    rows.append(lang.render(counted, counts))
    if change.gone:
        rows.append(
            lang.gettext("At et funn blir borte, betyr ikke alltid at noe er rettet: planen kan være ute av kraft.")
        )
    if change.covered:
        rows.append(n("{n} nytt funn er godtatt fra før.", "{n} nye funn er godtatt fra før.", change.covered))
    if change.idle:
        rows.append(
            n("{n} kjent avvik eller unntak faller bort.", "{n} kjente avvik eller unntak faller bort.", change.idle)
        )
    return rows


def _title(found: WhatIf, lang: Language) -> str:
    return lang.render(_TITLE[found.action], {"tittel": found.target.tittel, "dato": found.day})


def _section_text(section: WhatIfSection) -> list[str]:
    shown = ["", f"{section.heading} ({section.number})"]
    for first, *rest in section.rows:
        if len(rest) == 1:  # a title and its file
            shown.append(f"  {named(first, rest[0])}")
            continue
        shown.append(f"  {first}")
        shown += [f"    {head}: {cell}" for head, cell in zip(section.heads[1:], rest, strict=True) if cell]
    return shown


def whatif_as_text(found: WhatIf, lang: Language) -> str:
    """Give the answer for a terminal."""
    rows = [_title(found, lang), *_intro(found, lang)]
    rows += [row for section in _sections(found, lang) for row in _section_text(section)]
    return "".join(f"{harmless(row)}\n" for row in rows)


def whatif_as_markdown(found: WhatIf, lang: Language) -> str:
    """Give the answer with a heading and a table for everything that changes."""
    from planlint.output.neutral import markdown_cell  # noqa: PLC0415 - text and JSON need no Jinja

    rows = [f"# {markdown_cell(_title(found, lang))}", "", *_intro(found, lang), ""]
    for section in _sections(found, lang):
        rows += [f"## {section.heading} ({section.number})", "", *table(section.heads, section.rows)]
    return "\n".join(rows)
