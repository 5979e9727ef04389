"""Arguments that a reader is asked to type: no title of somebody's table may be a command of the shell."""

from __future__ import annotations

import re
import shlex

_PLAIN = re.compile(r"[\w./:-]+")
_SAFE = re.compile(r"(?:[^\"$`\\!]|\\(?=[^\"$`\\!]))*+")


def argument(text: str) -> str:
    """Give an argument as it is typed: one plain word as it is, else in marks of quotation that hold it as a text.

    What a shell reads between double marks (a dollar sign, a backtick, a backslash before one …) stands between single.
    """
    if _PLAIN.fullmatch(text):
        return text
    return f'"{text}"' if _SAFE.fullmatch(text) else shlex.quote(text)


def is_command(code: str) -> bool:
    """Tell whether code in a text is a line to type: what is put into it are arguments."""
    return code.startswith("planlint ")


def typed_option(name: str, value: str) -> str:
    """Give an option with its value as it is typed; the value is always in marks of quotation, as titles are."""
    told = argument(value)
    return f'{name} "{told}"' if told == value else f"{name} {told}"
