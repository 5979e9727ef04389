"""The templates of the example, filled: plain text in which every value is written as YAML has it."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from planlint.base import folder
from planlint.edit import Quoted, is_day_text, scalar

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from planlint.text import Language

_SUFFIX = ".j2"
_DOT = "dot_"
"""Begins the name of a template whose file begins with a full stop."""
_WIDTH = 110


def yaml(value: object) -> str:
    """Give a text as planlint writes it in a file, so that it can stand between brackets as well."""
    text = str(value)
    return scalar(Quoted(text) if is_day_text(text) else text, flow=True)


def as_comment(text: str, indent: int = 0) -> str:
    """Give a text as lines of comment."""
    mark = f"{' ' * indent}# "
    return "\n".join(textwrap.wrap(text, _WIDTH, initial_indent=mark, subsequent_indent=mark, break_long_words=False))


def _environment(lang: Language) -> tuple[Environment, Path]:
    place = folder("templates") / "start"
    environment = Environment(  # noqa: S701 - YAML and Markdown, with a filter of their own
        loader=FileSystemLoader(place),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        line_statement_prefix="%%",
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_gettext_callables(lang.gettext, lang.choose, newstyle=True)  # type: ignore[attr-defined]
    environment.filters |= {"yaml": yaml, "kommentar": as_comment}
    return environment, place


def _target_path(template: str) -> str:
    """Give the path of the file that a template makes."""
    parts = template.removesuffix(_SUFFIX).split("/")
    return "/".join(f".{part[len(_DOT) :]}" if part.startswith(_DOT) else part for part in parts)


def fill_templates(lang: Language, context: Mapping[str, Any]) -> dict[str, bytes]:
    """Give every file of the example by its path."""
    environment, place = _environment(lang)
    templates = sorted(path.relative_to(place).as_posix() for path in place.rglob(f"*{_SUFFIX}"))
    return {_target_path(name): environment.get_template(name).render(context).encode() for name in templates}
