"""Where the action is found, and what its check is called."""

from __future__ import annotations

from planlint.base import N_

ACTION = "<eier>/planlint@<versjon>"
"""Where GitHub finds the action. Nobody has this name, so GitHub says no until somebody has written the right one."""
CHECK = N_("Kontroller endringen")
"""The name of the job that judges a change: what main is to require."""
