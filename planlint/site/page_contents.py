"""«På denne siden»: a list of a long page's headings, put before the first of them once the page is drawn.

It is found in the drawn page, so that it holds what is there, also where a municipality has templates of its own. A
page that already begins with a list to jump by gets none, and what is folded away is not listed. A heading that says
how many things stand under it (`data-antall`) is listed with the number.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from planlint.base import N_, slug

if TYPE_CHECKING:
    from planlint.text import Language

_HEADING = re.compile(r"<h2\b([^<>]*)>(.*?)</h2>", re.DOTALL)
_FOLDED = re.compile(r"<details\b[^<>]*>|</details>")
_ID = re.compile(r'\sid="([^"]*)"')
_IDS = re.compile(r'<[a-zA-Z][^<>]*?\sid="([^"]*)"')
_NUMBER = re.compile(r'\sdata-antall="([^"<>]*)"')
_TAG = re.compile(r"<[^<>]*>")
_JUMP_LIST = re.compile(r'class="[^"]*\b(?:hopp|temavalg)\b[^"]*"')
_LEAST = 4


def _words(html: str) -> str:
    """Give what a piece of a page says, its marks kept as they are escaped."""
    return " ".join(_TAG.sub(" ", html).split())


def _open_headings(main: str) -> list[re.Match[str]]:
    """Give the headings that stand in sight, those in a fold left out."""
    folds = [(found.start(), -1 if found[0].startswith("</") else 1) for found in _FOLDED.finditer(main)]
    headings, depth, at = [], 0, 0
    for heading in _HEADING.finditer(main):
        while at < len(folds) and folds[at][0] < heading.start():
            depth += folds[at][1]
            at += 1
        if not depth:
            headings.append(heading)
    return headings


def _free_id(text: str, taken: set[str]) -> str:
    """Give an id that nothing else on the page has."""
    base = slug(unescape(text)) or "del"
    found = next(
        name for name in (base, *(f"{base}-{number}" for number in range(2, len(taken) + 3))) if name not in taken
    )
    taken.add(found)
    return found


def with_contents(html: str, lang: Language) -> str:
    """Give a drawn page with the list of its headings before the first, where it has at least four in sight."""
    start, end = html.find("<main"), html.find("</main>")
    main = html[start:end]
    headings = _open_headings(main) if start >= 0 else []
    if len(headings) < _LEAST or _JUMP_LIST.search(main[: headings[0].start()]):
        return html
    taken, parts, links, at = set(_IDS.findall(html)), list[str](), list[str](), 0
    for heading in headings:
        attributes, text = heading[1], _words(heading[2])
        found = _ID.search(attributes)
        id_ = found[1] if found else _free_id(text, taken)
        parts += [
            main[at : heading.start()],
            f"<h2{attributes}" + ("" if found else f' id="{id_}"') + f">{heading[2]}</h2>",
        ]
        number = _NUMBER.search(attributes)
        links.append(f'<li><a class="ds-link" href="#{id_}">{text}</a>{f" ({number[1]})" if number else ""}</li>')
        at = heading.end()
    name = lang.gettext(N_("På denne siden"))
    box = (
        f'<nav class="innholdsliste ikke-utskrift" aria-labelledby="innholdsliste"><p id="innholdsliste">{name}</p>\n'
        f'<ul class="hopp">\n{chr(10).join(links)}\n</ul></nav>\n'
    )
    return html[:start] + "".join([parts[0], box, *parts[1:], main[at:]]) + html[end:]
