"""The type of a row's plan, by the words of the table and what is declared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import N_, typed_option
from planlint.imports.table.legend import mark_key, step_of
from planlint.words import kind_of

if TYPE_CHECKING:
    from planlint.imports.declared_words import DeclaredWords
    from planlint.imports.rows.imported_plan import ImportedPlan
    from planlint.imports.table.read_table import ReadTable, TableRow


def _explained(told: str, table: ReadTable) -> str:
    """Give what a short form of a type means: by a table of short forms, else by the legend, where that is no step."""
    word = table.legend.word(told)
    return table.short_forms.get(mark_key(told), "") or ("" if step_of(word) else word)


def read_type(plan: ImportedPlan, row: TableRow, table: ReadTable, lookup: DeclaredWords, role: str) -> None:
    """Set the type: by the type column, the title, or the heading above; the user's own words go first.

    `role` is that of a part of the kommuneplan, where the row is one.
    """
    told = row.text("type")
    told = told if lookup.plantype(told) else _explained(told, table) or told
    heading = next((group for group in reversed(row.groups) if group.kind == "type"), None)
    found, sure = lookup.type_in(told, heading, plan.tittel, role)
    if found:
        plan.felt["type"] = found
        plan.soft |= set() if sure else {"type"}
        plan.is_typed_by_all = not told and not heading and not lookup.of_kind(kind_of(plan.tittel))
        if told and not sure:
            plan.ordrett.append((plan.heads["type"], row.text("type")))
        return
    word = told or (heading.text if heading else "")
    among = lookup.type_of(word, plan.tittel)[1] if word else []
    known = N_("kan være `{typer}`. Velg med {valg}")
    unknown = N_("ingen plantype i plansystem.yaml heter det. Si hvilken det er med {valg}")
    if word:
        option = typed_option("--type", f"{word}=ID")
        plan.note_unclear("type", word, known if among else unknown, valg=option, typer=", ".join(among))
    elif not role:
        plan.note_unclear("type", "", N_("tabellen sier ikke hvilken plantype det er"))
