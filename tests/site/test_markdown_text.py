"""Descriptions as HTML: an address becomes a link, however it is written, and nobody looks where there can be none."""

from __future__ import annotations

import re
from unittest.mock import patch

import pytest
from hypothesis import given, strategies as st

from planlint.site import markdown_text
from planlint.site.markdown_text import markdown

ADDRESSES = (
    "Se www.baerum.kommune.no.", "https://example.com/a", "post@example.com", "//example.com", "example.com",
    "example&#46;com", "post&commat;example.com", "example&period;no/a", "eksempel.øå.no", "1.2.3.4", "mailto:a@b.no",
    "http&colon;//example.com", "a\\.no", "**example**.no", "xn--bcher-kva.example", "😀.no", "[a](example.com)",
)  # fmt: skip
PIECES = (
    "example",
    ".",
    "no",
    "com",
    "@",
    ":",
    "/",
    "&#46;",
    "&#x2e;",
    " ",
    "\n",
    "*",
    "\\",
    "ø",
    "www",
    "1",
    "a",
    "!",
    "|",
)


def looked_for(text: str) -> str:
    """Give the HTML where addresses are looked for in every text."""
    with patch.object(markdown_text, "_ADDRESS", re.compile("")):
        return markdown(text)


@pytest.mark.parametrize("text", ADDRESSES)
def test_an_address_is_found_however_it_is_written(text: str) -> None:
    """Addresses without a scheme, in other letters, and with their signs written as numbers or names."""
    assert markdown(text) == looked_for(text)


def test_a_text_with_an_address_has_a_link_and_one_without_has_none() -> None:
    """What the others are held against does find addresses."""
    assert 'href="http://example.com"' in markdown("Se example.com")
    assert "href" not in markdown("Hele kommunen. Ingen adresse!")


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | st.text(max_size=40))
def test_no_text_has_a_link_that_is_not_looked_for(text: str) -> None:
    """Any text gives the same HTML as where addresses are always looked for."""
    assert markdown(text) == looked_for(text)


def test_every_text_is_washed() -> None:
    """One washer serves every text, and is as strict with the second."""
    for _ in range(2):
        html = markdown("[a](javascript:alert(1)) <script>x</script> ![b](c.png) [d](https://example.com)")
        assert "<script" not in html
        assert "<img" not in html
        assert 'href="javascript' not in html
        assert html.count("<a ") == 1
