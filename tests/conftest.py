"""What all tests share."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

TESTS = Path(__file__).parent


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer to write the reviewed snapshots anew."""
    parser.addoption("--update-expected", action="store_true", help="write expected.txt files from what is found now")


# The tests of what judges; those of pages, files and programs run the same code over again, slower where it is counted.
COUNTED = {"base", "change", "check", "edit", "fixes", "law", "model", "register", "rules", "source", "system", "text"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Count branches only in the tests that are there to reach them."""
    for item in items:
        if item.path.relative_to(TESTS).parts[0] not in COUNTED:
            item.add_marker(pytest.mark.no_cover)


@pytest.fixture
def update_expected(request: pytest.FixtureRequest) -> bool:
    """Whether snapshots are to be written anew; read the difference before you commit it."""
    return bool(request.config.getoption("--update-expected"))


@pytest.fixture(scope="module", autouse=True)
def _old_is_left_alone() -> None:
    """Let no test pay for what earlier ones left: after ten thousand, going through it takes most of the time."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, opened once for the tests of a file."""
    from support.chromium import chromium  # noqa: PLC0415 - most tests need no browser

    with chromium() as opened:
        yield opened
