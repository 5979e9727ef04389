"""The pins of the runtime move together, or not at all."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "tools/runtime"))
import lock

NEW = {"pyodide": "315.0.0", "integrity": "sha512-x", "python": "3.15", "platform": "pyemscripten_2027_0_wasm32"}


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Lay the pins in a file of their own, with a newer Pyodide to be had."""
    file = tmp_path / "pins.json"
    file.write_bytes(lock.PINS.read_bytes())
    monkeypatch.setattr(lock, "PINS", file)
    monkeypatch.setattr(lock, "newest", lambda: dict(NEW))
    monkeypatch.setattr(lock, "pins", lambda: json.loads(file.read_text("utf-8")))
    monkeypatch.setattr(sys, "argv", ["lock.py"])
    return file


def test_all_pins_move_where_there_are_libraries(
    kept: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Version, hash, Python and platform are those of the newest, and the move is told."""
    monkeypatch.setattr(lock, "libraries", lambda into: into)
    assert lock.main() == 0
    assert json.loads(kept.read_text("utf-8")) == NEW
    assert "→ 315.0.0" in capsys.readouterr().out


def test_no_pin_moves_where_a_library_is_missing(
    kept: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a pydantic-core for the new platform the file is as it was, byte for byte."""
    before = kept.read_bytes()

    def none(into: Path) -> Path:
        raise subprocess.CalledProcessError(1, ["pip", str(into)])

    monkeypatch.setattr(lock, "libraries", none)
    assert lock.main() == 0
    assert kept.read_bytes() == before
    assert "lacks libraries" in capsys.readouterr().out


def test_a_check_moves_nothing(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--check` says no where a pin would move, and writes nothing."""
    before = kept.read_bytes()
    monkeypatch.setattr(sys, "argv", ["lock.py", "--check"])
    assert lock.main() == 1
    assert kept.read_bytes() == before
