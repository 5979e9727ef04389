"""A report: everything a renderer needs, with texts' arguments, exact places and the lines they stand on."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from planlint import __version__
from planlint.base import Severity
from planlint.check.engine import is_declared_fault
from planlint.check.locate import NOWHERE, Located

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from planlint.base import Cause, Diagnostic, Message
    from planlint.change import Diff, Origin
    from planlint.check.against import Against
    from planlint.check.locate import Locator
    from planlint.check.request import Request


@dataclass(frozen=True, slots=True)
class Municipality:
    """One of several that were judged: its folder as shown, its name and number on the day, and how it went.

    `unjudged` is as for a report; `error` tells why nothing could be read; `change` is what the change does to it.
    """

    root: str
    navn: str = ""
    nummer: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    unjudged: str = ""
    error: Message | None = None
    change: Diff | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """The result of a check. `findings` holds new ones only; `known`, `suppressed` and `gaps` are kept beside them.

    `unjudged` is the file that must be mended before any rule can be tried, if there is one. `rev` is the revision
    that the change is compared with, as the user wrote it, "" without, and `origin` what is to be told of it;
    `before_unjudged` the file for which the rules could not be tried there; `change` is what the change does, where it
    was asked for. With a base, the report has what the change touches or causes; of `counts`, "utelatt" is the number
    of other findings, "tapt" that of those which were accepted before, "etterlatt" that of those which were so under a
    name that their file has no longer, "rettet" that of known findings which the change
    mends, and "bortfalt" of those that it leaves nothing to be about. `municipalities` are those that were judged
    together (`planlint.check.municipalities`); `root` is then the folder that they lie in. `site` is the address of the
    municipality's site as plansystem.yaml has it; with a base, as it had it before the change. `mended` are
    the known findings that "rettet" counts, `fallen` those of "bortfalt",
    and `fallen_why` why each of them is not put right: "demands", "resting", "moved" or "gone".
    """

    root: str
    date: date
    files: int
    findings: tuple[Located, ...]
    known: tuple[Located, ...] = ()
    suppressed: tuple[Located, ...] = ()
    gaps: tuple[Located, ...] = ()
    configuration_broken: bool = False
    unjudged: str = ""
    language: str = "nb"
    version: str = __version__
    counts: Mapping[str, int] = field(default_factory=dict)
    rev: str = ""
    origin: Origin | None = None
    before_unjudged: str = ""
    change: Diff | None = None
    municipalities: tuple[Municipality, ...] = ()
    site: str = ""
    mended: tuple[Diagnostic, ...] = ()
    fallen: tuple[Diagnostic, ...] = ()
    fallen_why: tuple[str, ...] = ()

    def exit_code(self, fail_on: Severity) -> int:
        """Give 2 where a declaration cannot be used, 1 for findings at or above `fail_on`, else 0, in every format.

        What was there before a change is nobody's to answer for in it, and stops it not.
        """
        if self.configuration_broken:
            return 2
        return int(any(item.is_stopping(fail_on) for item in self.findings))


def make_report(  # noqa: PLR0913 - a report has this many parts
    diagnostics: Iterable[Diagnostic],
    locator: Locator,
    request: Request,
    *,
    files: int,
    root: str,
    unjudged: str = "",
    language: str = "nb",
    against: Against | None = None,
) -> Report:
    """Locate, sort and count what is asked for.

    `unjudged`: the declaration that must be mended before any rule can be tried; everything is told then, whatever is
    asked for. `against`: report only what a change has to do with, and the errors of the declarations.
    """
    only = () if unjudged else request.only
    within = [item for item in diagnostics if _within(item.place.file, only) or _is_declared(item)]
    causes = [against.cause(item) if against else "" for item in within]
    everything = against is None or bool(unjudged)  # what is broken must be told, whoever broke it
    located = [
        _located(diagnostic, locator, cause, against, places=request.places)
        for diagnostic, cause in zip(within, causes, strict=True)
        if cause or everything or _is_declared(diagnostic)
    ]
    located.sort(key=lambda item: item.sort_key)
    by_status: dict[str, tuple[Located, ...]] = {
        status: tuple(item for item in located if item.diagnostic.status == status)
        for status in ("new", "known", "suppressed", "gap")
    }
    counts = {"files": files}
    for severity in Severity:
        counts[severity.value] = sum(item.diagnostic.severity is severity for item in by_status["new"])
    counts |= {"avvik": len(by_status["known"]), "unntak": len(by_status["suppressed"]), "hull": len(by_status["gap"])}
    if against:
        counts["etterlatt"] = sum(against.is_left_behind(item.diagnostic) for item in by_status["new"])
        counts["tapt"] = sum(against.was_known(item.diagnostic) for item in by_status["new"])
        counts["utelatt"] = sum(item.status == "new" for item in within) - len(by_status["new"])
    return Report(
        root,
        request.today,
        files,
        by_status["new"],
        by_status["known"],
        by_status["suppressed"],
        by_status["gap"],
        bool(unjudged),
        unjudged,
        language,
        counts=counts,
        rev=against.rev if against else "",
        origin=against.origin if against else None,
    )


def _is_declared(item: Diagnostic) -> bool:
    return is_declared_fault(item.code, item.finding, item.severity)


def _located(
    diagnostic: Diagnostic, locator: Locator, cause: Cause, against: Against | None, *, places: bool
) -> Located:
    if places or diagnostic.status == "new":
        located = locator.locate(diagnostic)
    else:
        located = Located(diagnostic, NOWHERE, "", "")
    if against is None:
        return located
    return replace(
        located,
        cause=cause,
        there_before=against.was_there_before(diagnostic),
        gone=diagnostic.place.file in against.removed,
        lost=against.was_known(diagnostic),
        left_name=against.left_name(diagnostic),
        declared=_is_declared(diagnostic),
        moved=against.is_moved(diagnostic),
    )


def _within(file: str, only: tuple[str, ...]) -> bool:
    return not only or any(file == path or file.startswith(f"{path}/") or path == "." for path in only)
