"""What a host said no to, told so that the one who reads the log knows what to do: advice only where it fits."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from planlint.base import N_, Message, Ord, Trouble, shortened, verbatim
from planlint.hosts.rate_limit import is_rate_limit

if TYPE_CHECKING:
    from email.message import Message as Headers

_LONGEST = 300
_NOT_KNOWN, _NO_RIGHT, _NOT_FOUND, _TOO_MANY = 401, 403, 404, 429


class HostError(Trouble):
    """A host that cannot be reached, or said no; the text is for the log. `status` is HTTP's own, 0 without one.

    `rights` tells that the key lacks a right, so that advice on rights fits.
    """

    def __init__(self, text: Ord | Message, /, *more: Message | None, status: int = 0, rights: bool = False,
                 **args: object) -> None:  # fmt: skip
        """Keep what is told, and what kind of no it is."""
        super().__init__(text, *more, **args)
        self.status, self.rights = status, rights


def _said(told: bytes) -> str:
    """Give what a host says in words, wherever in its answer it stands; "" where it says nothing that can be read."""
    try:
        data = json.loads(told)
    except (ValueError, RecursionError):
        return ""
    if not isinstance(data, dict):
        return ""
    errors = data.get("errors")
    more = [one.get("message") for one in errors if isinstance(one, dict)] if isinstance(errors, list) else []
    error = data.get("error")
    found = (
        data.get("message"),
        data.get("error_description"),
        error.get("message") if isinstance(error, dict) else error,
        *more,
    )
    said = [" ".join(one.split()) for one in found if isinstance(one, str) and one.strip()]
    return shortened(". ".join(one.rstrip(".") for one in dict.fromkeys(said)), _LONGEST)


def refused(host: str, status: int, headers: Headers, told: bytes) -> HostError:
    """Give the error of an answer that is a no."""
    said = _said(told)
    own = Message.of_text(N_("{vert} svarte {status}: {ord}"), vert=host, status=status, ord=verbatim(said))
    if not said:
        own = Message.of_text(N_("{vert} svarte {status}"), vert=host, status=status)
    if status == _TOO_MANY or (status == _NO_RIGHT and is_rate_limit(headers)):
        return HostError(N_("{svar}. Verten tar ikke imot flere spørsmål nå, så prøv igjen senere"), svar=own,
                         status=status)  # fmt: skip
    if status == _NOT_KNOWN:
        return HostError(N_("{svar}. Nøkkelen mangler, er gått ut eller gjelder ikke her"), svar=own, status=status)
    if status in {_NO_RIGHT, _NOT_FOUND}:
        return HostError(own, status=status, rights=True)
    return HostError(own, status=status)


def with_advice(error: HostError, advice: Message | None) -> Message:
    """Give what a host said, and the advice on rights where the error is a lack of one."""
    return Message.of_text(N_("{svar}. {raad}"), svar=error, raad=advice) if error.rights and advice else error.melding


def sentence(text: str) -> str:
    """Give a text as a sentence: with a full stop, and one only."""
    return text if text.endswith((".", "!", "?")) else f"{text}."
