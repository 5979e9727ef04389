"""What a plan's own title says of it: what kind of plan it is, the years it is for, and who is responsible."""

from __future__ import annotations

import re

from planlint.words.facts import Fact, KindFact, OwnerFact, PeriodFact, Reading
from planlint.words.spans import find_spans

_PART = r"(?:kommuneplan(?:en)?s?(?: sin)?\W+)"
_KINDS = (
    ("planprogram", "", r"^planprogram"),
    ("planstrategi", "", r"^(?:kommunal |regional )?planstrategi(?!\w)(?! og )"),
    ("kommuneplanens samfunnsdel", "samfunnsdel", rf"^(?:planstrategi og )?{_PART}?samfunnsdel|^KPS\b"),
    ("kommuneplanens arealdel", "arealdel", rf"^{_PART}?arealdel|^KPA\b"),
    ("kommuneplanens handlingsdel", "handlingsdel", rf"^{_PART}?handlingsdel"),
    ("økonomiplan", "handlingsdel", r"økonomiplan|økonomi- og handlingsp|handlings- og økonomip"),
    ("kommunedelplan", "", r"^kommunedelplan|^KDP\b"),
    ("regional plan", "", r"^regional(?:e? plan)?"),
    ("områderegulering", "", r"^område(?:regulering|plan)"),
    ("detaljregulering", "", r"^detalj(?:regulering|plan)"),
    ("reguleringsplan", "", r"^reguleringsplan"),
    ("temaplan", "", r"^(?:\w+ )?temaplan"),
    ("ROS-analyse", "", r"\bROS\b|risiko- ?og ?sårbar(?:het|heit)|risiko og sårbar"),
    ("beredskapsplan", "", r"beredskapsplan|helsemessig og sosial beredskap|kriseledelse|kriseleiing"),
    ("forskrift", "", r"^(?:lokal )?forskrift"),
    ("retningslinjer", "", r"retningslin[je]+r?"),
    ("mulighetsstudie", "", r"^m(?:u|o)ligh?e(?:t|it)s?studie|^moglegheitsstudie"),
    ("hovedplan", "", r"\bho(?:ve|vu)dplan"),
    ("tiltaksplan", "", r"tiltaksplan"),
    ("handlingsplan", "", r"handlingsplan"),
    ("forvaltningsplan", "", r"forvaltningsplan"),
    ("sektorplan", "", r"sektorplan"),
    ("fagplan", "", r"fagplan"),
    ("veileder", "", r"veileder|rettleiar"),
    ("melding", "", r"melding(?:a|en)?\b"),
    ("strategi", "", r"strategi(?:en)?\b|^strategisk "),
)  # fmt: skip
_KNOWN = tuple((name, role, re.compile(pattern, re.IGNORECASE)) for name, role, pattern in _KINDS)
_PLURAL = re.compile(
    r"(?<=plan)(?:er|ar|ene|ane|en)\b|(?<=regulering)(?:er|ar|en)\b|(?<=strategi)(?:er|ar|en)\b|(?<=forskrift)(?:er|ar|en|a)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(r"\b(?:erstatt(?:er|ar)|avløser|avløyser|til erstatning for)\b.*", re.IGNORECASE | re.DOTALL)
_TOWARDS = re.compile(r"(?<!fram )(?<!frem )\bmot ((?:19|20|21)\d\d)(?!\d)", re.IGNORECASE)
_NUMBER = re.compile(r"^\s*(?:\d+[.)]\s*)*(?:(?:revisjon|revidering|rullering) av\s+)?", re.IGNORECASE)
_OWNER = re.compile(r"\(\s*ansvarl(?:ig|eg):?\s*([^()]+)\)", re.IGNORECASE)


def kind_of(text: str) -> KindFact | None:
    """Give the kind of plan that a title or a cell of a type column names; None where it names none."""
    own = _OTHER.sub("", _NUMBER.sub("", " ".join(text.split())))
    own = _PLURAL.sub("", own)
    return next((KindFact(name, role) for name, role, pattern in _KNOWN if pattern.search(own)), None)


def period_in_title(title: str) -> PeriodFact | None:
    """Give the period that a title states outright: «2016–2019», «2013-17», «mot 2035».

    A horizon («frem mot 2050») is none, and what a title says after «erstatter» is another plan's.
    """
    own = _OTHER.sub("", title)
    spans = [span for span in find_spans(own) if not span.skraa]
    towards = _TOWARDS.search(own)
    if spans:
        return PeriodFact(spans[0].fra, spans[0].til)
    return PeriodFact(til=int(towards[1])) if towards else None


def read_title(text: str) -> Reading:
    """Read a title: its kind, its period, and the responsible where the title itself names one."""
    kind, period = kind_of(text), period_in_title(text)
    told = _OWNER.search(text)
    facts: list[Fact | None] = [kind, period, OwnerFact(" ".join(told[1].split())) if told else None]
    return Reading(tuple(fact for fact in facts if fact))


def read_kind(text: str) -> Reading:
    """Read a cell of a type column; one that names no kind, or says more than a kind, is kept as the rest too."""
    said = " ".join(text.split())
    found = kind_of(said)
    whole = found and any(pattern.fullmatch(_PLURAL.sub("", said)) for name, _, pattern in _KNOWN if name == found.navn)
    return Reading((found,) if found else (), () if whole else (said,))
