"""The format of the files in plans/: a number in plansystem.yaml that moves when a release changes their form."""

from __future__ import annotations

FIRST = 1
"""The format of files that do not say which one they are in."""
FORMAT = 2
"""The format that this planlint writes; it reads this one and those before it. `planlint upgrade` lifts older files."""
