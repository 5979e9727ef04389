"""What is reckoned once for each register is the answer that reckoning anew gives, and goes with the register."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import DATE, fjordvik

from planlint.register import Register, gjelder, kortstatus, overskridelser, viten
from planlint.register.once_each import once_each
from planlint.system.system import open_system
from planlint.text import language

DAYS = ("2010-01-01", "2019-06-30", DATE, "2040-01-01")


def registers(root: Path) -> list[Register]:
    """Give Fjordvik on several days."""
    today = open_system(fjordvik(root), date.fromisoformat(DATE)).register
    assert today is not None
    return [today.at(date.fromisoformat(day)) for day in DAYS]


@pytest.mark.parametrize("question", [gjelder, overskridelser, viten])
def test_the_answer_is_the_one_that_is_reckoned_anew(tmp_path: Path, question: object) -> None:
    """On each day, however often it is asked: an answer of one day never comes out on another."""
    for register in registers(tmp_path) * 2:
        for plan in register.planer.values():
            anew = question.__wrapped__(register, plan)  # type: ignore[attr-defined] # as `wraps` keeps it
            assert question(register, plan) == anew  # type: ignore[operator] # as above


def test_each_language_has_its_own_answer(tmp_path: Path) -> None:
    """A status asked for in one language is never given in another."""
    spoken = [language(code) for code in ("nb", "nn", "en")]
    for register in registers(tmp_path):
        for plan in register.planer.values():
            told = [kortstatus(register, lang, plan) for lang in (*spoken, *spoken)]
            assert told == [kortstatus.__wrapped__(register, lang, plan) for lang in (*spoken, *spoken)]  # type: ignore[attr-defined] # as above


def test_it_is_reckoned_once_and_what_it_is_about_is_told_apart_by_identity(tmp_path: Path) -> None:
    """Two that look the same are two, and one that nobody else keeps is not taken for the next in its place."""
    register, asked = registers(tmp_path)[0], list[str]()

    @once_each
    def letter(register: Register, about: list[str]) -> str:  # noqa: ARG001 - a question's signature
        asked.append(about[0])
        return about[0]

    same = ["a"]
    assert [letter(register, same), letter(register, same)] == ["a", "a"]
    assert asked == ["a"]
    assert [letter(register, [name]) for name in "abcd"] == [*"abcd"]
    assert asked == [*"aabcd"]
