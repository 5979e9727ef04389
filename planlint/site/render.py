"""Jinja for tables and pages: strict about unknown names, and every value made harmless where it lands.

A page that a municipality's own template has a part in is drawn in the sandbox.
"""

from __future__ import annotations

import time
from functools import cached_property
from typing import TYPE_CHECKING, Any

from jinja2 import ChoiceLoader, FileSystemLoader, StrictUndefined, TemplateError, TemplateNotFound
from jinja2.exceptions import SecurityError

from planlint.base import N_, Message, folder, verbatim, visible, with_capital
from planlint.output import markdown_cell
from planlint.site.markdown_text import markdown
from planlint.site.own_parts import OwnParts
from planlint.site.plain import PlainEnvironment
from planlint.site.sandbox import MAX_TURNS, OwnLoader, Sandbox, TemplateFault
from planlint.site.template_limits import ROOM, limited
from planlint.tables import BuildError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from planlint.text import Language

_SETTINGS: dict[str, Any] = {
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": True,
}
PAGE_SECONDS = 20.0
"""Processor time for one page where the municipality has own templates."""
SECONDS = 600.0
"""And for all the pages of one site."""


def _style_text(text: str) -> str:
    """Give a text as a string of CSS: all but letters, digits and spaces as their numbers."""
    return f"'{''.join(one if one.isalnum() or one == ' ' else f'{chr(92)}{ord(one):x} ' for one in text)}'"


class Templates:
    """The templates: the municipality's own folder first, then planlint's."""

    def __init__(self, lang: Language, overrides: Path | None = None) -> None:
        """Choose language and folders; `overrides` is the municipality's own templates folder."""
        self.lang = lang
        self.own = overrides
        self._parts = OwnParts(overrides)
        self._seconds = SECONDS
        self.places = [str(path) for path in (overrides, folder("templates")) if path]

    def begin(self) -> None:
        """Give the municipality's own templates all the time that a site has, again."""
        self._seconds = SECONDS

    def faults(self) -> list[BuildError]:
        """Give what is wrong with the form of the municipality's own templates, which no page has asked for yet."""
        found = []
        for name in sorted(self._parts.changed):
            try:
                (self._html if name.endswith(".html.j2") else self._markdown).get_template(name)
            except Exception as error:  # noqa: BLE001 - a template is somebody's program: it may fail in any way
                found.append(self._told(error, name))
        return found

    @cached_property
    def _plain(self) -> PlainEnvironment:
        """Planlint's own pages, from planlint's own folder alone."""
        environment = PlainEnvironment(self.lang, loader=FileSystemLoader(folder("templates")), **_SETTINGS)
        environment.filters.update(self._filters)
        return environment

    @cached_property
    def _html(self) -> Sandbox:
        return self._environment(html=True)

    @cached_property
    def _markdown(self) -> Sandbox:
        return self._environment(html=False)

    def _environment(self, *, html: bool) -> Sandbox:
        own = [OwnLoader(self.own)] if self.own else []
        environment = Sandbox(
            self.own,
            loader=ChoiceLoader([*own, FileSystemLoader(folder("templates"))]),
            autoescape=html,
            finalize=None if html else markdown_cell,
            extensions=["jinja2.ext.i18n"],
            **_SETTINGS,
        )
        environment.install_gettext_callables(  # type: ignore[attr-defined] # added by the extension
            self.lang.gettext, self.lang.choose, newstyle=True
        )
        environment.filters.update(self._filters)
        environment.count_filters()
        return environment

    @property
    def _filters(self) -> dict[str, Callable[..., Any]]:
        return {"markdown": markdown, "tall": self.lang.number, "stor": with_capital, "css": _style_text}

    def render(self, template: str, context: Mapping[str, Any]) -> str:
        """Fill a template. Raises BuildError when it cannot be read or filled."""
        try:
            return visible(self._filled(template, context))
        except TemplateError as error:
            raise self._told(error, template) from None
        except Exception as error:
            if self.own is None:
                raise
            raise self._told(error, template) from None  # a template is somebody's program: it may fail in any way

    def _filled(self, template: str, context: Mapping[str, Any]) -> str:
        """Fill a template; one with a part of the municipality's own within a limit of processor time and memory."""
        html = template.endswith(".html.j2")
        if html and not self._parts.has_any(template):
            return self._plain.get_template(template).render(context)
        environment = self._html if html else self._markdown
        environment.left = MAX_TURNS
        if self.own is None:
            return environment.get_template(template).render(context)
        began = time.process_time()
        seconds = min(PAGE_SECONDS, max(self._seconds, 0.01))
        environment.deadline = began + seconds
        try:
            with limited(seconds, ROOM):
                return environment.get_template(template).render(context)
        finally:
            self._seconds -= time.process_time() - began

    def _told(self, error: Exception, template: str) -> BuildError:
        line = getattr(error, "lineno", None) or _line(error, self.places)
        text = (
            N_("Malen {mal}, linje {linje} kan ikke brukes: {grunn}.")
            if line
            else N_("Malen {mal} kan ikke brukes: {grunn}.")
        )
        return BuildError(text, mal=getattr(error, "filename", None) or template, linje=line, grunn=_why(error))


def _why(error: Exception) -> Message:
    """Give in a few words what was wrong with a template."""
    if isinstance(error, RecursionError):
        return Message.of_text(N_("den henter seg selv uten å bli ferdig"))
    if isinstance(error, OverflowError | MemoryError):
        return Message.of_text(N_("den regner ut noe som er for stort"))
    if isinstance(error, TemplateNotFound):
        return Message.of_text(N_("malen {mal} finnes ikke"), mal=str(error))
    if isinstance(error, TemplateFault):
        return error.melding
    text = str(getattr(error, "message", "") or error or type(error).__name__).removesuffix(".")
    if isinstance(error, SecurityError):
        return Message.of_text(N_("den prøver på noe maler ikke får gjøre ({hva})"), hva=text)
    return verbatim(text)


def _line(error: BaseException, places: list[str]) -> int | None:
    """Give the template line at which filling stopped; Jinja rewrites the traceback to the template's own lines."""
    line, trace = None, error.__traceback__
    while trace:
        if any(trace.tb_frame.f_code.co_filename.startswith(place) for place in places):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
