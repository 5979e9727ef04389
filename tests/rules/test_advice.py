"""What a finding says is to be done, is done: the finding goes away, and no error comes in its place.

Of each rule's bad examples, each part of the help that can be done to the letter in the file itself is tried: a field
with its value («status: erstattet»), an event that is to be added («hendelsen `opphevet`»).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from support.helpers import check

from planlint.base import Severity
from planlint.base.marked import parts_of
from planlint.check.report import Located, Report
from planlint.output.examples import BASE, lay_out
from planlint.output.words import words_of
from planlint.text import language

HERE = Path(__file__).parent
EXAMPLES = sorted(path for path in HERE.glob("PL*/bad-*") if path.is_dir() and not (path / BASE).is_dir())
FIELD = re.compile("\x01([a-zæøå_]+): ([^\x01\x02]+)\x02")
EVENT = re.compile("hendelsen \x01([a-zæøå_]+)\x02")
APART = re.compile(r"(?<=\S)(?:\. |; |,? eller |, (?=sett ))")
ELSEWHERE = re.compile(
    r"i den andre|i filen til|i planen som|i den nye|i plansystem\.yaml|på hendelsen|ved forankringen|i målene|opprett|"
    r"i en indikator|egen plan|i hver planfil|i budsjettet|i hendelsen|i beslutningen|på planstrategien|varslet|"
    r"planlagt|målet det ble|felt: verdi|innspillene|ved siden av|siste dag|hele dagen|i deres filer|den statusen|`hva"
)
"""Words of what is to be done in another file, or at a place inside this one."""
SAME = "la \x01status\x02 si det samme"
"""The status follows the event: what it is then, PL402 tells."""
EARLY = frozenset(("offentliggjort", "planprogram_fastsatt"))
"""Events that come before the others of a plan."""
INSIDE = frozenset(("hva", "valg", "utfall", "til", "planlagt"))
"""Fields that are not the file's own, but stand inside another."""
MADE_UP = re.compile(r"id-t|tallet|…|kildeid")
TRUE_ALL_THE_SAME = {
    ("PL620", "status: vedtatt"): "the plan is in force then, and past its period: somebody must decide",
    ("PL612", "revidert"): "what else it lacks is told one thing at a time",
    ("PL301", "forlenget"): "one that was on hold is so no longer, and PL402 tells what it is",
    ("PL412", "utkast: true"): "adopted goals that stand under one that never was, are told of too",
}
"""What leads to another error, since that is how things are then."""


def told(item: Located) -> str:
    """Give the help of a finding, what is code in it between two signs."""
    parts = parts_of(words_of(item, language("nb")).help)
    return "".join(f"\x01{text}\x02" if code else text for text, code in parts)


class Way(NamedTuple):
    """One way out: as it is told, fields with values, events, and whether the status is to say the same as these."""

    told: str
    fields: dict[str, Any]
    events: list[str]
    is_decided: bool
    is_followed: bool


def ways(item: Located) -> Iterator[Way]:
    """Yield each way out that can be followed to the letter."""
    for way in APART.split(told(item)):
        fields = {
            name: yaml.safe_load(value)
            for name, value in FIELD.findall(way)
            if not MADE_UP.search(value) and name not in INSIDE
        }
        events = EVENT.findall(way)
        if (fields or events) and not ELSEWHERE.search(way):
            shown = way.replace("\x01", "`").replace("\x02", "`")
            yield Way(shown, fields, events, "`organ`" in shown, SAME in way)


def follow(file: Path, way: Way, day: date) -> None:
    """Do it in a file."""
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    data |= way.fields
    there = data.get("hendelser", [])
    first = min((str(event["dato"]) for event in there), default=str(day))
    for event in way.events:
        made = {"hva": event, "dato": date(int(first[:4]) - 1, 1, 2) if event in EARLY else day}
        made |= {"organ": "kommunestyret", "sak": f"7/{day:%y}"} if way.is_decided else {}
        made |= {"til": day.replace(year=day.year + 4)} if event == "forlenget" else {}
        there = [made, *there] if event in EARLY else [*there, made]
    if there:
        data["hendelser"] = there
    file.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")


def as_the_events_say(file: Path, report: Report, day: date) -> None:
    """Let the status say what the events say, where it does not."""
    for item in report.findings:
        if item.diagnostic.code == "PL402" and file.as_posix().endswith(item.diagnostic.place.file):
            status = {"status": str(item.diagnostic.finding.args["riktig"])}
            follow(file, Way("", status, [], is_decided=False, is_followed=False), day)


def errors(report: Report) -> Counter[tuple[str, str]]:
    """Give the errors by rule and by what they are about."""
    found = [item.diagnostic for item in report.findings]
    return Counter((item.code, item.entity) for item in found if item.severity is Severity.FEIL)


def marks(report: Report) -> set[tuple[str, str]]:
    """Give what is found by its marks."""
    return {(item.diagnostic.code, item.diagnostic.fingerprint) for item in report.findings}


def tried(example: Path, root: Path) -> Iterator[tuple[str, set[tuple[str, str]], Counter[tuple[str, str]]]]:
    """Yield each way out of an example's findings, which of them is left, and the errors that have come."""
    day = lay_out(example, root)
    before = check(root, day)
    for item in before.findings:
        file = root / item.diagnostic.place.file
        for way in ways(item):
            text = file.read_text(encoding="utf-8")
            follow(file, way, day)
            after = check(root, day)
            if way.is_followed:
                as_the_events_say(file, after, day)
                after = check(root, day)
            file.write_text(text, encoding="utf-8")
            mark = {(item.diagnostic.code, item.diagnostic.fingerprint)}
            yield way.told, mark & marks(after), errors(after) - errors(before)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_is_told_to_be_done_helps(example: Path, tmp_path: Path) -> None:
    """The finding is gone when it is done, and no error has come of it."""
    code = example.parent.name
    for way, left, come in tried(example, tmp_path):
        if not any((code, part) in TRUE_ALL_THE_SAME for part in re.findall("`([^`]*)`", way)):
            assert (way, left, dict(come)) == (way, set(), {})


def test_ways_out_are_found(tmp_path: Path) -> None:
    """What can be done to the letter is read out of the help; what is told of another file is not."""
    day = lay_out(HERE / "PL507/bad-den-andre-er-vedtatt", tmp_path)
    found = [way for item in check(tmp_path, day).findings for way in ways(item)]
    assert ({"status": "opphevet"}, ["opphevet"], True) in [(way.fields, way.events, way.is_decided) for way in found]
    assert ({"status": "utgått"}, []) in [(way.fields, way.events) for way in found]
    assert not any("erstatter" in way.fields for way in found)
