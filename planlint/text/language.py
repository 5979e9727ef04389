"""A language: its catalogue, and how it writes dates, spans, lists and numbers.

The rules' own texts are bokmål and serve as keys; nynorsk and English come from `planlint/text/locale/*.po`, which the
build of the package compiles.
"""

from __future__ import annotations

import gettext
import io
import string
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Any, NamedTuple

from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal

from planlint.base import N_, Duration, Message, Ord
from planlint.model import TidspunktValue
from planlint.text.compiled import LANGUAGES, compiled

LOCALE = Path(__file__).with_name("locale")
_DAY = {"nb": "d.M.y", "nn": "d.M.y", "en": "d MMMM y"}
_PARTS = {"H": N_("{nummer}. halvår {år}"), "K": N_("{nummer}. kvartal {år}")}
_SHOWN = 8


class Words(NamedTuple):
    """A finding in words: what is wrong, the note at the caret, what to do."""

    message: str
    label: str
    help: str


class Language(string.Formatter):
    """One language; as a formatter it fills placeholders, and `{navn:stor}` begins with a capital letter."""

    def __init__(self, code: str) -> None:
        """Choose a language of LANGUAGES."""
        self.code = code
        self.locale = LANGUAGES[code]

    @cached_property
    def _catalogue(self) -> gettext.NullTranslations:
        if self.code == "nb":
            return gettext.NullTranslations()
        built = LOCALE / f"{self.code}.mo"
        if built.exists():
            return gettext.GNUTranslations(io.BytesIO(built.read_bytes()))
        return gettext.GNUTranslations(io.BytesIO(compiled(LOCALE / f"{self.code}.po")))

    def gettext(self, text: str) -> str:
        """Translate a text."""
        return self._catalogue.gettext(text) if text else ""

    def ngettext(self, one: str, many: str, number: int) -> str:
        """Translate a text in the form that a number asks for; `{n}` is the number."""
        return self.choose(one, many, number).format(n=self.number(number))

    def choose(self, one: str, many: str, number: int) -> str:
        """Translate a text in the form that a number asks for, placeholders left as they are."""
        return self._catalogue.ngettext(one, many, number)

    def dato(self, day: date) -> str:
        """Give a day: 31.12.2019, 31 December 2019."""
        return format_date(day, _DAY[self.code], locale=self.locale)

    def tidspunkt(self, point: TidspunktValue) -> str:
        """Give a point in time as precisely as it is known: 28.2.2018, februar 2018, 1. halvår 2020, 2018."""
        _, _, part = point.tekst.partition("-")
        if point.is_day:
            return self.dato(point.start)
        if not part:
            return point.tekst
        if part[0] in _PARTS:
            return self.gettext(_PARTS[part[0]]).format(nummer=part[1], år=point.start.year)
        return format_skeleton("yMMMM", point.start, locale=self.locale)

    def duration(self, span: Duration) -> str:
        """Give a span as «6 år og 10 måneder»; under a month in days; never more than two units."""
        years, months, days = span.parts
        if not years and not months:
            return self.ngettext("{n} dag", "{n} dager", days)
        year = self.ngettext("{n} år", "{n} år", years)  # CLDR's Norwegian for day is «døgn», so all three are ours
        month = self.ngettext("{n} måned", "{n} måneder", months)
        return self.enumeration([text for number, text in ((years, year), (months, month)) if number])

    def enumeration(self, items: Sequence[object]) -> str:
        """Give a list as «a, b og c»; more than eight are counted."""
        texts = [self.value(item) for item in items]
        if len(texts) > _SHOWN:
            texts = [*texts[:_SHOWN], self.gettext("{n} til").format(n=len(texts) - _SHOWN)]
        return format_list(texts, locale=self.locale).replace(", and ", " and ")

    def number(self, number: float) -> str:
        """Give a number as the language writes it: 12 345,5 in Norwegian."""
        return format_decimal(number, locale=self.locale)

    def value(self, value: object) -> str:
        """Give any argument of a finding as a reader should see it; of numbers, only those with decimals."""
        match value:
            case Ord():
                return self.gettext(value)
            case Message():
                return value.in_language(self)
            case date():
                return self.dato(value)
            case Duration() | TidspunktValue():
                return self.duration(value) if isinstance(value, Duration) else self.tidspunkt(value)
            case float():
                return self.number(value)
        return self.enumeration(value) if isinstance(value, Sequence) and not isinstance(value, str) else str(value)

    def format_field(self, value: Any, format_spec: str) -> str:
        """Fill a placeholder."""
        text = self.value(value)
        return text[:1].upper() + text[1:] if format_spec == "stor" else text

    def render(self, text: str, args: Mapping[str, object]) -> str:
        """Translate a text and fill its placeholders."""
        return self.vformat(self.gettext(text), (), args)


@cache
def language(code: str) -> Language:
    """Give a language by its code in LANGUAGES."""
    return Language(code)
