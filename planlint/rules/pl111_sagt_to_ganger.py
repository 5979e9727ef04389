"""PL111: a title, a name, a unit or a number says all that it says twice: it was pasted twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import Finding, Place, RuleClass, Severity
from planlint.model import PerEntity, own_texts
from planlint.rules.rule import FindingText, finding, rule
from planlint.source import PLANSYSTEM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Step
    from planlint.model import Model
    from planlint.register import Register

_FIELDS = ("tittel", "kortnavn", "enhet", "nummer")
_NAMES = frozenset((*_FIELDS, "navn", "gruppe", "hva", "avsender", "variant"))
"""What is shown as a name, in a file or in a part of it."""


def _once(text: str) -> str:
    """Give what a text says twice, the one time right after the other; "" where it does not."""
    words = text.split()
    half = len(words) // 2
    return " ".join(words[:half]) if half and words[:half] == words[half:] else ""


@rule(
    "PL111",
    "sagt-to-ganger",
    Severity.INFO,
    RuleClass.FORMAT,
    kilde="planlint, filoppsettet",
    krav="En tittel, et navn, en enhet eller et nummer står én gang i feltet sitt.",
    hvorfor="Teksten blir vist slik den står, i tabeller og på sider. Sagt to ganger er den limt inn to ganger.",
    tekst=FindingText(
        melding="Feltet sier det samme to ganger: «{tekst}».",
        merke="to ganger",
        hjelp="la det stå én gang: «{riktig}».",
    ),
    felt=_FIELDS,
)
def check(register: Register) -> Iterator[Finding]:
    """Yield one finding for each such field of a file or of a part of it, and of what plansystem.yaml declares."""
    for entity in (one for kind in register.entities.values() for one in kind.values()):
        for path, text, once in _of_entity(entity):
            yield finding(entity, *path, key=str(path[-1]), tekst=" ".join(text.split()), riktig=once)
    for path, text, once in _twice(register.plansystem):
        args = {"key": path[-1], "tekst": " ".join(text.split()), "riktig": once}
        yield Finding("plansystem", Place(PLANSYSTEM, path), args)


def _twice(model: Model) -> tuple[tuple[tuple[Step, ...], str, str], ...]:
    """Give the names that say something twice: where they stand, what they say, and what they would say once."""
    named = ((path, text) for path, text in own_texts(model) if path[-1] in _NAMES)
    return tuple((path, text, once) for path, text in named if (once := _once(text)))


_of_entity = PerEntity(_twice)
