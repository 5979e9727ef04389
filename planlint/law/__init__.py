"""The law as data: each provision that a rule rests on or a plan may name, with the days on which it applied."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_KINDS = {"LOV": "lov", "FOR": "forskrift"}


@dataclass(frozen=True, slots=True)
class Bestemmelse:
    """A provision: its law and paragraph, what it asks for in our own words, when it applied, how sure we are.

    `sikkerhet` is A (the text itself was read), B (an agency or a municipality quotes it) or C (not confirmed).
    """

    id: str
    lov: str
    lovnummer: str
    krav: str
    fra: date
    sikkerhet: Literal["A", "B", "C"]
    paragraf: str = ""
    til: date | None = None
    avloest_av: str = ""

    @property
    def navn(self) -> str:
        """The provision as a reader knows it: «plan- og bygningsloven § 10-1»."""
        return f"{self.lov} {self.paragraf}".rstrip()

    @property
    def lenke(self) -> str:
        """The address at Lovdata."""
        kind, _, rest = self.lovnummer.partition("-")
        section = f"/{self.paragraf.replace('§ ', '§')}" if self.paragraf else ""
        area = "NL" if kind == "LOV" else "SF"
        return f"https://lovdata.no/dokument/{area}/{_KINDS[kind]}/{rest}{section}"

    def gjelder(self, day: date) -> bool:
        """Tell whether the provision applied on a day."""
        return self.fra <= day and (self.til is None or day <= self.til)


@cache
def bestemmelser() -> Mapping[str, Bestemmelse]:
    """Give every provision by id, in the order of the file."""
    return read(Path(__file__).with_name("bestemmelser.yaml").read_text(encoding="utf-8"))


def read(text: str) -> Mapping[str, Bestemmelse]:
    """Read provisions from YAML. Raises ValueError where it cannot be read."""
    from planlint.source.yaml import parse  # noqa: PLC0415 - most runs need no law

    data, issues = parse(text)
    if issues:
        message = f"bestemmelser.yaml: {issues}"
        raise ValueError(message)
    return {id_: _bestemmelse(id_, **fields) for id_, fields in data.items()}


def _bestemmelse(id_: str, *, fra: str, til: str | None = None, **fields: str) -> Bestemmelse:
    end = date.fromisoformat(til) if til else None
    return Bestemmelse(id=id_, fra=date.fromisoformat(fra), til=end, **fields)  # type: ignore[arg-type]


def gjelder(ids: Iterable[str], day: date) -> bool:
    """Tell whether at least one of these provisions applied on a day."""
    return any(bestemmelser()[id_].gjelder(day) for id_ in ids)
