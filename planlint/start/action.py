"""A new municipality's plan system: a small, whole example that is to be replaced file by file."""

ACTION = "<eier>/planlint@<versjon>"
"""Where GitHub finds the action. Nobody has this name, so GitHub says no until somebody has written the right one."""
