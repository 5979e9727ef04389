"""What belongs together stays on one line: no line ends between «§» and its number, or between a number and «%».

Texts come from many places (the law, the register, the catalogues), and a few of them have the space that does not
break. So it is put in once the page is drawn, in what is read: code, forms' values and addresses stay as they are.
"""

from __future__ import annotations

import re

_APART = re.compile(r"(?<=§) (?=[0-9])|(?<=[0-9]) (?=%)")
_SIGNS = ("§ ", " %")
_NOT_READ = re.compile(r"<(script|style|pre|code|textarea|option)\b.*?</\1>|<[^<>]*>", re.DOTALL)
_HARD = "\N{NO-BREAK SPACE}"


def unbroken(html: str) -> str:
    """Give a drawn page with spaces that do not break at paragraph signs and percentages."""
    if not any(sign in html for sign in _SIGNS):  # most pages have none, and this is quick to see
        return html
    parts, at = list[str](), 0
    for found in _NOT_READ.finditer(html):
        parts += [_APART.sub(_HARD, html[at : found.start()]), found[0]]
        at = found.end()
    return "".join([*parts, _APART.sub(_HARD, html[at:])])
