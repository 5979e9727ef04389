"""Draw the site from the files as they are now, for `planlint serve`; what cannot be drawn is told, not raised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.base import Severity
from planlint.change import plans_version
from planlint.check import Request, check
from planlint.output import words_of
from planlint.site.build import files
from planlint.site.built_formats import FORMATS
from planlint.site.edition import folder_of_day
from planlint.site.serve import DrawnSite
from planlint.system import UsageError, declared
from planlint.tables import BuildError, Nettsted
from planlint.text import Language, language

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from planlint.base import Diagnostic
    from planlint.check import Located, Report
    from planlint.system import System


def _line(item: Located, lang: Language) -> str:
    """Give a finding on one line: where, what, how to mend it."""
    text = words_of(item, lang)
    return f"{item.diagnostic.place.file}:{item.span.line}: {text.message} {text.help}"


_READING = "PL0"
"""How the codes of the rules begin that tell of what cannot be read."""


def _unread(system: System, report: Report, lang: Language) -> tuple[str, ...]:
    """Tell of the files that cannot be read, and of the values that cannot."""
    entities = {f"{kind}/{stem}" for kind, stem in system.loaded.opaque}

    def is_unread(item: Diagnostic) -> bool:
        is_value = item.code.startswith(_READING) and item.entity in system.loaded.broken
        return item.entity in entities or (is_value and item.severity is Severity.FEIL)

    return tuple(_line(item, lang) for item in report.findings if is_unread(item.diagnostic))


def _stopper(report: Report, lang: Language) -> tuple[str, ...]:
    """Tell of what must be mended before anything can be drawn."""
    found = [item for item in report.findings if item.diagnostic.place.file == report.unjudged]
    return tuple(_line(item, lang) for item in found) or (report.unjudged,)


def draw_site(root: Path, day: date, lang: str | None = None) -> DrawnSite | tuple[str, ...]:
    """Draw the site; where that is not possible, give what is wrong, a sentence each."""
    try:
        system, report = check(root, Request(day, lang=lang))
        spoken = language(report.language)
        if system.register is None or report.unjudged:
            return _stopper(report, spoken)
        own = root / "templates"
        version = plans_version(root, spoken, with_changes=True)
        site = Nettsted(system.register, report, spoken, version, root=root)
        drawn = files(site, FORMATS, own if own.is_dir() else None)
    except (UsageError, BuildError) as error:
        return (error.melding.in_language(language(lang or declared(root))),)
    folders = ("", *(folder_of_day(one) for one in site.valg.tidspunkter))
    unread = frozenset(f"{folder}{kind}/{stem}.html" for folder in folders for kind, stem in system.loaded.opaque)
    return DrawnSite(drawn, _unread(system, report, spoken), unread, spoken.code)


def changed_names(paths: Iterable[str], root: Path) -> str:
    """Give which files changed, as the user knows them."""
    names = {path.removeprefix(f"{root}/") for path in paths}
    return ", ".join(sorted(names))
