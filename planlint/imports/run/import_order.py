"""What the user asks for beside the file: the source, the answers, and what may be declared on the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planlint.imports.match import Choices
from planlint.imports.plan_draft import RowOrigin

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class ImportOrder:
    """What the user asked for beside the file.

    `typer`, `columns`, `groups`, `rows`, `decisions` and `gone` are answers by the words that they are about.
    `declare`: sectors, bodies, the source and the planstrategi that are missing are declared in the same run.
    `kind`: each row is one of that kind, and its columns are the fields; `plan` is then the plan that the rows are of
    where they do not say.
    """

    opphav: RowOrigin = field(default_factory=RowOrigin)
    valg: Choices = field(default_factory=Choices)
    typer: Mapping[str, str] = field(default_factory=dict)
    ark: tuple[str, ...] = ()
    clear: bool = False
    columns: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, str] = field(default_factory=dict)
    decisions: Mapping[str, str] = field(default_factory=dict)
    gone: Mapping[str, str] = field(default_factory=dict)
    planstrategi: str = ""
    declare: bool = False
    kind: str = ""
    plan: str = ""
