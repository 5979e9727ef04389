"""Text that is too long is cut between words, by one function: nobody reads half a word."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given, strategies as st

from planlint.base import shortened

ROOT = Path(__file__).parents[2]
LONG = "Langsiktig driftsanalyse og investeringsplan 2019–2038 (LDIP), med vedlegg"


def test_it_ends_with_a_whole_word() -> None:
    """What is left is whole words, with nothing hanging after the last of them; what fits is left as it is."""
    assert shortened(LONG, 60) == "Langsiktig driftsanalyse og investeringsplan 2019–2038 …"
    assert shortened("Omsorgsboliger, velferdsboliger og mer", 17) == "Omsorgsboliger …"
    assert shortened(LONG, len(LONG)) == LONG
    assert shortened("Plan for «Sandvika» og mer", 18) == "Plan for …"


def test_a_word_that_is_too_long_is_cut() -> None:
    """An address or a path has no blank to be cut at; room for one sign or none is kept too."""
    assert shortened("https://kommune.example/plan/12345", 20) == "https://kommune.exa…"
    assert [shortened("ord", number) for number in (0, 1, 2)] == ["", "…", "o…"]


@given(st.text("ab ,«»\n", max_size=60), st.integers(0, 40))
def test_it_is_never_longer_and_loses_no_beginning(text: str, limit: int) -> None:
    """It is within the limit, begins as the text does, and says with an ellipsis that there was more."""
    short = shortened(text, limit)
    assert len(short) <= max(limit, 0)
    assert short == text or limit == 0 or short.endswith("…")
    assert text.startswith(short.removesuffix("…").rstrip())


def test_nobody_else_cuts_a_text() -> None:
    """No other place in the code puts an ellipsis after as much of a text as there is room for."""
    own = re.compile(r"\[: ?\w+(?: - \d+)?\]\}?(?:…| …|\" ?\+ ?\"…)")
    files = sorted((ROOT / "planlint").rglob("*.py"))
    assert [file.name for file in files if own.search(file.read_text(encoding="utf-8"))] == []
