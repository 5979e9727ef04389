"""The search index of a site that is being edited: made when somebody searches, a step at a time between the pages."""

from __future__ import annotations

import tempfile
import threading
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from planlint.site.drawing import Drawing

FOLDER = "pagefind/"
_PAUSE = 0.05


class ServeIndex:
    """The index as it was made last; `drawing` is the site that it is of."""

    def __init__(self, make: Callable[[Path, str], None] | None) -> None:
        """Begin without an index; `make` indexes a folder of pages in a language, None where nothing can."""
        self._make = make
        self.files: Mapping[str, bytes] = {}
        self.drawing: Drawing | None = None

    def steps(self, drawing: Drawing) -> Iterator[float]:
        """Make the index of a site; yield now and then for how many seconds there is nothing to do.

        Raises BuildError where a page cannot be drawn or the index not made: the former one is kept.
        """
        if self._make is None:
            self.drawing = drawing
            return
        with tempfile.TemporaryDirectory(prefix="planlint-", ignore_cleanup_errors=True) as name:
            folder = Path(name)
            for page in drawing.pages():
                path = folder / page.sti
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(drawing.draw(page))
                yield 0.0
            made = self._beside(self._make, folder, drawing.site.lang.code)
            while not made.done():
                yield _PAUSE
            made.result()
            found = sorted(path for path in (folder / FOLDER).rglob("*") if path.is_file())
            self.files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}
            self.drawing = drawing

    @staticmethod
    def _beside(make: Callable[[Path, str], None], folder: Path, language: str) -> Future[None]:
        """Index beside the one who draws; nobody waits for it where it is given up."""
        made = Future[None]()

        def run() -> None:
            try:
                make(folder, language)
                made.set_result(None)
            except Exception as error:  # noqa: BLE001 - it is raised where the index is asked for
                made.set_exception(error)

        threading.Thread(target=run, daemon=True).start()
        return made
