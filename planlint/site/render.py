"""Jinja for tables and pages: sandboxed, strict about unknown names, and every value made harmless where it lands."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from jinja2 import ChoiceLoader, FileSystemLoader, StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from planlint.output.neutral import markdown_cell
from planlint.resources import folder
from planlint.site.markdown import markdown

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from planlint.text import Language

__all__ = ["BuildError", "Maler", "markdown_cell"]


class BuildError(Exception):
    """The site cannot be built; the text is for the user and names file and line where a template is at fault."""


class Maler:
    """The templates: the municipality's own folder first, then planlint's."""

    def __init__(self, lang: Language, overrides: Path | None = None) -> None:
        """Choose language and folders; `overrides` is the municipality's own templates folder."""
        self.lang = lang
        self.places = [str(path) for path in (overrides, folder("templates")) if path]

    @cached_property
    def _html(self) -> ImmutableSandboxedEnvironment:
        return self._environment(html=True)

    @cached_property
    def _markdown(self) -> ImmutableSandboxedEnvironment:
        return self._environment(html=False)

    def _environment(self, *, html: bool) -> ImmutableSandboxedEnvironment:
        environment = ImmutableSandboxedEnvironment(
            loader=ChoiceLoader([FileSystemLoader(place) for place in self.places]),
            autoescape=html,
            finalize=None if html else markdown_cell,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            extensions=["jinja2.ext.i18n"],
        )
        environment.install_gettext_callables(  # type: ignore[attr-defined] # added by the extension
            self.lang.gettext, self.lang.choose, newstyle=True
        )
        environment.filters["markdown"] = markdown
        environment.filters["tall"] = self.lang.tall
        return environment

    def render(self, template: str, context: Mapping[str, Any]) -> str:
        """Fill a template. Raises BuildError when it cannot be read or filled."""
        environment = self._html if template.endswith(".html.j2") else self._markdown
        try:
            return environment.get_template(template).render(context)
        except TemplateError as error:
            line = getattr(error, "lineno", None) or _line(error, self.places)
            where = f"{getattr(error, 'filename', None) or template}{f', linje {line}' if line else ''}"
            message = f"Malen {where} kan ikke brukes: {error.message}."
            raise BuildError(message) from None


def _line(error: BaseException, places: list[str]) -> int | None:
    """Give the template line at which filling stopped; Jinja rewrites the traceback to the template's own lines."""
    line, trace = None, error.__traceback__
    while trace:
        if any(trace.tb_frame.f_code.co_filename.startswith(place) for place in places):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
