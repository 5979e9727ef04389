"""PL803 and every fault of an address, wherever one can be written."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.helpers import fjordvik
from support.oppfoelging_cases import change, found

from planlint.rules.pl803_ugyldig_lenke import fault_variant


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("https://fjordvik.example", None),
        ("HTTPS://fjordvik.example:443/a?b=%20#c", None),
        ("http://fjordvik.example", "http"),
        ("ftp://fjordvik.example", ""),
        ("fjordvik.example", ""),
        ("https:/fjordvik.example", ""),
        ("https://", "ugyldig"),
        ("https://fjordvik", "ugyldig"),
        ("https://fjordvik..example", "ugyldig"),
        ("https://fjordvik.example:http", "ugyldig"),
        ("https://[fjordvik.example", "ugyldig"),
        ("https://fjordvik.example/a b", "ugyldig"),
        ("https://fjordvik.example/\u200b", "ugyldig"),
    ],
)
def test_what_an_address_is(url: str, fault: str | None) -> None:
    """An address has https, a host with a dot, and nothing that a browser would not take."""
    assert fault_variant(url) == fault


def test_addresses_in_plansystem_yaml_are_links_too(tmp_path: Path) -> None:
    """Sources and the municipality's own provisions can have an address."""
    change(
        fjordvik(tmp_path),
        "kilder:\n",
        "bestemmelser: {brann-9: {navn: brannvernloven § 9, lenke: lovdata.no}}\nkilder:\n",
    )
    change(tmp_path, "{tittel: Plandokumentet}", '{tittel: Plandokumentet, url: "http://fjordvik.example"}')
    assert found(tmp_path, "PL803") == [("plansystem.yaml", ""), ("plansystem.yaml", "http")]
