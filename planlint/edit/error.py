"""Why an edit is not made."""

from __future__ import annotations


class EditError(Exception):
    """The edit cannot be made safely; the text is for the user, and nothing has changed."""
