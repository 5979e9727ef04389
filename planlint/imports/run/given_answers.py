"""The user's answers in one import, laid over those of the table's last edition."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from planlint.base import N_
from planlint.imports.match import ChoiceError, Choices
from planlint.imports.run.line_questions import SAME
from planlint.imports.run.memory import ANSWERS
from planlint.imports.table.answers import SHORT, UserAnswers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planlint.imports.run.import_order import ImportOrder


@dataclass
class GivenAnswers:
    """The answers by what they are about; `is_all_alike`: rows that are alike in two tables are all said to be one."""

    valg: Choices
    is_all_alike: bool
    types: UserAnswers
    columns: UserAnswers
    groups: UserAnswers
    rows: UserAnswers
    decisions: UserAnswers
    gone: UserAnswers

    @classmethod
    def of(cls, ask: ImportOrder, kept: Mapping[str, Mapping[str, str]]) -> GivenAnswers:
        """Lay what is asked for over what is kept. Raises ChoiceError for an answer for all that no row can have."""
        is_all_alike, choice = _without_all(ask.valg)
        match, new, skip = (kept.get(name, {}) for name in ("match", "new", "skip"))
        valg = replace(
            choice,
            match={**match, **choice.match},
            new=choice.new | {*new},
            skip=choice.skip | {*skip},
            remembered=frozenset(match) | {*new} | {*skip},
        )
        return cls(
            valg, is_all_alike, UserAnswers(ask.typer, kept.get("type")), UserAnswers(ask.columns, kept.get("column")),
            UserAnswers(ask.groups, kept.get("group")), UserAnswers(ask.rows, kept.get("row"), SHORT),
            UserAnswers(ask.decisions, kept.get("decision")), UserAnswers(ask.gone),
        )  # fmt: skip

    def match_also(self, same: Mapping[str, str]) -> None:
        """Add titles that are about the plan of an id."""
        self.valg = replace(self.valg, match={**self.valg.match, **same})

    def kept(self) -> dict[str, dict[str, str]]:
        """Give what is to be remembered, by option."""
        answers = {
            "type": self.types.words, "column": self.columns.words, "group": self.groups.words, "row": self.rows.words,
            "decision": self.decisions.words, "match": dict(self.valg.match),
            "new": dict.fromkeys(sorted(self.valg.new), "ja"), "skip": dict.fromkeys(sorted(self.valg.skip), "ja"),
        }  # fmt: skip
        return {name: answers[name] for name in ANSWERS if answers[name]}


def _without_all(choice: Choices) -> tuple[bool, Choices]:
    """Give whether all rows that are alike in two tables are said to be one plan, and the other choices.

    Raises ChoiceError for another answer for all: no plan is what every title is about.
    """
    told = choice.match.get("*", "")
    if told and told != SAME:
        raise ChoiceError(
            N_("--match «*»: svaret for alle er «{ord}»: rader som ligner hverandre, er samme plan."), ord=SAME
        )
    return bool(told), replace(choice, match={title: id_ for title, id_ in choice.match.items() if title != "*"})
