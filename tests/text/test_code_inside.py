"""Code stays code in a sentence that fills another, and in a list; one of several is chosen with «eller»."""

from __future__ import annotations

import pytest

from planlint.base import Marked, Message, Named, as_markdown
from planlint.text import language

INNER = Message.of_text("skriv `status: avlyst` eller `status: utsatt`")
TOLD = "skriv `status: avlyst` eller `status: utsatt`"


@pytest.mark.parametrize(
    ("text", "args", "told"),
    [
        ("Gjør dette: {hva}.", {"hva": INNER}, f"Gjør dette: {TOLD}."),
        ("{hva:stor}.", {"hva": INNER}, f"S{TOLD[1:]}."),
        ("Gjør dette: {hva}.", {"hva": [INNER, Message.of_text("vent")]}, f"Gjør dette: {TOLD} og vent."),
        ("Rett `{felt}`: {hva}.", {"felt": "status", "hva": INNER}, f"Rett `status`: {TOLD}."),
        ("Gjør dette: {hva}.", {"hva": Message.of_text("{mer}", mer=INNER)}, f"Gjør dette: {TOLD}."),
    ],
)
def test_code_in_what_fills_a_text_is_code_there(text: str, args: dict[str, object], told: str) -> None:
    """Backticks in a comment; quotation marks where nothing knows of code."""
    said = language("nb").render(text, args)
    assert isinstance(said, Marked)
    assert as_markdown(said) == told
    assert "`" not in said
    assert "«status: avlyst»" in said


@pytest.mark.parametrize(
    ("code", "told"),
    [("nb", "Miljø (m), Skole (s) eller Helse (h)"), ("en", "Miljø (m), Skole (s) or Helse (h)")],
)
def test_one_is_chosen_of_a_list(code: str, told: str) -> None:
    """Not «og», of what nobody is to choose all of; what is no list is told as it is."""
    lang = language(code)
    assert lang.format("{hva:eller}", hva=[Named("m", "Miljø"), Named("s", "Skole"), Named("h", "Helse")]) == told
    assert lang.format("{hva:eller}", hva="alt") == "alt"
