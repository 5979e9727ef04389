"""Any bytes as one file of a plan system: read, linked, judged and shown in every format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ground import CLEAN, CONTENTS, DAY, FILES, PLACES, placed

from planlint.check.request import Request
from planlint.check.run import report_of
from planlint.output.check_formats import FORMATS, Options, render
from planlint.system.load import load_files
from planlint.system.system import link_system

ALL = Options(known=True, statistics=True)


def seeds() -> Iterator[bytes]:
    """Give every file of the clean plan system, in its place."""
    for number, place in enumerate(PLACES):
        for file in FILES:
            if file.kind == place.kind:
                yield bytes([number]) + CONTENTS[file.path]


def try_one(data: bytes) -> None:
    """Read bytes as a file of a kind that the first byte chooses; anything but a report is a find."""
    if not data:
        return
    files, contents = placed(data)
    report = report_of(link_system(CLEAN.root, contents, load_files(files, contents), DAY), Request(DAY))
    for name in FORMATS:
        render(report, name, ALL)
    for language in ("nn", "en"):
        render(replace(report, language=language), "text", ALL)
