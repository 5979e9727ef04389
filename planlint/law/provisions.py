"""The law as data: each provision that a rule rests on or a plan may name, wording by wording, and how it was read.

Kept as a file for each statute in lover/, with the text that was read in tekster/ (see `planlint.law.provision_text`).
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, ConfigDict, model_validator

from planlint.base import LawName

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Pliktslag = Literal["plan", "oversikt", "årlig", "annet"]
_DATA = Path(__file__).with_name("lover")
_KINDS = {"LOV": "lov", "FOR": "forskrift"}
_AREAS = {"LOV": "NL", "FOR": "SF"}
_ENDED_AREAS = {"LOV": "NLO", "FOR": "SFO"}
_RETNINGSLINJE = re.compile("statlige? planretningslinje")
_SECTION = re.compile(r"^§ (\d\S*)( [a-z])?")
_ORDLYD = frozenset(("krav", "fra", "til", "sikkerhet", "kildetype", "utgave", "lest", "slutning", "grunnlag"))
_OF_THE_FILE = ("kildetype", "utgave", "lest")


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=False)


class Ordlyd(_Data):
    """One wording of a provision: what it asks for in our own words, when it applied, and what was read.

    `sikkerhet` is A (the consolidated text was read, in the edition `utgave`, on the day `lest`), B (told by another
    source: `kildetype`) or C (not confirmed). `slutning` names the days that are inferred; `grunnlag` is what they
    rest on.
    """

    krav: str
    fra: date
    til: date | None = None
    sikkerhet: Literal["A", "B", "C"]
    kildetype: Literal["lovtekst", "forskrift", "veileder", "etat"] | None = None
    utgave: date | None = None
    lest: date | None = None
    slutning: tuple[Literal["fra", "til", "frist"], ...] = ()
    grunnlag: str

    @model_validator(mode="after")
    def _read_is_read(self) -> Ordlyd:
        if (self.sikkerhet == "A") != bool(self.utgave and self.lest):
            message = "A er lest i en utgave på en dag, og bare A"
            raise ValueError(message)
        if (self.sikkerhet == "C") != (self.kildetype is None):
            message = "A og B har en kilde, C har ingen"
            raise ValueError(message)
        return self

    def applies_on(self, day: date) -> bool:
        """Tell whether this wording was the law on a day."""
        return self.fra <= day and (self.til is None or day <= self.til)


class Bestemmelse(_Data):
    """A provision: its law and paragraph, what kind of duty it holds, and its wordings, the oldest first.

    `betinget`: it binds some municipalities only. `frist`: a day that the law itself sets. `vis_ledd`: the name needs
    the ledd (or the section of a guideline), as another row is about the same paragraph.
    """

    id: str
    lov: str
    lovnummer: str = ""
    paragraf: str = ""
    ledd: str = ""
    vis_ledd: bool = False
    pliktslag: Pliktslag
    betinget: bool = False
    frist: date | None = None
    merknad: str = ""
    avloest_av: str = ""
    ordlyder: tuple[Ordlyd, ...]

    @property
    def navn(self) -> LawName:
        """The provision as a reader knows it: «plan- og bygningsloven § 10-1»."""
        section = self.paragraf if self.vis_ledd or self.paragraf.startswith("§") else ""
        return LawName(" ".join(part for part in (self.lov, section, self.ledd if self.vis_ledd else "") if part))

    @property
    def is_retningslinje(self) -> bool:
        """Whether it is of a state planning guideline (plan- og bygningsloven § 6-2): regulations, but no law."""
        return _RETNINGSLINJE.match(self.lov) is not None

    @property
    def sted(self) -> str:
        """The provision as exactly as it is known: with the ledd."""
        return " ".join(part for part in (self.lov, self.paragraf, self.ledd) if part)

    @property
    def newest(self) -> Ordlyd:
        """The newest wording."""
        return self.ordlyder[-1]

    @property
    def krav(self) -> str:
        """What the newest wording asks for."""
        return self.newest.krav

    @property
    def first_day(self) -> date:
        """The first day that any wording applied."""
        return self.ordlyder[0].fra

    @property
    def last_day(self) -> date | None:
        """The last day that it applied; None where it still does."""
        return self.newest.til

    @property
    def sikkerhet(self) -> str:
        """How sure we are of the newest wording."""
        return self.newest.sikkerhet

    def has_day_from(self, paragraf: str) -> bool:
        """Tell whether a day of this provision rests on another paragraph of the statute, as `grunnlag` says."""
        named = re.compile(rf"{re.escape(paragraf)}(?![-\w]| [a-z]\b|\.\d)", re.IGNORECASE)
        return any(named.search(ordlyd.grunnlag) for ordlyd in self.ordlyder)

    @property
    def address(self) -> str:
        """The address at Lovdata, which keeps an act that is repealed in a place of its own; "" without a number.

        A paragraph that was read in the consolidated text lies with the act, though it no longer applies.
        """
        kind, _, rest = self.lovnummer.partition("-")
        if not rest:
            return ""
        section = _SECTION.match(self.paragraf)
        anchor = "/§" + "".join(part.strip() for part in section.groups("")) if section else ""
        area = (_ENDED_AREAS if self.last_day and self.sikkerhet != "A" else _AREAS)[kind]
        return f"https://lovdata.no/dokument/{area}/{_KINDS[kind]}/{rest}{anchor}"

    def wording_on(self, day: date) -> Ordlyd | None:
        """Give the wording that was the law on a day; None where none was."""
        return next((ordlyd for ordlyd in self.ordlyder if ordlyd.applies_on(day)), None)

    def applies_on(self, day: date) -> bool:
        """Tell whether the provision applied on a day, in whatever wording."""
        return self.wording_on(day) is not None


@cache
def bestemmelser() -> Mapping[str, Bestemmelse]:
    """Give every provision by id, statute by statute, each in the order of its file; what is ended comes last."""
    found: dict[str, Bestemmelse] = {}
    for file in sorted(_DATA.glob("*.yaml")):
        found |= read(file.read_text(encoding="utf-8"), file.name)
    return dict(sorted(found.items(), key=lambda item: item[1].last_day is not None))


def read(text: str, name: str = "") -> Mapping[str, Bestemmelse]:
    """Read a statute's provisions from YAML. Raises ValueError where it cannot be read or is not well formed."""
    from planlint.source import parse  # noqa: PLC0415 - most runs need no law

    data, issues = parse(text)
    if issues:
        message = f"bestemmelser i {name}: {issues}"
        raise ValueError(message)
    facts = {key: data[key] for key in ("lov", "lovnummer") if key in data}
    source = {key: data[key] for key in _OF_THE_FILE if key in data}
    return {id_: _bestemmelse(id_, {**facts, **row}, source) for id_, row in data["bestemmelser"].items()}


def _bestemmelse(id_: str, row: dict[str, Any], source: dict[str, Any]) -> Bestemmelse:
    """Make a provision of its row; the file's own source counts for each wording that was read in it."""
    older = row.pop("eldre", [])
    newest = {key: row.pop(key) for key in tuple(row) if key in _ORDLYD}
    wordings = [({**source, **one} if one.get("sikkerhet") == "A" else one) for one in (*older, newest)]
    return Bestemmelse.model_validate({"id": id_, **row, "ordlyder": wordings})


def applies_on(ids: Iterable[str], day: date) -> bool:
    """Tell whether at least one of these provisions applied on a day."""
    return any(bestemmelser()[id_].applies_on(day) for id_ in ids)
