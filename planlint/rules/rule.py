"""What a rule is: its code, how serious it is, what it rests on, its texts, and one function that finds."""

from __future__ import annotations

import inspect
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

from planlint.base import (
    N_,
    Finding,
    Place,
    Related,
    RuleClass,
    Severity,
    Step,
    Titled,
)
from planlint.law import applies_on, bestemmelser

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from planlint.model import Enhet, Plan
    from planlint.register import Register

__all__ = [
    "DOUBT",
    "N_",
    "UNDOCUMENTED",
    "UNDOCUMENTED_TEXT",
    "FindingText",
    "Rule",
    "finding",
    "place",
    "related",
    "rule",
    "titled",
    "undocumented_finding",
]
Check = "Callable[..., Iterator[Finding]]"
DOUBT = N_(" (usikkert)")
"""What stands behind a time that the source is in doubt of."""
UNDOCUMENTED = "udokumentert"
"""The variant for what a duty may be met by: a plan whose status nobody has documented."""


@dataclass(frozen=True, slots=True)
class FindingText:
    """The words of a finding, in bokmål, with placeholders: what is wrong, the note at the caret, what to do."""

    melding: str
    hjelp: str
    merke: str = ""


UNDOCUMENTED_TEXT = {
    UNDOCUMENTED: FindingText(
        melding=("Det er ikke dokumentert om dette gjelder, og registeret viser ikke noe annet som oppfyller {lov}."),
        merke="statusen er ikke dokumentert",
        hjelp="finn ut hva planen er nå, skriv `status`, og legg vedtaket i `hendelser` hvis den er vedtatt.",
    )
}
"""The texts of that variant, for a rule's `varianter`."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the catalogue. `felt` are the keys it reads; where one of them is itself broken, the rule is silent.

    `asks` is what the finding says that a file lacks, by the variant of its text: where no source of the file states
    it, the engine makes the finding a gap. `whole` are the variants whose findings are about the plan system as a whole
    (that nothing meets a duty), and stand wherever they can best be mended: a change may move such a finding from one
    file to another without causing it. `av_fordi` is why the rule is off until a municipality turns it on; empty
    for one that is on.
    """

    code: str
    name: str
    severity: Severity
    klasse: RuleClass
    kilde: str
    krav: str
    hvorfor: str
    tekst: FindingText
    varianter: Mapping[str, FindingText] = field(default_factory=dict)
    felt: tuple[str, ...] = ()
    asks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    whole: tuple[str, ...] = ()
    lov: tuple[str, ...] = ()
    siden: str = "0.1.0"
    av_fordi: str = ""
    check: Any = None

    @property
    def options(self) -> dict[str, Any]:
        """The rule's own thresholds with their defaults: the keyword-only arguments of its function."""
        if self.check is None:
            return {}
        parameters = inspect.signature(self.check).parameters.values()
        return {par.name: par.default for par in parameters if par.kind is par.KEYWORD_ONLY}

    @property
    def reads(self) -> frozenset[str]:
        """The keys that the finding rests on: what a plan's status is worth today rests on its period too."""
        return frozenset((*self.felt, "periode") if "status" in self.felt else self.felt)

    def text(self, variant: str) -> FindingText:
        """Give the texts of a variant; the rule's main ones where it has no such variant."""
        return self.varianter.get(variant, self.tekst)

    def laws(self, finding: Finding) -> tuple[str, ...]:
        """Give the provisions that a finding rests on."""
        return finding.lov or self.lov

    def asked(self, finding: Finding) -> tuple[str, ...]:
        """Give what a finding says that the file lacks; nothing where it says something else, too."""
        return finding.asks or self.asks.get(finding.variant, ())

    def judged(self, finding: Finding, today: date) -> Finding:
        """Give a finding with the day whose law it is judged by: the rule's own word for it, else today."""
        return finding if finding.lovdag or not self.laws(finding) else replace(finding, lovdag=today)

    def applies(self, day: date) -> bool:
        """Tell whether the rule has anything to say on a day: a rule of law only where a provision of it applied."""
        return not self.lov or applies_on(self.lov, day)

    def run(self, register: Register, options: Mapping[str, Any]) -> Iterator[Finding]:
        """Yield the findings in a register; a rule that the reader itself reports yields none here."""
        if self.check is not None:
            yield from self.check(register, **options)


def rule(code: str, name: str, severity: Severity, klasse: RuleClass, **facts: Any) -> Callable[[Any], Rule]:
    """Make a rule of the function that finds. Takes the fields of Rule; gives a decorator."""

    def decorate(check: Any) -> Rule:
        return Rule(code=code, name=name, severity=severity, klasse=klasse, check=check, **facts)

    return decorate


def place(entity: Enhet, *path: Step, part: Literal["value", "key"] = "value") -> Place:
    """Give a place in an entity's file, by the YAML keys and list positions that lead to it."""
    return Place(entity.file, path, part)


def titled(entity: Enhet) -> Titled:
    """Give an entity as a reader knows it: its title, with the id; in code the id alone."""
    return Titled(entity.id, entity.tittel)


def related(entity: Enhet, *path: Step, note: str, **args: object) -> Related:
    """Give another place that belongs to a finding, with a note (marked with N_)."""
    return Related(place(entity, *path), note, args)


def undocumented_finding(plan: Plan, lov: tuple[str, ...], /, **args: object) -> Finding:
    """Give the finding that only a plan without a documented status may meet a duty: a warning, at its title."""
    told = {"lov": bestemmelser()[lov[0]].navn, **args}
    where, severity = place(plan, "tittel"), Severity.ADVARSEL
    return Finding(plan.entity, where, told, variant=UNDOCUMENTED, severity=severity, lov=lov)


def finding(  # noqa: PLR0913 - a finding has this many sides
    entity: Enhet,
    *path: Step,
    variant: str = "",
    part: Literal["value", "key"] = "value",
    related: tuple[Related, ...] = (),
    severity: Severity | None = None,
    key: str = "",
    lov: tuple[str, ...] = (),
    lovdag: date | None = None,
    asks: tuple[str, ...] = (),
    **args: object,
) -> Finding:
    """Make a finding about an entity, at the YAML keys that lead to the place; other arguments are for its texts."""
    where = place(entity, *path, part=part)
    return Finding(entity.entity, where, args, related, variant, severity, key, lov, lovdag, asks)
