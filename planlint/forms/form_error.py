"""What is told where a form cannot be used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from planlint.base import Message, Trouble

if TYPE_CHECKING:
    from planlint.base import Diagnostic, SayableText


class ChangedField(NamedTuple):
    """A field of a file that others have changed: what the file says now, and what the form says."""

    path: tuple[Any, ...]
    there: Any
    wanted: Any


class FormError(Trouble):
    """The form cannot be used; one Melding for each thing that is wrong, in Markdown that is safe to post."""

    found: tuple[Diagnostic, ...] = ()
    """The findings that the problems tell of, where the edit would have brought faults."""
    file: str = ""
    """The file that the form is about, where that is known."""
    changed: tuple[ChangedField, ...] = ()
    """What the form would change of a file that is another than the page knew."""

    def __init__(self, text: SayableText | Message, /, *more: Message | None, **args: object) -> None:
        """Keep one problem, as Trouble does; or several, each a Melding."""
        super().__init__(text, *more, **args)
        several = isinstance(text, Message)
        self.problems = tuple(one for one in (text, *more) if isinstance(one, Message)) if several else (self.melding,)
