"""What all tests share."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer to write the reviewed snapshots anew."""
    parser.addoption("--update-expected", action="store_true", help="write expected.txt files from what is found now")


@pytest.fixture
def update_expected(request: pytest.FixtureRequest) -> bool:
    """Whether snapshots are to be written anew; read the difference before you commit it."""
    return bool(request.config.getoption("--update-expected"))
