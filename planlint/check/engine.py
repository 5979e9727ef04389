"""Run the rules on a register and turn what they find into diagnostics."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from planlint.base import Diagnostic, Finding, Severity, fingerprints, finished
from planlint.register import has_unknown_kilde, is_empty, is_hull, kilder_of
from planlint.rules import RULES
from planlint.source import PLANSYSTEM, is_avvik
from planlint.system import no_garbage_collection

if TYPE_CHECKING:
    from collections.abc import Container, Generator, Iterable, Iterator, Mapping

    from planlint.model import Enhet
    from planlint.register import Register
    from planlint.rules import Rule

_RULES = "PL100"
"""Findings before this one are about a file's form."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Which rules run, how serious each is, and their options."""

    severities: Mapping[str, Severity | None] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def runs(self, code: str) -> bool:
        """Tell whether a rule is on: selected, not ignored, not set to «av» and, where it is off by default, set."""
        if self.ignore and code.startswith(self.ignore):
            return False
        if self.select:
            return code.startswith(self.select)
        default = None if RULES[code].av_fordi else Severity.FEIL
        return self.severities.get(code, default) is not None

    def severity(self, rule: Rule, finding: Finding) -> Severity:
        """Give how serious a finding is: the municipality's setting, else the finding's own, else the rule's."""
        return self.severities.get(rule.code) or finding.severity or rule.severity


def is_declared_fault(code: str, finding: Finding, severity: Severity) -> bool:
    """Tell whether a finding is an error in the form of plansystem.yaml or of a known finding.

    It is told whatever is asked for, whoever made it: no rule is sure to be right before it is mended.
    """
    file = finding.place.file
    return severity is Severity.FEIL and code < _RULES and (file == PLANSYSTEM or is_avvik(file))


def _found(
    register: Register, settings: Settings, broken: Mapping[str, frozenset[str]]
) -> Iterator[tuple[str, Finding]]:
    """Yield what the rules find; in an empty register the demands of law wait, for it says nothing of what there is."""
    for rule in _tried(register, settings):
        yield from _found_by(rule, register, settings, broken)


def _tried(register: Register, settings: Settings) -> Iterator[Rule]:
    empty = is_empty(register)
    for rule in RULES.values():
        if rule.check is None or not settings.runs(rule.code) or not rule.applies(register.today):
            continue
        if not (empty and rule.lov):
            yield rule


def _found_by(
    rule: Rule, register: Register, settings: Settings, broken: Mapping[str, frozenset[str]]
) -> Iterator[tuple[str, Finding]]:
    nothing: frozenset[str] = frozenset()
    for finding in rule.run(register, settings.options.get(rule.code, {})):
        readable = broken.get(finding.entity, nothing).isdisjoint(rule.reads)
        if readable and not (rule.asked(finding) and _has_unknown_kilde(register, finding.entity)):
            yield rule.code, rule.judged(finding, register.today)


def count_findings(register: Register, settings: Settings) -> Counter[str]:
    """Count what the rules find, by code: as many as `diagnose` gives, with nothing made that is to be told of them."""
    return Counter(code for code, _ in _found(register, settings, register.broken))


def _has_unknown_kilde(register: Register, name: str) -> bool:
    """Tell whether nobody can say what the sources of a file state, so that it cannot be asked for more than it has."""
    entity = _entity(register, name)
    return entity is not None and has_unknown_kilde(register, entity)


def _entity(register: Register, name: str) -> Enhet | None:
    kind, _, id_ = name.partition("/")
    return register.entities.get(kind, {}).get(id_)


def _with_gap(diagnostic: Diagnostic, register: Register, full: Container[str]) -> Diagnostic:
    """Make a gap of a finding that asks a file for what none of its sources states, unless it is to be judged in full.

    The one place where a finding becomes a gap: a rule only says what it asks for (`Rule.asks`). One that is judged in
    full has the `sources` all the same: was it a gap before the change, it is one still (`planlint.change.still_gaps`).
    """
    finding = diagnostic.finding
    entity, asked = _entity(register, diagnostic.entity), RULES[diagnostic.code].asked(finding)
    if entity is None or not is_hull(register, entity, asked):
        return diagnostic
    status = diagnostic.status if finding.place.file in full else "gap"
    return replace(diagnostic, finding=replace(finding, asks=asked), status=status, sources=kilder_of(entity))


def diagnose(  # noqa: PLR0913 - what is judged, and by what
    register: Register | None,
    before: Iterable[tuple[str, Finding]],
    settings: Settings,
    broken: Mapping[str, frozenset[str]],
    full: Container[str] = (),
    lost: Container[str] = (),
) -> list[Diagnostic]:
    """Give all findings, as `diagnose_steps` does, at once."""
    return finished(diagnose_steps(register, before, settings, broken, full, lost))


def diagnose_steps(  # noqa: PLR0913 - what is judged, and by what
    register: Register | None,
    before: Iterable[tuple[str, Finding]],
    settings: Settings,
    broken: Mapping[str, frozenset[str]],
    full: Container[str] = (),
    lost: Container[str] = (),
) -> Generator[None, None, list[Diagnostic]]:
    """Give all findings, those from reading and linking first, each with severity and fingerprint, unsorted.

    It stops after each rule, so that whoever has something better to do can do it, or go on another time.

    Errors of the declarations are told whatever rules are asked for, and all that is wrong with the `lost` files, the
    declarations that cannot be used. Findings about what no source states are gaps, but for those in the files that are
    to be judged in `full`.
    """
    found = [
        (code, finding)
        for code, finding in before
        if settings.runs(code)
        or finding.place.file in lost
        or is_declared_fault(code, finding, settings.severity(RULES[code], finding))
    ]
    if register is None:
        return _marked(found, settings)
    for rule in _tried(register, settings):
        with no_garbage_collection():
            found += _found_by(rule, register, settings, broken)
        yield
    return [_with_gap(item, register, full) for item in _marked(found, settings)]


def _marked(found: Iterable[tuple[str, Finding]], settings: Settings) -> list[Diagnostic]:
    return fingerprints(Diagnostic(code, settings.severity(RULES[code], item), item) for code, item in found)
