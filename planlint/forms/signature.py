"""What people put under a letter and so under a form: a greeting, a name. It answers no field."""

from __future__ import annotations

import re

_GREETING = re.compile(
    r"(?:--+|—|(?:med )?(?:vennlige?|beste|venlege?|hjertelig|vennleg)?\s*(?:hilsen|hilsning|helsing)\b.*"
    r"|(?:mvh|vh)\b.*|m\.v\.h\.?.*|(?:på forhånd )?(?:tusen )?takk\b.*"
    r"|sen[dt]t? fra .*|sent from .*|få outlook for .*)",
    re.IGNORECASE,
)
_NAME = re.compile(r"[A-ZÆØÅ][\w.’'-]*(?: [A-ZÆØÅ][\w.’'-]*){1,3}(?:,.*)?")
_MOST = 8


def without_signature(text: str) -> tuple[str, tuple[str, ...]]:
    """Give the value of a last field without the signature under it, and the lines of the signature.

    It begins with a greeting, or after a blank line with a name; what is longer than a signature is none.
    """
    lines = text.split("\n")
    for at, line in enumerate(lines):
        blank = at > 0 and not lines[at - 1].strip()
        if _GREETING.fullmatch(line.strip()) or (blank and _NAME.fullmatch(line.strip())):
            signed = tuple(one.strip() for one in lines[at:] if one.strip())
            if len(signed) <= _MOST:
                return "\n".join(lines[:at]).strip(), signed
            break
    return text, ()
