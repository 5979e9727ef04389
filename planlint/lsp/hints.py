"""The title beside each id in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol.types import InlayHint

from planlint.base import shortened
from planlint.living import references_in, title_of

if TYPE_CHECKING:
    from lsprotocol.types import Range

    from planlint.lsp.session import Session

_MOST = 60
"""Letters of a title: a line of YAML must still be read."""


def hints(session: Session, uri: str, within: Range) -> list[InlayHint]:
    """Give the title of what each reference in a stretch of a file names."""
    path = session.path(uri)
    lines, system, found = session.lines(path), session.system, list[InlayHint]()
    for reference, span in references_in(path, lines.text):
        title = title_of(system, reference.kind, reference.id)
        there = lines.range(span)
        if title and title != reference.id and within.start.line <= there.start.line <= within.end.line:
            found.append(InlayHint(there.end, shortened(title, _MOST), padding_left=True, tooltip=title))
    return found
