"""The site of a plan system that somebody edits, for `planlint serve`: what is asked for is drawn of the files as now.

What cannot be drawn is told, not raised: the page stands as it was last, with what is wrong.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from planlint.base import Severity
from planlint.change import GitError, commit, plans_version
from planlint.living import Living
from planlint.output import words_of
from planlint.site.changed_files import changed_files
from planlint.site.drawing import Drawing
from planlint.site.kept_templates import KeptTemplates
from planlint.source import PLANS
from planlint.system import UsageError, declared
from planlint.tables import BuildError, Nettsted
from planlint.text import language

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from planlint.base import Diagnostic
    from planlint.change import PlansVersion
    from planlint.check import Located, Report, Request
    from planlint.register import Register
    from planlint.system import System
    from planlint.text import Language

SLOW = 0.15
"""Where judging takes more seconds than this, the page comes first, and the findings after it."""


class ShownFile(NamedTuple):
    """A file as it is shown, and what is wrong.

    `data` is None where there is none; `is_undrawn` then tells that it may be there, and cannot be drawn. `is_former`:
    its findings are from before the last change.
    """

    data: bytes | None
    faults: tuple[str, ...] = ()
    is_former: bool = False
    is_undrawn: bool = False


class LivingSite:
    """A site that follows its files. One at a time may use it.

    `request` gives, whenever it is asked, how a check would judge: the day may change while somebody edits. `faults` is
    what is wrong now, a sentence each; `is_judged` tells whether the findings are those of the files as they are.
    """

    def __init__(self, root: Path, request: Callable[[], Request]) -> None:
        """Read the plan system in a folder, and judge it. Raises UsageError as a check does."""
        self.root, self._request = root, request
        self._living = Living.open(root, request())
        self._templates = KeptTemplates(root / "templates")
        self.drawing: Drawing | None = None
        self._last: dict[str, Drawing] = {}
        self._good: dict[str, bytes] = {}
        self._waiting: set[str] = set()
        self._version: tuple[object, PlansVersion] | None = None
        self._seconds = 0.0
        self.is_judged = True
        self.faults: tuple[str, ...] = ()
        self._follow(at_once=True)

    @property
    def lang(self) -> Language:
        """The language of the site as it is shown."""
        return self.drawing.site.lang if self.drawing else self._spoken

    @property
    def _spoken(self) -> Language:
        return language(self._living.request.lang or declared(self.root))

    def changed(self, paths: Collection[str]) -> None:
        """Take in what has been changed on the disk, by whole paths: a page is of the files as they are from now on."""
        self._waiting.update(paths)
        try:
            new = changed_files(self.root, self._living.contents, self._waiting)
        except UsageError as error:  # what cannot be read now waits: the next change may mend it
            self._stay(error)
            return
        if any(not Path(path).is_relative_to(self.root / PLANS) for path in self._waiting):
            self._templates.forget()
        self._waiting = set()
        self._living.replace_all(new)
        self._follow(at_once=False)

    def judging(self) -> Iterator[None]:
        """Find what was put off, so that the page could come first, a step at a time; nothing where nothing was."""
        if self.is_judged:
            return
        began = time.process_time()
        yield from self._living.judging()
        self._seconds = time.process_time() - began
        self._follow(at_once=True)

    def find(self, path: str) -> ShownFile:
        """Give the file at a path as the site has it now; as it was last, where it cannot be drawn."""
        drawing, is_former = self._last.get(path, self.drawing), not self.is_judged
        if drawing is None:
            return ShownFile(None, self.faults, is_undrawn=True)
        try:
            data = drawing.find(path)
        except BuildError as error:
            faults = tuple(dict.fromkeys((*self.faults, error.melding.in_language(self.lang))))
            return ShownFile(self._good.get(path), faults, is_former, is_undrawn=True)
        if data is not None and path.endswith(".html"):
            self._good[path] = data
        return ShownFile(data, self.faults, is_former)

    def _stay(self, error: UsageError | BuildError) -> None:
        """Stay as before, and tell why."""
        self.faults, self.is_judged = (error.melding.in_language(self._spoken),), True

    def _follow(self, *, at_once: bool) -> None:
        """Let the site be that of the files; its findings too, `at_once` or where that has been quick."""
        self._living.at(self._request())
        try:
            system = self._living.system
            if system.register is None or system.unusable:
                self.faults, self.is_judged = _stopper(self._living.report, self._spoken), True
                return
            is_judged = at_once or self._seconds <= SLOW
            report = self._judged() if is_judged else self._living.early
            self._show(system, system.register, report, is_judged=is_judged)
        except (UsageError, BuildError) as error:
            self._stay(error)

    def _judged(self) -> Report:
        began = time.process_time()
        report = self._living.report
        self._seconds = max(time.process_time() - began, self._seconds / 2)
        return report

    def _show(self, system: System, register: Register, report: Report, *, is_judged: bool) -> None:
        """Draw from now on this register, with the findings of a report. Raises BuildError where nothing can be."""
        lang = self._spoken
        site = Nettsted(register, report, lang, self._history(lang), root=self.root)
        before, after = self.drawing, Drawing(site, self._templates.of)
        days = ["", *(edition.folder for edition in after.ready())]
        unread = [f"{day}{kind}/{stem}.html" for day in days for kind, stem in system.loaded.opaque]
        self._last = {path: self._last.get(path, before) for path in unread if before}
        self.drawing, self.is_judged = after, is_judged
        wrong = [fault.melding.in_language(lang) for fault in self._templates.faults(lang)]
        self.faults = (*_unread(system, report, lang), *wrong)

    def _history(self, lang: Language) -> PlansVersion:
        """Give what git tells of the files, asked again when there is a new commit."""
        key = _head(self.root), lang.code
        if self._version is None or self._version[0] != key:
            self._version = key, plans_version(self.root, lang, with_changes=True)
        return self._version[1]


def _head(root: Path) -> str:
    """Give the newest commit; "" where git knows none."""
    try:
        return commit(root, "HEAD")
    except GitError:
        return ""


def _line(item: Located, lang: Language) -> str:
    """Give a finding on one line: where, what, how to mend it."""
    text = words_of(item, lang)
    return f"{item.diagnostic.place.file}:{item.span.line}: {text.message} {text.help}"


def _unread(system: System, report: Report, lang: Language) -> tuple[str, ...]:
    """Tell of the files that cannot be read, and of the values that cannot."""
    entities = {f"{kind}/{stem}" for kind, stem in system.loaded.opaque}

    def is_unread(item: Diagnostic) -> bool:
        is_value = item.code.startswith("PL0") and item.entity in system.loaded.broken
        return item.entity in entities or (is_value and item.severity is Severity.FEIL)

    return tuple(_line(item, lang) for item in report.findings if is_unread(item.diagnostic))


def _stopper(report: Report, lang: Language) -> tuple[str, ...]:
    """Tell of what must be mended before anything can be drawn."""
    found = [item for item in report.findings if item.diagnostic.place.file == report.unjudged]
    return tuple(_line(item, lang) for item in found) or (report.unjudged,)
