"""An issue's body as it is read: one kind of line ends and letters, and nothing that nobody can see."""

from __future__ import annotations

import re
import unicodedata

from planlint.base import N_
from planlint.forms.form_error import FormError

MAX_BODY = 20_000  # GitHub itself stops at 65 536; no form that is filled in sensibly comes near this
# What comes along unseen when text is pasted from Word or a web page, and means nothing.
_PASTED: dict[int, str | None] = dict.fromkeys((0x00AD, 0x200B, 0x2060, 0xFEFF))
_PASTED |= dict.fromkeys((0x00A0, 0x2007, 0x2009, 0x202F), " ") | {0x2011: "-"}
_HINT = re.compile(r"<!-- planlint: [^\n]*? -->")
"""What a template tells whoever fills it in, where the host has no fields (GitLab)."""
_JOINER = "\u200d"
"""Makes one picture of several, and is nothing anywhere else."""
_PICTURES = re.compile(r"[\U0001F000-\U0001FAFF\u2190-\u2BFF\uFE0F]")
_CONTROL = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))


def tidy(text: str) -> str:
    """Give text with one kind of line ends and of letters, and without what pasting leaves behind.

    Raises FormError for a text that is too long, or that holds characters nobody can see.
    """
    if len(text) > MAX_BODY:
        raise FormError(
            N_("Skjemaet er på {antall} tegn, og planlint leser ikke mer enn {grense}. Kort ned tekstene."),
            antall=len(text),
            grense=MAX_BODY,
        )
    text = unicodedata.normalize("NFC", _HINT.sub("", text).replace("\r\n", "\n").translate(_PASTED))
    text = re.sub(rf"(?<!{_PICTURES.pattern}){_JOINER}|{_JOINER}(?!{_PICTURES.pattern})", "", text)
    shown = _PICTURES.sub("", text).replace(_JOINER, "")
    hidden = {char for char in shown if char not in "\n\t" and unicodedata.category(char) in _CONTROL}
    if hidden:
        codes = ", ".join(f"U+{ord(char):04X}" for char in sorted(hidden)[:5])
        raise FormError(
            N_("Skjemaet har usynlige tegn som ikke kan brukes ({tegn}). Skriv teksten på nytt uten å lime inn."),
            tegn=codes,
        )
    return text
