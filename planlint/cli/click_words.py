"""What click itself says, in the reader's language: «Bruk», «Valg», and why a command line cannot be used.

click asks `gettext` for its words. So they lie in a catalogue of their own (planlint/text/locale/click), and gettext is
told to look there, in the language of the run. A sentence that is not in the catalogue stays click's own English.
"""

from __future__ import annotations

import gettext
import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import click

    Translate = Callable[[str], str]

CATALOGUES = Path(__file__).parent.parent / "text" / "locale" / "click"
"""<code>/LC_MESSAGES/messages.po, and the .mo of it that gettext reads: `tools/catalogue.py` writes that."""
_DOMAIN, _CHOICE = "messages", "LANGUAGE"
OPTIONS, BELOW = "[VALG]", "KOMMANDO ..."
KINDS = {
    "text": "TEKST",
    "path": "STI",
    "file": "FIL",
    "directory": "MAPPE",
    "integer": "TALL",
    "integer range": "TALL",
    "float range": "TALL",
}
"""What stands for an option's value in --help, by click's name for its type."""


@contextmanager
def click_speaks(code: str) -> Iterator[None]:
    """Let click say what it says in a language, whatever the machine speaks; afterwards all is as it was.

    LANGUAGE goes before LC_ALL and LANG, and is gettext's own way of choosing.
    """
    folder, language = gettext.bindtextdomain(_DOMAIN), os.environ.get(_CHOICE)
    gettext.bindtextdomain(_DOMAIN, str(CATALOGUES))
    os.environ[_CHOICE] = code
    try:
        yield
    finally:
        gettext.bindtextdomain(_DOMAIN, folder)
        if language is None:
            os.environ.pop(_CHOICE, None)
        else:
            os.environ[_CHOICE] = language


def value_of(param: click.Parameter, translate: Translate) -> str | None:
    """Give what stands for a parameter's value in --help: its own word, or one for its type; None: click decides."""
    kind = KINDS.get(param.type.name)
    return translate(param.metavar) if param.metavar else translate(kind) if kind else None
