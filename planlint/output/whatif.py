"""What a change would do, as text, as Markdown for a case paper, and as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from planlint import __version__
from planlint.diagnostic import N_
from planlint.output.paper import alvor, finding_json, named, table
from planlint.output.text import harmless
from planlint.output.words import said

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from planlint.diagnostic import Diagnostic
    from planlint.effects import Move, Ref
    from planlint.text import Language
    from planlint.whatif import WhatIf

    Section = tuple[str, tuple[str, ...], Sequence[tuple[str, ...]]]  # heading, column titles, rows

_TITLE = {
    "opphev": N_("Hva skjer hvis «{tittel}» oppheves {dato}?"),
    "vedta": N_("Hva skjer hvis «{tittel}» vedtas {dato}?"),
    "slett": N_("Hva skjer hvis filen til «{tittel}» slettes {dato}?"),
}
_LISTS = {
    "ends": N_("Ikke lenger i kraft"),
    "begins": N_("Kommer i kraft"),
    "goals": N_("Mål som ikke lenger gjelder"),
    "unfollowed": N_("Mål som blir stående uten plan"),
    "measures": N_("Tiltak og indikatorer som mister planen eller målene sine"),
    "others": N_("Andre planer som viser hit"),
}
_MOVES = {
    "children": N_("Planer som mister planen over seg"),
    "reanchor": N_("Planer som må forankres på nytt"),
}
_KEYS = {"ends": "outOfForce", "begins": "inForce", "goals": "goalsLost", "unfollowed": "goalsWithoutPlan",
         "measures": "measures", "others": "others", "children": "children", "reanchor": "reanchor"}  # fmt: skip


def _names(refs: Iterable[Ref], lang: Language) -> str:
    return lang.oppramsing([named(ref.tittel, ref.entity) for ref in refs])


def _findings(found: WhatIf, lang: Language) -> list[Section]:
    heads = tuple(lang.gettext(head) for head in ("Gjelder", "Hva", "Regel"))
    both = ((lang.gettext("Nye funn"), found.change.new), (lang.gettext("Funn som blir borte"), found.change.gone))
    return [(title, heads, [_cells(found, item, lang) for item in items]) for title, items in both if items]


def _list(found: WhatIf, name: str, lang: Language) -> list[Section]:
    _, rows = lang.gettext, getattr(found.effects, name)
    if not rows:
        return []
    if name in _MOVES:
        moves = [
            (named(row.plan.tittel, row.plan.entity), _names(row.fra, lang), _names(row.til, lang)) for row in rows
        ]
        return [(_(_MOVES[name]), (_("Plan"), _("Mister"), _("Kan flyttes til")), moves)]
    return [(_(_LISTS[name]), (_("Tittel"), _("Fil")), [(row.tittel, row.entity) for row in rows])]


def _sections(found: WhatIf, lang: Language) -> list[Section]:
    """Give what changes, list by list, empty ones left out: what needs an answer first, long lists last."""
    first, last = ("ends", "begins", "children", "reanchor", "unfollowed"), ("others", "goals", "measures")
    lists = [[section for name in names for section in _list(found, name, lang)] for names in (first, last)]
    return [*lists[0], *_findings(found, lang), *lists[1]]


def _cells(found: WhatIf, item: Diagnostic, lang: Language) -> tuple[str, ...]:
    return named(found.titles[item.entity], item.entity), said(item, lang).message, alvor(item, lang)


def _intro(found: WhatIf, lang: Language) -> list[str]:
    rows = [lang.gettext(note) for note in found.notes]
    if not found.changed:
        return [*rows, lang.gettext("Ingenting endrer seg: de samme planene er i kraft, og funnene er de samme.")]
    parts = {
        "planer": lang.ngettext("{n} plan", "{n} planer", len(found.effects.affected)),
        "nye": lang.ngettext("{n} nytt funn", "{n} nye funn", len(found.change.new)),
        "borte": lang.ngettext("{n} funn", "{n} funn", len(found.change.gone)),
    }
    rows.append(lang.gettext("Endringen berører {planer}, gir {nye} og fjerner {borte}.").format(**parts))
    forms = (
        ("{n} nytt funn er et kjent avvik eller unntak, og er ikke vist.",
         "{n} nye funn er kjente avvik eller unntak, og er ikke vist.", found.change.covered),
        ("{n} kjent avvik eller unntak kan ryddes bort.",
         "{n} kjente avvik eller unntak kan ryddes bort.", found.change.idle),
    )  # fmt: skip
    rows += [lang.ngettext(one, many, number) for one, many, number in forms if number]
    return rows


def _title(found: WhatIf, lang: Language) -> str:
    return lang.render(_TITLE[found.action], {"tittel": found.target.tittel, "dato": found.day})


def _section_text(section: Section) -> list[str]:
    heading, heads, rows = section
    shown = ["", f"{heading} ({len(rows)})"]
    for first, *rest in rows:
        if len(rest) == 1:  # a title and its file
            shown.append(f"  {named(first, rest[0])}")
            continue
        shown.append(f"  {first}")
        shown += [f"    {head}: {cell}" for head, cell in zip(heads[1:], rest, strict=True) if cell]
    return shown


def render_text(found: WhatIf, lang: Language) -> str:
    """Give the answer for a terminal."""
    rows = [_title(found, lang), *_intro(found, lang)]
    rows += [row for section in _sections(found, lang) for row in _section_text(section)]
    return "".join(f"{harmless(row)}\n" for row in rows)


def render_markdown(found: WhatIf, lang: Language) -> str:
    """Give the answer with a heading and a table for everything that changes."""
    from planlint.site.render import markdown_cell  # noqa: PLC0415 - text and JSON need no Jinja

    rows = [f"# {markdown_cell(_title(found, lang))}", "", *_intro(found, lang), ""]
    for heading, heads, cells in _sections(found, lang):
        rows += [f"## {heading} ({len(cells)})", "", *table(heads, cells)]
    return "\n".join(rows)


def _ref_json(ref: Ref) -> dict[str, str]:
    return {"entity": ref.entity, "title": ref.tittel}


def _move_json(move: Move) -> dict[str, Any]:
    return {
        **_ref_json(move.plan),
        "loses": [_ref_json(ref) for ref in move.fra],
        "candidates": [_ref_json(ref) for ref in move.til],
    }


def render_json(found: WhatIf, lang: Language, root: str) -> str:
    """Give the answer as JSON: a public contract, as `check --output json`."""
    data: dict[str, Any] = {
        "schema": 1,
        "planlint": __version__,
        "date": found.day.isoformat(),
        "root": root,
        "action": found.action,
        **_ref_json(found.target),
        "changed": found.changed,
        "notes": [lang.gettext(note) for note in found.notes],
        "affected": [_ref_json(ref) for ref in found.effects.affected],
    }
    for name, key in _KEYS.items():
        shape: Any = _move_json if name in _MOVES else _ref_json
        data[key] = [shape(row) for row in getattr(found.effects, name)]
    data["findings"] = {
        "new": [finding_json(item, lang) for item in found.change.new],
        "gone": [finding_json(item, lang) for item in found.change.gone],
        "covered": found.change.covered,
        "idle": found.change.idle,
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
