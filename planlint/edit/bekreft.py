"""Confirm anchors: write `bekreftet` and `avtrykk` beside a goal in a plan's `forankring`, and nothing else."""

from __future__ import annotations

from planlint.base import N_
from planlint.edit.document import Document
from planlint.edit.error import EditError
from planlint.edit.written import Quoted

_GOAL = "mål"


def bekreft(raw: bytes, maal: str, day: str, mark: str) -> bytes:
    """Give a plan's file with each anchor in a goal confirmed on a day, with the goal's mark.

    Raises EditError where the file would then say anything else than before and that.
    """
    try:
        document = Document.read(raw, "plan")
        for index, anchor in enumerate(document.data["forankring"]):
            fields = anchor if isinstance(anchor, dict) else {_GOAL: anchor}
            if fields.get(_GOAL) == maal:
                document.set(("forankring", index), {**fields, "bekreftet": day, "avtrykk": Quoted(mark)})
    except EditError:
        raise EditError(
            N_("filen er skrevet slik at linjen ikke kan endres trygt. Skriv dette i forankringen for hånd")
        ) from None
    return document.bytes()
