"""What the tests of the form with the linter behind it share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from support.runtime import RUNTIME
from twin.browser import Runtime


@pytest.fixture(scope="session")
def runtime() -> Iterator[Runtime]:
    """The runtime in node, started once: it takes longer to start than most of what it is asked."""
    with Runtime(RUNTIME) as started:
        yield started
