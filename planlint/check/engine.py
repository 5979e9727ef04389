"""Run the rules on a register and turn what they find into diagnostics."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from planlint.base import Diagnostic, Finding, Severity, fingerprints
from planlint.register import is_empty, is_hull, kilder_of
from planlint.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterable, Iterator, Mapping

    from planlint.register import Register
    from planlint.rules import Rule


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


def _found(
    register: Register, settings: Settings, broken: Mapping[str, frozenset[str]]
) -> Iterator[tuple[str, Finding]]:
    """Yield what the rules find; in an empty register the demands of law wait, for it says nothing of what there is."""
    nothing: frozenset[str] = frozenset()
    empty = is_empty(register)
    for rule in RULES.values():
        if rule.check is None or not settings.runs(rule.code) or not rule.applies(register.today):
            continue
        if empty and rule.lov:
            continue
        for finding in rule.run(register, settings.options.get(rule.code, {})):
            if broken.get(finding.entity, nothing).isdisjoint(rule.reads):
                yield rule.code, rule.judged(finding, register.today)


def _with_gap(diagnostic: Diagnostic, register: Register, full: Container[str]) -> Diagnostic:
    """Make a gap of a finding that asks a file for what none of its sources states, unless it is to be judged in full.

    The one place where a finding becomes a gap: a rule only says what it asks for (`Rule.asks`).
    """
    finding, kind, id_ = diagnostic.finding, *diagnostic.entity.partition("/")[::2]
    entity, asked = register.entities.get(kind, {}).get(id_), RULES[diagnostic.code].asked(finding)
    if entity is None or finding.place.file in full or not is_hull(register, entity, asked):
        return diagnostic
    return replace(diagnostic, finding=replace(finding, asks=asked), status="gap", sources=kilder_of(entity))


def diagnose(  # noqa: PLR0913 - what is judged, and by what
    register: Register | None,
    before: Iterable[tuple[str, Finding]],
    settings: Settings,
    broken: Mapping[str, frozenset[str]],
    always: Collection[Finding] = (),
    full: Container[str] = (),
) -> list[Diagnostic]:
    """Give all findings, those from reading and linking first, each with severity and fingerprint, unsorted.

    `always` are those of `before` that are told whatever rules are asked for. Those about what no source states are
    gaps, but for those in the files that are to be judged in `full`.
    """
    told = {id(finding) for finding in always}
    found = [(code, finding) for code, finding in before if settings.runs(code) or id(finding) in told]
    if register is not None:
        found += _found(register, settings, broken)
    marked = fingerprints(Diagnostic(code, settings.severity(RULES[code], item), item) for code, item in found)
    return [_with_gap(item, register, full) for item in marked] if register is not None else marked
