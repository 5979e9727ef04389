"""What the fuzzers in tools/fuzz/ begin with and what they have found: each does no harm, on every run."""

from __future__ import annotations

import signal
import sys
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings, strategies as st

HERE = Path(__file__).parents[1]
sys.path.insert(0, str(HERE.parent / "tools" / "fuzz"))
pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGALRM"), reason="nothing else ends what hangs")
TARGETS = ("reader", "document", "forms", "imports", "diff")
FINDS = sorted(path for path in (HERE / "data" / "fuzz").glob("*/*") if path.is_file())
SECONDS = 20


def within(seconds: int, target: str, data: bytes) -> None:
    """Try an input; one that hangs fails, and shows where."""

    def late(*_: object) -> None:
        message = f"still at it after {seconds} seconds"
        raise TimeoutError(message)

    was = signal.signal(signal.SIGALRM, late)
    signal.alarm(seconds)
    try:
        import_module(target).try_one(data)
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, was)


@pytest.mark.parametrize("find", FINDS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_was_found_once_does_no_harm(find: Path) -> None:
    """Every input that a fuzzer stopped at gives an answer now, and in time."""
    within(SECONDS, find.parent.name, find.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_what_the_fuzzers_begin_with(name: str) -> None:
    """Each fuzzer has seeds, and they get through: what it tries is the real thing."""
    seeds = list(import_module(name).seeds())
    assert len(seeds) > 3
    for seed in seeds:
        within(SECONDS, name, seed)


def test_no_find_without_a_fuzzer() -> None:
    """A find in a folder that no fuzzer has would never be tried."""
    assert {path.parent.name for path in FINDS} <= set(TARGETS)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=300))
@example(b"\x00tittel: \xc0\xaf\n")
@example(b"\x00\xed\xa0\x80: 1\n")
@example(b"\x03? {a: [}")
def test_any_bytes_at_all(data: bytes) -> None:
    """What nobody thought of: any bytes as a file of the plan system give a report."""
    within(SECONDS, "reader", data)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 6), st.lists(st.text(max_size=40), max_size=10))
def test_any_answers_to_a_form(form: int, answers: list[str]) -> None:
    """Whatever somebody writes in a form, it becomes a proposal or a sentence."""
    text = "\0".join(answers)
    within(SECONDS, "forms", bytes([form]) + text.encode(errors="replace"))
