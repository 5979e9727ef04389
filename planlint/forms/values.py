"""What may stand in a field: each kind of value has its own narrow form, and each slip its own sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pydantic_core import PydanticCustomError

from planlint.base import N_, Message, Ord, nearest
from planlint.forms.field import DAY, TIME
from planlint.forms.form_error import FormError
from planlint.forms.quote import quote, safe
from planlint.model import TidspunktValue, parse
from planlint.words import find_times, fold, has_no_year, is_no_day, read_point

if TYPE_CHECKING:
    from planlint.forms.field import Field

# Letters, numbers and the signs of ordinary prose. What else YAML, Markdown, shells, logs and paths read as their own
# is not needed in a title; the edit core would write it safely all the same.
_ODD = re.compile(r"[^\w .,;:!?()/&%+\-–—'’\"“”«»§°·…½¼¾€£×→~|\[\]]|_|::[: ]*|\.\.|//")
# In a text everything that can be seen is text. What is not: a tag of HTML, a command to the log of a runner, a way up
# and out of a folder.
ODD_IN_TEXT = re.compile(r"<(?=[A-Za-z/!?])|::[: ]*|\.\./|##\[")
_ROLES = {"oppstart": "start", "ferdig": "end", "til": "end"}
_WRAPPED = re.compile(r"(?P<mark>\*{1,2}|[\"“”'])(?P<inner>[^*\"“”']+)(?:\*{1,2}|[\"“”'])|«(?P<quoted>[^«»]+)»")
_LONG = N_("Feltet «{felt}» er på {antall} tegn. Kort ned til {grense}.")


def _error(field: Field, text: Ord, /, *more: Message | None, **args: object) -> FormError:
    return FormError(text, *more, felt=field.label, **args)


def line(field: Field, text: str) -> str:
    """Give a value that stands on one line, within the field's limit. Raises FormError."""
    if "\n" in text:
        more = Message.of_text(N_("Ta bort {tekst}."), tekst=quote(text.partition("\n")[2]))
        raise _error(field, N_("Feltet «{felt}» kan bare ha én linje."), more)
    if len(text) > field.limit:
        raise _error(field, _LONG, antall=len(text), grense=field.limit)
    return " ".join(text.split())


def _ordinary(field: Field, text: str, odd: re.Pattern[str]) -> str:
    signs = list(dict.fromkeys(match[0].strip() for match in odd.finditer(text)))
    if signs:
        one, several = N_("tegnet {tegn}"), N_("tegnene {tegn}")
        shown = " ".join(signs)
        told = Message.of_text(one if len(shown) == 1 else several, tegn=safe(shown))
        text_ = N_("Feltet «{felt}» kan ikke inneholde {tegn}. Skriv det med vanlige ord og tegn.")
        raise _error(field, text_, tegn=N_("understrek") if shown == "_" else told)
    return text


def title(field: Field, text: str) -> str:
    """Give a title or another short text: ordinary words that begin with a letter or a number. Raises FormError."""
    text = line(field, text)
    if match := _WRAPPED.fullmatch(text):
        text = (match["inner"] or match["quoted"]).strip()
    text = _ordinary(field, text, _ODD)
    if text and not text[0].isalnum():
        raise _error(
            field, N_("Feltet «{felt}» må begynne med en bokstav eller et tall, ikke {tegn}."), tegn=safe(text[0])
        )
    return text


def prose(field: Field, text: str) -> str:
    """Give a text of one or more lines. Raises FormError."""
    if len(text) > field.limit:
        raise _error(field, _LONG, antall=len(text), grense=field.limit)
    return _ordinary(field, text, ODD_IN_TEXT)


def words(field: Field, text: str) -> tuple[str, ...]:
    """Give the words or names that stand in a line with commas between them, each once. Raises FormError."""
    return tuple(dict.fromkeys(filter(None, (one.strip() for one in title(field, text).split(",")))))


def number(field: Field, text: str) -> int | None:
    """Give a whole number of things that somebody has counted; None for a blank. Raises FormError."""
    text = line(field, text)
    if text and not (text.isascii() and text.isdigit()):
        raise _error(field, N_("Feltet «{felt}» må ha et helt tall, ikke {verdi}."), verdi=quote(text))
    return int(text) if text else None


def choice(field: Field, text: str) -> str:
    """Give the value behind what was chosen in a list. Raises FormError for anything that is not in it."""
    if not text or text in field.options:
        return field.options.get(text, "")
    found = {value for option, value in field.options.items() if fold(option) == fold(text)}
    if len(found) == 1:
        return found.pop()
    meant = nearest(text, field.options)
    more = Message.of_text(N_("Mente du {navn}?"), navn=quote(meant)) if meant else None
    text_ = N_("Feltet «{felt}» har ikke valget {verdi}. Velg en av linjene i skjemaet.")
    raise _error(field, text_, more, verdi=quote(text))


def point(field: Field, text: str, instead: Ord = TIME) -> TidspunktValue | None:
    """Give a point in time, written as in the files or as people write it, where that has one meaning.

    Raises FormError, which tells `instead`: how the field wants it.
    """
    text = line(field, text)
    if not text:
        return None
    found = read_point(text, _ROLES.get(field.key, ""))
    try:
        return parse(text if found is None else str(found))
    except PydanticCustomError:
        raise _no_point(field, text, instead) from None


def _no_point(field: Field, text: str, instead: Ord) -> FormError:
    """Give what to say of a text that is no point in time: what is wrong with it, and what can be written."""
    if is_no_day(text):
        return _error(field, N_("Feltet «{felt}» har en dag som ikke finnes: {verdi}."), verdi=quote(text))
    more: list[Message | None] = [Message.of_text(instead)]
    if has_no_year(text):
        return _error(field, N_("Feltet «{felt}» sier ikke hvilket år: {verdi}."), *more, verdi=quote(text))
    times = find_times(text)
    exact = instead is not DAY or (len(times) == 1 and parse(str(times[0].verdi)).is_day)
    if len(times) == 1 and exact and not (times[0].usikker or times[0].vagt):
        more.insert(0, Message.of_text(N_("Mener du {dato}, så skriv bare det."), dato=str(times[0].verdi)))
    return _error(field, N_("Feltet «{felt}» har ikke en dato som kan leses: {verdi}."), *more, verdi=quote(text))


def day(field: Field, text: str) -> TidspunktValue | None:
    """Give a day. Raises FormError for what is none, or not as exact as that."""
    found = point(field, text, DAY)
    if found and not found.is_day:
        text_ = N_("Feltet «{felt}» må ha hele datoen, ikke bare {verdi}.")
        raise _error(field, text_, Message.of_text(DAY), verdi=quote(text))
    return found
