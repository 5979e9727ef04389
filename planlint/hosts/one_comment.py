"""The one comment on a change: made the first time, edited after that, never doubled, never somebody else's."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from planlint.base import N_, Ord
from planlint.hosts.host_error import HostError
from planlint.output import MARKER

if TYPE_CHECKING:
    from planlint.hosts.host import Comments, HostComment
    from planlint.text import Language

_FOLDED = re.compile(r"<details><summary>(.*?)</summary>")
_NOT_OURS = {401, 403, 404}
_OPEN, _SHUT = "<details>", "</details>"


def mark(root: str) -> str:
    """Give the mark that our comment begins with; each plan system in a repository has its own."""
    folder = Path(root).as_posix()
    return MARKER if folder == "." else MARKER.replace(" -->", f" {folder.replace('--', '- -')} -->")


def as_plain(text: str) -> str:
    """Give a comment for a host that shows HTML as text: its mark as a link that nobody sees, and nothing folded."""
    first, _, rest = text.partition("\n")
    inner = first.removeprefix("<!-- ").removesuffix(" -->").replace("(", "[").replace(")", "]")
    rest = _FOLDED.sub(r"**\1**", rest).replace(f"{_SHUT}\n", "")
    return f"[//]: # ({inner})\n\n{rest.lstrip()}"


def fitted(text: str, most: int, run: str, lang: Language) -> str:
    """Give a text that a host has room for: cut between two lines, with nothing left open, and a way to the rest."""
    if len(text) <= most:
        return text
    told = lang.gettext("Det var ikke plass til alt her. Resten står i [kjøringen]({adresse}).").format(adresse=run)
    kept = text[: most - len(told) - 40].rpartition("\n")[0]
    closing = "\n" + _SHUT if kept.count(_OPEN) > kept.count(_SHUT) else ""
    return f"{kept}{closing}\n\n{told}\n"


def _same(one: str, other: str) -> bool:
    return one.replace("\r\n", "\n").strip() == other.strip()


def keep_one(place: Comments, text: str, *, quiet: bool) -> Ord:
    """Make or edit our comment; `quiet`: make none where there is none. Give what was done. Raises HostError."""
    first, _, _ = text.partition("\n")
    for comment in place.comments():
        if comment.mine is False or comment.text.replace("\r\n", "\n").partition("\n")[0] != first:
            continue
        if _same(comment.text, text):
            return N_("Kommentaren er den samme som før.")
        if _rewritten(place, comment, text):
            return N_("Kommentaren er oppdatert.")
    if quiet:
        return N_("Endringen gjelder ikke plansystemet, så det trengs ingen kommentar.")
    place.write(text)
    return N_("Kommentaren er skrevet.")


def _rewritten(place: Comments, comment: HostComment, text: str) -> bool:
    """Edit a comment; where nobody knows whether it is ours, a no tells that it is not."""
    try:
        place.rewrite(comment, text)
    except HostError as error:
        if comment.mine is None and error.status in _NOT_OURS:
            return False
        raise
    return True
