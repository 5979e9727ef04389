"""One renderer per format: a report in, a text out. A new format is a line in FORMATS and a file with `render`."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from planlint.base import Severity

if TYPE_CHECKING:
    from planlint.check import Report

FORMATS = {
    "text": "planlint.output.text",
    "json": "planlint.output.json",
    "github": "planlint.output.github",
    "markdown": "planlint.output.markdown",
    "sarif": "planlint.output.sarif",
    "gitlab": "planlint.output.gitlab",
    "junit": "planlint.output.junit",
    "azure": "planlint.output.azure",
}


@dataclass(frozen=True, slots=True)
class Options:
    """What a renderer is told beside the report; each uses what concerns it.

    `prefix` leads from the repository's root to the plan system's ("" or "folder/"); `files` is the address of the
    repository's files at the version that is checked, to which a path can be added ("" where it is not known); `target`
    is the branch that a pull request is to be merged into: what a reader calls the commit that it is compared with.
    `manual` is the address of a built manual, `guide` that of a page in planlint's own repository; "" where unknown.
    """

    color: bool = False
    statistics: bool = False
    known: bool = False
    fail_on: Severity = Severity.FEIL
    prefix: str = ""
    files: str = ""
    target: str = ""
    manual: str = ""
    guide: str = ""


DEFAULT = Options()


def render(report: Report, name: str, options: Options = DEFAULT) -> str:
    """Give the report in a format of FORMATS; only the chosen one is imported."""
    text: str = import_module(FORMATS[name]).render(report, options)
    return text
