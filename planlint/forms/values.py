"""What may stand in a field: each kind of value has its own narrow form, and each slip its own sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pydantic_core import PydanticCustomError

from planlint.base import N_, Message, Ord
from planlint.forms.body import FormError
from planlint.forms.field import DAY, TIME
from planlint.forms.quote import quote, safe
from planlint.model import TidspunktValue, parse
from planlint.words import is_no_day, read_point

if TYPE_CHECKING:
    from planlint.forms.field import Field

# Letters, numbers and the signs of ordinary prose. What else YAML, Markdown, shells, logs and paths read as their own
# is not needed in a title; the edit core would write it safely all the same.
_ODD = re.compile(r"[^\w .,;:!?()/&%+\-–—'’\"“”«»§°·…½]|_|:: *|\.\.|//")
_ODD_IN_TEXT = re.compile(r"[^\w .,;:!?()/&%+\-–—'’\"“”«»§°·…½\n#*=•\t]|::|\.\./|##\[")
_SAK = re.compile(r"(?=.*\d)[A-Za-zÆØÅæøå0-9][A-Za-zÆØÅæøå0-9 ./-]*")
_URL = re.compile(r"https://[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?([/?][A-Za-z0-9\-._~:/?#@!&*+,;=%]*)?", re.IGNORECASE)
_LONG = N_("Feltet «{felt}» er på {antall} tegn. Kort ned til {grense}.")


def _error(field: Field, text: Ord, /, *more: Message, **args: object) -> FormError:
    return FormError(text, *more, felt=field.label, **args)


def line(field: Field, text: str) -> str:
    """Give a value that stands on one line, within the field's limit. Raises FormError."""
    if "\n" in text:
        raise _error(field, N_("Feltet «{felt}» kan bare ha én linje."))
    if len(text) > field.limit:
        raise _error(field, _LONG, antall=len(text), grense=field.limit)
    return " ".join(text.split())


def _ordinary(field: Field, text: str, odd: re.Pattern[str]) -> str:
    if match := odd.search(text):
        sign = match[0].strip()
        one, several = N_("tegnet {tegn}"), N_("tegnene {tegn}")
        told = Message.of_text(one if len(sign) == 1 else several, tegn=safe(sign))
        text_ = N_("Feltet «{felt}» kan ikke inneholde {tegn}. Skriv det med vanlige ord og tegn.")
        raise _error(field, text_, tegn=N_("understrek") if sign == "_" else told)
    return text


def title(field: Field, text: str) -> str:
    """Give a title or another short text: ordinary words that begin with a letter or a number. Raises FormError."""
    text = _ordinary(field, line(field, text), _ODD)
    if text and not text[0].isalnum():
        raise _error(
            field, N_("Feltet «{felt}» må begynne med en bokstav eller et tall, ikke {tegn}."), tegn=safe(text[0])
        )
    return text


def prose(field: Field, text: str) -> str:
    """Give a text of one or more lines. Raises FormError."""
    if len(text) > field.limit:
        raise _error(field, _LONG, antall=len(text), grense=field.limit)
    return _ordinary(field, text, _ODD_IN_TEXT)


def choice(field: Field, text: str) -> str:
    """Give the value behind what was chosen in a list. Raises FormError for anything that is not in it."""
    if text and text not in field.options:
        text_ = N_("Feltet «{felt}» har ikke valget {verdi}. Velg en av linjene i skjemaet.")
        raise _error(field, text_, verdi=quote(text))
    return field.options.get(text, "")


def point(field: Field, text: str, instead: Ord = TIME) -> TidspunktValue | None:
    """Give a point in time, written as in the files or as people write it, where that has one meaning.

    Raises FormError, which tells `instead`: how the field wants it.
    """
    text = line(field, text)
    if not text:
        return None
    found = read_point(text)
    try:
        return parse(text if found is None else str(found))
    except PydanticCustomError:
        if is_no_day(text):
            raise _error(field, N_("Feltet «{felt}» har en dag som ikke finnes: {verdi}."), verdi=quote(text)) from None
        text_ = N_("Feltet «{felt}» har ikke en dato som kan leses: {verdi}.")
        raise _error(field, text_, Message.of_text(instead), verdi=quote(text)) from None


def day(field: Field, text: str) -> TidspunktValue | None:
    """Give a day. Raises FormError for what is none, or not as exact as that."""
    found = point(field, text, DAY)
    if found and not found.is_day:
        text_ = N_("Feltet «{felt}» må ha hele datoen, ikke bare {verdi}.")
        raise _error(field, text_, Message.of_text(DAY), verdi=quote(text))
    return found


def sak(field: Field, text: str) -> str:
    """Give a case number: 12/26, PS 12/26, 2026/1234. Raises FormError."""
    text = line(field, text)
    if text and (".." in text or not _SAK.fullmatch(text)):
        text_ = N_("Feltet «{felt}» har ikke et saksnummer: {verdi}. Skriv for eksempel 12/26.")
        raise _error(field, text_, verdi=quote(text))
    return text


def url(field: Field, text: str) -> str:
    """Give a web address that first_year with https://. Raises FormError."""
    text = line(field, text)
    if text and not _URL.fullmatch(text):
        text_ = N_("Feltet «{felt}» har ikke en adresse som kan brukes: {verdi}. Den må begynne med https://.")
        raise _error(field, text_, verdi=quote(text))
    return text
