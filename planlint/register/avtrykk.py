"""The mark of a goal: a short sum of the fields that say what it means, so that a later change can be told.

Only title, type and the goal above count, in NFC and with white space folded: reformatting a file changes no mark. The
number before the colon is the method. A new method gets a new number and the old ones stay, so that no change here can
clear or raise a suspicion; a mark of an unknown method is told as such.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.model import Maal

_KNOWN = re.compile(r"1:[0-9a-f]{12}")


class GoalCore(NamedTuple):
    """What a goal means: the fields that a mark is made of."""

    tittel: str
    type: str
    overordnet: str | None


def goal_core(maal: Maal) -> GoalCore:
    """Give the meaningful fields of a goal."""
    return GoalCore(maal.tittel, maal.type, maal.overordnet)


def fold(text: str) -> str:
    """Give a text as the mark sees it: composed letters, single spaces, none at the ends; case counts."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def avtrykk_of(fields: GoalCore) -> str:
    """Give the mark by today's method."""
    facts = "\x1f".join(fold(field or "") for field in fields)
    return f"1:{hashlib.sha256(facts.encode()).hexdigest()[:12]}"


def is_known(mark: str) -> bool:
    """Tell whether a mark is made by a method that we know."""
    return _KNOWN.fullmatch(mark) is not None


def is_mark_of(mark: str, maal: Maal, former: Iterable[str] = ()) -> bool:
    """Tell whether a mark is that of a goal as it is; «Short name: sentence», all in the title, is the same goal."""
    core = goal_core(maal)
    return any(is_same(mark, core._replace(tittel=title), former) for title in (maal.tittel, maal.full_title))


def is_same(mark: str, fields: GoalCore, former: Iterable[str] = ()) -> bool:
    """Tell whether a mark is that of these fields; `former` are ids that the goal above has had before."""
    return any(mark == avtrykk_of(fields._replace(overordnet=above)) for above in (fields.overordnet, *former))
