"""What a reader is asked to type is read by the shell as the text that it is."""

from __future__ import annotations

import shlex

import pytest
from hypothesis import example, given, strategies as st

from planlint.base import argument, typed_option

TEXTS = (
    "Kulturplan",
    "Plan for vann",
    "Plan $(touch lest)",
    "`touch lest`",
    'Plan "x"',
    "Bø's plan!",
    "a\\b c",
    "a\\b",
    "C:\\planer\\",
    "\\",
    "æøå – 2030",
)


@pytest.mark.parametrize("text", TEXTS)
def test_an_argument_is_read_as_it_was(text: str) -> None:
    """Whatever stands in it, the shell gives the same text back."""
    assert shlex.split(argument(text)) == [text]
    assert shlex.split(typed_option("--row", text)) == ["--row", text]


@example("\\")
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_any_text_is_read_as_it_was(text: str) -> None:
    """Also where nobody has thought of it; between double marks there is nothing that a shell reads."""
    told = argument(text)
    assert shlex.split(told) == [text]
    assert not (told.startswith('"') and set(told[1:-1]) & set('$`"!'))
