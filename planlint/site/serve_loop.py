"""The one who draws while somebody edits: one question or change at a time, and between them what can wait."""

from __future__ import annotations

import time
from queue import Empty
from typing import TYPE_CHECKING

from planlint.base import N_, Message
from planlint.site.changed_files import changed_names
from planlint.site.living_site import ShownFile
from planlint.site.serve import AskedFile
from planlint.site.serve_index import FOLDER, ServeIndex
from planlint.tables import BuildError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from planlint.site.living_site import LivingSite
    from planlint.site.serve import Showing

SEARCH = "sok.html"
BEAT = 0.25
"""How often, in seconds, we look whether somebody has pressed Ctrl+C."""
GRACE = 0.5
"""So many seconds the browser has to ask for a page after a change, before what can wait is begun."""


class ServeLoop:
    """Answers and takes in changes in the thread that runs it. The page comes first, then findings, then the index."""

    def __init__(
        self,
        site: LivingSite,
        showing: Showing,
        index: ServeIndex,
        tell: Callable[[Message], None],
        warn: Callable[[str], None],
    ) -> None:
        """Keep the parts; `tell` tells whoever started it what happens, and `warn` what is wrong."""
        self._site, self._showing, self._index, self._tell, self._warn = site, showing, index, tell, warn
        self._later: Iterator[float] | None = None
        self._held: list[AskedFile] = []
        self._asked_at = 0.0
        self._is_searched = False
        self._renew()

    def run(self) -> None:
        """Go on until it is interrupted."""
        wait = 0.0
        while True:
            wait = self.turn(wait)

    def turn(self, wait: float) -> float:
        """Take what has come within so many seconds, or a step of what can wait; give how long to wait after it."""
        try:
            item = self._showing.inbox.get(timeout=wait) if wait else self._showing.inbox.get_nowait()
        except Empty:
            return self._step()
        if isinstance(item, AskedFile):
            self._answer(item)
        else:
            self._change(item)
        return 0.0

    def _change(self, paths: Collection[str]) -> None:
        self._tell(Message.of_text(N_("Endret: {filer}"), filer=changed_names(paths, self._site.root)))
        self._site.changed(paths)
        self._asked_at = 0.0
        self._renew()
        self._later = self._what_can_wait()

    def _renew(self) -> None:
        self._showing.spraak = self._site.lang.code
        self._showing.renew()
        for fault in self._site.faults:
            self._warn(fault)

    def _answer(self, question: AskedFile) -> None:
        is_index = question.path.startswith(FOLDER)
        if is_index or question.path == SEARCH:
            self._is_searched = True
            self._later = self._later or self._what_can_wait()
        if is_index and self._index.drawing is None and self._site.drawing:
            self._held.append(question)
            return
        shown = ShownFile(self._index.files.get(question.path)) if is_index else self._site.find(question.path)
        question.answer.set_result(shown)
        if question.path.endswith(".html"):
            self._asked_at = time.monotonic()

    def _step(self) -> float:
        """Do a step of what can wait; give for how long there is nothing to do."""
        wait = next(self._later, None) if self._later else None
        if wait is None:
            self._later = None
            return BEAT
        return wait

    def _what_can_wait(self) -> Iterator[float]:
        if not self._site.is_judged:
            end = time.monotonic() + GRACE
            while not self._asked_at and (left := end - time.monotonic()) > 0:
                yield left
            for _ in self._site.judging():
                yield 0.0
            self._renew()
            yield 0.0
        drawing = self._site.drawing
        if self._is_searched and drawing and drawing is not self._index.drawing:
            try:
                yield from self._index.steps(drawing)
            except (BuildError, OSError):
                self._tell(Message.of_text(N_("Søket kunne ikke oppdateres.")))
            self._is_searched, held, self._held = False, self._held, []
            for question in held:
                question.answer.set_result(ShownFile(self._index.files.get(question.path)))
