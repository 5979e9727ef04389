"""Write tables and pages. All are rendered before the first file is written, so that a fault changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.files import write_text
from planlint.site.pages import planstrategi
from planlint.site.render import render
from planlint.text import language

if TYPE_CHECKING:
    from pathlib import Path

    from planlint.register import Register
    from planlint.report import Report

FORMATS = {"html": "planstrategi.html", "markdown": "planstrategi.md"}


def build(
    register: Register, report: Report, out: Path, formats: tuple[str, ...], overrides: Path | None
) -> list[Path]:
    """Write the planstrategi tables into a folder; give the files written.

    Raises BuildError for a faulty template and OSError when a file cannot be written; files are replaced whole.
    """
    lang = language(report.language)
    page = planstrategi(register, report, lang)
    texts = {FORMATS[name]: render(f"{FORMATS[name]}.j2", page, lang, overrides) for name in formats}
    for name, text in texts.items():
        write_text(out / name, text)
    return [out / name for name in texts]
