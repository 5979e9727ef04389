"""Why an edit is not made."""

from __future__ import annotations

from planlint.base import Trouble


class EditError(Trouble):
    """The edit cannot be made safely; the text is for the user, and nothing has changed."""
