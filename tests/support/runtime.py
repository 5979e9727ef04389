"""The runtime of the site's form, for tests: where `make runtime` leaves it, and why a test is left out without it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

_FOLDER = Path(os.environ.get("PLANLINT_RUNTIME") or Path(__file__).parents[2] / "build/runtime")
RUNTIME = _FOLDER / "planlint_redigering"
IS_THERE = (RUNTIME / "runtime.json").is_file()
needs_runtime = pytest.mark.skipif(
    not IS_THERE and not os.environ.get("CI"), reason="no runtime: `make runtime` makes it (in CI it must be there)"
)
