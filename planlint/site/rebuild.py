"""Draw the site from the files as they are now, for `planlint serve`; what cannot be drawn is told, not raised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.change.version import versjon
from planlint.check.request import Request
from planlint.check.run import check
from planlint.output.words import words
from planlint.site import FORMATS
from planlint.site.build import files
from planlint.site.serve import Tegnet
from planlint.system.declared_language import declared
from planlint.system.system import UsageError
from planlint.tables.build_error import BuildError
from planlint.tables.nettsted import Nettsted
from planlint.text import Language, language

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from planlint.check.locate import Located
    from planlint.check.report import Report
    from planlint.system.system import System


def _linje(item: Located, lang: Language) -> str:
    """Give a finding on one line: where, what, how to mend it."""
    text = words(item, lang)
    return f"{item.diagnostic.place.file}:{item.span.line}: {text.message} {text.help}"


def _uleste(system: System, report: Report, lang: Language) -> tuple[str, ...]:
    """Tell of the files that cannot be read."""
    entities = {f"{kind}/{stem}" for kind, stem in system.loaded.opaque}
    return tuple(_linje(item, lang) for item in report.findings if item.diagnostic.entity in entities)


def _stopper(report: Report, lang: Language) -> tuple[str, ...]:
    """Tell of what must be mended before anything can be drawn."""
    found = [item for item in report.findings if item.diagnostic.place.file == report.unjudged]
    return tuple(_linje(item, lang) for item in found) or (report.unjudged,)


def tegn(root: Path, day: date, lang: str | None = None) -> Tegnet | tuple[str, ...]:
    """Draw the site; where that is not possible, give what is wrong, a sentence each."""
    try:
        system, report = check(root, Request(day, lang=lang))
        spoken = language(report.language)
        if system.register is None or report.unjudged:
            return _stopper(report, spoken)
        own = root / "templates"
        site = Nettsted(system.register, report, spoken, versjon(root, spoken))
        drawn = files(site, FORMATS, own if own.is_dir() else None)
    except (UsageError, BuildError) as error:
        return (error.melding.paa(language(lang or declared(root))),)
    unread = frozenset(f"{kind}/{stem}.html" for kind, stem in system.loaded.opaque)
    return Tegnet(drawn, _uleste(system, report, spoken), unread, spoken.code)


def endret(paths: Iterable[str], root: Path) -> str:
    """Give which files changed, as the user knows them."""
    names = {path.removeprefix(f"{root}/") for path in paths}
    return ", ".join(sorted(names))
