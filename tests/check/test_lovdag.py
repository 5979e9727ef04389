"""Whatever a rule of law finds, and on whatever day, its law line tells how the wording of the judged day was read."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from planlint.base import Finding, Place, RuleClass
from planlint.check.request import Request
from planlint.check.run import report_of
from planlint.law import bestemmelser
from planlint.output.examples import lay_out
from planlint.output.law_words import read_where, with_hjemmel
from planlint.output.words import laws
from planlint.rules.all_rules import RULES
from planlint.rules.rule import Rule
from planlint.system.system import open_system
from planlint.text import language

EXAMPLES = Path(__file__).parents[1] / "rules"
LOV = [rule for rule in RULES.values() if rule.klasse is RuleClass.LOV and rule.lov]
BAD = [min((EXAMPLES / rule.code).glob("bad*")) for rule in LOV]


def _days(ids: tuple[str, ...]) -> list[date]:
    """Give the first and the last day of every wording, and the days beside them."""
    ends = {day for id_ in ids for one in bestemmelser()[id_].ordlyder for day in (one.fra, one.til) if day}
    return sorted({day + timedelta(days=near) for day in ends for near in (-1, 0, 1)})


@pytest.mark.parametrize("rule", LOV, ids=lambda rule: rule.code)
def test_every_provision_on_every_day(rule: Rule) -> None:
    """The line is that of the wording of the day, for each provision that a rule rests on, as its wordings change."""
    nb = language("nb")
    for id_ in rule.lov:
        provision = bestemmelser()[id_]
        for day in _days((id_,)):
            finding = rule.judged(Finding("plan/x", Place("x.yaml"), lov=(id_,)), day)
            wording = provision.wording_on(day) or provision.newest
            assert finding.lovdag == day
            assert with_hjemmel(provision, finding.lovdag, nb) == f"{provision.navn} ({read_where(wording, nb)})"


@pytest.mark.parametrize("example", BAD, ids=lambda path: path.parent.name)
def test_what_a_check_finds(example: Path, tmp_path: Path) -> None:
    """Every finding of a rule of law carries its day, and no line claims an edition that the day's wording lacks."""
    nb, laid = language("nb"), lay_out(example, tmp_path)
    for day in {laid, *_days(RULES[example.parent.name].lov)}:
        for item in report_of(open_system(tmp_path, day), Request(day)).findings:
            finding, rule = item.diagnostic.finding, RULES[item.diagnostic.code]
            if not rule.laws(finding):
                continue
            assert finding.lovdag
            for id_, line in zip(rule.laws(finding), laws(item, nb), strict=True):
                wording = bestemmelser()[id_].wording_on(finding.lovdag)
                assert ("lest i utgaven" in line) == (wording is None or wording.sikkerhet == "A"), (rule.code, day)
