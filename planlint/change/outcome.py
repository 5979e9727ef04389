"""Two checks of a plan system compared, finding by finding: what is new, what is gone, what has got another name."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from planlint.base import fingerprints
from planlint.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from planlint.base import Diagnostic, Severity
    from planlint.change.renames import Renames

    _Subject = tuple[str, tuple[str, ...]]

# Findings about known ones and about suppressions follow from the others, and are counted beside them.
RUN_OUT, STALE, SOON = "PL902", "PL905", "PL906"
IDLE = frozenset(("PL903", STALE, SOON))
HOUSEKEEPING = IDLE | {RUN_OUT}
UNKNOWN_ID = "PL102"


class Hidden(NamedTuple):
    """A finding that a change hides, as serious as it would have been, and how.

    It is `accepted` in the change, with a reason; `before` it, though it was not there; `unasked`: less is demanded;
    or `milder`: it is told still, as less serious (`now`).
    """

    diagnostic: Diagnostic
    how: Literal["accepted", "before", "unasked", "milder"]
    now: Severity | None = None

    @property
    def is_accepted(self) -> bool:
        """Whether somebody has given a reason for it."""
        return self.how in {"accepted", "before"}


@dataclass(frozen=True, slots=True)
class OutcomeChange:
    """What changes from one check to another.

    `covered` counts new findings that an avvik or a suppression already answers for; `idle` counts the avvik and
    suppressions that have nothing left to answer for, but for the `mended`: known findings that the change mends.
    `gaps` counts what has become a gap, a finding before or not, and `gaps_touched` those of them that stand in the
    files of the change; `held` are the findings that were there before and that a fault now keeps the rules from
    judging, `held_known` those that were accepted. `hidden` are those that the change accepts, or no longer asks for.
    """

    new: tuple[Diagnostic, ...] = ()
    gone: tuple[Diagnostic, ...] = ()
    covered: int = 0
    idle: int = 0
    mended: int = 0
    gaps: int = 0
    gaps_touched: int = 0
    held: tuple[Diagnostic, ...] = ()
    held_known: tuple[Diagnostic, ...] = ()
    hidden: tuple[Hidden, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything changes."""
        return self != OutcomeChange()


def firing(diagnostics: Iterable[Diagnostic], beside: frozenset[str] = HOUSEKEEPING) -> dict[str, Diagnostic]:
    """Give the findings that nothing covers, by fingerprint, but for those of the rules `beside`."""
    return {item.fingerprint: item for item in diagnostics if item.status == "new" and item.code not in beside}


def _gaps(diagnostics: Iterable[Diagnostic]) -> set[str]:
    return {item.fingerprint for item in diagnostics if item.status == "gap"}


def _sorted(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort as a reader asks: the worst first, then by rule and by what it is about."""
    return tuple(sorted(diagnostics, key=lambda item: (item.severity.rank, item.code, item.entity, item.fingerprint)))


def _minus(one: dict[str, Diagnostic], other: Iterable[str]) -> Iterator[Diagnostic]:
    known = set(other)
    return (item for mark, item in one.items() if mark not in known)


def compare(before: Iterable[Diagnostic], after: Iterable[Diagnostic]) -> OutcomeChange:
    """Compare two checks by fingerprint. What has become a gap, or is accepted, is no longer found, and not mended."""
    after = list(after)
    before = with_new_places(before, after)
    old, new = firing(before), firing(after)
    gaps, known = _gaps(after), _gaps(before)
    accepted = {item.fingerprint for item in after if item.status in {"known", "suppressed"}}
    after = [item for item in after if item.status != "gap"]
    marks = {item.fingerprint for item in before}
    others = [item for item in after if item.fingerprint not in marks and item.fingerprint not in new]
    return OutcomeChange(
        new=_sorted(_minus(new, old)),
        gone=_sorted(_minus(old, {*new, *gaps, *accepted})),
        covered=sum(item.status != "new" for item in others),
        idle=sum(item.status == "new" and item.code != SOON for item in others),
        gaps=len(gaps - known),
    )


def with_new_ids(diagnostics: Iterable[Diagnostic], found: Renames) -> list[Diagnostic]:
    """Give findings as they would be called with the new ids: a renamed file brings no new finding."""
    if not found:
        return list(diagnostics)
    entities = {f"{kind}/{old}": f"{kind}/{new}" for (kind, old), new in found.new.items()}
    ids = {old: new for (_, old), new in found.new.items()}
    word = re.compile(rf"(?<![a-z0-9-])(?:{'|'.join(map(re.escape, sorted(ids)))})(?![a-z0-9-])")

    def moved(item: Diagnostic) -> Diagnostic:
        finding = item.finding
        key = word.sub(lambda match: ids[match[0]], finding.key)
        entity = entities.get(finding.entity, finding.entity)
        steps = tuple(ids.get(step, step) if isinstance(step, str) else step for step in finding.place.path)
        place = replace(finding.place, path=steps)
        return replace(item, finding=replace(finding, entity=entity, key=key, place=place))

    return fingerprints(moved(item) for item in diagnostics)


def with_new_places(before: Iterable[Diagnostic], after: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Give findings before a change as they stand after it: one about the whole plan system may only have moved.

    That no plan meets a duty of law stands at the plan that may meet it, if there is one, else in plansystem.yaml. What
    it is about is its provision. Each finding is paired with one at most, with the same key where several have one.
    """
    before, after = list(before), list(after)
    there, here = ({item.fingerprint for item in found} for found in (before, after))
    left: dict[_Subject, list[Diagnostic]] = defaultdict(list)
    for item in after:
        if item.fingerprint not in there and item.status != "gap" and (subject := _subject(item)):
            left[subject].append(item)
    return [item if item.fingerprint in here else _moved(item, left) for item in before]


def _moved(item: Diagnostic, left: Mapping[_Subject, list[Diagnostic]]) -> Diagnostic:
    """Give a finding at the place of the one of those `left` that is about the same, which is then taken."""
    subject = _subject(item)
    same = left.get(subject, []) if subject and item.status != "gap" else []
    now = min(same, key=lambda one: one.finding.key != item.finding.key, default=None)
    if now is None:
        return item
    same.remove(now)
    return replace(item, finding=now.finding, fingerprint=now.fingerprint)


def _subject(item: Diagnostic) -> _Subject | None:
    """Give what a finding about the plan system as a whole is about: its rule and its provision; None of others."""
    rule = RULES.get(item.code)
    if rule is None or item.finding.variant not in rule.whole:
        return None
    return item.code, rule.laws(item.finding)[:1]
