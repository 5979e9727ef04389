"""Two plan systems are compared without a site and without git: an editor has neither."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys
from planlint.change import Comparison, compare, find_consequences, make_diff
from planlint.living import Living
unwanted = ("planlint.site", "planlint.change.git", "subprocess")
print([name for name in sys.modules if name.startswith(unwanted)])
"""


def test_comparing_loads_neither_site_nor_git() -> None:
    """What compares two systems in memory, and tells what follows, imports no page and starts no program."""
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
