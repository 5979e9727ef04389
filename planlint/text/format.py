"""Fill a text's placeholders the Norwegian way: dates as 31.12.2019, lists with «og», spans in years and months."""

from __future__ import annotations

import string
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from planlint.model.tidspunkt import TidspunktVerdi
from planlint.tid import Varighet

N_ = str  # marks a text for translation
_UNITS = ((N_("år"), N_("år")), (N_("måned"), N_("måneder")), (N_("dag"), N_("dager")))
_SHOWN = 8
_MONTHS = (
    N_("januar"),
    N_("februar"),
    N_("mars"),
    N_("april"),
    N_("mai"),
    N_("juni"),
    N_("juli"),
    N_("august"),
    N_("september"),
    N_("oktober"),
    N_("november"),
    N_("desember"),
)


class Words(NamedTuple):
    """A finding in words: what is wrong, the note at the caret, what to do."""

    message: str
    label: str
    help: str


def dato(day: date) -> str:
    """Give a day as 31.12.2019."""
    return f"{day.day}.{day.month}.{day.year}"


def tidspunkt(point: TidspunktVerdi) -> str:
    """Give a point in time as precisely as it is known: 28.2.2018, februar 2018, 1. halvår 2020, 2018."""
    _, _, part = point.tekst.partition("-")
    if point.er_dag:
        return dato(point.start)
    if not part:
        return point.tekst
    if part[0] in "HK":
        return f"{part[1]}. {'halvår' if part[0] == 'H' else 'kvartal'} {point.start.year}"
    return f"{_MONTHS[point.start.month - 1]} {point.start.year}"


def varighet(span: Varighet) -> str:
    """Give a span as «6 år og 10 måneder»; under a month in days; never more than two units."""
    years, months, days = span.parts
    parts = [(years, _UNITS[0]), (months, _UNITS[1])] if years or months else [(days, _UNITS[2])]
    return oppramsing([f"{n} {one if n == 1 else many}" for n, (one, many) in parts if n] or ["0 dager"])


def oppramsing(items: Sequence[object]) -> str:
    """Give a list as «a, b og c»; more than eight are counted."""
    texts = [verdi(item) for item in items]
    if len(texts) > _SHOWN:
        texts = [*texts[:_SHOWN], f"{len(texts) - _SHOWN} til"]
    return texts[0] if len(texts) == 1 else f"{', '.join(texts[:-1])} og {texts[-1]}" if texts else ""


def tall(number: float) -> str:
    """Give a number with decimal comma and a space between thousands."""
    whole, _, rest = f"{abs(number):,}".partition(".")
    sign = "−" if number < 0 else ""
    return sign + whole.replace(",", "\u00a0") + (f",{rest}" if rest and rest != "0" else "")


def verdi(value: object) -> str:
    """Give any argument of a finding as a reader should see it."""
    if isinstance(value, date):
        return dato(value)
    if isinstance(value, Varighet):
        return varighet(value)
    if isinstance(value, TidspunktVerdi):
        return tidspunkt(value)
    if isinstance(value, float):
        return tall(value)
    return oppramsing(value) if isinstance(value, Sequence) and not isinstance(value, str) else str(value)


class _Formatter(string.Formatter):
    def format_field(self, value: Any, format_spec: str) -> str:
        text = verdi(value)
        return text[:1].upper() + text[1:] if format_spec == "stor" else text


_FORMATTER = _Formatter()


def render(text: str, args: Mapping[str, object]) -> str:
    """Fill a text's placeholders; `{navn:stor}` begins with a capital letter."""
    return _FORMATTER.vformat(text, (), args)
