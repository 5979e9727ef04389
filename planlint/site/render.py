"""Jinja for tables and pages: sandboxed, strict about unknown names, and every value made harmless where it lands."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

from jinja2 import ChoiceLoader, FileSystemLoader, StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from planlint.resources import folder

if TYPE_CHECKING:
    from pathlib import Path

    from planlint.text import Language

_MARKDOWN = re.compile(r"([\\`*_\[\]<>|#~!@&])")
_BREAKS = re.compile(r"\s*[\r\n\u2028\u2029]+\s*")


class BuildError(Exception):
    """A template cannot be used; the text is for the user and names file and line."""


def markdown_cell(value: object) -> str:
    """Make a text harmless in a Markdown table: no markup, no new cell, no new line, no mention, no link."""
    text = _MARKDOWN.sub(r"\\\1", _BREAKS.sub(" ", str(value)))
    return re.sub(r"(?i)\b(https?|www)([:.])", r"\1\\\2", text)


def _environment(overrides: Path | None, lang: Language, *, html: bool) -> ImmutableSandboxedEnvironment:
    places = [FileSystemLoader(str(path)) for path in (overrides, folder("templates")) if path]
    environment = ImmutableSandboxedEnvironment(
        loader=ChoiceLoader(places),
        autoescape=html,
        finalize=None if html else markdown_cell,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_gettext_callables(  # type: ignore[attr-defined] # added by the extension
        lang.gettext, lang.choose, newstyle=True
    )
    return environment


def _context(page: Any) -> dict[str, Any]:
    return {item.name: getattr(page, item.name) for item in fields(page)} if is_dataclass(page) else dict(page)


def render(template: str, page: Any, lang: Language, overrides: Path | None = None) -> str:
    """Fill a template with a page's context in a language; `overrides` is the municipality's own templates folder.

    Raises BuildError when the template cannot be read or filled.
    """
    environment = _environment(overrides, lang, html=template.endswith(".html.j2"))
    try:
        return environment.get_template(template).render(_context(page))
    except TemplateError as error:
        line = getattr(error, "lineno", None)
        where = f"{getattr(error, 'filename', None) or template}{f', linje {line}' if line else ''}"
        message = f"Malen {where} kan ikke brukes: {error.message}."
        raise BuildError(message) from None
