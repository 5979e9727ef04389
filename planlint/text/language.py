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
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from babel.core import Locale
from babel.lists import format_list
from babel.numbers import format_decimal

from planlint.base import (
    N_,
    BeslutningCode,
    CodePart,
    Duration,
    HendelseCode,
    LawName,
    Marked,
    Message,
    Named,
    Ord,
    QuotedTitle,
    RulleresCode,
    StatusCode,
    Titled,
    TypedCode,
    argument,
    code_parts,
    embedded,
    is_command,
    mark,
    mark_value,
    parts_of,
)
from planlint.model import TidspunktValue
from planlint.text.babel_dates import format_date, format_skeleton
from planlint.text.compiled import LANGUAGES, compiled
from planlint.text.names import BESLUTNING_NAMES, EVENT_NAMES, STATUS

LOCALE = Path(__file__).with_name("locale")
_DAY = {"nb": "d.M.y", "nn": "d.M.y", "en": "d MMMM y"}
_PARTS = {"H": N_("{nummer}. halvår {år}"), "K": N_("{nummer}. kvartal {år}")}
_QUOTES = {"nb": "«»", "nn": "«»", "en": "“”"}
_NAMES: tuple[tuple[type[str], Mapping[Any, str]], ...] = (
    (StatusCode, STATUS),
    (HendelseCode, EVENT_NAMES),
    (BeslutningCode, BESLUTNING_NAMES),
)
_RULLERES = {"årlig": N_("hvert år"), "hver valgperiode": N_("hver valgperiode"), "ved behov": N_("ved behov")}
_KNOWN: Mapping[str, tuple[str, str]] = {
    "av": ("{tid}", N_("utgangen av {tid}")),
    "ved": (N_("{dag}"), N_("ved utgangen av {tid}")),
    "i": (N_("{dag}"), N_("i {tid}")),
}
"""A time in a sentence, a day first and then what is known less precisely, by the ending of its placeholder."""
_SHOWN = 8
_REMEMBERED = 10_000
"""So many days and numbers are written once: a site has few, and shows them often."""


class Words(NamedTuple):
    """A finding in words: what is wrong, the note at the caret, what to do."""

    message: str
    label: str
    help: str


class _Code(string.Formatter):
    """Fills placeholders in code: every value as it stands in a file."""

    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, Sequence) and not isinstance(value, str):
            return ", ".join(self.format_field(item, format_spec) for item in value)
        return value.tekst if isinstance(value, TidspunktValue) else str(value)


class _Command(_Code):
    """Fills placeholders in a command to type: what has a meaning to a shell stands in quotes."""

    def format_field(self, value: Any, format_spec: str) -> str:
        return argument(super().format_field(value, format_spec))


_CODE, _COMMAND = _Code(), _Command()


@cache
def _babel(code: str) -> Locale:
    """Give what babel knows of a language, looked up once."""
    return Locale.parse(LANGUAGES[code])


@lru_cache(maxsize=_REMEMBERED)
def _day_text(code: str, day: date) -> str:
    return format_date(day, _DAY[code], locale=_babel(code))


@lru_cache(maxsize=_REMEMBERED)
def _number_text(code: str, number: str) -> str:
    return format_decimal(number, locale=_babel(code))


class Language(string.Formatter):
    """One language; as a formatter it fills placeholders.

    `{navn:stor}` begins with a capital letter, `{navn:liten}` with a small one, and `{navn:kode}` is code; a list is
    «a, b og c», and `{navn:eller}` is «a, b eller c». What a placeholder brings of code, stays code. A time is
    told no nearer than it is known: «innen {frist:av}» is «innen 31.12.2020» or «innen utgangen av 2020»,
    «gikk ut {slutt:ved}» is «gikk ut 31.12.2020» or «gikk ut ved utgangen av 2020», and «ferdig {ferdig:i}» is «ferdig
    31.12.2020» or «ferdig i 2020».
    """

    def __init__(self, code: str, *, with_ids: bool = True) -> None:
        """Choose a language of LANGUAGES; without `with_ids`, what has a name is told by that alone, as on a page."""
        self.code = code
        self.with_ids = with_ids
        self.locale = LANGUAGES[code]
        self.quotes = _QUOTES[code]

    @cached_property
    def for_readers(self) -> Language:
        """The same language for those who have no files before them: names, and no ids behind them."""
        return Language(self.code, with_ids=False)

    @cached_property
    def _catalogue(self) -> gettext.NullTranslations:
        if self.code == "nb":
            return gettext.NullTranslations()
        built = LOCALE / f"{self.code}.mo"
        if built.exists():
            return gettext.GNUTranslations(io.BytesIO(built.read_bytes()))
        return gettext.GNUTranslations(io.BytesIO(compiled(LOCALE / f"{self.code}.po")))

    def gettext(self, text: str) -> str:
        """Translate a text; code in it is marked."""
        return mark(self._catalogue.gettext(text), self.quotes) if text else ""

    def ngettext(self, one: str, many: str, number: int) -> str:
        """Translate a text in the form that a number asks for; `{n}` is the number."""
        return self.choose(one, many, number).format(n=self.number(number))

    def choose(self, one: str, many: str, number: int) -> str:
        """Translate a text in the form that a number asks for, placeholders left as they are."""
        return mark(self._catalogue.ngettext(one, many, number), self.quotes)

    def quoted(self, text: str) -> str:
        """Give a name in quotation marks."""
        return f"{self.quotes[0]}{text}{self.quotes[1]}"

    def dato(self, day: date) -> str:
        """Give a day: 31.12.2019, 31 December 2019."""
        return _day_text(self.code, day)

    def tidspunkt(self, point: TidspunktValue, *, usikker: bool = False) -> str:
        """Give a point in time as precisely as it is known: 28.2.2018, februar 2018, 1. halvår 2020, 2018.

        `usikker` puts the doubt behind it: 2018 (usikkert).
        """
        told = self._point(point)
        return f"{told} ({self.gettext('usikkert')})" if usikker else told

    def _point(self, point: TidspunktValue) -> str:
        _, _, part = point.tekst.partition("-")
        if point.is_day:
            return self.dato(point.start)
        if not part:
            return point.tekst
        if part[0] in _PARTS:
            return self.gettext(_PARTS[part[0]]).format(nummer=part[1], år=point.start.year)
        return format_skeleton("yMMMM", point.start, locale=_babel(self.code))

    def _in_sentence(self, point: date | TidspunktValue, form: str) -> str:
        """Give a time as a sentence has it, no nearer than it is known."""
        by_day, by_span = _KNOWN[form]
        told, is_day = self.value(point), isinstance(point, date) or point.is_day
        return self.gettext(by_day if is_day else by_span).format(tid=told, dag=told)

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
        return self.whole_list(texts)

    def whole_list(self, texts: Sequence[str]) -> str:
        """Give a list as «a, b og c», however long."""
        return self._listed(texts, "standard")

    def _listed(self, texts: Sequence[str], style: Literal["standard", "or"]) -> str:
        """Give a list, the code in it kept as code."""
        told = format_list([embedded(text) for text in texts], style=style, locale=_babel(self.code))
        parts = code_parts(told.replace(", and ", " and ").replace(", or ", " or "))
        return Marked(parts, self.quotes) if len(parts) > 1 else "".join(text for text, _ in parts)

    def _choices(self, items: Sequence[object]) -> str:
        """Give what one is to be chosen of: «a, b eller c»."""
        return self._listed([self.value(item) for item in items], "or")

    def number(self, number: float) -> str:
        """Give a number as the language writes it: 12 345,5 in Norwegian."""
        return _number_text(self.code, str(number))

    def value(self, value: object) -> str:
        """Give any argument of a finding as a reader should see it; of numbers, only those with decimals."""
        if isinstance(value, str) and type(value) is not str:
            return self._named(value)
        match value:
            case Message():
                return value.in_language(self)
            case date():
                return self.dato(value)
            case Duration() | TidspunktValue():
                return self.duration(value) if isinstance(value, Duration) else self.tidspunkt(value)
            case float():
                return self.number(value)
        return self.enumeration(value) if isinstance(value, Sequence) and not isinstance(value, str) else str(value)

    def _named(self, value: str) -> str:
        """Give a word of planlint's, or what a value is called; a value that has no name as it is."""
        match value:
            case Ord():
                return self.gettext(value)
            case TypedCode():
                return mark_value(value)
            case QuotedTitle():
                return self.quoted(value)
            case Named():
                name = self.quoted(value.name) if isinstance(value, Titled) else value.name
                return f"{name} ({value})" if self.with_ids or not value.name else name
            case RulleresCode() | LawName():
                return self._rulleres(value) if isinstance(value, RulleresCode) else self._law(value)
        names = next((names for kind, names in _NAMES if isinstance(value, kind)), {})
        return self.gettext(names[value]) if value in names else str(value)

    def _law(self, value: str) -> str:
        """Give a provision as the language calls its act; one that is not a section is a name as a whole."""
        act, mark, section = value.partition(" § ")
        if not mark or len(section.partition(" ")[2]) > 1:
            return self.gettext(value)
        return f"{self.gettext(act)} {'section' if self.code == 'en' else '§'} {section}"

    def _rulleres(self, value: str) -> str:
        if value in _RULLERES:
            return self.gettext(_RULLERES[value])
        years = "".join(char for char in value if char.isdigit())
        return self.gettext("hvert {n}. år").format(n=years) if years else value

    def _typed(self, value: object) -> str:
        """Give a value that somebody types, or several: each is code, and none is left out."""
        if isinstance(value, Sequence) and not isinstance(value, str):
            return embedded(self.whole_list([mark_value(str(item)) for item in value]))
        return mark_value(str(value))

    def format_field(self, value: Any, format_spec: str) -> str:
        """Fill a placeholder."""
        if format_spec == "kode":
            return self._typed(value)
        if format_spec in _KNOWN and isinstance(value, date | TidspunktValue):
            return self._in_sentence(value, format_spec)
        many = format_spec == "eller" and isinstance(value, Sequence) and not isinstance(value, str)
        text = embedded(self._choices(value) if many else self.value(value))
        first = {"stor": text[:1].upper(), "liten": text[:1].lower()}.get(format_spec, text[:1])
        return first + text[1:]

    def vformat(self, format_string: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> str:
        """Fill a text's placeholders; in code a value stands as in the file, else by its name."""
        parts: list[CodePart] = []
        for piece, is_code in parts_of(format_string):
            if is_code:
                code = _COMMAND if is_command(piece) else _CODE
                parts.append((code.vformat(piece, args, kwargs), True))
            else:
                parts += code_parts(super().vformat(piece, args, kwargs))
        coded = any(is_code for _, is_code in parts)
        return Marked(parts, self.quotes) if coded else "".join(told for told, _ in parts)

    def render(self, text: str, args: Mapping[str, object]) -> str:
        """Translate a text and fill its placeholders."""
        return self.vformat(self.gettext(text), (), args)


@cache
def language(code: str) -> Language:
    """Give a language by its code in LANGUAGES."""
    return Language(code)
