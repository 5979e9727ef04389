"""What others call: read a plan system, check it. No clock, no terminal, no exit here."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from planlint.base import N_, Diagnostic, Severity, fingerprints, finished
from planlint.change import UNKNOWN_ID
from planlint.check import avvik, unntak
from planlint.check.against import Against
from planlint.check.engine import diagnose_steps
from planlint.check.locate import Locator
from planlint.check.report import Report, make_report
from planlint.check.settings import read_settings
from planlint.rules import RULES
from planlint.system import UsageError, no_garbage_collection, open_system

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Sequence
    from pathlib import Path

    from planlint.base import Finding
    from planlint.change import Comparison, Diff
    from planlint.check.request import Request
    from planlint.system import System


def is_whole(system: System) -> bool:
    """Tell whether every file was read and every id found, faults that are known aside.

    Where not, some rules are silent, and what they do not find may well be there.
    """
    form = [*system.loaded.findings, *system.linked.findings]
    marked = fingerprints(Diagnostic(code, item.severity or RULES[code].severity, item) for code, item in form)
    new = avvik.unlisted(marked, system.loaded)
    faults = (item for item in new if item.severity is Severity.FEIL or item.code == UNKNOWN_ID)
    return system.register is not None and not any(faults)


def diagnostics(system: System, request: Request, locator: Locator | None = None) -> list[Diagnostic]:
    """Give every finding of a plan system on the request's day, marked new, known or suppressed.

    Those about the marks themselves come last. They have no places, so it is quick; `locator` is one that has been
    made already. A system without a register gets the findings about its files' form.
    """
    with no_garbage_collection():
        return finished(_diagnostics_steps(system, request, locator))


def _diagnostics_steps(
    system: System, request: Request, locator: Locator | None
) -> Generator[None, None, list[Diagnostic]]:
    today, register = request.today, system.register
    settings, faults = read_settings(system.loaded.plansystem, request.select, request.ignored)
    faults += _changed_since(system, request.since) if request.since is not None else []
    before = [*system.loaded.findings, *faults, *system.linked.findings]
    register = register.at(today) if register else None
    found = yield from diagnose_steps(register, before, settings, system.broken, request.full, system.lost)
    about: list[Diagnostic] = []
    if system.loaded.avvik:
        answers = avvik.apply(found, system.loaded, today)
        found, whole = answers.diagnostics, is_whole(system)
        about += avvik.judge(answers, system.loaded, settings, today, whole=whole)
    exceptions, wrong = unntak.find(system.contents)
    if exceptions or wrong:
        exceptions = [item for item in exceptions if settings.runs("PL902") or not item.is_expired(today)]
        found, used = unntak.apply(found, exceptions, locator or Locator(system.contents))
        since = system.loaded.plansystem.ajourfoert if system.loaded.plansystem else None
        since = since if is_whole(system) else date.max  # where rules are silent, nothing is known to be unused
        about += unntak.judge(exceptions, used, found, wrong, settings, today, since)
    return found + about


def _changed_since(system: System, rev: str) -> list[tuple[str, Finding]]:
    from planlint.change import GitError, findings_since  # noqa: PLC0415 - only --since asks git

    try:
        return findings_since(system, rev)
    except GitError as error:
        raise UsageError(N_("--since {versjon}: {feil}"), versjon=rev, feil=error) from None


def _with_old_words(system: System, found: list[Diagnostic]) -> list[Diagnostic]:
    if not any(item.code == "PL210" for item in found):
        return found
    from planlint.change import with_old_words  # noqa: PLC0415 - only a suspect anchor asks git

    return with_old_words(system, found)


class Checked(NamedTuple):
    """A plan system, and the report of it."""

    system: System
    report: Report


def check(root: Path, request: Request) -> Checked:
    """Check the plan system in a folder: the one door, for one municipality and for many.

    Before the first commit there is no HEAD to compare with: then everything is new.

    Raises UsageError when there is nothing to check, or git cannot give what it is to be compared with.
    """
    if request.base is None:
        system = open_system(root, request.today)
        return Checked(system, report_of(system, request))
    from planlint.change import is_before_first, since_revision  # noqa: PLC0415 - most checks ask git nothing

    if is_before_first(root, request.base):
        return check(root, replace(request, base=None))
    comparison = since_revision(root, request.base, request.today)
    return Checked(comparison.after, report_of(comparison.after, request, comparison))


def report_of(
    system: System,
    request: Request,
    comparison: Comparison | None = None,
    before: Sequence[Diagnostic] | None = None,
    locator: Locator | None = None,
) -> Report:
    """Report on a plan system that has been read: from a folder by `check`, or from elsewhere.

    `comparison` is the change that led to it, where the request has a base, and `before` what the same request finds
    before the change, where that is known already; `locator` is one of the files that has been made already.
    """
    against = None
    if comparison:
        system, against = _against(comparison, request, before)
        request = replace(request, full=comparison.edited)
    locator = locator or Locator({**comparison.removed, **system.contents} if comparison else system.contents)
    found = diagnostics(_judgeable(system), request, locator)
    found = against.told(found) if against else found
    earlier = comparison.before.loaded.plansystem if comparison else system.loaded.plansystem
    report = _reported(system, request, found, locator, against)
    report = replace(report, site=(earlier.nettsted.adresse if earlier else None) or "")
    if comparison is None or against is None:
        return report
    news = against.mended(found)
    return replace(
        report,
        counts={**report.counts, "rettet": len(news.rettet), "bortfalt": len(news.bortfalt)},
        mended=news.rettet,
        fallen=news.bortfalt,
        fallen_why=news.why,
        before_unjudged=comparison.before.unusable if comparison.before.contents else "",
        change=_change(comparison.judged_as(system), request, against.before, found) if request.change else None,
    )


def report_steps(system: System, request: Request, locator: Locator) -> Generator[None, None, Report]:
    """Report on a plan system as `report_of` does, stopping after each rule."""
    found = yield from _diagnostics_steps(_judgeable(system), request, locator)
    return report_on(system, request, found, locator)


def report_on(system: System, request: Request, found: Iterable[Diagnostic], locator: Locator) -> Report:
    """Report what has been found in a plan system already."""
    declared = system.loaded.plansystem
    report = _reported(system, request, list(found), locator, None)
    return replace(report, site=(declared.nettsted.adresse if declared else None) or "")


def _reported(
    system: System, request: Request, found: list[Diagnostic], locator: Locator, against: Against | None
) -> Report:
    plansystem = system.loaded.plansystem
    return make_report(
        _with_old_words(system, found),
        locator,
        request,
        files=len(system.contents),
        root=str(system.root),
        unjudged=system.unusable,
        language=request.lang or (plansystem.spraak if plansystem else "nb"),
        against=against,
    )


def _judgeable(system: System) -> System:
    return replace(system, register=None) if system.unusable else system


def _against(comparison: Comparison, request: Request, known: Sequence[Diagnostic] | None) -> tuple[System, Against]:
    """Give the plan system after a change, to be compared with the one before it, and what was found before it."""
    from planlint.change import unheard  # noqa: PLC0415 - only a comparison asks

    before = diagnostics(_judgeable(comparison.before), request) if known is None else list(known)
    after = comparison.result()
    held = unheard(comparison.before, after, lambda system: diagnostics(system, request), before)
    return after, Against(comparison, before, held)


def _change(comparison: Comparison, request: Request, before: list[Diagnostic], after: list[Diagnostic]) -> Diff:
    """Tell what a change does, of findings that have been made already."""
    from planlint.change import make_diff  # noqa: PLC0415 - only the comment on a pull request tells of it

    def judge(system: System) -> list[Diagnostic]:
        made = {id(comparison.before): before, id(comparison.after): after}
        return made[id(system)] if id(system) in made else diagnostics(system, request)

    return make_diff(comparison, request.today, judge)
