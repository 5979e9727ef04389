"""What a page is told where others have changed what its form is about: what the register says, and what the form says.

Whoever fills in a form knows no file and no version of one: fields are called what the form calls them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from planlint.base import N_
from planlint.browser.form_words import field_name
from planlint.change import names_of
from planlint.forms import DECISIONS
from planlint.model import parse
from planlint.output import Values

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planlint.forms import ChangedField, FormError
    from planlint.system import System
    from planlint.text import Language

_SINCE = N_(
    "Registeret er endret etter at siden ble laget, og ingenting er skrevet over. Åpne siden på nytt når nettstedet er "
    "oppdatert, og gjør endringen der."
)
_BOTH = N_("{felt}: Registeret sier {naa}. Skjemaet sier {ny}.")
_ITEMS = {"forankring": "mål"}
"""What an item of a list names, where it is not what the list is called."""
_DAY = re.compile(r"[12]\d{3}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|1\d|2[0-8]))?")
"""A month, or a day that every month has, as files write them."""


def changed_since(error: FormError, system: System, lang: Language, labels: Mapping[str, str]) -> list[str]:
    """Give that the register has been changed since the page was made, and both versions of each field in the form."""
    values = Values(names_of(system, system), lang, short=True)
    return [lang.gettext(_SINCE), *(_both(one, values, labels) for one in error.changed)]


def _both(one: ChangedField, values: Values, labels: Mapping[str, str]) -> str:
    steps = [str(step) for step in one.path]
    key = ".".join([steps[0], *steps[2:]] if steps[0] == DECISIONS else steps)
    felt = values.lang.quoted(field_name(key, labels, values.lang))
    told = {"naa": _said(one.there, steps[-1], values), "ny": _said(one.wanted, steps[-1], values)}
    return values.lang.gettext(_BOTH).format(felt=felt, **told)


def _said(value: Any, key: str, values: Values) -> str:
    """Give a value of a file or a form as people say it, with all the parts of a group."""
    if value in (None, [], {}, ""):
        return values.lang.gettext("ingenting")
    if isinstance(value, dict):
        return ", ".join(_said(part, str(name), values) for name, part in value.items())
    if isinstance(value, list):
        return "; ".join(_said(item, _ITEMS.get(key, key), values) for item in value)
    if _DAY.fullmatch(str(value)):
        return values.value(parse(str(value)), key)
    told = values.value(value, key)
    return values.lang.quoted(told) if told == value else told
