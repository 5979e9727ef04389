"""A planstrategi, and plans that it decides about, for tests of the rules that follow it up."""

from __future__ import annotations

from pathlib import Path

from support.helpers import PLAN, write

STRATEGI = """\
tittel: Planstrategi for Fjordvik
valgperiode: "{0}"
status: vedtatt
hendelser:
  - {{hva: vedtatt, dato: {1}, organ: kommunestyret, sak: 25/24}}
"""


def plan(
    root: Path, id_: str, *changes: tuple[str, str], besluttet: str = "", til: str = "ps", extra: str = ""
) -> None:
    """Write the plan of `PLAN` with other words in it, and what a planstrategi decided about it."""
    text = PLAN
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    decided = f"beslutninger:\n  {til}: {besluttet}\n" if besluttet else ""
    write(root, f"planer/{id_}.yaml", text + decided + extra)


WORKING = ("status: vedtatt", "status: igangsatt")
OLD = ("2022-02-16", "2018-02-14")
