"""What a form is made of: fields as GitHub's issue forms have them, and how GitHub writes them in an issue."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from planlint.base import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

# A dropdown that must be answered begins with this: GitHub chooses the first line for whoever leaves it alone.
CHOOSE = "– velg –"
# The first field of every form says which form it is. A label would not do: GitHub sets a form's labels only where the
# repository has them.
FORM = "Skjema"

DAY = N_("Skriv den som 18.3.2026 eller 18. mars 2026.")
TIME = N_("Et år (2027), en måned (mars 2027), et halvår (våren 2027), et kvartal (Q2 2027) eller en dag (18.3.2027).")

Kind = Literal["input", "textarea", "dropdown", "checkboxes"]
LINE, TEXT, LIST = 200, 2000, 20  # characters in a line and in a text, lines in a list


@dataclass(frozen=True, slots=True)
class Field:
    """One field: `key` is planlint's name for it, `label` the reader's; `options` map what is chosen to its value."""

    key: str
    label: str
    kind: Kind = "input"
    help: str = ""
    example: str = ""
    required: bool = False
    options: Mapping[str, str] = field(default_factory=dict)
    limit: int = LINE


@dataclass(frozen=True, slots=True)
class Form:
    """A form: `name` is its file's stem, `title` its name in the chooser and in the field «Skjema»."""

    name: str
    title: str
    description: str
    intro: str
    fields: tuple[Field, ...]

    @property
    def labels(self) -> dict[str, Field]:
        """Give the fields by label."""
        return {one.label: one for one in self.fields}
