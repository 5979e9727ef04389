"""What others call: read a plan system, check it. No clock, no terminal, no exit here."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from planlint.base.diagnostic import Diagnostic, Severity, fingerprints
from planlint.change.comparison import COMPARING, Against, since_revision
from planlint.check import avvik, unntak
from planlint.check.engine import Settings, diagnose
from planlint.check.locate import Locator
from planlint.check.report import Report, make_report
from planlint.check.settings import read_settings
from planlint.rules import RULES
from planlint.source.find import AVVIK, PLANSYSTEM
from planlint.system.system import UsageError, no_garbage_collection, open_system

if TYPE_CHECKING:
    from pathlib import Path

    from planlint.base.diagnostic import Finding
    from planlint.change.comparison import Base
    from planlint.change.diff_model import Diff
    from planlint.system.system import System


def whole(system: System) -> bool:
    """Tell whether every file was read and every id found, faults that are known aside.

    Where not, some rules are silent, and what they do not find may well be there.
    """
    form = [*system.loaded.findings, *system.linked.findings]
    marked = fingerprints(Diagnostic(code, item.severity or RULES[code].severity, item) for code, item in form)
    new = avvik.unlisted(marked, system.loaded.avvik)
    return system.register is not None and not any(item.severity is Severity.FEIL for item in new)


def _diagnostics(
    system: System, settings: Settings, faults: list[tuple[str, Finding]], today: date, locator: Locator
) -> list[Diagnostic]:
    """Give every finding, marked new, known or suppressed, and the findings about those marks themselves."""
    before = [*system.loaded.findings, *faults, *system.linked.findings]
    with no_garbage_collection():
        found = diagnose(system.register, before, settings, system.broken)
    about: list[Diagnostic] = []
    if known := system.loaded.avvik:
        found = avvik.apply(found, known, today)
        about += avvik.stale(known, found, settings, today, system.loaded.exists) if whole(system) else []
    exceptions, wrong = unntak.find(system.contents)
    if exceptions or wrong:
        exceptions = [item for item in exceptions if settings.runs("PL902") or not item.expired(today)]
        found, used = unntak.apply(found, exceptions, locator)
        since = system.loaded.plansystem.ajourfoert if system.loaded.plansystem else None
        since = since if whole(system) else date.max  # where rules are silent, nothing is known to be unused
        about += unntak.judge(exceptions, used, found, wrong, settings, today, since)
    return found + about


def diagnostics(
    system: System, day: date, select: tuple[str, ...] = (), ignore: tuple[str, ...] = COMPARING
) -> list[Diagnostic]:
    """Give every finding of a plan system on any day, marked as in a check; without places, so it is quick."""
    plansystem, register = system.loaded.plansystem, system.register
    settings = Settings(select=select, ignore=ignore)
    faults: list[tuple[str, Finding]] = []
    if plansystem:
        settings, faults = read_settings(plansystem, select, ignore)
    moved = replace(system, register=register.at(day)) if register else system
    return _diagnostics(moved, settings, faults, day, Locator(system.contents))


def _unusable(system: System) -> str:
    """Give the file without which the rules cannot be tried, or "": without its list, what is known would be new."""
    loaded = system.loaded
    if loaded.plansystem is None:
        return PLANSYSTEM
    lost = loaded.avvik is None or "avvik" in loaded.broken.get("avvik", ())
    return AVVIK if AVVIK in system.contents and lost else ""


def _changed_since(system: System, rev: str) -> list[tuple[str, Finding]]:
    from planlint.change.git import GitError  # noqa: PLC0415 - only --since asks git
    from planlint.change.since import siden  # noqa: PLC0415 - as above

    try:
        return siden(system, rev)
    except GitError as error:
        message = f"--since {rev}: {error}"
        raise UsageError(message) from None


def _with_old_words(system: System, found: list[Diagnostic]) -> list[Diagnostic]:
    if not any(item.code == "PL210" for item in found):
        return found
    from planlint.change.goal_history import med_gamle_ord  # noqa: PLC0415 - only a suspect anchor asks git

    return med_gamle_ord(system, found)


class _Asked(NamedTuple):
    """What a user asked for: codes or beginnings of codes, and a revision to suspect changed goals from."""

    select: tuple[str, ...]
    ignore: tuple[str, ...]
    since: str | None


def _judge(system: System, asked: _Asked, today: date, locator: Locator) -> list[Diagnostic]:
    """Give every finding of a plan system that a check is asked for."""
    plansystem = system.loaded.plansystem
    settings = Settings(select=asked.select, ignore=asked.ignore)
    faults: list[tuple[str, Finding]] = []
    if plansystem is not None:
        settings, faults = read_settings(plansystem, asked.select, asked.ignore)
    if asked.since is not None:
        faults = [*faults, *_changed_since(system, asked.since)]
    if _unusable(system):
        system = replace(system, register=None)
    return _diagnostics(system, settings, faults, today, locator)


def _against(base: Base, asked: _Asked, today: date) -> tuple[System, Against]:
    """Give the plan system after a change, to be compared with the one before it, and what was found before it."""
    before, after = base.before, base.after
    against = Against(base, _judge(before, asked, today, Locator(before.contents)))
    if before.register and after.register and not _unusable(before):
        after = replace(after, register=after.register.mot(before.register, base.unclear))
    return after, against


def check(  # noqa: PLR0913 - one argument per option
    root: Path,
    today: date,
    *,
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
    only: tuple[str, ...] = (),
    lang: str | None = None,
    since: str | None = None,
    base: str | None = None,
) -> Report:
    """Check the plan system in a folder as of a day.

    `select` and `ignore` are codes or beginnings of codes; `only` are paths from the root to report on (the whole
    system is judged all the same); `lang` goes before the plan system's own language; `since` is a git revision: goals
    that have changed after it make anchors without a mark suspect; `base` is one too: only what has changed after it,
    and what follows from that, is reported. Raises UsageError when there is nothing to check.
    """
    found = since_revision(root, base, today) if base is not None else None
    system = found.after if found else open_system(root, today)
    return check_system(system, today, select=select, ignore=ignore, only=only, lang=lang, since=since, base=found)


def _change(base: Base, today: date, before: list[Diagnostic], after: list[Diagnostic]) -> Diff:
    """Tell what a change does, of findings that have been made already."""
    from planlint.change.diff import Asked, diff  # noqa: PLC0415 - only the comment on a pull request tells of it
    from planlint.change.revision import Pair  # noqa: PLC0415 - as above

    both = Pair(base.before, base.after, base.commit, base.start)
    return diff(both, Asked(base.rev), today, lambda system: before if system is base.before else after)


def check_system(  # noqa: PLR0913 - one argument per option
    system: System,
    today: date,
    *,
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
    only: tuple[str, ...] = (),
    lang: str | None = None,
    since: str | None = None,
    base: Base | None = None,
    change: bool = False,
    places: bool = True,
) -> Report:
    """Check a plan system that has been read; as `check`. `places=False`: do not look up where known findings are.

    `base` is what a change began from; its `after` is this system. `change`: the report is to tell of the change, too.
    """
    asked = _Asked(select, ignore if base else (*ignore, *COMPARING), since)
    against = None
    if base:
        system, against = _against(base, asked, today)
    locator = Locator({**base.removed, **system.contents} if base else system.contents)
    plansystem = system.loaded.plansystem
    broken = plansystem is None or system.loaded.faults(PLANSYSTEM) or system.loaded.faults(AVVIK)
    found = _judge(system, asked, today, locator)
    found = against.told(found) if against else found
    report = make_report(
        _with_old_words(system, found),
        locator,
        files=len(system.contents),
        root=str(system.root),
        today=today,
        only=() if broken else only,
        places=places,
        configuration_broken=broken,
        unjudged=_unusable(system),
        language=lang or (plansystem.spraak if plansystem else "nb"),
        against=against,
    )
    if base is None or against is None:
        return report
    return replace(
        report,
        base_unjudged=_unusable(base.before) if base.before.contents else "",
        change=_change(base, today, against.before, found) if change else None,
    )
