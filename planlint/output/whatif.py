"""What a change would do, as text, and as Markdown for a case paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planlint.base.diagnostic import N_
from planlint.output.paper import alvor, named, table
from planlint.output.text import harmless
from planlint.output.words import said

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from planlint.ahead.whatif import WhatIf
    from planlint.change.effects import Ref
    from planlint.text import Language


class Section(NamedTuple):
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
_LISTS = {
    "ends": N_("Ikke lenger i kraft"),
    "begins": N_("Kommer i kraft"),
    "goals": N_("Mål som ikke lenger gjelder"),
    "subgoals": N_("Mål som mister målet over seg"),
    "unfollowed": N_("Mål som blir stående uten plan"),
    "measures": N_("Tiltak og indikatorer som mister planen eller målene sine"),
    "others": N_("Andre planer som viser hit"),
}
_MOVES = {
    "children": N_("Planer som mister planen over seg"),
    "reanchor": N_("Planer som må forankres på nytt"),
}


def _names(refs: Iterable[Ref], lang: Language) -> str:
    return lang.oppramsing([named(ref.tittel, ref.entity) for ref in refs])


def _findings(found: WhatIf, lang: Language) -> list[Section]:
    """Give new and gone findings; several that say the same are one row, so that a case paper stays short."""
    _ = lang.gettext
    sections = []
    for title, items in ((_("Nye funn"), found.change.new), (_("Funn som blir borte"), found.change.gone)):
        rows: dict[tuple[str, str], list[str]] = {}
        for item in items:
            rows.setdefault((said(item, lang).message, alvor(item, lang)), []).append(item.entity)
        cells = [(_subject(found, entities, lang), *row) for row, entities in rows.items()]
        sections += [Section(title, len(items), (_("Gjelder"), _("Hva"), _("Regel")), cells)] if items else []
    return sections


def _subject(found: WhatIf, entities: list[str], lang: Language) -> str:
    """Name what a row of findings is about: one by title and file, several by their titles."""
    if len(entities) == 1:
        return named(found.titles[entities[0]], entities[0])
    return lang.oppramsing([f"«{found.titles[entity] or entity}»" for entity in entities])


def _list(found: WhatIf, name: str, lang: Language) -> list[Section]:
    _, rows = lang.gettext, getattr(found.effects, name)
    if not rows:
        return []
    if name in _MOVES:
        moves = [
            (named(row.plan.tittel, row.plan.entity), _names(row.fra, lang), _names(row.til, lang)) for row in rows
        ]
        return [Section(_(_MOVES[name]), len(rows), (_("Plan"), _("Mister"), _("Kan flyttes til")), moves)]
    return [Section(_(_LISTS[name]), len(rows), (_("Tittel"), _("Fil")), [(row.tittel, row.entity) for row in rows])]


def _sections(found: WhatIf, lang: Language) -> list[Section]:
    """Give what changes, list by list, empty ones left out: what needs an answer first, long lists last."""
    first, last = ("ends", "begins", "children", "reanchor", "unfollowed", "subgoals"), ("others", "goals", "measures")
    lists = [[section for name in names for section in _list(found, name, lang)] for names in (first, last)]
    return [*lists[0], *_findings(found, lang), *lists[1]]


def _intro(found: WhatIf, lang: Language) -> list[str]:
    n, change = lang.ngettext, found.change
    rows = [lang.gettext(note) for note in found.notes]
    if not found.changed:
        return [*rows, lang.gettext("Ingenting endrer seg: de samme planene er i kraft, og funnene er de samme.")]
    counts = {"planer": len(found.effects.affected), "nye": len(change.new), "borte": len(change.gone)}
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


def _section_text(section: Section) -> list[str]:
    shown = ["", f"{section.heading} ({section.number})"]
    for first, *rest in section.rows:
        if len(rest) == 1:  # a title and its file
            shown.append(f"  {named(first, rest[0])}")
            continue
        shown.append(f"  {first}")
        shown += [f"    {head}: {cell}" for head, cell in zip(section.heads[1:], rest, strict=True) if cell]
    return shown


def render_text(found: WhatIf, lang: Language) -> str:
    """Give the answer for a terminal."""
    rows = [_title(found, lang), *_intro(found, lang)]
    rows += [row for section in _sections(found, lang) for row in _section_text(section)]
    return "".join(f"{harmless(row)}\n" for row in rows)


def render_markdown(found: WhatIf, lang: Language) -> str:
    """Give the answer with a heading and a table for everything that changes."""
    from planlint.output.neutral import markdown_cell  # noqa: PLC0415 - text and JSON need no Jinja

    rows = [f"# {markdown_cell(_title(found, lang))}", "", *_intro(found, lang), ""]
    for section in _sections(found, lang):
        rows += [f"## {section.heading} ({section.number})", "", *table(section.heads, section.rows)]
    return "\n".join(rows)
