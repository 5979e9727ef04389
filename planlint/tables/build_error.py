"""What stops a site or an export from being made."""

from planlint.base import Trouble


class BuildError(Trouble):
    """It cannot be made; the text is for the user, and names file and line where a template is at fault."""
