"""PL111: a title, a unit or a number says all that it says twice: it was pasted twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import RuleClass, Severity
from planlint.model import PerEntity
from planlint.rules.rule import FindingText, finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Finding
    from planlint.model import Enhet
    from planlint.register import Register

_FIELDS = ("tittel", "kortnavn", "enhet", "nummer")


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
    krav="En tittel, et kortnavn, en enhet eller et nummer står én gang i feltet sitt.",
    hvorfor="Teksten blir vist slik den står, i tabeller og på sider. Sagt to ganger er den limt inn to ganger.",
    tekst=FindingText(
        melding="Feltet sier det samme to ganger: «{tekst}».",
        merke="to ganger",
        hjelp="la det stå én gang: «{riktig}».",
    ),
    felt=_FIELDS,
)
def check(register: Register) -> Iterator[Finding]:
    """Yield one finding for each such field of a file, whatever its kind."""
    for entity in (one for kind in register.entities.values() for one in kind.values()):
        for name, text, once in _of_entity(entity):
            yield finding(entity, name, key=name, tekst=" ".join(text.split()), riktig=once)


def _twice(entity: Enhet) -> tuple[tuple[str, str, str], ...]:
    """Give the fields that say something twice, what they say, and what they would say once."""
    texts = ((name, getattr(entity, name, None)) for name in _FIELDS)
    return tuple((name, text, once) for name, text in texts if isinstance(text, str) and (once := _once(text)))


_of_entity = PerEntity(_twice)
