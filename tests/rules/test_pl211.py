"""PL211: which differences between a quotation and a goal are other words, and which are not."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.helpers import PLAN, write
from support.rule_cases import found

GOAL = """\
tittel: "{tittel}"
{kort}type: delmål
plan: samfunnsdel-2020
overordnet: gode-liv
kilder: [{{kilde: plandokument}}]
"""


def drifts(root: Path, tittel: str, sitat: str, kort: str = "") -> bool:
    """Tell whether the rule speaks of a plan that quotes a goal."""
    write(root, "maal/et.yaml", GOAL.format(tittel=tittel, kort=f"kortnavn: {kort}\n" if kort else ""))
    write(root, "planer/a.yaml", PLAN.replace("[trygg-oppvekst]", f'[{{mål: et, sitat: "{sitat}"}}]'))
    return bool(found(root, "PL211"))


@pytest.mark.parametrize(
    ("tittel", "sitat"),
    [
        ("Utdanning, jobb eller annen aktivitet.", "Utdanning, jobb, eller annen aktivitet"),
        ("Hjelp: Kommunen bidrar.", "Hjelp – Kommunen bidrar"),
        ("By- og stedsutvikling", "by og stedsutvikling."),
        ("Vi kutter 60 % innen 2035!", "Vi kutter 60 % innen 2035"),
        ("Planen gjelder 2024–2028", "«Planen gjelder 2024-2028»"),
    ],
)
def test_punctuation_and_capitals_are_no_words(root: Path, tittel: str, sitat: str) -> None:
    """The same words with other marks between them, or within another sentence, are the same words."""
    assert not drifts(root, tittel, sitat)


@pytest.mark.parametrize(
    ("tittel", "sitat"),
    [
        ("Lier sin identitet", "Liers identitet"),
        ("Kutt på 1,5 grader", "Kutt på 15 grader"),
        ("Endring på -10 prosent", "Endring på 10 prosent"),
        ("Kutt på 60 %", "Kutt på 60"),
        ("Liunger som trenger hjelp", "alle liunger som trenger hjelp"),
    ],
)
def test_other_words_and_numbers_are_told(root: Path, tittel: str, sitat: str) -> None:
    """A word more, another form, and another number are other words, whatever the marks."""
    assert drifts(root, tittel, sitat)


@pytest.mark.parametrize(
    ("sitat", "told"),
    [("Alle skal med.", False), ("Gode dager", False), ("Gode dager – alle skal med", False), ("Alle dager", True)],
)
def test_a_goal_is_quoted_by_its_sentence_its_short_name_or_both(root: Path, sitat: str, told: bool) -> None:
    """All three are the goal's own words."""
    assert drifts(root, "Alle skal med", sitat, "Gode dager") is told


def test_a_quotation_of_a_goal_that_cannot_be_read_is_left_alone(root: Path) -> None:
    """Beside one that can: nobody knows what the other says."""
    write(root, "maal/et.yaml", "tittel: [")
    indikator = (
        "tittel: Unge\nenhet: antall\nmål: [trygg-oppvekst]\nsitat: {et: Noe annet, trygg-oppvekst: Noe annet}\n"
    )
    write(root, "indikatorer/a.yaml", indikator)
    assert len(found(root, "PL211")) == 1
