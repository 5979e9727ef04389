"""PL111 and what is said twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.helpers import found

INDIKATOR = "tittel: {tittel}\nenhet: {enhet}\nmål: [gode-liv]\n"


@pytest.mark.parametrize(
    ("tittel", "enhet", "number"),
    [
        ("Støy", "prosent", 0),
        ("Støy støy", "prosent", 0),
        ("Støy ved vei", "prosent prosent", 1),
        ("Støy ved Støy ved", "prosent", 1),
        ("Støy  ved Støy ved", "kg kg", 2),
        ("Vei vei vei", "kg", 0),
    ],
)
def test_all_of_it_twice(tmp_path: Path, tittel: str, enhet: str, number: int) -> None:
    """Letter by letter, and whatever blanks stand between; each field has its own finding."""
    files = {"indikatorer/i.yaml": INDIKATOR.format(tittel=tittel, enhet=enhet)}
    assert len(found(tmp_path, "PL111", files)) == number
