"""Where CI=true no browser test is left out: what it needs is made or installed before the tests are run."""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType

import pytest
from support import chromium, firefox, runtime

CI = (Path(__file__).parents[2] / ".ci/run").read_text("utf-8").splitlines()
NEEDED = [(runtime, "needs_runtime"), (chromium, "needs_chromium"), (firefox, "needs_firefox")]


@pytest.mark.parametrize(("module", "mark"), NEEDED, ids=[name for _, name in NEEDED])
def test_what_is_missing_is_left_out_elsewhere_and_fails_in_ci(
    module: ModuleType, mark: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """On a machine without the runtime or a browser the tests are left out, but not when CI is set."""
    monkeypatch.setenv("PLANLINT_RUNTIME", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))
    for said, left_out in (("", True), ("true", False)):
        monkeypatch.setenv("CI", said)
        assert getattr(importlib.reload(module), mark).args == (left_out,)
    monkeypatch.undo()
    importlib.reload(module)


def test_ci_says_that_it_is_ci_and_makes_the_runtime_before_the_tests() -> None:
    """`.ci/run` sets CI for whoever runs it by hand too, and the runtime is there when the tests begin."""
    assert CI.index("export CI=true") < CI.index("make runtime") < CI.index("make test")
    assert "unset PYTHONDONTWRITEBYTECODE" in CI
