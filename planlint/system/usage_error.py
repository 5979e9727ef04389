"""What stops a command before it has begun."""

from __future__ import annotations

from planlint.base import Trouble


class UsageError(Trouble):
    """planlint was used wrongly, or there is nothing to check; the text is for the user. Exit code 2."""
