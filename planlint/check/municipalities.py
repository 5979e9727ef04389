"""Check many municipalities: each is read, linked and judged alone, and then all that was found is put together.

In the common report the path of a file begins with its municipality's folder, so that every format works as it is. A
municipality that cannot be read does not stop the others.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from planlint.base import N_, Message, Severity, why
from planlint.check.report import Municipality, Report
from planlint.check.run import check
from planlint.model import number_on
from planlint.system import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.base import Place
    from planlint.check.locate import Located
    from planlint.check.request import Request
    from planlint.source import Root, Roots


class Judged(NamedTuple):
    """A municipality, and its report; None where it could not be read."""

    municipality: Municipality
    report: Report | None


def sentence(error: UsageError | OSError, root: Root) -> Message:
    """Tell what stops a municipality, with its folder as it is shown."""
    if isinstance(error, OSError):
        return Message.of_text(N_("Mappen kan ikke leses: {grunn}."), grunn=why(error))
    return error.melding.renamed(str(root.path), root.name)


def judge(root: Root, request: Request) -> Judged:
    """Check one municipality; what stops it becomes a sentence."""
    if not root.path.is_dir():
        return Judged(
            Municipality(root.name, error=Message.of_text(N_("Mappen {mappe} finnes ikke."), mappe=root.name)), None
        )
    try:
        system, report = check(root.path, request)
    except (UsageError, OSError) as error:
        return Judged(Municipality(root.name, error=sentence(error, root)), None)
    kommune = system.loaded.plansystem.kommune if system.loaded.plansystem else None
    municipality = Municipality(
        root.name,
        kommune.navn if kommune else "",
        number_on(kommune, request.today) if kommune else "",
        report.counts,
        root.before + report.unjudged if report.unjudged else "",
        change=report.change or None,
    )
    return Judged(municipality, _placed(report, root.before))


def _moved(place: Place, before: str) -> Place:
    return replace(place, file=before + place.file)


def _from(item: Located, before: str) -> Located:
    """Give a finding with its municipality's folder before every file, and a mark that no other municipality has."""
    finding = item.diagnostic.finding
    others = tuple(
        replace(one, related=replace(one.related, place=_moved(one.related.place, before))) for one in item.related
    )
    raw = f"{before}\x1f{item.diagnostic.fingerprint}".encode(errors="surrogateescape")
    diagnostic = replace(
        item.diagnostic,
        finding=replace(finding, place=_moved(finding.place, before), related=tuple(one.related for one in others)),
        fingerprint=hashlib.sha256(raw).hexdigest()[:12],
    )
    return replace(item, diagnostic=diagnostic, related=others)


def _placed(report: Report, before: str) -> Report:
    return replace(
        report,
        findings=tuple(_from(item, before) for item in report.findings),
        known=tuple(_from(item, before) for item in report.known),
        suppressed=tuple(_from(item, before) for item in report.suppressed),
        gaps=tuple(_from(item, before) for item in report.gaps),
        before_unjudged=before + report.before_unjudged if report.before_unjudged else "",
        change=None,
    )


def merged(top: str, judged: Sequence[Judged], request: Request) -> Report:
    """Put the reports together, in the order in which they are given. Several languages become bokmål."""
    reports = [one.report for one in judged if one.report]
    counts = Counter(dict.fromkeys(("files", *Severity, "avvik", "unntak", "hull"), 0))
    for report in reports:
        counts.update(report.counts)
    languages, origins = {report.language for report in reports}, {report.origin for report in reports}
    return Report(
        top,
        request.today,
        counts["files"],
        tuple(item for report in reports for item in report.findings),
        tuple(item for report in reports for item in report.known),
        tuple(item for report in reports for item in report.suppressed),
        tuple(item for report in reports for item in report.gaps),
        configuration_broken=len(reports) < len(judged) or any(report.configuration_broken for report in reports),
        language=request.lang or (languages.pop() if len(languages) == 1 else "nb"),
        counts={str(key): number for key, number in counts.items()},
        rev=request.base or "",
        origin=origins.pop() if len(origins) == 1 else None,
        before_unjudged=", ".join(report.before_unjudged for report in reports if report.before_unjudged),
        municipalities=tuple(one.municipality for one in judged),
        fallen=tuple(item for report in reports for item in report.fallen),
        fallen_why=tuple(why for report in reports for why in report.fallen_why),
    )


def check_many(roots: Roots, request: Request) -> Report:
    """Check every municipality, on every core, and give one report in which each has its own counts."""
    from planlint.base import each  # noqa: PLC0415 - one municipality needs no other process

    return merged(str(roots.top), each(partial(judge, request=request), roots.all), request)
