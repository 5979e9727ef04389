"""PL705 and all targets of the United Nations, in every way they are miswritten."""

from __future__ import annotations

from pathlib import Path

from support.helpers import PLAN, fjordvik, write
from support.oppfoelging_cases import found

from planlint.model.baerekraftsmaal import DELMAAL


def test_the_united_nations_have_169_targets() -> None:
    """The list is whole: 17 goals and 169 targets, 43 of them with letters."""
    assert [len(targets) for targets in DELMAAL.values()] == [
        7,
        8,
        13,
        10,
        9,
        8,
        5,
        12,
        8,
        10,
        10,
        11,
        5,
        10,
        12,
        12,
        19,
    ]
    assert sum(len(targets) for targets in DELMAAL.values()) == 169
    assert sum(target.isalpha() for targets in DELMAAL.values() for target in targets) == 43


def test_targets_are_written_as_the_united_nations_write_them(tmp_path: Path) -> None:
    """Zeros in front, capital letters and a dot without a target are no targets."""
    for value in ("0", "13.01", "13.A", "13.", "13.2.1", "tretten"):
        write(fjordvik(tmp_path), "planer/klima.yaml", PLAN + f'bærekraftsmål: ["{value}"]\n')
        assert len(found(tmp_path, "PL705")) == 1, value
