"""What the nightly check tells: one issue that holds what must be followed up, and is quiet when nothing is new.

The issue remembers, in a comment that nobody sees, the day it was last written and what it has told. Whoever closes it
has seen it: what it told is not told again until it has been mended and comes back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

from planlint.base import Severity
from planlint.output import neutral_markdown, uri, words_of
from planlint.text import SEVERITY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planlint.check import Located, Report
    from planlint.hosts.host import HostIssue, Issues
    from planlint.text import Language

LABEL = "planlint"
_STATE = re.compile(r"<!-- planlint-natt (\d{4}-\d\d-\d\d)((?: [0-9a-f]{12})*) -->")
_ROOM, _REMEMBERED = 45_000, 1_000
_LONGEST = 1_000
_LOOK_BACK = timedelta(days=7)
"""How far a missed night is made good; longer ago, other changes than the calendar's would look as if it were them."""


class NightIssue(NamedTuple):
    """Our newest issue: its number, whether it is open, the day it was last written, and what it has told."""

    number: int
    is_open: bool
    day: date
    told: frozenset[str]


class NightStep(NamedTuple):
    """Something to do with an issue: `open` it, `edit` it, `close` it with a last text, or `say` something on it."""

    what: Literal["open", "edit", "close", "say"]
    text: str
    number: int = 0
    title: str = ""


def read(listed: Iterable[HostIssue]) -> NightIssue | None:
    """Give the newest of our issues; those of others are left out, whatever they say."""
    found = []
    for item in listed:
        state = _STATE.match(item.text)
        if state and item.mine:
            told = frozenset(state[2].split())
            found.append(NightIssue(item.number, item.is_open, date.fromisoformat(state[1]), told))
    return max(found, default=None, key=lambda issue: issue.number)


def carry_out(steps: Iterable[NightStep], on: Issues) -> int:
    """Do what has to be done; give how many steps it took. Raises HostError."""
    done = list(steps)
    for step in done:
        if step.what == "open":
            on.open_issue(step.title, step.text, LABEL)
        elif step.what == "say":
            on.say(step.number, step.text)
        else:
            on.edit_issue(step.number, step.text, close=step.what == "close")
    return len(done)


def compared_with(issue: NightIssue | None, today: date) -> date:
    """Give the day whose findings are no news: the one before, or the last that was told, a week back at most."""
    yesterday = today - timedelta(days=1)
    return max(min(issue.day, yesterday), today - _LOOK_BACK) if issue else yesterday


@dataclass(frozen=True, slots=True)
class Night:
    """Tonight's findings, those of the day it is compared with, and how to write about them.

    `files` is the address of the plan system's folder in the repository, to which a path can be added.
    """

    report: Report
    before: frozenset[str]
    fail_on: Severity
    lang: Language
    files: str

    @property
    def _here(self) -> dict[str, Located]:
        return {item.diagnostic.fingerprint: item for item in self.report.findings}

    def _at_fault(self, item: Located) -> bool:
        return item.diagnostic.severity.rank <= self.fail_on.rank

    def news(self, told: frozenset[str]) -> set[str]:
        """Give what the calendar has brought, and what is at fault, and nobody has been told of."""
        worth = {
            mark
            for mark, item in self._here.items()
            if self._at_fault(item) or (item.diagnostic.severity is not Severity.INFO and mark not in self.before)
        }
        return worth - told

    def steps(self, issue: NightIssue | None) -> list[NightStep]:
        """Give what has to be done; nothing on a night like the one before."""
        told = issue.told if issue else frozenset()
        news, still = self.news(told), told & self._here.keys()
        if issue and issue.is_open:
            return self._open(issue, news, still)
        if news:
            at_fault = {mark for mark, item in self._here.items() if self._at_fault(item)}
            text = self._body(news, at_fault - news)
            title = self.lang.gettext("Plansystemet: noe er gått ut på dato eller må rettes")
            return [NightStep("open", text, title=title)]
        if issue and still != told:
            return [NightStep("edit", self._body(set(), still), issue.number)]
        return []

    def _open(self, issue: NightIssue, news: set[str], still: frozenset[str]) -> list[NightStep]:
        if not news and still == issue.told:
            return []
        text = self._body(news, still)
        if not news and not still:
            said = self.lang.gettext("Alt i denne saken er ordnet per {dato}, så den er lukket.")
            return [
                NightStep("say", said.format(dato=self._today), issue.number),
                NightStep("close", text, issue.number),
            ]
        steps = [NightStep("edit", text, issue.number)]
        if news:
            heading = self.lang.gettext("Nytt per {dato}:").format(dato=self._today)
            steps.append(NightStep("say", "\n".join([heading, "", *self._rows(news)]) + "\n", issue.number))
        return steps

    @property
    def _today(self) -> str:
        return self.lang.dato(self.report.date)

    def _body(self, news: set[str], still: Iterable[str]) -> str:
        """Give the issue's text, what is new first."""
        lang, rest = self.lang, set(still) - news
        marks = "".join(f" {mark}" for mark in sorted(news | rest)[:_REMEMBERED])
        rows = [f"<!-- planlint-natt {self.report.date.isoformat()}{marks} -->"]
        number = len(news | rest)
        count = lang.choose(
            "Dette må følges opp i plansystemet: {n} ting per {dato}.",
            "Dette må følges opp i plansystemet: {n} ting per {dato}.",
            number,
        ).format(n=lang.number(number), dato=self._today)
        rows += [count if number else lang.gettext("Alt er i orden."), ""]
        if news:
            rows += [f"## {lang.gettext('Nytt')}", "", *self._rows(news), ""]
        if rest:
            rows += [f"## {lang.gettext('Fra før')}", "", *self._rows(rest), ""]
        closing = lang.gettext(
            "Rett filene i et endringsforslag, eller godta funnene som kjente avvik med grunn. planlint ser etter hver "
            "natt, skriver om det kommer noe nytt, og lukker saken når alt er ordnet."
        )
        return "\n".join([*rows, closing]) + "\n"

    def _rows(self, marks: Iterable[str]) -> list[str]:
        """Give a row for each finding, errors first, as many as there is room for."""
        wanted = set(marks)
        items = [item for mark, item in self._here.items() if mark in wanted]
        rows: list[str] = []
        room = _ROOM // 2
        for item in sorted(items, key=lambda item: item.diagnostic.severity.rank):
            row = self._row(item)
            room -= len(row)
            if room < 0:
                return [*rows, self.lang.ngettext("- og {n} til", "- og {n} til", len(items) - len(rows))]
            rows.append(row)
        return rows

    def _row(self, item: Located) -> str:
        diagnostic, text = item.diagnostic, words_of(item, self.lang)
        severity = self.lang.render("{alvor:stor}", {"alvor": self.lang.gettext(SEVERITY[diagnostic.severity])})
        place = diagnostic.place.file
        where = f"[{neutral_markdown(place, _LONGEST)}]({self.files}/{uri(place)}#L{item.span.line})"
        advice = f"{self.lang.gettext('Slik retter du')}: {neutral_markdown(text.help, _LONGEST)}"
        return f"- **{severity}** {diagnostic.code} {where}: {neutral_markdown(text.message, _LONGEST)} {advice}"
